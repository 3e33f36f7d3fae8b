// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace mangrove::table {

/// Distinct texts of a column, numbered by first appearance. Memory grows with distinct texts. One thread.
class ValueDictionary {
public:
    static constexpr std::uint32_t kAbsent = 0xffff'ffffU;

    ValueDictionary();
    /// The text's number; `isNew` tells whether it was added.
    std::uint32_t add(std::string_view text, bool& isNew);
    [[nodiscard]] std::uint32_t find(std::string_view text) const;
    [[nodiscard]] std::size_t size() const { return m_texts.size(); }
    /// Valid as long as the dictionary.
    [[nodiscard]] std::string_view text(std::uint32_t number) const { return m_texts[number]; }
    void clear();

private:
    [[nodiscard]] std::size_t slotOf(std::string_view text, std::uint64_t hash) const;
    std::string_view keep(std::string_view text);
    void grow();

    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = kAbsent;
    };
    std::vector<Slot> m_slots;
    std::size_t m_mask;
    std::vector<std::string_view> m_texts;
    std::vector<std::uint64_t> m_hashes;
    std::vector<std::unique_ptr<char[]>> m_blocks;
    std::size_t m_free = 0; ///< bytes left in the last block
    char* m_next = nullptr;
};

} // namespace mangrove::table
