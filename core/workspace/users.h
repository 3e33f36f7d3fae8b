// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "crypto/secret.h"
#include "identity/organisation.h"
#include "identity/role.h"
#include "identity/user.h"

#include <cstdint>
#include <set>
#include <vector>

namespace mangrove::workspace {

class Session;
class Workspace;

/// The hospital and its root certificate (authorityPem: the ca.pem a receiver needs besides a package).
[[nodiscard]] Result<identity::OrganisationInfo> organisation(Workspace& workspace);

/// Makes the user's keys, sealed under `passphrase` (at least 8 characters; nobody can recover it), and a
/// certificate issued by the organisation. Needs Act::ManageUsers. Errors: user-exists, user-id-bad,
/// passphrase-too-short, roles-conflict. Audit: "user.add".
[[nodiscard]] Result<identity::User> addUser(Workspace& workspace, const Session& admin,
                                             const identity::NewUser& user,
                                             const crypto::SecretText& passphrase);
/// All users, by login name.
[[nodiscard]] Result<std::vector<identity::User>> listUsers(Workspace& workspace);
/// Fails with user-not-found.
[[nodiscard]] Result<identity::User> showUser(Workspace& workspace, const UserId& user);

/// Needs Act::ManageUsers. Errors: roles-conflict, last-admin. Audit: "user.set-roles".
[[nodiscard]] Status setUserRoles(Workspace& workspace, const Session& admin, const UserId& user,
                                  const std::set<identity::Role>& roles);
/// Certificates and signatures of a disabled user stay valid. Needs Act::ManageUsers. Audit: "user.disable",
/// "user.enable".
enum class UserSwitch : std::uint8_t { Disable, Enable };
[[nodiscard]] Status switchUser(Workspace& workspace, const Session& admin, const UserId& user,
                                UserSwitch to);
/// Anybody for herself. Fails with wrong-passphrase. Audit: "user.change-passphrase".
[[nodiscard]] Status changePassphrase(Workspace& workspace, const Session& session,
                                      const crypto::SecretText& oldPassphrase,
                                      const crypto::SecretText& newPassphrase);

/// Lets `to` use the workspace's pseudonym and date-shift keys too, so that releases of both link with each
/// other. Both are logged in at the same desk. Fails with vault-not-granted where `holder` may not use them
/// herself. Needs Act::Deidentify of `holder` and Act::ResolveCodes of `to`: a
/// custodian looks up reversible pseudonyms with them. Audit: "user.grant-keys".
[[nodiscard]] Status shareDeidKeys(Workspace& workspace, const Session& holder, const Session& to);

} // namespace mangrove::workspace
