// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/row_sample.h"

#include <bit>

namespace mangrove::table {

namespace {

/// SplitMix64's finaliser: every bit of the place moves every bit of the key.
std::uint64_t keyOf(std::uint64_t blockIndex, std::uint64_t row) {
    std::uint64_t z = (blockIndex << 32U) + row + 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
}

} // namespace

void SampleCount::add(std::span<const std::uint64_t> keys) {
    std::array<std::uint32_t, 65> byZeros{};
    for (const std::uint64_t key : keys)
        ++byZeros[static_cast<std::size_t>(std::countl_zero(key))];
    for (std::size_t zeros = 0; zeros < byZeros.size(); ++zeros) {
        if (byZeros[zeros] != 0)
            m_byZeros[zeros] += byZeros[zeros];
    }
    // Rows that others count meanwhile may be missed; whoever counts last sees them all.
    std::uint64_t remaining = 0;
    std::size_t level = m_byZeros.size();
    while (level > 0 && (remaining += m_byZeros[level - 1]) <= m_limit)
        --level;
    auto known = m_level.load();
    while (known < level && !m_level.compare_exchange_weak(known, static_cast<unsigned>(level)))
        ;
}

void RowSample::select(std::uint64_t blockIndex, std::uint64_t firstRow, std::size_t count,
                       std::vector<std::uint32_t>& chosen) {
    chosen.clear();
    const std::size_t known = m_keys.size();
    for (std::size_t row = 0; row < count; ++row) {
        const std::uint64_t key = keyOf(blockIndex, firstRow + row);
        if (within(key)) {
            chosen.push_back(static_cast<std::uint32_t>(row));
            m_keys.push_back(key);
        }
    }
    if (m_shared != nullptr && m_keys.size() > known)
        m_shared->add(std::span(m_keys).subspan(known));
}

void RowSample::thin(std::vector<std::uint32_t>& kept) {
    ++m_level;
    kept.clear();
    std::size_t to = 0;
    for (std::size_t from = 0; from < m_keys.size(); ++from) {
        if (within(m_keys[from])) {
            kept.push_back(static_cast<std::uint32_t>(from));
            m_keys[to++] = m_keys[from];
        }
    }
    m_keys.resize(to);
}

} // namespace mangrove::table
