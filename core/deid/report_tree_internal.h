// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/model_check.h"
#include "deid/risk.h"

#include <nlohmann/json_fwd.hpp>

namespace mangrove::deid {

/// The JSON tree of a risk report, shared by the reports that contain one. For .cpp files of this room only.
[[nodiscard]] nlohmann::ordered_json riskTree(const RiskReport& report);
/// Reads riskTree() back; throws nlohmann's exceptions on anything else, which the caller turns into an
/// Error.
[[nodiscard]] RiskReport riskFromTree(const nlohmann::ordered_json& tree);

/// A model judged on what was written.
[[nodiscard]] nlohmann::ordered_json modelCheckTree(const ModelCheck& check);

} // namespace mangrove::deid
