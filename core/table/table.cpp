// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/table.h"

#include "table/errors.h"

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <utility>

namespace mangrove::table {

namespace {

/// Gives the values of a column their codes. Texts live in a deque, so that the views that are the keys stay
/// valid.
class ColumnBuilder {
public:
    explicit ColumnBuilder(std::string name) { m_column.name = std::move(name); }

    Status append(const io::RecordBatch& batch, std::size_t column, std::size_t rows) {
        const auto cells = batch.column(column);
        for (std::size_t r = 0; r < rows; ++r) {
            if (cells[r].emptyNull()) {
                m_column.codes.push_back(kNullCode);
                continue;
            }
            MANGROVE_ASSIGN(const std::uint32_t code, codeOf(batch, batch.view(cells[r])));
            m_column.codes.push_back(code);
        }
        return {};
    }

    Column finish() {
        m_codes.clear();
        m_column.dictionary.reserve(m_values.size());
        for (std::string& value : m_values)
            m_column.dictionary.push_back(std::move(value));
        m_column.codes.shrink_to_fit();
        return std::move(m_column);
    }

private:
    /// Null words are looked up once per distinct value, not once per cell.
    Result<std::uint32_t> codeOf(const io::RecordBatch& batch, std::string_view value) {
        if (const auto known = m_codes.find(value); known != m_codes.end())
            return known->second;
        if (batch.isNullWord(value)) {
            m_nullWords.emplace_back(value);
            m_codes.emplace(m_nullWords.back(), kNullCode);
            return kNullCode;
        }
        if (m_values.size() >= kNullCode)
            return Error(errors::kTableTooManyValues, {m_column.name});
        const auto code = static_cast<std::uint32_t>(m_values.size());
        m_values.emplace_back(value);
        m_codes.emplace(m_values.back(), code);
        return code;
    }

    Column m_column;
    std::deque<std::string> m_values;
    std::deque<std::string> m_nullWords;
    std::unordered_map<std::string_view, std::uint32_t> m_codes;
};

} // namespace

Result<Table> Table::read(io::RecordReader& reader, const RunContext& context,
                          std::optional<std::uint64_t> maxRows) {
    std::vector<ColumnBuilder> builders;
    for (const std::string& name : reader.columnNames())
        builders.emplace_back(name);
    Table table;
    io::RecordBatch batch;
    while (!maxRows || table.m_rows < *maxRows) {
        MANGROVE_ASSIGN(const bool more, reader.next(batch, context));
        if (!more)
            break;
        std::size_t rows = batch.rows();
        if (maxRows)
            rows = static_cast<std::size_t>(std::min<std::uint64_t>(rows, *maxRows - table.m_rows));
        for (std::size_t c = 0; c < builders.size(); ++c)
            MANGROVE_TRY(builders[c].append(batch, c, rows));
        table.m_rows += rows;
    }
    for (ColumnBuilder& builder : builders)
        table.m_columns.push_back(builder.finish());
    table.m_source = reader.source();
    table.m_warnings = reader.warnings();
    table.m_rejected = reader.rowsRejected();
    return table;
}

Result<Table> Table::make(std::vector<Column> columns) {
    Table table;
    if (!columns.empty())
        table.m_rows = columns.front().codes.size();
    for (const Column& column : columns) {
        if (column.codes.size() != table.m_rows)
            return Error(errors::kTableColumnsUneven, {column.name});
        for (const std::uint32_t code : column.codes) {
            if (code != kNullCode && code >= column.dictionary.size())
                return Error(errors::kTableBadCode, {column.name});
        }
    }
    table.m_columns = std::move(columns);
    return table;
}

std::optional<std::size_t> Table::columnIndex(std::string_view name) const {
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].name == name)
            return i;
    }
    return std::nullopt;
}

std::optional<std::string_view> Table::cell(std::size_t column, std::uint64_t row) const {
    const Column& values = m_columns[column];
    const std::uint32_t code = values.codes[row];
    if (code == kNullCode)
        return std::nullopt;
    return values.dictionary[code];
}

ValueCounts Table::counts(std::size_t column) const {
    const Column& values = m_columns[column];
    ValueCounts result;
    result.counts.resize(values.dictionary.size());
    for (const std::uint32_t code : values.codes) {
        if (code == kNullCode)
            ++result.nulls;
        else
            ++result.counts[code];
    }
    return result;
}

} // namespace mangrove::table
