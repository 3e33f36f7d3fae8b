// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/apply.h"

#include <string>
#include <string_view>

namespace mangrove::deid {

/// The report file of `deid apply --report`: one object, compact, fixed key order, no secrets, no cell
/// values.
[[nodiscard]] std::string toJson(const ApplyReport& report);
/// Reads the figures back (rows, risk before and after, hashes, columns) from a stored report.
[[nodiscard]] Result<ApplyReport> applyReportFromJson(std::string_view json);

} // namespace mangrove::deid
