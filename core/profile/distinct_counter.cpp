// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/distinct_counter.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace mangrove::profile {

namespace {

constexpr std::size_t kFirstSlots = 64;

} // namespace

std::size_t DistinctCounter::bytesFor(std::size_t hashes) {
    return std::max(kFirstSlots, std::bit_ceil(hashes * 2)) * sizeof(std::uint64_t);
}

void DistinctCounter::add(std::span<const std::uint64_t> hashes) {
    constexpr std::size_t kAhead = 12;
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        if (i + kAhead < hashes.size() && !m_slots.empty())
            __builtin_prefetch(&m_slots[hashes[i + kAhead] & (m_slots.size() - 1)]);
        add(hashes[i]);
    }
}

void DistinctCounter::insert(std::uint64_t hash) {
    if (m_slots.empty())
        grow();
    std::size_t slot = slotOf(hash);
    if (hash != 0 ? m_slots[slot] == hash : m_hasZero)
        return;
    if (size() + 1 > m_exactLimit) {
        turnToSketch();
        sketch(hash);
        return;
    }
    if (hash == 0) {
        m_hasZero = true;
        return;
    }
    if ((m_size + 1) * 2 > m_slots.size()) {
        grow();
        slot = slotOf(hash);
    }
    m_slots[slot] = hash;
    ++m_size;
}

/// Where the hash is, or the free slot where it belongs.
std::size_t DistinctCounter::slotOf(std::uint64_t hash) const {
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = hash & mask;
    while (m_slots[slot] != 0 && m_slots[slot] != hash)
        slot = (slot + 1) & mask;
    return slot;
}

void DistinctCounter::grow() {
    std::vector<std::uint64_t> old = std::move(m_slots);
    m_slots.assign(old.empty() ? kFirstSlots : old.size() * 2, 0);
    for (const std::uint64_t hash : old) {
        if (hash != 0)
            m_slots[slotOf(hash)] = hash;
    }
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
    for (const std::uint64_t hash : m_slots) {
        if (hash != 0)
            sketch(hash);
    }
    if (m_hasZero)
        sketch(0);
    m_slots = std::vector<std::uint64_t>(); // {} would keep the memory
    m_size = 0;
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
    if (exact() && size() > m_exactLimit)
        turnToSketch();
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
