// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/secret_vault.h"

#include "base/format.h"
#include "crypto/errors.h"
#include "crypto/sealed_box.h"
#include "identity/errors.h"

#include <algorithm>
#include <array>

namespace mangrove::identity {

namespace {

constexpr std::array<const ErrorInfo*, 1> kVaultRules{&errors::kIdentityPermanent};
constexpr std::size_t kKeyBytes = 32;

Status checkName(std::string_view name) {
    const bool fine = !name.empty() && name.size() <= 64 && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
               || std::string_view("._/-").find(c) != std::string_view::npos;
    });
    if (!fine)
        return Error(errors::kBadOption,
                     {"name", std::string(name), "1 to 64 of a-z, 0-9, '.', '_', '/', '-'"});
    return {};
}

std::string grantPurpose(std::string_view vault, const UserId& user) {
    return format("vault {} for {}", vault, user.text());
}

std::string secretPurpose(std::string_view name) {
    return format("secret {}", name);
}

// Under a key that is right, a box that does not open was altered.
Error asDamage(const Error& error, std::string what) {
    if (error.is(errors::kWrongPassphrase))
        return Error(errors::kIdentityRecordDamaged, {std::move(what), "a sealed box"}).withCause(error);
    return error;
}

} // namespace

SecretVault::SecretVault(store::Database& database, const Clock& clock, RandomSource& random)
    : m_database(database), m_clock(clock), m_random(random) {
    m_database.mapRuleErrors(kVaultRules);
}

Result<bool> SecretVault::hasVault(std::string_view vault) const {
    MANGROVE_ASSIGN(auto rows, m_database.query("SELECT 1 FROM vault WHERE name = ?", vault));
    return rows.step();
}

Status SecretVault::createVault(std::string_view vault, const UnlockedSigner& first) {
    MANGROVE_TRY(checkName(vault));
    MANGROVE_ASSIGN(auto transaction, m_database.begin());
    MANGROVE_ASSIGN(const bool exists, hasVault(vault));
    if (exists)
        return Error(errors::kVaultExists, {std::string(vault)});
    const auto key = crypto::SecretBytes::random(kKeyBytes, m_random);
    MANGROVE_ASSIGN(const auto box, crypto::sealWithKey(key.view(), first.userKey, m_random,
                                                        grantPurpose(vault, first.user.id)));
    const Instant now = m_clock.now();
    MANGROVE_TRY(m_database.run("INSERT INTO vault VALUES(?, ?)", vault, now));
    MANGROVE_TRY(m_database.run("INSERT INTO vault_grant VALUES(?, ?, ?, ?, ?)", vault, first.user.id, box,
                                now, first.user.id));
    return transaction.commit();
}

Result<crypto::SecretBytes> SecretVault::vaultKey(std::string_view vault,
                                                  const UnlockedSigner& holder) const {
    MANGROVE_ASSIGN(auto rows, m_database.query("SELECT box FROM vault_grant WHERE vault = ? AND user_id = ?",
                                                vault, holder.user.id));
    MANGROVE_ASSIGN(const bool granted, rows.step());
    if (!granted) {
        MANGROVE_ASSIGN(const bool exists, hasVault(vault));
        if (!exists)
            return Error(errors::kVaultNotFound, {std::string(vault)});
        return Error(errors::kVaultNotGranted, {holder.user.id.text(), std::string(vault)});
    }
    auto key = crypto::unsealWithKey(rows.text(0), holder.userKey, grantPurpose(vault, holder.user.id));
    if (!key.ok())
        return asDamage(key.error(), holder.user.id.text());
    return key;
}

Status SecretVault::grant(std::string_view vault, const UnlockedSigner& holder, const UnlockedSigner& to) {
    MANGROVE_ASSIGN(auto transaction, m_database.begin());
    MANGROVE_ASSIGN(const auto key, vaultKey(vault, holder));
    MANGROVE_ASSIGN(const auto box,
                    crypto::sealWithKey(key.view(), to.userKey, m_random, grantPurpose(vault, to.user.id)));
    MANGROVE_TRY(m_database.run("INSERT INTO vault_grant VALUES(?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", vault,
                                to.user.id, box, m_clock.now(), holder.user.id));
    return transaction.commit();
}

Status SecretVault::revoke(std::string_view vault, const UserId& from, const UnlockedSigner& by) {
    MANGROVE_ASSIGN(auto transaction, m_database.begin());
    MANGROVE_TRY(vaultKey(vault, by));
    MANGROVE_ASSIGN(const auto holders, permitted(vault));
    if (holders.size() == 1 && holders.front() == from)
        return Error(errors::kVaultLastHolder, {from.text(), std::string(vault)});
    MANGROVE_TRY(m_database.run("DELETE FROM vault_grant WHERE vault = ? AND user_id = ?", vault, from));
    return transaction.commit();
}

Result<std::vector<UserId>> SecretVault::permitted(std::string_view vault) const {
    MANGROVE_ASSIGN(const bool exists, hasVault(vault));
    if (!exists)
        return Error(errors::kVaultNotFound, {std::string(vault)});
    MANGROVE_ASSIGN(
        auto rows,
        m_database.query("SELECT user_id FROM vault_grant WHERE vault = ? ORDER BY user_id", vault));
    std::vector<UserId> users;
    while (true) {
        MANGROVE_ASSIGN(const bool more, rows.step());
        if (!more)
            return users;
        users.emplace_back(rows.text(0));
    }
}

Status SecretVault::store(std::string_view vault, std::string_view name, const crypto::SecretBytes& secret,
                          const UnlockedSigner& holder) {
    MANGROVE_TRY(checkName(name));
    MANGROVE_ASSIGN(auto transaction, m_database.begin());
    MANGROVE_ASSIGN(auto rows, m_database.query("SELECT 1 FROM vault_secret WHERE name = ?", name));
    MANGROVE_ASSIGN(const bool exists, rows.step());
    if (exists)
        return Error(errors::kSecretExists, {std::string(name)});
    MANGROVE_ASSIGN(const auto key, vaultKey(vault, holder));
    MANGROVE_ASSIGN(const auto box, crypto::sealWithKey(secret.view(), key, m_random, secretPurpose(name)));
    MANGROVE_TRY(
        m_database.run("INSERT INTO vault_secret VALUES(?, ?, ?, ?)", name, vault, box, m_clock.now()));
    return transaction.commit();
}

Result<crypto::SecretBytes> SecretVault::openSecret(std::string_view name,
                                                    const UnlockedSigner& holder) const {
    MANGROVE_ASSIGN(auto rows, m_database.query("SELECT vault, box FROM vault_secret WHERE name = ?", name));
    MANGROVE_ASSIGN(const bool found, rows.step());
    if (!found)
        return Error(errors::kSecretNotFound, {std::string(name)});
    MANGROVE_ASSIGN(const auto key, vaultKey(rows.text(0), holder));
    auto secret = crypto::unsealWithKey(rows.text(1), key, secretPurpose(name));
    if (!secret.ok())
        return asDamage(secret.error(), std::string(name));
    return secret;
}

Result<crypto::SecretBytes> SecretVault::openOrMake(std::string_view vault, std::string_view name,
                                                    std::size_t size, const UnlockedSigner& holder) {
    MANGROVE_ASSIGN(auto transaction, m_database.begin());
    auto secret = openSecret(name, holder);
    if (secret.ok() || !secret.error().is(errors::kSecretNotFound))
        return secret;
    auto made = crypto::SecretBytes::random(size, m_random);
    MANGROVE_TRY(store(vault, name, made, holder));
    MANGROVE_TRY(transaction.commit());
    return made;
}

Result<std::vector<std::string>> SecretVault::names(std::string_view vault) const {
    MANGROVE_ASSIGN(auto rows,
                    m_database.query("SELECT name FROM vault_secret WHERE vault = ? ORDER BY name", vault));
    std::vector<std::string> all;
    while (true) {
        MANGROVE_ASSIGN(const bool more, rows.step());
        if (!more)
            return all;
        all.push_back(rows.text(0));
    }
}

} // namespace mangrove::identity
