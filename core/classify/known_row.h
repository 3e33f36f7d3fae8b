// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "classify/column_classification.h"
#include "classify/known_values.h"

#include <cstdint>
#include <vector>

namespace mangrove::table {
class Table;
}

namespace mangrove::classify {

/// What a row says of its person: the cells of its columns of direct and professional identifiers, of dates
/// of birth and death, and of employers. `classification` is that of `table`. Precondition: row <
/// table.rows().
[[nodiscard]] std::vector<KnownValue>
knownValuesOf(const table::Table& table, const TableClassification& classification, std::uint64_t row);

} // namespace mangrove::classify
