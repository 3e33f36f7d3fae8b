// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "deid/plan.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::deid {

/// What the released labels of a column say of the original values.
enum class LabelRelation : std::uint8_t {
    Covers, ///< which values a label can stand for is known: its hierarchy, interval, mask; or it is the
            ///< value
    Near,   ///< numbers or dates that were moved a little: only distances say something
    None    ///< nothing that an attacker without the key could use
};
/// "covers", "near", "none".
[[nodiscard]] std::string_view nameOf(LabelRelation relation);

/// What empty cells of a release mean where no recipe tells.
enum class EmptyCells : std::uint8_t {
    None,     ///< there are none
    OwnValue, ///< a value that was missing before
    Anything  ///< missing before, or a cell that was suppressed
};

/// One column of an original and of its release, as an attacker who knows how the release was made (but no
/// key) relates them. Codes: a value or a label is its index in the lists that the column was made from, and
/// a missing cell is the list's size. Immutable, thread-safe.
///
/// `*` covers every value. A label of a hierarchy covers the values that have it at a level the recipe
/// allows; masked, binned, rounded, limited and truncated cells cover the values that the transform turns
/// into them. Without a recipe a label covers the value it is equal to, and EmptyCells says what an empty
/// cell covers. A missing value is a value of its own.
class AttackColumn {
public:
    /// `planned` = what the recipe does to the column, nullptr without a recipe. `nullWords`: words that
    /// stand for missing in the original, which its hierarchy may know. `values` and `labels` without
    /// repetition.
    [[nodiscard]] static Result<AttackColumn> make(std::string name, std::span<const std::string_view> values,
                                                   std::span<const std::string_view> labels,
                                                   EmptyCells emptyCells, const PlannedColumn* planned,
                                                   const std::vector<std::string>& nullWords,
                                                   const RunContext& context);

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] LabelRelation relation() const { return m_relation; }
    /// Stable code of why the relation is None or Near: "keyed", "permuted", "suppressed", "perturbed",
    /// "labels-unknown"; "" where it is Covers.
    [[nodiscard]] std::string_view reason() const { return m_reason; }
    /// Codes, missing included.
    [[nodiscard]] std::uint32_t values() const { return static_cast<std::uint32_t>(m_numbers.size()); }
    [[nodiscard]] std::uint32_t labels() const { return static_cast<std::uint32_t>(m_labelNumbers.size()); }
    [[nodiscard]] std::uint32_t missingLabel() const { return labels() - 1; }
    [[nodiscard]] bool isMissing(std::uint32_t value) const { return value + 1 == values(); }

    /// Labels that cover `value`, ascending; empty unless the relation is Covers.
    [[nodiscard]] std::span<const std::uint32_t> labelsOf(std::uint32_t value) const {
        return {m_labelsOf.data() + m_labelStart[value], m_labelStart[value + 1] - m_labelStart[value]};
    }
    /// The inverse: values that `label` covers, ascending.
    [[nodiscard]] std::span<const std::uint32_t> valuesOf(std::uint32_t label) const {
        return {m_valuesOf.data() + m_valueStart[label], m_valueStart[label + 1] - m_valueStart[label]};
    }
    [[nodiscard]] bool covers(std::uint32_t label, std::uint32_t value) const;
    /// Whether no value is covered by more than one label.
    [[nodiscard]] bool isFunction() const { return m_isFunction; }
    /// Labels that cover no value although the relation is Covers: the recipe is another one, or a bug.
    [[nodiscard]] std::uint32_t strangeLabels() const { return m_strangeLabels; }
    /// Whether the label is `*`, or a missing cell: as a guess it says nothing.
    [[nodiscard]] bool isEmptyLabel(std::uint32_t label) const {
        return label == missingLabel() || m_topLabel == label;
    }
    [[nodiscard]] bool isTop(std::uint32_t label) const { return m_topLabel == label; }

    /// Whether all values are numbers (or all dates, then in days).
    [[nodiscard]] bool isNumeric() const { return m_isNumeric; }
    /// Whether all labels but `*` and missing ones are numbers (dates) too, so that they can be put in order.
    [[nodiscard]] bool isOrdered() const { return m_isOrdered; }
    /// NaN where it is none.
    [[nodiscard]] double numberOf(std::uint32_t value) const { return m_numbers[value]; }
    [[nodiscard]] double labelNumber(std::uint32_t label) const { return m_labelNumbers[label]; }

    /// How far a label is from `value`, in units of the sums that neighbours are found by: Gower's distance
    /// (1971; 0 or 1 for texts, difference / range for numbers) to the nearest value that the label covers,
    /// and, counted only between equals, how much else it covers: round(distance x 2^20) x 2^24 + breadth,
    /// where breadth = round(1023 x share), the share of the range that the covered numbers span, or 1 -
    /// 1/(values covered) for texts; 1024 for `*` and empty labels that cover several. Sums over at most
    /// 1,000 columns do not overflow.
    [[nodiscard]] std::uint64_t costOf(std::uint32_t value, std::uint32_t label) const;

    static constexpr std::uint64_t kFar = 1ULL << 44U; ///< distance 1, what is farthest in one column
private:
    Status setNumbers(std::span<const std::string_view> values, std::span<const std::string_view> labels,
                      const RunContext& context);
    Status relate(std::span<const std::string_view> values, std::span<const std::string_view> labels,
                  EmptyCells emptyCells, const PlannedColumn* planned,
                  const std::vector<std::string>& nullWords, const RunContext& context);
    Status setSpans(const RunContext& context);

    std::string m_name;
    LabelRelation m_relation = LabelRelation::Covers;
    std::string_view m_reason;
    std::vector<std::size_t> m_labelStart, m_valueStart;
    std::vector<std::uint32_t> m_labelsOf, m_valuesOf;
    std::vector<double> m_numbers, m_labelNumbers;
    std::vector<double> m_low, m_high;    ///< of the numbers that a label covers; NaN where there are none
    std::vector<std::uint64_t> m_breadth; ///< by label: 0 for one value
    std::optional<std::uint32_t> m_topLabel;
    std::uint32_t m_strangeLabels = 0;
    double m_range = 1;
    bool m_isFunction = true, m_isNumeric = false, m_isOrdered = false;
};

} // namespace mangrove::deid
