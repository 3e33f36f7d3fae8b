// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/known_row.h"

#include "table/table.h"

namespace mangrove::classify {

namespace {

bool tellsThePerson(const ColumnClassification& column) {
    if (!column.identifier || column.freeText)
        return false;
    return column.cls == IdentifierClass::Direct || column.cls == IdentifierClass::Professional
           || column.identifier == "birth-date" || column.identifier == "death-date"
           || column.identifier == "employer";
}

} // namespace

std::vector<KnownValue> knownValuesOf(const table::Table& table, const TableClassification& classification,
                                      std::uint64_t row) {
    std::vector<KnownValue> values;
    for (std::size_t i = 0; i < classification.columns.size() && i < table.columnCount(); ++i) {
        const ColumnClassification& column = classification.columns[i];
        if (!tellsThePerson(column))
            continue;
        if (const auto cell = table.cell(i, row); cell && !cell->empty())
            values.push_back({*column.identifier, std::string(*cell)});
    }
    return values;
}

} // namespace mangrove::classify
