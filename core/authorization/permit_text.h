// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authorization/gates.h"
#include "authorization/permit.h"
#include "authorization/request.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The exact texts people sign (formats in permit.h), and the small JSON lists the tables keep. Private to
/// the room.
namespace mangrove::authorization {

[[nodiscard]] std::string decisionText(const Request& request, const DecisionRecord& decision,
                                       std::span<const Gate> gates);

/// `approvals` are the signed texts of request.decisions, in the same order.
[[nodiscard]] std::string permitText(const Permit& permit, const Request& request,
                                     std::span<const Gate> gates, std::span<const SignedText> approvals);

/// A list of texts as a JSON array, and back. kPermitMalformed for anything else.
[[nodiscard]] std::string listToJson(const std::vector<std::string>& list);
[[nodiscard]] Result<std::vector<std::string>> listFromJson(std::string_view json);

} // namespace mangrove::authorization
