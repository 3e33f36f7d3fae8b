// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/table_listing.h"

#include "base/text.h"
#include "io/cdm.h"
#include "io/content_kind.h"
#include "io/errors.h"
#include "io/json_schema.h"
#include "io/peeked_source.h"
#include "io/postgres_reader.h"
#include "io/record_reader.h"
#include "io/sqlite_reader.h"
#include "io/table_folder.h"
#include "io/workbook.h"
#include "io/zip_archive.h"
#include "io/zip_source.h"

#include <algorithm>
#include <system_error>

namespace mangrove::io {

namespace {

/// Opens a table for its columns; what goes wrong becomes its note.
void look(TableFacts& facts, const std::filesystem::path& path, const ReadOptions& options,
          const RunContext& context) {
    const auto reader = RecordReader::open(path, options, context);
    if (reader.ok())
        facts.columns = reader.value()->columnNames();
    else
        facts.note = reader.error().message();
}

Result<std::vector<TableFacts>> zipTables(const std::filesystem::path& path, ReadOptions options,
                                          const RunContext& context) {
    MANGROVE_ASSIGN(const auto archive, ZipArchive::open(path));
    std::vector<TableFacts> tables;
    for (const auto& member : archive->members()) {
        MANGROVE_TRY(context.check());
        if (!ZipSource::looksLikeTable(member.name))
            continue;
        TableFacts facts;
        facts.name = member.name;
        facts.kind = "file";
        facts.bytes = member.bytes;
        options.table = member.name;
        look(facts, path, options, context);
        tables.push_back(std::move(facts));
    }
    return tables;
}

Result<std::vector<TableFacts>> folderTables(const std::filesystem::path& path, ReadOptions options,
                                             const RunContext& context) {
    MANGROVE_ASSIGN(const auto names, tablesOfFolder(path));
    options.table.reset();
    std::vector<TableFacts> tables;
    for (const std::string& name : names) {
        MANGROVE_TRY(context.check());
        TableFacts facts;
        facts.name = name;
        facts.kind = "file";
        std::error_code problem;
        if (const auto bytes = std::filesystem::file_size(path / name, problem); !problem)
            facts.bytes = bytes;
        look(facts, path / name, options, context);
        tables.push_back(std::move(facts));
    }
    return tables;
}

Result<std::vector<TableFacts>> workbookTables(const std::filesystem::path& path, ReadOptions options,
                                               const RunContext& context) {
    MANGROVE_ASSIGN(const auto workbook, Workbook::open(path, context));
    std::vector<TableFacts> tables;
    for (const auto& sheet : workbook->sheets()) {
        if (sheet.part.empty())
            continue;
        TableFacts facts;
        facts.name = sheet.name;
        facts.kind = "sheet";
        options.sheet = sheet.name;
        look(facts, path, options, context);
        if (sheet.hidden)
            facts.note = facts.note.empty() ? "hidden" : "hidden. " + facts.note;
        tables.push_back(std::move(facts));
    }
    return tables;
}

/// Types of FHIR resources, or nothing where the stream is another one.
Result<std::vector<TableFacts>> resourceTables(const std::filesystem::path& path, const ReadOptions& options,
                                               const RunContext& context) {
    std::vector<TableFacts> tables;
    MANGROVE_ASSIGN(auto bytes, ByteSource::open(path, options, context));
    auto source = std::make_unique<PeekedSource>(std::move(bytes));
    MANGROVE_ASSIGN(const std::string_view head, source->peek(4096, context));
    if (!looksLikeJson(head) || path == "-")
        return tables;
    JsonStream stream(path.string(), std::move(source), options.encoding);
    MANGROVE_TRY(stream.start(context));
    JsonSchema schema(options.maxColumns);
    MANGROVE_TRY(schema.learn(stream, path.string(), context));
    if (!schema.fhir())
        return tables;
    for (auto& table : schema.tables())
        tables.push_back({table.type, "resource", table.rows, {}, table.paths->names(), {}});
    return tables;
}

} // namespace

Result<TableListing> listTables(const std::filesystem::path& path, const ReadOptions& options,
                                const RunContext& context) {
    MANGROVE_TRY(options.validate());
    RunContext quiet;
    quiet.stop = context.stop;
    TableListing listing;
    if (isDatabaseName(path)) {
        listing.format = "postgresql";
        MANGROVE_ASSIGN(listing.tables, PostgresReader::tables(path, options, quiet));
        return listing;
    }
    MANGROVE_ASSIGN(const ContentKind kind, contentKind(path));
    using ListingOf =
        Result<std::vector<TableFacts>> (*)(const std::filesystem::path&, ReadOptions, const RunContext&);
    const auto listed = [&](const char* format, ListingOf of) -> Result<TableListing> {
        listing.format = format;
        MANGROVE_ASSIGN(listing.tables, of(path, options, quiet));
        return listing;
    };
    if (kind == ContentKind::Zip)
        return listed("zip", &zipTables);
    if (kind == ContentKind::Folder)
        return listed("folder", &folderTables);
    if (kind == ContentKind::Workbook)
        return listed("xlsx", &workbookTables);
    if (kind == ContentKind::Sqlite) {
        listing.format = "sqlite";
        MANGROVE_ASSIGN(listing.tables, SqliteReader::tables(path, quiet));
        return listing;
    }
    MANGROVE_ASSIGN(listing.tables, resourceTables(path, options, quiet));
    if (!listing.tables.empty()) {
        listing.format = "fhir";
        return listing;
    }
    MANGROVE_ASSIGN(const auto reader, RecordReader::open(path, options, quiet));
    listing.format = reader->source().format;
    TableFacts facts;
    facts.name = path.filename().string();
    facts.kind = "file";
    std::error_code problem;
    if (const auto bytes = std::filesystem::file_size(path, problem); !problem)
        facts.bytes = bytes;
    facts.columns = reader->columnNames();
    listing.tables.push_back(std::move(facts));
    return listing;
}

Result<std::optional<CdmFacts>> recogniseCdm(const std::filesystem::path& path, const TableListing& listing,
                                             const RunContext& context) {
    std::string stated;
    for (const TableFacts& table : listing.tables) {
        std::string name = toLowerAscii(table.name);
        if (const std::size_t slash = name.rfind('/'); slash != std::string::npos)
            name.erase(0, slash + 1);
        if (name != "cdm_source" && !name.starts_with("cdm_source."))
            continue;
        ReadOptions options;
        options.table = table.name;
        const auto reader = RecordReader::open(path, options, context);
        if (!reader.ok())
            break;
        const auto& names = reader.value()->columnNames();
        const auto found = std::find_if(names.begin(), names.end(), [](const std::string& column) {
            return toLowerAscii(column) == "cdm_version";
        });
        RecordBatch batch;
        MANGROVE_ASSIGN(const bool any, reader.value()->next(batch, context));
        if (any && found != names.end()) {
            // What a file says of itself goes into a sentence: only what looks like a version.
            const std::string_view cell = batch.cell(static_cast<std::size_t>(found - names.begin()), 0);
            if (cell.size() <= 12 && cell.find_first_not_of("vV0123456789.") == std::string_view::npos)
                stated = cell;
        }
        break;
    }
    return recogniseCdm(listing.tables, stated);
}

} // namespace mangrove::io
