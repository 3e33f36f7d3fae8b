// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "base/strong_id.h"
#include "catalog/dataset.h"
#include "deid/attack.h"
#include "deid/frontier.h"
#include "deid/search.h"
#include "deid/utility_report.h"
#include "workspace/deidentification.h"

#include <filesystem>
#include <string>

namespace mangrove::workspace {

class Workspace;

/// What the functions below need of a data set. A value: once taken, they run without the workspace, on any
/// thread, while others use it.
struct RecipeSource {
    catalog::Dataset dataset;
    std::filesystem::path trialsFolder; ///< "<workspace>.files/trials"
};
[[nodiscard]] Result<RecipeSource> recipeSource(Workspace& workspace, const DatasetId& id);

// What a recipe would give, found out before a release is made. Nothing is stored, nothing is audited, and no
// key of the workspace is needed: pseudonyms, samples and offsets are made with deid::standInKeys(), as in a
// preview, so the same recipe always gives the same figures. Attacks and utility are measured on a table that
// is made for that alone: a file in the trials folder, deleted again before the function returns (what a
// crash left there is deleted a day later), and the source is re-checked (kDatasetSourceMissing,
// kDatasetSourceChanged). All use all cores.

/// What the attackers know and how long they try; `options.threads` is not looked at.
struct RecipeAttack {
    deid::AttackOptions options;
    /// A file with raw records of people who are not in the data set, with its columns; its dialect is found
    /// out. "" = a control group is made of the data set itself.
    std::filesystem::path control;
};

/// Simulated attackers on the table that the recipe gives. Without a control file, and where the table leaves
/// out too few people to compare with, people are held back at random (a tenth; more of a table under 4 000
/// rows) and the attacks that need a control group are tried on a second table, made of the others with the
/// same levels, with no suppression limit and without a gbt-42460 model; notes say so, and how many records
/// that suppressed. Errors also as deid::applyRecipe(), deid::attackRelease() and those of reading the
/// control file.
[[nodiscard]] Result<deid::AttackReport> attackRecipe(const RecipeSource& source,
                                                      const ReleaseOptions& options,
                                                      const RecipeAttack& attack, const RunContext& context);

/// What the table that the recipe gives is still good for; a model learns to predict `target` ("" = none).
/// Errors also as deid::applyRecipe() and deid::compareUtility().
[[nodiscard]] Result<deid::UtilityReport> utilityOfRecipe(const RecipeSource& source,
                                                          const ReleaseOptions& options,
                                                          const std::string& target,
                                                          const RunContext& context);

/// The search's result with the reasons behind it (SearchReport::explanation; none for local recoding).
/// Errors also as deid::searchRecipe().
[[nodiscard]] Result<deid::SearchReport>
explainRecipe(const RecipeSource& source, const ReleaseOptions& options, const RunContext& context);

/// All levels within the recipe's bounds that no other levels beat in both average risk and loss. Errors also
/// as deid::frontierOf().
[[nodiscard]] Result<deid::FrontierReport>
frontierOf(const RecipeSource& source, const ReleaseOptions& options, const RunContext& context);

} // namespace mangrove::workspace
