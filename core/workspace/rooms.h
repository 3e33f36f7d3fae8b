// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/audit_log.h"
#include "authorization/authorization.h"
#include "catalog/catalog.h"
#include "identity/organisation.h"
#include "identity/secret_vault.h"
#include "identity/user_directory.h"
#include "store/database.h"
#include "workspace/environment.h"
#include "workspace/payload.h"
#include "workspace/session.h"

#include <filesystem>
#include <string_view>

namespace mangrove::workspace {

/// The rooms behind one workspace, on one connection. For the use cases of this folder. Neither copied nor
/// moved: the rooms refer to the database beside them.
struct Rooms {
    Rooms(store::Database opened, const Environment& environment);
    Rooms(const Rooms&) = delete;
    Rooms& operator=(const Rooms&) = delete;

    [[nodiscard]] std::filesystem::path releasesFolder() const { return filesFolder / "releases"; }
    [[nodiscard]] std::filesystem::path codesFolder() const { return filesFolder / "codes"; }
    [[nodiscard]] std::filesystem::path packagesFolder() const { return filesFolder / "packages"; }

    store::Database database;
    std::filesystem::path filesFolder;
    catalog::Catalog catalog;
    identity::Organisation organisation;
    identity::UserDirectory users;
    identity::SecretVault vault;
    authorization::Authorization authorization;
    audit::AuditLog audit;
};

/// The secret in the vault "deid" under which code indexes are sealed.
inline constexpr std::string_view kCodeIndexKey = "deid/code-index-key";

/// Records what `session` did; inside the transaction of the act.
[[nodiscard]] Result<audit::AuditEvent> record(Rooms& rooms, const Session& session, identity::Role role,
                                               std::string_view action, std::string_view object,
                                               const Payload& payload);

/// The folder and its parents, made where missing. kFolderBlocked.
[[nodiscard]] Status makeFolder(const std::filesystem::path& folder);

} // namespace mangrove::workspace
