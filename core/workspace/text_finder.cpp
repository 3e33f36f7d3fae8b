// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/text_finder.h"

#include "base/text.h"
#include "classify/identifier_kind.h"
#include "classify/text_scan.h"

namespace mangrove::workspace {

namespace {

class ScanFinder final : public deid::TextFinder {
public:
    [[nodiscard]] std::vector<deid::TextFinding> find(std::string_view text) const override {
        std::vector<deid::TextFinding> findings;
        std::size_t at = 0;      // bytes
        std::uint64_t place = 0; // code points
        const auto advanceTo = [&](std::uint64_t target) {
            for (; place < target && at < text.size(); ++place)
                static_cast<void>(nextCodePoint(text, at));
            return at;
        };
        for (const classify::TextEntity& entity : classify::scanText(text)) {
            deid::TextFinding& finding = findings.emplace_back();
            finding.start = advanceTo(entity.start);
            finding.end = advanceTo(entity.end);
            finding.kind = entity.type;
        }
        return findings;
    }

    [[nodiscard]] std::string nameOf(std::string_view kind, deid::TagLanguage language) const override {
        const classify::IdentifierKind* known = classify::findIdentifierKind(kind);
        if (known == nullptr)
            return std::string(kind);
        return std::string(language == deid::TagLanguage::Chinese ? known->nameZh : known->nameEn);
    }
};

} // namespace

const deid::TextFinder& textFinder() {
    static const ScanFinder finder;
    return finder;
}

} // namespace mangrove::workspace
