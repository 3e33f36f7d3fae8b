// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/node_evaluator.h"

#include "deid/sample_models.h"

#include <algorithm>
#include <cmath>

namespace mangrove::deid {

namespace {

/// Decimal limits count as met when the quotient differs by less than this part; see SensitiveModel.
constexpr long double kEqual = 1e-15L;

} // namespace

bool NodeRules::isMonotone() const {
    return presence.empty() && sampled.empty()
           && std::all_of(sensitive.begin(), sensitive.end(),
                          [](const auto& entry) { return entry.second.isDistinctOnly(); });
}

bool presenceHolds(std::pair<double, double> limits, std::uint64_t part, std::uint64_t whole) {
    const auto records = static_cast<long double>(part);
    const long double low = static_cast<long double>(limits.first) * static_cast<long double>(whole);
    const long double high = static_cast<long double>(limits.second) * static_cast<long double>(whole);
    return records >= low - kEqual * low && records <= high + kEqual * high;
}

std::uint64_t suppressionBudget(double limit, std::uint64_t records) {
    const double exact = limit * static_cast<double>(records);
    const double nearest = std::round(exact);
    const bool isWhole = std::abs(exact - nearest) <= 1e-12 * std::max(1.0, exact);
    return static_cast<std::uint64_t>(isWhole ? nearest : std::floor(exact));
}

NodeEvaluator::NodeEvaluator(const Lattice& lattice, const UtilityMeasure& utility, const NodeRules& rules)
    : m_lattice(lattice), m_utility(utility), m_rules(rules), m_monotone(rules.isMonotone()),
      m_values(lattice.attributes()) {
    m_below.assign(lattice.leafBegin(lattice.attributes()), 0);
    m_suppressed = m_below;
}

bool NodeEvaluator::mayKeepBelow(const Grouping& groups, std::size_t g) const {
    if (groups.counts[g] < m_rules.minClassSize)
        return false;
    if (m_rules.minPopulation > 0 && groups.population[g] < m_rules.minPopulation)
        return false;
    for (const auto& [column, model] : m_rules.sensitive) {
        const Distribution& distribution = groups.sensitive[column];
        if (distribution.begin[g + 1] - distribution.begin[g] < model.leastDistinct())
            return false;
    }
    return true;
}

bool NodeEvaluator::keepsClass(const Grouping& groups, std::size_t g) const {
    if (!mayKeepBelow(groups, g))
        return false;
    for (const auto& limits : m_rules.presence) {
        if (!presenceHolds(limits, groups.counts[g], groups.population[g]))
            return false;
    }
    for (const auto& [column, model] : m_rules.sensitive) {
        if (model.isDistinctOnly())
            continue;
        const Distribution& distribution = groups.sensitive[column];
        const std::size_t begin = distribution.begin[g];
        const std::size_t count = distribution.begin[g + 1] - begin;
        if (!model.holds(std::span(distribution.values).subspan(begin, count),
                         std::span(distribution.counts).subspan(begin, count), groups.counts[g]))
            return false;
    }
    return true;
}

void NodeEvaluator::judgeClasses(const Grouping& groups, NodeResult& result) {
    const std::size_t count = groups.size();
    m_keeps.resize(count);
    const bool sizesOnly =
        m_rules.minPopulation == 0 && m_rules.presence.empty() && m_rules.sensitive.empty();
    if (sizesOnly) {
        const std::uint64_t least = std::max<std::uint64_t>(m_rules.minClassSize, 1);
        for (std::size_t g = 0; g < count; ++g) {
            const bool keeps = groups.counts[g] >= least;
            m_keeps[g] = keeps ? 1 : 0;
            result.keptClasses += keeps ? 1 : 0;
            result.suppressed += keeps ? 0 : groups.counts[g];
        }
        result.suppressedBelow = result.suppressed;
        return;
    }
    m_lostBelow.resize(m_monotone ? 0 : count);
    for (std::size_t g = 0; g < count; ++g) {
        const std::uint64_t size = groups.counts[g];
        const bool keeps = size > 0 && keepsClass(groups, g);
        m_keeps[g] = keeps ? 1 : 0;
        result.keptClasses += keeps ? 1 : 0;
        result.suppressed += keeps ? 0 : size;
        if (!m_monotone) {
            const bool lost = !keeps && (size == 0 || !mayKeepBelow(groups, g));
            m_lostBelow[g] = lost ? 1 : 0;
            result.suppressedBelow += lost ? size : 0;
        }
    }
    if (m_monotone)
        result.suppressedBelow = result.suppressed;
}

void NodeEvaluator::enforceSampled(const Grouping& groups, std::span<const std::uint32_t> levels,
                                   NodeResult& result) {
    if (m_rules.sampled.empty())
        return;
    if (m_rules.minPopulation == 0 && m_rules.presence.empty() && m_rules.sensitive.empty()) {
        // judgeClasses() took the short way; what it suppressed stays suppressed below.
        m_lostBelow.resize(groups.size());
        for (std::size_t g = 0; g < groups.size(); ++g)
            m_lostBelow[g] = m_keeps[g] != 0 ? 0 : 1;
    }
    // Kept classes that say something, the smallest first.
    std::vector<std::uint32_t> order;
    for (std::uint32_t g = 0; g < groups.size(); ++g) {
        if (m_keeps[g] != 0 && !m_lattice.isAllTop(groups.representative[g], levels))
            order.push_back(g);
    }
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return groups.counts[a] != groups.counts[b] ? groups.counts[a] < groups.counts[b] : a < b;
    });
    std::vector<std::uint64_t> sizes;
    for (const std::uint32_t g : order)
        sizes.push_back(groups.counts[g]);
    std::size_t dropped = 0;
    for (const Model& model : m_rules.sampled)
        dropped = smallestPrefixToDrop(model, sizes, dropped, m_lattice.records());
    orderLastSize(groups, levels, order, dropped);
    for (std::size_t i = 0; i < dropped; ++i) {
        m_keeps[order[i]] = 0;
        --result.keptClasses;
        result.suppressed += sizes[i];
    }
}

/// Of the classes of one size of which only some are dropped, those that cost least by themselves go first.
void NodeEvaluator::orderLastSize(const Grouping& groups, std::span<const std::uint32_t> levels,
                                  std::vector<std::uint32_t>& order, std::size_t dropped) const {
    if (dropped == 0 || dropped == order.size())
        return;
    const std::uint64_t size = groups.counts[order[dropped - 1]];
    if (groups.counts[order[dropped]] != size)
        return;
    std::vector<std::pair<Score, std::uint32_t>> ties;
    std::size_t begin = dropped;
    while (begin > 0 && groups.counts[order[begin - 1]] == size)
        --begin;
    for (std::size_t i = begin; i < order.size() && groups.counts[order[i]] == size; ++i)
        ties.emplace_back(m_utility.ofClass(groups.representative[order[i]], size, levels), order[i]);
    std::stable_sort(ties.begin(), ties.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < ties.size(); ++i)
        order[begin + i] = ties[i].second;
}

template<typename Lost>
void NodeEvaluator::countPerLeaf(std::span<const std::uint64_t> counts,
                                 std::span<const std::uint32_t> representative, const Lost& lost,
                                 std::vector<std::uint64_t>& perLeaf) {
    // The smaller side is counted; the other one follows from the totals, where leaves are those of the data.
    const auto collect = [&](bool wanted) {
        m_counted.resize(counts.size());
        std::size_t found = 0;
        for (std::uint32_t c = 0; c < counts.size(); ++c) { // without a branch: which are lost is random
            m_counted[found] = c;
            found += lost(c) == wanted ? 1U : 0U;
        }
        m_counted.resize(found);
    };
    collect(true);
    const bool countKept = representative.empty() && m_counted.size() * 2 > counts.size();
    if (countKept)
        collect(false);
    std::fill(perLeaf.begin(), perLeaf.end(), 0);
    const std::size_t m = m_lattice.attributes();
    std::uint64_t* const into = perLeaf.data();
    for (const std::uint32_t c : m_counted) {
        // A class at a time: its attributes' places are far apart, so that no addition waits for another.
        const std::uint32_t* const places =
            m_lattice.leafPlaces(representative.empty() ? c : representative[c]).data();
        const std::uint64_t records = counts[c];
        for (std::size_t a = 0; a < m; ++a)
            into[places[a]] += records;
    }
    if (countKept) {
        const auto all = m_lattice.recordsPerLeaf();
        for (std::size_t place = 0; place < perLeaf.size(); ++place)
            perLeaf[place] = all[place] - perLeaf[place];
    }
}

bool NodeEvaluator::meanRiskHolds(const Grouping& groups, std::uint64_t keptClasses) const {
    if (!m_rules.meanRisk || keptClasses == 0)
        return true;
    double sum = 0;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        if (m_keeps[g] != 0)
            sum += 1.0 / static_cast<double>(groups.counts[g]);
    }
    return sum / static_cast<double>(keptClasses) * m_rules.meanRisk->probability
           < m_rules.meanRisk->acceptable;
}

void NodeEvaluator::score(const Grouping& groups, std::span<const std::uint32_t> levels, NodeResult& result) {
    if (!m_utility.isOfAttributes()) {
        result.score = {m_utility.ofClasses(groups, m_keeps, levels), {}};
        return;
    }
    for (std::size_t a = 0; a < levels.size(); ++a)
        m_values[a] = m_utility.value(a, levels[a], ofAttribute(m_suppressed, a), result.suppressed);
    result.score = m_utility.scoreOf(m_values);
}

NodeResult NodeEvaluator::evaluate(std::span<const std::uint32_t> levels) {
    return evaluate(levels, false);
}

NodeResult NodeEvaluator::measure(std::span<const std::uint32_t> levels) {
    return evaluate(levels, true);
}

NodeResult NodeEvaluator::evaluate(std::span<const std::uint32_t> levels, bool whole) {
    m_grouper.roll(m_lattice.bottom(), m_lattice.mask(levels), m_groups);
    NodeResult result;
    judgeClasses(m_groups, result);
    enforceSampled(m_groups, levels, result);
    if (!whole && result.suppressedBelow > m_rules.suppressionLimit)
        return result;
    const auto counts = m_lattice.counts();
    const auto& groupOf = m_groups.groupOf;
    countPerLeaf(
        counts, {}, [&](std::uint32_t c) { return m_keeps[groupOf[c]] == 0; }, m_suppressed);
    if (m_monotone)
        m_below = m_suppressed;
    else
        countPerLeaf(
            counts, {}, [&](std::uint32_t c) { return m_lostBelow[groupOf[c]] != 0; }, m_below);
    score(m_groups, levels, result);
    result.valid =
        result.suppressed <= m_rules.suppressionLimit && meanRiskHolds(m_groups, result.keptClasses);
    return result;
}

NodeResult NodeEvaluator::judge(const Grouping& groups, std::span<const std::uint32_t> levels) {
    NodeResult result;
    judgeClasses(groups, result);
    enforceSampled(groups, levels, result);
    if (result.suppressed > m_rules.suppressionLimit)
        return result;
    if (m_utility.isOfAttributes() && result.suppressed > 0)
        countPerLeaf(
            groups.counts, groups.representative, [&](std::uint32_t g) { return m_keeps[g] == 0; },
            m_suppressed);
    score(groups, levels, result);
    result.valid = meanRiskHolds(groups, result.keptClasses);
    return result;
}

std::vector<std::uint64_t> NodeEvaluator::keptSizes() const {
    std::vector<std::uint64_t> sizes;
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        if (m_keeps[g] != 0)
            sizes.push_back(m_groups.counts[g]);
    }
    return sizes;
}

} // namespace mangrove::deid
