// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authorization/gates.h"
#include "authorization/obligation.h"
#include "authorization/request_state.h"
#include "deid/sharing.h"
#include "handoff/package_verifier.h"
#include "widgets/chip.h"

#include <QString>
#include <string_view>

/// The stable words of core's records wing in the user's language.
namespace mangrove::ui {

[[nodiscard]] QString requestStateText(authorization::RequestState state);
[[nodiscard]] ChipLook requestStateChip(authorization::RequestState state);
/// What a request's event says: "created", "submitted", "approved"…
[[nodiscard]] QString requestEventText(std::string_view kind);
/// Icon and tone of such an event.
[[nodiscard]] ChipLook requestEventLook(std::string_view kind);

[[nodiscard]] QString gateStatusText(authorization::GateStatus status);
/// "G4 re-identification risk" with the tone of its status.
[[nodiscard]] ChipLook gateChip(const authorization::Gate& gate);
[[nodiscard]] QString gateName(std::string_view id);
/// Standard and clause behind the gate.
[[nodiscard]] QString gateSource(std::string_view id);
[[nodiscard]] QString gateReasonText(const authorization::Gate& gate);

[[nodiscard]] QString sharingText(authorization::Sharing sharing);
[[nodiscard]] QString sharingText(deid::Sharing sharing);
[[nodiscard]] QString obligationText(authorization::ObligationType type);
[[nodiscard]] ChipLook obligationStatusChip(authorization::ObligationStatus status);

/// "Data officer" for "data-officer".
[[nodiscard]] QString roleText(std::string_view role);
/// What an audit action means: "registered a data set" for "dataset.register"; the action itself where it is
/// unknown.
[[nodiscard]] QString auditActionText(std::string_view action);
[[nodiscard]] QString auditActionIcon(std::string_view action);

/// What a check of a package looks at: "Signature" for "signature".
[[nodiscard]] QString packageCheckText(std::string_view id);
[[nodiscard]] ChipLook checkOutcomeChip(handoff::CheckOutcome outcome);
/// What a file in a package is: "payload", "permit", "evidence"…
[[nodiscard]] QString packageFileText(std::string_view what);

} // namespace mangrove::ui
