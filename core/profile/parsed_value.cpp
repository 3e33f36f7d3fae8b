// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/parsed_value.h"

#include "base/clock.h"
#include "base/format.h"
#include "base/text.h"

#include <array>
#include <charconv>
#include <chrono>
#include <limits>
#include <system_error>

namespace mangrove::profile {

namespace {

constexpr std::array<double, 23> kPowers{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                         1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                         1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Walks over a text; every method either consumes what it names or leaves the place as it was.
class Scanner {
public:
    explicit Scanner(std::string_view text) : m_text(text) {}

    [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }
    [[nodiscard]] std::size_t at() const { return m_at; }
    bool take(std::string_view word) {
        if (!m_text.substr(m_at).starts_with(word))
            return false;
        m_at += word.size();
        return true;
    }
    bool takeAnyOf(std::string_view characters) {
        if (atEnd() || characters.find(m_text[m_at]) == std::string_view::npos)
            return false;
        ++m_at;
        return true;
    }
    /// `least` to `most` digits as a number, or -1.
    int digits(std::size_t least, std::size_t most) {
        int value = 0;
        std::size_t count = 0;
        while (count < most && m_at + count < m_text.size() && isDigit(m_text[m_at + count]))
            value = value * 10 + (m_text[m_at + count++] - '0');
        if (count < least)
            return -1;
        m_at += count;
        return value;
    }
    void skipDigits() {
        while (!atEnd() && isDigit(m_text[m_at]))
            ++m_at;
    }
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_text[m_at]; }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

std::int64_t secondsOf(int year, int month, int day) {
    using namespace std::chrono;
    const sys_days days = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month))
                          / std::chrono::day(static_cast<unsigned>(day));
    return std::int64_t{days.time_since_epoch().count()} * 86'400;
}

bool validDate(int year, int month, int day) {
    return year >= 1 && month >= 1 && day >= 1
           && isValidDate(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

/// h:mm, h:mm:ss, h:mm:ss.fff; seconds since midnight or -1.
std::int64_t takeTime(Scanner& in) {
    const int hour = in.digits(1, 2);
    if (hour < 0 || hour > 23 || !in.take(":"))
        return -1;
    const int minute = in.digits(2, 2);
    if (minute < 0 || minute > 59)
        return -1;
    int second = 0;
    if (in.take(":")) {
        second = in.digits(2, 2);
        if (second < 0 || second > 60)
            return -1;
        if (in.takeAnyOf(".,")) {
            if (!isDigit(in.peek()))
                return -1;
            in.skipDigits();
        }
    }
    return hour * 3600 + minute * 60 + second;
}

/// The rest of a date: nothing, or a time of day with or without a zone. -1 = something else.
std::int64_t takeRestOfDate(Scanner& in, std::uint16_t& kinds) {
    if (in.atEnd())
        return 0;
    if (!in.takeAnyOf("T "))
        return -1;
    while (in.take(" ")) {
    }
    const std::int64_t seconds = takeTime(in);
    if (seconds < 0)
        return -1;
    if (!in.take("Z") && in.takeAnyOf("+-")) {
        if (in.digits(2, 2) < 0)
            return -1;
        in.take(":");
        in.digits(2, 2);
    }
    if (!in.atEnd())
        return -1;
    kinds |= ParsedValue::kWithTime;
    return seconds;
}

void parseYearFirst(std::string_view text, ParsedValue& value) {
    Scanner in(text);
    const int year = in.digits(4, 4);
    int month = -1;
    int day = -1;
    if (in.take("年")) {
        month = in.digits(1, 2);
        if (!in.take("月"))
            return;
        day = in.digits(1, 2);
        if (!in.take("日"))
            return;
    } else {
        const char separator = in.peek();
        if (!in.takeAnyOf("-/."))
            return;
        month = in.digits(1, 2);
        if (!in.take(std::string_view(&separator, 1)))
            return;
        day = in.digits(1, 2);
    }
    if (!validDate(year, month, day))
        return;
    std::uint16_t kinds = ParsedValue::kYmd;
    const std::int64_t rest = takeRestOfDate(in, kinds);
    if (rest < 0)
        return;
    value.kinds |= kinds;
    value.ymd = secondsOf(year, month, day) + rest;
}

void parseYearLast(std::string_view text, ParsedValue& value) {
    Scanner in(text);
    const int first = in.digits(1, 2);
    const char separator = in.peek();
    if (first < 0 || !in.takeAnyOf("-/."))
        return;
    const int second = in.digits(1, 2);
    if (second < 0 || !in.take(std::string_view(&separator, 1)))
        return;
    const int year = in.digits(4, 4);
    const bool dmy = validDate(year, second, first);
    const bool mdy = validDate(year, first, second);
    if (!dmy && !mdy)
        return;
    std::uint16_t kinds = 0;
    const std::int64_t rest = takeRestOfDate(in, kinds);
    if (rest < 0)
        return;
    if (dmy) {
        kinds |= ParsedValue::kDmy;
        value.dmy = secondsOf(year, second, first) + rest;
    }
    if (mdy) {
        kinds |= ParsedValue::kMdy;
        value.mdy = secondsOf(year, first, second) + rest;
    }
    value.kinds |= kinds;
}

/// 20261123 and 20261123090530, years 1900 to 2100 only: most other eight digits are no dates.
void parseCompact(std::string_view text, ParsedValue& value) {
    Scanner in(text);
    const int year = in.digits(4, 4);
    const int month = in.digits(2, 2);
    const int day = in.digits(2, 2);
    if (year < 1900 || year > 2100 || !validDate(year, month, day))
        return;
    std::int64_t rest = 0;
    std::uint16_t kinds = ParsedValue::kYmd | ParsedValue::kCompact;
    if (text.size() == 14) {
        const int hour = in.digits(2, 2);
        const int minute = in.digits(2, 2);
        const int second = in.digits(2, 2);
        if (hour > 23 || minute > 59 || second > 59)
            return;
        rest = hour * 3600 + minute * 60 + second;
        kinds |= ParsedValue::kWithTime;
    }
    value.kinds |= kinds;
    value.ymd = secondsOf(year, month, day) + rest;
}

/// Exact where the digits and the power of ten are both doubles (Clinger 1990); otherwise the library's way.
double toDouble(std::string_view text, std::uint64_t digits, std::size_t digitCount, int exponent,
                bool negative) {
    if (digitCount <= 15 && exponent >= -22 && exponent <= 0) {
        const double value = static_cast<double>(digits) / kPowers[static_cast<std::size_t>(-exponent)];
        return negative ? -value : value;
    }
    double value = 0;
    if (text.front() == '+')
        text.remove_prefix(1);
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    return result.ec == std::errc() ? value : std::numeric_limits<double>::infinity();
}

void parseNumber(std::string_view text, ParsedValue& value) {
    std::size_t at = 0;
    const bool negative = text[0] == '-';
    if (text[0] == '-' || text[0] == '+')
        ++at;
    const std::size_t whole = at;
    std::uint64_t digits = 0;
    std::size_t digitCount = 0;
    for (; at < text.size() && isDigit(text[at]); ++at, ++digitCount)
        digits = digits * 10 + static_cast<std::uint64_t>(text[at] - '0');
    const std::size_t wholeDigits = at - whole;
    if (wholeDigits > 1 && text[whole] == '0')
        return;
    int exponent = 0;
    bool integer = true;
    if (at < text.size() && text[at] == '.') {
        integer = false;
        ++at;
        const std::size_t fraction = at;
        for (; at < text.size() && isDigit(text[at]); ++at, ++digitCount)
            digits = digits * 10 + static_cast<std::uint64_t>(text[at] - '0');
        exponent = -static_cast<int>(at - fraction);
    }
    if (digitCount == 0)
        return;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        integer = false;
        exponent = 1; // not the quick way
        ++at;
        if (at < text.size() && (text[at] == '-' || text[at] == '+'))
            ++at;
        const std::size_t first = at;
        while (at < text.size() && isDigit(text[at]))
            ++at;
        if (at == first || at - first > 3)
            return;
    }
    if (at != text.size())
        return;
    value.number = toDouble(text, digits, digitCount, exponent, negative);
    if (!(value.number >= -1.7e308 && value.number <= 1.7e308))
        return;
    value.kinds |= integer ? ParsedValue::kInteger : ParsedValue::kDecimal;
    if (digitCount <= 15 && exponent <= 0) {
        value.digits = negative ? -static_cast<std::int64_t>(digits) : static_cast<std::int64_t>(digits);
        value.scale = static_cast<std::uint8_t>(-exponent);
    }
    const bool compact = integer && whole == 0 && (wholeDigits == 8 || wholeDigits == 14);
    if (compact)
        parseCompact(text, value);
}

void parseWord(std::string_view text, ParsedValue& value) {
    if (text == "是") {
        value.kinds |= ParsedValue::kYes;
    } else if (text == "否") {
        value.kinds |= ParsedValue::kNo;
    } else if (text.size() <= 5) {
        const std::string lower = toLowerAscii(text);
        if (lower == "true" || lower == "false")
            value.kinds |= ParsedValue::kTrueFalse;
        else if (lower == "yes" || lower == "y")
            value.kinds |= ParsedValue::kYes;
        else if (lower == "no" || lower == "n")
            value.kinds |= ParsedValue::kNo;
    }
}

} // namespace

ParsedValue parseValue(std::string_view text) {
    ParsedValue value;
    text = trim(text);
    if (text.empty() || text.size() > 64)
        return value;
    const char first = text.front();
    if (!isDigit(first)) {
        if (first == '-' || first == '+' || first == '.')
            parseNumber(text, value);
        else
            parseWord(text, value);
        return value;
    }
    parseNumber(text, value);
    if (value.kinds != 0 || text.size() < 4)
        return value;
    if (text.size() >= 8 && isDigit(text[1]) && isDigit(text[2]) && isDigit(text[3]))
        parseYearFirst(text, value);
    else if (text[1] == ':' || text[2] == ':') {
        Scanner in(text);
        const std::int64_t seconds = takeTime(in);
        if (seconds >= 0 && in.atEnd()) {
            value.kinds |= ParsedValue::kTime;
            value.time = seconds;
        }
    } else if (text.size() >= 8) {
        parseYearLast(text, value);
    }
    return value;
}

double decimalToDouble(std::int64_t digits, std::uint8_t scale) {
    return static_cast<double>(digits) / kPowers[scale];
}

std::optional<std::int64_t> secondsOfDate(int year, int month, int day) {
    if (!validDate(year, month, day))
        return std::nullopt;
    return secondsOf(year, month, day);
}

std::string dateText(std::int64_t seconds) {
    using namespace std::chrono;
    const std::int64_t day = seconds >= 0 ? seconds / 86'400 : -((-seconds + 86'399) / 86'400);
    const year_month_day date{sys_days(days(static_cast<int>(day)))};
    return format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()));
}

std::string timeText(std::int64_t seconds) {
    const std::int64_t inDay = ((seconds % 86'400) + 86'400) % 86'400;
    return format("{:02}:{:02}:{:02}", inDay / 3600, inDay / 60 % 60, inDay % 60);
}

std::string dateTimeText(std::int64_t seconds) {
    return dateText(seconds) + "T" + timeText(seconds);
}

} // namespace mangrove::profile
