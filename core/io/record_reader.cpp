// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/record_reader.h"

#include "io/content_kind.h"
#include "io/csv_reader.h"
#include "io/json_reader.h"
#include "io/peeked_source.h"
#include "io/postgres_reader.h"
#include "io/sqlite_reader.h"
#include "io/table_folder.h"
#include "io/xlsx_reader.h"

namespace mangrove::io {

namespace {

constexpr std::size_t kHeadBytes = 4096;

/// Any reader as what callers know.
template<typename Reader>
Result<std::unique_ptr<RecordReader>> made(Result<std::unique_ptr<Reader>> reader) {
    if (!reader.ok())
        return reader.error();
    return std::unique_ptr<RecordReader>(std::move(reader).value());
}

} // namespace

Result<std::unique_ptr<RecordReader>>
RecordReader::open(const std::filesystem::path& path, const ReadOptions& options, const RunContext& context) {
    MANGROVE_TRY(options.validate());
    if (isDatabaseName(path))
        return made(PostgresReader::open(path, options, context));
    MANGROVE_ASSIGN(const ContentKind kind, contentKind(path));
    if (kind == ContentKind::Workbook)
        return made(XlsxReader::open(path, options, context));
    if (kind == ContentKind::Folder) {
        MANGROVE_ASSIGN(const auto file, tableOfFolder(path, options.table));
        ReadOptions inside = options;
        inside.table.reset();
        return open(file, inside, context);
    }
    if (kind == ContentKind::Sqlite)
        return made(SqliteReader::open(path, options, context));
    MANGROVE_ASSIGN(auto bytes, ByteSource::open(path, options, context));
    auto source = std::make_unique<PeekedSource>(std::move(bytes));
    MANGROVE_ASSIGN(const std::string_view head, source->peek(kHeadBytes, context));
    if (looksLikeJson(head))
        return made(JsonReader::open(path, options, std::move(source), context));
    return made(CsvReader::open(path, options, std::move(source), context));
}

} // namespace mangrove::io
