// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "crypto/secret.h"
#include "identity/user.h"
#include "store/database.h"

#include <string>
#include <string_view>
#include <vector>

namespace mangrove::identity {

/// The vault that holds the authority's private key; made by Organisation::found.
inline constexpr std::string_view kAuthorityVault = "authority";
/// The secret in it: the authority's P-256 key as PKCS#8 DER.
inline constexpr std::string_view kAuthorityKey = "authority-key";
/// The vault for pseudonym and date-shift keys; made by whoever sets up de-identification.
inline constexpr std::string_view kDeidVault = "deid";

/// Secrets of the workspace, stored only sealed. A vault has a random 32-byte key. Each secret is sealed
/// (AES-256-GCM) under its vault's key; the vault's key is sealed once for each permitted person under her
/// user key, which her passphrase opens. So a secret is reached only by: passphrase → user key → vault key →
/// secret. Granting needs both persons unlocked at the same moment (two passphrases at one desk). revoke()
/// takes the box away, but who has opened the vault before may remember its key: for a departed person make
/// new secrets. Names: [a-z0-9._/-]{1,64}. Same thread as the database.
class SecretVault {
public:
    SecretVault(store::Database& database, const Clock& clock, RandomSource& random);

    /// A new empty vault that `first` may open. kVaultExists.
    [[nodiscard]] Status createVault(std::string_view vault, const UnlockedSigner& first);
    [[nodiscard]] Result<bool> hasVault(std::string_view vault) const;
    /// `holder` must be permitted herself (kVaultNotGranted). Granting twice changes nothing.
    [[nodiscard]] Status grant(std::string_view vault, const UnlockedSigner& holder,
                               const UnlockedSigner& to);
    /// `by` must be permitted herself. The last one stays: kVaultLastHolder.
    [[nodiscard]] Status revoke(std::string_view vault, const UserId& from, const UnlockedSigner& by);
    /// Who may open it, sorted. kVaultNotFound.
    [[nodiscard]] Result<std::vector<UserId>> permitted(std::string_view vault) const;

    /// Names are unique over all vaults. kSecretExists: a secret is never overwritten, since data were made
    /// with it.
    [[nodiscard]] Status store(std::string_view vault, std::string_view name,
                               const crypto::SecretBytes& secret, const UnlockedSigner& holder);
    /// kSecretNotFound, kVaultNotGranted.
    [[nodiscard]] Result<crypto::SecretBytes> openSecret(std::string_view name,
                                                         const UnlockedSigner& holder) const;
    /// The secret of that name, or a new random one of `size` bytes where there is none.
    [[nodiscard]] Result<crypto::SecretBytes> openOrMake(std::string_view vault, std::string_view name,
                                                         std::size_t size, const UnlockedSigner& holder);
    /// Sorted names in a vault; names are no secrets.
    [[nodiscard]] Result<std::vector<std::string>> names(std::string_view vault) const;

private:
    [[nodiscard]] Result<crypto::SecretBytes> vaultKey(std::string_view vault,
                                                       const UnlockedSigner& holder) const;

    store::Database& m_database;
    const Clock& m_clock;
    RandomSource& m_random;
};

} // namespace mangrove::identity
