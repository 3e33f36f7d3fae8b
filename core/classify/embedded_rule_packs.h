// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace mangrove::classify {

/// A file of resources/rulepacks as it stood when the program was built.
struct EmbeddedPack {
    std::string_view file; ///< "column-names.json"
    std::string_view json;
};

/// Defined in resources/ (generated). In order of precedence, lowest first.
[[nodiscard]] std::span<const EmbeddedPack> embeddedRulePacks();

} // namespace mangrove::classify
