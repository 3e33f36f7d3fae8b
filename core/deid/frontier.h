// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "deid/recipe.h"
#include "deid/search.h"
#include "io/read_options.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mangrove::deid {

/// A node on the frontier, with what it costs and what it risks.
struct FrontierPoint {
    Levels levels;
    double loss = 0;
    std::uint64_t suppressed = 0;
    std::uint64_t classes = 0; ///< kept ones
    double averageRisk = 0;    ///< classes / kept records: the share that a marketer gets right
    double highestRisk = 0;    ///< 1 / smallest kept class: the prosecutor's best case
};

/// All valid nodes that no other valid node beats in both loss and average risk, from the least risk to the
/// least loss. A node whose records are all suppressed is none of them: its risk of 0 is no achievement.
struct FrontierReport {
    std::vector<std::string> columns;
    std::vector<FrontierPoint> points;
    std::uint64_t lattice = 0; ///< all of it was looked at
    std::uint64_t valid = 0;
};

/// Looks at every node of the lattice. Ties are one point, the one that isBetterNode() prefers.
/// kRecipeInvalid for a lattice of more than kMaxFrontierNodes nodes, the aggregate rank and local recoding;
/// kNoValidNode; errors as searchRecipe().
[[nodiscard]] Result<FrontierReport> frontierOf(const std::filesystem::path& input,
                                                const io::ReadOptions& read, const Recipe& recipe,
                                                const SearchOptions& options, const RunContext& context);

inline constexpr std::uint64_t kMaxFrontierNodes = 2'000'000;

/// {"lattice","valid","points":[{"levels":{…},"loss","suppressed","classes","averageRisk","highestRisk"}]}
[[nodiscard]] std::string toJson(const FrontierReport& report);

} // namespace mangrove::deid
