// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/audit_event.h"
#include "audit/audit_log.h"
#include "base/result.h"
#include "base/run_context.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::workspace {

class Session;
class Workspace;

/// Events by filter (actor, object, prefix of the action, time; keyset paging), newest first unless it says
/// otherwise.
[[nodiscard]] Result<std::vector<audit::AuditEvent>> listEvents(Workspace& workspace,
                                                                const audit::EventFilter& filter);
/// Fails with audit-range.
[[nodiscard]] Result<audit::AuditEvent> showEvent(Workspace& workspace, std::uint64_t seq);

/// Recomputes every leaf, the tree and its root, and checks all stored checkpoints against the keys of the
/// workspace's users. "Not ok" is a value that names the first broken event.
[[nodiscard]] Result<audit::AuditState> verifyAudit(Workspace& workspace, const RunContext& context);

/// Signs the log's state, this act included, as a C2SP checkpoint. Needs Act::Checkpoint. Audit:
/// "audit.checkpoint".
[[nodiscard]] Result<audit::StoredCheckpoint> checkpointAudit(Workspace& workspace, const Session& session);
/// Oldest first.
[[nodiscard]] Result<std::vector<audit::StoredCheckpoint>> listCheckpoints(Workspace& workspace);
/// Whether a checkpoint kept outside (in a package, on paper) belongs to this log and is signed by one of its
/// users: checkpoint-bad, checkpoint-inconsistent, audit-range, or success.
[[nodiscard]] Status compareCheckpoint(Workspace& workspace, std::string_view note);

/// A self-contained proof that event `seq` is in the log under its newest checkpoint (C2SP tlog-proof text).
/// Fails with audit-range where no checkpoint covers it yet.
[[nodiscard]] Result<std::string> proveEvent(Workspace& workspace, std::uint64_t seq);

} // namespace mangrove::workspace
