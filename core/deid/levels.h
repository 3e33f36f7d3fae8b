// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace mangrove::deid {

/// A node of the lattice: one level for each quasi-identifier of the recipe, in the recipe's order.
using Levels = std::vector<std::uint32_t>;

} // namespace mangrove::deid
