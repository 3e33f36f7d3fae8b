// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/code_vector.h"

#include <string>
#include <vector>

namespace mangrove::table {

/// A column as codes into its distinct values, so that work is done once per value and not once per cell.
struct Column {
    std::string name;
    std::vector<std::string>
        dictionary;   ///< distinct values, UTF-8, in order of first appearance; never a null
    CodeVector codes; ///< one per row: index into dictionary, or kNullCode
};

} // namespace mangrove::table
