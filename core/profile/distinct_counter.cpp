// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/distinct_counter.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace mangrove::profile {

namespace {

constexpr unsigned kRegisterBits = 16;
constexpr std::size_t kRegisters = std::size_t{1} << kRegisterBits;

} // namespace

void DistinctCounter::insert(std::uint64_t hash) {
    if (hash == 0) {
        m_hasZero = true;
        return;
    }
    if ((m_size + 1) * 2 > m_slots.size())
        grow();
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = hash & mask;
    while (m_slots[slot] != 0) {
        if (m_slots[slot] == hash)
            return;
        slot = (slot + 1) & mask;
    }
    m_slots[slot] = hash;
    if (++m_size + (m_hasZero ? 1 : 0) > kExactLimit)
        turnToSketch();
}

void DistinctCounter::grow() {
    std::vector<std::uint64_t> old = std::move(m_slots);
    m_slots.assign(old.empty() ? 1024 : old.size() * 2, 0);
    const std::size_t mask = m_slots.size() - 1;
    for (const std::uint64_t hash : old) {
        if (hash == 0)
            continue;
        std::size_t slot = hash & mask;
        while (m_slots[slot] != 0)
            slot = (slot + 1) & mask;
        m_slots[slot] = hash;
    }
}

void DistinctCounter::sketch(std::uint64_t hash) {
    const std::size_t index = hash >> (64U - kRegisterBits);
    const auto rank =
        static_cast<std::uint8_t>(std::countl_zero((hash << kRegisterBits) | (kRegisters >> 1U)) + 1);
    m_registers[index] = std::max(m_registers[index], rank);
}

void DistinctCounter::turnToSketch() {
    m_registers.assign(kRegisters, 0);
    for (const std::uint64_t hash : m_slots) {
        if (hash != 0)
            sketch(hash);
    }
    if (m_hasZero)
        sketch(0);
    m_slots = {};
    m_size = 0;
}

void DistinctCounter::merge(const DistinctCounter& other) {
    if (!other.exact()) {
        if (exact())
            turnToSketch();
        for (std::size_t i = 0; i < kRegisters; ++i)
            m_registers[i] = std::max(m_registers[i], other.m_registers[i]);
        return;
    }
    for (const std::uint64_t hash : other.m_slots) {
        if (hash != 0)
            add(hash);
    }
    if (other.m_hasZero)
        add(0);
}

std::uint64_t DistinctCounter::count() const {
    if (exact())
        return m_size + (m_hasZero ? 1 : 0);
    double sum = 0;
    for (const std::uint8_t rank : m_registers)
        sum += std::ldexp(1.0, -static_cast<int>(rank));
    const auto m = static_cast<double>(kRegisters);
    const double alpha = 0.7213 / (1.0 + 1.079 / m);
    // No correction is needed: it is only used above a million, fifteen times the number of registers, and
    // the 64 bits of the hashes leave no large-range bias.
    return static_cast<std::uint64_t>(std::llround(alpha * m * m / sum));
}

} // namespace mangrove::profile
