// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/value_sets.h"

#include "base/text.h"

#include <algorithm>

namespace mangrove::classify {

namespace {

constexpr std::size_t kMostValues = 100;

std::vector<ValueSet> readSets() {
    std::vector<ValueSet> sets;
    for (const std::string_view line : split(embeddedValueSets(), '\n')) {
        if (line.empty() || line[0] == '#')
            continue;
        if (line.substr(0, 2) == "= ") {
            const auto parts = split(line.substr(2), '|');
            sets.push_back({trim(parts[0]), trim(parts.at(1)), trim(parts.at(2)), {}});
        } else if (!sets.empty()) {
            sets.back().words.push_back(line.substr(line.find(' ') + 1));
        }
    }
    for (ValueSet& set : sets)
        std::sort(set.words.begin(), set.words.end());
    return sets;
}

} // namespace

bool ValueSet::holds(std::string_view word) const {
    return std::binary_search(words.begin(), words.end(), word);
}

std::span<const ValueSet> valueSets() {
    static const std::vector<ValueSet> sets = readSets();
    return sets;
}

const ValueSet* fittingValueSet(std::span<const std::string> distinct) {
    if (distinct.size() < 2 || distinct.size() > kMostValues)
        return nullptr;
    const ValueSet* best = nullptr;
    std::size_t bestHits = 0;
    bool unique = false;
    for (const ValueSet& set : valueSets()) {
        const auto hits = static_cast<std::size_t>(
            std::count_if(distinct.begin(), distinct.end(),
                          [&](const std::string& value) { return set.holds(trim(value)); }));
        if (hits < 2 || hits * 10 < distinct.size() * 9 || hits < bestHits)
            continue;
        unique = hits > bestHits;
        bestHits = hits;
        best = &set;
    }
    return unique ? best : nullptr;
}

} // namespace mangrove::classify
