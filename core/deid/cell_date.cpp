// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/cell_date.h"

#include "base/clock.h"
#include "base/format.h"

#include <chrono>

namespace mangrove::deid {

namespace {

constexpr std::string_view kYear = "年";
constexpr std::string_view kMonth = "月";
constexpr std::string_view kDay = "日";

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Takes `least`…`most` digits off the front; nullopt when there are fewer.
std::optional<unsigned> takeNumber(std::string_view& text, std::size_t least, std::size_t most) {
    std::size_t count = 0;
    unsigned value = 0;
    while (count < most && count < text.size() && isDigit(text[count]))
        value = value * 10 + static_cast<unsigned>(text[count++] - '0');
    if (count < least)
        return std::nullopt;
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view& text, std::string_view what) {
    if (text.substr(0, what.size()) != what)
        return false;
    text.remove_prefix(what.size());
    return true;
}

bool takeBelow(std::string_view& text, unsigned bound) {
    const auto value = takeNumber(text, 2, 2);
    return value && *value < bound;
}

/// Z, +08:00, +0800, +08 or nothing.
bool isZone(std::string_view text) {
    if (text.empty() || text == "Z")
        return true;
    if (text[0] != '+' && text[0] != '-')
        return false;
    text.remove_prefix(1);
    if (!takeBelow(text, 24))
        return false;
    take(text, ":");
    return text.empty() || (takeBelow(text, 60) && text.empty());
}

/// HH:MM[:SS[.f…]][zone]
bool isTimeOfDay(std::string_view text) {
    if (!takeBelow(text, 24) || !take(text, ":") || !takeBelow(text, 60))
        return false;
    if (take(text, ":")) {
        if (!takeBelow(text, 61))
            return false;
        if (take(text, ".") && !takeNumber(text, 1, 9))
            return false;
    }
    return isZone(text);
}

bool isTail(std::string_view text, bool compact) {
    if (text.empty())
        return true;
    if (text[0] == ' ' || text[0] == 'T')
        return isTimeOfDay(text.substr(1));
    if (!compact || (text.size() != 4 && text.size() != 6))
        return false;
    if (!takeBelow(text, 24) || !takeBelow(text, 60))
        return false;
    return text.empty() || (takeBelow(text, 61) && text.empty());
}

bool takeMonthAndDay(std::string_view& text, CellDate& date) {
    const std::size_t before = text.size();
    const auto month = takeNumber(text, 1, 2);
    date.paddedMonth = before - text.size() == 2;
    const std::string_view separator(&date.separator, 1);
    if (!month || !take(text, date.separator == 'c' ? kMonth : separator))
        return false;
    const std::size_t beforeDay = text.size();
    const auto day = takeNumber(text, 1, 2);
    date.paddedDay = beforeDay - text.size() == 2;
    if (!day || (date.separator == 'c' && !take(text, kDay)))
        return false;
    date.month = *month;
    date.dayOfMonth = *day;
    return true;
}

} // namespace

std::optional<CellDate> parseCellDate(std::string_view text) {
    CellDate date;
    const auto year = takeNumber(text, 4, 4);
    if (!year || text.empty())
        return std::nullopt;
    date.year = static_cast<int>(*year);
    if (isDigit(text[0])) {
        date.separator = 0;
        const auto month = takeNumber(text, 2, 2);
        const auto day = takeNumber(text, 2, 2);
        if (!month || !day)
            return std::nullopt;
        date.month = *month;
        date.dayOfMonth = *day;
    } else {
        if (take(text, kYear))
            date.separator = 'c';
        else if (text[0] == '-' || text[0] == '/' || text[0] == '.') {
            date.separator = text[0];
            text.remove_prefix(1);
        } else
            return std::nullopt;
        if (!takeMonthAndDay(text, date))
            return std::nullopt;
    }
    const bool inRange = (date.year >= 1800 && date.year <= 2199) || date.year == 9999;
    if (!inRange || !isValidDate(date.year, date.month, date.dayOfMonth)
        || !isTail(text, date.separator == 0))
        return std::nullopt;
    date.tail = text;
    const std::chrono::sys_days days(std::chrono::year(date.year) / static_cast<int>(date.month)
                                     / static_cast<int>(date.dayOfMonth));
    date.day = static_cast<std::int32_t>(days.time_since_epoch().count());
    return date;
}

std::string shiftCellDate(const CellDate& date, std::int32_t days) {
    const std::chrono::sys_days shifted(std::chrono::days(date.day + (date.isSentinel() ? 0 : days)));
    const std::chrono::year_month_day to(shifted);
    const int year = static_cast<int>(to.year());
    const unsigned month = static_cast<unsigned>(to.month());
    const unsigned day = static_cast<unsigned>(to.day());
    const std::string monthText = date.paddedMonth ? format("{:02}", month) : format("{}", month);
    const std::string dayText = date.paddedDay ? format("{:02}", day) : format("{}", day);
    std::string text;
    if (date.separator == 'c')
        text = format("{:04}{}{}{}{}{}", year, kYear, monthText, kMonth, dayText, kDay);
    else if (date.separator == 0)
        text = format("{:04}{:02}{:02}", year, month, day);
    else
        text = format("{:04}{}{}{}{}", year, date.separator, monthText, date.separator, dayText);
    text += date.tail;
    return text;
}

} // namespace mangrove::deid
