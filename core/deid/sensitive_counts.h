// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "deid/class_table.h"
#include "deid/hierarchy.h"
#include "deid/input_cell.h"
#include "deid/recipe.h"
#include "deid/sensitive.h"
#include "table/value_dictionary.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::deid {

/// The values of one sensitive column by combination of quasi-identifiers, as they are in the input. Missing
/// cells are one value. Memory grows with distinct pairs. One thread.
class SensitiveCounts {
public:
    /// Counts a record of the combination.
    void add(const InputCell& cell, std::uint32_t combination);
    /// Adds what another thread counted; `combinations` = new number of each of its combinations.
    void merge(const SensitiveCounts& other, const std::vector<std::uint32_t>& combinations);
    /// Numbers combinations anew: `numbers[old]`.
    void renumber(const std::vector<std::uint32_t>& numbers);

    /// Codes are (combination, value).
    [[nodiscard]] const ClassTable& counts() const { return m_counts; }
    /// What the models of `recipe` over the column `name` need. kHierarchyUnmatched for values that a
    /// hierarchy needed does not know; kRecipeInvalid for sets of more than 64 items or 2 000 000 items in
    /// all.
    [[nodiscard]] Result<SensitiveColumn> column(const std::string& name, const Recipe& recipe,
                                                 const std::optional<Hierarchy>& hierarchy) const;

private:
    [[nodiscard]] Status addLabels(SensitiveColumn& column, const Hierarchy& hierarchy) const;
    [[nodiscard]] Status addItems(SensitiveColumn& column, const std::string& separator) const;
    void addOrder(SensitiveColumn& column) const;
    /// Value 0 is a missing one, value n + 1 the dictionary's n.
    [[nodiscard]] std::size_t values() const { return m_dictionary.size() + 1; }

    table::ValueDictionary m_dictionary;
    ClassTable m_counts{2};
};

} // namespace mangrove::deid
