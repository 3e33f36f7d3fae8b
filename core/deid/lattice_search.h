// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "deid/lattice.h"
#include "deid/node_evaluator.h"
#include "deid/utility.h"

#include <cstdint>

namespace mangrove::deid {

/// What a search of the whole lattice found.
struct LatticeOptimum {
    bool found = false;
    Levels levels;
    NodeResult node;
    std::uint64_t checked = 0;          ///< nodes whose classes were formed
    std::uint64_t fewestSuppressed = 0; ///< where nothing was found: the fewest of the nodes checked
    bool exhaustive = true;             ///< the optimum is proven
    double bound = 0;                   ///< no valid node scores below this; = the score where exhaustive
};

/// Lattices up to this many nodes are searched exhaustively.
inline constexpr std::uint64_t kMaxExplicitNodes = 16'000'000;

struct LatticeSearchOptions {
    unsigned threads = 1; ///< the optimum does not depend on it
    bool anytime = false; ///< stop after `seconds` although the lattice is small
    double seconds = 30;  ///< for anytime, and for lattices beyond kMaxExplicitNodes
    /// A node that is not to be the answer; empty = none. So the second best is found.
    Levels without = {};
};

/// A total order of candidates: lower score, fewer suppressed records, lower sum of levels, lexicographically
/// smaller levels; so an answer does not depend on order or number of threads.
[[nodiscard]] bool isBetterNode(const NodeResult& a, const Levels& aLevels, const NodeResult& b,
                                const Levels& bLevels);

/// The valid node with the least score. Measures of attributes are searched best-first: every node looked at
/// teaches that records suppressed there are suppressed in all finer nodes, which raises their lower bound,
/// and a node above the suppression limit rules them out. Where that does not end soon, and for other
/// measures, the rest is enumerated from fine to coarse, each node rolled up from a finer one, on all
/// threads. Lattices beyond kMaxExplicitNodes: see anytime_search.h. kCancelled.
[[nodiscard]] Result<LatticeOptimum> searchLattice(const Lattice& lattice, const UtilityMeasure& utility,
                                                   const NodeRules& rules,
                                                   const LatticeSearchOptions& options,
                                                   const RunContext& context);

} // namespace mangrove::deid
