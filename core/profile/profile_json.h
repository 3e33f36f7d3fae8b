// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "profile/table_profile.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace mangrove::profile {

struct JsonStyle {
    /// Values shown in `top` occur at least so often (WhiteRabbit's rule; 5 for reports that leave the
    /// house).
    std::uint64_t minCellCount = 1;
    bool pretty = false;
};

/// The object of `mangrove profile --json` (keys of the command line contract, and a few more).
[[nodiscard]] std::string toJson(const TableProfile& profile, const JsonStyle& style = {});
/// Reads toJson's text back. Error: profile-json-invalid.
[[nodiscard]] Result<TableProfile> fromJson(std::string_view text);

} // namespace mangrove::profile
