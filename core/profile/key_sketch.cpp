// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/key_sketch.h"

#include "base/text.h"
#include "base/value_hash.h"
#include "profile/parsed_value.h"

#include <algorithm>
#include <limits>

namespace mangrove::profile {

namespace {

constexpr std::size_t kFirstKeySlots = 64;

bool isLongCode(std::string_view value) {
    constexpr std::size_t kShortest = 12;
    constexpr std::size_t kLongest = 64;
    constexpr std::ptrdiff_t kDigits = 4;
    if (value.size() < kShortest || value.size() > kLongest || value.find(' ') != std::string_view::npos)
        return false;
    return std::count_if(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; }) >= kDigits;
}

KeySketch::Entry entryOf(std::string_view value, std::uint64_t hash) {
    constexpr std::size_t kLongest = 40; // no number or time is longer
    KeySketch::Entry entry{hash, 0, 1, KeySketch::Kind::Text};
    if (value.size() > kLongest) {
        if (isLongCode(value))
            entry.kind = KeySketch::Kind::LongCode;
        return entry;
    }
    const ParsedValue parsed = parseValue(value);
    if (parsed.is(ParsedValue::kInteger) && !parsed.is(ParsedValue::kCompact)) {
        entry.kind = KeySketch::Kind::Integer;
        entry.number = parsed.number;
    } else if (parsed.is(ParsedValue::kYmd | ParsedValue::kDmy | ParsedValue::kMdy | ParsedValue::kTime)) {
        entry.kind = KeySketch::Kind::Time;
    } else if (parsed.isNumber()) {
        entry.kind = KeySketch::Kind::Amount;
    } else if (isLongCode(value)) {
        entry.kind = KeySketch::Kind::LongCode;
    }
    return entry;
}

} // namespace

KeySketch::Entry& KeySketch::place(std::uint64_t hash) {
    // The first bits are zeros once the level has risen: the place is taken from the last ones.
    std::size_t slot = hash & (m_slots.size() - 1);
    while (m_slots[slot].hash != 0 && m_slots[slot].hash != hash)
        slot = (slot + 1) & (m_slots.size() - 1);
    return m_slots[slot];
}

bool KeySketch::contains(std::uint64_t hash) const {
    if (m_slots.empty())
        return false;
    std::size_t slot = hash & (m_slots.size() - 1);
    while (m_slots[slot].hash != 0 && m_slots[slot].hash != hash)
        slot = (slot + 1) & (m_slots.size() - 1);
    return m_slots[slot].hash == hash;
}

void KeySketch::insert(const Entry& entry) {
    if ((m_size + 1) * 2 > m_slots.size()) {
        std::vector<Entry> old(std::max(kFirstKeySlots, m_slots.size() * 2));
        old.swap(m_slots);
        for (const Entry& moved : old) {
            if (moved.hash != 0)
                place(moved.hash) = moved;
        }
    }
    Entry& found = place(entry.hash);
    if (found.hash == 0) {
        found = entry;
        ++m_size;
        return;
    }
    const std::uint64_t rows = std::uint64_t{found.rows} + entry.rows;
    found.rows =
        static_cast<std::uint32_t>(std::min<std::uint64_t>(rows, std::numeric_limits<std::uint32_t>::max()));
}

void KeySketch::add(std::string_view value) {
    ++m_rows;
    value = trim(value);
    const std::uint64_t hash = std::clamp<std::uint64_t>(hashValue(value), 1, bound(0) - 1);
    if (hash >= bound(m_level))
        return;
    if (!m_slots.empty()) {
        if (Entry& found = place(hash); found.hash == hash) {
            found.rows += found.rows < std::numeric_limits<std::uint32_t>::max() ? 1 : 0;
            return;
        }
    }
    insert(entryOf(value, hash));
    while (m_size > m_limit)
        shrink();
}

void KeySketch::shrink() {
    ++m_level;
    std::vector<Entry> old(m_slots.size());
    old.swap(m_slots);
    m_size = 0;
    for (const Entry& entry : old) {
        if (entry.hash != 0 && entry.hash < bound(m_level)) {
            place(entry.hash) = entry;
            ++m_size;
        }
    }
}

void KeySketch::merge(const KeySketch& other) {
    m_rows += other.m_rows;
    while (m_level < other.m_level)
        shrink();
    for (const Entry& entry : other.m_slots) {
        if (entry.hash == 0 || entry.hash >= bound(m_level))
            continue;
        insert(entry);
        while (m_size > m_limit)
            shrink();
    }
}

std::vector<KeySketch::Entry> KeySketch::sorted() const {
    std::vector<Entry> entries;
    entries.reserve(m_size);
    std::copy_if(m_slots.begin(), m_slots.end(), std::back_inserter(entries),
                 [](const Entry& entry) { return entry.hash != 0; });
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.hash < b.hash; });
    return entries;
}

} // namespace mangrove::profile
