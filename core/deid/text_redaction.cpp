// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/text_redaction.h"

#include "base/format.h"
#include "deid/cell_date.h"
#include "deid/surrogate.h"

#include <algorithm>
#include <array>
#include <map>

namespace mangrove::deid {

namespace {

std::optional<SurrogateKind> surrogateFor(std::string_view kind, std::string_view found) {
    if (kind == "person-name") {
        const bool isAscii = std::all_of(found.begin(), found.end(), [](char c) { return (c & 0x80) == 0; });
        return isAscii ? SurrogateKind::EnglishName : SurrogateKind::ChineseName;
    }
    if (kind == "cn-resident-id")
        return SurrogateKind::ResidentId;
    if (kind == "cn-mobile")
        return SurrogateKind::MobileNumber;
    if (kind == "email")
        return SurrogateKind::Email;
    return std::nullopt;
}

/// Numbers the findings of one cell: by kind, the same text the same number.
class TagNumbers {
public:
    std::size_t of(std::string_view kind, std::string_view text) {
        auto& seen = m_seen[std::string(kind)];
        const auto found = std::find(seen.begin(), seen.end(), text);
        if (found != seen.end())
            return static_cast<std::size_t>(found - seen.begin()) + 1;
        seen.push_back(text);
        return seen.size();
    }

private:
    std::map<std::string, std::vector<std::string_view>> m_seen;
};

} // namespace

std::string_view nameOf(TextReplacement replacement) {
    static constexpr std::array<std::string_view, 3> kNames{"tag", "surrogate", "shift-dates"};
    return kNames[static_cast<std::size_t>(replacement)];
}

std::optional<std::string> TextRedactor::realistic(const TextFinding& finding, std::string_view found,
                                                   std::optional<std::int32_t> offset) const {
    if (m_replacement == TextReplacement::ShiftDates && offset) {
        if (const auto date = parseCellDate(found))
            return shiftCellDate(*date, *offset);
    }
    if (m_replacement == TextReplacement::Surrogate && m_surrogates) {
        if (const auto kind = surrogateFor(finding.kind, found))
            return surrogateOf(*kind, *m_surrogates, found);
    }
    return std::nullopt;
}

std::string TextRedactor::redact(std::string_view text, std::optional<std::int32_t> offset) const {
    std::string out;
    TagNumbers numbers;
    std::size_t from = 0;
    for (const TextFinding& finding : m_finder.find(text)) {
        if (finding.start < from || finding.end > text.size() || finding.end <= finding.start)
            continue;
        const std::string_view found = text.substr(finding.start, finding.end - finding.start);
        out += text.substr(from, finding.start - from);
        if (const auto other = realistic(finding, found, offset))
            out += *other;
        else
            out +=
                format("[{}{}]", m_finder.nameOf(finding.kind, m_language), numbers.of(finding.kind, found));
        from = finding.end;
    }
    out += text.substr(from);
    return out;
}

} // namespace mangrove::deid
