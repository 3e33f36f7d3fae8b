// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/date_truncation.h"

#include "base/format.h"
#include "deid/cell_date.h"

#include <array>
#include <chrono>

namespace mangrove::deid {

namespace {

std::string isoWeek(std::int32_t day) {
    // The week's Thursday lies in the week's year. 1970-01-01 was a Thursday.
    const std::int32_t weekday = ((day + 3) % 7 + 7) % 7; // Monday = 0
    const std::chrono::sys_days thursday(std::chrono::days(day - weekday + 3));
    const std::chrono::year year = std::chrono::year_month_day(thursday).year();
    const std::chrono::sys_days first(year / 1 / 1);
    return format("{:04}-W{:02}", static_cast<int>(year), (thursday - first).count() / 7 + 1);
}

} // namespace

std::string_view nameOf(DateUnit unit) {
    static constexpr std::array<std::string_view, 5> kNames{"year", "half-year", "quarter", "month", "week"};
    return kNames[static_cast<std::size_t>(unit)];
}

std::optional<std::string> truncateDate(std::string_view cell, DateUnit unit) {
    const auto date = parseCellDate(cell);
    if (!date)
        return std::nullopt;
    if (date->isSentinel())
        return std::string(cell);
    switch (unit) {
    case DateUnit::Year:
        return format("{:04}", date->year);
    case DateUnit::HalfYear:
        return format("{:04}-H{}", date->year, (date->month + 5) / 6);
    case DateUnit::Quarter:
        return format("{:04}-Q{}", date->year, (date->month + 2) / 3);
    case DateUnit::Month:
        return format("{:04}-{:02}", date->year, date->month);
    case DateUnit::Week:
        break;
    }
    return isoWeek(date->day);
}

} // namespace mangrove::deid
