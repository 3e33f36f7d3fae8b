// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>

/// Only for .cpp files of this room.
namespace mangrove::handoff {

/// Keys sorted, two blanks, LF, final LF. Bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] inline std::string exactJson(const nlohmann::json& value) {
    return value.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

} // namespace mangrove::handoff
