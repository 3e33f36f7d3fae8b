// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "crypto/secret.h"
#include "identity/user.h"
#include "identity/user_directory.h"

#include <cstdint>
#include <optional>
#include <span>

namespace mangrove::workspace {

class Workspace;

/// What a person can do in a workspace, as far as roles decide about it. Four eyes come on top (requests.h).
enum class Act : std::uint8_t {
    RegisterDataset,  ///< register, relocate: DataOfficer
    AssessDataset,    ///< profile, classify, check quality: DataOfficer, PrivacyReviewer
    DecideColumn,     ///< say what a column is: DataOfficer, PrivacyReviewer
    Deidentify,       ///< apply a recipe, attach a release to a request: DataOfficer
    CreateRequest,    ///< create, submit, withdraw: Applicant, DataOfficer
    RecordEvidence,   ///< enter papers for the gates: PrivacyReviewer, DataOfficer
    ReviewRequest,    ///< mark ready for decision: PrivacyReviewer
    DecideRequest,    ///< approve, reject, revoke: Decider
    FulfilObligation, ///< DataOfficer, Custodian
    ResolveCodes,     ///< look up who a reversible pseudonym is: Custodian, DataOfficer
    Export,           ///< Custodian, DataOfficer
    ManageUsers,      ///< Admin
    Checkpoint        ///< sign the audit log's state: Auditor, DataOfficer, Custodian, Decider, Admin
};

/// The roles that may do `act`, in the order in which they are put down in the audit log.
[[nodiscard]] std::span<const identity::Role> rolesFor(Act act);

/// A user who has logged in: her signing key is unlocked in memory until lock() or the end of the object.
/// Every use case that changes something takes one. Move-only; used by the thread that uses the workspace.
class Session {
public:
    Session(Session&&) noexcept = default;
    Session& operator=(Session&&) noexcept = default;
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    ~Session() = default;

    /// Stays known after lock(), for display.
    [[nodiscard]] const identity::User& user() const { return m_user; }
    [[nodiscard]] bool locked() const { return !m_signer.has_value(); }
    /// Wipes the keys from memory. Acting again needs a new login().
    void lock();

    /// Whether this session may do `act` now: kSessionLocked, kRoleNotAllowed, or success. The workbench
    /// disables buttons with the error's sentence.
    [[nodiscard]] Status may(Act act) const;
    /// may(act), and the role under which the act goes into the audit log.
    [[nodiscard]] Result<identity::Role> roleFor(Act act) const;

    /// For the use cases. Precondition: !locked().
    [[nodiscard]] const identity::UnlockedSigner& signer() const { return *m_signer; }

private:
    friend Result<Session> login(Workspace& workspace, const UserId& user,
                                 const crypto::SecretText& passphrase);
    explicit Session(identity::UnlockedSigner signer);

    identity::User m_user;
    std::optional<identity::UnlockedSigner> m_signer;
};

/// Unlocks the user's key (slow on purpose: scrypt). Fails with user-not-found, wrong-passphrase or
/// user-disabled of the identity room. Writes no audit event: a login changes nothing.
[[nodiscard]] Result<Session> login(Workspace& workspace, const UserId& user,
                                    const crypto::SecretText& passphrase);

} // namespace mangrove::workspace
