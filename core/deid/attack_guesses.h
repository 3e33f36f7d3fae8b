// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/attack_neighbours.h"
#include "deid/attack_rates.h"

#include <cstdint>
#include <vector>

namespace mangrove::deid {

/// Whom the attacks by nearest rows are tried on: rows of the original that are in the release, and rows of
/// people who are not.
struct AttackTargets {
    std::vector<std::uint64_t> members;     ///< rows of AttackData::original
    const AttackCells* outsiders = nullptr; ///< cells that `outside` are rows of: original or control
    std::vector<std::uint64_t> outside;     ///< empty = no control
};

struct GuessOptions {
    std::uint64_t seed = 1;
    std::uint64_t neighbours = 1; ///< k
    double tolerance = 0.05;      ///< inference of a number: |guess - truth| <= tolerance x |truth| is right
    unsigned threads = 1;         ///< the result does not depend on it
};

/// Linkability (Giomi et al. 2023, 5.2): two parties know different columns of the same person; each looks
/// for the k released rows nearest to what it knows, and they have found her together where one row is among
/// both. Of rows equally near as the k-th, which in an anonymised table are many, each party draws at random:
/// without replacement, from all such rows in the order of (group, row) of NeighbourIndex, by drawWithout()
/// with seedOf(seed, 21 for the first party and 22 for the second, row). Baseline: the chance that two random
/// choices of k rows meet. kCancelled.
[[nodiscard]] Result<AttackTrial> attackByLinkability(const AttackData& data, const AttackTargets& targets,
                                                      const std::vector<std::size_t>& first,
                                                      const std::vector<std::size_t>& second,
                                                      const GuessOptions& options, const RunContext& context);

/// Inference (Giomi et al. 2023, 5.3): the attacker knows some columns of a person and guesses another one
/// from the k released rows nearest to them, ties included: the label that most of them have, of equally
/// frequent ones that which is more frequent in the whole release, then the first in it. Empty cells and `*`
/// are no guesses. A guess is right where it covers the true value, or is a number within the tolerance of
/// it. Baseline: always the most frequent label of the release, which is the best guess that needs no target
/// and so a harder one to beat than the random guess of the paper. Persons whose secret is missing are not
/// attacked. kCancelled.
[[nodiscard]] Result<AttackTrial> attackByInference(const AttackData& data, const AttackTargets& targets,
                                                    const std::vector<std::size_t>& known, std::size_t secret,
                                                    const GuessOptions& options, const RunContext& context);

} // namespace mangrove::deid
