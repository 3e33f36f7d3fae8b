// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "crypto/sealed_box.h"
#include "identity/user.h"
#include "store/database.h"

#include <set>
#include <vector>

namespace mangrove::identity {

/// At least this many characters (code points) in a passphrase.
inline constexpr std::size_t kMinPassphraseLength = 8;

/// The users of a workspace. Keys of a person:
///
///     passphrase ──scrypt──► user key (32 random bytes) ──AES-256-GCM──► P-256 signing key, Ed25519
///     checkpoint key,
///                                                                        the vault keys granted to her
///
/// so that a new passphrase re-seals one small box and a login costs one scrypt. Nothing is stored in the
/// clear. The caller (workspace) writes the audit events, in the same transaction. Same thread as the
/// database.
class UserDirectory {
public:
    /// The references must outlive the object. `cost` is used for new boxes.
    UserDirectory(store::Database& database, const Clock& clock, RandomSource& random,
                  crypto::ScryptCost cost = {});

    /// Makes keys and a certificate issued by the organisation's authority, which `admin` opens from the
    /// vault "authority". kRoleNeeded, kUserExists, kBadUserId, kBadDisplayName, kPassphraseTooShort,
    /// kRolesConflict. A new administrator is granted the vault "authority".
    [[nodiscard]] Result<User> add(const NewUser& user, const crypto::SecretText& passphrase,
                                   const UnlockedSigner& admin);
    /// Sorted by id.
    [[nodiscard]] Result<std::vector<User>> list() const;
    /// kUserNotFound.
    [[nodiscard]] Result<User> find(const UserId& id) const;
    /// kWrongPassphrase, kUserDisabled, kUserNotFound, kSealedBoxDamaged, kIdentityRecordDamaged.
    [[nodiscard]] Result<UnlockedSigner> unlock(const UserId& id, const crypto::SecretText& passphrase) const;
    [[nodiscard]] Status changePassphrase(const UserId& id, const crypto::SecretText& oldPassphrase,
                                          const crypto::SecretText& newPassphrase);
    /// Every act of an administrator: kRoleNeeded, kUserDisabled, kUserNotFound by what the records say now.
    /// Disabling the last enabled administrator: kLastAdmin. A disabled user's certificate and signatures
    /// stay.
    [[nodiscard]] Status disable(const UserId& id, const UnlockedSigner& admin);
    [[nodiscard]] Status enable(const UserId& id, const UnlockedSigner& admin);
    /// kRolesConflict, kLastAdmin, kVaultLastHolder. Taking the role of administrator away takes the vault
    /// "authority" away too; who becomes administrator later must be granted that vault (SecretVault::grant)
    /// before she can add users.
    [[nodiscard]] Status setRoles(const UserId& id, const std::set<Role>& roles, const UnlockedSigner& admin);

private:
    friend class Organisation;
    struct Authority {
        const crypto::SigningKey& key;
        const crypto::Certificate& certificate;
    };
    [[nodiscard]] Result<UnlockedSigner> enrol(const NewUser& user, const crypto::SecretText& passphrase,
                                               const Authority& authority);
    [[nodiscard]] Status checkAdmin(const UnlockedSigner& admin) const;
    [[nodiscard]] Status keepAnAdmin(const UserId& id) const;
    [[nodiscard]] Status keepAHolder(const UserId& id) const;

    store::Database& m_database;
    const Clock& m_clock;
    RandomSource& m_random;
    crypto::ScryptCost m_cost;
};

} // namespace mangrove::identity
