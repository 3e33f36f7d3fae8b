// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::test {

/// Makes random strings of a form quickly: SplitMix64 with four symbols out of each draw of 64 bits (a
/// symbol's share is off by less than 0.2 %). One thread.
///
/// The letters of a form: 9 digit, A capital, N capital or digit, W small letter, L small letter or digit, H
/// small hexadecimal digit, P printable ASCII, U symbol of a credit code (31), V symbol of a vehicle number
/// (33), B base 58, E bech32, M machine-readable zone, Y digit or X, C one of 3,000 Han characters, D a
/// day of the years 1900 to 2019 (yyyymmdd). A backslash takes the next character as it is; others stand for
/// themselves.
class ChanceStrings {
public:
    ChanceStrings(std::string_view form, std::uint64_t seed);
    /// The next string; valid until the next call.
    const std::string& next();

private:
    std::size_t below(std::size_t bound);

    struct Part {
        std::string_view alphabet; ///< empty: `letter`
        char letter = 0;
    };
    std::vector<Part> m_parts;
    std::string m_text;
    std::uint64_t m_state;
    std::uint64_t m_bits = 0;
    unsigned m_left = 0;
};

} // namespace mangrove::test
