// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile/value_hash.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace mangrove::profile {

/// Distinct texts with the number of their occurrences. Open addressing over entries in order of first
/// appearance; the texts lie in one arena. Movable; one thread.
class ValueDictionary {
public:
    struct Entry {
        std::uint64_t hash = 0;
        std::uint64_t count = 0;
        std::uint64_t offset = 0; ///< in the arena
        std::uint32_t length = 0;
        bool isNull = false; ///< for the owner's use
    };

    /// Adds `count` occurrences; returns the index of the entry. `isNew` tells whether it was not there
    /// before.
    std::uint32_t add(std::string_view text, std::uint64_t hash, std::uint64_t count, bool& isNew);
    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
    [[nodiscard]] Entry& entry(std::uint32_t index) { return m_entries[index]; }
    [[nodiscard]] std::string_view text(const Entry& entry) const {
        return {m_arena.data() + entry.offset, entry.length};
    }
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    [[nodiscard]] std::size_t textBytes() const { return m_arena.size(); }
    /// Forgets everything and gives the memory back.
    void clear();

private:
    void grow();

    std::vector<Entry> m_entries;
    std::vector<char> m_arena;
    std::vector<std::uint32_t> m_slots; ///< index + 1 into m_entries, 0 = free; size a power of two
};

} // namespace mangrove::profile
