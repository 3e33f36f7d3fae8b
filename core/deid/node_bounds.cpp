// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/node_bounds.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace mangrove::deid {

namespace {

/// Where between the least open bound and the best score so far the next node is taken from. Measured on
/// Adult at 0, 5 and 100 %: 0.5 checks 333, 636 and 535 nodes, 0.9 116, 302 and 228, 0.97 about 85, 278 and
/// 205.
constexpr double kPart = 0.97;
constexpr double kClosed = std::numeric_limits<double>::infinity();

} // namespace

NodeBounds::NodeBounds(const Lattice& lattice, const UtilityMeasure& utility)
    : m_lattice(lattice), m_utility(utility) {
    const std::size_t m = lattice.attributes();
    m_stride.resize(m);
    std::size_t stride = 1;
    for (std::size_t a = m; a-- > 0;) {
        m_stride[a] = stride;
        stride *= span(a);
    }
    m_bound.assign(stride, -kClosed);
    m_table.resize(m);
    if (utility.isOfAttributes()) {
        Levels top(m);
        for (std::size_t a = 0; a < m; ++a) {
            top[a] = lattice.attribute(a).maxLevel;
            for (std::uint32_t level = lattice.attribute(a).minLevel; level <= top[a]; ++level)
                m_table[a].push_back(utility.weighted(a, utility.bound(a, level, {}, 0)));
        }
        raise(top);
    }
    m_volume.assign(stride, 0);
    for (std::size_t node = 0; node < stride; ++node)
        m_volume[node] = volumeOf(node);
    m_open.resize(stride);
    std::iota(m_open.begin(), m_open.end(), 0U);
}

Levels NodeBounds::levelsOf(std::size_t node) const {
    Levels levels(m_stride.size());
    for (std::size_t a = 0; a < levels.size(); ++a) {
        levels[a] = static_cast<std::uint32_t>(node / m_stride[a]) + m_lattice.attribute(a).minLevel;
        node %= m_stride[a];
    }
    return levels;
}

std::size_t NodeBounds::numberOf(const Levels& levels) const {
    std::size_t node = 0;
    for (std::size_t a = 0; a < levels.size(); ++a)
        node += (levels[a] - m_lattice.attribute(a).minLevel) * m_stride[a];
    return node;
}

void NodeBounds::learn(const Levels& levels, const NodeEvaluator& evaluator, std::uint64_t suppressedBelow) {
    if (suppressedBelow == 0 || !m_utility.isOfAttributes() || !m_utility.growsWithSuppression())
        return;
    for (std::size_t a = 0; a < levels.size(); ++a) {
        const auto perLeaf = evaluator.belowPerLeaf(a);
        const std::uint32_t least = m_lattice.attribute(a).minLevel;
        for (std::uint32_t level = least; level <= levels[a]; ++level)
            m_table[a][level - least] =
                m_utility.weighted(a, m_utility.bound(a, level, perLeaf, suppressedBelow));
    }
    raise(levels);
}

void NodeBounds::close(std::size_t node) {
    m_bound[node] = kClosed;
}

std::optional<std::size_t> NodeBounds::pick(double best) {
    double least = kClosed;
    std::size_t kept = 0;
    for (const std::uint32_t node : m_open) {
        if (m_bound[node] <= best && m_bound[node] < kClosed) {
            m_open[kept++] = node;
            least = std::min(least, m_bound[node]);
        }
    }
    m_open.resize(kept);
    if (kept == 0)
        return std::nullopt;
    const double limit = best == kClosed ? kClosed : least + kPart * (best - least);
    std::size_t chosen = m_open.front();
    float volume = -1;
    for (const std::uint32_t node : m_open) {
        if (m_bound[node] <= limit && m_volume[node] > volume) {
            volume = m_volume[node];
            chosen = node;
        }
    }
    return chosen;
}

std::size_t NodeBounds::span(std::size_t a) const {
    return m_lattice.attribute(a).maxLevel - m_lattice.attribute(a).minLevel + 1;
}

float NodeBounds::volumeOf(std::size_t node) const {
    float volume = 1;
    for (std::size_t a = 0; a < m_stride.size(); ++a) {
        volume *= static_cast<float>(std::size_t{node / m_stride[a]} + 1);
        node %= m_stride[a];
    }
    return volume;
}

/// Bounds of all nodes at or below `levels` become at least what m_table says.
void NodeBounds::raise(const Levels& levels) {
    if (levels.empty())
        return;
    switch (m_utility.aggregate()) {
    case Aggregate::ArithmeticMean:
    case Aggregate::Sum:
        return raiseFrom<Aggregate::Sum>(0, 0, m_utility.start(), levels);
    case Aggregate::GeometricMean:
        return raiseFrom<Aggregate::GeometricMean>(0, 0, m_utility.start(), levels);
    case Aggregate::Maximum:
    case Aggregate::Rank:
        return raiseFrom<Aggregate::Maximum>(0, 0, m_utility.start(), levels);
    }
}

template<Aggregate kAggregate>
void NodeBounds::raiseFrom(std::size_t a, std::size_t node, double score, const Levels& levels) {
    const std::size_t count = levels[a] - m_lattice.attribute(a).minLevel + 1;
    const bool last = a + 1 == levels.size();
    for (std::size_t i = 0; i < count; ++i) {
        const double next = UtilityMeasure::combine(kAggregate, score, m_table[a][i]);
        if (last)
            m_bound[node + i] = std::max(m_bound[node + i], next);
        else
            raiseFrom<kAggregate>(a + 1, node + i * m_stride[a], next, levels);
    }
}

void NodeBounds::ruleOutFrom(std::size_t a, std::size_t node, const Levels& levels) {
    const std::size_t count = levels[a] - m_lattice.attribute(a).minLevel + 1;
    for (std::size_t i = 0; i < count; ++i) {
        if (a + 1 == levels.size())
            m_bound[node + i] = kClosed;
        else
            ruleOutFrom(a + 1, node + i * m_stride[a], levels);
    }
}

} // namespace mangrove::deid
