// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/strong_id.h"
#include "crypto/certificate.h"
#include "crypto/checkpoint_key.h"
#include "identity/role.h"

#include <set>
#include <string>

namespace mangrove::identity {

/// A person of the organisation, as everybody may see her.
struct User {
    UserId id;
    std::string displayName; ///< UTF-8, 1…64 characters; the certificate's CN
    std::set<Role> roles;
    std::string certificatePem; ///< of the P-256 signing key, issued by the organisation's authority
    crypto::CheckpointPublicKey checkpointKey{}; ///< Ed25519, raw
    Instant created;
    bool enabled = true;

    [[nodiscard]] bool has(Role role) const { return roles.contains(role); }
    friend bool operator==(const User&, const User&) = default;
};

/// What is needed to add a person.
struct NewUser {
    UserId id;
    std::string displayName;
    std::set<Role> roles;
};

/// A person whose passphrase was given: can sign and open what she may open. Move-only; keep it short-lived.
struct UnlockedSigner {
    User user;
    crypto::SigningKey signingKey;
    crypto::CheckpointKey checkpointKey;
    crypto::Certificate certificate;
    crypto::SecretBytes userKey; ///< opens her vault grants (see secret_vault.h); never stored or shown
};

/// kRoleNeeded where the user lacks `role`.
[[nodiscard]] Status requireRole(const User& user, Role role);

} // namespace mangrove::identity
