// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/label_cover.h"
#include "deid/value_tally.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace mangrove::deid {

/// Of the numbers of a column; dates as days since 1970-01-01.
struct NumberSummary {
    double mean = 0;
    double sd = 0;                     ///< of the sample: divisor n - 1; 0 under two cells
    std::array<double, 5> quantiles{}; ///< 5, 25, 50, 75, 95 %: the least number with that share up to it
    friend bool operator==(const NumberSummary&, const NumberSummary&) = default;
};

/// How one column's distribution changed. p = share of a value among the cells of the original, a missing one
/// being a value of its own; q = the same of the released file, where each cell is shared out among the
/// values that its label covers (LabelCover), so that a label and the values it hides can be compared:
/// evenly, as a reader would who knows nothing else; a cell that covers none is a value of its own.
/// Nothing here needs the rows of both files to be the same.
struct ColumnChange {
    std::string name;
    ColumnKind kind = ColumnKind::Category;
    bool exact = true; ///< of all rows; else of the sample (ValueTally)
    /// Codes stand for its values: pseudonyms, surrogates or encrypted ones, where recipe or report say so.
    bool replaced = false;
    std::uint64_t distinctBefore = 0, distinctAfter = 0;
    std::uint64_t missingBefore = 0, missingAfter = 0; ///< cells
    double suppressed = 0;                             ///< share of the released cells that are `*`
    double unknown = 0; ///< share of the released cells that stand for no value of the original
    /// Cells that read otherwise than in the row they were made of; absent where nobody knows that row.
    std::optional<std::uint64_t> changed;
    /// Of those: cells that had a value and are missing or `*` now; absent too where only the report of the
    /// release says how many changed.
    std::optional<std::uint64_t> emptied;

    double totalVariation = 0; ///< 1/2 sum |p - q|: share of cells that would have to move
    double jensenShannon = 0;  ///< divergence in bits, 0…1 (Lin 1991)
    double hellinger = 0;      ///< sqrt(1 - sum sqrt(p q)), 0…1
    /// The total variation where each cell is shared out in proportion to p instead: what is left is not the
    /// coarser labels but the rows that are missing, noise and other values.
    double totalVariationOfLabels = 0;

    /// Numbers and dates, cells shared out evenly as above, missing ones left out.
    std::optional<NumberSummary> before, after;
    std::optional<double> ks;          ///< greatest distance of the distribution functions (Smirnov 1939)
    std::optional<double> wasserstein; ///< area between them over the original's sd; absent where it is 0
};

/// Fills all but the name, `replaced`, `changed` and `emptied`. Both tallies have a row at least.
[[nodiscard]] ColumnChange compareColumn(const ValueTally& original, const ValueTally& released,
                                         const LabelCover& cover);

} // namespace mangrove::deid
