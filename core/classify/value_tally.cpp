// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/value_tally.h"

#include "base/number.h"
#include "base/text.h"
#include "classify/check_digits.h"
#include "classify/value_form.h"

#include <algorithm>
#include <re2/re2.h>

namespace mangrove::classify {

namespace {

constexpr std::size_t kLengths = 512; // a longer value is text and fits no kind but url and e-mail

/// The kinds to try, by length of value, so that most values meet a handful of checkers.
struct Plan {
    struct Step {
        std::uint16_t forbidden;
        std::uint16_t required;
        std::uint16_t kind;
        KindFamily family;
        Checker check;
    };
    std::array<std::vector<Step>, kLengths + 1> byLength;
};

Plan makePlan(const std::vector<std::size_t>& kinds) {
    Plan plan;
    for (const std::size_t index : kinds) {
        const KindEntry& entry = kindTable()[index];
        const auto forbidden = static_cast<std::uint16_t>(~entry.allowed);
        const Plan::Step step{forbidden, entry.required, static_cast<std::uint16_t>(index),
                              familyOf(entry.kind.id), entry.check};
        const std::size_t last = entry.maxBytes > kLengths ? kLengths : entry.maxBytes;
        for (std::size_t length = entry.minBytes; length <= last; ++length)
            plan.byLength[length].push_back(step);
    }
    return plan;
}

/// Digits with at most one point and a sign before them: most numbers, without reading their value.
bool isPlainNumber(std::string_view value) {
    std::size_t at = value[0] == '-' || value[0] == '+' ? 1 : 0;
    std::size_t digits = 0;
    std::size_t points = 0;
    for (; at < value.size(); ++at) {
        if (isDigit(value[at]))
            ++digits;
        else if (value[at] == '.')
            ++points;
        else
            return false;
    }
    return digits > 0 && points <= 1;
}

void look(std::string_view value, std::uint16_t mask, TextShape& shape) {
    ++shape.values;
    constexpr std::uint16_t kNumeric = chars::kDigit | chars::kDot | chars::kDash | chars::kPlus;
    if ((mask & ~kNumeric) == 0 && (mask & chars::kDigit) != 0) {
        shape.width += value.size();
        shape.numbers += isPlainNumber(value) || parseDouble(value) ? 1U : 0U;
        return;
    }
    shape.words += (mask & (chars::kAlpha | chars::kWide)) != 0 ? 1U : 0U;
    if ((mask & chars::kWide) == 0) {
        shape.width += value.size();
        const auto blanks = static_cast<std::size_t>(std::count(value.begin(), value.end(), ' '));
        shape.sentences += value.size() >= 60 && blanks >= 8 ? 1U : 0U;
        return;
    }
    std::size_t width = 0;
    std::size_t marks = 0;
    for (std::size_t at = 0; at < value.size(); ++at) { // normalised: full-width marks are half-width by now
        const auto byte = static_cast<std::uint8_t>(value[at]);
        width += byte < 0x80 ? 1U : byte >= 0xC0 ? 2U : 0U;
        marks += byte == '?' || byte == ',' ? 1U : 0U;
        if (byte == 0xE3) { // 。 and 、
            const std::string_view mark = value.substr(at, 3);
            marks += mark == "。" || mark == "、" ? 1U : 0U;
        }
    }
    shape.width += width;
    shape.sentences += (width >= 40 && marks >= 1) || width >= 120 ? 1U : 0U;
}

} // namespace

ValueTester::ValueTester(std::vector<const PackKind*> packKinds) : m_packKinds(std::move(packKinds)) {
    std::vector<Checker> seen;
    const auto table = kindTable();
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table[i].check == nullptr || table[i].kind.decidedBy == DecidedBy::Name)
            continue;
        if (std::find(seen.begin(), seen.end(), table[i].check) != seen.end())
            continue;
        seen.push_back(table[i].check);
        m_standing.push_back(i);
    }
}

Result<ValueTally> ValueTester::tally(std::span<const std::string> values, std::span<const std::string> named,
                                      const RunContext& context) const {
    ValueTally result;
    result.kinds.resize(kindTable().size());
    result.packKinds.resize(m_packKinds.size());
    std::vector<std::size_t> kinds = m_standing;
    for (const std::string& id : named) {
        const IdentifierKind* const kind = findIdentifierKind(id);
        if (kind == nullptr)
            continue;
        const auto index = static_cast<std::size_t>(kind - identifierKinds().data());
        if (kindTable()[index].check != nullptr
            && std::find(kinds.begin(), kinds.end(), index) == kinds.end())
            kinds.push_back(index);
    }
    const Plan plan = makePlan(kinds);
    std::string scratch;
    std::size_t since = 0;
    for (const std::string& raw : values) {
        if (++since == 65536) {
            since = 0;
            MANGROVE_TRY(context.check());
        }
        const auto [value, mask] = formOf(raw, scratch);
        look(value, mask, result.shape);
        unsigned families = 0;
        for (const Plan::Step& step : plan.byLength[std::min(value.size(), kLengths)]) {
            if ((mask & step.forbidden) != 0 || (mask & step.required) != step.required)
                continue;
            const Strength strength = step.check(value).strength;
            if (strength == Strength::None)
                continue;
            KindTally& tally = result.kinds[step.kind];
            (strength == Strength::Strong ? tally.strong
             : strength == Strength::Weak ? tally.weak
                                          : tally.near) += 1;
            families |= 1U << static_cast<unsigned>(step.family);
        }
        for (std::size_t i = 0; families != 0; ++i, families >>= 1U)
            result.families[i] += families & 1U;
        for (std::size_t i = 0; i < m_packKinds.size(); ++i) {
            const PackKind& kind = *m_packKinds[i];
            if (kind.pattern
                && re2::RE2::FullMatch(re2::StringPiece(value.data(), value.size()), *kind.pattern))
                ++result.packKinds[i].strong;
        }
    }
    return result;
}

} // namespace mangrove::classify
