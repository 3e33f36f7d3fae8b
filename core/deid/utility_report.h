// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "deid/column_change.h"
#include "deid/label_classifier.h"
#include "deid/recipe.h"
#include "deid/relation_change.h"
#include "io/read_options.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::deid {

/// What a release is still good for: the distribution of each column, what columns say about one another, and
/// what a model learns, before and after.
struct UtilityOptions {
    /// Knows what generalised labels stand for; without it they are understood where they say so themselves
    /// (LabelCover).
    const Recipe* recipe = nullptr;        ///< not owned
    std::filesystem::path hierarchyFolder; ///< where relative hierarchy files of the recipe lie
    std::string target;                    ///< column that a model predicts; "" = no model
    std::uint64_t seed = 1;                ///< of the split into rows to learn from and to test
    /// Rows of either file that relations and model look at, at most; 0 = as many as 8 million cells and 2
    /// thousand million visits of rows by pairs allow, from 2 000 to 131 072.
    std::uint32_t sampleRows = 0;
    [[nodiscard]] Status validate() const;
};

struct UtilityReport {
    std::uint64_t rowsBefore = 0, rowsAfter = 0;
    std::string sha256Before, sha256After;
    /// Both files have the same number of rows: row n of the released file is taken for row n of the original
    /// where cells are compared. Distributions and relations do not need that.
    bool aligned = false;
    std::vector<std::string> columns;                    ///< of both, in the original's order
    std::vector<std::string> onlyOriginal, onlyReleased; ///< columns
    std::vector<ColumnChange> changes;                   ///< by column
    double meanVariation = 0;                            ///< of ColumnChange::totalVariation over columns
    RelationChange relations;                            ///< of `columns`
    std::optional<ModelChange> model;                    ///< of `columns`
    std::string target;
};

/// Reads both files once, side by side. Memory is bounded: see ValueTally and `sampleRows`. The released file
/// is read with the header and null words of `read` and the rest sniffed. Phases "reading", "comparing",
/// "relating", "training". kUtilityEmpty, kUtilityNoColumns, kUtilityColumn, kUtilityTarget, errors of
/// reading and of hierarchies, kCancelled.
[[nodiscard]] Result<UtilityReport> compareUtility(const std::filesystem::path& original,
                                                   const std::filesystem::path& released,
                                                   const io::ReadOptions& read, const UtilityOptions& options,
                                                   const RunContext& context);

/// The JSON of `deid utility` (app/cli/README.md).
[[nodiscard]] std::string toJson(const UtilityReport& report);

} // namespace mangrove::deid
