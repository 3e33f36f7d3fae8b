// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/organisation.h"

#include "base/text.h"
#include "crypto/certificate.h"
#include "identity/errors.h"
#include "identity/secret_vault.h"

namespace mangrove::identity {

namespace {

constexpr std::size_t kMaxOrganisationName = 64;
constexpr std::string_view kAuthoritySuffix = " CA";

} // namespace

Organisation::Organisation(store::Database& database, const Clock& clock, RandomSource& random,
                           crypto::ScryptCost cost)
    : m_database(database), m_clock(clock), m_random(random), m_cost(cost) {}

Result<UnlockedSigner> Organisation::found(const std::string& name, const NewUser& admin,
                                           const crypto::SecretText& passphrase) {
    if (trim(name).empty() || findInvalidUtf8(name) != std::string::npos
        || codePointCount(name) + kAuthoritySuffix.size() > kMaxOrganisationName)
        return Error(errors::kBadDisplayName);
    if (!admin.roles.contains(Role::Admin))
        return Error(errors::kRoleNeeded, {admin.id.text(), std::string(roleName(Role::Admin))});
    MANGROVE_ASSIGN(auto transaction, m_database.begin());
    if (const auto existing = info(); existing.ok())
        return Error(errors::kOrganisationExists, {existing->name});
    MANGROVE_ASSIGN(const auto key, crypto::SigningKey::generate());
    MANGROVE_ASSIGN(
        const auto authority,
        crypto::makeAuthority(key, {name + std::string(kAuthoritySuffix), name}, m_clock, m_random));
    MANGROVE_TRY(m_database.run("INSERT INTO organisation VALUES(0, ?, ?, ?)", name, authority.toPem(),
                                m_clock.now()));
    UserDirectory directory(m_database, m_clock, m_random, m_cost);
    MANGROVE_ASSIGN(auto signer, directory.enrol(admin, passphrase, {key, authority}));
    SecretVault vault(m_database, m_clock, m_random);
    MANGROVE_TRY(vault.createVault(kAuthorityVault, signer));
    MANGROVE_ASSIGN(const auto der, key.toPkcs8Der());
    MANGROVE_TRY(vault.store(kAuthorityVault, kAuthorityKey, der, signer));
    MANGROVE_TRY(transaction.commit());
    return signer;
}

Result<OrganisationInfo> Organisation::info() const {
    MANGROVE_ASSIGN(auto rows, m_database.query("SELECT name, authority_pem, founded FROM organisation"));
    MANGROVE_ASSIGN(const bool found, rows.step());
    if (!found)
        return Error(errors::kOrganisationMissing);
    return OrganisationInfo{rows.text(0), rows.text(1), rows.instant(2)};
}

} // namespace mangrove::identity
