// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "quality/quality_check.h"

#include <string>
#include <string_view>

namespace mangrove::quality {

/// {"rows","passRate","counts":{…},"findings":[{"rule","type","dimension","severity","column","violated",
///  "denominator","share","threshold","status","rows":[{"row","line"}],"message","args"}]}; LF at the end.
[[nodiscard]] std::string toJson(const QualityReport& report);
/// Reads what toJson wrote. Fails with kQualityReportInvalid on anything else.
[[nodiscard]] Result<QualityReport> qualityReportFromJson(std::string_view json);

} // namespace mangrove::quality
