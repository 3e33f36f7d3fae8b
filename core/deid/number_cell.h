// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mangrove::deid {

/// A number as a cell holds it: sign, digits, at most one point; no exponent, no separators, no unit. What
/// cannot be read with certainty is not read.
struct CellNumber {
    double value = 0;
    std::uint32_t decimals = 0; ///< digits behind the point
};

/// nullopt for anything else, and beyond 10^15, where doubles no longer hold every whole number.
[[nodiscard]] std::optional<CellNumber> parseCellNumber(std::string_view text);
/// In decimal with so many digits behind the point, rounded half away from zero; "0", never "-0".
[[nodiscard]] std::string numberText(double value, std::uint32_t decimals);
/// Digits behind the point of the shortest decimal form of `value` ("0.25": 2).
[[nodiscard]] std::uint32_t decimalsOf(double value);

} // namespace mangrove::deid
