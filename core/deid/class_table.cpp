// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/class_table.h"

#include <algorithm>

namespace mangrove::deid {

namespace {

constexpr std::size_t kFirstSlots = 1024;

std::uint64_t hashOf(std::span<const std::uint32_t> codes) {
    std::uint64_t hash = 0x9e3779b97f4a7c15U;
    for (const std::uint32_t code : codes) {
        hash = (hash ^ code) * 0xff51afd7ed558ccdU;
        hash ^= hash >> 32U;
    }
    return hash;
}

} // namespace

ClassTable::ClassTable(std::size_t columns)
    : m_columns(columns), m_slots(kFirstSlots, kAbsent), m_mask(kFirstSlots - 1) {}

std::size_t ClassTable::slotOf(std::span<const std::uint32_t> codes, std::uint64_t hash) const {
    const auto high = static_cast<std::uint32_t>(hash >> 32U);
    for (std::size_t slot = hash & m_mask;; slot = (slot + 1) & m_mask) {
        const std::uint32_t index = m_slots[slot];
        if (index == kAbsent)
            return slot;
        if (m_hashes[index] == high
            && std::equal(codes.begin(), codes.end(),
                          m_codes.begin() + static_cast<std::ptrdiff_t>(index * m_columns)))
            return slot;
    }
}

std::uint32_t ClassTable::add(std::span<const std::uint32_t> codes, std::uint64_t count) {
    const std::uint64_t hash = hashOf(codes);
    const std::size_t slot = slotOf(codes, hash);
    std::uint32_t index = m_slots[slot];
    m_records += count;
    if (index != kAbsent) {
        m_counts[index] += count;
        return index;
    }
    index = static_cast<std::uint32_t>(m_counts.size());
    m_slots[slot] = index;
    m_codes.insert(m_codes.end(), codes.begin(), codes.end());
    m_counts.push_back(count);
    m_hashes.push_back(static_cast<std::uint32_t>(hash >> 32U));
    if (m_counts.size() * 2 > m_slots.size())
        grow();
    return index;
}

std::uint32_t ClassTable::find(std::span<const std::uint32_t> codes) const {
    return m_slots[slotOf(codes, hashOf(codes))];
}

void ClassTable::grow() {
    m_slots.assign(m_slots.size() * 2, kAbsent);
    m_mask = m_slots.size() - 1;
    for (std::size_t index = 0; index < m_counts.size(); ++index) {
        std::size_t slot = hashOf(codes(index)) & m_mask;
        while (m_slots[slot] != kAbsent)
            slot = (slot + 1) & m_mask;
        m_slots[slot] = static_cast<std::uint32_t>(index);
    }
}

} // namespace mangrove::deid
