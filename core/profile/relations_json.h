// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile/column_relations.h"

#include <string>

namespace mangrove::profile {

/// The object "relations" of `mangrove profile --relations --json` (keys of the command line contract).
[[nodiscard]] std::string toJson(const ColumnRelations& relations);

} // namespace mangrove::profile
