// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "base/strong_id.h"
#include "catalog/release.h"
#include "deid/apply.h"
#include "deid/preview.h"
#include "deid/recipe.h"
#include "deid/risk.h"

#include <cstdint>
#include <filesystem>
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

/// A recipe proposed from the classification (with the decisions of people) and the profile, where there is
/// one. Fails with kNotClassified.
[[nodiscard]] Result<deid::Recipe> suggestRecipe(Workspace& workspace, const DatasetId& id);

/// How a release is made.
struct ReleaseOptions {
    deid::Recipe recipe;
    std::filesystem::path hierarchyFolder;             ///< where relative hierarchy files of the recipe lie
    deid::Sharing sharing = deid::Sharing::Controlled; ///< for the GB/T 42460 verdict
};

/// The first rows before and after a recipe, with risk figures over the whole source; stores and writes
/// nothing. The source is not hashed again. Pseudonyms and offsets shown are made with a fixed key, not those
/// of a release. Values are for the screen only. `rows` at most 1 000.
[[nodiscard]] Result<deid::PreviewReport> previewRecipe(Workspace& workspace, const DatasetId& id,
                                                        const ReleaseOptions& options, std::uint64_t rows,
                                                        const RunContext& context);

/// Re-checks the source, de-identifies it into "<workspace>.files/releases/<release id>.csv" and enters the
/// release. The keys for pseudonyms and date shifts are the workspace's (vault "deid"): made by whoever
/// de-identifies first, usable by others after shareDeidKeys() (vault-not-granted before), so that all
/// releases link with each other. The originals of reversible
/// pseudonyms are sealed beside it (code_books.h). On failure no file is left. Needs Act::Deidentify. Audit:
/// "release.create".
[[nodiscard]] Result<catalog::Release> applyRecipe(Workspace& workspace, const Session& session,
                                                   const DatasetId& id, const ReleaseOptions& options,
                                                   const RunContext& context);

/// Newest first; of one data set or of all.
[[nodiscard]] Result<std::vector<catalog::Release>>
listReleases(Workspace& workspace, const std::optional<DatasetId>& dataset = {});
/// Fails with kReleaseNotFound.
[[nodiscard]] Result<catalog::Release> showRelease(Workspace& workspace, const ReleaseId& id);

/// What was done and measured when the release was made, parsed from its stored report.
[[nodiscard]] Result<deid::ApplyReport> releaseReport(const catalog::Release& release);

/// SHA-256 (hex) of the released file as it lies on the disk now. kReleaseMissing.
[[nodiscard]] Result<std::string> releaseFileHash(const catalog::Release& release, const RunContext& context);
/// Reads the released file and compares its SHA-256: kReleaseMissing, kReleaseChanged, or success.
[[nodiscard]] Status checkRelease(Workspace& workspace, const ReleaseId& id, const RunContext& context);

} // namespace mangrove::workspace
