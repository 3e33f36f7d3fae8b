// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/datasets.h"

#include "catalog/errors.h"
#include "io/fingerprint.h"
#include "io/postgres_connection.h"
#include "io/record_reader.h"
#include "io/table_folder.h"
#include "workspace/assessments.h"
#include "workspace/column_decisions.h"
#include "workspace/errors.h"
#include "workspace/rooms.h"
#include "workspace/source_file.h"
#include "workspace/workspace.h"

#include <algorithm>

namespace mangrove::workspace {

namespace {

constexpr std::uint64_t kMaxRowsPerPage = 10'000;

catalog::SourceDialect dialectOf(const io::SourceInfo& source, const io::ReadOptions& asked) {
    catalog::SourceDialect dialect;
    dialect.format = source.format;
    dialect.encoding = source.encoding;
    dialect.delimiter = source.delimiter;
    dialect.quote = source.quote;
    dialect.header = source.header;
    dialect.nullWords = source.nullWords;
    dialect.sheet = asked.sheet.value_or("");
    dialect.table = asked.table.value_or(source.member);
    dialect.query = asked.query.value_or("");
    dialect.skipLines = asked.skipLines;
    if (source.backslashEscapes || asked.quoteEscape)
        dialect.quoteEscape = io::quoteEscapeName(source.backslashEscapes ? io::QuoteEscape::Backslash
                                                                          : io::QuoteEscape::Doubled);
    dialect.ragged = io::raggedPolicyName(asked.ragged);
    dialect.totals = io::totalsPolicyName(asked.totals);
    dialect.maxCellBytes = asked.maxCellBytes;
    // the sheet that was found is the one to read again
    if (source.format == "xlsx") {
        dialect.sheet = source.member;
        dialect.table.clear();
    }
    return dialect;
}

/// Reads the file to its end; what is known of it then.
Result<catalog::Dataset> readWhole(const std::filesystem::path& path, const io::ReadOptions& options,
                                   const RunContext& context) {
    MANGROVE_ASSIGN(auto reader, io::RecordReader::open(path, options, context));
    io::RecordBatch batch;
    bool more = true;
    while (more) {
        MANGROVE_ASSIGN(more, reader->next(batch, context));
    }
    catalog::Dataset dataset;
    dataset.path = path.string();
    dataset.dialect = dialectOf(reader->source(), options);
    dataset.bytes = reader->source().bytes;
    dataset.sha256 = reader->source().sha256;
    dataset.rows = reader->rowsRead();
    dataset.columns = reader->columnNames();
    return dataset;
}

Result<std::filesystem::path> absolutePath(const std::filesystem::path& path) {
    if (io::isDatabaseName(path))
        return path;
    std::error_code problem;
    auto absolute = std::filesystem::absolute(path, problem);
    if (problem)
        return Error(errors::kFileNotFound, {path.string()});
    return absolute.lexically_normal();
}

bool isOpen(authorization::RequestState state) {
    return authorization::isDecidable(state);
}

Result<DatasetSummary> summarise(Workspace& workspace, catalog::Dataset dataset,
                                 const std::vector<authorization::Request>& requests) {
    DatasetSummary summary;
    auto& catalog = workspace.rooms().catalog;
    summary.source = quickSourceState(dataset);
    for (const auto kind : {catalog::AssessmentKind::Profile, catalog::AssessmentKind::Classification,
                            catalog::AssessmentKind::Quality}) {
        MANGROVE_ASSIGN(const auto newest, catalog.assessmentTime(dataset.id, kind));
        if (!newest)
            continue;
        summary.lastAssessed = std::max(summary.lastAssessed.value_or(*newest), *newest);
        summary.profiled |= kind == catalog::AssessmentKind::Profile;
        summary.classified |= kind == catalog::AssessmentKind::Classification;
        summary.qualityChecked |= kind == catalog::AssessmentKind::Quality;
    }
    if (summary.classified) {
        MANGROVE_ASSIGN(summary.unresolvedColumns, unresolvedColumns(workspace, dataset.id));
    }
    MANGROVE_ASSIGN(summary.releases, catalog.releaseCount(dataset.id));
    summary.openRequests = static_cast<std::uint64_t>(
        std::count_if(requests.begin(), requests.end(), [&](const authorization::Request& request) {
            return request.dataset == dataset.id && isOpen(request.state);
        }));
    summary.dataset = std::move(dataset);
    return summary;
}

Result<RowPage> readPage(io::RecordReader& reader, std::uint64_t firstRow, std::uint64_t count,
                         const RunContext& context) {
    RowPage page;
    page.columns = reader.columnNames();
    page.firstRow = firstRow;
    count = std::min(count, kMaxRowsPerPage);
    io::RecordBatch batch;
    while (page.rows.size() < count) {
        MANGROVE_ASSIGN(const bool more, reader.next(batch, context));
        if (!more) {
            page.last = true;
            return page;
        }
        const std::uint64_t skip = batch.firstRow() >= firstRow
                                       ? 0
                                       : std::min<std::uint64_t>(firstRow - batch.firstRow(), batch.rows());
        for (std::size_t row = skip; row < batch.rows() && page.rows.size() < count; ++row) {
            auto& cells = page.rows.emplace_back();
            cells.reserve(batch.columns());
            for (std::size_t column = 0; column < batch.columns(); ++column) {
                if (batch.isNull(column, row))
                    cells.emplace_back();
                else
                    cells.emplace_back(std::string(batch.cell(column, row)));
            }
        }
    }
    return page;
}

} // namespace

Result<catalog::Dataset> registerDataset(Workspace& workspace, const Session& session,
                                         const RegisterOptions& options, const RunContext& context) {
    MANGROVE_ASSIGN(const auto role, session.roleFor(Act::RegisterDataset));
    MANGROVE_ASSIGN(auto path, absolutePath(options.path));
    io::ReadOptions read = options.read;
    std::error_code problem;
    if (std::filesystem::is_directory(path, problem)) {
        // one file of the folder is the source, and its fingerprint is what is kept
        MANGROVE_ASSIGN(path, io::tableOfFolder(path, read.table));
        read.table.reset();
    }
    MANGROVE_ASSIGN(auto dataset, readWhole(path, read, context));
    dataset.id = DatasetId(makeId("DS", workspace.environment().random));
    dataset.name = options.name.empty() ? path.stem().string() : options.name;
    dataset.description = options.description;
    dataset.domain = options.domain;
    dataset.owner = options.owner;
    dataset.registered = workspace.environment().clock.now();
    dataset.registeredBy = session.user().id;

    Rooms& rooms = workspace.rooms();
    MANGROVE_ASSIGN(auto transaction, rooms.database.begin());
    MANGROVE_TRY(rooms.catalog.add(dataset));
    Payload payload;
    payload.add("name", dataset.name)
        .add("domain", catalog::name(dataset.domain))
        .add("bytes", dataset.bytes)
        .add("sha256", dataset.sha256)
        .add("rows", dataset.rows)
        .add("columns", dataset.columns.size());
    MANGROVE_TRY(record(rooms, session, role, "dataset.register", dataset.id.text(), payload));
    MANGROVE_TRY(transaction.commit());
    return dataset;
}

SourceState quickSourceState(const catalog::Dataset& dataset) {
    if (io::isDatabaseName(dataset.path))
        return SourceState::Present; // a look at it costs a connection
    const auto now = io::quickFingerprint(dataset.path);
    if (!now.ok())
        return SourceState::Missing;
    return now->bytes == dataset.bytes ? SourceState::Present : SourceState::SizeDiffers;
}

Result<std::vector<DatasetSummary>> listDatasets(Workspace& workspace, std::string_view search) {
    auto& rooms = workspace.rooms();
    MANGROVE_ASSIGN(auto datasets, search.empty() ? rooms.catalog.list() : rooms.catalog.search(search));
    MANGROVE_ASSIGN(const auto requests, rooms.authorization.list());
    std::vector<DatasetSummary> summaries;
    summaries.reserve(datasets.size());
    for (auto& dataset : datasets) {
        MANGROVE_ASSIGN(auto summary, summarise(workspace, std::move(dataset), requests));
        summaries.push_back(std::move(summary));
    }
    return summaries;
}

Result<catalog::Dataset> findDataset(Workspace& workspace, std::string_view reference) {
    auto& catalog = workspace.rooms().catalog;
    MANGROVE_ASSIGN(const auto named, catalog.idOfName(reference));
    return catalog.find(named.value_or(DatasetId(std::string(reference))));
}

Result<DatasetSummary> showDataset(Workspace& workspace, std::string_view reference) {
    MANGROVE_ASSIGN(auto dataset, findDataset(workspace, reference));
    MANGROVE_ASSIGN(const auto requests, workspace.rooms().authorization.list(dataset.id));
    return summarise(workspace, std::move(dataset), requests);
}

Result<catalog::Dataset> relocateDataset(Workspace& workspace, const Session& session, const DatasetId& id,
                                         const std::filesystem::path& path, const RunContext& context) {
    MANGROVE_ASSIGN(const auto role, session.roleFor(Act::RegisterDataset));
    Rooms& rooms = workspace.rooms();
    MANGROVE_ASSIGN(auto dataset, rooms.catalog.find(id));
    MANGROVE_ASSIGN(const auto absolute, absolutePath(path));
    dataset.path = absolute.string();
    MANGROVE_ASSIGN(const auto sha256, sourceSha256(dataset, context));
    MANGROVE_TRY(expectSource(dataset, sha256));

    MANGROVE_ASSIGN(auto transaction, rooms.database.begin());
    MANGROVE_TRY(rooms.catalog.setPath(id, dataset.path));
    Payload payload;
    payload.add("sha256", dataset.sha256);
    MANGROVE_TRY(record(rooms, session, role, "dataset.relocate", id.text(), payload));
    MANGROVE_TRY(transaction.commit());
    return dataset;
}

namespace {

std::vector<std::string> namesMissing(const std::vector<std::string>& from,
                                      const std::vector<std::string>& in) {
    std::vector<std::string> missing;
    std::copy_if(from.begin(), from.end(), std::back_inserter(missing),
                 [&](const std::string& name) { return std::find(in.begin(), in.end(), name) == in.end(); });
    return missing;
}

} // namespace

Result<catalog::Dataset> renewDataset(Workspace& workspace, const Session& session, const DatasetId& id,
                                      const std::filesystem::path& path, const RunContext& context) {
    MANGROVE_ASSIGN(const auto role, session.roleFor(Act::RegisterDataset));
    Rooms& rooms = workspace.rooms();
    MANGROVE_ASSIGN(const auto old, rooms.catalog.find(id));
    MANGROVE_ASSIGN(const auto source, absolutePath(path.empty() ? std::filesystem::path(old.path) : path));
    MANGROVE_ASSIGN(const auto options, readOptionsOf(old));
    MANGROVE_ASSIGN(const auto read, readWhole(source, options, context));
    if (read.sha256 == old.sha256)
        return Error(errors::kDatasetUnchanged, {displayName(old), std::to_string(old.version)});
    auto renewed = old;
    renewed.path = read.path;
    renewed.dialect = read.dialect;
    renewed.bytes = read.bytes;
    renewed.sha256 = read.sha256;
    renewed.rows = read.rows;
    renewed.columns = read.columns;
    renewed.version = old.version + 1;

    MANGROVE_ASSIGN(auto transaction, rooms.database.begin());
    MANGROVE_TRY(rooms.catalog.renew(renewed, workspace.environment().clock.now(), session.user().id));
    Payload payload;
    payload.add("version", renewed.version)
        .add("bytes", renewed.bytes)
        .add("sha256", renewed.sha256)
        .add("rows", renewed.rows)
        .add("columnsAdded", namesMissing(renewed.columns, old.columns))
        .add("columnsRemoved", namesMissing(old.columns, renewed.columns));
    MANGROVE_TRY(record(rooms, session, role, "dataset.renew", id.text(), payload));
    MANGROVE_TRY(transaction.commit());
    return renewed;
}

Result<std::vector<catalog::DatasetVersion>> datasetVersions(Workspace& workspace, const DatasetId& id) {
    return workspace.rooms().catalog.versions(id);
}

Status checkSource(Workspace& workspace, const DatasetId& id, const RunContext& context) {
    MANGROVE_ASSIGN(const auto dataset, workspace.rooms().catalog.find(id));
    const auto now = sourceSha256(dataset, context);
    if (!now.ok())
        return now.error().is(errors::kFileNotFound)
                   ? Error(errors::kDatasetSourceMissing, {displayName(dataset), dataset.path})
                   : now.error();
    return expectSource(dataset, *now);
}

Result<RowPage> readRows(Workspace& workspace, const DatasetId& id, std::uint64_t firstRow,
                         std::uint64_t count, const RunContext& context) {
    MANGROVE_ASSIGN(const auto dataset, workspace.rooms().catalog.find(id));
    MANGROVE_ASSIGN(const auto options, readOptionsOf(dataset));
    auto reader = io::RecordReader::open(dataset.path, options, context);
    if (!reader.ok())
        return explainSourceError(dataset, reader.error(), context);
    return readPage(*reader.value(), firstRow, count, context);
}

Result<RowPage> readReleaseRows(Workspace& workspace, const ReleaseId& id, std::uint64_t firstRow,
                                std::uint64_t count, const RunContext& context) {
    MANGROVE_ASSIGN(const auto release, workspace.rooms().catalog.findRelease(id));
    auto reader = io::RecordReader::open(release.path, releaseReadOptions(), context);
    if (!reader.ok())
        return reader.error().is(errors::kFileNotFound)
                   ? Error(errors::kReleaseMissing, {release.id.text(), release.path})
                   : reader.error();
    return readPage(*reader.value(), firstRow, count, context);
}

Result<io::ReadOptions> readOptionsOf(const catalog::Dataset& dataset) {
    const auto& dialect = dataset.dialect;
    io::ReadOptions options;
    if (dialect.delimiter.size() == 1)
        options.delimiter = dialect.delimiter.front();
    const auto encoding = io::encodingFromName(dialect.encoding);
    // pure ASCII is what detection found, not something to ask for
    if (encoding && *encoding != io::Encoding::Ascii)
        options.encoding = encoding;
    options.header = dialect.header;
    options.nullWords = dialect.nullWords;
    if (!dialect.sheet.empty())
        options.sheet = dialect.sheet;
    if (!dialect.table.empty())
        options.table = dialect.table;
    if (!dialect.query.empty())
        options.query = dialect.query;
    options.skipLines = dialect.skipLines;
    options.quoteEscape = io::quoteEscapeFromName(dialect.quoteEscape);
    options.ragged = io::raggedPolicyFromName(dialect.ragged).value_or(options.ragged);
    options.totals = io::totalsPolicyFromName(dialect.totals).value_or(options.totals);
    if (dialect.maxCellBytes > 0)
        options.maxCellBytes = dialect.maxCellBytes;
    MANGROVE_TRY(options.validate());
    return options;
}

io::ReadOptions releaseReadOptions() {
    io::ReadOptions options;
    options.delimiter = ',';
    options.encoding = io::Encoding::Utf8;
    options.header = true;
    return options;
}

} // namespace mangrove::workspace
