// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/check_digits.h"

namespace mangrove::classify {

namespace {

struct LuhnSum {
    unsigned sum = 0;
    bool twice = false;

    void add(char digit) {
        const unsigned value = digitOf(digit) << (twice ? 1U : 0U);
        sum += value > 9 ? value - 9 : value;
        twice = !twice;
    }
    void addBackwards(std::string_view digits) {
        for (std::size_t i = digits.size(); i-- > 0;)
            add(digits[i]);
    }
};

constexpr std::uint8_t kNotASymbol = 0xFF;

constexpr std::array<std::uint8_t, 128> makeUsccValues() {
    std::array<std::uint8_t, 128> values{};
    values.fill(kNotASymbol);
    std::uint8_t next = 0;
    for (const char c : std::string_view("0123456789ABCDEFGHJKLMNPQRTUWXY"))
        values[static_cast<unsigned char>(c)] = next++;
    return values;
}
constexpr auto kUsccValues = makeUsccValues();
constexpr std::string_view kUsccSymbols = "0123456789ABCDEFGHJKLMNPQRTUWXY";

} // namespace

bool luhn(std::string_view digits) {
    LuhnSum luhnSum;
    luhnSum.addBackwards(digits);
    return luhnSum.sum % 10 == 0;
}

bool luhnWithPrefix(std::string_view prefix, std::string_view digits) {
    LuhnSum luhnSum;
    luhnSum.addBackwards(digits);
    luhnSum.addBackwards(prefix);
    return luhnSum.sum % 10 == 0;
}

char mod11_2(std::string_view first17) {
    constexpr std::array<std::uint8_t, 17> kWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    return std::string_view("10X98765432")[weightedSum(first17, kWeights) % 11];
}

char mod31(std::string_view first17) {
    unsigned sum = 0;
    unsigned weight = 1;
    for (const char c : first17.substr(0, 17)) {
        const auto byte = static_cast<std::uint8_t>(c);
        if (byte >= kUsccValues.size() || kUsccValues[byte] == kNotASymbol)
            return 0;
        sum += kUsccValues[byte] * weight;
        weight = weight * 3 % 31;
    }
    return kUsccSymbols[(31 - sum % 31) % 31];
}

char organisationCheck(std::string_view first8) {
    constexpr std::array<std::uint8_t, 8> kWeights{3, 7, 9, 10, 5, 8, 4, 2};
    unsigned sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i)
        sum += kWeights[i]
               * (isDigit(first8[i]) ? digitOf(first8[i]) : static_cast<unsigned>(first8[i] - 'A') + 10U);
    const unsigned check = 11 - sum % 11;
    return check == 10 ? 'X' : check == 11 ? '0' : static_cast<char>('0' + static_cast<int>(check));
}

bool gs1Mod10(std::string_view digits) {
    unsigned sum = 0;
    unsigned weight = 1;
    for (std::size_t i = digits.size(); i-- > 0;) {
        sum += digitOf(digits[i]) * weight;
        weight = 4 - weight;
    }
    return sum % 10 == 0;
}

bool verhoeff(std::string_view digits) {
    static constexpr std::uint8_t kMultiply[10][10] = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4, 0, 6, 7, 8, 9, 5}, {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
        {3, 4, 0, 1, 2, 8, 9, 5, 6, 7}, {4, 0, 1, 2, 3, 9, 5, 6, 7, 8}, {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
        {6, 5, 9, 8, 7, 1, 0, 4, 3, 2}, {7, 6, 5, 9, 8, 2, 1, 0, 4, 3}, {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
        {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}};
    static constexpr std::uint8_t kPermute[8][10] = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 5, 7, 6, 2, 8, 3, 0, 9, 4}, {5, 8, 0, 3, 7, 9, 6, 1, 4, 2},
        {8, 9, 1, 6, 0, 4, 3, 5, 2, 7}, {9, 4, 5, 3, 1, 2, 6, 8, 7, 0}, {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
        {2, 7, 9, 3, 8, 0, 6, 4, 1, 5}, {7, 0, 4, 6, 9, 1, 3, 2, 5, 8}};
    unsigned state = 0;
    for (std::size_t i = 0; i < digits.size(); ++i)
        state = kMultiply[state][kPermute[i % 8][digitOf(digits[digits.size() - 1 - i])]];
    return state == 0;
}

bool ibanMod97(std::string_view iban) {
    unsigned remainder = 0;
    const auto feed = [&](char c) {
        if (isDigit(c))
            remainder = (remainder * 10 + digitOf(c)) % 97;
        else
            remainder = (remainder * 100 + static_cast<unsigned>((c | 0x20) - 'a') + 10U) % 97;
    };
    for (const char c : iban.substr(4))
        feed(c);
    for (const char c : iban.substr(0, 4))
        feed(c);
    return remainder == 1;
}

bool vinCheck(std::string_view vin) {
    constexpr std::array<std::uint8_t, 26> kLetters{1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4,
                                                    5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9};
    constexpr std::array<std::uint8_t, 17> kWeights{8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    unsigned sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i) {
        const char c = vin[i];
        const unsigned value = isDigit(c) ? digitOf(c) : kLetters[static_cast<std::size_t>((c | 0x20) - 'a')];
        if (value == 0 && !isDigit(c))
            return false;
        sum += value * kWeights[i];
    }
    const unsigned check = sum % 11;
    return vin[8] == (check == 10 ? 'X' : static_cast<char>('0' + static_cast<int>(check)))
           || (check == 10 && vin[8] == 'x');
}

} // namespace mangrove::classify
