// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/value_hash.h"
#include "profile/value_key.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace mangrove::profile {

/// Distinct texts with the number of their occurrences, in order of first appearance. Open addressing; texts
/// of up to 16 bytes are compared within the slot, so that a look-up touches one cache line; all texts lie in
/// one arena. Movable; one thread.
class ValueDictionary {
public:
    struct Entry {
        std::uint64_t hash = 0;   ///< as given by who added it
        std::uint64_t offset = 0; ///< in the arena
        std::uint32_t length = 0;
        bool isNull = false; ///< for the owner's use
    };

    /// Adds `count` occurrences; returns the index of the entry. `isNew` tells whether it was not there
    /// before. `hash` = hashValue(text), or any other function of the text.
    std::uint32_t add(std::string_view text, std::uint64_t hash, std::uint64_t count, bool& isNew);
    static constexpr std::uint32_t kAbsent = 0xFFFFFFFFU;
    /// The index of a text with RecordBatch::kReadable bytes behind it, or kAbsent. Small enough to be
    /// inlined into the loop over the cells, which is the hottest of a profile.
    [[nodiscard]] std::uint32_t findPadded(const char* text, std::uint32_t length) const {
        const bool inSlot = length <= ValueKey::kMaxLength;
        const ValueKey key =
            inSlot ? ValueKey::ofPadded(text, length) : ValueKey{hashValue({text, length}), 0};
        for (std::size_t slot = place(key);; slot = (slot + 1) & m_mask) {
            const Slot& found = m_slots[slot];
            if (found.index == 0)
                return kAbsent;
            if (found.key == key && found.length == length
                && (inSlot || std::memcmp(textOf(found), text, length) == 0))
                return found.index - 1;
        }
    }
    /// Larger than the second-level cache or nearly so: a look-up waits for memory unless it was fetched.
    [[nodiscard]] bool isLarge() const { return m_slots.size() > kLargeSlots; }
    /// Where a look-up of the text begins, for fetching it ahead. As findPadded; length <=
    /// ValueKey::kMaxLength.
    [[nodiscard]] const void* slotOfPadded(const char* text, std::uint32_t length) const {
        return &m_slots[place(ValueKey::ofPadded(text, length))];
    }
    void count(std::uint32_t index, std::uint64_t occurrences) { m_counts[index] += occurrences; }
    /// Occurrences of an entry of this dictionary.
    [[nodiscard]] std::uint64_t countOf(const Entry& entry) const {
        return m_counts[static_cast<std::size_t>(&entry - m_entries.data())];
    }
    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
    [[nodiscard]] Entry& entry(std::uint32_t index) { return m_entries[index]; }
    [[nodiscard]] const Entry& entry(std::uint32_t index) const { return m_entries[index]; }
    [[nodiscard]] std::string_view text(const Entry& entry) const {
        return {m_arena.data() + entry.offset, entry.length};
    }
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    [[nodiscard]] std::size_t textBytes() const { return m_arena.size(); }
    /// Forgets everything and gives the memory back.
    void clear();

private:
    static constexpr std::size_t kLargeSlots = 8192;

    struct Slot {
        ValueKey key; ///< of a longer text: its hash, and 0
        std::uint32_t length = 0;
        std::uint32_t index = 0; ///< + 1 into m_entries, 0 = free
    };
    [[nodiscard]] std::size_t place(ValueKey key) const {
        return ((key.low * 0x9E3779B97F4A7C15ULL) + (key.high ^ (key.low >> 32U)) * 0xD6E8FEB86659FD93ULL)
               >> m_shift;
    }
    [[nodiscard]] const char* textOf(const Slot& slot) const {
        return m_arena.data() + m_entries[slot.index - 1].offset;
    }
    void grow();

    std::vector<Entry> m_entries;
    std::vector<std::uint64_t> m_counts; ///< of the entries; apart from them, so that many share a cache line
    std::vector<char> m_arena;
    std::vector<Slot> m_slots = std::vector<Slot>(2); ///< size a power of two; never full
    std::size_t m_mask = 1;
    unsigned m_shift = 63;
};

} // namespace mangrove::profile
