// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "deid/hierarchy.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::deid {

/// The distinct values of one quasi-identifier with their places in its hierarchy: all that the search needs
/// to know about the column. Value codes are those of the `values` it was made from. Immutable, thread-safe.
///
/// Missing values are a value of their own: visible as "" below the top, and joined with the others at the
/// top where that is one single group. Values without a place in the hierarchy are `*` at every level.
class QuasiDomain {
public:
    struct Value {
        std::string_view text;
        bool missing = false;
    };
    /// `hierarchy` absent = the values as they are, one level. A domain never fails: unmatched() tells which
    /// values have no place.
    [[nodiscard]] static QuasiDomain make(std::span<const Value> values,
                                          const std::optional<Hierarchy>& hierarchy);

    [[nodiscard]] std::uint32_t levels() const { return static_cast<std::uint32_t>(m_levels.size()); }
    [[nodiscard]] std::uint32_t values() const { return m_values; }
    /// Number of the label that `value` has at `level`; labels are numbered by first appearance.
    [[nodiscard]] std::uint32_t labelOf(std::uint32_t level, std::uint32_t value) const {
        return m_levels[level].labelOf[value];
    }
    [[nodiscard]] std::uint32_t labels(std::uint32_t level) const {
        return static_cast<std::uint32_t>(m_levels[level].texts.size());
    }
    [[nodiscard]] const std::string& text(std::uint32_t level, std::uint32_t label) const {
        return m_levels[level].texts[label];
    }
    /// Hierarchy rows that share the label (peers.md A2): its share is weight / domainSize().
    [[nodiscard]] std::uint64_t weight(std::uint32_t level, std::uint32_t label) const {
        return m_levels[level].weights[label];
    }
    /// Whether the value stands for missing cells.
    [[nodiscard]] bool isMissing(std::uint32_t value) const { return m_missing == value; }
    /// Rows of the hierarchy; of a built-in one, the distinct values met. A row for missing values is added
    /// where there are any.
    [[nodiscard]] std::uint64_t domainSize() const { return m_domainSize; }
    /// Codes of values without a place, ascending.
    [[nodiscard]] const std::vector<std::uint32_t>& unmatched() const { return m_unmatched; }

    /// The labels of all levels numbered together, by level and label: equal texts are one label at whatever
    /// level.
    [[nodiscard]] std::vector<std::vector<std::uint32_t>> commonLabels() const;

private:
    struct Level {
        std::vector<std::string> texts;
        std::vector<std::uint64_t> weights;
        std::vector<std::uint32_t> labelOf; ///< by value code
    };
    class Builder;

    std::vector<Level> m_levels;
    std::uint32_t m_values = 0;
    std::uint64_t m_domainSize = 0;
    std::vector<std::uint32_t> m_unmatched;
    std::optional<std::uint32_t> m_missing;
};

} // namespace mangrove::deid
