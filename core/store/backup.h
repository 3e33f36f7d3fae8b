// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"

#include <filesystem>

namespace mangrove::store {

class Database;

/// Copies the whole database to `target` while it stays in use (sqlite3_backup, 256 pages at a time), as one
/// file in rollback-journal mode, fsynced, under its name only when complete. What an open transaction has
/// changed is not in it. kFileExists where target exists; kCancelled.
[[nodiscard]] Status backup(Database& database, const std::filesystem::path& target, const RunContext& ctx);

} // namespace mangrove::store
