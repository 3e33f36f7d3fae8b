// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "deid/relation_change.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mangrove::deid {

/// How well predictions agree with what is. F1 and the area are means over the classes of the test rows, each
/// class counting alike; the area under the ROC curve is that of the class against all others, ties counting
/// half (Hanley and McNeil 1982). Of a constant prediction it is 0.5.
struct ModelScores {
    double accuracy = 0, macroF1 = 0, rocAuc = 0.5;
    friend bool operator==(const ModelScores&, const ModelScores&) = default;
};

/// What a model learns from either file, tested on the same rows of the original that neither learnt from.
struct ModelChange {
    std::uint64_t trainedBefore = 0, trainedAfter = 0, tested = 0; ///< rows
    std::size_t classes = 0;
    std::vector<std::size_t> features, leftOut; ///< columns
    ModelScores majority;                       ///< always the most frequent class of the training rows
    ModelScores original, released;             ///< learnt from the original, from the released file
};

struct ModelOptions {
    std::size_t target = 0;       ///< column of the classes
    std::uint64_t seed = 1;       ///< of the split; same seed, same rows
    double testShare = 0.3;       ///< (0, 1)
    std::uint32_t classes = 50;   ///< most classes
    std::uint32_t values = 1'000; ///< most values of a feature that is no number
};

/// A naive Bayes classifier with Laplace's correction (Mitchell, Machine Learning, 1997, 6.9-6.10) over
/// values as they are in the original; numbers and dates with more than 20 values are cut at 20 quantiles of
/// the original. Learning from a label shares the record out among the values that it covers, evenly, in the
/// features as well as in the target; `*` and what covers nothing teaches nothing of that feature. Everything
/// is deterministic. The split is drawn by row of the sample: where row n of both files is the same person's
/// a test row is in neither training, else the released file gives the rows of the same places, of which some
/// may be records that are tested. Phase "training". kUtilityTarget for a target with one class, with too
/// many, or without rows to learn from or to test; kCancelled.
[[nodiscard]] Result<ModelChange> compareModel(const std::vector<ComparedColumn>& columns,
                                               const ModelOptions& options, const RunContext& context);

/// Scores of predictions. `likelihoods`: by row, of each class, in any increasing scale; `truth` by row.
[[nodiscard]] ModelScores scoresOf(std::span<const double> likelihoods, std::span<const std::uint32_t> truth,
                                   std::size_t classes);

} // namespace mangrove::deid
