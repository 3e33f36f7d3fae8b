// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace mangrove::io {

/// The first 50 names, with ", " between them and ", …" where there are more: for errors that say which
/// tables there are.
[[nodiscard]] std::string listNames(const std::vector<std::string>& names);

} // namespace mangrove::io
