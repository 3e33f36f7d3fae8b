// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/input_cell.h"
#include "table/value_dictionary.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace mangrove::deid {

/// The distinct values of one column with their counts, and the codes of the rows of a sample. Counts are of
/// all rows up to kMostDistinct different values or kMostBytes of text; a column with more is counted over
/// the sample alone. Texts of more than kLongest bytes are known by a hash. One thread.
class ValueTally {
public:
    static constexpr std::size_t kMostDistinct = 100'000;
    static constexpr std::size_t kMostBytes = std::size_t{32} << 20U;
    static constexpr std::size_t kLongest = 128;
    static constexpr std::uint32_t kMissing = table::ValueDictionary::kAbsent;

    /// `sampled` = the row belongs to the sample.
    void add(const InputCell& cell, bool sampled);
    /// Keeps those places of the sample.
    void thin(std::span<const std::uint32_t> kept);
    /// After the last add(): where counts of all rows are not to be had they become those of the sample.
    void finish();

    /// Whether counts are of all rows.
    [[nodiscard]] bool exact() const { return m_exact; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_counts.size()); }
    [[nodiscard]] std::string_view text(std::uint32_t code) const { return m_values.text(code); }
    [[nodiscard]] std::uint64_t count(std::uint32_t code) const { return m_counts[code]; }
    /// Cells with a value, and without, of what is counted.
    [[nodiscard]] std::uint64_t present() const { return m_present; }
    [[nodiscard]] std::uint64_t missing() const { return m_missing; }
    /// Missing cells of all rows, whatever is counted.
    [[nodiscard]] std::uint64_t missingOfAll() const { return m_missingOfAll; }
    /// Different values met; fewer than there are where not exact().
    [[nodiscard]] std::uint64_t distinct() const { return m_distinct; }
    /// By row of the sample; kMissing where there is none.
    [[nodiscard]] std::span<const std::uint32_t> sample() const { return m_sample; }

private:
    table::ValueDictionary m_values;
    std::vector<std::uint64_t> m_counts;
    std::vector<std::uint32_t> m_sample;
    std::size_t m_bytes = 0;
    std::uint64_t m_present = 0, m_missing = 0, m_missingOfAll = 0, m_distinct = 0;
    bool m_exact = true;
};

} // namespace mangrove::deid
