// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "deid/explanation.h"
#include "deid/levels.h"
#include "deid/recipe.h"
#include "deid/risk.h"
#include "io/read_options.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mangrove::deid {

struct SearchOptions {
    unsigned threads = 1;                  ///< the result does not depend on it
    std::filesystem::path hierarchyFolder; ///< where relative hierarchy files of the recipe lie
    bool explain = false;                  ///< fill SearchReport::explanation
    [[nodiscard]] Status validate() const;
};

/// How the time of a run was spent, milliseconds.
struct SearchTimes {
    double read = 0, encode = 0, search = 0;
};

/// The best node of the full-domain lattice.
struct SearchReport {
    std::vector<std::string> columns; ///< the quasi-identifiers, as `levels`
    Levels levels;
    Levels maxLevels;
    double loss = 0;          ///< the recipe's measure; for the aggregate rank its largest value
    std::vector<double> rank; ///< the measure, for the aggregate rank: descending
    std::uint64_t suppressed = 0;
    std::uint64_t records = 0;  ///< released ones: those of the subset where there is one
    std::uint64_t distinct = 0; ///< distinct combinations of raw values that the search worked on
    std::uint64_t lattice = 0;  ///< nodes within the recipe's bounds
    std::uint64_t checked = 0;  ///< nodes whose classes were formed
    bool exhaustive = true;     ///< the optimum is proven
    /// Local recoding: number of clusters and, by quasi-identifier and level, the records that have that
    /// level; `levels` are the highest used then. Empty for global recoding.
    std::uint64_t clusters = 0;
    std::vector<std::vector<std::uint64_t>> recordsAtLevel;
    double bound = 0; ///< no valid node has a smaller measure; -infinity where nothing is proven
    RiskReport risk;  ///< on the kept records
    /// Where it was asked for. Local recoding has none: its clusters have levels of their own.
    std::optional<Explanation> explanation;
    SearchTimes ms;
};

/// Reads the file once and finds the node with the least loss that meets the recipe's models within its
/// suppression limit. See lattice_search.h for how, and for lattices that are too large to be searched whole.
/// Ties: fewer suppressed records, then lower sum of levels, then lexicographically smaller levels.
/// kNoValidNode, errors of reading, hierarchies and transforms, kCancelled. Transforms that need a key are
/// refused here with kKeyMissing when they sit on a quasi-identifier.
/// A sample or a permutation is drawn with a fixed key here, so it is not that of a release.
[[nodiscard]] Result<SearchReport> searchRecipe(const std::filesystem::path& input,
                                                const io::ReadOptions& read, const Recipe& recipe,
                                                const SearchOptions& options, const RunContext& context);

/// One node of the lattice.
struct NodeReport {
    Levels levels;
    bool valid = false;       ///< suppressed <= limit
    double loss = 0;          ///< as SearchReport
    std::vector<double> rank; ///< as SearchReport
    std::uint64_t suppressed = 0;
    std::uint64_t classes = 0; ///< kept classes
    RiskReport risk;           ///< on the kept records
};
/// As searchRecipe(), for the one node `levels`. kRecipeLevels where they do not fit the recipe.
[[nodiscard]] Result<NodeReport> measureNode(const std::filesystem::path& input, const io::ReadOptions& read,
                                             const Recipe& recipe, const Levels& levels,
                                             const SearchOptions& options, const RunContext& context);

/// The JSON of `deid search` and `deid measure` in cli.md.
[[nodiscard]] std::string toJson(const SearchReport& report);
[[nodiscard]] std::string toJson(const NodeReport& report);

} // namespace mangrove::deid
