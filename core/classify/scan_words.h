// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "classify/scan_parts.h"

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace mangrove::classify {

/// A set of words for looking up "which of them begins here", the longest first. One bit test for the
/// positions at which none does, then a search by halves. Words begin with a code point below 65536 and are
/// not copied. Immutable; thread-safe.
class WordIndex {
public:
    explicit WordIndex(std::span<const std::u32string_view> words) {
        for (std::size_t i = 0; i < words.size(); ++i) {
            m_first.set(words[i].front());
            m_words.push_back({words[i], i});
        }
        std::stable_sort(m_words.begin(), m_words.end(), [](const Entry& a, const Entry& b) {
            return a.word.front() != b.word.front() ? a.word.front() < b.word.front()
                                                    : a.word.size() > b.word.size();
        });
    }

    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    /// The index (in the list given) of the longest word at `at`, or kNone.
    [[nodiscard]] std::size_t at(const ScanText& text, std::size_t position) const {
        const char32_t point = text.points[position];
        if (point >= kPoints || !m_first.test(point))
            return kNone;
        auto entry =
            std::lower_bound(m_words.begin(), m_words.end(), point,
                             [](const Entry& a, char32_t wanted) { return a.word.front() < wanted; });
        for (; entry != m_words.end() && entry->word.front() == point; ++entry)
            if (text.startsWith(position, entry->word))
                return entry->index;
        return kNone;
    }

private:
    static constexpr std::size_t kPoints = 65536;
    struct Entry {
        std::u32string_view word;
        std::size_t index;
    };
    std::bitset<kPoints> m_first;
    std::vector<Entry> m_words; ///< by first code point, then longest first
};

/// A set of characters below 65536, tested by one bit. Immutable; thread-safe.
class PointSet {
public:
    explicit PointSet(std::u32string_view points) {
        for (const char32_t point : points)
            m_bits.set(point);
    }
    [[nodiscard]] bool has(char32_t point) const { return point < m_bits.size() && m_bits.test(point); }

private:
    std::bitset<65536> m_bits;
};

} // namespace mangrove::classify
