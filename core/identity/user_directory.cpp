// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/user_directory.h"

#include "base/format.h"
#include "base/text.h"
#include "crypto/errors.h"
#include "identity/errors.h"
#include "identity/organisation.h"
#include "identity/secret_vault.h"

#include <algorithm>
#include <array>

namespace mangrove::identity {

namespace {

constexpr std::array<const ErrorInfo*, 1> kRules{&errors::kIdentityPermanent};
constexpr std::size_t kUserKeyBytes = 32;
constexpr std::size_t kMaxName = 64;
constexpr std::string_view kUserColumns =
    "id, display_name, roles, certificate_pem, checkpoint_key, created, enabled";

std::string userKeyPurpose(const UserId& id) {
    return format("user key of {}", id.text());
}

std::string signingPurpose(const UserId& id) {
    return format("signing key of {}", id.text());
}

std::string checkpointPurpose(const UserId& id) {
    return format("checkpoint key of {}", id.text());
}

Status checkUserId(const UserId& id) {
    const auto& text = id.text();
    const auto isLetter = [](char c) { return c >= 'a' && c <= 'z'; };
    const bool fine = !text.empty() && text.size() <= 32 && isLetter(text.front())
                      && std::ranges::all_of(text, [&](char c) {
                             return isLetter(c) || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
                         });
    if (!fine)
        return Error(errors::kBadUserId, {text});
    return {};
}

Status checkDisplayName(const std::string& name) {
    const bool fine = !trim(name).empty() && findInvalidUtf8(name) == std::string::npos
                      && codePointCount(name) <= kMaxName && std::ranges::none_of(name, [](char c) {
                             return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
                         });
    if (!fine)
        return Error(errors::kBadDisplayName);
    return {};
}

Status checkPassphrase(const crypto::SecretText& passphrase) {
    const auto text = passphrase.view();
    const std::size_t length =
        findInvalidUtf8(text) == std::string_view::npos ? codePointCount(text) : text.size();
    if (length < kMinPassphraseLength)
        return Error(errors::kPassphraseTooShort, {std::to_string(kMinPassphraseLength)});
    return {};
}

Result<User> readUser(const store::Statement& row) {
    User user;
    user.id = UserId(row.text(0));
    user.displayName = row.text(1);
    MANGROVE_ASSIGN(user.roles, rolesFromText(row.text(2)));
    user.certificatePem = row.text(3);
    const auto key = row.blobView(4);
    std::copy_n(key.begin(), std::min(key.size(), user.checkpointKey.size()), user.checkpointKey.begin());
    user.created = row.instant(5);
    user.enabled = row.boolean(6);
    return user;
}

// Once the user key is open, a box that does not open was altered.
Result<crypto::SecretBytes> openOwn(const std::string& box, const crypto::SecretBytes& userKey,
                                    const std::string& purpose, const UserId& id) {
    auto opened = crypto::unsealWithKey(box, userKey, purpose);
    if (!opened.ok() && opened.error().is(errors::kWrongPassphrase))
        return Error(errors::kIdentityRecordDamaged, {id.text(), "a sealed key"}).withCause(opened.error());
    return opened;
}

} // namespace

Status requireRole(const User& user, Role role) {
    if (!user.has(role))
        return Error(errors::kRoleNeeded, {user.id.text(), std::string(roleName(role))});
    return {};
}

UserDirectory::UserDirectory(store::Database& database, const Clock& clock, RandomSource& random,
                             crypto::ScryptCost cost)
    : m_database(database), m_clock(clock), m_random(random), m_cost(cost) {
    m_database.mapRuleErrors(kRules);
}

Result<UnlockedSigner> UserDirectory::enrol(const NewUser& wanted, const crypto::SecretText& passphrase,
                                            const Authority& authority) {
    MANGROVE_TRY(checkUserId(wanted.id));
    MANGROVE_TRY(checkDisplayName(wanted.displayName));
    MANGROVE_TRY(checkPassphrase(passphrase));
    MANGROVE_TRY(checkSeparation(wanted.roles));
    if (find(wanted.id).ok())
        return Error(errors::kUserExists, {wanted.id.text()});

    MANGROVE_ASSIGN(auto signingKey, crypto::SigningKey::generate());
    MANGROVE_ASSIGN(auto checkpointKey, crypto::CheckpointKey::generate());
    crypto::CertificateRequest request;
    request.subject = {wanted.displayName, authority.certificate.subject().organisation,
                       rolesToText(wanted.roles), wanted.id.text()};
    MANGROVE_ASSIGN(auto certificate, crypto::issueCertificate(authority.key, authority.certificate,
                                                               signingKey, request, m_clock, m_random));
    auto userKey = crypto::SecretBytes::random(kUserKeyBytes, m_random);
    MANGROVE_ASSIGN(const auto userKeyBox,
                    crypto::seal(userKey.view(), passphrase, m_cost, m_random, userKeyPurpose(wanted.id)));
    MANGROVE_ASSIGN(const auto signingDer, signingKey.toPkcs8Der());
    MANGROVE_ASSIGN(const auto signingBox,
                    crypto::sealWithKey(signingDer.view(), userKey, m_random, signingPurpose(wanted.id)));
    MANGROVE_ASSIGN(const auto checkpointDer, checkpointKey.toPkcs8Der());
    MANGROVE_ASSIGN(const auto checkpointBox, crypto::sealWithKey(checkpointDer.view(), userKey, m_random,
                                                                  checkpointPurpose(wanted.id)));

    User user{wanted.id,
              wanted.displayName,
              wanted.roles,
              certificate.toPem(),
              checkpointKey.publicKey(),
              m_clock.now(),
              true};
    MANGROVE_TRY(m_database.run("INSERT INTO app_user VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", user.id,
                                user.displayName, rolesToText(user.roles), user.certificatePem,
                                user.checkpointKey, userKeyBox, signingBox, checkpointBox, user.created,
                                user.enabled));
    return UnlockedSigner{std::move(user), std::move(signingKey), std::move(checkpointKey),
                          std::move(certificate), std::move(userKey)};
}

Status UserDirectory::checkAdmin(const UnlockedSigner& admin) const {
    // The records of this moment count, not what was true at login.
    MANGROVE_ASSIGN(const auto user, find(admin.user.id));
    if (!user.enabled)
        return Error(errors::kUserDisabled, {user.id.text()});
    return requireRole(user, Role::Admin);
}

Result<User> UserDirectory::add(const NewUser& wanted, const crypto::SecretText& passphrase,
                                const UnlockedSigner& admin) {
    MANGROVE_ASSIGN(auto transaction, m_database.begin());
    MANGROVE_TRY(checkAdmin(admin));
    SecretVault vault(m_database, m_clock, m_random);
    MANGROVE_ASSIGN(const auto der, vault.openSecret(kAuthorityKey, admin));
    MANGROVE_ASSIGN(const auto key, crypto::SigningKey::fromPkcs8Der(der.view()));
    MANGROVE_ASSIGN(const auto organisation, Organisation(m_database, m_clock, m_random, m_cost).info());
    MANGROVE_ASSIGN(const auto certificate, crypto::Certificate::fromPem(organisation.authorityPem));
    MANGROVE_ASSIGN(auto signer, enrol(wanted, passphrase, {key, certificate}));
    if (signer.user.has(Role::Admin))
        MANGROVE_TRY(vault.grant(kAuthorityVault, admin, signer));
    MANGROVE_TRY(transaction.commit());
    return std::move(signer.user);
}

Result<std::vector<User>> UserDirectory::list() const {
    MANGROVE_ASSIGN(auto rows, m_database.query(format("SELECT {} FROM app_user ORDER BY id", kUserColumns)));
    std::vector<User> users;
    while (true) {
        MANGROVE_ASSIGN(const bool more, rows.step());
        if (!more)
            return users;
        MANGROVE_ASSIGN(auto user, readUser(rows));
        users.push_back(std::move(user));
    }
}

Result<User> UserDirectory::find(const UserId& id) const {
    MANGROVE_ASSIGN(auto rows,
                    m_database.query(format("SELECT {} FROM app_user WHERE id = ?", kUserColumns), id));
    MANGROVE_ASSIGN(const bool found, rows.step());
    if (!found)
        return Error(errors::kUserNotFound, {id.text()});
    return readUser(rows);
}

Result<UnlockedSigner> UserDirectory::unlock(const UserId& id, const crypto::SecretText& passphrase) const {
    MANGROVE_ASSIGN(auto user, find(id));
    if (!user.enabled)
        return Error(errors::kUserDisabled, {id.text()});
    MANGROVE_ASSIGN(
        auto rows,
        m_database.query(
            "SELECT user_key_box, signing_key_box, checkpoint_key_box FROM app_user WHERE id = ?", id));
    MANGROVE_ASSIGN(const bool found, rows.step());
    if (!found)
        return Error(errors::kUserNotFound, {id.text()});
    MANGROVE_ASSIGN(auto userKey, crypto::unseal(rows.text(0), passphrase, userKeyPurpose(id)));
    MANGROVE_ASSIGN(const auto signingDer, openOwn(rows.text(1), userKey, signingPurpose(id), id));
    MANGROVE_ASSIGN(const auto checkpointDer, openOwn(rows.text(2), userKey, checkpointPurpose(id), id));
    MANGROVE_ASSIGN(auto signingKey, crypto::SigningKey::fromPkcs8Der(signingDer.view()));
    MANGROVE_ASSIGN(auto checkpointKey, crypto::CheckpointKey::fromPkcs8Der(checkpointDer.view()));
    MANGROVE_ASSIGN(auto certificate, crypto::Certificate::fromPem(user.certificatePem));
    // The sealed keys cannot be forged, but what lies beside them in the row could have been exchanged.
    MANGROVE_ASSIGN(const auto own, signingKey.publicKeyDer());
    MANGROVE_ASSIGN(const auto certified, certificate.publicKeyDer());
    if (own != certified)
        return Error(errors::kIdentityRecordDamaged, {id.text(), "another signing key"});
    if (checkpointKey.publicKey() != user.checkpointKey)
        return Error(errors::kIdentityRecordDamaged, {id.text(), "another checkpoint key"});
    if (certificate.subject().userId != id.text() || certificate.subject().commonName != user.displayName)
        return Error(errors::kIdentityRecordDamaged, {id.text(), "another name"});
    return UnlockedSigner{std::move(user), std::move(signingKey), std::move(checkpointKey),
                          std::move(certificate), std::move(userKey)};
}

Status UserDirectory::changePassphrase(const UserId& id, const crypto::SecretText& oldPassphrase,
                                       const crypto::SecretText& newPassphrase) {
    MANGROVE_TRY(checkPassphrase(newPassphrase));
    MANGROVE_ASSIGN(auto transaction, m_database.begin());
    MANGROVE_ASSIGN(const auto signer, unlock(id, oldPassphrase));
    MANGROVE_ASSIGN(const auto box,
                    crypto::seal(signer.userKey.view(), newPassphrase, m_cost, m_random, userKeyPurpose(id)));
    MANGROVE_TRY(m_database.run("UPDATE app_user SET user_key_box = ? WHERE id = ?", box, id));
    return transaction.commit();
}

Status UserDirectory::keepAnAdmin(const UserId& id) const {
    MANGROVE_ASSIGN(const auto users, list());
    const bool another = std::ranges::any_of(
        users, [&](const User& user) { return user.id != id && user.enabled && user.has(Role::Admin); });
    if (!another)
        return Error(errors::kLastAdmin, {id.text()});
    return {};
}

// An administrator who was named later may lack the grant, so another administrator alone is not enough.
Status UserDirectory::keepAHolder(const UserId& id) const {
    MANGROVE_ASSIGN(const auto holders,
                    SecretVault(m_database, m_clock, m_random).permitted(kAuthorityVault));
    if (holders.size() == 1 && holders.front() == id)
        return Error(errors::kVaultLastHolder, {id.text(), std::string(kAuthorityVault)});
    return {};
}

Status UserDirectory::disable(const UserId& id, const UnlockedSigner& admin) {
    MANGROVE_ASSIGN(auto transaction, m_database.begin());
    MANGROVE_TRY(checkAdmin(admin));
    MANGROVE_TRY(find(id));
    MANGROVE_TRY(keepAnAdmin(id));
    MANGROVE_TRY(m_database.run("UPDATE app_user SET enabled = 0 WHERE id = ?", id));
    return transaction.commit();
}

Status UserDirectory::enable(const UserId& id, const UnlockedSigner& admin) {
    MANGROVE_ASSIGN(auto transaction, m_database.begin());
    MANGROVE_TRY(checkAdmin(admin));
    MANGROVE_TRY(find(id));
    MANGROVE_TRY(m_database.run("UPDATE app_user SET enabled = 1 WHERE id = ?", id));
    return transaction.commit();
}

Status UserDirectory::setRoles(const UserId& id, const std::set<Role>& roles, const UnlockedSigner& admin) {
    MANGROVE_TRY(checkSeparation(roles));
    MANGROVE_ASSIGN(auto transaction, m_database.begin());
    MANGROVE_TRY(checkAdmin(admin));
    MANGROVE_TRY(find(id));
    if (!roles.contains(Role::Admin)) {
        MANGROVE_TRY(keepAnAdmin(id));
        MANGROVE_TRY(keepAHolder(id));
        MANGROVE_TRY(
            m_database.run("DELETE FROM vault_grant WHERE vault = ? AND user_id = ?", kAuthorityVault, id));
    }
    MANGROVE_TRY(m_database.run("UPDATE app_user SET roles = ? WHERE id = ?", rolesToText(roles), id));
    return transaction.commit();
}

} // namespace mangrove::identity
