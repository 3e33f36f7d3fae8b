// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mangrove::classify {

/// Check digit rules. All take ASCII text whose characters have been tested before (digits unless said
/// otherwise), allocate nothing and never fail.

[[nodiscard]] constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool isUpper(char c) {
    return c >= 'A' && c <= 'Z';
}
[[nodiscard]] constexpr bool isLower(char c) {
    return c >= 'a' && c <= 'z';
}
[[nodiscard]] constexpr bool isAlpha(char c) {
    return isUpper(c) || isLower(c);
}
[[nodiscard]] constexpr bool isAlnum(char c) {
    return isDigit(c) || isAlpha(c);
}
[[nodiscard]] constexpr bool isHexDigit(char c) {
    return isDigit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}
[[nodiscard]] constexpr unsigned digitOf(char c) {
    return static_cast<unsigned>(c - '0');
}
[[nodiscard]] constexpr bool allDigits(std::string_view text) {
    for (const char c : text)
        if (!isDigit(c))
            return false;
    return !text.empty();
}
/// The value of text[at, at + count), digits.
[[nodiscard]] constexpr unsigned numberAt(std::string_view text, std::size_t at, std::size_t count) {
    unsigned value = 0;
    for (std::size_t i = at; i < at + count; ++i)
        value = value * 10 + digitOf(text[i]);
    return value;
}

/// ISO/IEC 7812-1 annex B, the last digit being the check digit.
[[nodiscard]] bool luhn(std::string_view digits);
/// Luhn over `prefix` + `digits` (NPI: prefix 80840).
[[nodiscard]] bool luhnWithPrefix(std::string_view prefix, std::string_view digits);
/// GB 11643-1999 5.2, ISO 7064 MOD 11-2 over the first 17 characters: the 18th ('0'…'9' or 'X').
[[nodiscard]] char mod11_2(std::string_view first17);
/// GB 32100-2015 A: the 18th character of a unified social credit code, 0 where a symbol is not of the 31.
[[nodiscard]] char mod31(std::string_view first17);
/// GB 11714: the 9th character of an organisation code from the first eight (digits and capitals).
[[nodiscard]] char organisationCheck(std::string_view first8);
/// GS1 general specifications 7.9: mod 10 with weights 3, 1 from the right; the last digit is the check
/// digit.
[[nodiscard]] bool gs1Mod10(std::string_view digits);
/// Verhoeff 1969, the last digit being the check digit (SNOMED CT, Aadhaar).
[[nodiscard]] bool verhoeff(std::string_view digits);
/// ISO 13616 / ISO 7064 MOD 97-10 over letters and digits without blanks, country and check first.
[[nodiscard]] bool ibanMod97(std::string_view iban);
/// ISO 3779 / 49 CFR 565: position 9 of a 17-character vehicle number; false also for I, O, Q.
[[nodiscard]] bool vinCheck(std::string_view vin);

/// Σ digit·weight over the first weights.size() digits.
template<std::size_t N>
[[nodiscard]] constexpr unsigned weightedSum(std::string_view digits,
                                             const std::array<std::uint8_t, N>& weights) {
    unsigned sum = 0;
    for (std::size_t i = 0; i < N; ++i)
        sum += digitOf(digits[i]) * weights[i];
    return sum;
}

} // namespace mangrove::classify
