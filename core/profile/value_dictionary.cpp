// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/value_dictionary.h"

namespace mangrove::profile {

namespace {

constexpr std::size_t kFirstSlots = 64;

} // namespace

std::uint32_t ValueDictionary::add(std::string_view text, std::uint64_t hash, std::uint64_t count,
                                   bool& isNew) {
    if ((m_entries.size() + 1) * 2 > m_slots.size())
        grow();
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
        const std::uint32_t stored = m_slots[slot];
        if (stored == 0) {
            isNew = true;
            m_entries.push_back(
                {hash, count, m_arena.size(), static_cast<std::uint32_t>(text.size()), false});
            m_arena.insert(m_arena.end(), text.begin(), text.end());
            m_slots[slot] = static_cast<std::uint32_t>(m_entries.size());
            return static_cast<std::uint32_t>(m_entries.size() - 1);
        }
        Entry& entry = m_entries[stored - 1];
        if (entry.hash == hash && this->text(entry) == text) {
            isNew = false;
            entry.count += count;
            return stored - 1;
        }
    }
}

void ValueDictionary::grow() {
    const std::size_t size = m_slots.empty() ? kFirstSlots : m_slots.size() * 2;
    m_slots.assign(size, 0);
    const std::size_t mask = size - 1;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        std::size_t slot = m_entries[i].hash & mask;
        while (m_slots[slot] != 0)
            slot = (slot + 1) & mask;
        m_slots[slot] = static_cast<std::uint32_t>(i + 1);
    }
}

void ValueDictionary::clear() {
    *this = ValueDictionary();
}

} // namespace mangrove::profile
