// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/linked_levels.h"

#include "deid/class_table.h"
#include "deid/local_recoding.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace mangrove::deid {

namespace {

constexpr double kLeastCost = 1e-6;

} // namespace

LinkedLevels::LinkedLevels(const Problem& problem, Solution solution)
    : m_problem(&problem), m_solution(std::move(solution)) {
    const Lattice& lattice = problem.lattice();
    if (m_solution.clusterOf.empty()) {
        keep();
        return;
    }
    Levels top;
    Labels labels;
    for (std::size_t q = 0; q < lattice.attributes(); ++q) {
        labels.push_back(problem.domain(q).commonLabels());
        top.push_back(lattice.attribute(q).maxLevel);
    }
    m_labels = std::make_shared<const Labels>(std::move(labels));
    const auto topCluster = static_cast<std::uint32_t>(m_solution.clusterLevels.size());
    m_solution.clusterLevels.push_back(std::move(top));
    m_clusterOf.assign(lattice.classes(), topCluster);
    for (std::size_t c = 0; c < m_solution.clusterOf.size(); ++c) {
        if (m_solution.clusterOf[c] != LocalSolution::kSuppressed)
            m_clusterOf[lattice.classOf()[c]] = m_solution.clusterOf[c];
    }
    keep();
}

void LinkedLevels::keep() {
    m_least = m_solution.levels;
    m_leastOf.clear();
    for (const std::uint32_t cluster : m_clusterOf)
        m_leastOf.push_back(m_solution.clusterLevels[cluster]);
}

std::uint32_t LinkedLevels::risen(std::size_t q, std::size_t bottomClass) const {
    return levelOf(q, bottomClass) - (isLocal() ? m_leastOf[bottomClass][q] : m_least[q]);
}

std::uint32_t LinkedLevels::levelOf(std::size_t q, std::size_t bottomClass) const {
    return m_clusterOf.empty() ? m_solution.levels[q] : m_solution.clusterLevels[m_clusterOf[bottomClass]][q];
}

double LinkedLevels::costOfLabel(std::size_t q, std::uint32_t level) const {
    const QuasiDomain& domain = m_problem->domain(q);
    return std::log(1.0 + domain.labels(level - 1)) / std::log(1.0 + domain.labels(0));
}

std::vector<bool> LinkedLevels::raisedBy(const Step& step, const std::vector<bool>& marked) const {
    const Lattice& lattice = m_problem->lattice();
    const std::uint32_t most = lattice.attribute(step.quasi).maxLevel;
    std::vector<bool> raised(lattice.classes(), false);
    if (step.onlyMarked) {
        for (std::size_t c = 0; c < marked.size(); ++c) {
            const std::uint32_t bottomClass = lattice.classOf()[c];
            if (marked[c] && levelOf(step.quasi, bottomClass) < most)
                raised[bottomClass] = true;
        }
        return raised;
    }
    std::uint32_t lowest = most;
    for (std::size_t c = 0; c < raised.size(); ++c)
        lowest = std::min(lowest, levelOf(step.quasi, c));
    for (std::size_t c = 0; lowest < most && c < raised.size(); ++c)
        raised[c] = levelOf(step.quasi, c) == lowest;
    return raised;
}

double LinkedLevels::costOf(const Step& step, const std::vector<bool>& marked) const {
    const Lattice& lattice = m_problem->lattice();
    if (!isLocal()) {
        const std::uint32_t level = m_solution.levels[step.quasi];
        const bool canRise = !step.onlyMarked && level < lattice.attribute(step.quasi).maxLevel;
        return canRise ? std::max(costOfLabel(step.quasi, level + 1), kLeastCost) : 0;
    }
    const std::vector<bool> raised = raisedBy(step, marked);
    bool any = false;
    double cost = 0;
    for (std::size_t c = 0; c < raised.size(); ++c) {
        if (!raised[c])
            continue;
        any = true;
        cost +=
            static_cast<double>(lattice.counts()[c]) * costOfLabel(step.quasi, levelOf(step.quasi, c) + 1);
    }
    const auto records = static_cast<double>(std::max<std::uint64_t>(lattice.records(), 1));
    return any ? std::max(cost / records, kLeastCost) : 0;
}

void LinkedLevels::raise(const Step& step, const std::vector<bool>& marked) {
    if (isLocal())
        shift(step.quasi, raisedBy(step, marked), 1);
    else
        ++m_solution.levels[step.quasi];
}

void LinkedLevels::lower(std::size_t q) {
    if (!isLocal()) {
        --m_solution.levels[q];
        return;
    }
    std::vector<bool> which(m_clusterOf.size());
    for (std::size_t c = 0; c < which.size(); ++c)
        which[c] = risen(q, c) > 0;
    shift(q, which, static_cast<std::uint32_t>(-1));
}

double LinkedLevels::costOfLast(std::size_t q) const {
    if (!isLocal())
        return m_solution.levels[q] > m_least[q] ? costOfLabel(q, m_solution.levels[q]) : 0;
    const Lattice& lattice = m_problem->lattice();
    double cost = 0;
    for (std::size_t c = 0; c < m_clusterOf.size(); ++c) {
        if (risen(q, c) > 0)
            cost += static_cast<double>(lattice.counts()[c]) * costOfLabel(q, levelOf(q, c));
    }
    return cost / static_cast<double>(std::max<std::uint64_t>(lattice.records(), 1));
}

void LinkedLevels::shift(std::size_t q, const std::vector<bool>& which, std::uint32_t by) {
    std::map<Levels, std::uint32_t> numbers;
    std::vector<Levels> used;
    for (std::size_t c = 0; c < which.size(); ++c) {
        Levels levels = m_solution.clusterLevels[m_clusterOf[c]];
        levels[q] += which[c] ? by : 0;
        const auto [found, isNew] = numbers.try_emplace(levels, static_cast<std::uint32_t>(used.size()));
        if (isNew)
            used.push_back(std::move(levels));
        m_clusterOf[c] = found->second;
    }
    m_solution.clusterLevels = std::move(used);
    m_solution.levels[q] = 0;
    for (const Levels& levels : m_solution.clusterLevels)
        m_solution.levels[q] = std::max(m_solution.levels[q], levels[q]);
}

std::vector<std::uint32_t> LinkedLevels::classes() const {
    const Lattice& lattice = m_problem->lattice();
    ClassTable classes(lattice.attributes());
    std::vector<std::uint32_t> labels(lattice.attributes());
    std::vector<std::uint32_t> ofBottom;
    ofBottom.reserve(lattice.classes());
    for (std::size_t c = 0; c < lattice.classes(); ++c) {
        for (std::size_t q = 0; q < labels.size(); ++q) {
            const std::uint32_t level = levelOf(q, c);
            const std::uint32_t label = lattice.leafLabels(q, level)[lattice.leaf(q, c)];
            labels[q] = isLocal() ? (*m_labels)[q][level][label] : label;
        }
        ofBottom.push_back(classes.add(labels));
    }
    std::vector<std::uint32_t> numbers;
    numbers.reserve(lattice.classOf().size());
    for (const std::uint32_t bottomClass : lattice.classOf())
        numbers.push_back(ofBottom[bottomClass]);
    return numbers;
}

Solution LinkedLevels::solution() const {
    const Lattice& lattice = m_problem->lattice();
    Solution solution;
    if (isLocal()) {
        solution.levels = m_solution.levels;
        solution.loss = localLoss(lattice, m_solution.clusterLevels, m_clusterOf);
        solution.clusterLevels = m_solution.clusterLevels;
        for (const std::uint32_t bottomClass : lattice.classOf())
            solution.clusterOf.push_back(m_clusterOf[bottomClass]);
    } else {
        solution = solutionAt(*m_problem, m_solution.levels);
    }
    solution.checked = m_solution.checked;
    solution.keeps.assign(lattice.classOf().size(), true);
    return solution;
}

} // namespace mangrove::deid
