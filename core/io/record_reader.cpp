// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/record_reader.h"

#include "io/content_kind.h"
#include "io/csv_reader.h"
#include "io/xlsx_reader.h"

namespace mangrove::io {

namespace {

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
    MANGROVE_ASSIGN(const ContentKind kind, contentKind(path));
    if (kind == ContentKind::Workbook)
        return made(XlsxReader::open(path, options, context));
    MANGROVE_ASSIGN(auto source, ByteSource::open(path, options.table, context));
    return made(CsvReader::open(path, options, std::move(source), context));
}

} // namespace mangrove::io
