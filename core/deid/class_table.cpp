// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/class_table.h"

#include <algorithm>

namespace mangrove::deid {

namespace {

constexpr std::size_t kFirstSlots = 1024;

std::uint32_t hashOf(std::span<const std::uint32_t> codes) {
    std::uint64_t hash = 0x9e3779b97f4a7c15U;
    for (const std::uint32_t code : codes) {
        hash = (hash ^ code) * 0xff51afd7ed558ccdU;
        hash ^= hash >> 32U;
    }
    return static_cast<std::uint32_t>(hash);
}

} // namespace

ClassTable::ClassTable(std::size_t columns)
    : m_columns(columns), m_slots(kFirstSlots), m_mask(kFirstSlots - 1) {}

std::size_t ClassTable::slotOf(std::span<const std::uint32_t> codes, std::uint32_t hash) const {
    for (std::size_t slot = hash & m_mask;; slot = (slot + 1) & m_mask) {
        const Slot& found = m_slots[slot];
        if (found.index == kAbsent)
            return slot;
        if (found.hash == hash
            && std::equal(codes.begin(), codes.end(),
                          m_codes.begin() + static_cast<std::ptrdiff_t>(found.index * m_columns)))
            return slot;
    }
}

std::uint32_t ClassTable::add(std::span<const std::uint32_t> codes, std::uint64_t count) {
    return add(codes, hashOf(codes), count);
}

std::uint32_t ClassTable::add(std::span<const std::uint32_t> codes, std::uint32_t hash, std::uint64_t count) {
    const std::size_t slot = slotOf(codes, hash);
    std::uint32_t index = m_slots[slot].index;
    m_records += count;
    if (index != kAbsent) {
        m_counts[index] += count;
        return index;
    }
    index = static_cast<std::uint32_t>(m_counts.size());
    m_slots[slot] = {hash, index};
    m_codes.insert(m_codes.end(), codes.begin(), codes.end());
    m_counts.push_back(count);
    if (m_counts.size() * 2 > m_slots.size())
        grow();
    return index;
}

/// Calls `numberOf` for each record, once its slot and then its codes have been on their way from memory for
/// some records: with millions of combinations each look-up would wait for both.
template<typename NumberOf>
void ClassTable::forAll(std::span<const std::uint32_t> codes, std::span<std::uint32_t> numbers,
                        const NumberOf& numberOf) const {
    constexpr std::size_t kSlotAhead = 16;
    constexpr std::size_t kCodesAhead = 8;
    const auto row = [&](std::size_t r) { return codes.subspan(r * m_columns, m_columns); };
    const std::size_t rows = numbers.size();
    for (std::size_t r = 0; r < rows + kSlotAhead; ++r) {
        if (r < rows) {
            numbers[r] = hashOf(row(r)); // until its turn comes
            __builtin_prefetch(&m_slots[numbers[r] & m_mask]);
        }
        if (r >= kCodesAhead && r - kCodesAhead < rows) {
            const Slot& slot = m_slots[numbers[r - kCodesAhead] & m_mask];
            if (slot.index != kAbsent) {
                __builtin_prefetch(m_codes.data() + slot.index * m_columns);
                __builtin_prefetch(&m_counts[slot.index], 1);
            }
        }
        if (r >= kSlotAhead)
            numbers[r - kSlotAhead] = numberOf(row(r - kSlotAhead), numbers[r - kSlotAhead]);
    }
}

void ClassTable::addAll(std::span<const std::uint32_t> codes, std::span<std::uint32_t> numbers) {
    forAll(codes, numbers, [this](auto row, std::uint32_t hash) { return add(row, hash, 1); });
}

void ClassTable::findAll(std::span<const std::uint32_t> codes, std::span<std::uint32_t> numbers) const {
    forAll(codes, numbers, [this](auto row, std::uint32_t hash) { return m_slots[slotOf(row, hash)].index; });
}

std::uint32_t ClassTable::find(std::span<const std::uint32_t> codes) const {
    return m_slots[slotOf(codes, hashOf(codes))].index;
}

void ClassTable::grow() {
    const std::vector<Slot> old = std::move(m_slots);
    m_slots.assign(old.size() * 2, {});
    m_mask = m_slots.size() - 1;
    for (const Slot& moved : old) {
        if (moved.index == kAbsent)
            continue;
        std::size_t slot = moved.hash & m_mask;
        while (m_slots[slot].index != kAbsent)
            slot = (slot + 1) & m_mask;
        m_slots[slot] = moved;
    }
}

} // namespace mangrove::deid
