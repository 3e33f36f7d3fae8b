// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/table.h"

#include "table/errors.h"
#include "table/value_dictionary.h"

#include <algorithm>
#include <utility>

namespace mangrove::table {

namespace {

constexpr std::uint64_t kRowsTakenBetweenStops = 65'536;

/// Gives the values of a column their codes, in order of first appearance.
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
        m_column.dictionary.reserve(m_values);
        for (std::uint32_t number = 0; number < m_codeOf.size(); ++number) {
            if (m_codeOf[number] != kNullCode)
                m_column.dictionary.emplace_back(m_texts.text(number));
        }
        m_texts.clear();
        m_column.codes.shrink_to_fit();
        return std::move(m_column);
    }

private:
    /// Null words are looked up once per distinct value, not once per cell.
    Result<std::uint32_t> codeOf(const io::RecordBatch& batch, std::string_view value) {
        bool isNew = false;
        const std::uint32_t number = m_texts.add(value, isNew);
        if (isNew) {
            if (m_values >= kNullCode)
                return Error(errors::kTableTooManyValues, {m_column.name});
            m_codeOf.push_back(batch.isNullWord(value) ? kNullCode : m_values++);
        }
        return m_codeOf[number];
    }

    Column m_column;
    ValueDictionary m_texts;
    std::vector<std::uint32_t> m_codeOf; ///< of the texts' numbers; null words have no code
    std::uint32_t m_values = 0;
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

Result<Table> Table::rowsWhere(const std::vector<bool>& taken, const RunContext& context) const {
    Table table;
    table.m_source = m_source;
    table.m_warnings = m_warnings;
    table.m_rejected = m_rejected;
    for (const Column& column : m_columns) {
        Column& made = table.m_columns.emplace_back();
        made.name = column.name;
        std::vector<std::uint32_t> codeOf(column.dictionary.size(), kNullCode);
        for (std::uint64_t row = 0; row < m_rows; ++row) {
            if (row % kRowsTakenBetweenStops == 0)
                MANGROVE_TRY(context.check());
            if (!taken[row])
                continue;
            const std::uint32_t code = column.codes[row];
            if (code != kNullCode && codeOf[code] == kNullCode) {
                codeOf[code] = static_cast<std::uint32_t>(made.dictionary.size());
                made.dictionary.push_back(column.dictionary[code]);
            }
            made.codes.push_back(code == kNullCode ? kNullCode : codeOf[code]);
        }
    }
    table.m_rows = static_cast<std::uint64_t>(std::count(taken.begin(), taken.end(), true));
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
