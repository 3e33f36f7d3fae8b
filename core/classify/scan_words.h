// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "classify/scan_parts.h"

#include <bitset>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace mangrove::classify {

/// A set of words for looking up "which of them begins here", the longest first. One bit test for the
/// positions at which none does. Words begin with a code point below 65536. Immutable; thread-safe.
class WordIndex {
public:
    explicit WordIndex(std::span<const std::u32string_view> words) {
        for (std::size_t i = 0; i < words.size(); ++i) {
            m_first.set(words[i].front());
            m_words.push_back({words[i], i});
        }
    }

    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    /// The index (in the list given) of the longest word at `at`, or kNone.
    [[nodiscard]] std::size_t at(const ScanText& text, std::size_t position) const {
        const char32_t point = text.points[position];
        if (point >= kPoints || !m_first.test(point))
            return kNone;
        std::size_t best = kNone;
        std::size_t length = 0;
        for (const Entry& entry : m_words) {
            if (entry.word.front() == point && entry.word.size() > length
                && text.startsWith(position, entry.word)) {
                best = entry.index;
                length = entry.word.size();
            }
        }
        return best;
    }

private:
    static constexpr std::size_t kPoints = 65536;
    struct Entry {
        std::u32string_view word;
        std::size_t index;
    };
    std::bitset<kPoints> m_first;
    std::vector<Entry> m_words;
};

} // namespace mangrove::classify
