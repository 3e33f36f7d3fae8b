// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "catalog/assessment.h"
#include "catalog/dataset.h"
#include "catalog/release.h"

#include <optional>
#include <string_view>
#include <vector>

namespace mangrove::store {
class Database;
}

namespace mangrove::catalog {

/// The catalogue of one workspace: data sets, what was found out about them, released tables and packages. It
/// records; it opens no source file. Rows live in the tables of catalog/schema.h; assessments, decisions,
/// releases and packages are append-only there (triggers). Writes belong inside the caller's transaction
/// together with the audit event. Does not own the database; used by the thread that uses the database.
class Catalog {
public:
    explicit Catalog(store::Database& database);

    /// Fails with kDatasetNameBad or kDatasetNameTaken.
    [[nodiscard]] Status add(const Dataset& dataset);
    /// All, by name in byte order.
    [[nodiscard]] Result<std::vector<Dataset>> list();
    /// Those whose name, description, owner or a column name contains `text` (ASCII letters without case), by
    /// name.
    [[nodiscard]] Result<std::vector<Dataset>> search(std::string_view text);
    /// Fails with kDatasetNotFound.
    [[nodiscard]] Result<Dataset> find(const DatasetId& id);
    /// The data set of exactly that name, or nullopt.
    [[nodiscard]] Result<std::optional<DatasetId>> idOfName(std::string_view name);
    /// The file moved; content and all else stay.
    [[nodiscard]] Status setPath(const DatasetId& id, std::string_view path);
    /// New content under the same id: bytes, fingerprint, rows, columns, dialect and path of `renewed`
    /// replace the old ones, the version grows by one, and what was is kept (versions()). Fails with
    /// kDatasetNotFound; with kCatalogFixed where `renewed.version` is not the next one.
    [[nodiscard]] Status renew(const Dataset& renewed, Instant at, const UserId& by);
    /// What the data set was before, oldest first; empty for one that was never renewed.
    [[nodiscard]] Result<std::vector<DatasetVersion>> versions(const DatasetId& id);
    [[nodiscard]] Status setLevel(const DatasetId& id, int level39725);

    [[nodiscard]] Status addAssessment(const Assessment& assessment);
    /// The newest of that kind, or nullopt where there is none.
    [[nodiscard]] Result<std::optional<Assessment>> assessment(const DatasetId& id, AssessmentKind kind);
    /// When that one was made, without reading it.
    [[nodiscard]] Result<std::optional<Instant>> assessmentTime(const DatasetId& id, AssessmentKind kind);
    /// All of that kind, oldest first.
    [[nodiscard]] Result<std::vector<Assessment>> assessments(const DatasetId& id, AssessmentKind kind);

    [[nodiscard]] Status addDecision(const ColumnDecision& decision);
    /// All, oldest first: the last one of a column counts.
    [[nodiscard]] Result<std::vector<ColumnDecision>> decisions(const DatasetId& id);

    [[nodiscard]] Status addRelease(const Release& release);
    /// Newest first; of one data set or of all.
    [[nodiscard]] Result<std::vector<Release>> releases(const std::optional<DatasetId>& dataset = {});
    [[nodiscard]] Result<std::uint64_t> releaseCount(const DatasetId& dataset);
    /// Fails with kReleaseNotFound.
    [[nodiscard]] Result<Release> findRelease(const ReleaseId& id);

    [[nodiscard]] Status addPackage(const PackageRecord& package);
    /// Newest first.
    [[nodiscard]] Result<std::vector<PackageRecord>> packages();

private:
    store::Database* m_database;
};

} // namespace mangrove::catalog
