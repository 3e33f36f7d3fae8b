// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/rule_pack.h"

#include "base/file.h"
#include "base/format.h"
#include "classify/embedded_rule_packs.h"
#include "classify/errors.h"
#include "classify/rule_pack_reader.h"

#include <algorithm>
#include <array>

namespace mangrove::classify {

std::string_view toText(RuleStatus status) {
    constexpr std::array<std::string_view, 3> kWords{"V", "S", "M"};
    return kWords.at(static_cast<std::size_t>(status));
}

bool Rule::inForce(const std::optional<Instant>& asOf) const {
    if (!asOf)
        return !validTo.has_value();
    return (!validFrom || *validFrom <= *asOf) && (!validTo || *asOf < *validTo);
}

Result<RulePack> RulePack::parse(std::string_view json, const std::string& file) {
    MANGROVE_ASSIGN(const LinedJson tree, LinedJson::parse(json, file, errors::kRulePackInvalid));
    return RulePackReader(file).read(tree);
}

Result<RulePack> RulePack::load(const std::filesystem::path& file) {
    MANGROVE_ASSIGN(const std::string json, readFile(file, 16U << 20U));
    return parse(json, file.string());
}

Result<std::shared_ptr<const RulePackSet>> RulePackSet::make(std::vector<RulePack> packs) {
    std::vector<RulePack> kept;
    for (RulePack& pack : packs) {
        const auto same = std::find_if(kept.begin(), kept.end(),
                                       [&](const RulePack& other) { return other.id == pack.id; });
        if (same != kept.end())
            *same = std::move(pack);
        else
            kept.push_back(std::move(pack));
    }
    for (std::size_t later = 1; later < kept.size(); ++later)
        for (const Rule& rule : kept[later].rules)
            for (std::size_t earlier = 0; earlier < later; ++earlier)
                std::erase_if(kept[earlier].rules, [&](const Rule& other) { return other.id == rule.id; });
    return std::shared_ptr<const RulePackSet>(new RulePackSet(std::move(kept)));
}

namespace {

Result<std::vector<RulePack>> readEmbedded() {
    std::vector<RulePack> packs;
    for (const EmbeddedPack& embedded : embeddedRulePacks()) {
        MANGROVE_ASSIGN(RulePack pack, RulePack::parse(embedded.json, std::string(embedded.file)));
        packs.push_back(std::move(pack));
    }
    return packs;
}

} // namespace

Result<std::shared_ptr<const RulePackSet>> RulePackSet::builtIn() {
    // read once: immutable, and the same for every caller
    static const Result<std::shared_ptr<const RulePackSet>> set =
        []() -> Result<std::shared_ptr<const RulePackSet>> {
        MANGROVE_ASSIGN(std::vector<RulePack> packs, readEmbedded());
        return make(std::move(packs));
    }();
    return set;
}

Result<std::shared_ptr<const RulePackSet>> RulePackSet::withFolder(const std::filesystem::path& folder) {
    std::error_code failure;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failure))
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    if (failure)
        return Error(errors::kFileNotReadable, {folder.string(), failure.message()});
    std::sort(files.begin(), files.end());
    return withFiles(files);
}

Result<std::shared_ptr<const RulePackSet>>
RulePackSet::withFiles(std::span<const std::filesystem::path> files) {
    MANGROVE_ASSIGN(std::vector<RulePack> packs, readEmbedded());
    for (const std::filesystem::path& file : files) {
        MANGROVE_ASSIGN(RulePack pack, RulePack::load(file));
        packs.push_back(std::move(pack));
    }
    return make(std::move(packs));
}

} // namespace mangrove::classify
