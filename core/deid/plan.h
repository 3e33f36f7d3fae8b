// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "deid/cell_function.h"
#include "deid/hierarchy.h"
#include "deid/recipe.h"
#include "deid/row_sample.h"
#include "deid/row_subset.h"
#include "deid/survey.h"

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
    std::optional<std::size_t> quasi;  ///< number among Plan::quasi, where classes are formed over it
    CellFunctionPtr cells;             ///< of transforms of single cells; null for keep, suppress, generalise
    std::optional<std::size_t> person; ///< column of the person, for shifted dates
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

/// What a plan may need besides the recipe.
struct PlanAids {
    std::shared_ptr<const Survey> survey;    ///< where Survey::ofFile() gave one
    std::shared_ptr<const RowSubset> subset; ///< where it was read before; null = read it
    const TextFinder* finder = nullptr;      ///< for redact-text; lives as long as the plan
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
    std::shared_ptr<const RowSubset> subset; ///< null = all records are released
    std::vector<std::string> directBefore,
        directAfter; ///< direct identifiers in the input, left in the output

    std::shared_ptr<const RowSampler> sampler; ///< null = all rows
    std::optional<std::size_t> samplePerson;   ///< column of the sampler's persons

    /// Errors: kRecipeColumnMissing, kHierarchy…, kKeyMissing; kRecipeInvalid for an unlisted column where
    /// the recipe forbids them. `keys` null = no keyed transform may be needed on a quasi-identifier, others
    /// are left out.
    [[nodiscard]] static Result<Plan> make(const Recipe& recipe, const std::vector<std::string>& columnNames,
                                           const Keys* keys, const std::filesystem::path& hierarchyFolder,
                                           const PlanAids& aids = {});

    [[nodiscard]] std::vector<std::string> namesOf(const std::vector<std::size_t>& which) const;
    [[nodiscard]] std::vector<std::string> outputNames() const;
    /// Whether data row `row` belongs to the released records.
    [[nodiscard]] bool releases(std::uint64_t row) const {
        return subset == nullptr || subset->contains(row);
    }
    /// Whether the classes of the output are formed over other values than those of the input.
    [[nodiscard]] bool rawDiffers() const;
    /// Whether results hang on the rows' numbers, so that rows must be met in order.
    [[nodiscard]] bool needsRowNumbers() const;
    /// Bounds of the search for quasi-identifier `q`: a fixed level is both.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> levelBounds(std::size_t q) const;
};

/// kDateUnreadable or kCellsUnreadable for the cells of a column that its transform cannot read.
[[nodiscard]] Error unreadableError(const PlannedColumn& column, std::uint64_t cells,
                                    std::uint64_t firstLine);

} // namespace mangrove::deid
