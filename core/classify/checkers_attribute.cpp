// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/number.h"
#include "base/text.h"
#include "classify/checker_parts.h"
#include "classify/surnames.h"

#include <algorithm>
#include <bit>

namespace mangrove::classify {

namespace {

/// One to `most` digits at the head; `value` moves behind them. -1 where there is none.
int takeNumber(std::string_view& value, std::size_t most) {
    std::size_t size = 0;
    int number = 0;
    while (size < most && size < value.size() && isDigit(value[size]))
        number = number * 10 + static_cast<int>(digitOf(value[size++]));
    value.remove_prefix(size);
    return size == 0 ? -1 : number;
}

bool take(std::string_view& value, std::string_view text) {
    if (value.substr(0, text.size()) != text)
        return false;
    value.remove_prefix(text.size());
    return true;
}

bool isTimeOfDay(std::string_view value) {
    const int hour = takeNumber(value, 2);
    if (hour < 0 || hour > 23 || !take(value, ":"))
        return false;
    const int minute = takeNumber(value, 2);
    if (minute < 0 || minute > 59)
        return false;
    if (take(value, ":")) {
        const int second = takeNumber(value, 2);
        if (second < 0 || second > 60)
            return false;
        if (take(value, ".") && takeNumber(value, 9) < 0)
            return false;
    }
    if (value.empty() || value == "Z" || value == " UTC" || value == " AM" || value == " PM")
        return true;
    const bool offset = take(value, "+") || take(value, "-");
    if (!offset || takeNumber(value, 2) < 0)
        return false;
    take(value, ":");
    takeNumber(value, 2);
    return value.empty();
}

bool plausibleYear(int year) {
    return (year >= 1850 && year <= 2100) || year == 9999;
}

Outcome dateOutcome(int year, int month, int day, std::string_view rest) {
    if (!plausibleYear(year))
        return no(CheckReason::Range);
    if (month < 1 || day < 1 || !isValidDate(year, static_cast<unsigned>(month), static_cast<unsigned>(day)))
        return near(CheckReason::Date);
    if (rest.empty() || ((take(rest, "T") || take(rest, " ")) && isTimeOfDay(rest)))
        return kStrong;
    return no(CheckReason::Character);
}

Outcome compactDate(std::string_view value) {
    const auto year = static_cast<int>(numberAt(value, 0, 4));
    if (value.size() == 8)
        return dateOutcome(year, static_cast<int>(numberAt(value, 4, 2)),
                           static_cast<int>(numberAt(value, 6, 2)), {});
    const bool time = value.size() == 14 && numberAt(value, 8, 2) < 24 && numberAt(value, 10, 2) < 60
                      && numberAt(value, 12, 2) < 61;
    if (!time)
        return no(CheckReason::Length);
    return dateOutcome(year, static_cast<int>(numberAt(value, 4, 2)), static_cast<int>(numberAt(value, 6, 2)),
                       {});
}

constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};

/// 12-Mar-2020, 12 March 2020
Outcome namedMonthDate(int day, std::string_view value) {
    std::array<char, 3> head{};
    std::size_t letters = 0;
    while (letters < value.size() && isAlpha(value[letters])) {
        if (letters < head.size())
            head[letters] = static_cast<char>(value[letters] | 0x20);
        ++letters;
    }
    const auto* const month =
        std::find(kMonths.begin(), kMonths.end(), std::string_view(head.data(), head.size()));
    if (letters < 3 || month == kMonths.end())
        return no(CheckReason::Character);
    value.remove_prefix(letters);
    if (!take(value, "-") && !take(value, " "))
        return no(CheckReason::Character);
    const int year = takeNumber(value, 4);
    return dateOutcome(year, static_cast<int>(month - kMonths.begin()) + 1, day, value);
}

bool isNumberUpTo(std::string_view text, double most) {
    const auto number = parseDouble(text);
    return number.has_value() && *number >= 0 && *number <= most;
}

constexpr std::array<std::string_view, 17> kSexWords{
    "男", "女", "男性", "女性",   "未知", "不详",  "未知的性别", "未说明的性别", "其他",
    "m",  "f",  "male", "female", "man",  "woman", "unknown",    "other"};

/// A character that occurs in Chinese names: the unified ideographs.
bool isHan(char32_t codePoint) {
    return (codePoint >= 0x4E00 && codePoint <= 0x9FFF) || (codePoint >= 0x3400 && codePoint <= 0x4DBF)
           || (codePoint >= 0x20000 && codePoint <= 0x323AF);
}

/// "Ana Díaz", "O'Neil, Mary", "Curt84": letters (any script but Han), inner marks, at most five words.
bool isLatinName(std::string_view value) {
    std::size_t words = 1;
    std::size_t letters = 0;
    for (const char c : value) {
        if (c == ' ')
            ++words;
        else if (isAlpha(c) || static_cast<signed char>(c) < 0)
            ++letters;
        else if (!isDigit(c) && c != '.' && c != '-' && c != '\'' && c != ',')
            return false;
    }
    return letters >= 2 && words <= 5 && (isUpper(value[0]) || static_cast<signed char>(value[0]) < 0)
           && !isDigit(value[0]);
}

bool hasDigit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), isDigit);
}

/// How many different units of regions and of houses a value names.
struct AddressUnits {
    std::size_t regions = 0;
    std::size_t houses = 0;
};

/// A bit for a unit of regions (below 16) or of houses (from 16 on), 0 for any other character.
std::uint32_t unitBit(char32_t point) {
    switch (point) {
    case U'省':
        return 1U << 0U;
    case U'市':
        return 1U << 1U;
    case U'区':
        return 1U << 2U;
    case U'县':
        return 1U << 3U;
    case U'镇':
        return 1U << 4U;
    case U'乡':
        return 1U << 5U;
    case U'路':
        return 1U << 16U;
    case U'街':
        return 1U << 17U;
    case U'巷':
        return 1U << 18U;
    case U'弄':
        return 1U << 19U;
    case U'村':
        return 1U << 20U;
    case U'组':
        return 1U << 21U;
    case U'号':
        return 1U << 22U;
    case U'栋':
        return 1U << 23U;
    case U'幢':
        return 1U << 24U;
    case U'楼':
        return 1U << 25U;
    case U'室':
        return 1U << 26U;
    default:
        return 0;
    }
}

/// The same for units of two characters.
std::uint32_t pairBit(char32_t first, char32_t second) {
    switch (second) {
    case U'治':
        return first == U'自' ? 1U << 6U : 0U;
    case U'道':
        return first == U'街' ? 1U << 7U : first == U'大' ? 1U << 27U : 0U;
    case U'元':
        return first == U'单' ? 1U << 28U : 0U;
    case U'区':
        return first == U'小' ? 1U << 29U : 0U;
    case U'园':
        return first == U'花' ? 1U << 30U : 0U;
    default:
        return 0;
    }
}

AddressUnits addressUnits(std::string_view value) {
    std::uint32_t units = 0;
    char32_t before = 0;
    for (std::size_t at = 0; at < value.size();) {
        if (static_cast<signed char>(value[at]) >= 0) {
            before = 0;
            ++at;
            continue;
        }
        const char32_t point = nextCodePoint(value, at);
        units |= unitBit(point) | pairBit(before, point);
        before = point;
    }
    return {static_cast<std::size_t>(std::popcount(units & 0xFFFFU)),
            static_cast<std::size_t>(std::popcount(units >> 16U))};
}

} // namespace

std::string_view toText(CheckReason reason) {
    constexpr std::array<std::string_view, 11> kWords{"ok",     "empty",    "length",  "character",
                                                      "prefix", "division", "date",    "check-digit",
                                                      "range",  "reserved", "no-shape"};
    return kWords.at(static_cast<std::size_t>(reason));
}

Outcome checkDate(std::string_view value) {
    if (value.size() < 6 || value.size() > 40)
        return no(CheckReason::Length);
    if (allDigits(value))
        return value.size() == 8 || value.size() == 14 ? compactDate(value) : no(CheckReason::Length);
    std::string_view rest = value;
    const int first = takeNumber(rest, 4);
    const auto firstSize = value.size() - rest.size();
    if (first < 0)
        return no(CheckReason::Character);
    if (firstSize == 4) {
        if (take(rest, "年")) {
            const int month = takeNumber(rest, 2);
            if (month < 0 || !take(rest, "月"))
                return no(CheckReason::Character);
            const int day = takeNumber(rest, 2);
            take(rest, "日");
            return dateOutcome(first, month, day < 0 ? 1 : day, rest);
        }
        if (rest.empty() || (rest[0] != '-' && rest[0] != '/' && rest[0] != '.'))
            return no(CheckReason::Character);
        const std::string_view separator = rest.substr(0, 1);
        rest.remove_prefix(1);
        const int month = takeNumber(rest, 2);
        if (!take(rest, separator)) // 2020-05: a month
            return rest.empty() && month >= 1 && month <= 12 && plausibleYear(first)
                       ? kWeak
                       : no(CheckReason::Character);
        const int day = takeNumber(rest, 2);
        return dateOutcome(first, month, day, rest);
    }
    if (firstSize > 2 || rest.empty())
        return no(CheckReason::Character);
    const char separator = rest[0];
    if (separator != '/' && separator != '-' && separator != '.' && separator != ' ')
        return no(CheckReason::Character);
    rest.remove_prefix(1);
    if (!rest.empty() && isAlpha(rest[0]))
        return namedMonthDate(first, rest);
    const int second = takeNumber(rest, 2);
    if (second < 0 || rest.empty() || rest[0] != separator)
        return no(CheckReason::Character);
    rest.remove_prefix(1);
    const std::size_t before = rest.size();
    const int year = takeNumber(rest, 4);
    if (before - rest.size() != 4)
        return no(CheckReason::Length);
    const Outcome monthFirst = dateOutcome(year, first, second, rest);
    return monthFirst.valid() ? monthFirst : dateOutcome(year, second, first, rest);
}

Outcome checkAge(std::string_view value) {
    if (value.empty() || value.size() > 16)
        return no(CheckReason::Length);
    bool marked = false;
    for (const std::string_view unit : {"岁", "周岁", "月", "个月", "天", "Y", "y", "M", "+"})
        if (value.ends_with(unit)) {
            value.remove_suffix(unit.size());
            marked = true;
            break;
        }
    for (const std::string_view bound : {"≥", ">=", ">", "<", "≤", "<=", "["})
        if (value.substr(0, bound.size()) == bound) {
            value.remove_prefix(bound.size());
            marked = true;
            break;
        }
    if (!value.empty() && (value.back() == ')' || value.back() == ']'))
        value.remove_suffix(1);
    value = trim(value);
    for (const std::string_view between : {"-", "~"})
        if (const auto at = value.find(between); at != std::string_view::npos && at > 0)
            return isNumberUpTo(trim(value.substr(0, at)), 150)
                           && isNumberUpTo(trim(value.substr(at + between.size())), 150)
                       ? kWeak
                       : no(CheckReason::Range);
    if (!isNumberUpTo(value, marked ? 1200 : 150))
        return no(CheckReason::Range);
    return kWeak;
}

Outcome checkSex(std::string_view value) {
    if (value.empty() || value.size() > 24)
        return no(CheckReason::Length);
    if (value == "8507" || value == "8532" || value == "8551" || value == "8521") // OMOP concepts
        return kWeak;
    if (value.size() == 1 && isDigit(value[0]))
        return value[0] <= '3' || value[0] == '9' ? kWeak : no(CheckReason::Range);
    std::array<char, 24> lower{};
    std::transform(value.begin(), value.end(), lower.begin(),
                   [](char c) { return isUpper(c) ? static_cast<char>(c | 0x20) : c; });
    const std::string_view word(lower.data(), value.size());
    if (std::find(kSexWords.begin(), kSexWords.end(), word) == kSexWords.end())
        return word.starts_with("unknown") ? kWeak : no(CheckReason::Character);
    const bool telling = word == "男" || word == "女" || word == "男性" || word == "女性" || word == "male"
                         || word == "female";
    return telling ? kStrong : kWeak;
}

Outcome checkPersonName(std::string_view value) {
    if (value.size() < 2 || value.size() > 80)
        return no(CheckReason::Length);
    std::size_t codePoints = 0;
    bool han = true;
    bool dot = false;
    for (std::size_t at = 0; at < value.size();) {
        const char32_t codePoint = nextCodePoint(value, at);
        if (codePoint == U'·' || codePoint == U'•')
            dot = true;
        else if (!isHan(codePoint) && codePoint != U'某' && codePoint != U'*')
            han = false;
        ++codePoints;
    }
    if (!han)
        return isLatinName(value) ? kWeak : no(CheckReason::Character);
    if (dot) // 买买提·艾力
        return codePoints >= 4 && codePoints <= 20 ? kWeak : no(CheckReason::Length);
    const std::size_t surname = surnameAtHead(value);
    if (surname == 0)
        return no(CheckReason::Prefix);
    const std::size_t given = codePoints - (surname > 3 ? 2 : 1);
    return given >= 1 && given <= (surname > 3 ? 2U : 3U) ? kStrong : no(CheckReason::Length);
}

Outcome checkAddress(std::string_view value) {
    if (value.size() < 6 || value.size() > 400)
        return no(CheckReason::Length);
    const AddressUnits units = addressUnits(value);
    const std::size_t region = units.regions;
    const std::size_t house = units.houses;
    if (house >= 1 && region + house >= 2 && region + house + (hasDigit(value) ? 1U : 0U) >= 3)
        return kStrong;
    if (region >= 2)
        return kWeak; // a region without a house: Q, not D
    // "211 PARK STREET", "784 Stamm Lock Unit 46"
    const auto blank = value.find(' ');
    if (!isDigit(value[0]) || blank == std::string_view::npos || blank > 6
        || !allDigits(value.substr(0, blank)))
        return no(CheckReason::Character);
    std::size_t words = 0;
    for (const std::string_view part : split(value.substr(blank + 1), ' '))
        words += part.size() >= 2 && isAlpha(part[0]) ? 1U : 0U;
    return words >= 2 ? kWeak : no(CheckReason::Character);
}

Outcome checkLatitudeLongitude(std::string_view value) {
    const auto dot = value.find('.');
    const auto number = parseDouble(value);
    if (!number)
        return no(CheckReason::Character);
    if (*number < -180 || *number > 180)
        return no(CheckReason::Range);
    return dot != std::string_view::npos && value.size() - dot > 4 ? kWeak : no(CheckReason::Length);
}

} // namespace mangrove::classify
