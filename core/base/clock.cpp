// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include "base/number.h"

#include <fmt/format.h>

namespace mangrove {

Instant SystemClock::now() const {
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

std::string toIso8601(Instant instant) {
    const auto days = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date(days);
    const std::chrono::hh_mm_ss time(instant - days);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       time.hours().count(), time.minutes().count(), time.seconds().count(),
                       time.subseconds().count());
}

bool isValidDate(int year, unsigned month, unsigned day) {
    return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(month),
                                       std::chrono::day(day))
        .ok();
}

Result<Instant> parseIso8601(std::string_view text) {
    const Error bad(errors::kBadInstant, {std::string(text.substr(0, 40))});
    const auto field = [&](std::size_t at, std::size_t length) {
        return parseUnsigned(text.substr(at, length));
    };
    if (text.size() < 10 || text[4] != '-' || text[7] != '-')
        return bad;
    const auto year = field(0, 4);
    const auto month = field(5, 2);
    const auto day = field(8, 2);
    if (!year || !month || !day
        || !isValidDate(static_cast<int>(*year), static_cast<unsigned>(*month), static_cast<unsigned>(*day)))
        return bad;
    const std::chrono::sys_days date(std::chrono::year_month_day(
        std::chrono::year(static_cast<int>(*year)), std::chrono::month(static_cast<unsigned>(*month)),
        std::chrono::day(static_cast<unsigned>(*day))));
    Instant instant = date;
    if (text.size() == 10)
        return instant;
    if ((text.size() != 20 && text.size() != 24) || text[10] != 'T' || text[13] != ':' || text[16] != ':'
        || text.back() != 'Z' || (text.size() == 24 && text[19] != '.'))
        return bad;
    const auto hour = field(11, 2);
    const auto minute = field(14, 2);
    const auto second = field(17, 2);
    const auto millis = text.size() == 24 ? field(20, 3) : std::optional<std::uint64_t>(0);
    if (!hour || !minute || !second || !millis || *hour > 23 || *minute > 59 || *second > 59)
        return bad;
    instant += std::chrono::hours(*hour) + std::chrono::minutes(*minute) + std::chrono::seconds(*second)
               + std::chrono::milliseconds(*millis);
    return instant;
}

} // namespace mangrove
