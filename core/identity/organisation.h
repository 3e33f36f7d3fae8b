// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "identity/user_directory.h"

#include <string>

namespace mangrove::identity {

/// The hospital that owns the workspace, as everybody may see it.
struct OrganisationInfo {
    std::string name;         ///< UTF-8, 1…61 characters; O of every certificate
    std::string authorityPem; ///< its own root certificate: the ca.pem that receivers are given
    Instant founded;
    friend bool operator==(const OrganisationInfo&, const OrganisationInfo&) = default;
};

/// The organisation and its certificate authority. The authority's private key lies in the vault "authority",
/// which administrators may open. Same thread as the database.
class Organisation {
public:
    Organisation(store::Database& database, const Clock& clock, RandomSource& random,
                 crypto::ScryptCost cost = {});

    /// The first act in a new workspace, in one transaction: the authority, and the first administrator,
    /// unlocked. `admin.roles` must hold Role::Admin (kRoleNeeded). kOrganisationExists, and the errors of
    /// UserDirectory::add.
    [[nodiscard]] Result<UnlockedSigner> found(const std::string& name, const NewUser& admin,
                                               const crypto::SecretText& passphrase);
    /// kOrganisationMissing.
    [[nodiscard]] Result<OrganisationInfo> info() const;

private:
    store::Database& m_database;
    const Clock& m_clock;
    RandomSource& m_random;
    crypto::ScryptCost m_cost;
};

} // namespace mangrove::identity
