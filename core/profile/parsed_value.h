// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mangrove::profile {

/// Everything a text could be, found in one look. Blanks at its ends do not count.
///
/// Numbers: an optional sign, digits without a leading zero (a code such as 00123 is no number), a decimal
/// point, an exponent. Dates: year first (2026-11-23, 2026/1/5, 2026.1.5, 2026年1月5日, 20261123), day first
/// or month first (23/11/2026), which only the whole column can tell apart; impossible dates are none. Times:
/// 9:05, 09:05:30.25.
struct ParsedValue {
    enum Kind : std::uint16_t {
        kInteger = 1U << 0U,
        kDecimal = 1U << 1U, ///< a number that is not written as an integer
        kTrueFalse = 1U << 2U,
        kYes = 1U << 3U,
        kNo = 1U << 4U,
        kYmd = 1U << 5U,
        kDmy = 1U << 6U,
        kMdy = 1U << 7U,
        kWithTime = 1U << 8U, ///< one of the three above goes on with a time of day
        kCompact = 1U << 9U,  ///< a kYmd (perhaps kWithTime) written in digits alone, and so also an integer
        kTime = 1U << 10U
    };
    std::uint16_t kinds = 0;
    double number = 0; ///< kInteger, kDecimal
    /// number = digits / 10^scale exactly as it is written; kNoScale = it has more than 15 digits or an
    /// exponent.
    std::int64_t digits = 0;
    std::uint8_t scale = kNoScale;
    static constexpr std::uint8_t kNoScale = 255;
    std::int64_t ymd = 0;  ///< seconds since 1970-01-01 without regard to zones; kYmd
    std::int64_t dmy = 0;  ///< kDmy
    std::int64_t mdy = 0;  ///< kMdy
    std::int64_t time = 0; ///< seconds since midnight; kTime

    [[nodiscard]] bool is(std::uint16_t kind) const { return (kinds & kind) != 0; }
    [[nodiscard]] bool isNumber() const { return is(kInteger | kDecimal); }
};

[[nodiscard]] ParsedValue parseValue(std::string_view text);

/// digits / 10^scale as parseValue() rounds it. Precondition: at most 15 digits, scale <= 15.
[[nodiscard]] double decimalToDouble(std::int64_t digits, std::uint8_t scale);
/// Seconds since 1970-01-01; nullopt where there is no such day (years 1 to 9999).
[[nodiscard]] std::optional<std::int64_t> secondsOfDate(int year, int month, int day);

/// "2026-11-23", "2026-11-23T09:05:00", "09:05:00" for the seconds above.
[[nodiscard]] std::string dateText(std::int64_t seconds);
[[nodiscard]] std::string dateTimeText(std::int64_t seconds);
[[nodiscard]] std::string timeText(std::int64_t seconds);

} // namespace mangrove::profile
