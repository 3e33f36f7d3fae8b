// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/keccak256.h"

#include <algorithm>
#include <bit>
#include <cstddef>

namespace mangrove::classify {

namespace {

using KeccakState = std::array<std::uint64_t, 25>;

/// FIPS 202 3.2, the five step mappings of one round; round constants by the LFSR of 3.2.5.
void keccakRound(KeccakState& a, unsigned& lfsr) {
    KeccakState b{};
    std::array<std::uint64_t, 5> column{};
    for (std::size_t x = 0; x < 5; ++x) // theta
        column[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
    for (std::size_t i = 0; i < 25; ++i)
        a[i] ^= column[(i + 4) % 5] ^ std::rotl(column[(i + 1) % 5], 1);
    b[0] = a[0];
    std::size_t x = 1;
    std::size_t y = 0;
    for (int t = 0; t < 24; ++t) { // rho and pi
        const int shift = (t + 1) * (t + 2) / 2 % 64;
        const std::size_t toX = y;
        const std::size_t toY = (2 * x + 3 * y) % 5;
        b[toX + 5 * toY] = std::rotl(a[x + 5 * y], shift);
        x = toX;
        y = toY;
    }
    for (std::size_t i = 0; i < 25; ++i) { // chi
        const std::size_t row = i - i % 5;
        a[i] = b[i] ^ (~b[row + (i + 1) % 5] & b[row + (i + 2) % 5]);
    }
    for (unsigned j = 0; j < 7; ++j) { // iota
        if ((lfsr & 1U) != 0)
            a[0] ^= std::uint64_t{1} << ((1U << j) - 1U);
        lfsr = ((lfsr << 1U) ^ ((lfsr >> 7U) * 0x71U)) & 0xFFU;
    }
}

} // namespace

std::array<std::uint8_t, 32> keccak256(std::string_view text) {
    constexpr std::size_t kRate = 136;
    KeccakState state{};
    const std::size_t size = std::min(text.size(), kRate - 1);
    const auto add = [&state](std::size_t at, std::uint8_t byte) {
        state[at / 8] ^= static_cast<std::uint64_t>(byte) << (8 * (at % 8));
    };
    for (std::size_t i = 0; i < size; ++i)
        add(i, static_cast<std::uint8_t>(text[i]));
    add(size, 0x01);
    add(kRate - 1, 0x80);
    unsigned lfsr = 1;
    for (int round = 0; round < 24; ++round)
        keccakRound(state, lfsr);
    std::array<std::uint8_t, 32> digest{};
    for (std::size_t i = 0; i < digest.size(); ++i)
        digest[i] = static_cast<std::uint8_t>(state[i / 8] >> (8 * (i % 8)));
    return digest;
}

} // namespace mangrove::classify
