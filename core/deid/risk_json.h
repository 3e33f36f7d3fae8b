// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/risk.h"

#include <string>
#include <string_view>

namespace mangrove::deid {

/// One object with the keys of `mangrove deid risk --json` (records, classes, uniques, prosecutor{highest,
/// average, lowest, recordsAtRisk}, gbt42460{level, tau, Ra, Rb, Rc, R, …}) and more. "prosecutor" is null
/// where there is no record. Compact, fixed key order.
[[nodiscard]] std::string toJson(const RiskReport& report);
/// Reads what toJson() wrote (a stored report). kDeidReportMalformed where it is something else.
[[nodiscard]] Result<RiskReport> riskFromJson(std::string_view json);

} // namespace mangrove::deid
