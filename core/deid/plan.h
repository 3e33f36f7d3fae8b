// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "deid/cell_transformer.h"
#include "deid/hierarchy.h"
#include "deid/recipe.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::deid {

struct Keys;

/// What is done to one column of the input.
struct PlannedColumn {
    std::string name;
    const Attribute* attribute = nullptr; ///< nullptr for a column that the recipe does not name
    Transform transform;
    std::optional<Hierarchy> hierarchy;
    std::optional<std::size_t> quasi; ///< number among Plan::quasi, where classes are formed over it
    std::shared_ptr<const CellTransformer> cells; ///< mask, pseudonym, date shift; null otherwise
    std::optional<std::size_t> person;            ///< column of the person, for a date shift
    bool written = true;
    [[nodiscard]] UnmatchedPolicy unmatched() const {
        return attribute == nullptr ? UnmatchedPolicy::Fail : attribute->unmatched;
    }
};

/// A sensitive column that a model of the recipe looks at.
struct PlannedSensitive {
    std::size_t column = 0;
    std::optional<Hierarchy> hierarchy; ///< for a hierarchical t-closeness
};

/// A recipe bound to the columns of a file: names resolved, hierarchies read and checked, keys derived. The
/// recipe outlives it. Immutable, thread-safe.
struct Plan {
    std::vector<PlannedColumn> columns; ///< in the file's order
    /// Columns that form the classes of the output, in the recipe's order: the quasi-identifiers that stay in
    /// it.
    std::vector<std::size_t> quasi;
    /// All quasi-identifiers of the recipe: what the raw file's risk is measured over.
    std::vector<std::size_t> rawQuasi;
    std::vector<PlannedSensitive> sensitive; ///< each column once, in the order of the models
    /// Data rows of the research subset, ascending; null = all records are released.
    std::shared_ptr<const std::vector<std::uint64_t>> subset;
    std::vector<std::string> directBefore,
        directAfter; ///< direct identifiers in the input, left in the output

    /// Errors: kRecipeColumnMissing, kHierarchy…, kKeyMissing; kRecipeInvalid for an unlisted column where
    /// the recipe forbids them. `keys` null = no keyed transform may be needed on a quasi-identifier, others
    /// are left out.
    [[nodiscard]] static Result<Plan> make(const Recipe& recipe, const std::vector<std::string>& columnNames,
                                           const Keys* keys, const std::filesystem::path& hierarchyFolder);

    [[nodiscard]] std::vector<std::string> namesOf(const std::vector<std::size_t>& which) const;
    [[nodiscard]] std::vector<std::string> outputNames() const;
    /// Whether data row `row` belongs to the released records.
    [[nodiscard]] bool releases(std::uint64_t row) const {
        return subset == nullptr || std::binary_search(subset->begin(), subset->end(), row);
    }
    /// Whether the classes of the output are formed over other values than those of the input.
    [[nodiscard]] bool rawDiffers() const;
    /// Bounds of the search for quasi-identifier `q`: a fixed level is both.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> levelBounds(std::size_t q) const;
};

} // namespace mangrove::deid
