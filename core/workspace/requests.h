// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authorization/authorization.h"
#include "authorization/request.h"
#include "base/clock.h"
#include "base/result.h"
#include "base/strong_id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::workspace {

class Session;
class Workspace;

/// What an applicant asks for.
struct RequestDraft {
    DatasetId dataset;
    std::optional<ReleaseId> release; ///< the de-identified table; may be named later, needed before approval
    std::string title;
    std::string purpose;   ///< in words; part of the permit
    std::string recipient; ///< person or role who receives the package
    std::string recipientOrganisation;
    std::string legalBasis;
    authorization::Sharing sharing = authorization::Sharing::Controlled;
    std::vector<std::string> columns; ///< empty: all columns of the release
    Instant requestedUntil{};
};

/// Needs Act::CreateRequest; the session's user is the applicant. Audit: "request.create".
[[nodiscard]] Result<authorization::Request> createRequest(Workspace& workspace, const Session& session,
                                                           const RequestDraft& draft);
/// Draft -> submitted. Only the applicant herself. Audit: "request.submit".
[[nodiscard]] Result<authorization::Request> submitRequest(Workspace& workspace, const Session& session,
                                                           const RequestId& id);
/// Names (or changes) the release while nothing is decided yet. Needs Act::Deidentify. Audit:
/// "request.attach-release".
[[nodiscard]] Result<authorization::Request> attachRelease(Workspace& workspace, const Session& session,
                                                           const RequestId& id, const ReleaseId& release);
/// The privacy reviewer's word, needed before a decision. Never the applicant, never who de-identified the
/// data. Needs Act::ReviewRequest. Audit: "request.review".
struct Review {
    bool recommend = true; ///< false sends it back to the applicant
    std::string comment;
};
[[nodiscard]] Result<authorization::Request> reviewRequest(Workspace& workspace, const Session& session,
                                                           const RequestId& id, const Review& review);
/// The signed decision: approve gives a permit, reject ends it. Four eyes: the applicant and the reviewer
/// cannot decide (four-eyes of the authorization room, also guarded by triggers). Approving needs every gate
/// passed or not applicable (kGateClosed). Needs Act::DecideRequest. Audit: "request.decide" and a signed
/// checkpoint.
[[nodiscard]] Result<authorization::Request> decideRequest(Workspace& workspace, const Session& session,
                                                           const RequestId& id,
                                                           const authorization::Decision& decision);
/// By the applicant, before the decision. Audit: "request.withdraw".
[[nodiscard]] Result<authorization::Request> withdrawRequest(Workspace& workspace, const Session& session,
                                                             const RequestId& id, const std::string& reason);
/// Ends an approved permit. Needs Act::DecideRequest. Audit: "request.revoke".
[[nodiscard]] Result<authorization::Request> revokeRequest(Workspace& workspace, const Session& session,
                                                           const RequestId& id, const std::string& reason);

/// A request with all a page shows of it. State and expiry are as of now (computed at reading).
struct RequestView {
    authorization::Request request;
    std::string datasetName;
    std::string applicantName; ///< display name
    std::vector<authorization::Gate> gates;
    std::optional<authorization::Permit> permit;
    std::optional<std::int64_t> daysLeft; ///< whole days until the permit expires; negative: expired
    std::vector<PackageId> packages;
};

/// Newest first; without gates.
[[nodiscard]] Result<std::vector<RequestView>> listRequests(Workspace& workspace);
/// Fails with request-not-found.
[[nodiscard]] Result<RequestView> showRequest(Workspace& workspace, const RequestId& id);

/// What can be done with a request in its present state.
enum class RequestAct : std::uint8_t { Submit, Review, Approve, Reject, Withdraw, Revoke, Export };

/// Whether this session may do `act` on the request now: role, state, four eyes, gates. Success or the error
/// the act itself would give; the workbench shows its sentence beside the disabled button.
[[nodiscard]] Status mayAct(Workspace& workspace, const Session& session, const RequestView& view,
                            RequestAct act);

} // namespace mangrove::workspace
