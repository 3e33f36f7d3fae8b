// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/check_digits.h"
#include "classify/checkers.h"
#include "classify/scan_parts.h"

#include <algorithm>
#include <array>

namespace mangrove::classify {

namespace {

/// Dates that do not begin with a year of four digits (those: scan_numbers), and ages above 89. Relative
/// dates (入院第3天, 3天前) are no identifiers and stay.
class DateScan {
public:
    DateScan(const ScanText& text, ScanHits& hits) : m_text(text), m_hits(hits) {}

    void run() {
        for (std::size_t at = 0; at < m_text.size();) {
            if (isDigit(m_text.flat[at])) {
                std::size_t end = at;
                while (isDigit(m_text.flatAt(end)))
                    ++end;
                const bool inside = at > 0
                                    && (isAlnum(m_text.flat[at - 1]) || m_text.flat[at - 1] == '.'
                                        || m_text.flat[at - 1] == '-' || m_text.flat[at - 1] == '/');
                if (!inside)
                    number(at, end);
                at = end;
            } else if (isUpper(m_text.flat[at]) && (at == 0 || !isAlnum(m_text.flat[at - 1]))) {
                monthFirst(at);
                ++at;
            } else if (numeral(at) >= 0) {
                at = chinese(at);
            } else {
                ++at;
            }
        }
    }

private:
    [[nodiscard]] bool is(std::size_t at, char32_t point) const {
        return at < m_text.size() && m_text.points[at] == point;
    }
    /// One or two digits at `at`; moves behind them. -1 where there are none, or more.
    int smallNumber(std::size_t& at) const {
        std::size_t end = at;
        while (isDigit(m_text.flatAt(end)) && end - at < 3)
            ++end;
        if (end == at || end - at > 2)
            return -1;
        const auto value = static_cast<int>(numberAt(m_text.flat, at, end - at));
        at = end;
        return value;
    }
    void add(std::size_t begin, std::size_t end, std::string_view type, double score) {
        m_hits.push_back({begin, end, type, score, "form"});
    }

    void number(std::size_t begin, std::size_t end) {
        const std::size_t size = end - begin;
        if (size > 3)
            return;
        if (size >= 2 && is(end, U'岁') && numberAt(m_text.flat, begin, size) > 89
            && numberAt(m_text.flat, begin, size) <= 130)
            return add(begin, end + 1, "age", 0.7);
        if (size > 2)
            return;
        const unsigned value = numberAt(m_text.flat, begin, size);
        if (is(end, U'月'))
            return monthDay(begin, end + 1, value);
        if (is(end, U'年') && size == 2)
            return shortYear(begin, end + 1);
        if (m_text.flatAt(end) == '/' || m_text.flatAt(end) == '-' || m_text.flatAt(end) == '.')
            return yearLast(begin, end);
        if (m_text.flatAt(end) == ' ' || m_text.flatAt(end) == '-')
            return namedMonth(begin, end);
    }

    /// 3月5日 behind no year. 3月5 is nothing.
    void monthDay(std::size_t begin, std::size_t at, unsigned month) {
        const int day = smallNumber(at);
        if (month >= 1 && month <= 12 && day >= 1 && day <= 31 && (is(at, U'日') || is(at, U'号'))
            && !(begin > 0 && is(begin - 1, U'年')))
            add(begin, at + 1, "event-date", 0.7);
    }

    /// 24年3月5日, 24年3月
    void shortYear(std::size_t begin, std::size_t at) {
        const int month = smallNumber(at);
        if (month < 1 || month > 12 || !is(at, U'月'))
            return;
        ++at;
        std::size_t end = at;
        const int day = smallNumber(at);
        if (day >= 1 && day <= 31 && (is(at, U'日') || is(at, U'号')))
            end = at + 1;
        add(begin, end, "event-date", 0.65);
    }

    /// 31/01/2024
    void yearLast(std::size_t begin, std::size_t at) {
        const char mark = m_text.flat[at++];
        if (smallNumber(at) < 1 || m_text.flatAt(at) != mark)
            return;
        ++at;
        std::size_t end = at;
        while (isDigit(m_text.flatAt(end)) && end - at < 5)
            ++end;
        if (end - at == 4 && !isAlnum(m_text.flatAt(end))
            && checkDate(std::string_view(m_text.flat).substr(begin, end - begin)).valid())
            add(begin, end, "event-date", 0.8);
    }

    /// 12 March 2020, 12-Mar-2020
    void namedMonth(std::size_t begin, std::size_t at) {
        std::size_t end = at + 1;
        while (isAlpha(m_text.flatAt(end)) && end - at < 12)
            ++end;
        if (end - at < 4 || (m_text.flatAt(end) != ' ' && m_text.flatAt(end) != '-'))
            return;
        ++end;
        std::size_t last = end;
        while (isDigit(m_text.flatAt(last)) && last - end < 5)
            ++last;
        if (last - end == 4 && !isAlnum(m_text.flatAt(last))
            && checkDate(std::string_view(m_text.flat).substr(begin, last - begin)).valid())
            add(begin, last, "event-date", 0.85);
    }

    /// March 5, 2024; Mar 5 2024
    void monthFirst(std::size_t begin) {
        static constexpr std::array<std::string_view, 12> kMonths{
            "January", "February", "March",     "April",   "May",      "June",
            "July",    "August",   "September", "October", "November", "December"};
        std::size_t end = begin;
        while (isAlpha(m_text.flatAt(end)) && end - begin < 10)
            ++end;
        const std::string_view word = std::string_view(m_text.flat).substr(begin, end - begin);
        const bool month =
            word.size() >= 3 && std::any_of(kMonths.begin(), kMonths.end(), [&](std::string_view name) {
                return word == name || (word == name.substr(0, word.size()) && word.size() <= 4);
            });
        if (!month)
            return;
        std::size_t at = end + (m_text.flatAt(end) == '.' ? 1U : 0U);
        if (m_text.flatAt(at) != ' ')
            return;
        const int day = smallNumber(++at);
        if (day < 1 || day > 31)
            return;
        std::size_t last = at;
        for (const char mark : {',', ' '})
            last += m_text.flatAt(last) == mark ? 1U : 0U;
        std::size_t year = last;
        while (isDigit(m_text.flatAt(year)) && year - last < 5)
            ++year;
        const bool full = year - last == 4 && last > at && !isAlnum(m_text.flatAt(year));
        if (full || !isAlnum(m_text.flatAt(at)))
            add(begin, full ? year : at, "event-date", full ? 0.85 : 0.6);
    }

    /// The value of 〇一…十 at `at`, 10 for 十, -1 for anything else.
    [[nodiscard]] int numeral(std::size_t at) const {
        constexpr std::u32string_view kNumerals = U"〇一二三四五六七八九十零";
        const char32_t point = m_text.points[at];
        if (point < 0x3007)
            return -1;
        const std::size_t value = kNumerals.find(point);
        return value == std::u32string_view::npos ? -1 : value == 11 ? 0 : static_cast<int>(value);
    }

    /// 二〇二四年三月五日. Returns where to go on.
    std::size_t chinese(std::size_t begin) {
        std::size_t at = begin;
        while (at < m_text.size() && at - begin < 8 && numeral(at) >= 0)
            ++at;
        if (at - begin != 4 || !is(at, U'年'))
            return at;
        const std::size_t month = ++at;
        while (at < m_text.size() && at - month < 3 && numeral(at) >= 0)
            ++at;
        if (at == month || !is(at, U'月'))
            return at;
        const std::size_t day = ++at;
        while (at < m_text.size() && at - day < 4 && numeral(at) >= 0)
            ++at;
        const bool full = at > day && is(at, U'日');
        add(begin, full ? at + 1 : day, "event-date", 0.85);
        return full ? at + 1 : day;
    }

    const ScanText& m_text;
    ScanHits& m_hits;
};

} // namespace

void scanDates(const ScanText& text, ScanHits& hits) {
    DateScan(text, hits).run();
}

} // namespace mangrove::classify
