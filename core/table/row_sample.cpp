// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/row_sample.h"

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

void RowSample::select(std::uint64_t blockIndex, std::uint64_t firstRow, std::size_t count,
                       std::vector<std::uint32_t>& chosen) {
    chosen.clear();
    for (std::size_t row = 0; row < count; ++row) {
        const std::uint64_t key = keyOf(blockIndex, firstRow + row);
        if (within(key)) {
            chosen.push_back(static_cast<std::uint32_t>(row));
            m_keys.push_back(key);
        }
    }
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
