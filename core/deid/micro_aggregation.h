// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace mangrove::deid {

/// Micro-aggregation: rows are put into groups of at least k similar ones, and each number becomes its
/// group's average. Irreversible; every combination of the columns treated together stands in at least k
/// rows. Means stay (exactly, for the mean), variances shrink, relations between the columns stay about
/// right.
enum class Average : std::uint8_t {
    Mean,
    Median, ///< the lower one of two: a value that occurs
    Mode    ///< the most frequent, of equally frequent ones the smallest
};
[[nodiscard]] std::string_view nameOf(Average average);

/// Groups of at least `k` and less than 2k rows (fewer than k rows: one group). `columns`: the same number of
/// finite values each. Returns the group of each row.
///
/// One column: the partition with the least sum of squares (Hansen and Mukherjee, IEEE TKDE 15(4), 2003), in
/// O(n log n + n k). Several: MDAV (Domingo-Ferrer and Torra, Data Min. Knowl. Disc. 11, 2005) on columns
/// scaled to variance 1; it is quadratic, so above 4,096 rows these are first halved at the median of the
/// widest column until they are no more than that. Deterministic. kCancelled.
[[nodiscard]] Result<std::vector<std::uint32_t>> microAggregate(std::span<const std::vector<double>> columns,
                                                                std::uint32_t k, const RunContext& context);

/// The average of each group: result[g] for group g.
[[nodiscard]] std::vector<double> averagesOf(std::span<const double> values,
                                             std::span<const std::uint32_t> groupOf, std::uint32_t groups,
                                             Average average);

} // namespace mangrove::deid
