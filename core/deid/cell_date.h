// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mangrove::deid {

/// A date as a cell holds it: year first, since 03/04/2024 could be two days and dates are never guessed.
/// Forms: 2024-03-01, 2024/3/1, 2024.3.1, 2024年3月1日, 20240301; behind them nothing or a time of day: " "
/// or "T", HH:MM, optional :SS, fraction, and Z or a UTC offset (after 20240301 also HHMM or HHMMSS without a
/// separator). The Gregorian calendar; years 1800-2199, and 9999 as "no end".
struct CellDate {
    std::int32_t day = 0; ///< days since 1970-01-01
    int year = 0;
    unsigned month = 0;
    unsigned dayOfMonth = 0;
    char separator = '-';                      ///< '-', '/', '.', 'c' (年月日) or 0 (none)
    bool paddedMonth = true, paddedDay = true; ///< two digits even below 10
    std::string_view tail;                     ///< the time of day as written, into the parsed text

    /// "9999-12-31" stands for "no end". Shifting it would show the offset to everybody, so it stays.
    [[nodiscard]] bool isSentinel() const { return year == 9999; }
};

/// nullopt for anything else, impossible dates included.
[[nodiscard]] std::optional<CellDate> parseCellDate(std::string_view text);
/// The date `days` later in the same form with the same time of day; the sentinel unchanged.
[[nodiscard]] std::string shiftCellDate(const CellDate& date, std::int32_t days);

} // namespace mangrove::deid
