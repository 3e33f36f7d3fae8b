// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authorization/authorization.h"
#include "authorization/gates.h"
#include "authorization/permit.h"
#include "authorization/request.h"
#include "base/clock.h"
#include "base/result.h"
#include "base/run_context.h"
#include "base/strong_id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::workspace {

class Session;
class Workspace;

/// The session's user is the applicant. `wanted.releaseSha256` is filled in from the release. Needs
/// Act::CreateRequest. Audit: "request.create".
[[nodiscard]] Result<authorization::Request> createRequest(Workspace& workspace, const Session& session,
                                                           authorization::NewRequest wanted);
/// draft or returned -> submitted. Only the applicant herself. Audit: "request.submit".
[[nodiscard]] Result<authorization::Request> submitRequest(Workspace& workspace, const Session& session,
                                                           const RequestId& id);
/// Names (or changes) the released table while nobody has approved yet; it must come from the request's data
/// set (kReleaseOfOtherDataset). Needs Act::Deidentify. Audit: "request.attach-release".
[[nodiscard]] Result<authorization::Request> attachRelease(Workspace& workspace, const Session& session,
                                                           const RequestId& id, const ReleaseId& release);
/// Every other move but the decision: screening, review, return, withdraw, suspend, revoke… Which role may
/// make which move stands at authorization::Move; four eyes hold. Audit: "request.<name of the move>".
[[nodiscard]] Result<authorization::Request> moveRequest(Workspace& workspace, const Session& session,
                                                         const RequestId& id, authorization::Move move,
                                                         const std::string& note);

/// What nobody can compute: papers and facts that a person enters for the gates. Append-only; the newest
/// entry counts.
struct GateEvidence {
    bool ethicsRequired = false;
    bool recipientForeignControlled = false;
    std::string humanGeneticFiling; ///< number of the filing or approval
    std::string crossBorderPath;    ///< "security-assessment", "standard-contract", "certification", "exempt"
    std::string crossBorderReference;
    std::string agreementReference;    ///< signed data-use agreement
    std::string registrationNumber;    ///< result code of the registration
    std::string qualityAcceptedReason; ///< why failed quality checks are tolerated; empty = they are not
    UserId by;                         ///< filled in on reading
    Instant at{};                      ///< filled in on reading
};
/// Needs Act::RecordEvidence; never the applicant (four-eyes-applicant). Audit: "request.gate-evidence".
[[nodiscard]] Status recordGateEvidence(Workspace& workspace, const Session& session, const RequestId& id,
                                        const GateEvidence& evidence);
/// The newest entry, or nullopt.
[[nodiscard]] Result<std::optional<GateEvidence>> gateEvidence(Workspace& workspace, const RequestId& id);

/// How much is read for judging the gates.
enum class FactsDepth : std::uint8_t {
    Recorded, ///< records only: files are taken to be as recorded unless missing or of another size (for
              ///< pages)
    Measured  ///< hashes the source and the released file now (for decision and export)
};
/// The facts on which the gates of a request are judged, gathered now.
[[nodiscard]] Result<authorization::GateFacts> gateFacts(Workspace& workspace,
                                                         const authorization::Request& request,
                                                         FactsDepth depth, const RunContext& context);

/// One signed vote. Reject ends the request; approve, when it is the last one needed, writes and signs the
/// permit. Refused: by the applicant (four-eyes-applicant), twice by the same decider
/// (four-eyes-second-decider), with a gate closed (gate-closed), after the source or the release changed. A
/// signed audit checkpoint goes with it. Needs Act::DecideRequest. Audit: "request.approve" or
/// "request.reject".
[[nodiscard]] Result<authorization::Request> decideRequest(Workspace& workspace, const Session& session,
                                                           const RequestId& id,
                                                           const authorization::Decision& decision,
                                                           const RunContext& context);
/// Marks obligation `index` of the request as fulfilled. Needs Act::FulfilObligation. Audit:
/// "request.fulfil".
[[nodiscard]] Result<authorization::Request> fulfilObligation(Workspace& workspace, const Session& session,
                                                              const RequestId& id, std::size_t index,
                                                              const std::string& evidence);

/// A request with all a page shows of it. State and expiry are as of now (computed at reading).
struct RequestView {
    authorization::Request request;
    std::string datasetName;
    std::string applicantName; ///< display name
    bool twoDeciders = false;  ///< two different people must approve
    std::vector<authorization::Gate> gates;
    std::optional<authorization::Permit> permit;
    std::optional<std::int64_t> daysLeft; ///< whole days until the permit ends; negative: it has ended
    std::vector<PackageId> packages;      ///< that left under it
};

/// Newest first. Gates by FactsDepth::Recorded.
[[nodiscard]] Result<std::vector<RequestView>> listRequests(Workspace& workspace);
/// Fails with request-not-found. Gates by FactsDepth::Recorded.
[[nodiscard]] Result<RequestView> showRequest(Workspace& workspace, const RequestId& id);

/// What can be done with a request. The moves in the middle mirror authorization::Move.
enum class RequestAct : std::uint8_t {
    Submit,
    AttachRelease,
    StartScreening,
    StartReview,
    MarkReady,
    Return,
    Withdraw,
    Approve,
    Reject,
    Suspend,
    Resume,
    Revoke,
    Close,
    Export
};

/// Whether this session may do `act` on the request now, as far as the view tells: session unlocked, role,
/// four eyes, state, gates. Success, or the error the act itself would give: the workbench shows its sentence
/// beside the disabled button. Reads nothing.
[[nodiscard]] Status mayAct(const Session& session, const RequestView& view, RequestAct act);

} // namespace mangrove::workspace
