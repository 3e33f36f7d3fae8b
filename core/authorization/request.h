// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authorization/obligation.h"
#include "authorization/request_state.h"
#include "base/clock.h"
#include "base/strong_id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::authorization {

/// What an applicant asks for. Text fields are UTF-8, at most kMaxTextBytes each; at most kMaxListItems per
/// list.
struct NewRequest {
    DatasetId dataset;
    std::optional<ReleaseId> release; ///< may be attached later, before the decision
    std::string releaseSha256;        ///< hex; required when release is set
    std::string title;
    std::string purpose;
    std::vector<std::string> duo; ///< Data Use Ontology codes, "DUO:0000006"
    std::string recipient;        ///< the person or unit that receives the package
    std::string recipientOrganisation;
    std::string recipientRegion; ///< GB/T 2260 code, e.g. "460000", or an ISO 3166 country code
    bool crossBorder = false;    ///< receiver outside the mainland; remote access counts
    std::string legalBasis;
    Sharing sharing = Sharing::Controlled;
    std::vector<std::string> columns; ///< columns asked for; empty = all of the release
    Instant requestedUntil{};
    std::string ethicsNumber;
    std::optional<Instant> ethicsUntil;
    std::vector<Obligation> obligations; ///< proposed duties; the decider may add more
};
inline constexpr std::size_t kMaxTextBytes = 16U << 10U;
inline constexpr std::size_t kMaxListItems = 4096;

/// One move. `state` is the state after it; `kind` says what happened ("created", "submitted",
/// "release-attached", "approved", "rejected", "activated", "suspended"…). `seq` grows over the whole
/// workspace.
struct RequestEvent {
    std::uint64_t seq = 0;
    Instant time{};
    UserId actor;
    std::string kind;
    RequestState state = RequestState::Draft;
    std::string note;
};

/// One vote, as signed. See Decision in authorization.h.
struct DecisionRecord {
    UserId decider;
    Instant time{};
    bool approve = false;
    std::string reason;
    Instant validUntil{};
    std::vector<std::string> conditions;
    int decidersNeeded = 1;
};

/// A request with everything that is derived from its events at the moment of reading.
struct Request : NewRequest {
    RequestId id;
    UserId applicant;
    Instant created{};
    RequestState state = RequestState::Draft;
    std::vector<RequestEvent> history;     ///< oldest first
    std::vector<DecisionRecord> decisions; ///< oldest first
    std::optional<Instant> validUntil;     ///< end of the permit, once there is one
};

} // namespace mangrove::authorization
