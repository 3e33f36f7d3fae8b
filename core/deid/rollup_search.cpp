// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/rollup_search.h"

#include "base/on_threads.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numeric>

namespace mangrove::deid {

namespace {

/// One thread's stack of groupings: at depth d the first d attributes (in walking order) have their current
/// levels and the others their least.
class Walker {
public:
    Walker(const Lattice& lattice, const std::vector<std::size_t>& order, unsigned thread,
           const RollUpVisitor& visitor, const RunContext& context)
        : m_lattice(lattice), m_order(order), m_thread(thread), m_visitor(visitor), m_context(context),
          m_states(order.size()) {
        for (std::size_t a = 0; a < order.size(); ++a)
            m_levels.push_back(lattice.attribute(a).minLevel);
    }

    /// Walks everything that has the levels of `prefix` in the first attributes; false when cancelled.
    bool walk(const std::vector<std::uint32_t>& prefix) {
        for (std::size_t d = 0; d < prefix.size(); ++d)
            m_levels[m_order[d]] = prefix[d];
        return descend(prefix.size());
    }

private:
    struct State {
        Grouping groups;
        Levels levels; ///< of the first attributes in walking order; empty = nothing there yet
    };

    bool descend(std::size_t depth) {
        if (depth == m_order.size()) {
            if (m_context.cancelled())
                return false;
            if (m_visitor.wants(m_thread, m_levels))
                m_visitor.visit(m_thread, m_levels, groupsAt(depth));
            return true;
        }
        const std::size_t a = m_order[depth];
        const LatticeAttribute& attribute = m_lattice.attribute(a);
        for (std::uint32_t level = attribute.minLevel; level <= attribute.maxLevel; ++level) {
            m_levels[a] = level;
            if (!descend(depth + 1))
                return false;
        }
        m_levels[a] = attribute.minLevel;
        return true;
    }

    /// The groups for the current levels of the first `depth` attributes.
    const Grouping& groupsAt(std::size_t depth) {
        if (depth == 0)
            return m_lattice.bottom();
        const std::size_t a = m_order[depth - 1];
        if (m_levels[a] == m_lattice.attribute(a).minLevel)
            return groupsAt(depth - 1);
        State& state = m_states[depth - 1];
        Levels wanted(depth);
        for (std::size_t d = 0; d < depth; ++d)
            wanted[d] = m_levels[m_order[d]];
        if (state.levels == wanted)
            return state.groups;
        Levels mask(m_order.size());
        for (std::size_t other = 0; other < mask.size(); ++other)
            mask[other] = m_lattice.attribute(other).minLevel;
        for (std::size_t d = 0; d < depth; ++d)
            mask[m_order[d]] = wanted[d];
        const bool samePrefix = state.levels.size() == depth && state.levels.back() < wanted.back()
                                && std::equal(wanted.begin(), wanted.end() - 1, state.levels.begin());
        const Grouping& finer = samePrefix ? state.groups : groupsAt(depth - 1);
        m_grouper.roll(finer, m_lattice.mask(mask), m_spare);
        std::swap(state.groups, m_spare);
        state.levels = std::move(wanted);
        return state.groups;
    }

    const Lattice& m_lattice;
    const std::vector<std::size_t>& m_order;
    unsigned m_thread;
    const RollUpVisitor& m_visitor;
    const RunContext& m_context;
    Levels m_levels;
    std::vector<State> m_states;
    Grouper m_grouper;
    Grouping m_spare;
};

/// The attributes in walking order. A node is rolled up from the one below it in the last attribute that is
/// not at its least level, so those come last of which a level joins least: what is rolled up is then hardly
/// larger than what comes out.
std::vector<std::size_t> walkingOrder(const Lattice& lattice) {
    std::vector<double> joinedByLevel; // the factor by which a level divides the bottom classes
    Grouper grouper;
    Grouping groups;
    Levels levels;
    for (std::size_t a = 0; a < lattice.attributes(); ++a)
        levels.push_back(lattice.attribute(a).minLevel);
    for (std::size_t a = 0; a < lattice.attributes(); ++a) {
        const LatticeAttribute& attribute = lattice.attribute(a);
        if (attribute.maxLevel == attribute.minLevel) {
            joinedByLevel.push_back(1);
            continue;
        }
        levels[a] = attribute.maxLevel;
        grouper.roll(lattice.bottom(), lattice.mask(levels), groups);
        levels[a] = attribute.minLevel;
        joinedByLevel.push_back(std::pow(static_cast<double>(lattice.classes())
                                             / static_cast<double>(std::max<std::size_t>(groups.size(), 1)),
                                         1.0 / (attribute.maxLevel - attribute.minLevel)));
    }
    std::vector<std::size_t> order(lattice.attributes());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return joinedByLevel[a] > joinedByLevel[b]; });
    return order;
}

} // namespace

Status walkLattice(const Lattice& lattice, unsigned threads, const RollUpVisitor& visitor,
                   const RunContext& context) {
    const std::size_t m = lattice.attributes();
    const auto span = [&](std::size_t a) {
        return std::uint64_t{lattice.attribute(a).maxLevel} - lattice.attribute(a).minLevel + 1;
    };
    const std::vector<std::size_t> order = walkingOrder(lattice);
    // Enough tasks that the threads end together, few enough that each rolls up mostly from its own nodes.
    std::size_t depth = 0;
    std::uint64_t tasks = 1;
    while (depth + 1 < m && tasks < std::uint64_t{threads} * 16 && threads > 1)
        tasks *= span(order[depth++]);
    std::atomic<std::uint64_t> next{0};
    std::atomic<bool> stopped{false};
    const auto work = [&](unsigned thread) {
        Walker walker(lattice, order, thread, visitor, context);
        for (std::uint64_t task = next.fetch_add(1); task < tasks && !stopped; task = next.fetch_add(1)) {
            std::vector<std::uint32_t> prefix(depth);
            std::uint64_t rest = task;
            for (std::size_t d = depth; d-- > 0;) {
                prefix[d] =
                    lattice.attribute(order[d]).minLevel + static_cast<std::uint32_t>(rest % span(order[d]));
                rest /= span(order[d]);
            }
            if (!walker.walk(prefix))
                stopped = true;
        }
    };
    onThreads(threads, work);
    return context.check();
}

} // namespace mangrove::deid
