// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/apply.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::deid {

/// One of several tables about the same people.
struct LinkedTable {
    std::filesystem::path input;
    io::ReadOptions read;
    Recipe recipe;
    std::string person; ///< column that tells persons apart; the same raw values in all tables
    std::filesystem::path output;
    std::filesystem::path hierarchyFolder;
};

/// What is asked of the joined view.
struct LinkOptions {
    std::uint64_t k = 5;         ///< so many persons at least look alike over all tables
    double suppressionLimit = 0; ///< share of the persons that may be left out
    [[nodiscard]] Status validate() const;
};

/// What was done to all tables together.
struct LinkReport {
    std::uint64_t k = 0; ///< that was held: the largest that the set or a table's recipe asks for
    std::uint64_t persons = 0, personsSuppressed = 0;
    RiskReport joined; ///< over persons: classes of persons that look alike in all tables
    std::vector<ApplyReport> tables;
    std::uint64_t raisedLevels = 0; ///< steps above the levels that the tables alone would need
};

/// De-identifies linked tables together. Every table is searched by its own recipe first; then levels are
/// raised, one step at a time where a step brings most persons together, until at most the limit's share of
/// persons have fewer than k alike in the joined view (PersonView); those are left out of all tables. So
/// every combination released in any table is shared by k persons as well. Every model of a table's recipe is
/// judged on the rows that stay; where one does not hold, that table's levels are raised further and all are
/// written anew. The tables must agree on what
/// links them: one recipient, one domain and range of date shifts, and one pseudonym (domain and hash) of the
/// person (kRecipeSetInvalid). All outputs appear, or none. Records are never suppressed singly here, and a
/// table's "suppressedRecords" is not used. Errors: those of applyRecipe(), kLinkUnmet; kModelUnmet with all
/// levels of a table at their bounds. Any thread.
[[nodiscard]] Result<LinkReport> applyLinked(const std::vector<LinkedTable>& tables, const LinkOptions& link,
                                             const Keys& keys, const ApplyOptions& options,
                                             const RunContext& context);

/// {"recipeSet":1,"k":5,"suppressionLimit":0.05,"tables":[{"file":"visits.csv","recipe":"visits.json",
/// "person":"PSN_NO","out":"visits.csv"}]}; `file` and `recipe` relative to `folder`, `out` to `outFolder`
/// (default: the file's name). Read strictly as recipes are.
struct RecipeSet {
    LinkOptions link;
    std::vector<LinkedTable> tables;
};
[[nodiscard]] Result<RecipeSet> parseRecipeSet(std::string_view json, const std::string& file,
                                               const std::filesystem::path& folder,
                                               const std::filesystem::path& outFolder);

/// {"k","persons","personsSuppressed","raisedLevels","joined":{risk},"tables":[{"out","report"}]}.
[[nodiscard]] std::string toJson(const LinkReport& report);

} // namespace mangrove::deid
