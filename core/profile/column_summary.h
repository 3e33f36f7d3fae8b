// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile/column_accumulator.h"
#include "profile/profiler.h"
#include "profile/table_profile.h"

#include <string>

namespace mangrove::profile {

/// How a column's texts are to be read once its type is decided.
struct TypeDecision {
    ValueType type = ValueType::Empty;
    std::uint64_t disagreeing = 0;
    std::size_t dateOrder = 0; ///< 0 year first, 1 day first, 2 month first
    std::vector<TypeVote> votes;
};

/// A type is taken when at least 99 % of all values fit it (under 100 values: all of them); otherwise it is
/// Text. A boolean must fit every value, and yes/no words must both occur: a column of "No" alone is a text
/// that happens to have one value. Eight digits are dates only where every value is a possible one. Among
/// day-first and month-first the one that fits more values wins, then day-first.
[[nodiscard]] TypeDecision decideType(const ColumnFacts::Votes& votes);

/// Turns what was collected into the profile of the column. `sampleLevel` = RowSample::level(): 0 means that
/// the sample holds every row.
[[nodiscard]] ColumnProfile summarize(std::string name, ColumnAccumulator& column, unsigned sampleLevel,
                                      const ProfileOptions& options);

} // namespace mangrove::profile
