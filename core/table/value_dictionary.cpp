// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/value_dictionary.h"

#include "base/value_hash.h"

#include <algorithm>
#include <cstring>

namespace mangrove::table {

namespace {

constexpr std::size_t kFirstSlots = 256;
constexpr std::size_t kBlockBytes = 64U << 10U;

/// The texts are short: two overlapping words settle most, without a call.
bool sameText(std::string_view a, std::string_view b) {
    const auto sameWords = [&]<typename Word>(Word x) {
        const std::size_t last = a.size() - sizeof(Word);
        Word y = 0;
        std::memcpy(&x, a.data(), sizeof(Word));
        std::memcpy(&y, b.data(), sizeof(Word));
        const Word differ = x ^ y;
        std::memcpy(&x, a.data() + last, sizeof(Word));
        std::memcpy(&y, b.data() + last, sizeof(Word));
        return (differ | (x ^ y)) == 0;
    };
    if (a.size() != b.size())
        return false;
    if (a.size() > 16)
        return std::memcmp(a.data(), b.data(), a.size()) == 0;
    if (a.size() >= 8)
        return sameWords(std::uint64_t{});
    if (a.size() >= 4)
        return sameWords(std::uint32_t{});
    return a.empty()
           || (a.front() == b.front() && a[a.size() / 2] == b[a.size() / 2] && a.back() == b.back());
}

} // namespace

ValueDictionary::ValueDictionary() : m_slots(kFirstSlots), m_mask(kFirstSlots - 1) {}

std::size_t ValueDictionary::slotOf(std::string_view text, std::uint64_t hash) const {
    const auto shortHash = static_cast<std::uint32_t>(hash >> 32U);
    for (std::size_t slot = hash & m_mask;; slot = (slot + 1) & m_mask) {
        const Slot& entry = m_slots[slot];
        if (entry.number == kAbsent || (entry.hash == shortHash && sameText(m_texts[entry.number], text)))
            return slot;
    }
}

std::uint32_t ValueDictionary::add(std::string_view text, bool& isNew) {
    const std::uint64_t hash = hashValue(text);
    const std::size_t slot = slotOf(text, hash);
    isNew = m_slots[slot].number == kAbsent;
    if (!isNew)
        return m_slots[slot].number;
    const auto number = static_cast<std::uint32_t>(m_texts.size());
    m_slots[slot] = {static_cast<std::uint32_t>(hash >> 32U), number};
    m_texts.push_back(keep(text));
    m_hashes.push_back(hash);
    if (m_texts.size() * 2 > m_slots.size())
        grow();
    return number;
}

std::uint32_t ValueDictionary::find(std::string_view text) const {
    return m_slots[slotOf(text, hashValue(text))].number;
}

std::string_view ValueDictionary::keep(std::string_view text) {
    if (text.empty())
        return {};
    if (text.size() > m_free) {
        m_free = std::max(kBlockBytes, text.size());
        m_blocks.push_back(std::make_unique<char[]>(m_free));
        m_next = m_blocks.back().get();
    }
    std::memcpy(m_next, text.data(), text.size());
    const std::string_view kept(m_next, text.size());
    m_next += text.size();
    m_free -= text.size();
    return kept;
}

void ValueDictionary::grow() {
    m_slots.assign(m_slots.size() * 2, Slot());
    m_mask = m_slots.size() - 1;
    for (std::uint32_t number = 0; number < m_texts.size(); ++number) {
        std::size_t slot = m_hashes[number] & m_mask;
        while (m_slots[slot].number != kAbsent)
            slot = (slot + 1) & m_mask;
        m_slots[slot] = {static_cast<std::uint32_t>(m_hashes[number] >> 32U), number};
    }
}

void ValueDictionary::clear() {
    *this = ValueDictionary();
}

} // namespace mangrove::table
