// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/json_schema.h"
#include "io/json_stream.h"
#include "io/peeked_source.h"
#include "io/row_reader.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace mangrove::io {

/// RecordReader of JSON Lines, of arrays of objects, of objects one after another and of FHIR R4 (NDJSON and
/// Bundles; options.table names the type of resource where there are several). How objects become columns is
/// told in json_flattener.h.
///
/// A file is read twice: once for the paths that its objects have, once for the rows, so that a field that
/// only the last object has is a column. Of a pipe the paths of the first 8 MiB count; a record with any
/// other falls under options.ragged (Pad leaves the field out). Records that are no proper objects are
/// refused with their line, or are an error (RaggedPolicy::Fail). Lines are physical ones.
class JsonReader final : public RowReader {
public:
    /// `options` were validated; `source` stands at the beginning of `path`. Errors: those of JsonStream and
    /// of the source, csv-empty, several-tables, table-missing.
    [[nodiscard]] static Result<std::unique_ptr<JsonReader>> open(const std::filesystem::path& path,
                                                                  const ReadOptions& options,
                                                                  std::unique_ptr<ByteSource> source,
                                                                  const RunContext& context);

private:
    class RowSink;
    JsonReader(const std::filesystem::path& path, const ReadOptions& options)
        : RowReader(path, options), m_schema(options.maxColumns) {}
    [[nodiscard]] Status chooseTable(bool archive);
    [[nodiscard]] Result<bool> fill(BatchBuilder& rows, const RunContext& context) override;
    [[nodiscard]] Status finish(const RunContext& context) override;
    [[nodiscard]] Status addRow(BatchBuilder& rows, const JsonSchema::Root& root);
    [[nodiscard]] Status refuse(std::string_view code, const std::string& why);

    JsonSchema m_schema;
    std::unique_ptr<JsonStream> m_stream;
    JsonFlattener* m_paths = nullptr;
    std::size_t m_table = 0;
    JsonTape m_tape;
    JsonStream::Record m_record;
    std::vector<JsonSchema::Root> m_roots; ///< of m_record
    std::size_t m_nextRoot = 0;
    std::uint64_t m_entriesWithout = 0;
};

} // namespace mangrove::io
