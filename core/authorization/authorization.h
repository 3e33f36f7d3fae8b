// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authorization/gates.h"
#include "authorization/permit.h"
#include "authorization/request.h"
#include "base/clock.h"
#include "base/random.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::store {
class Database;
}
namespace mangrove::identity {
struct User;
struct UnlockedSigner;
} // namespace mangrove::identity

namespace mangrove::authorization {

/// What a decider says. Conditions become part of the signed texts; obligations join those of the request.
struct Decision {
    enum class Verdict : std::uint8_t { Approve, Reject };
    Verdict verdict = Verdict::Approve;
    std::string reason;
    Instant validUntil{}; ///< approve only: in the future, not later than what was asked for; left alone: as
                          ///< asked for
    std::vector<std::string> conditions;
    std::vector<Obligation> obligations;
};

/// The moves besides create, submit and decide.
enum class Move : std::uint8_t {
    StartScreening, ///< data officer: submitted -> screening
    StartReview,    ///< data officer, privacy reviewer: submitted, screening -> in-review
    MarkReady,      ///< privacy reviewer: submitted, screening, in-review -> ready-for-decision
    Return,         ///< data officer, privacy reviewer: back to the applicant, who submits again
    Withdraw,       ///< applicant, before a decision
    Suspend,        ///< decider, custodian: active -> suspended
    Resume,         ///< decider: suspended -> active
    Revoke,         ///< decider: active, suspended -> revoked (final)
    Close           ///< data officer, custodian: active, suspended -> closed (final)
};
/// "start-screening", "mark-ready", "revoke"…
[[nodiscard]] std::string_view name(Move move);
[[nodiscard]] std::optional<Move> moveFromName(std::string_view text);

/// Requests, decisions, permits in the workspace file.
///
/// Every move appends an event row; nothing is ever updated or deleted (triggers refuse it), and the state is
/// read from the events. Four eyes are checked here and again by triggers that abort with
/// 'mangrove:four-eyes-…', so that neither a fault in this class nor another program writing the file gets
/// past them:
///   the applicant neither reviews nor decides; who screened or reviewed does not decide; nobody decides
///   twice; where two deciders are needed a permit cannot be stored with one; a decider of a permit does not
///   export under it.
/// Writes run in a savepoint and so join a transaction the caller has open (audit event and act together).
/// The objects handed to the constructor must outlive it. One thread (that of the Database).
class Authorization {
public:
    Authorization(store::Database& database, const Clock& clock, RandomSource& random,
                  GatePolicy policy = {});

    /// A draft. The applicant needs the role Applicant or DataOfficer (kRoleMissing).
    [[nodiscard]] Result<Request> create(const NewRequest& wanted, const identity::User& applicant);
    /// Names the released table the request is about; allowed until the first decision. Data officer.
    [[nodiscard]] Status attachRelease(const RequestId& id, const ReleaseId& release, std::string_view sha256,
                                       const identity::User& officer);
    /// draft or returned -> submitted. Only the applicant.
    [[nodiscard]] Status submit(const RequestId& id, const identity::User& applicant);
    [[nodiscard]] Status move(const RequestId& id, Move move, const identity::User& actor,
                              std::string_view note);

    /// One vote, signed with the decider's key. A rejection ends the request. An approval is refused while a
    /// gate blocks (kGateClosed); the last needed one writes and signs the permit and activates it. Returns
    /// the request as it stands afterwards (ready-for-decision when a second decider is still needed, else
    /// active).
    [[nodiscard]] Result<Request> decide(const RequestId& id, const Decision& decision,
                                         const identity::UnlockedSigner& decider, const GateFacts& facts);

    [[nodiscard]] Result<Request> find(const RequestId& id) const;
    /// All requests, oldest first; with a data set given only those about it.
    [[nodiscard]] Result<std::vector<Request>> list(const std::optional<DatasetId>& dataset = {}) const;
    [[nodiscard]] Result<std::vector<Gate>> gates(const RequestId& id, const GateFacts& facts) const;
    /// Whether two different people must approve this request.
    [[nodiscard]] Result<bool> twoDeciders(const RequestId& id, const GateFacts& facts) const;
    /// kNoPermit before the last approval. Whether it is still valid is the request's state.
    [[nodiscard]] Result<Permit> permit(const RequestId& id) const;

    /// Everything that must hold at the very moment of an export: role Custodian or DataOfficer, not a
    /// decider, state active (kPermitExpired, kPermitNotActive), gates open, the released file the one the
    /// permit names. Writes nothing.
    [[nodiscard]] Result<Permit> clearForExport(const RequestId& id, const identity::User& exporter,
                                                const GateFacts& facts) const;
    /// Records that a package left under the permit (`packageSha256`: digest of its tagmanifest, hex).
    [[nodiscard]] Status recordExport(const RequestId& id, const identity::User& exporter,
                                      const PackageId& package, std::string_view packageSha256);
    /// Marks obligation `index` (position in Request::obligations) as fulfilled. Data officer or custodian.
    [[nodiscard]] Status fulfil(const RequestId& id, std::size_t index, const identity::User& actor,
                                std::string_view evidence);

    [[nodiscard]] const GatePolicy& policy() const { return m_policy; }

private:
    [[nodiscard]] Status appendEvent(const RequestId& id, const identity::User& actor, std::string_view kind,
                                     RequestState state, std::string_view note) const;

    [[nodiscard]] Status recordDecision(const Request& request, const DecisionRecord& record,
                                        const identity::UnlockedSigner& decider,
                                        const std::vector<Gate>& gates);
    [[nodiscard]] Status issuePermit(const Request& request, const identity::UnlockedSigner& decider,
                                     const std::vector<Gate>& gates);

    store::Database& m_database;
    const Clock& m_clock;
    RandomSource& m_random;
    GatePolicy m_policy;
};

} // namespace mangrove::authorization
