// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace mangrove::table {

/// The code of a missing cell.
inline constexpr std::uint32_t kNullCode = std::numeric_limits<std::uint32_t>::max();

/// A column as codes into its distinct values, so that work is done once per value and not once per cell.
struct Column {
    std::string name;
    std::vector<std::string>
        dictionary;                   ///< distinct values, UTF-8, in order of first appearance; never a null
    std::vector<std::uint32_t> codes; ///< one per row: index into dictionary, or kNullCode
};

} // namespace mangrove::table
