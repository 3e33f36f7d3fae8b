// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "quality/quality_check.h"
#include "workspace/assessments.h"
#include "workspace/datasets.h"

#include <optional>
#include <string>
#include <vector>

namespace mangrove::workspace {
class Workspace;
}

namespace mangrove::ui {

/// The newest quality run of one data set, with its rules.
struct QualityRun {
    workspace::DatasetSummary summary;
    std::optional<workspace::StoredQuality> quality;
    std::vector<quality::QualityRule> rules;
    std::vector<double> passRates; ///< of all runs, oldest first
};

/// One finding with the data set it belongs to, for the table.
struct FindingRow {
    DatasetId dataset;
    std::string datasetName;
    quality::Finding finding;
    std::string description; ///< of the rule, as its author wrote it
};

[[nodiscard]] Result<std::vector<QualityRun>> loadQuality(workspace::Workspace& workspace);

/// Findings of all runs: failed ones first, then by severity, then as the rules are ordered.
[[nodiscard]] std::vector<FindingRow> findingsOf(const std::vector<QualityRun>& runs);

/// What a finding would be under another threshold, from its counts alone.
[[nodiscard]] quality::FindingStatus judge(const quality::Finding& finding, double threshold);

} // namespace mangrove::ui
