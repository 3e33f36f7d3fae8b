// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/check_digits.h"
#include "classify/checkers.h"
#include "classify/scan_parts.h"

#include <algorithm>

namespace mangrove::classify {

namespace {

/// Collects hits over runs of letters and digits.
class NumberScan {
public:
    NumberScan(const ScanText& text, ScanHits& hits) : m_text(text), m_hits(hits) {}

    void run() {
        for (std::size_t at = 0; at < m_text.size();) {
            if (m_text.flat[at] == '@')
                email(at);
            else if (m_text.points[at] == U'军' || m_text.points[at] == U'士' || m_text.points[at] == U'文')
                militaryId(at);
            if (!isAlnum(m_text.flat[at])) {
                plate(at);
                ++at;
                continue;
            }
            std::size_t end = at;
            while (isAlnum(m_text.flatAt(end)))
                ++end;
            token(at, end);
            at = end;
        }
    }

private:
    [[nodiscard]] std::string_view view(std::size_t begin, std::size_t end) const {
        return std::string_view(m_text.flat).substr(begin, end - begin);
    }
    void add(std::size_t begin, std::size_t end, std::string_view type, double score, std::string_view way) {
        m_hits.push_back({begin, end, type, score, way});
    }
    /// Digits from `at` on, at most `most`.
    [[nodiscard]] std::size_t digitsEnd(std::size_t at, std::size_t most) const {
        std::size_t end = at;
        while (end - at < most && isDigit(m_text.flatAt(end)))
            ++end;
        return end;
    }
    [[nodiscard]] bool separator(std::size_t at) const {
        return m_text.flatAt(at) == ' ' || m_text.flatAt(at) == '-';
    }

    void token(std::size_t begin, std::size_t end) {
        const std::string_view word = view(begin, end);
        const std::size_t digits = digitsEnd(begin, word.size()) - begin;
        if (digits == word.size())
            number(begin, end);
        else
            mixed(begin, end, digits);
    }

    /// A run of digits alone, or the first of several groups.
    void number(std::size_t begin, std::size_t end) {
        const std::string_view word = view(begin, end);
        if (grouped(begin, end))
            return;
        if (word.size() == 18 && identity(begin, end))
            return;
        switch (word.size()) {
        case 15:
            if (checkCnResidentId15(word).valid())
                add(begin, end, "cn-resident-id-15", 0.5, "form");
            else if (checkCreditCard(word).valid())
                add(begin, end, "credit-card", 0.6, "checksum");
            return;
        case 11:
            if (checkCnMobile(word).valid())
                add(begin, end, "cn-mobile", 0.9, "form");
            else if (checkCnLandline(word).valid())
                add(begin, end, "cn-landline", 0.5, "form");
            return;
        case 13: // 86 in front
            if (checkCnMobile(word).valid())
                add(begin, end, "cn-mobile", 0.9, "form");
            return;
        case 16:
        case 17:
        case 18:
        case 19:
            card(begin, end);
            return;
        case 8:
        case 14:
            if (checkDate(word).valid())
                add(begin, end, "event-date", 0.6, "form");
            else if (word.size() == 14 && checkCreditCard(word).valid())
                add(begin, end, "credit-card", 0.45, "checksum");
            return;
        default:
            return;
        }
    }

    bool identity(std::size_t begin, std::size_t end) {
        const std::string_view word = view(begin, end);
        if (checkCnHmtPermit(word).valid()) {
            add(begin, end, "cn-hmt-permit", 1.0, "checksum");
            return true;
        }
        const Outcome outcome = checkCnResidentId(word);
        if (outcome.strength == Strength::None)
            return false;
        const bool valid = outcome.valid();
        add(begin, end, "cn-resident-id", valid ? 1.0 : 0.7, valid ? "checksum" : "shape");
        return true;
    }

    /// Telephone numbers, dates, cards and addresses of machines: groups of digits with separators.
    bool grouped(std::size_t begin, std::size_t end) {
        const std::size_t size = end - begin;
        if (size == 4 && dateFrom(begin))
            return true;
        if (size == 4 && cardGroups(begin))
            return true;
        if (size == 3 && separator(end)) {
            const std::size_t second = digitsEnd(end + 1, 5);
            if (second - end - 1 == 4 && separator(second) && digitsEnd(second + 1, 5) == second + 5
                && !isAlnum(m_text.flatAt(second + 5)) && checkCnMobile(view(begin, second + 5)).valid())
                return found(begin, second + 5, "cn-mobile", 0.9);
        }
        if ((size == 3 || size == 4) && m_text.flat[begin] == '0')
            return landline(begin, end);
        if (size <= 3 && m_text.flatAt(end) == '.')
            return ipAddress(begin);
        if (size == 6 && separator(end)) // an identity number in groups 6-8-4
            return identityGroups(begin, end);
        return false;
    }

    bool found(std::size_t begin, std::size_t end, std::string_view type, double score) {
        add(begin, end, type, score, "form");
        return true;
    }

    bool landline(std::size_t begin, std::size_t end) {
        const bool bracket = begin > 0 && m_text.flat[begin - 1] == '(' && m_text.flatAt(end) == ')';
        std::size_t at = end + (bracket ? 1U : 0U);
        at += separator(at) ? 1U : 0U;
        if (at == end)
            return false;
        std::size_t last = digitsEnd(at, 9);
        if (isAlnum(m_text.flatAt(last)))
            return false;
        const std::size_t first = begin - (bracket ? 1U : 0U);
        if (!checkCnLandline(view(first, last)).valid())
            return false;
        if (m_text.flatAt(last) == '-') {
            const std::size_t extension = digitsEnd(last + 1, 7);
            if (extension > last + 1 && extension - last - 1 <= 6)
                last = extension;
        }
        return found(first, last, "cn-landline", 0.85);
    }

    bool ipAddress(std::size_t begin) {
        std::size_t end = begin;
        while (end - begin < 16 // longer is no address; a bound keeps hostile text linear
               && (isDigit(m_text.flatAt(end))
                   || (m_text.flatAt(end) == '.' && isDigit(m_text.flatAt(end + 1)))))
            ++end;
        const bool before = begin > 0 && (m_text.flat[begin - 1] == '.' || isAlnum(m_text.flat[begin - 1]));
        if (before || isAlnum(m_text.flatAt(end)) || end - begin > 15
            || !checkIpAddress(view(begin, end)).valid())
            return false;
        if (m_text.flatAt(end) == '/') { // 10.0.0.0/8
            const std::size_t bits = digitsEnd(end + 1, 3);
            if (bits > end + 1 && !isAlnum(m_text.flatAt(bits)) && checkIpAddress(view(begin, bits)).valid())
                return found(begin, bits, "ip-address", 0.8);
        }
        // 1.2.3.4 numbers paragraphs and results more often than machines
        const bool shortParts = end - begin <= 8;
        return found(begin, end, "ip-address", shortParts ? 0.3 : 0.8);
    }

    bool cardGroups(std::size_t begin) {
        std::size_t end = begin + 4;
        while (separator(end) && isDigit(m_text.flatAt(end + 1)) && end - begin < 23)
            end = digitsEnd(end + 1, 4);
        if (end - begin > 19 && checkCreditCard(view(begin, begin + 19)).valid())
            end = begin + 19; // another number follows
        const std::string_view word = view(begin, end);
        if (end - begin < 19 || isAlnum(m_text.flatAt(end))
            || (!checkBankCard(word).valid() && !checkCreditCard(word).valid()))
            return false;
        card(begin, end);
        return true;
    }

    /// 62… is UnionPay and a bank's; the others are called by their scheme.
    void card(std::size_t begin, std::size_t end) {
        const std::string_view word = view(begin, end);
        const bool unionPay = word.substr(0, 2) == "62";
        if (unionPay && checkBankCard(word).valid())
            add(begin, end, "bank-card", 0.8, "checksum");
        else if (!unionPay && checkCreditCard(word).valid())
            add(begin, end, "credit-card", 0.75, "checksum");
    }

    bool identityGroups(std::size_t begin, std::size_t end) {
        const std::size_t birth = digitsEnd(end + 1, 9);
        if (birth - end - 1 != 8 || !separator(birth))
            return false;
        std::size_t last = digitsEnd(birth + 1, 5);
        if (last - birth - 1 == 3 && (m_text.flatAt(last) | 0x20) == 'x')
            ++last;
        std::string number(view(begin, end));
        number += view(end + 1, birth);
        number += view(birth + 1, last);
        if (isAlnum(m_text.flatAt(last)) || !checkCnResidentId(number).valid())
            return false;
        add(begin, last, "cn-resident-id", 1.0, "checksum");
        return true;
    }

    /// 2024-01-31, 2024/1/31, 2024年1月31日, with or without a time of day.
    bool dateFrom(std::size_t begin) {
        const unsigned year = numberAt(m_text.flat, begin, 4);
        if (year < 1850 || year > 2100)
            return false;
        const std::size_t mark = begin + 4;
        const bool chinese = mark < m_text.size() && m_text.points[mark] == U'年';
        const char separatorMark = m_text.flatAt(mark);
        if (!chinese && separatorMark != '-' && separatorMark != '/' && separatorMark != '.')
            return false;
        const std::size_t month = digitsEnd(mark + 1, 2);
        if (month == mark + 1 || numberAt(m_text.flat, mark + 1, month - mark - 1) > 12)
            return false;
        if (chinese && (month >= m_text.size() || m_text.points[month] != U'月'))
            return false;
        if (!chinese && m_text.flatAt(month) != separatorMark)
            return false;
        std::size_t day = digitsEnd(month + 1, 2);
        if (day == month + 1)
            return chinese && found(begin, month + 1, "event-date", 0.6);
        if (numberAt(m_text.flat, month + 1, day - month - 1) > 31)
            return false;
        if (chinese && day < m_text.size() && m_text.points[day] == U'日')
            ++day;
        return found(begin, day, "event-date", 0.9);
    }

    /// Letters and digits in one run.
    void mixed(std::size_t begin, std::size_t end, std::size_t digits) {
        const std::string_view word = view(begin, end);
        if (word.size() == 18) {
            if (digits == 17 && identity(begin, end))
                return;
            if (checkCnUscc(word).valid())
                return add(begin, end, "cn-uscc", 0.95, "checksum");
        }
        if (word.size() == 17 && checkVin(word).strength == Strength::Strong)
            return add(begin, end, "vin", 0.7, "checksum");
        if (word.size() == 8 && m_text.flatAt(end) == '-' && checkUuid(view(begin, begin + 36)).valid())
            return add(begin, begin + 36, "uuid", 0.6, "form");
        if (word == "http" || word == "https" || word == "www")
            return url(begin);
    }

    void url(std::size_t begin) {
        constexpr std::size_t kLongest = 2000;
        std::size_t end = begin;
        while (end < m_text.size() && end - begin < kLongest && m_text.flat[end] > ' '
               && std::string_view("\"'<>(),;").find(m_text.flat[end]) == std::string_view::npos)
            ++end;
        while (end > begin && (m_text.flat[end - 1] == '.' || m_text.flat[end - 1] == '?'))
            --end;
        if (checkUrl(view(begin, end)).valid())
            add(begin, end, "url", 0.9, "form");
    }

    void email(std::size_t at) {
        const auto local = [](char c) {
            return isAlnum(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
        };
        const auto domain = [](char c) { return isAlnum(c) || c == '.' || c == '-'; };
        constexpr std::size_t kLongestLocal = 64;
        constexpr std::size_t kLongestDomain = 253;
        std::size_t begin = at;
        while (begin > 0 && at - begin < kLongestLocal && local(m_text.flat[begin - 1]))
            --begin;
        std::size_t end = at + 1;
        while (end - at < kLongestDomain && domain(m_text.flatAt(end)))
            ++end;
        while (end > at && !isAlnum(m_text.flat[end - 1]))
            --end;
        if (end > at && checkEmail(view(begin, end)).valid())
            add(begin, end, "email", 0.95, "form");
    }

    void plate(std::size_t at) {
        if (m_text.flat[at] != ScanText::kWide || !isUpper(m_text.flatAt(at + 1)))
            return;
        constexpr std::u32string_view kProvinces =
            U"京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
        if (kProvinces.find(m_text.points[at]) == std::u32string_view::npos)
            return;
        std::size_t end = at + 2;
        if (end < m_text.size() && (m_text.points[end] == U'·' || m_text.points[end] == U'•'))
            ++end;
        const std::size_t body = end;
        while (end - body < 7 && (isDigit(m_text.flatAt(end)) || isUpper(m_text.flatAt(end))))
            ++end;
        const std::size_t symbols = end - body;
        if (symbols == 4 && end < m_text.size()
            && std::u32string_view(U"挂学警港澳领").find(m_text.points[end]) != std::u32string_view::npos)
            add(at, end + 1, "cn-plate", 0.9, "form");
        else if (symbols == 5 || symbols == 6)
            add(at, end, "cn-plate", 0.9, "form");
    }

    void militaryId(std::size_t at) {
        if (!m_text.startsWith(at + 1, U"字第"))
            return;
        std::size_t end = digitsEnd(at + 3, 11);
        if (end - at - 3 < 6 || end - at - 3 > 10)
            return;
        if (end < m_text.size() && m_text.points[end] == U'号')
            ++end;
        add(at, end, "cn-military-id", 0.95, "form");
    }

    const ScanText& m_text;
    ScanHits& m_hits;
};

} // namespace

void scanNumbers(const ScanText& text, ScanHits& hits) {
    NumberScan(text, hits).run();
}

} // namespace mangrove::classify
