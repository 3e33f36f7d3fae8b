// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/audit_trail.h"

#include "audit/checkpoint.h"
#include "audit/errors.h"
#include "workspace/rooms.h"
#include "workspace/workspace.h"

namespace mangrove::workspace {

namespace {

/// The name under which a user signs checkpoints: "<origin>/<login name>".
std::string keyName(const std::string& origin, const UserId& user) {
    return origin + "/" + user.text();
}

Result<std::vector<audit::VerifierKey>> verifierKeys(Rooms& rooms) {
    MANGROVE_ASSIGN(const auto origin, rooms.audit.origin());
    MANGROVE_ASSIGN(const auto users, rooms.users.list());
    std::vector<audit::VerifierKey> keys;
    for (const auto& user : users)
        keys.push_back({keyName(origin, user.id), user.checkpointKey});
    return keys;
}

} // namespace

Result<std::vector<audit::AuditEvent>> listEvents(Workspace& workspace, const audit::EventFilter& filter) {
    return workspace.rooms().audit.list(filter);
}

Result<audit::AuditEvent> showEvent(Workspace& workspace, std::uint64_t seq) {
    return workspace.rooms().audit.event(seq);
}

Result<audit::AuditState> verifyAudit(Workspace& workspace, const RunContext& context) {
    Rooms& rooms = workspace.rooms();
    MANGROVE_ASSIGN(const auto keys, verifierKeys(rooms));
    return rooms.audit.verify(context, keys);
}

Result<audit::StoredCheckpoint> checkpointAudit(Workspace& workspace, const Session& session) {
    MANGROVE_ASSIGN(const auto role, session.roleFor(Act::Checkpoint));
    Rooms& rooms = workspace.rooms();
    MANGROVE_ASSIGN(auto transaction, rooms.database.begin());
    MANGROVE_TRY(record(rooms, session, role, "audit.checkpoint", "", Payload()));
    MANGROVE_ASSIGN(auto checkpoint,
                    rooms.audit.checkpoint(session.signer().checkpointKey, session.user().id));
    MANGROVE_TRY(transaction.commit());
    return checkpoint;
}

Result<std::vector<audit::StoredCheckpoint>> listCheckpoints(Workspace& workspace) {
    return workspace.rooms().audit.checkpoints();
}

Status compareCheckpoint(Workspace& workspace, std::string_view note) {
    Rooms& rooms = workspace.rooms();
    MANGROVE_ASSIGN(const auto outside, audit::parseCheckpoint(note));
    MANGROVE_ASSIGN(const auto keys, verifierKeys(rooms));
    for (const auto& signature : outside.signatures) {
        for (const auto& key : keys) {
            if (key.keyName != signature.keyName)
                continue;
            MANGROVE_TRY(audit::verifyCheckpoint(outside, key.keyName, key.publicKey));
            return rooms.audit.compareWith(outside);
        }
    }
    return Error(errors::kCheckpointBad, {"none of its signatures is by a user of this workspace"});
}

Result<std::string> proveEvent(Workspace& workspace, std::uint64_t seq) {
    return workspace.rooms().audit.tlogProof(seq);
}

} // namespace mangrove::workspace
