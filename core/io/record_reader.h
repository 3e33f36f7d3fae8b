// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "io/read_options.h"
#include "io/record_batch.h"
#include "io/source_info.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace mangrove::io {

class BlockSource;

/// Reads a table front to back, a batch at a time. Memory does not grow with the file. One thread.
///
/// The promise behind every number: rowsRead() + rowsRejected() = records in the file (blank lines of a table
/// with more than one column are no records; they are counted in a warning). A row is never dropped, shifted
/// or repaired in silence. A file that shrinks or changes while it is read is an error (file-changed), not a
/// crash.
class RecordReader {
public:
    /// Opens `path` ("-" = standard input) and reads as much of it as sniffing needs (about 1 MiB).
    /// Formats, told apart by content: delimited text and JSON (Lines, arrays, FHIR), plain, in .gz or in a
    /// .zip (member by options.table); workbooks (.xlsx, options.sheet); SQLite databases and PostgreSQL ones
    /// by their name (options.table or options.query); a folder stands for the one file in it that
    /// options.table names. Errors: file-not-found, file-not-readable, bad-option, archive-*, csv-*, json-*,
    /// workbook-*, sqlite-*, database-*, several-tables, table-missing.
    [[nodiscard]] static Result<std::unique_ptr<RecordReader>>
    open(const std::filesystem::path& path, const ReadOptions& options = {}, const RunContext& context = {});
    virtual ~RecordReader() = default;
    RecordReader(const RecordReader&) = delete;
    RecordReader& operator=(const RecordReader&) = delete;

    /// Unique and not empty: an empty name became "column_N", a repeated one got "_2", "_3"… (with a
    /// warning).
    [[nodiscard]] virtual const std::vector<std::string>& columnNames() const = 0;
    /// Fills `batch` with the next rows; false = there are no more and source() is complete. After an error
    /// the reader is spent.
    [[nodiscard]] virtual Result<bool> next(RecordBatch& batch, const RunContext& context) = 0;
    [[nodiscard]] virtual const SourceInfo& source() const = 0;
    /// In order of lines; each code at most 1,000 times, then one line with the total.
    [[nodiscard]] virtual const std::vector<ReadWarning>& warnings() const = 0;
    [[nodiscard]] virtual std::uint64_t rowsRead() const = 0;
    [[nodiscard]] virtual std::uint64_t rowsRejected() const = 0;
    /// The door for reading with several threads, or nullptr where the format has none. Do not mix with
    /// next().
    [[nodiscard]] virtual BlockSource* blocks() { return nullptr; }

protected:
    RecordReader() = default;
};

} // namespace mangrove::io
