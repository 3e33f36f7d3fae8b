// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/check_digits.h"
#include "classify/checkers.h"
#include "classify/scan_parts.h"

#include <utility>

namespace mangrove::classify {

namespace {

/// Numbers of other countries, of machines and of banks (identifiers.md 4.4), by their form and check digit.
/// Every attempt looks at a bounded number of characters behind a token, so the pass is linear.
class WorldScan {
public:
    WorldScan(const ScanText& text, ScanHits& hits) : m_text(text), m_hits(hits) {}

    void run() {
        for (std::size_t at = 0; at < m_text.size();) {
            const char c = m_text.flat[at];
            if (c == ':' && m_text.flatAt(at + 1) == ':' && !isAlnum(before(at)) && before(at) != ':') {
                ipv6(at);
                at += 2;
            } else if (c == '+' && isDigit(m_text.flatAt(at + 1)) && !isAlnum(before(at))) {
                phone(at);
                ++at;
            } else if (!isAlnum(c)) {
                ++at;
            } else {
                std::size_t end = at;
                std::size_t digits = 0;
                while (isAlnum(m_text.flatAt(end)))
                    digits += isDigit(m_text.flat[end++]) ? 1U : 0U;
                token(at, end, digits);
                at = end;
            }
        }
    }

private:
    [[nodiscard]] std::string_view view(std::size_t begin, std::size_t size) const {
        return std::string_view(m_text.flat).substr(begin, size);
    }
    [[nodiscard]] char before(std::size_t at) const { return at == 0 ? '\0' : m_text.flat[at - 1]; }
    void add(std::size_t begin, std::size_t end, std::string_view type, double score, std::string_view way) {
        m_hits.push_back({begin, end, type, score, way});
    }

    void token(std::size_t begin, std::size_t end, std::size_t digits) {
        const std::size_t size = end - begin;
        const char next = m_text.flatAt(end);
        if (size <= 4 && next == ':' && before(begin) != ':' && before(begin) != '.')
            ipv6(begin);
        if (size == 2 && (next == ':' || next == '-'))
            fixed(begin, 17, "mac-address", checkMacAddress, 0.9, "form");
        if (size == 4 && next == '.')
            fixed(begin, 14, "mac-address", checkMacAddress, 0.9, "form");
        if (next == '.' && isAlpha(m_text.flatAt(end + 1)) && !hostGoesOn(begin))
            bareHost(begin);
        if (next == '<' && before(begin) != '<')
            machineReadable(begin);
        if (digits == 0)
            return;
        if (digits == size)
            number(begin, end);
        else
            mixed(begin, end);
    }

    /// Is the token a later label of a host name, or part of an e-mail address or path?
    [[nodiscard]] bool hostGoesOn(std::size_t begin) const {
        const char c = before(begin);
        return c == '.' || c == '@' || c == '/' || c == '-' || c == '_' || c == ScanText::kWide;
    }

    /// Digits alone, perhaps the first of several groups.
    void number(std::size_t begin, std::size_t end) {
        const std::size_t size = end - begin;
        const char mark = m_text.flatAt(end);
        const bool separated = (mark == '-' || mark == ' ' || mark == '.') && isDigit(m_text.flatAt(end + 1));
        switch (size) {
        case 1:
            if (mark == '-')
                fixed(begin, 17, "th-national-id", checkThNationalId, 0.8, "checksum");
            return;
        case 2:
            if (separated)
                fixed(begin, 18, "imei", checkImei, 0.6, "checksum");
            return;
        case 3:
            if (separated)
                threes(begin, mark);
            else if (mark == ')')
                bracketedPhone(begin);
            return;
        case 4:
            if (separated && groups(begin, mark, {4, 4, 4}))
                fixed(begin, 14, "in-aadhaar", checkInAadhaar, 0.6, "checksum");
            return;
        case 6:
            if (mark == '-')
                korean(begin, 14, 0.9, 0.5);
            return;
        case 7:
            if (mark == '(')
                fixed(begin, 10, "macao-id", checkMacaoId, 0.6, "form");
            return;
        case 13:
            korean(begin, 13, 0.5, 0);
            return;
        default:
            return;
        }
    }

    void korean(std::size_t begin, std::size_t size, double strong, double weak) {
        if (size == 14 && !groups(begin, '-', {6, 7}))
            return;
        for (const auto& [type, check] :
             {std::pair{"kr-rrn", &checkKrRrn}, std::pair{"kr-frn", &checkKrFrn}}) {
            const Outcome outcome = check(view(begin, size));
            const double score = outcome.strength == Strength::Strong ? strong : weak;
            if (outcome.valid() && score > 0)
                return add(begin, begin + size, type, score, "checksum");
        }
    }

    /// Three digits and more groups: social security, tax, health service and telephone numbers.
    void threes(std::size_t begin, char mark) {
        if (groups(begin, mark, {3, 2, 4})) {
            const double score = mark == '-' ? 0.8 : 0.5;
            if (checkUsSsn(view(begin, 11)).valid())
                return add(begin, begin + 11, "us-ssn", score, "form");
            if (checkUsItin(view(begin, 11)).valid())
                return add(begin, begin + 11, "us-itin", score, "form");
            return;
        }
        if (!groups(begin, mark, {3, 3, 4}))
            return;
        const std::string_view value = view(begin, 12);
        const bool american = value[0] >= '2' && value[4] >= '2';
        if (mark != '.' && (mark == ' ' || !american) && checkUkNhs(value).valid())
            return add(begin, begin + 12, "uk-nhs-number", 0.6, "checksum");
        if (!american || mark == ' ')
            return;
        const std::size_t size = before(begin) == '(' ? 0 : 12;
        if (size > 0 && checkPhone(value).valid())
            add(begin, begin + size, "phone", 0.6, "form");
    }

    /// "(415) 555-0132", seen at the digits in the bracket.
    void bracketedPhone(std::size_t begin) {
        const std::size_t close = begin + 3;
        if (before(begin) != '(' || m_text.flatAt(close) != ')')
            return;
        const std::size_t rest = close + (m_text.flatAt(close + 1) == ' ' ? 2U : 1U);
        if (groups(rest, '-', {3, 4}) && checkPhone(view(begin - 1, rest + 8 - begin + 1)).valid())
            add(begin - 1, rest + 8, "phone", 0.6, "form");
    }

    /// Are there groups of exactly so many digits from `at` on, with `mark` between and nothing more behind?
    template<std::size_t N>
    [[nodiscard]] bool groups(std::size_t at, char mark, const std::size_t (&sizes)[N]) const {
        for (std::size_t i = 0; i < N; ++i) {
            if (i > 0 && m_text.flatAt(at++) != mark)
                return false;
            for (std::size_t k = 0; k < sizes[i]; ++k)
                if (!isDigit(m_text.flatAt(at++)))
                    return false;
            if (isDigit(m_text.flatAt(at)))
                return false;
        }
        return !isAlnum(m_text.flatAt(at));
    }

    void fixed(std::size_t begin, std::size_t size, std::string_view type, Checker check, double score,
               std::string_view way) {
        const bool inside = before(begin) == '-' || before(begin) == ':' || before(begin) == '.';
        if (!inside && begin + size <= m_text.size() && !isAlnum(m_text.flatAt(begin + size))
            && check(view(begin, size)).valid())
            add(begin, begin + size, type, score, way);
    }

    void mixed(std::size_t begin, std::size_t end) {
        const std::string_view word = view(begin, end - begin);
        if (word.size() >= 4 && isUpper(word[0]) && isUpper(word[1]) && isDigit(word[2]) && isDigit(word[3]))
            iban(begin);
        if (word.size() >= 26 && word.size() <= 62)
            if (const Outcome wallet = checkCryptoWallet(word); wallet.valid())
                return add(begin, end, "crypto-wallet", wallet.strength == Strength::Strong ? 0.95 : 0.5,
                           wallet.strength == Strength::Strong ? "checksum" : "form");
        if (word.size() == 44 && checkPassportMrz(word).valid())
            return add(begin, end, "passport-mrz", 0.98, "checksum");
        if (word.size() == 9 && checkSgNric(word).valid())
            return add(begin, end, "sg-nric", 0.7, "checksum");
        if ((word.size() == 7 || word.size() == 8) && m_text.flatAt(end) == '(')
            fixed(begin, word.size() + 3, "hk-id", checkHkId, 0.85, "checksum");
        if (word.size() == 4 && m_text.flatAt(end) == '-')
            fixed(begin, 13, "us-mbi", checkUsMbi, 0.7, "form");
        if (word.size() == 11 && checkUsMbi(word).valid())
            add(begin, end, "us-mbi", 0.5, "form");
    }

    /// ICAO 9303: whole zones of two or three lines, a data line alone, and a line of names, which has no
    /// check.
    void machineReadable(std::size_t begin) {
        for (const std::size_t size : {92U, 89U, 73U, 44U, 36U}) {
            const std::size_t end = begin + size;
            const auto outside = [](char c) { return !isAlnum(c) && c != '<'; };
            if (end <= m_text.size() && outside(m_text.flatAt(end))
                && checkPassportMrz(view(begin, size)).valid())
                return add(begin, end, "passport-mrz", 0.98, "checksum");
        }
        constexpr std::size_t kLongest = 44;
        std::size_t end = begin;
        while (end - begin <= kLongest
               && (isUpper(m_text.flatAt(end)) || isDigit(m_text.flatAt(end)) || m_text.flatAt(end) == '<'))
            ++end;
        const std::string_view line = view(begin, end - begin);
        const bool width = line.size() == 44 || line.size() == 36;
        if (width && std::string_view("PIACV").find(line[0]) != std::string_view::npos
            && line.find("<<", 5) != std::string_view::npos)
            add(begin, end, "passport-mrz", 0.8, "form");
    }

    /// Letters and digits with single blanks between, as many as the country's numbers have.
    void iban(std::size_t begin) {
        const std::size_t wanted = ibanLength(view(begin, 2));
        std::size_t end = begin;
        std::size_t symbols = 0;
        while (symbols < wanted) {
            if (isDigit(m_text.flatAt(end)) || isUpper(m_text.flatAt(end)))
                ++symbols;
            else if (m_text.flatAt(end) != ' ' || m_text.flatAt(end - 1) == ' ')
                return;
            ++end;
        }
        if (wanted > 0 && !isAlnum(m_text.flatAt(end)) && checkIban(view(begin, end - begin)).valid())
            add(begin, end, "iban", 0.9, "checksum");
    }

    void ipv6(std::size_t begin) {
        constexpr std::size_t kLongest = 45;
        std::size_t end = begin;
        std::size_t colons = 0;
        while (
            end - begin <= kLongest
            && (isHexDigit(m_text.flatAt(end)) || m_text.flatAt(end) == ':' || m_text.flatAt(end) == '.')) {
            colons += m_text.flat[end] == ':' ? 1U : 0U;
            ++end;
        }
        if (colons < 2)
            return;
        while (end > begin && m_text.flat[end - 1] == '.')
            --end;
        if (m_text.flat[end - 1] == ':' && m_text.flatAt(end - 2) != ':')
            --end;
        if (isAlnum(m_text.flatAt(end)) || !checkIpAddress(view(begin, end - begin)).valid())
            return;
        std::size_t last = end;
        if (m_text.flatAt(last) == '%' && isAlnum(m_text.flatAt(last + 1)))
            for (++last; isAlnum(m_text.flatAt(last)) && last - end <= 16;)
                ++last;
        if (m_text.flatAt(last) == '/' && isDigit(m_text.flatAt(last + 1)))
            for (++last; isDigit(m_text.flatAt(last)) && last - end <= 20;)
                ++last;
        if (last != end && !isAlnum(m_text.flatAt(last)) && checkIpAddress(view(begin, last - begin)).valid())
            end = last;
        add(begin, end, "ip-address", 0.8, "form");
    }

    /// "+1 415 555 0132", "+86 138 1234 5678"
    void phone(std::size_t begin) {
        constexpr std::size_t kLongest = 24;
        std::size_t end = begin + 1;
        std::size_t last = end;
        while (end - begin < kLongest) {
            const char c = m_text.flatAt(end);
            const bool separator = c == ' ' || c == '-' || c == '.' || c == '(' || c == ')';
            if (!isDigit(c) && !separator)
                break;
            if (separator && !isDigit(m_text.flatAt(end + 1)) && m_text.flatAt(end + 1) != '(' && c != ')')
                break;
            ++end;
            last = isDigit(c) ? end : last;
        }
        if (isAlnum(m_text.flatAt(last)))
            return;
        const std::string_view value = view(begin, last - begin);
        if (checkCnMobile(value).valid())
            add(begin, last, "cn-mobile", 0.95, "form");
        else if (checkPhone(value).valid())
            add(begin, last, "phone", 0.7, "form");
    }

    void bareHost(std::size_t begin) {
        constexpr std::size_t kLongest = 253;
        std::size_t end = begin;
        while (end - begin < kLongest
               && (isAlnum(m_text.flatAt(end)) || m_text.flatAt(end) == '.' || m_text.flatAt(end) == '-'))
            ++end;
        while (end > begin && !isAlnum(m_text.flat[end - 1]))
            --end;
        if (m_text.flatAt(end) != '@' && checkUrl(view(begin, end - begin)).valid())
            add(begin, end, "url", 0.45, "form");
    }

    const ScanText& m_text;
    ScanHits& m_hits;
};

} // namespace

void scanWorld(const ScanText& text, ScanHits& hits) {
    WorldScan(text, hits).run();
}

} // namespace mangrove::classify
