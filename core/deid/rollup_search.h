// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "deid/lattice.h"
#include "deid/lattice_search.h"
#include "deid/node_evaluator.h"

#include <functional>

namespace mangrove::deid {

/// What a walk over the lattice asks of its visitor. Called from several threads at once, each with its own
/// `thread` number.
struct RollUpVisitor {
    /// Whether the node needs to be looked at; nodes that nobody needs cost next to nothing.
    std::function<bool(unsigned thread, const Levels& levels)> wants;
    /// Takes the classes of a node that was wanted.
    std::function<void(unsigned thread, const Levels& levels, const Grouping& groups)> visit;
};

/// Visits all nodes from fine to coarse, each rolled up from a finer one, so that a node costs no more than
/// that one's classes. Memory: the classes of one node per attribute and thread. kCancelled.
[[nodiscard]] Status walkLattice(const Lattice& lattice, unsigned threads, const RollUpVisitor& visitor,
                                 const RunContext& context);

} // namespace mangrove::deid
