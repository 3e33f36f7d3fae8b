// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "classify/check_digits.h"
#include "classify/checkers.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace mangrove::classify {

/// Small parts that several checkers share. Pure functions without allocation.

/// The digits of a value that may be grouped by single ' ' or '-', in a fixed buffer.
struct DigitBuffer {
    std::array<char, 24> digits{};
    std::size_t size = 0;
    bool separated = false; ///< a separator was seen
    bool ok = true;         ///< false: another character, two separators in a row, or too many digits

    [[nodiscard]] std::string_view view() const { return {digits.data(), size}; }
};
[[nodiscard]] inline DigitBuffer collectDigits(std::string_view value) {
    DigitBuffer buffer;
    bool last = true; // a separator may not come first
    for (const char c : value) {
        if (isDigit(c) && buffer.size < buffer.digits.size()) {
            buffer.digits[buffer.size++] = c;
            last = false;
        } else if ((c == ' ' || c == '-') && !last) {
            buffer.separated = true;
            last = true;
        } else {
            buffer.ok = false;
            return buffer;
        }
    }
    buffer.ok = !last;
    return buffer;
}

/// GB/T 2260 province codes in use: 11–15 21–23 31–37 41–46 50–54 61–65 71 81 82 83.
[[nodiscard]] constexpr bool isProvince(unsigned code) {
    constexpr std::array<std::uint8_t, 10> kLast{0, 5, 3, 7, 6, 4, 5, 1, 3, 0};
    const unsigned tens = code / 10;
    const unsigned ones = code % 10;
    if (tens == 5)
        return ones <= kLast[5];
    return tens >= 1 && tens <= 8 && ones >= 1 && ones <= kLast[tens];
}
[[nodiscard]] inline bool isProvinceAt(std::string_view value, std::size_t at) {
    return isProvince(numberAt(value, at, 2));
}

/// yyyymmdd of a person: 1800…2099 and a day of the calendar.
[[nodiscard]] inline bool isBirthDateAt(std::string_view value, std::size_t at) {
    const unsigned year = numberAt(value, at, 4);
    return year >= 1800 && year <= 2099
           && isValidDate(static_cast<int>(year), numberAt(value, at + 4, 2), numberAt(value, at + 6, 2));
}

/// Does `value` have the form `pattern`, character by character? 9 = digit, A = capital letter, N = digit or
/// capital; anything else stands for itself.
[[nodiscard]] constexpr bool hasForm(std::string_view value, std::string_view pattern) {
    if (value.size() != pattern.size())
        return false;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const char c = value[i];
        const bool fits = pattern[i] == '9'   ? isDigit(c)
                          : pattern[i] == 'A' ? isUpper(c)
                          : pattern[i] == 'N' ? isDigit(c) || isUpper(c)
                                              : c == pattern[i];
        if (!fits)
            return false;
    }
    return true;
}

} // namespace mangrove::classify
