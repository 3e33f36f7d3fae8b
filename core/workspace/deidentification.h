// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "base/strong_id.h"
#include "catalog/release.h"
#include "deid/recipe.h"
#include "deid/risk.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::workspace {

class Session;
class Workspace;

/// Re-identification risk of the source as it is, over the named quasi-identifiers; the classified
/// quasi-identifiers where none are named (kNotClassified where there is no classification to ask). Re-checks
/// the source. Stores nothing.
[[nodiscard]] Result<deid::RiskReport> riskOf(Workspace& workspace, const DatasetId& id,
                                              const std::vector<std::string>& quasiIdentifiers,
                                              const deid::RiskOptions& options, const RunContext& context);

/// A recipe proposed from the classification (with people's decisions). Fails with kNotClassified.
[[nodiscard]] Result<deid::Recipe> suggestRecipe(Workspace& workspace, const DatasetId& id);

/// The first rows before and after a recipe, side by side, and which cells changed. Uses throw-away keys: the
/// pseudonyms shown are not those of a release. Values are for the screen only.
struct RecipePreview {
    std::vector<std::string> columnsBefore;
    std::vector<std::string> columnsAfter; ///< suppressed direct identifiers are missing here
    std::vector<std::vector<std::optional<std::string>>> before;
    std::vector<std::vector<std::optional<std::string>>>
        after;                   ///< same row order; an empty row was suppressed
    deid::RiskReport riskBefore; ///< of all rows of the source
    deid::RiskReport riskAfter;  ///< of the kept rows
    std::uint64_t rows = 0;      ///< rows of the source
    std::uint64_t rowsSuppressed = 0;
};

/// Runs the recipe over the whole source into nothing but memory and figures. `sampleRows` at most 1 000.
[[nodiscard]] Result<RecipePreview> previewRecipe(Workspace& workspace, const DatasetId& id,
                                                  const deid::Recipe& recipe, std::uint64_t sampleRows,
                                                  const RunContext& context);

/// Re-checks the source, de-identifies it into "<workspace>.files/releases/<release id>.csv" and enters the
/// release. The keys for pseudonyms and date shifts are the acting user's own, made at first use and kept
/// only sealed under her passphrase: releases made by one user link with each other, those of two users do
/// not. On failure no file is left. Needs Act::Deidentify. Audit: "release.create".
[[nodiscard]] Result<catalog::Release> applyRecipe(Workspace& workspace, const Session& session,
                                                   const DatasetId& id, const deid::Recipe& recipe,
                                                   const RunContext& context);

/// Newest first; of one data set or of all.
[[nodiscard]] Result<std::vector<catalog::Release>>
listReleases(Workspace& workspace, const std::optional<DatasetId>& dataset = {});
/// Fails with kReleaseNotFound.
[[nodiscard]] Result<catalog::Release> showRelease(Workspace& workspace, const ReleaseId& id);

/// The parts of a release's report that a page shows, parsed from its JSON.
struct ReleaseReport {
    std::uint64_t rowsIn = 0;
    std::uint64_t rowsOut = 0;
    std::uint64_t rowsSuppressed = 0;
    deid::RiskReport before;
    deid::RiskReport after;
};
[[nodiscard]] Result<ReleaseReport> releaseReport(const catalog::Release& release);

/// Reads the released file and compares its SHA-256: kReleaseMissing, kReleaseChanged, or success.
[[nodiscard]] Status checkRelease(Workspace& workspace, const ReleaseId& id, const RunContext& context);

} // namespace mangrove::workspace
