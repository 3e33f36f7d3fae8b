// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/run_context.h"
#include "base/strong_id.h"
#include "catalog/assessment.h"
#include "classify/column_classification.h"
#include "profile/table_profile.h"
#include "quality/quality_check.h"
#include "quality/quality_rule.h"

#include <optional>
#include <string>
#include <vector>

namespace mangrove::workspace {

class Session;
class Workspace;

/// A stored result with what is known about the run that made it.
template<typename T>
struct Stored {
    T value;
    Instant at{};
    UserId by;
    std::string sourceSha256; ///< of the bytes that were read
    bool stale = false;       ///< the data set's registered content is another one now
};

using StoredProfile = Stored<profile::TableProfile>;
using StoredClassification = Stored<classify::TableClassification>;
using StoredQuality = Stored<quality::QualityReport>;

/// The three runs: re-check the source (kDatasetSourceMissing, kDatasetSourceChanged), compute, store, audit
/// ("dataset.profile", "dataset.classify", "dataset.check-quality"). A cancelled or failed run stores
/// nothing. Need Act::AssessDataset.
[[nodiscard]] Result<StoredProfile> runProfile(Workspace& workspace, const Session& session,
                                               const DatasetId& id, const RunContext& context);
[[nodiscard]] Result<StoredClassification> runClassification(Workspace& workspace, const Session& session,
                                                             const DatasetId& id, const RunContext& context);
/// `rules` as given, or those of the last run, or (first time) the suggested ones. Needs a classification for
/// suggesting (kNotClassified).
[[nodiscard]] Result<StoredQuality> runQuality(Workspace& workspace, const Session& session,
                                               const DatasetId& id,
                                               const std::optional<std::vector<quality::QualityRule>>& rules,
                                               const RunContext& context);

/// The newest result, or nullopt where the stage has not run yet. Read no source file.
[[nodiscard]] Result<std::optional<StoredProfile>> storedProfile(Workspace& workspace, const DatasetId& id);
/// The proposal with the decisions of people laid over it (column_decisions.h); storedProposal() is the bare
/// one.
[[nodiscard]] Result<std::optional<StoredClassification>> storedClassification(Workspace& workspace,
                                                                               const DatasetId& id);
[[nodiscard]] Result<std::optional<StoredClassification>> storedProposal(Workspace& workspace,
                                                                         const DatasetId& id);
[[nodiscard]] Result<std::optional<StoredQuality>> storedQuality(Workspace& workspace, const DatasetId& id);
/// All quality runs, oldest first, for the trend.
[[nodiscard]] Result<std::vector<StoredQuality>> qualityHistory(Workspace& workspace, const DatasetId& id);
/// The rules the newest quality run used, or (no run yet) an empty list.
[[nodiscard]] Result<std::vector<quality::QualityRule>> qualityRules(Workspace& workspace,
                                                                     const DatasetId& id);

} // namespace mangrove::workspace
