// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mangrove::io {

/// What a cell's number format makes of its number.
enum class NumberKind : std::uint8_t {
    Plain,
    Date,     ///< years, months, days
    Time,     ///< hours, minutes, seconds of a day
    DateTime, ///< both
    Elapsed   ///< hours, minutes or seconds that may exceed a day: [h]:mm
};

/// Of a built-in format (ECMA-376 part 1, 18.8.30, with the Chinese and Japanese ones).
[[nodiscard]] NumberKind builtinNumberKind(std::uint32_t id);
/// Of a format code (18.8.31): by the letters y m d h s outside quotes, escapes and brackets.
[[nodiscard]] NumberKind numberKindOf(std::string_view formatCode);

/// A serial number as ISO 8601: "2024-01-02", "2024-01-02T08:30:00", "08:30:00", "36:00:00" (elapsed).
/// Milliseconds only where there are any; a time of day with a date part shown, and a date with a time of day
/// keeps it. `from1904` = day 0 is 1904-01-01; otherwise day 1 is 1900-01-01 and day 60 the 29 February 1900
/// that never was. Empty where the number is no date in that system (negative, day 60, beyond 9999-12-31).
[[nodiscard]] std::string isoFromSerial(double serial, NumberKind kind, bool from1904);

} // namespace mangrove::io
