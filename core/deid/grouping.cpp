// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/grouping.h"

#include <algorithm>
#include <bit>

namespace mangrove::deid {

template<std::size_t Words>
void Grouper::assign(const Grouping& finer, std::span<const std::uint64_t> mask, std::size_t slots,
                     Grouping& into) {
    const std::size_t slotMask = slots - 1;
    const int shift = 64 - std::countr_zero(slots);
    const std::uint64_t* key = finer.keys.data();
    const std::size_t units = finer.size();
    std::uint64_t masked[Words];
    for (std::size_t unit = 0; unit < units; ++unit, key += Words) {
        std::uint64_t hash = 0;
        for (std::size_t w = 0; w < Words; ++w) {
            masked[w] = key[w] & mask[w];
            hash = (hash ^ masked[w]) * 0x9e3779b97f4a7c15U;
            if constexpr (Words > 1)
                hash ^= hash >> 29U;
        }
        for (std::size_t slot = hash >> shift;; slot = (slot + 1) & slotMask) {
            Slot& entry = m_slots[slot];
            if (entry.epoch != m_epoch) {
                entry.epoch = m_epoch;
                entry.firstWord = masked[0];
                entry.group = static_cast<std::uint32_t>(into.counts.size());
                for (std::size_t w = 0; w < Words; ++w)
                    into.keys.push_back(masked[w]);
                into.counts.push_back(finer.counts[unit]);
                into.representative.push_back(finer.representative[unit]);
                into.groupOf[unit] = entry.group;
                break;
            }
            if (entry.firstWord == masked[0]
                && (Words == 1
                    || std::equal(masked + 1, masked + Words,
                                  into.keys.data() + std::size_t{entry.group} * Words + 1))) {
                into.counts[entry.group] += finer.counts[unit];
                into.groupOf[unit] = entry.group;
                break;
            }
        }
    }
}

void Grouper::merge(const Distribution& finer, const Grouping& into, Distribution& merged) {
    merged.begin.assign(1, 0);
    merged.values.clear();
    merged.counts.clear();
    std::size_t next = 0;
    for (std::size_t group = 0; group < into.size(); ++group) {
        const std::size_t end = m_first[group];
        for (; next < end; ++next) {
            const std::uint32_t unit = m_order[next];
            for (std::uint32_t i = finer.begin[unit]; i < finer.begin[unit + 1]; ++i) {
                const std::uint32_t value = finer.values[i];
                if (value >= m_sums.size())
                    m_sums.resize(value + 1, 0);
                if (m_sums[value] == 0)
                    m_touched.push_back(value);
                m_sums[value] += finer.counts[i];
            }
        }
        std::sort(m_touched.begin(), m_touched.end());
        for (const std::uint32_t value : m_touched) {
            merged.values.push_back(value);
            merged.counts.push_back(m_sums[value]);
            m_sums[value] = 0;
        }
        m_touched.clear();
        merged.begin.push_back(static_cast<std::uint32_t>(merged.values.size()));
    }
}

void Grouper::roll(const Grouping& finer, std::span<const std::uint64_t> mask, Grouping& into) {
    const std::size_t units = finer.size();
    const std::size_t slots = std::bit_ceil(std::max<std::size_t>(units * 2, 16));
    // Of a larger table only the first slots are used; what others left there is of an earlier epoch.
    if (m_slots.size() < slots) {
        m_slots.assign(slots, Slot());
        m_epoch = 0;
    }
    if (++m_epoch == 0) {
        std::fill(m_slots.begin(), m_slots.end(), Slot());
        m_epoch = 1;
    }
    into.words = finer.words;
    into.keys.clear();
    into.counts.clear();
    into.representative.clear();
    into.groupOf.resize(units);
    switch (finer.words) {
    case 1:
        assign<1>(finer, mask, slots, into);
        break;
    case 2:
        assign<2>(finer, mask, slots, into);
        break;
    case 4:
        assign<4>(finer, mask, slots, into);
        break;
    case 8:
        assign<8>(finer, mask, slots, into);
        break;
    default:
        assign<16>(finer, mask, slots, into);
        break;
    }
    const auto add = [&](const std::vector<std::uint64_t>& from, std::vector<std::uint64_t>& to) {
        to.assign(from.empty() ? 0 : into.size(), 0);
        for (std::size_t unit = 0; unit < from.size(); ++unit)
            to[into.groupOf[unit]] += from[unit];
    };
    add(finer.population, into.population);
    add(finer.squares, into.squares);
    into.sensitive.resize(finer.sensitive.size());
    if (finer.sensitive.empty())
        return;
    // Units in the order of their groups (counting sort), so that a group's entries are merged in one go.
    m_first.assign(into.size() + 1, 0);
    for (const std::uint32_t group : into.groupOf)
        ++m_first[group + 1];
    for (std::size_t group = 0; group < into.size(); ++group)
        m_first[group + 1] += m_first[group];
    m_order.resize(units);
    for (std::uint32_t unit = 0; unit < units; ++unit)
        m_order[m_first[into.groupOf[unit]]++] = unit;
    for (std::size_t s = 0; s < finer.sensitive.size(); ++s)
        merge(finer.sensitive[s], into, into.sensitive[s]);
}

} // namespace mangrove::deid
