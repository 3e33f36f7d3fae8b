// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "deid/collector.h"
#include "deid/lattice.h"
#include "deid/lattice_search.h"
#include "deid/loss.h"
#include "deid/node_evaluator.h"
#include "deid/plan.h"
#include "deid/risk.h"

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
    [[nodiscard]] const LossMeasure& loss() const { return *m_loss; }
    [[nodiscard]] const NodeRules& rules() const { return m_rules; }
    [[nodiscard]] const QuasiDomain& domain(std::size_t q) const { return m_domains[q]; }
    /// Value codes of quasi-identifier `q` that have no place in its hierarchy: their rows and first line.
    [[nodiscard]] QuasiColumn::Trouble unmatched(std::size_t q) const { return m_unmatched[q]; }

private:
    Problem() = default;
    std::vector<QuasiDomain> m_domains;
    std::vector<QuasiColumn::Trouble> m_unmatched;
    std::optional<Lattice> m_lattice;
    std::optional<LossMeasure> m_loss;
    NodeRules m_rules;
};

/// The chosen node and what it means for every combination.
struct Solution {
    Levels levels;
    NodeResult node;
    double loss = 0;
    std::uint64_t checked = 0;
    bool exhaustive = true;
    std::vector<bool> keeps;              ///< by combination of Collector::classes()
    std::vector<std::uint64_t> keptSizes; ///< classes of the output
};

/// Searches the problem's lattice. kNoValidNode, kEverythingSuppressed (where there are records), kCancelled.
[[nodiscard]] Result<Solution> solve(const Problem& problem, const RunContext& context);
/// One node, valid or not.
[[nodiscard]] Solution solutionAt(const Problem& problem, const Levels& levels);

/// What the classes must fulfil: from the models and the suppression limit.
[[nodiscard]] NodeRules rulesOf(const Recipe& recipe, std::uint64_t records);
/// Sharing and context of the recipe's gbt-42460 model, else those given.
[[nodiscard]] RiskOptions riskOptionsOf(const Recipe& recipe, double threshold, Sharing sharing,
                                        const ContextRisk& contextRisk);
/// kModelUnmet where the finished result breaks a model: a gbt-42460 verdict below level 3, a class too
/// small.
[[nodiscard]] Status checkModels(const Recipe& recipe, const RiskReport& after);

} // namespace mangrove::deid
