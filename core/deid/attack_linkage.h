// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/attack_data.h"

#include <cstdint>
#include <vector>

namespace mangrove::deid {

/// What an attacker gets right who knows some columns of every record and picks, for each, one of the
/// released rows that fit, all being equally likely.
struct LinkageOutcome {
    std::vector<std::size_t> columns; ///< of AttackData, ascending
    std::uint64_t records = 0;        ///< original records attacked
    std::uint64_t released = 0;       ///< of these, in the release
    double expectedCorrect = 0;       ///< sum of 1/candidates where the record's own row is among them
    std::uint64_t uniquelyRight = 0;  ///< one candidate, and it is the record's own row
    std::uint64_t wrongUnique = 0;    ///< one candidate, and it is somebody else's row
    std::uint64_t noCandidates = 0;   ///< no released row fits
    double highestChance = 0;         ///< max 1/candidates among records whose own row is a candidate
    double averageCandidates = 0;     ///< over records with at least one; 0 where there are none
};

/// Outcomes by how many of the known columns are known.
struct LinkageByKnown {
    std::size_t known = 0;
    double combinations = 0;     ///< choices of so many columns
    std::uint64_t evaluated = 0; ///< of these; fewer (a seeded choice) where all would take too long
    LinkageOutcome best;         ///< for the attacker: most expected correct, the first of equal ones
    double averageCorrect = 0;   ///< mean of expectedCorrect over those evaluated
};

struct LinkageReport {
    LinkageOutcome all;                  ///< with all known columns
    bool sampled = false;                ///< records are a seeded sample of the original's
    std::vector<LinkageByKnown> byKnown; ///< 1, 2, … columns
};

struct LinkageOptions {
    std::uint64_t seed = 1;
    std::uint64_t mostRecords = 100'000; ///< a larger original is sampled
    /// Bound of the work over choices of columns: records and distinct released rows looked at.
    std::uint64_t mostWork = 150'000'000;
    unsigned threads = 1; ///< the result does not depend on it
};

/// `known`: columns whose labels cover values, ascending, at least one. `match` must be known. kCancelled.
[[nodiscard]] Result<LinkageReport> attackByLinkage(const AttackData& data, const RowMatch& match,
                                                    const std::vector<std::size_t>& known,
                                                    const LinkageOptions& options, const RunContext& context);

} // namespace mangrove::deid
