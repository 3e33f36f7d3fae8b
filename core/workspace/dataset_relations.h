// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "base/strong_id.h"
#include "catalog/dataset.h"
#include "profile/column_relations.h"
#include "profile/table_links.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::workspace {

class Workspace;

/// What relateDataset() needs of the workspace. A value: once taken, the work runs without the workspace, on
/// any thread, while others use it.
struct RelationSource {
    catalog::Dataset dataset;
    std::vector<catalog::Dataset> others; ///< all other data sets of the workspace, by name
};
[[nodiscard]] Result<RelationSource> relationSource(Workspace& workspace, const DatasetId& id);

/// Another data set that was compared, or was to be.
struct RelatedDataset {
    DatasetId id;
    std::string name;
    std::vector<std::string> columns;
    std::optional<Error> leftOut; ///< why it was not compared: its source is gone, changed or unreadable
};

/// A column of the data set and one of another by which their rows belong together. The facts are those of
/// profile::ColumnLink, seen from the data set.
struct DatasetLink {
    std::size_t other = 0;  ///< in DatasetRelations::others
    profile::LinkEnd here;  ///< column of the data set; `table` is 0
    profile::LinkEnd there; ///< column of the other one; `table` is other + 1
    std::uint64_t shared = 0;
    bool exact = true;
    double standardError = 0; ///< of the containment of the side that is contained better
    double score = 0;

    /// "1:1", "1:n", "n:1", "n:m": how many rows of the data set go with how many of the other.
    [[nodiscard]] std::string_view kind() const;
};

struct DatasetRelations {
    profile::ColumnRelations within;
    std::vector<RelatedDataset> others; ///< parallel to RelationSource::others
    std::vector<DatasetLink> links;     ///< best first
    std::uint64_t linksFound = 0;       ///< more than are listed where the limit of a pair was hit
    profile::LinksLeftOut leftOut;
};

/// How the columns of the data set hang together, and by which of them it belongs together with the other
/// data sets: reads its source twice and each of the others once, with the reading choices they were
/// registered with. Sources that differ from what was registered are not looked at: kDatasetSourceMissing or
/// kDatasetSourceChanged for the data set itself, RelatedDataset::leftOut for another. Stores nothing. Uses
/// all cores; the result is the same for any number. Errors also as profile::relateColumns() and
/// profile::sketchTable().
[[nodiscard]] Result<DatasetRelations> relateDataset(const RelationSource& source, const RunContext& context);

} // namespace mangrove::workspace
