// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "deid/coded_note.h"
#include "deid/levels.h"
#include "deid/recipe.h"
#include "deid/solution.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::deid {

/// What one model of the recipe asks by itself, whatever the others ask: records that it alone would suppress
/// at a node.
struct ModelDemand {
    std::string model;  ///< name of its type
    std::string column; ///< the sensitive one, or ""
    std::uint64_t suppressed = 0;
    friend bool operator==(const ModelDemand&, const ModelDemand&) = default;
};

/// A node that was not chosen, or the chosen one.
struct CandidateNode {
    Levels levels;
    bool valid = false; ///< within the suppression limit
    std::uint64_t suppressed = 0;
    double loss = 0;                  ///< the recipe's measure; for the aggregate rank its largest value
    std::vector<ModelDemand> demands; ///< in the recipe's order
    friend bool operator==(const CandidateNode&, const CandidateNode&) = default;
};

/// Why an attribute has the level it has: what one level less and one more would mean, all others unchanged.
struct LevelReason {
    enum class Why : std::uint8_t {
        LeastLevel,     ///< the recipe allows no finer one
        TooManyRecords, ///< finer, more records than the limit would be suppressed
        CostsMore       ///< finer is allowed, but what is suppressed then costs more than the detail gains
    };
    std::string column;
    std::uint32_t level = 0;
    Why why = Why::LeastLevel;
    std::optional<CandidateNode> finer, coarser; ///< absent at the recipe's bounds
};
/// "least-level", "too-many-records", "costs-more".
[[nodiscard]] std::string_view nameOf(LevelReason::Why why);

/// The reasons behind an optimum of the full-domain lattice.
struct Explanation {
    CandidateNode chosen;
    std::vector<LevelReason> attributes; ///< in the recipe's order
    /// Classes that are suppressed, by their size in records.
    std::map<std::uint64_t, std::uint64_t> suppressedSizes;
    /// The best valid node but for the chosen one, in the order of isBetterNode(); absent where there is
    /// none.
    std::optional<CandidateNode> nextBest;
    bool nextBestProven = true;      ///< every other node was ruled out
    std::vector<CodedNote> cautions; ///< results that look good and say little
};

/// Measures the neighbours of the chosen node, searches once more without it, and names what is degenerate:
/// a measure to which generalising (gsFactor 1) or suppressing (0) costs nothing, attributes that say
/// nothing, models that the raw data meet already, sensitive columns with one value. Costs about as much as
/// the search. Precondition: `solution` is one of global recoding over at least one attribute. kCancelled.
/// The answer does not depend on options.threads where the search is exhaustive.
[[nodiscard]] Result<Explanation> explain(const Recipe& recipe, const Problem& problem,
                                          const Solution& solution, const LatticeSearchOptions& options,
                                          const RunContext& context);

} // namespace mangrove::deid
