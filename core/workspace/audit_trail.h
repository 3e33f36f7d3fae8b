// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/audit_event.h"
#include "audit/audit_log.h"
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

/// Which events; every member that is set must match.
struct AuditQuery {
    std::optional<UserId> actor;
    std::string action; ///< exact or, ending in '.', a prefix: "request."
    std::string object; ///< exact id
    std::optional<Instant> from;
    std::optional<Instant> until; ///< exclusive
    std::uint64_t limit = 1000;
    std::uint64_t beforeSeq = 0; ///< 0 = from the newest; else only older ones than this number (paging)
};

/// Newest first.
[[nodiscard]] Result<std::vector<audit::AuditEvent>> listEvents(Workspace& workspace,
                                                                const AuditQuery& query);

/// Recomputes every leaf and the root, and compares all signed checkpoints. The state names the first broken
/// event.
[[nodiscard]] Result<audit::AuditState> verifyAudit(Workspace& workspace, const RunContext& context);

/// Signs the log's present state as a C2SP checkpoint and returns its text. Needs Act::Checkpoint.
/// Audit: "audit.checkpoint" (the event itself comes after the state it signs).
[[nodiscard]] Result<std::string> checkpointAudit(Workspace& workspace, const Session& session);

/// A self-contained proof that event `seq` is in the log under its newest checkpoint (C2SP tlog-proof text).
[[nodiscard]] Result<std::string> proveEvent(Workspace& workspace, std::uint64_t seq);

} // namespace mangrove::workspace
