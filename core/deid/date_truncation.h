// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mangrove::deid {

/// What is left of a date. Irreversible, but the period narrows the original down; order and counts by period
/// stay, intervals are only as exact as the period.
enum class DateUnit : std::uint8_t {
    Year,     ///< 2024
    HalfYear, ///< 2024-H1
    Quarter,  ///< 2024-Q1
    Month,    ///< 2024-02
    Week      ///< 2024-W07: ISO 8601, weeks begin on Monday, week 1 holds the year's first Thursday
};
[[nodiscard]] std::string_view nameOf(DateUnit unit);

/// nullopt for what is no date (cell_date.h). The sentinel 9999-12-31 stays what it is.
[[nodiscard]] std::optional<std::string> truncateDate(std::string_view cell, DateUnit unit);

} // namespace mangrove::deid
