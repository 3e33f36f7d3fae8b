// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/explanation.h"

#include <nlohmann/json_fwd.hpp>

namespace mangrove::deid {

/// "explanation" of `deid search --explain` (app/cli/README.md). For .cpp files of this room only.
[[nodiscard]] nlohmann::ordered_json explanationTree(const Explanation& explanation,
                                                     const std::vector<std::string>& columns);

} // namespace mangrove::deid
