// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "deid/hierarchy.h"
#include "deid/value_tally.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::deid {

enum class ColumnKind : std::uint8_t { Number, Date, Category };
/// "number", "date", "category".
[[nodiscard]] std::string_view nameOf(ColumnKind kind);

/// Numbers that a label says: "20-29", "[20..30)", "[20-30)", "[20, 30[", "<18", "<=18", ">65", ">=65",
/// "90+".
struct NumberInterval {
    double low, high; ///< -inf and inf where open
    bool withLow, withHigh;
    [[nodiscard]] bool contains(double x) const {
        return (x > low || (withLow && x == low)) && (x < high || (withHigh && x == high));
    }
};
[[nodiscard]] std::optional<NumberInterval> parseInterval(std::string_view text);

/// The values of a column of the original file, and which of them each value of the released one stands for.
///
/// A released value stands, in this order, for: every value (`*`); the values of which it is the label at the
/// one level of the hierarchy where all released values are found, level 0 before others; itself, where the
/// original has it; the values of which it is a label at any level, the coarsest first; the numbers of an
/// interval; the values that begin with it; the values of the same length that agree wherever it has no `*`.
/// Without a hierarchy dates have the built-in one and the periods of truncated dates. Only values that occur
/// in the original count. A value that stands for none was changed in another way (noise, a pseudonym).
/// Immutable; the tallies outlive it.
class LabelCover {
public:
    /// kCancelled.
    [[nodiscard]] static Result<LabelCover> make(const ValueTally& original, const ValueTally& released,
                                                 const std::optional<Hierarchy>& hierarchy,
                                                 const RunContext& context);

    /// Number or Date where at least 95 in 100 cells of the original are one and two of them differ.
    [[nodiscard]] ColumnKind kind() const { return m_kind; }
    /// Codes of the original's values that value `code` of the released column stands for; may be empty.
    [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t code) const {
        return std::span(m_codes).subspan(m_cover[code].begin, m_cover[code].end - m_cover[code].begin);
    }
    [[nodiscard]] bool isTop(std::uint32_t code) const { return m_cover[code].top; }
    /// Of an original value: the number, the day since 1970-01-01, or NaN.
    [[nodiscard]] double number(std::uint32_t originalCode) const { return m_numbers[originalCode]; }
    /// Of a released value: the number itself where it is one, else the mean of the different numbers that
    /// the label covers; NaN where it says none, and for `*`.
    [[nodiscard]] double releasedNumber(std::uint32_t code) const { return m_releasedNumbers[code]; }

private:
    struct Range {
        std::size_t begin = 0, end = 0;
        bool top = false;
    };
    class Builder;
    ColumnKind m_kind = ColumnKind::Category;
    std::vector<double> m_numbers, m_releasedNumbers;
    std::vector<std::uint32_t> m_codes; ///< lists that the ranges cut out
    std::vector<Range> m_cover;         ///< by released code
};

} // namespace mangrove::deid
