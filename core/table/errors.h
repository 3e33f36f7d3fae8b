// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace mangrove::errors {

inline constexpr ErrorInfo kTableColumnsUneven{
    "table-columns-uneven", ErrorKind::Internal,
    "The columns of a table have different numbers of rows (column {0}). Please report it."};
inline constexpr ErrorInfo kTableBadCode{
    "table-bad-code", ErrorKind::Internal,
    "The column {0} refers to a value it does not have. Please report it."};
inline constexpr ErrorInfo kTableTooManyValues{
    "table-too-many-values", ErrorKind::BadInput,
    "The column {0} has more than 4 billion distinct values, more than a table in memory can hold."};

} // namespace mangrove::errors
