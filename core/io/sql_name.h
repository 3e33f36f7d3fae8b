// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace mangrove::io {

/// A delimited identifier of SQL, so that any name is a name and nothing else: in quotes, quotes in it
/// doubled.
[[nodiscard]] std::string quotedIdentifier(std::string_view name);

} // namespace mangrove::io
