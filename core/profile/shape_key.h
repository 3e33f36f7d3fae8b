// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace mangrove::profile {

/// The character classes of a short ASCII text, byte for byte: 9 for a digit, A and a for letters, everything
/// else itself; zeros behind the end. Values of one column share few of them, and what follows from the
/// classes alone (pattern, length, blanks at the ends, which types are possible) is then found once per
/// shape.
struct ShapeKey {
    static constexpr std::uint32_t kMaxLength = 32;

    std::array<std::uint64_t, 4> words{};
    std::uint32_t length = 0;

    /// Reads 32 bytes from `text` whatever its length is. False: longer than kMaxLength, or not ASCII.
    [[nodiscard]] static bool make(const char* text, std::uint32_t length, ShapeKey& key);
    /// The classes as text.
    [[nodiscard]] std::string_view text() const {
        return {reinterpret_cast<const char*>(words.data()), length};
    }
    friend bool operator==(const ShapeKey& a, const ShapeKey& b) {
        // not left to the compiler, which calls memcmp for the array
        return ((a.words[0] ^ b.words[0]) | (a.words[1] ^ b.words[1]) | (a.words[2] ^ b.words[2])
                | (a.words[3] ^ b.words[3]))
                   == 0
               && a.length == b.length;
    }
};

} // namespace mangrove::profile
