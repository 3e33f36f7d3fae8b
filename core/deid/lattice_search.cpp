// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/lattice_search.h"

#include "deid/anytime_search.h"
#include "deid/node_bounds.h"
#include "deid/rollup_search.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <memory>
#include <mutex>
#include <numeric>

namespace mangrove::deid {

namespace {

/// Scores within this are not told apart by bounds: such nodes are evaluated and compared exactly.
constexpr double kSlack = 1e-9;
constexpr double kInfinity = std::numeric_limits<double>::infinity();
/// Nodes looked at best-first before the rest is enumerated: that costs about as much as looking at a
/// sixteenth of the lattice from the bottom.
constexpr std::uint64_t kLeastPicks = 256;
constexpr std::uint64_t kPartOfLattice = 16;

double withSlack(double score) {
    return score + kSlack * std::max(1.0, std::abs(score));
}

/// Takes a result into the optimum so far.
void take(LatticeOptimum& best, const NodeResult& result, const Levels& levels) {
    if (result.valid && (!best.found || isBetterNode(result, levels, best.node, best.levels))) {
        best.found = true;
        best.node = result;
        best.levels = levels;
    }
}

/// Best-first; true when nothing is left to look at.
Result<bool> searchBestFirst(const Lattice& lattice, const UtilityMeasure& utility, const NodeRules& rules,
                             NodeBounds& bounds, std::uint64_t most, const Levels& without,
                             LatticeOptimum& best, const RunContext& context) {
    NodeEvaluator evaluator(lattice, utility, rules);
    while (const auto node = bounds.pick(best.found ? withSlack(best.node.score.value) : kInfinity)) {
        if (best.checked >= most)
            return false;
        MANGROVE_TRY(context.check());
        const Levels levels = bounds.levelsOf(*node);
        const NodeResult result = evaluator.evaluate(levels);
        best.fewestSuppressed =
            best.checked == 0 ? result.suppressed : std::min(best.fewestSuppressed, result.suppressed);
        ++best.checked;
        bounds.close(*node);
        if (levels != without)
            take(best, result, levels);
        if (result.suppressedBelow > rules.suppressionLimit)
            bounds.ruleOut(levels);
        else
            bounds.learn(levels, evaluator, result.suppressedBelow);
        context.advance(1);
    }
    return true;
}

/// Everything that the bounds leave open.
Status searchRest(const Lattice& lattice, const UtilityMeasure& utility, const NodeRules& rules,
                  const NodeBounds& bounds, const LatticeSearchOptions& options, LatticeOptimum& best,
                  const RunContext& context) {
    std::vector<std::unique_ptr<NodeEvaluator>> evaluators;
    for (unsigned thread = 0; thread < options.threads; ++thread)
        evaluators.push_back(std::make_unique<NodeEvaluator>(lattice, utility, rules));
    std::mutex guard;
    std::atomic<double> limit{best.found ? withSlack(best.node.score.value) : kInfinity};
    RollUpVisitor visitor;
    visitor.wants = [&](unsigned, const Levels& levels) {
        const double bound = bounds.bound(bounds.numberOf(levels));
        return bound < kInfinity && bound <= limit.load(std::memory_order_relaxed);
    };
    visitor.visit = [&](unsigned thread, const Levels& levels, const Grouping& groups) {
        const NodeResult result = evaluators[thread]->judge(groups, levels);
        const std::lock_guard lock(guard);
        best.fewestSuppressed =
            best.checked == 0 ? result.suppressed : std::min(best.fewestSuppressed, result.suppressed);
        ++best.checked;
        if (levels != options.without)
            take(best, result, levels);
        if (best.found)
            limit.store(withSlack(best.node.score.value), std::memory_order_relaxed);
        context.advance(1);
    };
    return walkLattice(lattice, options.threads, visitor, context);
}

} // namespace

bool isBetterNode(const NodeResult& a, const Levels& aLevels, const NodeResult& b, const Levels& bLevels) {
    if (a.score < b.score || b.score < a.score)
        return a.score < b.score;
    if (a.suppressed != b.suppressed)
        return a.suppressed < b.suppressed;
    const auto aSum = std::accumulate(aLevels.begin(), aLevels.end(), std::uint64_t{0});
    const auto bSum = std::accumulate(bLevels.begin(), bLevels.end(), std::uint64_t{0});
    return aSum != bSum ? aSum < bSum : aLevels < bLevels;
}

Result<LatticeOptimum> searchLattice(const Lattice& lattice, const UtilityMeasure& utility,
                                     const NodeRules& rules, const LatticeSearchOptions& options,
                                     const RunContext& context) {
    context.start("searching", 0);
    if (options.anytime || lattice.nodes() > kMaxExplicitNodes)
        return searchAnytime(lattice, utility, rules, options, context);
    LatticeOptimum best;
    NodeBounds bounds(lattice, utility);
    bool done = false;
    if (utility.isOfAttributes()) {
        const std::uint64_t most = std::max(kLeastPicks, lattice.nodes() / kPartOfLattice);
        MANGROVE_ASSIGN(
            done, searchBestFirst(lattice, utility, rules, bounds, most, options.without, best, context));
    }
    if (!done)
        MANGROVE_TRY(searchRest(lattice, utility, rules, bounds, options, best, context));
    if (best.found)
        best.bound = best.node.score.value;
    return best;
}

} // namespace mangrove::deid
