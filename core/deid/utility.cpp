// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/utility.h"

#include <algorithm>
#include <cmath>

namespace mangrove::deid {

namespace {

/// ARX cuts the value of each attribute to ten places.
double cut(double value) {
    return std::floor(value * 1e10) / 1e10;
}

/// The same for sums of logarithms, where what is a whole number in theory may come out a little below it.
double cutSum(double value) {
    return std::floor(value * 1e10 + 1e-2) / 1e10;
}

double ratio(std::uint64_t a, std::uint64_t b) {
    return static_cast<double>(a) / static_cast<double>(b);
}

} // namespace

UtilityMeasure::UtilityMeasure(const Lattice& lattice, const Measure& measure)
    : m_lattice(lattice), m_measure(measure), m_generalization(std::min(1.0, 2 - 2 * measure.gsFactor)),
      m_suppression(std::min(1.0, 2 * measure.gsFactor)) {
    const std::size_t m = lattice.attributes();
    m_growsWithSuppression =
        measure.type == MeasureType::Loss || (measure.type == MeasureType::Precision && m_suppression == 1);
    double most = 0;
    for (std::size_t a = 0; a < m; ++a) {
        const auto found = measure.weights.find(lattice.attribute(a).column);
        m_weights.push_back(found == measure.weights.end() ? 0.5 : found->second);
        most = std::max(most, m_weights.back());
    }
    for (double& weight : m_weights)
        weight = most == 0 || measure.weights.empty() ? 1 : weight / most;
    for (std::size_t a = 0; a < m; ++a) {
        const LatticeAttribute& attribute = lattice.attribute(a);
        const auto perLeaf = lattice.recordsPerLeaf(a);
        auto& sums = m_weightSums.emplace_back();
        auto& entropies = m_entropy.emplace_back();
        // Raw values, not the leaves at minLevel, are what entropy starts from.
        const auto perValue = lattice.recordsPerValue(a);
        double own = 0;
        for (const std::uint64_t count : perValue)
            own += count == 0 ? 0 : static_cast<double>(count) * std::log2(static_cast<double>(count));
        for (std::uint32_t level = attribute.minLevel; level <= attribute.maxLevel; ++level) {
            sums.push_back(weightOf(a, level, perLeaf));
            std::vector<std::uint64_t> perLabel(attribute.domain->labels(level), 0);
            for (std::uint32_t value = 0; value < perValue.size(); ++value)
                perLabel[attribute.domain->labelOf(level, value)] += perValue[value];
            double joined = 0;
            for (std::uint32_t value = 0; value < perValue.size(); ++value) {
                if (perValue[value] > 0)
                    joined += static_cast<double>(perValue[value])
                              * std::log2(
                                  ratio(perLabel[attribute.domain->labelOf(level, value)], perValue[value]));
            }
            entropies.push_back(joined);
        }
        const auto records = static_cast<double>(lattice.records());
        m_mostEntropy.push_back(records > 0 ? records * std::log2(records) - own : 0);
        m_wholeArea *= static_cast<double>(attribute.domain->domainSize());
    }
    if (measure.type == MeasureType::KlDivergence)
        m_divergence = lattice.divergence();
}

std::uint64_t UtilityMeasure::weightOf(std::size_t a, std::uint32_t level,
                                       std::span<const std::uint64_t> perLeaf) const {
    const auto weights = m_lattice.leafWeights(a, level);
    std::uint64_t sum = 0;
    for (std::size_t leaf = 0; leaf < perLeaf.size(); ++leaf)
        sum += perLeaf[leaf] * weights[leaf];
    return sum;
}

double UtilityMeasure::lossValue(std::size_t a, std::uint32_t level, std::uint64_t weight,
                                 std::uint64_t suppressed) const {
    const std::uint64_t domain = m_lattice.attribute(a).domain->domainSize();
    if (domain <= 1 || m_lattice.records() == 0)
        return 0;
    const auto records = static_cast<double>(m_lattice.records());
    const auto size = static_cast<double>(domain);
    const std::uint64_t all = m_weightSums[a][level - m_lattice.attribute(a).minLevel];
    double sum = 0;
    if (m_generalization == 1 && m_suppression == 1) {
        sum = static_cast<double>(all - weight + suppressed * domain) / size;
    } else {
        const double kept = static_cast<double>(all - weight) / size;
        const double lost = static_cast<double>(weight) / size;
        const double whole = static_cast<double>(suppressed);
        sum = m_generalization * kept + (m_suppression == 1 ? whole : lost + m_suppression * (whole - lost));
    }
    const double least = m_generalization * records / size;
    return cut(std::max(0.0, (sum - least) / (records - least)));
}

double UtilityMeasure::entropyOfSuppressed(std::size_t a, std::uint32_t level,
                                           std::span<const std::uint64_t> perLeaf,
                                           std::uint64_t suppressed) const {
    if (suppressed == 0)
        return 0;
    std::vector<std::uint64_t> perLabel(m_lattice.attribute(a).domain->labels(level), 0);
    const auto labels = m_lattice.leafLabels(a, level);
    for (std::size_t leaf = 0; leaf < perLeaf.size(); ++leaf)
        perLabel[labels[leaf]] += perLeaf[leaf];
    double sum = 0;
    for (const std::uint64_t count : perLabel)
        sum += count == 0 ? 0 : static_cast<double>(count) * std::log2(ratio(suppressed, count));
    return sum;
}

double UtilityMeasure::value(std::size_t a, std::uint32_t level, std::span<const std::uint64_t> perLeaf,
                             std::uint64_t suppressed) const {
    const LatticeAttribute& attribute = m_lattice.attribute(a);
    const std::uint64_t records = m_lattice.records();
    const std::uint32_t height = attribute.domain->levels() - 1;
    const double base = m_entropy[a][level - attribute.minLevel];
    switch (m_measure.type) {
    case MeasureType::Loss:
        return lossValue(a, level, suppressed == 0 ? 0 : weightOf(a, level, perLeaf), suppressed);
    case MeasureType::Precision: {
        const double share = height == 0 ? 0 : ratio(level, height);
        if (m_measure.monotonic || records == 0)
            return share;
        return (static_cast<double>(records - suppressed) * share * m_generalization
                + static_cast<double>(suppressed) * m_suppression)
               / static_cast<double>(records);
    }
    case MeasureType::Height:
        return level;
    case MeasureType::EntropyMonotonic:
        return cutSum(base);
    case MeasureType::Entropy:
        return cutSum(m_generalization * base
                      + m_suppression * entropyOfSuppressed(a, level, perLeaf, suppressed));
    case MeasureType::EntropyNormalized:
        if (m_mostEntropy[a] <= 0)
            return 0;
        return cutSum(base + entropyOfSuppressed(a, level, perLeaf, suppressed)) / m_mostEntropy[a];
    default:
        return 0;
    }
}

double UtilityMeasure::bound(std::size_t a, std::uint32_t level, std::span<const std::uint64_t> perLeaf,
                             std::uint64_t suppressed) const {
    if (m_growsWithSuppression)
        return value(a, level, perLeaf, suppressed);
    // Suppressing everything can be cheaper than a level where gs favours suppression.
    if (m_measure.type == MeasureType::Precision && !m_measure.monotonic)
        return std::min(value(a, level, {}, 0), m_suppression);
    return value(a, level, {}, 0);
}

Score UtilityMeasure::scoreOf(std::span<const double> values) const {
    Score score;
    score.value = start();
    for (std::size_t a = 0; a < values.size(); ++a)
        score.value = combine(m_measure.aggregate, score.value, weighted(a, values[a]));
    if (m_measure.aggregate == Aggregate::Rank) {
        for (std::size_t a = 0; a < values.size(); ++a)
            score.rank.push_back(weighted(a, values[a]));
        std::sort(score.rank.rbegin(), score.rank.rend());
    }
    return score;
}

UtilityMeasure::Area::Area(const Lattice& lattice, std::span<const std::uint32_t> levels)
    : m_lattice(lattice) {
    for (std::size_t a = 0; a < levels.size(); ++a)
        m_weights.push_back(lattice.leafWeights(a, levels[a]).data());
}

double UtilityMeasure::Area::of(std::size_t representative) const {
    const auto places = m_lattice.leafPlaces(representative);
    double area = 1;
    for (std::size_t a = 0; a < places.size(); ++a)
        area *= static_cast<double>(m_weights[a][places[a] - m_lattice.leafBegin(a)]);
    return area;
}

double UtilityMeasure::ofClasses(const Grouping& groups, std::span<const std::uint8_t> keeps,
                                 std::span<const std::uint32_t> levels) const {
    const auto records = static_cast<double>(m_lattice.records());
    std::uint64_t kept = 0;
    std::uint64_t suppressed = 0;
    double sum = 0;
    const Area area(m_lattice, levels);
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const std::uint64_t size = groups.counts[g];
        if (size == 0)
            continue;
        kept += keeps[g];
        suppressed += keeps[g] != 0 ? 0 : size;
        const auto n = static_cast<double>(size);
        if (m_measure.type == MeasureType::Discernibility)
            sum += n * (keeps[g] != 0 ? n : records);
        else if (m_measure.type == MeasureType::DiscernibilityStar)
            sum += n * n;
        else if (m_measure.type == MeasureType::Ambiguity)
            sum += n * (keeps[g] != 0 ? area.of(groups.representative[g]) : m_wholeArea);
    }
    if (m_measure.type == MeasureType::Aecs) {
        // The two factors change places on purpose: they weigh classes here, not losses.
        const double classes =
            static_cast<double>(kept) * m_suppression + (suppressed > 0 ? m_generalization : 0);
        return classes > 0 ? records / classes : std::numeric_limits<double>::max();
    }
    if (m_measure.type != MeasureType::KlDivergence)
        return sum;
    const double lost = std::log2(static_cast<double>(suppressed) / m_wholeArea / records);
    for (std::size_t g = 0; g < groups.size(); ++g) {
        if (groups.squares[g] == 0)
            continue;
        const double bits = keeps[g] == 0 ? lost
                                          : std::log2(static_cast<double>(groups.counts[g])
                                                      / area.of(groups.representative[g]) / records);
        sum += static_cast<double>(groups.squares[g]) / records * bits;
    }
    return m_divergence - sum;
}

Score UtilityMeasure::ofClass(std::size_t representative, std::uint64_t size,
                              std::span<const std::uint32_t> levels) const {
    if (m_measure.type == MeasureType::Ambiguity)
        return {Area(m_lattice, levels).of(representative) * static_cast<double>(size), {}};
    if (m_measure.type != MeasureType::Loss)
        return {};
    std::vector<double> values;
    for (std::size_t a = 0; a < levels.size(); ++a) {
        const std::uint64_t weight = m_lattice.leafWeights(a, levels[a])[m_lattice.leaf(a, representative)];
        values.push_back(ratio(size * weight, m_lattice.attribute(a).domain->domainSize()));
    }
    return scoreOf(values);
}

double UtilityMeasure::loss(double score) const {
    if (!isOfAttributes())
        return score;
    const auto count = static_cast<double>(m_lattice.attributes());
    switch (m_measure.aggregate) {
    case Aggregate::ArithmeticMean:
        return score / count;
    case Aggregate::GeometricMean:
        return std::pow(score, 1 / count) - 1;
    case Aggregate::Sum:
    case Aggregate::Maximum:
    case Aggregate::Rank:
        break;
    }
    return score;
}

} // namespace mangrove::deid
