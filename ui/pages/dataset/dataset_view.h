// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "catalog/release.h"
#include "workspace/assessments.h"
#include "workspace/column_decisions.h"
#include "workspace/comparisons.h"
#include "workspace/datasets.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::workspace {
class Workspace;
}

namespace mangrove::ui {

/// Everything the Data set page shows of one data set, read in one job. Immutable once made.
struct DatasetView {
    workspace::DatasetSummary summary;
    std::optional<workspace::StoredProfile> profile;
    std::optional<workspace::StoredClassification> classification; ///< with people's decisions laid over it
    std::optional<workspace::StoredClassification> proposal;       ///< the bare one
    std::optional<workspace::FieldList> fields;                    ///< with states and samples
    std::vector<catalog::ColumnDecision> decisions;                ///< oldest first
    workspace::VersionComparison comparison;                       ///< with an earlier version
    std::vector<catalog::Release> releases;                        ///< newest first
    std::vector<catalog::PackageRecord> packages; ///< those made from this data set, newest first
};

/// One column with all that is known of it. Cheap to copy; keeps the view alive.
struct ColumnView {
    std::shared_ptr<const DatasetView> view;
    std::size_t index = 0;

    [[nodiscard]] const std::string& name() const { return view->summary.dataset.columns[index]; }
    /// nullptr where there is none yet.
    [[nodiscard]] const profile::ColumnProfile* profile() const;
    [[nodiscard]] const classify::ColumnClassification* classification() const;
    [[nodiscard]] const classify::ColumnClassification* proposal() const;
    /// Its state for deciding; nullptr for a column that the newest classification does not know.
    [[nodiscard]] const workspace::Field* field() const;
    /// Doubtful and not decided by a person.
    [[nodiscard]] bool unresolved() const;
    [[nodiscard]] double missingShare() const;
};

/// `reference`: id or name; `before`: the earlier version to compare with, as workspace::compareVersions()
/// takes it. Reads records only.
[[nodiscard]] Result<std::shared_ptr<const DatasetView>>
loadDatasetView(workspace::Workspace& workspace, const std::string& reference, std::optional<int> before);

/// The columns of a view, in table order.
[[nodiscard]] std::vector<ColumnView> columnsOf(const std::shared_ptr<const DatasetView>& view);

} // namespace mangrove::ui
