// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"

#include <array>
#include <cstring>
#include <limits>

namespace mangrove {

std::uint64_t RandomSource::next() {
    std::array<std::uint8_t, 8> bytes{};
    fill(bytes);
    std::uint64_t value = 0;
    for (const std::uint8_t byte : bytes)
        value = (value << 8U) | byte;
    return value;
}

std::uint64_t RandomSource::below(std::uint64_t bound) {
    const std::uint64_t limit =
        std::numeric_limits<std::uint64_t>::max() - std::numeric_limits<std::uint64_t>::max() % bound;
    std::uint64_t value = next();
    while (value >= limit)
        value = next();
    return value % bound;
}

double RandomSource::unit() {
    return static_cast<double>(next() >> 11U) * 0x1.0p-53;
}

void SeededRandom::fill(std::span<std::uint8_t> bytes) {
    for (std::size_t i = 0; i < bytes.size(); i += 8) {
        m_state += 0x9E3779B97F4A7C15U;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        z ^= z >> 31U;
        for (std::size_t j = i; j < bytes.size() && j < i + 8; ++j) {
            bytes[j] = static_cast<std::uint8_t>(z & 0xFFU);
            z >>= 8U;
        }
    }
}

std::string makeId(std::string_view prefix, RandomSource& random) {
    static constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::string id(prefix);
    id += '-';
    std::uint64_t bits = random.next();
    for (int i = 0; i < 8; ++i) {
        id += kAlphabet[bits & 31U];
        bits >>= 5U;
    }
    return id;
}

} // namespace mangrove
