// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

namespace mangrove::errors {

inline constexpr ErrorInfo kQualityRulesInvalid{
    "quality-rules-invalid", ErrorKind::BadInput,
    "The quality rules are refused at {0}: {1}. The form is described in quality-rules.schema.json."};
inline constexpr ErrorInfo kQualityReportInvalid{"quality-report-invalid", ErrorKind::BadInput,
                                                 "This is no quality report made by Mangrove: {0}."};

} // namespace mangrove::errors
