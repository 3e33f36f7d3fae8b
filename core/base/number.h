// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mangrove {

/// Whole-text parsers, independent of the locale: nullopt on anything left over, blanks or overflow.
[[nodiscard]] std::optional<std::int64_t> parseInteger(std::string_view text);
/// Digits only.
[[nodiscard]] std::optional<std::uint64_t> parseUnsigned(std::string_view text);
/// Decimal or exponent notation; no infinities, no NaN, no hexadecimal.
[[nodiscard]] std::optional<double> parseDouble(std::string_view text);
/// The shortest text that parses back to the same double ("0.1", "1e+300").
[[nodiscard]] std::string formatDouble(double value);

} // namespace mangrove
