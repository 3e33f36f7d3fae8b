// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/node_evaluator.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace mangrove::deid {

std::uint64_t suppressionBudget(double limit, std::uint64_t records) {
    const double exact = limit * static_cast<double>(records);
    const double nearest = std::round(exact);
    const bool isWhole = std::abs(exact - nearest) <= 1e-12 * std::max(1.0, exact);
    return static_cast<std::uint64_t>(isWhole ? nearest : std::floor(exact));
}

NodeEvaluator::NodeEvaluator(const Lattice& lattice, const LossMeasure& loss, const NodeRules& rules)
    : m_lattice(lattice), m_loss(loss), m_rules(rules),
      m_slots(std::bit_ceil(std::max<std::size_t>(lattice.classes() * 2, 16))), m_groupOf(lattice.classes()) {
    m_groupKeys.reserve(lattice.classes() * lattice.words());
    m_groupCount.reserve(lattice.classes());
    for (std::size_t a = 0; a < lattice.attributes(); ++a) {
        m_suppressed.emplace_back(lattice.leafCount(a), 0);
        auto& all = m_all.emplace_back(lattice.leafCount(a), 0);
        const auto leaves = lattice.leaves(a);
        for (std::size_t c = 0; c < leaves.size(); ++c)
            all[leaves[c]] += lattice.counts()[c];
    }
}

template<std::size_t Words>
void NodeEvaluator::group(std::span<const std::uint64_t> mask) {
    const std::size_t slotMask = m_slots.size() - 1;
    const int shift = 64 - std::countr_zero(m_slots.size());
    const std::uint64_t* key = m_lattice.keys().data();
    const auto counts = m_lattice.counts();
    std::uint64_t masked[Words];
    for (std::size_t c = 0; c < counts.size(); ++c, key += Words) {
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
                entry.group = static_cast<std::uint32_t>(m_groupCount.size());
                m_groupKeys.insert(m_groupKeys.end(), masked, masked + Words);
                m_groupCount.push_back(counts[c]);
                m_groupOf[c] = entry.group;
                break;
            }
            if (std::equal(masked, masked + Words, m_groupKeys.data() + std::size_t{entry.group} * Words)) {
                m_groupCount[entry.group] += counts[c];
                m_groupOf[c] = entry.group;
                break;
            }
        }
    }
}

void NodeEvaluator::countSuppressed() {
    m_lost.clear();
    const std::size_t classes = m_lattice.classes();
    for (std::uint32_t c = 0; c < classes; ++c) {
        if (!keeps(c))
            m_lost.push_back(c);
    }
    const auto counts = m_lattice.counts();
    // The smaller side is counted; the other one follows from the totals.
    const bool countKept = m_lost.size() * 2 > classes;
    if (countKept) {
        m_lost.clear();
        for (std::uint32_t c = 0; c < classes; ++c) {
            if (keeps(c))
                m_lost.push_back(c);
        }
    }
    for (std::size_t a = 0; a < m_suppressed.size(); ++a) {
        auto& perLeaf = m_suppressed[a];
        std::fill(perLeaf.begin(), perLeaf.end(), 0);
        const auto leaves = m_lattice.leaves(a);
        for (const std::uint32_t c : m_lost)
            perLeaf[leaves[c]] += counts[c];
        if (countKept) {
            for (std::size_t leaf = 0; leaf < perLeaf.size(); ++leaf)
                perLeaf[leaf] = m_all[a][leaf] - perLeaf[leaf];
        }
    }
}

bool NodeEvaluator::meanRiskHolds(std::uint64_t keptClasses) const {
    if (!m_rules.meanRisk || keptClasses == 0)
        return true;
    double sum = 0;
    for (const std::uint64_t size : m_groupCount) {
        if (size >= m_rules.minClassSize)
            sum += 1.0 / static_cast<double>(size);
    }
    return sum / static_cast<double>(keptClasses) * m_rules.meanRisk->probability
           < m_rules.meanRisk->acceptable;
}

NodeResult NodeEvaluator::evaluate(std::span<const std::uint32_t> levels) {
    if (++m_epoch == 0) {
        std::fill(m_slots.begin(), m_slots.end(), Slot());
        m_epoch = 1;
    }
    m_groupKeys.clear();
    m_groupCount.clear();
    const std::vector<std::uint64_t> mask = m_lattice.mask(levels);
    switch (m_lattice.words()) {
    case 1:
        group<1>(mask);
        break;
    case 2:
        group<2>(mask);
        break;
    case 4:
        group<4>(mask);
        break;
    case 8:
        group<8>(mask);
        break;
    default:
        group<16>(mask);
        break;
    }
    NodeResult result;
    for (const std::uint64_t size : m_groupCount) {
        if (size < m_rules.minClassSize)
            result.suppressed += size;
        else
            ++result.keptClasses;
    }
    countSuppressed();
    result.score = m_loss.start();
    for (std::size_t a = 0; a < levels.size(); ++a) {
        std::uint64_t weight = 0;
        const auto weights = m_lattice.leafWeights(a, levels[a]);
        for (std::size_t leaf = 0; result.suppressed > 0 && leaf < weights.size(); ++leaf)
            weight += m_suppressed[a][leaf] * weights[leaf];
        result.score = LossMeasure::combine(m_loss.aggregate(), result.score,
                                            m_loss.value(a, levels[a], weight, result.suppressed));
    }
    result.valid = result.suppressed <= m_rules.suppressionLimit && meanRiskHolds(result.keptClasses);
    return result;
}

std::vector<std::uint64_t> NodeEvaluator::keptSizes() const {
    std::vector<std::uint64_t> sizes;
    for (const std::uint64_t size : m_groupCount) {
        if (size >= m_rules.minClassSize)
            sizes.push_back(size);
    }
    return sizes;
}

} // namespace mangrove::deid
