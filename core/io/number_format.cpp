// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/number_format.h"

#include "base/format.h"
#include "base/text.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace mangrove::io {

namespace {

constexpr std::int64_t kMsPerDay = 86'400'000;

/// The letters of a format code that mean a part of a date or time, a run of them as one; '[' marks an
/// elapsed part.
std::string dateLetters(std::string_view code) {
    std::string letters;
    const std::string lower = toLowerAscii(code);
    const auto push = [&](char c) {
        if (letters.empty() || letters.back() != c)
            letters.push_back(c);
    };
    for (std::size_t i = 0; i < lower.size(); ++i) {
        const std::string_view rest = std::string_view(lower).substr(i);
        const char c = lower[i];
        if (c == ';')
            break; // the other sections are for negative numbers, zero and text
        if (c == '"') {
            const std::size_t close = lower.find('"', i + 1);
            if (close == std::string::npos)
                break;
            i = close;
        } else if (c == '\\' || c == '_' || c == '*' || rest.starts_with("e+") || rest.starts_with("e-")) {
            ++i; // the next character is shown, gives a width or fills; or it is the sign of an exponent
        } else if (c == '[') {
            const std::size_t close = lower.find(']', i + 1);
            if (close == std::string::npos)
                break;
            const std::string_view inside = std::string_view(lower).substr(i + 1, close - i - 1);
            if (!inside.empty() && inside.find_first_not_of(inside.front()) == std::string_view::npos
                && (inside.front() == 'h' || inside.front() == 'm' || inside.front() == 's')) {
                letters += '[';
                letters += inside.front();
            }
            i = close;
        } else if (rest.starts_with("general")) {
            i += 6;
        } else if (rest.starts_with("am/pm")) {
            push('h');
            i += 4;
        } else if (rest.starts_with("a/p")) {
            push('h');
            i += 2;
        } else if (c == 'e' || c == 'g') {
            push('y'); // years of an era
        } else if (c == 'y' || c == 'd' || c == 'h' || c == 's' || c == 'm') {
            push(c);
        }
    }
    return letters;
}

} // namespace

NumberKind builtinNumberKind(std::uint32_t id) {
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54) || id == 57
        || id == 58)
        return NumberKind::Date;
    // 55 and 56 are times in Chinese workbooks and dates in Japanese ones: the number itself tells.
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47 || id == 55 || id == 56)
        return NumberKind::Time;
    if (id == 22)
        return NumberKind::DateTime;
    return id == 46 ? NumberKind::Elapsed : NumberKind::Plain;
}

NumberKind numberKindOf(std::string_view formatCode) {
    const std::string letters = dateLetters(formatCode);
    if (letters.find('[') != std::string::npos)
        return NumberKind::Elapsed;
    bool date = false;
    bool time = false;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const char c = letters[i];
        const bool minutes =
            c == 'm'
            && ((i > 0 && letters[i - 1] == 'h') || (i + 1 < letters.size() && letters[i + 1] == 's'));
        if (c == 'h' || c == 's' || minutes)
            time = true;
        else
            date = true;
    }
    if (date && time)
        return NumberKind::DateTime;
    return date ? NumberKind::Date : time ? NumberKind::Time : NumberKind::Plain;
}

std::string isoFromSerial(double serial, NumberKind kind, bool from1904) {
    constexpr double kLastDay = 2'958'466.0; // 9999-12-31 and a bit
    if (!(serial >= 0.0) || serial >= kLastDay)
        return {};
    auto ms = static_cast<std::int64_t>(std::llround(serial * static_cast<double>(kMsPerDay)));
    const auto clock = [](std::int64_t ofDay) {
        std::string text =
            format("{:02}:{:02}:{:02}", ofDay / 3'600'000, ofDay / 60'000 % 60, ofDay / 1000 % 60);
        if (ofDay % 1000 != 0)
            text += format(".{:03}", ofDay % 1000);
        return text;
    };
    if (kind == NumberKind::Elapsed || (kind == NumberKind::Time && ms < kMsPerDay))
        return clock(ms);
    std::int64_t day = ms / kMsPerDay;
    ms %= kMsPerDay;
    std::chrono::sys_days date{};
    if (from1904) {
        date = std::chrono::sys_days(std::chrono::year(1904) / 1 / 1) + std::chrono::days(day);
    } else {
        if (day == 60)
            return {};
        // Lotus 1-2-3 took 1900 for a leap year, and Excel kept it.
        if (day < 60)
            ++day;
        date = std::chrono::sys_days(std::chrono::year(1899) / 12 / 30) + std::chrono::days(day);
    }
    const std::chrono::year_month_day ymd(date);
    if (static_cast<int>(ymd.year()) > 9999)
        return {};
    std::string text = format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()),
                              static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
    if (kind != NumberKind::Date || ms != 0)
        text += "T" + clock(ms);
    return text;
}

} // namespace mangrove::io
