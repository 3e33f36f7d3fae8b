// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/apply.h"
#include "deid/person_subset.h"

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
    std::uint64_t k = 5;              ///< so many persons at least look alike over all tables
    double suppressionLimit = 0;      ///< share of the released persons that may be left out
    std::vector<Model> models;        ///< k-map and delta-presence of persons
    std::optional<PersonList> subset; ///< the persons that are released; absent = all
    std::filesystem::path folder;     ///< where the subset's file lies
    [[nodiscard]] Status validate() const;
};

/// What was done to all tables together.
struct LinkReport {
    std::uint64_t k = 0; ///< that was held: the largest that the set or a table's recipe asks for
    std::uint64_t persons = 0, personsSuppressed = 0; ///< of the subset where there is one
    /// Persons outside the subset, who only say how many look like the released ones.
    std::uint64_t personsOnlyPopulation = 0;
    /// Over persons: classes of persons that look alike in all tables; with `population` where there is a
    /// subset.
    RiskReport joined;
    std::vector<ModelCheck> models; ///< k, and the models of persons, judged on the joined view
    std::vector<CodedNote> notes;
    std::vector<ApplyReport> tables;
    std::uint64_t raisedLevels = 0; ///< steps above the levels that the tables alone would need, in the end
};

/// De-identifies linked tables together. Every table is searched by its own recipe first; then levels are
/// raised, one step at a time where a step brings most persons together, until at most the limit's share of
/// persons have fewer than k alike in the joined view (PersonView); those are left out of all tables. Then
/// every column goes down again as long as that holds. So
/// every combination released in any table is shared by k persons as well. Every model of a table's recipe is
/// judged on the rows that stay; where one does not hold, that table's levels are raised further and all are
/// written anew. The tables must agree on what
/// links them: one recipient, one domain and range of date shifts, and one pseudonym (domain and hash) of the
/// person (kRecipeSetInvalid). All outputs appear, or none. Records are never suppressed singly here, and a
/// table's "suppressedRecords" is not used.
///
/// A research subset is one of persons: who they are is said by the set, or by the rows of one table's recipe
/// (person_subset.h), and all their rows are written, in every table. The others are the population under the
/// same levels. k-map and delta-presence, of the set and of the tables' recipes, are then judged on classes
/// of persons of the joined view, released ones against all; those of a table's recipe on its rows as well.
///
/// A table with local recoding begins with the levels of its own clusters; see linked_levels.h for how they
/// rise, and for why they are seldom far below those of global recoding. Not with a subset
/// (kRecipeSetInvalid): clusters are cut for the released records, and what the population would be
/// generalised to is undefined.
///
/// Errors: those of applyRecipe() and findPersonSubset(), kLinkUnmet; kModelUnmet with all levels of a table
/// at their bounds. Any thread.
[[nodiscard]] Result<LinkReport> applyLinked(const std::vector<LinkedTable>& tables, const LinkOptions& link,
                                             const Keys& keys, const ApplyOptions& options,
                                             const RunContext& context);

/// {"recipeSet":1,"k":5,"suppressionLimit":0.05,"tables":[{"file":"visits.csv","recipe":"visits.json",
/// "person":"PSN_NO","out":"visits.csv"}]}; `file` and `recipe` relative to `folder`, `out` to `outFolder`
/// (default: the file's name). Beside them "subset":{"persons":["P1","P2"]} or {"file":"cohort.txt"}, and
/// "models":[{"type":"k-map","k":20}]. Read strictly as recipes are.
struct RecipeSet {
    LinkOptions link;
    std::vector<LinkedTable> tables;
};
[[nodiscard]] Result<RecipeSet> parseRecipeSet(std::string_view json, const std::string& file,
                                               const std::filesystem::path& folder,
                                               const std::filesystem::path& outFolder);

/// {"k","persons","personsSuppressed","personsOnlyPopulation" (with a subset),"raisedLevels","joined":{risk},
/// "models":[…],"notes":[{code,args,text}],"tables":[{report}]}.
[[nodiscard]] std::string toJson(const LinkReport& report);

} // namespace mangrove::deid
