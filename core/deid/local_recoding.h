// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "deid/lattice.h"
#include "deid/node_evaluator.h"
#include "deid/utility.h"

#include <cstdint>
#include <span>
#include <vector>

namespace mangrove::deid {

/// A table cut into clusters, each of which is generalized as far as its own records need: every attribute to
/// the lowest label of its hierarchy that all records of the cluster share. Equal labels form one class of
/// the output, however many clusters have them.
struct LocalSolution {
    static constexpr std::uint32_t kSuppressed = 0xffff'ffffU;
    /// Levels by cluster, one per attribute.
    std::vector<Levels> levels;
    std::vector<std::uint32_t> clusterOf;  ///< by bottom class of the lattice, kSuppressed for none
    std::uint64_t suppressed = 0;          ///< records that share no label with enough others even at the top
    std::vector<std::uint64_t> classSizes; ///< classes of the output
    double loss = 0; ///< arithmetic mean of the loss measure over the attributes, gsFactor 0.5 (utility.h)
};

/// The loss measure (arithmetic mean, gsFactor 0.5; utility.h) where each bottom class of the lattice has the
/// levels of its cluster, or is suppressed (LocalSolution::kSuppressed).
[[nodiscard]] double localLoss(const Lattice& lattice, const std::vector<Levels>& levels,
                               std::span<const std::uint32_t> clusterOf);

struct LocalOptions {
    double seconds = 5; ///< of refinement; what is found within it depends on the machine
};

/// Multi-dimensional local recoding with nothing suppressed that has company at the top.
///
/// First from the top down (LeFevre et al. 2006, Mondrian, with hierarchies instead of medians): a set of
/// records is parted by the children of its label in the attribute that gains most, children that are too
/// small stay together or join the child that costs least. Then from the bottom up: where records of a part
/// of that tree, clustered by the nearest neighbour (Byun et al. 2007, k-member), lose less than the tree's
/// leaves, they take their place. Class models decide what is allowed; the classes of the output are checked
/// again at the end. kNoValidNode where even one single class breaks a model. Deterministic but for the time
/// limit. kCancelled.
[[nodiscard]] Result<LocalSolution> recodeLocally(const Lattice& lattice, const NodeRules& rules,
                                                  const LocalOptions& options, const RunContext& context);

} // namespace mangrove::deid
