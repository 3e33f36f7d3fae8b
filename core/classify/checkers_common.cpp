// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/checker_parts.h"

namespace mangrove::classify {

namespace {

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
                   && checkIpAddress(tail).valid();
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
        return first2 == 34 || first2 == 37;
    case 16:
        return digits[0] == '4' || (first2 >= 51 && first2 <= 55) || (first4 >= 2221 && first4 <= 2720)
               || (first4 >= 3528 && first4 <= 3589) || first4 == 6011 || first2 == 65
               || (first3 >= 644 && first3 <= 649);
    default:
        return false;
    }
}

} // namespace

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
    if (scheme == std::string_view::npos && !web)
        return no(CheckReason::Prefix);
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

Outcome checkIpAddress(std::string_view value) {
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
    std::array<char, 15> digits{};
    std::size_t size = 0;
    for (const char c : value) {
        if (c == '-' || c == ' ')
            continue;
        if (!isDigit(c))
            return no(CheckReason::Character);
        if (size == digits.size())
            return no(CheckReason::Length);
        digits[size++] = c;
    }
    if (size != digits.size())
        return no(CheckReason::Length);
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
        if (!isDigit(c) && !isUpper(c))
            return no(CheckReason::Character);
        if (c == 'I' || c == 'O' || c == 'Q')
            return no(CheckReason::Character);
        letter = letter || isUpper(c);
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
    return ibanMod97(view) ? kStrong : near(CheckReason::CheckDigit);
}

Outcome checkPhone(std::string_view value) {
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
    if (size < 7 || (marks > 0 && size < 10))
        return no(CheckReason::Length);
    if (plus)
        return digits[0] != '0' ? kStrong : no(CheckReason::Prefix);
    // North American: area and exchange begin with 2…9, with or without a leading 1
    const std::size_t lead = size == 11 && digits[0] == '1' ? 1 : 0;
    const bool american = size - lead == 10 && digits[lead] >= '2' && digits[lead + 3] >= '2';
    if (!american)
        return no(CheckReason::Prefix);
    return marks >= 2 ? kStrong : kWeak;
}

} // namespace mangrove::classify
