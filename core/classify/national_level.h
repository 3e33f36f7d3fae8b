// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace mangrove::classify {

/// Level by GB/T 43697-2024: core, important and general data (6.1), general data in four sub-levels (annex
/// H). Stands beside the GB/T 39725 level and is never merged with it into one number. In ascending order.
enum class NationalLevel : std::uint8_t { General1, General2, General3, General4, Important, Core };
/// "general-1" … "general-4", "important", "core".
[[nodiscard]] std::string_view toText(NationalLevel level);
[[nodiscard]] std::optional<NationalLevel> parseNationalLevel(std::string_view text);

} // namespace mangrove::classify
