// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace mangrove {

/// 64 well-mixed bits of a text, the same on every run: multiply and fold 128 bits, as in wyhash (Wang Yi
/// 2019). Not keyed: a file built to collide can slow a profile down, bounded by the limits of the tables,
/// but not falsify the exact dictionaries, which compare the texts.
[[nodiscard]] inline std::uint64_t foldMultiply(std::uint64_t a, std::uint64_t b) {
    __extension__ using Uint128 = unsigned __int128;
    const Uint128 product = Uint128(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

[[nodiscard]] inline std::uint64_t hashValue(std::string_view text) {
    constexpr std::uint64_t k0 = 0xA0761D6478BD642FULL;
    constexpr std::uint64_t k1 = 0xE7037ED1A0B428DBULL;
    const auto load8 = [](const char* from) {
        std::uint64_t word = 0;
        std::memcpy(&word, from, 8);
        return word;
    };
    const auto load4 = [](const char* from) {
        std::uint32_t word = 0;
        std::memcpy(&word, from, 4);
        return std::uint64_t{word};
    };
    const char* at = text.data();
    std::size_t left = text.size();
    std::uint64_t seed = k0 ^ text.size();
    while (left > 16) {
        seed = foldMultiply(load8(at) ^ k1, load8(at + 8) ^ seed);
        at += 16;
        left -= 16;
    }
    std::uint64_t a = 0;
    std::uint64_t b = 0;
    if (left >= 8) {
        a = load8(at);
        b = load8(at + left - 8);
    } else if (left >= 4) {
        a = load4(at);
        b = load4(at + left - 4);
    } else if (left > 0) {
        const auto byte = [](char c) { return std::uint64_t{static_cast<unsigned char>(c)}; };
        a = byte(at[0]) | (byte(at[left / 2]) << 8U) | (byte(at[left - 1]) << 16U);
    }
    return foldMultiply(k1 ^ foldMultiply(a ^ k1, b ^ seed), seed ^ k0);
}

} // namespace mangrove
