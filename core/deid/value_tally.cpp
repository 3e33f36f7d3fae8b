// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/value_tally.h"

#include "base/format.h"

#include <algorithm>
#include <functional>
#include <string>

namespace mangrove::deid {

void ValueTally::add(const InputCell& cell, bool sampled) {
    if (cell.missing) {
        ++m_missingOfAll;
        if (sampled)
            m_sample.push_back(kMissing);
        return;
    }
    if (!m_exact && !sampled)
        return;
    std::string shortened;
    std::string_view text = cell.text;
    if (text.size() > kLongest) {
        // The NUL keeps it apart from any text that somebody wrote.
        shortened = format("{}", std::hash<std::string_view>{}(text)) + '\0' + std::to_string(text.size());
        text = shortened;
    }
    bool isNew = false;
    const std::uint32_t code = m_values.add(text, isNew);
    if (isNew) {
        m_counts.push_back(0);
        m_bytes += text.size();
        m_exact = m_exact && m_values.size() <= kMostDistinct && m_bytes <= kMostBytes;
    }
    ++m_counts[code];
    if (sampled)
        m_sample.push_back(code);
}

void ValueTally::thin(std::span<const std::uint32_t> kept) {
    for (std::size_t i = 0; i < kept.size(); ++i)
        m_sample[i] = m_sample[kept[i]];
    m_sample.resize(kept.size());
}

void ValueTally::finish() {
    m_distinct = m_values.size();
    m_missing = m_missingOfAll;
    if (!m_exact) {
        std::fill(m_counts.begin(), m_counts.end(), 0);
        m_missing = 0;
        for (const std::uint32_t code : m_sample) {
            if (code == kMissing)
                ++m_missing;
            else
                ++m_counts[code];
        }
    }
    for (const std::uint64_t count : m_counts)
        m_present += count;
}

} // namespace mangrove::deid
