// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/loss.h"

#include <algorithm>
#include <cmath>

namespace mangrove::deid {

LossMeasure::LossMeasure(const Lattice& lattice, const Measure& measure)
    : m_lattice(lattice), m_aggregate(measure.aggregate),
      m_generalizationFactor(std::min(1.0, 2 - 2 * measure.gsFactor)),
      m_suppressionFactor(std::min(1.0, 2 * measure.gsFactor)) {
    for (std::size_t a = 0; a < lattice.attributes(); ++a) {
        std::vector<std::uint64_t> perLeaf(lattice.leafCount(a), 0);
        const auto leaves = lattice.leaves(a);
        for (std::size_t c = 0; c < leaves.size(); ++c)
            perLeaf[leaves[c]] += lattice.counts()[c];
        auto& sums = m_weightSums.emplace_back();
        for (std::uint32_t level = lattice.attribute(a).minLevel; level <= lattice.attribute(a).maxLevel;
             ++level) {
            const auto weights = lattice.leafWeights(a, level);
            std::uint64_t sum = 0;
            for (std::size_t leaf = 0; leaf < perLeaf.size(); ++leaf)
                sum += perLeaf[leaf] * weights[leaf];
            sums.push_back(sum);
        }
    }
}

double LossMeasure::value(std::size_t a, std::uint32_t level, std::uint64_t suppressedWeight,
                          std::uint64_t suppressed) const {
    const std::uint64_t domain = m_lattice.attribute(a).domain->domainSize();
    if (domain <= 1)
        return 0;
    const auto records = static_cast<double>(m_lattice.records());
    const auto size = static_cast<double>(domain);
    const std::uint64_t all = m_weightSums[a][level - m_lattice.attribute(a).minLevel];
    double sum = 0;
    if (m_generalizationFactor == 1 && m_suppressionFactor == 1) {
        sum = static_cast<double>(all - suppressedWeight + suppressed * domain) / size;
    } else {
        const double keptShare = static_cast<double>(all - suppressedWeight) / size;
        const double lostShare = static_cast<double>(suppressedWeight) / size;
        const double lost =
            m_suppressionFactor == 1
                ? static_cast<double>(suppressed)
                : lostShare + m_suppressionFactor * (static_cast<double>(suppressed) - lostShare);
        sum = m_generalizationFactor * keptShare + lost;
    }
    const double least = m_generalizationFactor * records / size;
    const double scaled = std::max(0.0, (sum - least) / (records - least));
    return std::floor(scaled * 1e10) / 1e10;
}

double LossMeasure::loss(double score) const {
    const auto count = static_cast<double>(m_lattice.attributes());
    switch (m_aggregate) {
    case Aggregate::ArithmeticMean:
        return score / count;
    case Aggregate::GeometricMean:
        return std::pow(score, 1 / count) - 1;
    case Aggregate::Sum:
    case Aggregate::Maximum:
        break;
    }
    return score;
}

} // namespace mangrove::deid
