// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "deid/lattice_search.h"

namespace mangrove::deid {

/// The best node found in the time given, for lattices of any size, with a proven lower bound of all scores.
///
/// Two things take turns. A local search improves the best node: from a coarse start one attribute is
/// refined after the other where that costs least, then single steps and exchanges between two attributes,
/// then restarts from disturbed bests. Branch and bound splits the lattice into boxes of levels: records
/// suppressed at a box's coarsest node are suppressed in all of it, and no node generalizes less than its
/// finest; boxes that cannot beat the best are dropped. When none is left that could, the optimum is proven
/// (exhaustive): of several nodes with its score, to a relative 1e-9, any. With `threads` > 1 the two run
/// side by side. What is found within a time depends on the machine; each figure reported is exact. Measures
/// that are not made of attributes have no bound but 0. A cancelled search returns its best node where it has
/// one, else kCancelled.
[[nodiscard]] Result<LatticeOptimum> searchAnytime(const Lattice& lattice, const UtilityMeasure& utility,
                                                   const NodeRules& rules,
                                                   const LatticeSearchOptions& options,
                                                   const RunContext& context);

} // namespace mangrove::deid
