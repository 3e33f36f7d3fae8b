// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/table.h"

#include "table/errors.h"

namespace mangrove::table {

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
