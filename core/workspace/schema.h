// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/migration.h"

#include <span>

namespace mangrove::workspace {

/// Every step of the workspace's format over all rooms, in order. A released step never changes.
[[nodiscard]] std::span<const store::Migration> migrations();

} // namespace mangrove::workspace
