// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/extracts.h"

namespace mangrove::demo {

std::uint64_t shareOf(std::uint64_t rows, double share) {
    return std::max<std::uint64_t>(1, static_cast<std::uint64_t>(static_cast<double>(rows) * share));
}

std::string moneyText(std::int64_t cents) {
    std::string text = std::to_string(cents / 100);
    text += '.';
    appendPadded(text, static_cast<std::uint64_t>(cents % 100), 2);
    return text;
}

std::string dateText(Day day) {
    std::string text;
    appendDate(text, day);
    return text;
}

std::string timeText(Day day, std::uint32_t minute) {
    std::string text = dateText(day);
    text += ' ';
    appendPadded(text, minute / 60, 2);
    text += ':';
    appendPadded(text, minute % 60, 2);
    text += ":00";
    return text;
}

std::string serialText(std::string_view prefix, Day day, std::uint64_t number) {
    std::string text(prefix);
    const std::chrono::year_month_day parts{day};
    appendPadded(text, static_cast<unsigned>(static_cast<int>(parts.year())), 4);
    appendPadded(text, static_cast<unsigned>(parts.month()), 2);
    appendPadded(text, static_cast<unsigned>(parts.day()), 2);
    appendPadded(text, number, 8);
    return text;
}

std::string visitNumber(const Visit& visit, std::size_t index) {
    return serialText("4601", visit.admission, index + 1);
}

} // namespace mangrove::demo
