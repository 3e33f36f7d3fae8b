// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace mangrove::authorization {

/// Tables and triggers of this room, for the workspace's first migration. STRICT tables; every row is written
/// once.
[[nodiscard]] std::string_view schemaSql();

} // namespace mangrove::authorization
