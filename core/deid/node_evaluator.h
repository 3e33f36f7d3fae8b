// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/grouping.h"
#include "deid/lattice.h"
#include "deid/model.h"
#include "deid/sensitive.h"
#include "deid/utility.h"

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace mangrove::deid {

/// What a node must fulfil.
///
/// Classes that break a class model are suppressed whole. Then, for each model over all classes in turn, the
/// smallest classes that are left go (of equal sizes those that cost least by themselves, then in order of
/// their first combination, as in ARX) until it holds; to
/// such a model a class that is `*` in every attribute does not count, as in ARX. A node is valid when no
/// more than suppressionLimit records are suppressed.
struct NodeRules {
    std::uint64_t minClassSize = 1;                  ///< smaller classes are suppressed whole
    std::uint64_t minPopulation = 0;                 ///< k-map: fewer records of all rows
    std::uint64_t suppressionLimit = 0;              ///< records that may be suppressed
    std::vector<std::pair<double, double>> presence; ///< delta-presence: least and most records / population
    /// The sensitive column (of Grouping::sensitive) and the model.
    std::vector<std::pair<std::size_t, SensitiveModel>> sensitive;
    std::vector<Model> sampled; ///< average-risk, sample- and population-uniqueness
    /// GB/T 42460 for controlled and enclave sharing: mean of 1/f over kept classes, times `probability`,
    /// must be below `acceptable`. Not monotone, so it only decides about the node itself.
    struct MeanRisk {
        double probability = 1;
        double acceptable = 0.05;
    };
    std::optional<MeanRisk> meanRisk;

    /// Whether every class that is suppressed at a node is suppressed in all finer ones.
    [[nodiscard]] bool isMonotone() const;
};

/// floor(limit x records) for a limit written in decimals: 0.29 of 100 records are 29, although the binary
/// number nearest to 0.29 is a little smaller.
[[nodiscard]] std::uint64_t suppressionBudget(double limit, std::uint64_t records);

/// delta-presence of one class: least <= part / whole <= most, where limits written in decimals count as met.
[[nodiscard]] bool presenceHolds(std::pair<double, double> limits, std::uint64_t part, std::uint64_t whole);

struct NodeResult {
    std::uint64_t suppressed = 0;
    std::uint64_t keptClasses = 0;
    /// Records that are suppressed in all finer nodes too; = suppressed where the rules are monotone.
    std::uint64_t suppressedBelow = 0;
    bool valid = false; ///< suppressed <= limit and the mean risk, if asked for, is acceptable
    Score score;
};

/// Judges one node after the other. Owns scratch memory: one object a thread. What it refers to outlives it.
class NodeEvaluator {
public:
    NodeEvaluator(const Lattice& lattice, const UtilityMeasure& utility, const NodeRules& rules);

    /// Forms the node's classes from the bottom ones. Where more records than the limit allows are suppressed
    /// at all finer nodes too, neither this node nor one of them can be the answer: there is no score then
    /// and belowPerLeaf() is not set, which saves half of the work.
    [[nodiscard]] NodeResult evaluate(std::span<const std::uint32_t> levels);
    /// The same with score and belowPerLeaf() in any case.
    [[nodiscard]] NodeResult measure(std::span<const std::uint32_t> levels);
    /// Judges classes formed elsewhere. belowPerLeaf(), keeps() and keptSizes() are not set.
    [[nodiscard]] NodeResult judge(const Grouping& groups, std::span<const std::uint32_t> levels);

    /// Whether the class models hold on group `g`, which has records.
    [[nodiscard]] bool keepsClass(const Grouping& groups, std::size_t g) const;

    /// Of the last evaluate() or measure(): records per leaf of attribute `a` that are suppressed in all
    /// finer nodes too.
    [[nodiscard]] std::span<const std::uint64_t> belowPerLeaf(std::size_t a) const {
        return ofAttribute(m_below, a);
    }
    /// Of the last evaluate() or measure(): sizes of the kept classes, in order of first appearance.
    [[nodiscard]] std::vector<std::uint64_t> keptSizes() const;
    /// Of the last evaluate() or measure(): is class `c` of the lattice kept?
    [[nodiscard]] bool keeps(std::size_t c) const { return m_keeps[m_groups.groupOf[c]] != 0; }
    [[nodiscard]] const Grouping& groups() const { return m_groups; }
    /// Of the last node: 1 for each group that is kept.
    [[nodiscard]] std::span<const std::uint8_t> keptGroups() const { return m_keeps; }

private:
    [[nodiscard]] NodeResult evaluate(std::span<const std::uint32_t> levels, bool whole);
    void judgeClasses(const Grouping& groups, NodeResult& result);
    void enforceSampled(const Grouping& groups, std::span<const std::uint32_t> levels, NodeResult& result);
    void orderLastSize(const Grouping& groups, std::span<const std::uint32_t> levels,
                       std::vector<std::uint32_t>& order, std::size_t dropped) const;
    [[nodiscard]] bool mayKeepBelow(const Grouping& groups, std::size_t g) const;
    /// Records per leaf of the groups or bottom classes that `lost` tells.
    template<typename Lost>
    void countPerLeaf(std::span<const std::uint64_t> counts, std::span<const std::uint32_t> representative,
                      const Lost& lost, std::vector<std::uint64_t>& perLeaf);
    void score(const Grouping& groups, std::span<const std::uint32_t> levels, NodeResult& result);
    /// The part of a row of places that belongs to attribute `a`.
    [[nodiscard]] std::span<const std::uint64_t> ofAttribute(const std::vector<std::uint64_t>& perLeaf,
                                                             std::size_t a) const {
        return std::span(perLeaf).subspan(m_lattice.leafBegin(a), m_lattice.leafCount(a));
    }
    [[nodiscard]] bool meanRiskHolds(const Grouping& groups, std::uint64_t keptClasses) const;

    const Lattice& m_lattice;
    const UtilityMeasure& m_utility;
    const NodeRules& m_rules;
    bool m_monotone;
    Grouper m_grouper;
    Grouping m_groups;
    std::vector<std::uint8_t> m_keeps;
    std::vector<std::uint8_t> m_lostBelow; ///< where the rules are not monotone
    std::vector<std::uint32_t> m_counted;
    std::vector<std::uint64_t> m_below, m_suppressed; ///< records by leaf, in places
    std::vector<double> m_values;
};

} // namespace mangrove::deid
