// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace mangrove::errors {

inline constexpr ErrorInfo kAuditAppendOnly{"audit-append-only", ErrorKind::NotPermitted,
                                            "The audit log only grows: its rows are never changed or "
                                            "removed. Record a new event that corrects the old one."};
inline constexpr ErrorInfo kAuditSequence{
    "audit-sequence", ErrorKind::Conflict,
    "The audit log grows by one event after the other; this one does not follow the last."};
inline constexpr ErrorInfo kAuditBroken{
    "audit-broken", ErrorKind::CheckFailed,
    "The audit log was altered: {0}. Compare it with a backup and with the checkpoints kept outside."};
inline constexpr ErrorInfo kAuditEventBad{"audit-event-bad", ErrorKind::BadInput,
                                          "An audit event cannot be recorded: {0}."};
inline constexpr ErrorInfo kAuditNoOrigin{
    "audit-no-origin", ErrorKind::Conflict,
    "The audit log has no name yet, which a checkpoint needs. Create the workspace completely first."};
inline constexpr ErrorInfo kAuditRange{"audit-range", ErrorKind::NotFound,
                                       "The audit log has {1} events; {0} is not among them."};
inline constexpr ErrorInfo kCheckpointBad{"checkpoint-bad", ErrorKind::CheckFailed,
                                          "The checkpoint is not a valid C2SP signed checkpoint: {0}."};
inline constexpr ErrorInfo kCheckpointInconsistent{
    "checkpoint-inconsistent", ErrorKind::CheckFailed,
    "The checkpoint of {0} events does not belong to this audit log: it has another past, so one of the two "
    "was rewritten."};
inline constexpr ErrorInfo kProofBad{"audit-proof-bad", ErrorKind::CheckFailed,
                                     "The audit proof does not hold: {0}."};

} // namespace mangrove::errors
