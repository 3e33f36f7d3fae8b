// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

namespace mangrove::table {

/// A column of sampled rows as codes 0…distinct-1, so that pairs of columns are counted with arrays.
struct CodedColumn {
    std::vector<std::uint32_t> codes; ///< one a row; missing = distinct
    std::uint32_t distinct = 0;
    std::uint64_t present = 0; ///< rows that are not missing
    bool numeric = false;
    /// By code, where numeric. Rank among the different numbers of the column, or kNoNumber; "1" and "1.0"
    /// share one. Number with the column's mean taken away, divided by the greatest such difference.
    std::vector<std::uint32_t> numberRanks;
    std::vector<double> numbers;
    std::uint32_t differentNumbers = 0;
    static constexpr std::uint32_t kNoNumber = std::numeric_limits<std::uint32_t>::max();

    [[nodiscard]] bool constant() const { return distinct <= 1; }
    [[nodiscard]] bool key() const { return distinct > 1 && distinct == present; }
    /// Ranks and centres `numbers`, which hold the number of each code (NaN = none); `counts` = rows of each
    /// code. numeric becomes true where there are two different numbers at least and at least 95 in 100 of
    /// the present rows have one; else the numbers are let go.
    void settleNumbers(const std::vector<std::uint64_t>& counts);
};

} // namespace mangrove::table
