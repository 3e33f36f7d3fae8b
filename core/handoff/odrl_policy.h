// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handoff/package_contents.h"

#include <string>

namespace mangrove::handoff {

/// The permit as an ODRL 2.2 Agreement (JSON-LD). Terms are written "odrl:…" under an inline context, because
/// the short terms are unknown to the contexts of data-space connectors and vanish there on expansion.
/// Permission: use, with purpose (DUO), end and place; prohibitions: distribute, and our own urn for
/// re-identification; duties from the obligations: delete, attribute, compensate, inform, reviewPolicy, with
/// elapsedTime or dateTime.
[[nodiscard]] std::string odrlPolicyJson(const PackageContents& contents);

/// What a receiving connector has to bind before it enforces the policy: connectors drop rules whose action
/// or left operand has no function bound, and a rule without constraints is always true.
/// {"actions":[…],"leftOperands":[…],"note"}.
[[nodiscard]] std::string policyFunctionsJson(const PackageContents& contents);

} // namespace mangrove::handoff
