// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/lattice.h"
#include "deid/node_evaluator.h"
#include "deid/utility.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace mangrove::deid {

/// Lower bounds of the scores of all nodes of a lattice small enough to be listed, and which nodes are still
/// open. Node numbers count levels in attribute order, the last fastest. One thread.
class NodeBounds {
public:
    NodeBounds(const Lattice& lattice, const UtilityMeasure& utility);

    [[nodiscard]] std::size_t nodes() const { return m_bound.size(); }
    [[nodiscard]] Levels levelsOf(std::size_t node) const;
    [[nodiscard]] std::size_t numberOf(const Levels& levels) const;
    [[nodiscard]] double bound(std::size_t node) const { return m_bound[node]; }

    /// What the records suppressed at `levels` and below cost at least in all finer nodes.
    void learn(const Levels& levels, const NodeEvaluator& evaluator, std::uint64_t suppressedBelow);
    /// No node at or below `levels` can be the answer.
    void ruleOut(const Levels& levels) { ruleOutFrom(0, 0, levels); }
    void close(std::size_t node);

    /// The open node to look at next, or nullopt when none can beat `best`: the one with most nodes below it
    /// among those whose bound lies in the lower part between the least bound and `best`.
    [[nodiscard]] std::optional<std::size_t> pick(double best);

private:
    [[nodiscard]] std::size_t span(std::size_t a) const;
    [[nodiscard]] float volumeOf(std::size_t node) const;
    void raise(const Levels& levels);
    template<Aggregate kAggregate>
    void raiseFrom(std::size_t a, std::size_t node, double score, const Levels& levels);
    void ruleOutFrom(std::size_t a, std::size_t node, const Levels& levels);

    const Lattice& m_lattice;
    const UtilityMeasure& m_utility;
    std::vector<std::size_t> m_stride;
    std::vector<double> m_bound;
    std::vector<float> m_volume; ///< nodes at or below
    std::vector<std::uint32_t> m_open;
    std::vector<std::vector<double>> m_table;
};

} // namespace mangrove::deid
