// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "deid/collector.h"
#include "deid/lattice.h"
#include "deid/lattice_search.h"
#include "deid/node_evaluator.h"
#include "deid/plan.h"
#include "deid/risk.h"
#include "deid/sensitive.h"
#include "deid/utility.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::deid {

/// The search problem that a recipe poses on collected classes. Heap-held, since its parts point at one
/// another.
class Problem {
public:
    /// Builds domains and lattice. With `strict`, values without a place in a hierarchy are
    /// kHierarchyUnmatched where the recipe does not suppress them; without, they always become `*`.
    [[nodiscard]] static Result<std::unique_ptr<Problem>> make(const Recipe& recipe, const Plan& plan,
                                                               const Collector& collector, bool strict);

    [[nodiscard]] const Lattice& lattice() const { return *m_lattice; }
    [[nodiscard]] const UtilityMeasure& utility() const { return *m_utility; }
    [[nodiscard]] const NodeRules& rules() const { return m_rules; }
    [[nodiscard]] const std::vector<SensitiveColumn>& sensitive() const { return m_sensitive; }
    [[nodiscard]] Recoding recoding() const { return m_recoding; }
    [[nodiscard]] const QuasiDomain& domain(std::size_t q) const { return m_domains[q]; }
    /// Value codes of quasi-identifier `q` that have no place in its hierarchy: their rows and first line.
    [[nodiscard]] QuasiColumn::Trouble unmatched(std::size_t q) const { return m_unmatched[q]; }

private:
    Problem() = default;
    std::vector<QuasiDomain> m_domains;
    std::vector<QuasiColumn::Trouble> m_unmatched;
    std::optional<Lattice> m_lattice;
    std::optional<UtilityMeasure> m_utility;
    std::vector<SensitiveColumn> m_sensitive;
    NodeRules m_rules;
    Recoding m_recoding = Recoding::Global;
};

/// The chosen node and what it means for every combination.
struct Solution {
    Levels levels;
    NodeResult node;
    double loss = 0;          ///< the recipe's measure; for rank the largest value
    std::vector<double> rank; ///< the measure, for rank
    std::uint64_t checked = 0;
    bool exhaustive = true;
    double bound = 0; ///< no valid node has a smaller measure

    /// Level of quasi-identifier `q` for a kept combination.
    [[nodiscard]] std::uint32_t levelOf(std::uint32_t combination, std::size_t q) const {
        return clusterOf.empty() ? levels[q] : clusterLevels[clusterOf[combination]][q];
    }
    std::vector<bool> keeps; ///< by combination of Collector::classes()
    /// Local recoding: the levels of each cluster and the cluster of each kept combination; `levels` are the
    /// highest used then. Empty for global recoding.
    std::vector<Levels> clusterLevels;
    std::vector<std::uint32_t> clusterOf;
    std::vector<std::uint64_t> keptSizes; ///< classes of the output
};

/// Searches the problem's lattice, or recodes locally where the recipe says so. kNoValidNode,
/// kEverythingSuppressed (where there are records), kCancelled.
[[nodiscard]] Result<Solution> solve(const Problem& problem, const LatticeSearchOptions& options,
                                     const RunContext& context);
/// The search that the recipe asks for.
[[nodiscard]] LatticeSearchOptions searchOptionsOf(const Recipe& recipe, unsigned threads);
/// One node, valid or not.
[[nodiscard]] Solution solutionAt(const Problem& problem, const Levels& levels);

/// What the classes must fulfil: from the models and the suppression limit. `sensitive` outlives the rules.
[[nodiscard]] NodeRules rulesOf(const Recipe& recipe, std::uint64_t records,
                                const std::vector<SensitiveColumn>& sensitive = {});
/// Sharing and context of the recipe's gbt-42460 model, else those given.
[[nodiscard]] RiskOptions riskOptionsOf(const Recipe& recipe, double threshold, Sharing sharing,
                                        const ContextRisk& contextRisk);

} // namespace mangrove::deid
