// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "deid/errors.h"
#include "deid/measure.h"
#include "deid/model.h"
#include "deid/row_sample.h"
#include "deid/sharing.h"
#include "deid/transform.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::deid {

/// What an attribute is to a re-identifier (GB/T 37964-2019 3.6-3.8).
enum class AttributeRole : std::uint8_t { Direct, Quasi, Sensitive, Insensitive };
[[nodiscard]] std::string_view nameOf(AttributeRole role);

/// What happens to a value that a hierarchy or another transform cannot read.
enum class UnmatchedPolicy : std::uint8_t {
    Fail,    ///< the run stops with an error that counts them (the default)
    Suppress ///< `*` from a hierarchy, an empty cell from any other transform; counted in the report
};

/// One column of the recipe.
struct Attribute {
    std::string column;
    AttributeRole role = AttributeRole::Insensitive;
    std::string hierarchy;              ///< "", a CSV file (relative to the recipe) or "builtin:<name>"
    std::optional<std::uint32_t> level; ///< fixed level; absent on a quasi-identifier = found by search
    std::optional<std::uint32_t> minLevel, maxLevel; ///< bounds of the search
    UnmatchedPolicy unmatched = UnmatchedPolicy::Fail;
    std::optional<Transform> transform; ///< absent = effectiveTransform()'s default for the role

    /// Fixes the level; bounds beside it would contradict it.
    void fixLevel(std::uint32_t fixed) {
        level = fixed;
        minLevel.reset();
        maxLevel.reset();
    }
    friend bool operator==(const Attribute&, const Attribute&) = default;
};

/// The transform that is applied: the attribute's own, else Suppress for direct identifiers, Generalise where
/// there is a hierarchy on a quasi-identifier (or a fixed level), Keep otherwise.
[[nodiscard]] Transform effectiveTransform(const Attribute& attribute);

/// What becomes of a record whose class violates a model.
enum class SuppressedRecords : std::uint8_t {
    Remove, ///< the row is not written
    Blank   ///< the row is written with `*` in every quasi-identifier
};
/// What becomes of a column that the recipe does not name. Never kept in silence.
enum class UnlistedColumns : std::uint8_t { Suppress, Keep, Fail };

/// How the levels are searched.
enum class SearchStrategy : std::uint8_t {
    Optimal, ///< to the end where the lattice is small enough to be proven, else as Anytime
    Anytime  ///< best so far with a proven lower bound; stops after `seconds`
};
[[nodiscard]] std::string_view nameOf(SearchStrategy strategy);
struct SearchPlan {
    SearchStrategy strategy = SearchStrategy::Optimal;
    double seconds = 30; ///< of Anytime, and of lattices too large for Optimal
    friend bool operator==(const SearchPlan&, const SearchPlan&) = default;
};

/// One level for a column in all records, or levels that differ from class to class.
enum class Recoding : std::uint8_t { Global, Local };
[[nodiscard]] std::string_view nameOf(Recoding recoding);

/// The records that are released, out of a larger table that an attacker may know (k-map, delta-presence).
struct Subset {
    std::vector<std::uint64_t> rows; ///< data rows from 0, in the input's order
    std::string file;                ///< or a text file beside the recipe with one such number a line
    friend bool operator==(const Subset&, const Subset&) = default;
};

/// The whole plan for one table. A value; what the JSON of cli.md says, with defaults filled in.
struct Recipe {
    std::vector<Attribute> attributes;
    std::vector<Model> models;
    double suppressionLimit = 0; ///< share of the records that may be suppressed, 0…1
    Measure measure;
    SearchPlan search;
    Recoding recoding = Recoding::Global;
    std::optional<Subset> subset; ///< absent = all records
    SuppressedRecords suppressedRecords = SuppressedRecords::Remove;
    UnlistedColumns unlisted = UnlistedColumns::Suppress;
    std::optional<SampleOptions> sample; ///< absent = all rows
    /// For whom the release is made: keys are derived per recipient, so two recipients' pseudonyms and
    /// offsets cannot be joined. "" = the organisation itself.
    std::string recipient;

    [[nodiscard]] const Attribute* find(std::string_view column) const;
    /// The smallest class size that the models ask of every class; 1 without such a model.
    [[nodiscard]] std::uint64_t requiredClassSize() const;
    friend bool operator==(const Recipe&, const Recipe&) = default;
};

/// What the recipe does to each column, whatever the levels: none is fixed and none bounded.
[[nodiscard]] Recipe withoutLevels(Recipe recipe);

/// Reads a recipe strictly: unknown or repeated keys, wrong types and values out of range are errors that
/// name the JSON path and the line (kRecipeSyntax, kRecipeField); contradictions are kRecipeInvalid. At most
/// 1 MiB, 16 levels deep, 1 000 attributes. `file` is only for the error's location.
[[nodiscard]] Result<Recipe> parseRecipe(std::string_view json, const std::string& file = {});
/// What parseRecipe() checks after reading; for recipes made in code.
[[nodiscard]] Status validate(const Recipe& recipe);

/// Who will read the text.
enum class Disclosure : std::uint8_t {
    Full, ///< everything: for the workspace
    /// Without the ranges of date shifts, which GB/T 39725 10.2 f keeps secret, and without the row numbers
    /// of a subset, which would tell who in the population is in it (only how many are listed).
    ForRecipient
};
/// Canonical JSON: fixed key order, defaults left out, no blanks, no line end. parseRecipe(toJson(r)) == r
/// for Disclosure::Full.
[[nodiscard]] std::string toJson(const Recipe& recipe, Disclosure disclosure = Disclosure::Full);
/// The "transform" of an attribute alone.
[[nodiscard]] std::string toJson(const Transform& transform, Disclosure disclosure);
/// SHA-256 of toJson(recipe, Full), lower-case hexadecimal.
[[nodiscard]] std::string recipeSha256(const Recipe& recipe);

} // namespace mangrove::deid
