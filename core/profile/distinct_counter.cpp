// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/distinct_counter.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace mangrove::profile {

namespace {

constexpr std::size_t kFirstHashes = 64;

/// Moves the different ones among `hashes` to `to`, in order of first appearance; how many they are. None is
/// 0. `slots` is memory to work in.
std::size_t copyDistinct(std::span<const std::uint64_t> hashes, std::uint64_t* to,
                         std::vector<std::uint64_t>& slots) {
    const std::size_t size = std::bit_ceil(hashes.size() * 2 + 1);
    slots.assign(size, 0);
    std::size_t kept = 0;
    for (const std::uint64_t hash : hashes) {
        std::size_t slot = hash & (size - 1);
        while (slots[slot] != 0 && slots[slot] != hash)
            slot = (slot + 1) & (size - 1);
        to[kept] = hash;
        kept += slots[slot] == 0 ? 1 : 0;
        slots[slot] = hash;
    }
    return kept;
}

} // namespace

std::size_t DistinctCounter::bytesFor(std::size_t hashes) {
    return std::max(kFirstHashes, std::bit_ceil(hashes * 2)) * sizeof(std::uint64_t);
}

void DistinctCounter::add(std::span<const std::uint64_t> hashes) {
    for (std::size_t i = 0; i < hashes.size();) {
        if (!exact()) {
            sketch(hashes[i++]);
            continue;
        }
        const std::size_t room = bytesFor(m_distinct) / sizeof(std::uint64_t) - m_hashes.size();
        const auto part = hashes.subspan(i, std::min(room, hashes.size() - i));
        m_hashes.reserve(m_hashes.size() + room);
        for (const std::uint64_t hash : part) {
            if (hash != 0)
                m_hashes.push_back(hash);
            else
                m_hasZero = true;
        }
        i += part.size();
        if (part.size() == room)
            settle();
    }
}

void DistinctCounter::settle() {
    if (!exact())
        return;
    if (m_hashes.size() > m_distinct)
        throwOutRepeated();
    if (size() > m_exactLimit)
        turnToSketch();
}

/// By the first bits of the hash into parts that fit in the second-level cache together with their table.
void DistinctCounter::throwOutRepeated() {
    constexpr std::size_t kPart = 2048;
    const unsigned bits = static_cast<unsigned>(std::bit_width(m_hashes.size() / kPart));
    std::vector<std::uint64_t> slots;
    std::vector<std::uint64_t> sorted(m_hashes.size());
    std::vector<std::size_t> starts((std::size_t{1} << bits) + 1);
    const auto partOf = [bits](std::uint64_t hash) { return bits == 0 ? 0 : hash >> (64U - bits); };
    for (const std::uint64_t hash : m_hashes)
        ++starts[partOf(hash) + 1];
    for (std::size_t part = 1; part < starts.size(); ++part)
        starts[part] += starts[part - 1];
    std::vector<std::size_t> next(starts.begin(), starts.end() - 1);
    for (const std::uint64_t hash : m_hashes)
        sorted[next[partOf(hash)]++] = hash;
    m_distinct = 0;
    for (std::size_t part = 0; part + 1 < starts.size(); ++part) {
        const auto hashes = std::span(sorted).subspan(starts[part], starts[part + 1] - starts[part]);
        m_distinct += copyDistinct(hashes, m_hashes.data() + m_distinct, slots);
    }
    m_hashes.resize(m_distinct);
}

void DistinctCounter::sketch(std::uint64_t hash) {
    const std::size_t index = hash >> (64U - m_bits);
    const std::uint64_t stop = std::uint64_t{1} << (m_bits - 1);
    const auto rank = static_cast<std::uint8_t>(std::countl_zero((hash << m_bits) | stop) + 1);
    m_registers[index] = std::max(m_registers[index], rank);
}

unsigned DistinctCounter::registerBits() const {
    constexpr std::size_t kMost = 1U << 16U;
    return static_cast<unsigned>(std::countr_zero(std::min(kMost, bytesFor(m_exactLimit))));
}

void DistinctCounter::turnToSketch() {
    m_bits = registerBits();
    m_registers.assign(std::size_t{1} << m_bits, 0);
    for (const std::uint64_t hash : m_hashes)
        sketch(hash);
    if (m_hasZero)
        sketch(0);
    m_hashes = std::vector<std::uint64_t>(); // {} would keep the memory
    m_distinct = 0;
}

/// Two registers to one, as if there had been half as many from the beginning: the last bit of the index
/// becomes the first of the bits whose leading zeros are counted.
void DistinctCounter::foldRegisters() {
    --m_bits;
    for (std::size_t i = 0; i < std::size_t{1} << m_bits; ++i) {
        const std::uint8_t even = m_registers[2 * i];
        const std::uint8_t odd = m_registers[2 * i + 1];
        m_registers[i] = std::max<std::uint8_t>(even == 0 ? 0 : even + 1, odd == 0 ? 0 : 1);
    }
    m_registers.resize(std::size_t{1} << m_bits);
    m_registers.shrink_to_fit();
}

void DistinctCounter::lowerLimit(std::size_t exactLimit) {
    m_exactLimit = exactLimit;
    settle();
    while (!exact() && m_bits > registerBits())
        foldRegisters();
}

double DistinctCounter::standardError() const {
    return exact() ? 0 : 1.04 / std::sqrt(static_cast<double>(m_registers.size()));
}

std::uint64_t DistinctCounter::count() const {
    if (exact())
        return size();
    double sum = 0;
    for (const std::uint8_t rank : m_registers)
        sum += std::ldexp(1.0, -static_cast<int>(rank));
    const auto m = static_cast<double>(m_registers.size());
    const double alpha = 0.7213 / (1.0 + 1.079 / m);
    // Small-range correction of the paper: it matters where little memory forced an early change.
    const auto zeros = std::count(m_registers.begin(), m_registers.end(), std::uint8_t{0});
    const double raw = alpha * m * m / sum;
    if (raw <= 2.5 * m && zeros > 0)
        return static_cast<std::uint64_t>(std::llround(m * std::log(m / static_cast<double>(zeros))));
    // The 64 bits of the hashes leave no large-range bias.
    return static_cast<std::uint64_t>(std::llround(raw));
}

} // namespace mangrove::profile
