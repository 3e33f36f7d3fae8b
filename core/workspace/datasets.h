// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "catalog/dataset.h"
#include "io/read_options.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::workspace {

class Session;
class Workspace;

struct RegisterOptions {
    std::filesystem::path path; ///< the source file; stays where it is
    std::string name;           ///< unique; the file name without its last suffix where empty
    std::string description;
    catalog::Domain domain = catalog::Domain::Other;
    std::string owner;
    io::ReadOptions read; ///< what is known; the rest is sniffed and written down
};

/// Reads the whole file once (rows, columns, fingerprint, dialect) and enters it in the catalogue. Malformed
/// files fail with the reader's errors (csv-unclosed-quote…) and leave nothing. Needs Act::RegisterDataset.
/// Audit: "dataset.register".
[[nodiscard]] Result<catalog::Dataset> registerDataset(Workspace& workspace, const Session& session,
                                                       const RegisterOptions& options,
                                                       const RunContext& context);

/// How the source file compares with what was registered, as far as a look at the folder entry tells (no
/// reading).
enum class SourceState : std::uint8_t {
    Present,    ///< there, same size; checkSource() knows for sure
    Missing,    ///< no such file
    SizeDiffers ///< certainly changed
};

[[nodiscard]] SourceState quickSourceState(const catalog::Dataset& dataset);

/// One line of the catalogue.
struct DatasetSummary {
    catalog::Dataset dataset;
    SourceState source = SourceState::Present;
    bool profiled = false;
    bool classified = false;
    bool qualityChecked = false;
    std::uint64_t releases = 0;
    std::uint64_t openRequests = 0;      ///< submitted and not decided
    std::uint64_t unresolvedColumns = 0; ///< classified below certainty and not decided by a person
    std::optional<Instant> lastAssessed; ///< newest profile, classification or quality check
};

/// All data sets by name, or those that match `search` (name, description, owner, column names).
[[nodiscard]] Result<std::vector<DatasetSummary>> listDatasets(Workspace& workspace,
                                                               std::string_view search = {});
/// By id or by unique name. Fails with kDatasetNotFound.
[[nodiscard]] Result<catalog::Dataset> findDataset(Workspace& workspace, std::string_view reference);
/// The same with everything known beside it.
[[nodiscard]] Result<DatasetSummary> showDataset(Workspace& workspace, std::string_view reference);

/// The file has moved: `path` must hold the same bytes (kDatasetSourceChanged otherwise). Needs
/// Act::RegisterDataset. Audit: "dataset.relocate".
[[nodiscard]] Result<catalog::Dataset> relocateDataset(Workspace& workspace, const Session& session,
                                                       const DatasetId& id, const std::filesystem::path& path,
                                                       const RunContext& context);

/// The source holds new content (the same file, or `path` where given): reads it whole with the registered
/// dialect and enters it as the data set's next version. Assessments of the old content stay, marked stale;
/// decisions on columns of the same name go on (see column_decisions.h). kDatasetUnchanged where the bytes
/// are the registered ones. Needs Act::RegisterDataset. Audit: "dataset.renew".
[[nodiscard]] Result<catalog::Dataset> renewDataset(Workspace& workspace, const Session& session,
                                                    const DatasetId& id, const std::filesystem::path& path,
                                                    const RunContext& context);
/// What the data set was before, oldest first.
[[nodiscard]] Result<std::vector<catalog::DatasetVersion>> datasetVersions(Workspace& workspace,
                                                                           const DatasetId& id);

/// Reads the source file and compares its SHA-256 with the registered one: kDatasetSourceMissing,
/// kDatasetSourceChanged (names the first 12 digits of the old and new SHA-256), or success. Writes nothing.
[[nodiscard]] Status checkSource(Workspace& workspace, const DatasetId& id, const RunContext& context);

/// A window of rows for a grid, as text.
struct RowPage {
    std::vector<std::string> columns;
    std::uint64_t firstRow = 0;                                ///< row number of the first one, from 0
    std::vector<std::vector<std::optional<std::string>>> rows; ///< nullopt = missing
    bool last = false;                                         ///< the file ends within this page
};

/// Rows firstRow … firstRow + count - 1 of the source, read from the file's beginning (time grows with
/// firstRow). count is at most 10 000. Values are for the screen only: never log them. Touches the file, not
/// the workspace, beyond finding the data set.
[[nodiscard]] Result<RowPage> readRows(Workspace& workspace, const DatasetId& id, std::uint64_t firstRow,
                                       std::uint64_t count, const RunContext& context);
/// The same of a released table.
[[nodiscard]] Result<RowPage> readReleaseRows(Workspace& workspace, const ReleaseId& id,
                                              std::uint64_t firstRow, std::uint64_t count,
                                              const RunContext& context);

/// The reading options that give the registered cells again.
[[nodiscard]] Result<io::ReadOptions> readOptionsOf(const catalog::Dataset& dataset);

/// The dialect of every released table: CSV, comma, UTF-8, header.
[[nodiscard]] io::ReadOptions releaseReadOptions();

} // namespace mangrove::workspace
