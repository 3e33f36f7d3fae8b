// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "deid/lattice.h"
#include "deid/node_evaluator.h"
#include "deid/utility.h"

#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

namespace mangrove::deid {

/// A set of bottom classes as local recoding sees it.
struct Cluster {
    std::vector<std::uint64_t> first; ///< key of one member
    std::vector<std::uint64_t> diff;  ///< bits in which any member differs from it
    std::uint64_t records = 0;
    std::uint32_t representative = 0; ///< one member
    Levels levels;                    ///< the lowest that give all members one label
    double loss = 0;                  ///< sum over records and attributes of (w - 1) / (D - 1), see utility.h
};

/// Sets of bottom classes, their common labels and what these cost. Path codes make the common label of a set
/// a matter of the highest bit in which its members differ. Scratch memory inside: one object a thread. The
/// lattice and the rules outlive it.
class ClusterSpace {
public:
    using Members = std::vector<std::uint32_t>;

    ClusterSpace(const Lattice& lattice, const NodeRules& rules);

    [[nodiscard]] std::size_t attributes() const { return m_lattice.attributes(); }
    [[nodiscard]] std::uint32_t minLevel(std::size_t a) const { return m_lattice.attribute(a).minLevel; }
    /// The sets that share a label in every attribute at least at the top.
    [[nodiscard]] std::vector<Members> byTop() const;
    [[nodiscard]] Cluster clusterOf(const Members& members) const;
    [[nodiscard]] Cluster joined(const Cluster& a, const Cluster& b) const;
    /// Whether the class models hold on the set as one class.
    [[nodiscard]] bool fulfils(const Members& members);
    /// (label at `level` of attribute `a`, member), sorted.
    void order(const Members& members, std::size_t a, std::uint32_t level,
               std::vector<std::pair<std::uint64_t, std::uint32_t>>& sorted) const;

    /// Byun et al. 2007: a cluster starts at the record farthest from the last one and takes the nearest ones
    /// until the models hold; the rest joins where it costs least. Empty where no cluster arises. `loss` =
    /// sum over the clusters.
    [[nodiscard]] Result<std::vector<Members>> clusterByNeighbours(const Members& members,
                                                                   const RunContext& context, double& loss);
    /// Moves members to clusters where they cost less and dissolves clusters whose members do better in
    /// others, as long as that helps and `goesOn` says so.
    void exchange(std::vector<Members>& clusters, const std::function<bool()>& goesOn);
    /// Joins clusters of equal labels whose union breaks a model with their cheapest neighbour until every
    /// class of the output fulfils all models. kNoValidNode.
    [[nodiscard]] Status joinUntilFulfilled(std::vector<Members>& clusters);
    /// Sizes of the classes of the output, in order of appearance.
    [[nodiscard]] std::vector<std::uint64_t> classSizes(const std::vector<Members>& clusters) const;

private:
    void finish(Cluster& cluster) const;
    /// Loss of the cluster with one member more; infinite where they share no label.
    [[nodiscard]] double lossOfJoin(const Cluster& cluster, std::uint32_t member) const;
    [[nodiscard]] std::uint32_t levelOf(std::span<const std::uint64_t> diff, std::size_t a,
                                        std::uint32_t from) const;
    [[nodiscard]] std::size_t cheapestHost(const std::vector<Cluster>& clusters, std::uint32_t member,
                                           std::size_t except, double& more) const;
    [[nodiscard]] bool mayLeave(const Members& members, std::size_t index);
    [[nodiscard]] std::vector<std::vector<std::size_t>>
    equalLabels(const std::vector<Members>& clusters) const;

    const Lattice& m_lattice;
    const NodeRules& m_rules;
    bool m_sizesOnly;
    UtilityMeasure m_utility; ///< only because a judge has one
    NodeEvaluator m_judge;
    std::size_t m_words;
    std::vector<std::size_t> m_word;                 ///< where the attribute's code lies
    std::vector<std::vector<std::uint64_t>> m_masks; ///< bits of each level, [attribute][level - minLevel]
    /// Loss of a record, [attribute][level - minLevel][leaf]; infinite one level above the top.
    std::vector<std::vector<std::vector<double>>> m_cost;
    Grouping m_class;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_entries;
};

} // namespace mangrove::deid
