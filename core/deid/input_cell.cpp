// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/input_cell.h"

#include "io/record_batch.h"
#include "table/table.h"

namespace mangrove::deid {

InputCell cellOf(const io::RecordBatch& batch, std::size_t column, std::size_t row) {
    return {batch.cell(column, row), batch.isNull(column, row)};
}

InputCell cellOf(const table::Table& table, std::size_t column, std::uint64_t row) {
    const auto cell = table.cell(column, row);
    return cell ? InputCell{*cell, false} : InputCell{{}, true};
}

} // namespace mangrove::deid
