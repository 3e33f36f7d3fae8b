// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"

#include <filesystem>
#include <span>
#include <string_view>

namespace mangrove::store {

class Database;

/// One step of the schema. Each room offers its SQL as a text (`std::string_view identity::schemaV1()`); the
/// workspace alone knows the order and numbers the steps 1, 2, 3… over all rooms:
///
///     const std::array migrations{store::Migration{1, "identity", identity::schemaV1()},
///                                 store::Migration{2, "audit", audit::schemaV1()}, …};
///
/// A step that has been released never changes (its SHA-256 is recorded in the file); a change is a new step.
struct Migration {
    int number = 0;        ///< 1, 2, 3… without gaps
    std::string_view name; ///< for errors and the record: "audit"
    std::string_view sql;  ///< any number of statements; no BEGIN, COMMIT, PRAGMA user_version
};

/// What migrate() did.
struct MigrationOutcome {
    int from = 0;
    int to = 0;
    std::filesystem::path backup; ///< the copy made beforehand; empty where there was nothing to save
};

/// Brings the file to the last step in one transaction, so that it has either the old or the new format.
/// Before the first step on a file that is not empty, a copy is made beside it: "<file>.format-<old>.bak" (a
/// number is added where the name is taken). kWorkspaceNewer tells both formats and touches nothing;
/// kMigrationChanged; kMigrationFailed with its cause.
[[nodiscard]] Result<MigrationOutcome> migrate(Database& database, std::span<const Migration> migrations,
                                               const RunContext& ctx);

} // namespace mangrove::store
