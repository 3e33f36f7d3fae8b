// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/checker_parts.h"

#include <algorithm>

namespace mangrove::classify {

namespace {

/// ddd-dd-dddd or nine digits; `dashed` says which.
bool nineDigits(std::string_view value, std::array<char, 9>& digits, bool& dashed) {
    dashed =
        value.size() == 11 && value[3] == value[6] && (value[3] == '-' || value[3] == ' ' || value[3] == '.');
    if (value.size() != 9 && !dashed)
        return false;
    std::size_t size = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (dashed && (i == 3 || i == 6))
            continue;
        if (!isDigit(value[i]))
            return false;
        digits[size++] = value[i];
    }
    return true;
}

constexpr std::string_view kMbiLetters = "ACDEFGHJKMNPQRTUVWXY";

bool mbiSymbol(char symbol, char wanted) {
    symbol = isLower(symbol) ? static_cast<char>(symbol - 32) : symbol;
    const bool letter = kMbiLetters.find(symbol) != std::string_view::npos;
    switch (wanted) {
    case 'C':
        return symbol >= '1' && symbol <= '9';
    case 'A':
        return letter;
    case 'N':
        return isDigit(symbol);
    default:
        return letter || isDigit(symbol);
    }
}

} // namespace

Outcome checkUsSsn(std::string_view value) {
    std::array<char, 9> digits{};
    bool dashed = false;
    if (!nineDigits(value, digits, dashed))
        return no(value.size() == 9 || value.size() == 11 ? CheckReason::Character : CheckReason::Length);
    const std::string_view view(digits.data(), digits.size());
    const std::string_view area = view.substr(0, 3);
    const bool reserved = area == "000" || area == "666" || area[0] == '9' || view.substr(3, 2) == "00"
                          || view.substr(5) == "0000"
                          || view.find_first_not_of(view[0]) == std::string_view::npos || view == "123456789"
                          || view == "987654320" || view == "078051120";
    if (reserved)
        return dashed ? near(CheckReason::Reserved) : no(CheckReason::Reserved);
    return dashed ? kStrong : kWeak;
}

Outcome checkUsItin(std::string_view value) {
    std::array<char, 9> digits{};
    bool dashed = false;
    bool nine = nineDigits(value, digits, dashed);
    if (!nine && value.size() == 10) { // 911-701234, 91170-1234: one of the two dashes forgotten
        const std::size_t dash = value[3] == '-' ? 3 : 5;
        std::copy(value.begin(), value.begin() + static_cast<std::ptrdiff_t>(dash), digits.begin());
        std::copy(value.begin() + static_cast<std::ptrdiff_t>(dash) + 1, value.end(),
                  digits.begin() + static_cast<std::ptrdiff_t>(dash));
        nine = value[dash] == '-' && allDigits({digits.data(), digits.size()});
    }
    if (!nine)
        return no(value.size() == 9 || value.size() == 11 ? CheckReason::Character : CheckReason::Length);
    if (digits[0] != '9')
        return no(CheckReason::Prefix);
    const unsigned group = digitOf(digits[3]) * 10 + digitOf(digits[4]);
    const bool known = (group >= 50 && group <= 65) || (group >= 70 && group <= 88)
                       || (group >= 90 && group <= 92) || (group >= 94 && group <= 99);
    if (!known)
        return no(CheckReason::Range);
    return dashed ? kStrong : kWeak;
}

Outcome checkUsNpi(std::string_view value) {
    const DigitBuffer buffer = collectDigits(value);
    if (!buffer.ok)
        return no(CheckReason::Character);
    const std::string_view digits = buffer.view();
    if (digits.size() != 10)
        return no(CheckReason::Length);
    if (digits[0] != '1' && digits[0] != '2')
        return no(CheckReason::Prefix);
    if (digits.substr(0, 9).find_first_not_of(digits[0]) == std::string_view::npos)
        return no(CheckReason::Reserved);
    return luhnWithPrefix("80840", digits) ? kStrong : near(CheckReason::CheckDigit);
}

Outcome checkUsDea(std::string_view value) {
    if (value.size() != 9)
        return no(CheckReason::Length);
    if (!isAlpha(value[0]) || !(isAlpha(value[1]) || value[1] == '9') || !allDigits(value.substr(2)))
        return no(CheckReason::Character);
    // the kinds of registrants in use
    if (std::string_view("ABCDEFGHJKLMPRSTUX")
            .find(isLower(value[0]) ? static_cast<char>(value[0] - 32) : value[0])
        == std::string_view::npos)
        return no(CheckReason::Prefix);
    const auto d = [&](std::size_t i) { return digitOf(value[i + 1]); };
    const unsigned sum = d(1) + d(3) + d(5) + 2 * (d(2) + d(4) + d(6));
    return sum % 10 == d(7) ? kStrong : near(CheckReason::CheckDigit);
}

Outcome checkUsMbi(std::string_view value) {
    constexpr std::string_view kForm =
        "CAXNAXNAANN"; // CMS: C 1-9, A letter without S L O I B Z, N digit, X either
    const bool dashed = value.size() == 13 && value[4] == '-' && value[8] == '-';
    if (value.size() != kForm.size() && !dashed)
        return no(CheckReason::Length);
    std::size_t at = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (dashed && (i == 4 || i == 8))
            continue;
        if (!mbiSymbol(value[i], kForm[at++]))
            return no(CheckReason::Character);
    }
    return kStrong;
}

Outcome checkUsAba(std::string_view value) {
    std::array<char, 9> digits{};
    if (value.size() == 11 && value[4] == '-' && value[9] == '-') { // 3222-7162-7
        std::copy_n(value.begin(), 4, digits.begin());
        std::copy_n(value.begin() + 5, 4, digits.begin() + 4);
        digits[8] = value[10];
        value = {digits.data(), digits.size()};
    }
    if (value.size() != 9)
        return no(CheckReason::Length);
    if (!allDigits(value))
        return no(CheckReason::Character);
    const unsigned head = numberAt(value, 0, 2);
    if (head > 12 && !(head >= 21 && head <= 32) && !(head >= 61 && head <= 72) && head != 80)
        return no(CheckReason::Prefix);
    constexpr std::array<std::uint8_t, 9> kWeights{3, 7, 1, 3, 7, 1, 3, 7, 1};
    return weightedSum(value, kWeights) % 10 == 0 ? kWeak : near(CheckReason::CheckDigit);
}

Outcome checkUsPassport(std::string_view value) {
    if (value.size() != 9)
        return no(CheckReason::Length);
    return hasForm(value, "999999999") || hasForm(value, "A99999999") ? kWeak : no(CheckReason::Character);
}

Outcome checkUsZip(std::string_view value) {
    if (hasForm(value, "99999-9999"))
        return kStrong;
    if (value.size() != 5 && value.size() != 9) // nine as the register of providers prints them
        return no(CheckReason::Length);
    return allDigits(value) ? kWeak : no(CheckReason::Character);
}

Outcome checkUkNhs(std::string_view value) {
    const DigitBuffer buffer = collectDigits(value);
    if (!buffer.ok)
        return no(CheckReason::Character);
    const std::string_view digits = buffer.view();
    if (digits.size() != 10)
        return no(CheckReason::Length);
    constexpr std::array<std::uint8_t, 9> kWeights{10, 9, 8, 7, 6, 5, 4, 3, 2};
    const unsigned check = 11 - weightedSum(digits, kWeights) % 11;
    return check != 10 && check % 11 == digitOf(digits[9]) ? kStrong : near(CheckReason::CheckDigit);
}

Outcome checkUkNino(std::string_view value) {
    std::array<char, 9> symbols{};
    std::size_t size = 0;
    for (const char c : value) {
        if (c == ' ')
            continue;
        if (size == symbols.size())
            return no(CheckReason::Length);
        symbols[size++] = isLower(c) ? static_cast<char>(c - 32) : c;
    }
    const std::string_view view(symbols.data(), size);
    if (!hasForm(view, "AA999999A"))
        return no(size == 9 ? CheckReason::Character : CheckReason::Length);
    const std::string_view prefix = view.substr(0, 2);
    for (const std::string_view barred : {"BG", "GB", "NK", "KN", "TN", "NT", "ZZ"})
        if (prefix == barred)
            return no(CheckReason::Prefix);
    if (std::string_view("DFIQUV").find(prefix[0]) != std::string_view::npos
        || std::string_view("DFIOQUV").find(prefix[1]) != std::string_view::npos)
        return no(CheckReason::Prefix);
    return view[8] <= 'D' ? kStrong : no(CheckReason::Range);
}

Outcome checkUkPostcode(std::string_view value) {
    if (value == "GIR 0AA" || value == "GIR0AA") // the one code outside the scheme
        return kStrong;
    const auto blank = value.find(' ');
    const std::string_view inward = value.size() > 3 ? value.substr(value.size() - 3) : std::string_view();
    if (!hasForm(inward, "9AA"))
        return no(CheckReason::Character);
    const std::string_view outward =
        value.substr(0, blank == std::string_view::npos ? value.size() - 3 : value.size() - 4);
    // BS 7666: letters that look alike are left out by position
    const auto among = [](char c, std::string_view barred) {
        return barred.find(c) != std::string_view::npos;
    };
    if (outward.size() < 2 || among(outward[0], "QVX") || among(outward[1], "IJZ")
        || among(inward[1], "CIKMOV") || among(inward[2], "CIKMOV"))
        return no(CheckReason::Character);
    for (const std::string_view form : {"A9", "A99", "AA9", "AA99", "A9A", "AA9A"})
        if (hasForm(outward, form))
            return blank == std::string_view::npos ? kWeak : kStrong;
    return no(CheckReason::Character);
}

namespace {

/// yymmdd-gnnnnnc: birth date, a digit for century, sex and nationality, and (of numbers before October 2020)
/// a check digit. `foreign` = registration of foreigners, digits 5 to 8, whose check digit is 2 further on.
Outcome checkKorean(std::string_view value, bool foreign) {
    const bool dashed = value.size() == 14 && value[6] == '-';
    if (value.size() != 13 && !dashed)
        return no(CheckReason::Length);
    std::array<char, 13> digits{};
    std::size_t size = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (dashed && i == 6)
            continue;
        if (!isDigit(value[i]))
            return no(CheckReason::Character);
        digits[size++] = value[i];
    }
    const std::string_view view(digits.data(), size);
    const unsigned century = digitOf(view[6]);
    const bool fits = foreign ? century >= 5 && century <= 8 : century >= 1 && century <= 4;
    if (!fits)
        return no(CheckReason::Prefix);
    const unsigned base = (century - 1) % 4 < 2 ? 1900U : 2000U;
    if (!isValidDate(static_cast<int>(base + numberAt(view, 0, 2)), numberAt(view, 2, 2),
                     numberAt(view, 4, 2)))
        return no(CheckReason::Date);
    constexpr std::array<std::uint8_t, 12> kWeights{2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5};
    const unsigned check = (11 + (foreign ? 2U : 0U) - weightedSum(view, kWeights) % 11) % 10;
    return check == digitOf(view[12]) ? kStrong : kWeak; // numbers given since October 2020 have none
}

} // namespace

Outcome checkKrRrn(std::string_view value) {
    return checkKorean(value, false);
}

Outcome checkKrFrn(std::string_view value) {
    return checkKorean(value, true);
}

/// Three digits of the tax office, two of the form of business, four in order, one to check, the eighth
/// weight counting its tens as well (National Tax Service's rule, as the public test tables have it).
Outcome checkKrBrn(std::string_view value) {
    const DigitBuffer buffer = collectDigits(value);
    if (!buffer.ok)
        return no(CheckReason::Character);
    const std::string_view digits = buffer.view();
    if (digits.size() != 10)
        return no(CheckReason::Length);
    if (buffer.separated && !hasForm(value, "999-99-99999"))
        return no(CheckReason::Character);
    if (numberAt(digits, 0, 3) < 101 || numberAt(digits, 3, 2) == 0 || numberAt(digits, 5, 4) == 0)
        return no(CheckReason::Range);
    constexpr std::array<std::uint8_t, 9> kWeights{1, 3, 7, 1, 3, 7, 1, 3, 5};
    const unsigned sum = weightedSum(digits, kWeights) + digitOf(digits[8]) * 5 / 10;
    return (10 - sum % 10) % 10 == digitOf(digits[9]) ? kStrong : near(CheckReason::CheckDigit);
}

/// Kind, three digits, a letter and four digits since December 2021; kind and eight digits before.
Outcome checkKrPassport(std::string_view value) {
    if (value.size() != 9)
        return no(CheckReason::Length);
    if (std::string_view("MSRODG").find(value[0]) == std::string_view::npos)
        return no(CheckReason::Prefix);
    return hasForm(value, "A999A9999") || hasForm(value, "A99999999") ? kWeak : no(CheckReason::Character);
}

Outcome checkSgNric(std::string_view value) {
    if (value.size() != 9)
        return no(CheckReason::Length);
    if (!hasForm(value, "A9999999A"))
        return no(CheckReason::Character);
    constexpr std::array<std::uint8_t, 7> kWeights{2, 7, 6, 5, 4, 3, 2};
    unsigned sum = weightedSum(value.substr(1), kWeights);
    std::string_view letters;
    switch (value[0]) {
    case 'T':
        sum += 4;
        [[fallthrough]];
    case 'S':
        letters = "JZIHGFEDCBA";
        break;
    case 'G':
        sum += 4;
        [[fallthrough]];
    case 'F':
        letters = "XWUTRQPNMLK";
        break;
    case 'M':
        sum += 3;
        letters = "KLJNPQRTUWX"; // read backwards for M, so the remainder counts from the end
        return letters[10 - sum % 11] == value[8] ? kStrong : near(CheckReason::CheckDigit);
    default:
        return no(CheckReason::Prefix);
    }
    return letters[sum % 11] == value[8] ? kStrong : near(CheckReason::CheckDigit);
}

namespace {

/// The letter at the end of a business's (8 digits) or company's (year and 5 digits) number.
template<std::size_t N>
Outcome checkUenLetter(std::string_view value, const std::array<std::uint8_t, N>& weights,
                       std::string_view letters) {
    return letters[weightedSum(value, weights) % 11] == value.back() ? kStrong
                                                                     : near(CheckReason::CheckDigit);
}

/// T, S or R for the century, two digits of the year, two letters of the kind of entity, four digits, a
/// letter to check.
Outcome checkUenOfOthers(std::string_view value) {
    constexpr std::string_view kSymbols = "ABCDEFGHJKLMNPQRSTUVWX0123456789";
    constexpr std::array<std::uint8_t, 9> kWeights{4, 3, 5, 3, 10, 2, 2, 5, 7};
    std::size_t sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i) {
        const std::size_t symbol = kSymbols.find(value[i]);
        if (symbol == std::string_view::npos)
            return no(CheckReason::Character);
        sum += symbol * kWeights[i];
    }
    return kSymbols[(sum + 11 - 5) % 11] == value[9] ? kStrong : near(CheckReason::CheckDigit);
}

} // namespace

Outcome checkSgUen(std::string_view value) {
    if (hasForm(value, "99999999A"))
        return checkUenLetter(value, std::array<std::uint8_t, 8>{10, 4, 9, 3, 8, 2, 7, 1}, "XMKECAWLJDB");
    if (value.size() != 10)
        return no(value.size() == 9 ? CheckReason::Character : CheckReason::Length);
    if (hasForm(value, "999999999A")) {
        if (const unsigned year = numberAt(value, 0, 4); year < 1800 || year > 2099)
            return no(CheckReason::Range);
        return checkUenLetter(value, std::array<std::uint8_t, 9>{10, 8, 6, 4, 9, 7, 5, 3, 1}, "ZKCMDNERGWH");
    }
    if (std::string_view("TSR").find(value[0]) == std::string_view::npos)
        return no(CheckReason::Prefix);
    return hasForm(value, "A99AA9999A") ? checkUenOfOthers(value) : no(CheckReason::Character);
}

Outcome checkInAadhaar(std::string_view value) {
    std::array<char, 14> plain{};
    if (value.size() > plain.size())
        return no(CheckReason::Length);
    std::transform(value.begin(), value.end(), plain.begin(), [](char c) { return c == ':' ? '-' : c; });
    const DigitBuffer buffer = collectDigits({plain.data(), value.size()});
    if (!buffer.ok)
        return no(CheckReason::Character);
    const std::string_view digits = buffer.view();
    if (digits.size() != 12)
        return no(CheckReason::Length);
    if (digits[0] < '2')
        return no(CheckReason::Prefix);
    if (std::equal(digits.begin(), digits.begin() + 6, digits.rbegin())) // UIDAI gives no palindromes
        return no(CheckReason::Reserved);
    return verhoeff(digits) ? kStrong : near(CheckReason::CheckDigit);
}

Outcome checkInPan(std::string_view value) {
    if (value.size() != 10)
        return no(CheckReason::Length);
    if (!hasForm(value, "AAAAA9999A"))
        return no(CheckReason::Character);
    return std::string_view("ABCFGHLJPT").find(value[3]) != std::string_view::npos ? kStrong
                                                                                   : no(CheckReason::Prefix);
}

/// State (01…37), the holder's PAN, number of the registration, Z, check symbol: Luhn over 36 symbols.
Outcome checkInGstin(std::string_view value) {
    if (value.size() != 15)
        return no(CheckReason::Length);
    if (!hasForm(value, "99AAAAA9999ANZN"))
        return no(CheckReason::Character);
    const unsigned state = numberAt(value, 0, 2);
    if (state < 1 || state > 37 || value[12] == '0' || numberAt(value, 7, 4) == 0)
        return no(CheckReason::Range);
    unsigned sum = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const char c = value[value.size() - 1 - i];
        const unsigned symbol = isDigit(c) ? digitOf(c) : static_cast<unsigned>(c - 'A') + 10;
        const unsigned product = symbol * (i % 2 == 0 ? 1 : 2);
        sum += product / 36 + product % 36;
    }
    return sum % 36 == 0 ? kStrong : near(CheckReason::CheckDigit);
}

Outcome checkInPassport(std::string_view value) {
    if (value.size() != 8)
        return no(CheckReason::Length);
    return hasForm(value, "A9999999") && value[1] != '0' && value[7] != '0' ? kWeak
                                                                            : no(CheckReason::Character);
}

/// Three letters of the constituency, six digits in order and their Luhn digit; older cards have none.
Outcome checkInVoter(std::string_view value) {
    if (value.size() != 10)
        return no(CheckReason::Length);
    if (!hasForm(value, "AAA9999999"))
        return no(CheckReason::Character);
    return luhn(value.substr(3)) ? kStrong : kWeak;
}

Outcome checkThNationalId(std::string_view value) {
    const DigitBuffer buffer = collectDigits(value);
    if (!buffer.ok)
        return no(CheckReason::Character);
    const std::string_view digits = buffer.view();
    if (digits.size() != 13)
        return no(CheckReason::Length);
    if (digits[0] == '0' || digits[0] == '9')
        return no(CheckReason::Prefix);
    // the second and third digits are a province (ISO 3166-2:TH): last digit in use of each ten
    constexpr std::array<std::uint8_t, 10> kLastProvince{0, 9, 7, 9, 9, 8, 7, 7, 6, 6};
    const unsigned ten = digitOf(digits[1]);
    if (ten == 0 || digitOf(digits[2]) > kLastProvince[ten])
        return no(CheckReason::Prefix);
    constexpr std::array<std::uint8_t, 12> kWeights{13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2};
    return (11 - weightedSum(digits, kWeights) % 11) % 10 == digitOf(digits[12])
               ? kStrong
               : near(CheckReason::CheckDigit);
}

} // namespace mangrove::classify
