// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "classify/checker_parts.h"

namespace mangrove::classify {

namespace {

bool contains(std::u32string_view set, char32_t codePoint) {
    return set.find(codePoint) != std::u32string_view::npos;
}

/// What all 18-character citizen numbers share: 17 digits, digit or X, date at 6, MOD 11-2.
Outcome checkCitizenNumber(std::string_view value, bool divisionKnown) {
    if (value.size() != 18)
        return no(CheckReason::Length);
    if (!allDigits(value.substr(0, 17)) || !(isDigit(value[17]) || value[17] == 'X' || value[17] == 'x'))
        return no(CheckReason::Character);
    if (!divisionKnown)
        return no(CheckReason::Division);
    const bool dateOk = isBirthDateAt(value, 6);
    const bool checkOk = mod11_2(value) == (value[17] == 'x' ? 'X' : value[17]);
    if (dateOk && checkOk)
        return kStrong;
    if (!dateOk)
        return checkOk ? near(CheckReason::Date) : no(CheckReason::Date);
    return near(CheckReason::CheckDigit);
}

bool isMobilePrefix(std::string_view digits) {
    // second digit -> allowed third digits (MIIT numbering plan as listed in identifiers.md 4.1)
    static constexpr std::array<std::string_view, 10> kThird{
        "", "", "", "0123456789", "56789", "012356789", "2567", "012345678", "0123456789", "012356789"};
    return digits[0] == '1' && kThird[digitOf(digits[1])].find(digits[2]) != std::string_view::npos;
}

/// The length in bytes of "+86", "86", "0086" with the separator that follows, or 0.
std::size_t countryCode86(std::string_view value) {
    for (const std::string_view prefix : {"+86", "0086", "86"}) {
        if (value.substr(0, prefix.size()) != prefix)
            continue;
        std::size_t at = prefix.size();
        if (at < value.size() && (value[at] == ' ' || value[at] == '-'))
            ++at;
        return at;
    }
    return 0;
}

Outcome letterAndDigits(std::string_view value, std::string_view letters, std::size_t digits) {
    if (value.size() != digits + 1)
        return no(CheckReason::Length);
    if (letters.find(value[0]) == std::string_view::npos)
        return no(CheckReason::Prefix);
    return allDigits(value.substr(1)) ? kWeak : no(CheckReason::Character);
}

} // namespace

Outcome checkCnResidentId(std::string_view value) {
    const bool divisionKnown =
        value.size() == 18 && isDigit(value[0]) && isDigit(value[1]) && isProvinceAt(value, 0);
    return checkCitizenNumber(value, divisionKnown);
}

Outcome checkCnHmtPermit(std::string_view value) {
    if (value.size() == 18 && value[0] != '8')
        return no(CheckReason::Division);
    const std::string_view division = value.substr(0, 6);
    return checkCitizenNumber(value, division == "810000" || division == "820000" || division == "830000");
}

Outcome checkCnResidentId15(std::string_view value) {
    if (value.size() != 15)
        return no(CheckReason::Length);
    if (!allDigits(value))
        return no(CheckReason::Character);
    if (!isProvinceAt(value, 0))
        return no(CheckReason::Division);
    const auto year = static_cast<int>(1900 + numberAt(value, 6, 2));
    return isValidDate(year, numberAt(value, 8, 2), numberAt(value, 10, 2)) ? kStrong : no(CheckReason::Date);
}

Outcome checkCnForeignPermanentId(std::string_view value) {
    if (value.size() == 15) { // form of 2004: nationality, then region, birth date, sequence
        if (!hasForm(value, "AAA999999999999"))
            return no(CheckReason::Character);
        const auto year = static_cast<int>(1900 + numberAt(value, 7, 2));
        return isValidDate(year, numberAt(value, 9, 2), numberAt(value, 11, 2)) ? kWeak
                                                                                : no(CheckReason::Date);
    }
    if (value.size() != 18)
        return no(CheckReason::Length);
    if (value[0] != '9')
        return no(CheckReason::Prefix);
    if (!allDigits(value.substr(0, 17)) || !(isDigit(value[17]) || value[17] == 'X' || value[17] == 'x'))
        return no(CheckReason::Character);
    return mod11_2(value) == (value[17] == 'x' ? 'X' : value[17]) ? kStrong : near(CheckReason::CheckDigit);
}

Outcome checkCnPassport(std::string_view value) {
    if (value.size() != 9)
        return no(CheckReason::Length);
    if (hasForm(value, "999999999"))
        return value[0] == '1' && (value[1] == '4' || value[1] == '5') ? kWeak : no(CheckReason::Prefix);
    if (hasForm(value, "A99999999"))
        return std::string_view("EGDPS").find(value[0]) != std::string_view::npos ? kWeak
                                                                                  : no(CheckReason::Prefix);
    if (!hasForm(value, "AA9999999"))
        return no(CheckReason::Character);
    const bool ordinary = value[0] == 'E' && value[1] != 'I' && value[1] != 'O';
    const bool official = value[1] == 'E' && (value[0] == 'S' || value[0] == 'D' || value[0] == 'P');
    return ordinary || official ? kWeak : no(CheckReason::Prefix);
}

Outcome checkCnHkMacauPass(std::string_view value) {
    if (hasForm(value, "CA9999999"))
        return kWeak;
    return letterAndDigits(value, "CW", 8);
}

Outcome checkCnTaiwanPass(std::string_view value) {
    return letterAndDigits(value, "TL", 8);
}

Outcome checkCnHomeReturnPermit(std::string_view value) {
    return letterAndDigits(value, "HM", value.size() == 11 ? 10 : 8);
}

Outcome checkCnTaiwanCompatriotPermit(std::string_view value) {
    if (value.size() != 8 && value.size() != 10)
        return no(CheckReason::Length);
    return allDigits(value) ? kWeak : no(CheckReason::Character);
}

Outcome checkHkId(std::string_view value) {
    // [A-Z]{1,2}, six digits, check character in or without parentheses
    const std::size_t letters = value.size() > 1 && isAlpha(value[1]) ? 2 : 1;
    const bool parentheses = value.size() == letters + 9;
    if (value.size() != letters + 7 && !parentheses)
        return no(CheckReason::Length);
    if (parentheses && (value[letters + 6] != '(' || value.back() != ')'))
        return no(CheckReason::Character);
    const char check = parentheses ? value[letters + 7] : value.back();
    for (std::size_t i = 0; i < letters; ++i)
        if (!isUpper(value[i]))
            return no(CheckReason::Character);
    if (!allDigits(value.substr(letters, 6)) || !(isDigit(check) || check == 'A'))
        return no(CheckReason::Character);
    const auto letter = [](char c) { return static_cast<unsigned>(c - 'A') + 10U; };
    unsigned sum =
        letters == 2 ? letter(value[0]) * 9 + letter(value[1]) * 8 : 36U * 9 + letter(value[0]) * 8;
    for (std::size_t i = 0; i < 6; ++i)
        sum += digitOf(value[letters + i]) * static_cast<unsigned>(7 - i);
    sum += check == 'A' ? 10U : digitOf(check);
    return sum % 11 == 0 ? kStrong : near(CheckReason::CheckDigit);
}

Outcome checkMacaoId(std::string_view value) {
    if (!hasForm(value, "9999999(9)") && !hasForm(value, "99999999"))
        return no(value.size() == 8 || value.size() == 10 ? CheckReason::Character : CheckReason::Length);
    return std::string_view("1578").find(value[0]) != std::string_view::npos ? kWeak
                                                                             : no(CheckReason::Prefix);
}

Outcome checkTwId(std::string_view value) {
    if (value.size() != 10)
        return no(CheckReason::Length);
    if (!isUpper(value[0]) || !allDigits(value.substr(1)))
        return no(CheckReason::Character);
    if (std::string_view("1289").find(value[1]) == std::string_view::npos)
        return no(CheckReason::Prefix);
    static constexpr std::array<std::uint8_t, 26> kLetters{10, 11, 12, 13, 14, 15, 16, 17, 34,
                                                           18, 19, 20, 21, 22, 35, 23, 24, 25,
                                                           26, 27, 28, 29, 32, 30, 31, 33};
    const unsigned letter = kLetters[static_cast<std::size_t>(value[0] - 'A')];
    constexpr std::array<std::uint8_t, 9> kWeights{8, 7, 6, 5, 4, 3, 2, 1, 1};
    const unsigned sum = letter / 10 + letter % 10 * 9 + weightedSum(value.substr(1), kWeights);
    return sum % 10 == 0 ? kStrong : near(CheckReason::CheckDigit);
}

Outcome checkCnMilitaryId(std::string_view value) {
    constexpr std::string_view kMiddle = "字第";
    constexpr std::string_view kEnd = "号";
    std::size_t at = 0;
    if (value.size() < 3 || !contains(U"军士文政海空武参联", nextCodePoint(value, at)))
        return no(CheckReason::Prefix);
    if (value.substr(at, kMiddle.size()) != kMiddle)
        return no(CheckReason::Character);
    std::string_view digits = value.substr(at + kMiddle.size());
    if (digits.ends_with(kEnd))
        digits.remove_suffix(kEnd.size());
    if (digits.size() < 6 || digits.size() > 10)
        return no(CheckReason::Length);
    return allDigits(digits) ? kStrong : no(CheckReason::Character);
}

Outcome checkCnBirthCertificate(std::string_view value) {
    if (value.size() != 10)
        return no(CheckReason::Length);
    return hasForm(value, "A999999999") ? kWeak : no(CheckReason::Character);
}

Outcome checkCnSocialSecurityCard(std::string_view value) {
    if (value.size() < 8 || value.size() > 20)
        return no(CheckReason::Length);
    for (const char c : value)
        if (!isAlnum(c))
            return no(CheckReason::Character);
    return kWeak;
}

Outcome checkCnInsurancePersonNo(std::string_view value) {
    if (value.size() < 6 || value.size() > 32)
        return no(CheckReason::Length);
    for (const char c : value)
        if (!isAlnum(c))
            return no(CheckReason::Character);
    return kWeak;
}

Outcome checkCnHealthCode(std::string_view value) {
    if (value.size() < 16 || value.size() > 128)
        return no(CheckReason::Length);
    for (const char c : value)
        if (!isAlnum(c) && c != '-' && c != '_')
            return no(CheckReason::Character);
    return kWeak;
}

Outcome checkCnMobile(std::string_view value) {
    if (value.size() > 11)
        value.remove_prefix(countryCode86(value));
    if (value.size() == 11) {
        if (!allDigits(value))
            return no(CheckReason::Character);
        return isMobilePrefix(value) ? kStrong : no(CheckReason::Prefix);
    }
    if (value.size() != 13)
        return no(CheckReason::Length);
    const bool grouped = (value[3] == ' ' || value[3] == '-') && value[8] == value[3];
    if (!grouped || !allDigits(value.substr(0, 3)) || !allDigits(value.substr(4, 4))
        || !allDigits(value.substr(9)))
        return no(CheckReason::Character);
    return isMobilePrefix(value) ? kStrong : no(CheckReason::Prefix);
}

Outcome checkCnLandline(std::string_view value) {
    const bool parenthesis = !value.empty() && value[0] == '(';
    std::string_view rest = value.substr(parenthesis ? 1 : 0);
    if (rest.size() < 10)
        return no(CheckReason::Length);
    if (rest[0] != '0' || !isDigit(rest[1]) || !isDigit(rest[2]))
        return no(CheckReason::Prefix);
    const bool short3 = rest.substr(0, 3) == "010" || rest[1] == '2';
    if (!short3 && (rest[1] < '3' || !isDigit(rest[3])))
        return no(CheckReason::Prefix);
    rest.remove_prefix(short3 ? 3 : 4);
    if (parenthesis) {
        if (rest[0] != ')')
            return no(CheckReason::Character);
        rest.remove_prefix(1);
    }
    bool separated = parenthesis;
    if (!rest.empty() && (rest[0] == '-' || rest[0] == ' ')) {
        separated = true;
        rest.remove_prefix(1);
    }
    if (const auto extension = rest.find('-'); extension != std::string_view::npos) {
        const std::string_view digits = rest.substr(extension + 1);
        if (digits.size() > 6 || !allDigits(digits))
            return no(CheckReason::Character);
        rest = rest.substr(0, extension);
    }
    if (rest.size() != 7 && rest.size() != 8)
        return no(CheckReason::Length);
    if (!allDigits(rest))
        return no(CheckReason::Character);
    if (rest[0] < '2')
        return no(CheckReason::Prefix);
    return separated ? kStrong : kWeak;
}

Outcome checkWechatId(std::string_view value) {
    if (value.size() < 6 || value.size() > 20)
        return no(CheckReason::Length);
    if (!isAlpha(value[0]))
        return no(CheckReason::Prefix);
    for (const char c : value)
        if (!isAlnum(c) && c != '-' && c != '_')
            return no(CheckReason::Character);
    return kWeak;
}

Outcome checkQqId(std::string_view value) {
    if (value.size() < 5 || value.size() > 11)
        return no(CheckReason::Length);
    if (!allDigits(value))
        return no(CheckReason::Character);
    return value[0] != '0' ? kWeak : no(CheckReason::Prefix);
}

Outcome checkBankCard(std::string_view value) {
    if (!value.empty() && isDigit(value[0]) && (value[0] < '2' || value[0] > '6'))
        return no(CheckReason::Prefix);
    const DigitBuffer buffer = collectDigits(value);
    if (!buffer.ok)
        return no(CheckReason::Character);
    const std::string_view digits = buffer.view();
    if (digits.size() < 16 || digits.size() > 19)
        return no(CheckReason::Length);
    const unsigned first4 = numberAt(digits, 0, 4);
    const bool unionPay = digits[0] == '6' && digits[1] == '2';
    const bool worldwide = digits.size() == 16
                           && (digits[0] == '4' || (first4 >= 5100 && first4 <= 5599)
                               || (first4 >= 2221 && first4 <= 2720) || (first4 >= 3528 && first4 <= 3589));
    if (!unionPay && !worldwide)
        return no(CheckReason::Prefix);
    return luhn(digits) ? kStrong : near(CheckReason::CheckDigit);
}

Outcome checkCnPlate(std::string_view value) {
    std::size_t at = 0;
    if (value.size() < 9 || value.size() > 16)
        return no(CheckReason::Length);
    if (!contains(U"京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼",
                  nextCodePoint(value, at)))
        return no(CheckReason::Prefix);
    const auto symbol = [](char c) { return isDigit(c) || (isUpper(c) && c != 'I' && c != 'O'); };
    if (!symbol(value[at]) || isDigit(value[at]))
        return no(CheckReason::Prefix);
    ++at;
    for (const std::string_view separator : {"·", "•", "-", " "})
        if (value.substr(at, separator.size()) == separator) {
            at += separator.size();
            break;
        }
    std::string_view rest = value.substr(at);
    std::size_t wanted = 0;
    while (wanted < rest.size() && symbol(rest[wanted]))
        ++wanted;
    if (wanted == rest.size() && wanted == 5)
        return kStrong;
    if (wanted == rest.size() && wanted == 6) { // new energy: letter first or last, digits around it
        const bool first = isUpper(rest[0]) && allDigits(rest.substr(2));
        const bool last = isUpper(rest[5]) && allDigits(rest.substr(0, 5));
        return first || last ? kStrong : no(CheckReason::Character);
    }
    std::size_t tail = wanted;
    if (wanted == 4 && tail < rest.size() && contains(U"挂学警港澳领", nextCodePoint(rest, tail))
        && tail == rest.size())
        return kStrong;
    return no(CheckReason::Character);
}

Outcome checkCnPostcode(std::string_view value) {
    if (value.size() != 6)
        return no(CheckReason::Length);
    return allDigits(value) ? kWeak : no(CheckReason::Character);
}

Outcome checkRecordNo(std::string_view value) {
    if (value.size() < 2 || value.size() > 40)
        return no(CheckReason::Length);
    bool digit = false;
    for (const char c : value) {
        if (!isAlnum(c) && c != '-' && c != '_' && c != '/')
            return no(CheckReason::Character);
        digit = digit || isDigit(c);
    }
    return digit ? kWeak : no(CheckReason::Character);
}

Outcome checkCnDivision(std::string_view value) {
    // province 2, prefecture 4, county 6, street 9, village 12
    const bool length = value.size() == 2 || value.size() == 4 || value.size() == 6 || value.size() == 9
                        || value.size() == 12;
    if (!length)
        return no(CheckReason::Length);
    if (!allDigits(value))
        return no(CheckReason::Character);
    return isProvinceAt(value, 0) ? kWeak : no(CheckReason::Division);
}

} // namespace mangrove::classify
