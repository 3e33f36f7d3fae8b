// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "deid/label_cover.h"
#include "deid/value_tally.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace mangrove::deid {

/// What a pair of columns says before and after. Numbers and dates among each other: Pearson and Spearman;
/// other pairs: Cramér's V with Bergsma's correction (table/pair_statistics.h), numbers with many values cut
/// at the original's deciles.
struct PairChange {
    std::size_t a = 0, b = 0; ///< columns, a < b
    bool numeric = false;
    std::optional<double> pearsonBefore, pearsonAfter;
    std::optional<double> spearmanBefore, spearmanAfter;
    std::optional<double> cramersVBefore, cramersVAfter; ///< where not numeric
    /// |after - before| of Spearman or V; what is not defined any more counts as 0.
    double change = 0;
};

struct RelationChange {
    std::uint64_t rowsBefore = 0, rowsAfter = 0; ///< looked at
    std::uint64_t pairs = 0;                     ///< whose relation in the original is defined
    double meanChange = 0, greatestChange = 0;   ///< over those
    std::vector<PairChange> strongest;           ///< greatest change first, kMostPairs at most
    std::vector<std::size_t> leftOut;            ///< columns with too many values for V that are no numbers
};

inline constexpr std::size_t kMostPairs = 1000;
/// Most different values of a column that has a V.
inline constexpr std::uint32_t kMostCategories = 100;

/// One column of both files.
struct ComparedColumn {
    const ValueTally* original = nullptr;
    const ValueTally* released = nullptr;
    const LabelCover* cover = nullptr;
};

/// Over the samples of both files, which need not be the same rows. A `*` counts as missing, a label as its
/// number (LabelCover::releasedNumber) among numbers and as a value else. Phase "relating", in pairs.
/// kCancelled.
[[nodiscard]] Result<RelationChange> compareRelations(const std::vector<ComparedColumn>& columns,
                                                      const RunContext& context);

} // namespace mangrove::deid
