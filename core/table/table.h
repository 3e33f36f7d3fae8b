// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "io/record_reader.h"
#include "table/column.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::table {

/// How often each distinct value occurs.
struct ValueCounts {
    std::vector<std::uint64_t> counts; ///< parallel to Column::dictionary
    std::uint64_t nulls = 0;
};

/// A whole table in memory, dictionary-encoded. Immutable once made; safe to read from several threads.
class Table {
public:
    /// Reads all rows of `reader` (phase "reading"). `maxRows` = stop after so many (for previews); the
    /// source's hash is then not complete. Errors: those of the reader.
    [[nodiscard]] static Result<Table> read(io::RecordReader& reader, const RunContext& context,
                                            std::optional<std::uint64_t> maxRows = {});
    /// From columns made elsewhere. Errors: table-columns-uneven (codes of different lengths),
    /// table-bad-code.
    [[nodiscard]] static Result<Table> make(std::vector<Column> columns);

    /// The rows that `taken` says, in their order, of the same source; a value that none of them has is in no
    /// dictionary. Precondition: taken.size() == rows(). kCancelled.
    [[nodiscard]] Result<Table> rowsWhere(const std::vector<bool>& taken, const RunContext& context) const;

    [[nodiscard]] std::uint64_t rows() const { return m_rows; }
    [[nodiscard]] std::size_t columnCount() const { return m_columns.size(); }
    [[nodiscard]] std::span<const Column> columns() const { return m_columns; }
    /// Precondition: index < columnCount().
    [[nodiscard]] const Column& column(std::size_t index) const { return m_columns[index]; }
    /// The column of that exact name.
    [[nodiscard]] std::optional<std::size_t> columnIndex(std::string_view name) const;
    /// The cell, or nullopt where it is missing. Precondition: indices in range.
    [[nodiscard]] std::optional<std::string_view> cell(std::size_t column, std::uint64_t row) const;
    [[nodiscard]] ValueCounts counts(std::size_t column) const;

    /// What the reader said of the source; default where the table was made from columns.
    [[nodiscard]] const io::SourceInfo& source() const { return m_source; }
    [[nodiscard]] const std::vector<io::ReadWarning>& warnings() const { return m_warnings; }
    [[nodiscard]] std::uint64_t rowsRejected() const { return m_rejected; }

private:
    Table() = default;

    std::vector<Column> m_columns;
    std::uint64_t m_rows = 0;
    std::uint64_t m_rejected = 0;
    io::SourceInfo m_source;
    std::vector<io::ReadWarning> m_warnings;
};

} // namespace mangrove::table
