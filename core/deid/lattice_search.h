// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "deid/lattice.h"
#include "deid/loss.h"
#include "deid/node_evaluator.h"

#include <cstdint>

namespace mangrove::deid {

/// What a search of the whole lattice found.
struct LatticeOptimum {
    bool found = false;
    Levels levels;
    NodeResult node;
    std::uint64_t checked = 0;          ///< nodes whose classes were formed
    std::uint64_t fewestSuppressed = 0; ///< where nothing was found: at the top node
    bool exhaustive = true;             ///< the optimum is proven
};

/// Lattices up to this many nodes are searched exhaustively.
inline constexpr std::uint64_t kMaxExplicitNodes = 16'000'000;

/// The valid node with the least loss. Ties: fewer suppressed records, lower sum of levels, lexicographically
/// smaller levels; so the answer does not depend on order or number of threads. Every evaluated node teaches:
/// records suppressed there are suppressed in all finer nodes, which raises their lower bound, and a node
/// above the suppression limit rules them out. Lattices beyond kMaxExplicitNodes are searched greedily from
/// the top and the result says so (exhaustive = false). kCancelled.
[[nodiscard]] Result<LatticeOptimum> searchLattice(const Lattice& lattice, const LossMeasure& loss,
                                                   const NodeRules& rules, const RunContext& context);

} // namespace mangrove::deid
