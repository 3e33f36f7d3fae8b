// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/hierarchy.h"
#include "table/column.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mangrove::deid {

/// How a hierarchy fits the values of a column. Counts only, never values.
struct HierarchyCheck {
    std::uint64_t values = 0, rows = 0; ///< distinct values and their rows, missing ones not counted
    std::uint64_t missingRows = 0;      ///< attached as a group of their own below the top
    std::uint64_t unmatchedValues = 0, unmatchedRows = 0; ///< without a place
    std::uint64_t firstUnmatchedRow = 0;                  ///< data row from 1; 0 = none
    std::vector<std::uint64_t> groups; ///< by level: different labels that the matched values have
    bool monotone = true;              ///< every level only joins groups of the level below
    [[nodiscard]] bool complete() const { return unmatchedValues == 0; }
};
[[nodiscard]] HierarchyCheck checkHierarchy(const Hierarchy& hierarchy, const table::Column& column);

/// The hierarchy as an ARX file (`;`, one row a value, column i = level i): all its rows where it is a table,
/// else the rows of the column's values that have a place, in order of first appearance.
[[nodiscard]] std::string hierarchyCsv(const Hierarchy& hierarchy, const table::Column& column);

/// {"hierarchy","version","levels","leaves","monotone","complete","values","rows","missingRows",
/// "unmatchedValues","unmatchedRows","firstUnmatchedRow","groups":[…]}; leaves: rows of a table, else null.
[[nodiscard]] std::string toJson(const Hierarchy& hierarchy, const HierarchyCheck& check);
/// [{"name","version","accepts","levels","source"}].
[[nodiscard]] std::string builtinHierarchiesJson();

} // namespace mangrove::deid
