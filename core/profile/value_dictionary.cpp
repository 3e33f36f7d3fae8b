// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/value_dictionary.h"

#include <algorithm>
#include <bit>

namespace mangrove::profile {

namespace {

constexpr std::size_t kFirstSlots = 16;

} // namespace

std::uint32_t ValueDictionary::add(std::string_view text, std::uint64_t hash, std::uint64_t count,
                                   bool& isNew) {
    // Just over half full at most: with the most values a column keeps, a power of two, it need not grow once
    // more for the one too many and the null words.
    if (m_entries.size() + 1 > m_slots.size() / 2 + m_slots.size() / 32)
        grow();
    const auto length = static_cast<std::uint32_t>(text.size());
    const bool inSlot = length <= ValueKey::kMaxLength;
    const ValueKey key = inSlot ? ValueKey::of(text) : ValueKey{hash, 0};
    for (std::size_t slot = place(key);; slot = (slot + 1) & m_mask) {
        Slot& found = m_slots[slot];
        if (found.index == 0) {
            isNew = true;
            m_entries.push_back({hash, m_arena.size(), length, false});
            m_counts.push_back(count);
            m_arena.insert(m_arena.end(), text.begin(), text.end());
            found = {key, length, static_cast<std::uint32_t>(m_entries.size())};
            return found.index - 1;
        }
        if (found.key == key && found.length == length) {
            if (inSlot || this->text(m_entries[found.index - 1]) == text) {
                isNew = false;
                m_counts[found.index - 1] += count;
                return found.index - 1;
            }
        }
    }
}

void ValueDictionary::grow() {
    const std::size_t size = std::max(kFirstSlots, m_slots.size() * 2);
    const std::vector<Slot> old = std::move(m_slots);
    m_slots.assign(size, {});
    m_mask = size - 1;
    m_shift = 64 - static_cast<unsigned>(std::countr_zero(size));
    for (const Slot& moved : old) {
        if (moved.index == 0)
            continue;
        std::size_t slot = place(moved.key);
        while (m_slots[slot].index != 0)
            slot = (slot + 1) & m_mask;
        m_slots[slot] = moved;
    }
}

void ValueDictionary::clear() {
    *this = ValueDictionary();
}

} // namespace mangrove::profile
