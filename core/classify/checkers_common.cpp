// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/checker_parts.h"

#include <algorithm>

namespace mangrove::classify {

namespace {

/// Top-level domains under which a bare "name.tld" is taken for an address; elsewhere it may be a file name.
constexpr auto kBareDomains = std::to_array<std::string_view>(
    {"ai", "cn", "com", "de",  "edu", "fr", "gov", "hk", "il", "in", "info", "io",
     "jp", "kr", "mo",  "net", "org", "ru", "sg",  "th", "tw", "uk", "us"});

/// A host name: labels of letters, digits, inner dashes (RFC 1123); the last one letters or punycode.
bool isHostName(std::string_view host) {
    if (host.size() > 253)
        return false;
    std::size_t labels = 0;
    std::string_view label;
    while (true) {
        const auto dot = host.find('.');
        label = host.substr(0, dot);
        if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-')
            return false;
        for (const char c : label)
            if (!isAlnum(c) && c != '-' && static_cast<signed char>(c) >= 0)
                return false;
        ++labels;
        if (dot == std::string_view::npos)
            break;
        host.remove_prefix(dot + 1);
    }
    if (labels < 2 || label.size() < 2)
        return false;
    const bool punycode = label.substr(0, 4) == "xn--";
    for (const char c : label)
        if (!punycode && isDigit(c))
            return false;
    return true;
}

bool isIpv6(std::string_view value) {
    std::size_t groups = 0;
    bool gap = false;
    std::size_t at = 0;
    if (value.substr(0, 2) == "::") {
        gap = true;
        at = 2;
    }
    while (at < value.size()) {
        std::size_t length = 0;
        while (at + length < value.size() && isHexDigit(value[at + length]))
            ++length;
        if (at + length < value.size() && value[at + length] == '.') { // the last 32 bits as IPv4
            const std::string_view tail = value.substr(at);
            return tail.find(':') == std::string_view::npos && groups <= 6 && (gap || groups == 6)
                   && (checkIpAddress(tail).valid() || checkIpAddress(tail).reason == CheckReason::Reserved);
        }
        if (length == 0 || length > 4)
            return false;
        ++groups;
        at += length;
        if (at == value.size())
            break;
        if (value[at] != ':')
            return false;
        ++at;
        if (at < value.size() && value[at] == ':') {
            if (gap)
                return false;
            gap = true;
            ++at;
        } else if (at == value.size()) {
            return false;
        }
    }
    return gap ? groups < 8 && groups > 0 : groups == 8;
}

/// ISO/IEC 7812 ranges of the schemes: Visa 4, Mastercard 51–55 and 2221–2720, American Express 34 37, Diners
/// 300–305 36 38 39, JCB 3528–3589, Discover 6011 644–649 65, Maestro and Dankort 50 6304 6759 676, UATP 1.
bool isCardNumber(std::string_view digits) {
    const unsigned first4 = numberAt(digits, 0, 4);
    const unsigned first3 = first4 / 10;
    const unsigned first2 = first4 / 100;
    switch (digits.size()) {
    case 13:
    case 19:
        return digits[0] == '4';
    case 14:
        return (first3 >= 300 && first3 <= 305) || first2 == 36 || first2 == 38 || first2 == 39;
    case 15:
        return first2 == 34 || first2 == 37 || digits[0] == '1';
    case 16:
        return digits[0] == '4' || first2 == 50 || first4 == 6304 || first4 == 6759 || first3 == 676
               || (first2 >= 51 && first2 <= 55) || (first4 >= 2221 && first4 <= 2720)
               || (first4 >= 3528 && first4 <= 3589) || first4 == 6011 || first2 == 65
               || (first3 >= 644 && first3 <= 649);
    default:
        return false;
    }
}

/// SWIFT IBAN registry: how long the number of a country is. Sorted.
struct IbanCountry {
    std::string_view country;
    std::uint8_t length;
};
constexpr auto kIbanCountries = std::to_array<IbanCountry>(
    {{"AD", 24}, {"AE", 23}, {"AL", 28}, {"AT", 20}, {"AZ", 28}, {"BA", 20}, {"BE", 16}, {"BG", 22},
     {"BH", 22}, {"BR", 29}, {"BY", 28}, {"CH", 21}, {"CR", 22}, {"CY", 28}, {"CZ", 24}, {"DE", 22},
     {"DK", 18}, {"DO", 28}, {"EE", 20}, {"EG", 29}, {"ES", 24}, {"FI", 18}, {"FO", 18}, {"FR", 27},
     {"GB", 22}, {"GE", 22}, {"GI", 23}, {"GL", 18}, {"GR", 27}, {"GT", 28}, {"HR", 21}, {"HU", 28},
     {"IE", 22}, {"IL", 23}, {"IQ", 23}, {"IS", 26}, {"IT", 27}, {"JO", 30}, {"KW", 30}, {"KZ", 20},
     {"LB", 28}, {"LC", 32}, {"LI", 21}, {"LT", 20}, {"LU", 20}, {"LV", 21}, {"MC", 27}, {"MD", 24},
     {"ME", 22}, {"MK", 19}, {"MR", 27}, {"MT", 31}, {"MU", 30}, {"NL", 18}, {"NO", 15}, {"PK", 24},
     {"PL", 28}, {"PS", 29}, {"PT", 25}, {"QA", 29}, {"RO", 24}, {"RS", 22}, {"SA", 24}, {"SC", 31},
     {"SE", 24}, {"SI", 19}, {"SK", 24}, {"SM", 27}, {"ST", 25}, {"SV", 28}, {"TL", 23}, {"TN", 24},
     {"TR", 26}, {"UA", 29}, {"VA", 22}, {"VG", 24}, {"XK", 20}});

/// Without "%eth0" and "/24" behind it.
std::string_view bareIpAddress(std::string_view value, bool& suffixOk) {
    const bool v6 = value.find(':') != std::string_view::npos;
    if (const auto slash = value.find('/'); slash != std::string_view::npos) {
        const std::string_view bits = value.substr(slash + 1);
        suffixOk = bits.size() <= 3 && allDigits(bits) && numberAt(bits, 0, bits.size()) <= (v6 ? 128U : 32U);
        value = value.substr(0, slash);
    }
    if (const auto zone = value.find('%'); zone != std::string_view::npos) {
        const std::string_view name = value.substr(zone + 1);
        suffixOk = suffixOk && v6 && !name.empty() && name.size() <= 16
                   && std::all_of(name.begin(), name.end(), isAlnum);
        value = value.substr(0, zone);
    }
    return value;
}

} // namespace

std::size_t ibanLength(std::string_view country) {
    const auto* const found = std::lower_bound(
        kIbanCountries.begin(), kIbanCountries.end(), country,
        [](const IbanCountry& entry, std::string_view wanted) { return entry.country < wanted; });
    return found != kIbanCountries.end() && found->country == country ? found->length : 0U;
}

Outcome checkEmail(std::string_view value) {
    const auto at = value.find('@');
    if (at == std::string_view::npos || at == 0)
        return no(CheckReason::Character);
    const std::string_view local = value.substr(0, at);
    if (local.size() > 64 || value.size() > 254)
        return no(CheckReason::Length);
    if (local.front() == '.' || local.back() == '.' || local.find("..") != std::string_view::npos)
        return no(CheckReason::Character);
    for (const char c : local)
        if (!isAlnum(c) && std::string_view("!#$%&'*+-/=?^_`{|}~.").find(c) == std::string_view::npos)
            return no(CheckReason::Character);
    return isHostName(value.substr(at + 1)) ? kStrong : no(CheckReason::Character);
}

Outcome checkUrl(std::string_view value) {
    const auto scheme = value.find("://");
    const bool web = value.substr(0, 4) == "www.";
    if (scheme == std::string_view::npos && !web) {
        const std::string_view host = value.substr(0, value.find_first_of("/?#"));
        const std::string_view last = host.substr(host.rfind('.') + 1);
        const bool known = std::binary_search(kBareDomains.begin(), kBareDomains.end(), last);
        return known && isHostName(host) ? kWeak : no(CheckReason::Prefix);
    }
    if (web && value.find('.', 4) == std::string_view::npos) // www.host: no domain
        return no(CheckReason::Character);
    if (!web) {
        const std::string_view name = value.substr(0, scheme);
        if (name != "http" && name != "https" && name != "ftp" && name != "ftps")
            return no(CheckReason::Prefix);
        value.remove_prefix(scheme + 3);
    }
    if (value.find(' ') != std::string_view::npos)
        return no(CheckReason::Character);
    std::string_view host = value.substr(0, value.find_first_of("/?#"));
    host = host.substr(0, host.rfind(':'));
    return isHostName(host) || checkIpAddress(host).valid() ? kStrong : no(CheckReason::Character);
}

Outcome checkCodeSystem(std::string_view value) {
    if (value.substr(0, 4) == "urn:")
        return value.find(' ') == std::string_view::npos ? kWeak : no(CheckReason::Character);
    return checkUrl(value).valid() ? kWeak : no(CheckReason::Prefix);
}

Outcome checkIpAddress(std::string_view value) {
    bool suffixOk = true;
    value = bareIpAddress(value, suffixOk);
    if (!suffixOk)
        return no(CheckReason::Range);
    if (value.find(':') != std::string_view::npos) {
        if (value.size() > 45)
            return no(CheckReason::Length);
        return isIpv6(value) ? kStrong : no(CheckReason::Character);
    }
    if (value.size() < 7 || value.size() > 15)
        return no(CheckReason::Length);
    unsigned parts = 0;
    unsigned sum = 0;
    while (true) {
        const auto dot = value.find('.');
        const std::string_view part = value.substr(0, dot);
        if (part.size() > 3 || !allDigits(part) || (part.size() > 1 && part[0] == '0'))
            return no(CheckReason::Character);
        const unsigned number = numberAt(part, 0, part.size());
        if (number > 255)
            return no(CheckReason::Range);
        sum += number;
        ++parts;
        if (dot == std::string_view::npos)
            break;
        value.remove_prefix(dot + 1);
    }
    if (parts != 4)
        return no(CheckReason::Length);
    return sum == 0 || sum == 4 * 255 ? no(CheckReason::Reserved) : kStrong;
}

Outcome checkMacAddress(std::string_view value) {
    char separator = 0;
    std::size_t group = 2;
    if (value.size() == 17)
        separator = value[2];
    else if (value.size() == 14) {
        separator = value[4];
        group = 4;
    } else if (value.size() != 12) {
        return no(CheckReason::Length);
    }
    if (separator != 0 && (group == 2 ? separator != ':' && separator != '-' : separator != '.'))
        return no(CheckReason::Character);
    bool allZero = true;
    bool allOnes = true;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (separator != 0 && i % (group + 1) == group) {
            if (value[i] != separator)
                return no(CheckReason::Character);
            continue;
        }
        if (!isHexDigit(value[i]))
            return no(CheckReason::Character);
        allZero = allZero && value[i] == '0';
        allOnes = allOnes && (value[i] | 0x20) == 'f';
    }
    if (allZero || allOnes)
        return no(CheckReason::Reserved);
    return separator != 0 ? kStrong : kWeak;
}

Outcome checkImei(std::string_view value) {
    // 15 digits, or 2-6-6-1 with one kind of separator (3GPP TS 23.003 annex A)
    std::array<char, 15> digits{};
    std::size_t size = 0;
    const bool grouped = value.size() == 18;
    if (value.size() != 15 && !grouped)
        return no(CheckReason::Length);
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (grouped && (i == 2 || i == 9 || i == 16)) {
            if ((value[i] != '-' && value[i] != ' ') || value[i] != value[2])
                return no(CheckReason::Character);
            continue;
        }
        if (!isDigit(value[i]))
            return no(CheckReason::Character);
        digits[size++] = value[i];
    }
    const std::string_view view(digits.data(), size);
    if (view.find_first_not_of('0') == std::string_view::npos)
        return no(CheckReason::Reserved);
    return luhn(view) ? kStrong : near(CheckReason::CheckDigit);
}

Outcome checkVin(std::string_view value) {
    if (value.size() != 17)
        return no(CheckReason::Length);
    bool letter = false;
    for (const char c : value) {
        if (!isAlnum(c))
            return no(CheckReason::Character);
        const char capital = isLower(c) ? static_cast<char>(c - 32) : c;
        if (capital == 'I' || capital == 'O' || capital == 'Q')
            return no(CheckReason::Character);
        letter = letter || isAlpha(c);
    }
    if (!vinCheck(value))
        return near(CheckReason::CheckDigit);
    return letter ? kStrong : kWeak;
}

Outcome checkUuid(std::string_view value) {
    if (value.size() != 36)
        return no(CheckReason::Length);
    for (std::size_t i = 0; i < value.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? value[i] != '-' : !isHexDigit(value[i]))
            return no(CheckReason::Character);
    }
    return kStrong;
}

Outcome checkCreditCard(std::string_view value) {
    const DigitBuffer buffer = collectDigits(value);
    if (!buffer.ok)
        return no(CheckReason::Character);
    const std::string_view digits = buffer.view();
    if (digits.size() < 13 || digits.size() > 19)
        return no(CheckReason::Length);
    if (!isCardNumber(digits))
        return no(CheckReason::Prefix);
    return luhn(digits) ? kStrong : near(CheckReason::CheckDigit);
}

Outcome checkIban(std::string_view value) {
    std::array<char, 34> symbols{};
    std::size_t size = 0;
    for (const char c : value) {
        if (c == ' ')
            continue;
        if (!isDigit(c) && !isUpper(c))
            return no(CheckReason::Character);
        if (size == symbols.size())
            return no(CheckReason::Length);
        symbols[size++] = c;
    }
    if (size < 15)
        return no(CheckReason::Length);
    const std::string_view view(symbols.data(), size);
    if (!isUpper(view[0]) || !isUpper(view[1]) || !isDigit(view[2]) || !isDigit(view[3]))
        return no(CheckReason::Character);
    const std::size_t length = ibanLength(view.substr(0, 2));
    if (length == 0)
        return no(CheckReason::Prefix);
    if (length != view.size())
        return no(CheckReason::Length);
    return ibanMod97(view) ? kStrong : near(CheckReason::CheckDigit);
}

Outcome checkPhone(std::string_view value) {
    if (value.size() > 11 && isDigit(value[0]) && allDigits(value))
        return no(CheckReason::Prefix); // without marks only North American numbers are known
    const bool plus = !value.empty() && value[0] == '+';
    std::array<char, 15> digits{};
    std::size_t size = 0;
    std::size_t marks = 0;
    for (const char c : value.substr(plus ? 1 : 0)) {
        if (c == ' ' || c == '-' || c == '.' || c == '(' || c == ')') {
            ++marks;
        } else if (!isDigit(c)) {
            return no(CheckReason::Character);
        } else if (size == digits.size()) {
            return no(CheckReason::Length);
        } else {
            digits[size++] = c;
        }
    }
    if (size < 7 || (marks > 0 && size < 9))
        return no(CheckReason::Length);
    if (plus)
        return digits[0] != '0' ? kStrong : no(CheckReason::Prefix);
    if (digits[0] == '0') // with the trunk prefix of most countries
        return marks > 0 && size >= 9 && size <= 12 && digits[1] != '0' ? kWeak : no(CheckReason::Prefix);
    // North American: area and exchange begin with 2…9, with or without a leading 1
    const std::size_t lead = size == 11 && digits[0] == '1' ? 1 : 0;
    const bool american = size - lead == 10 && digits[lead] >= '2' && digits[lead + 3] >= '2';
    if (!american)
        return no(CheckReason::Prefix);
    return marks >= 2 ? kStrong : kWeak;
}

} // namespace mangrove::classify
