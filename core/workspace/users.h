// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "crypto/secret.h"
#include "identity/role.h"
#include "identity/user.h"

#include <set>
#include <string>
#include <vector>

namespace mangrove::workspace {

class Session;
class Workspace;

struct NewUser {
    UserId id;               ///< login name, [a-z0-9._-]{1,32}
    std::string displayName; ///< for people
    std::set<identity::Role> roles;
    crypto::SecretText passphrase; ///< seals the user's signing key; nobody can recover it
};

/// Makes the user's signing key and a certificate issued by the organisation (opened with the admin's
/// passphrase). Needs Act::ManageUsers. Audit: "user.add".
[[nodiscard]] Result<identity::User> addUser(Workspace& workspace, const Session& admin, NewUser user);

/// All users, by login name.
[[nodiscard]] Result<std::vector<identity::User>> listUsers(Workspace& workspace);

/// Fails with user-not-found.
[[nodiscard]] Result<identity::User> showUser(Workspace& workspace, const UserId& user);

} // namespace mangrove::workspace
