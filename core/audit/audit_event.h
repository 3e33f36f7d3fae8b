// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/merkle.h"
#include "base/clock.h"
#include "base/strong_id.h"

#include <cstdint>
#include <string>

namespace mangrove::audit {

/// One recorded act. Personal data of patients never stand in it: ids, counts, digests and names of staff
/// only.
struct AuditEvent {
    std::uint64_t seq = 0; ///< from 0, without gaps: the leaf's index in the tree
    Instant time;
    UserId actor;
    std::string role;    ///< in which role, e.g. "decider"
    std::string action;  ///< dotted, e.g. "dataset.register"
    std::string object;  ///< the id of what it is about, e.g. "DS-7F3AQ2KM"; may be empty
    std::string payload; ///< a JSON object in canonical form (RFC 8785); "{}" where there is nothing to add
    friend bool operator==(const AuditEvent&, const AuditEvent&) = default;
};

/// The leaf of the tree, byte for byte: canonical JSON (RFC 8785) of
/// {"action","actor","object","payload","role","seq","time"} with time as toIso8601() writes it. With
/// sha256sum anybody rebuilds the leaf hash: SHA-256(0x00 || these bytes).
[[nodiscard]] std::string leafText(const AuditEvent& event);
[[nodiscard]] Digest leafHash(const AuditEvent& event);

} // namespace mangrove::audit
