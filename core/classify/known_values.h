// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "classify/scan_parts.h"

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace mangrove::classify {

/// Something known of the person a text is about, from the structured row beside it.
struct KnownValue {
    std::string kind; ///< kind id: "person-name", "cn-resident-id", "address", "birth-date"…
    std::string value;
};

/// Known values and their fragments, prepared for finding them in a text (identifiers.md 6, step 4): of a
/// name the given name alone, 王某, 王先生; of a number the same digits with other separators, and its last
/// digits after 尾号; of an address the part below the county; of a date its other ways of writing. Needs no
/// dictionary and finds what no pattern can. Values too short to tell anything (one Han character, three
/// letters or digits) are left out; at most kMost values are used. Immutable; thread-safe; must outlive the
/// scan.
class KnownValues {
public:
    static constexpr std::size_t kMost = 200;

    KnownValues() = default;
    explicit KnownValues(std::span<const KnownValue> values);

    [[nodiscard]] bool empty() const { return m_patterns.empty(); }
    /// Appends a hit of way "known" (the whole value) or "fragment" for every place. Linear in the text for a
    /// bounded number of values.
    void scan(const ScanText& text, ScanHits& hits) const;

private:
    struct Pattern {
        std::u32string text; ///< small letters
        std::string kind;
        double score = 1;
        bool whole = true;       ///< the value itself, not a fragment
        bool separators = false; ///< blanks and dashes between the digits of the text do not count
        bool alone = false;      ///< no letter or digit may stand beside it
        std::u32string before;   ///< must stand before it: 尾号
    };
    void add(Pattern pattern);
    void addName(const KnownValue& value);
    void addAddress(const KnownValue& value);
    void addDate(const KnownValue& value);
    void addNumber(const KnownValue& value);
    [[nodiscard]] static std::size_t matchEnd(const ScanText& text, std::size_t at, const Pattern& pattern);

    std::vector<Pattern> m_patterns;
    std::unordered_map<char32_t, std::vector<std::size_t>> m_byFirst;
};

} // namespace mangrove::classify
