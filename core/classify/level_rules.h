// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "classify/classifier.h"
#include "classify/rule_pack.h"

#include <cstddef>
#include <optional>
#include <span>

namespace mangrove::classify {

/// Level algebra (rules.md section 9). A column's level is the highest of the floors of the rules that hold
/// and of what its kind is given; a table's the highest of its columns, raised by aggregation and scale
/// rules. Floors only raise: more rules, columns, persons or findings never lower a level.

/// Applies the rules in force to a decided column: class, level floors, category, flags. `today` is the
/// newest date the table speaks of, by which birth dates become ages (see newestDate()).
void applyColumnRules(ColumnClassification& column, const ColumnValues& values, const RulePackSet& packs,
                      const std::optional<Instant>& asOf, const std::optional<Instant>& today = {});

/// The table's levels, categories, flags and packs. Needs table.columns and table.persons.
void applyTableRules(TableClassification& table, const RulePackSet& packs,
                     const std::optional<Instant>& asOf);

/// After a person said what some columns are (`changed`: their places): their GB/T 43697 level, category and
/// flags by class, kind and name, and then what the whole table is, by the built-in packs. Their GB/T 39725
/// level is as the person left it. Rules that look at values are not asked again: there are none here. Fails
/// only where the build embedded a wrong pack.
[[nodiscard]] Status reapplyRules(TableClassification& table, std::span<const std::size_t> changed);

/// The newest day (not after 2100) among the columns of dates of events; empty where there is none. The
/// engine has no clock: the same data give the same classification on any day.
[[nodiscard]] std::optional<Instant> newestDate(std::span<const ColumnClassification> columns,
                                                std::span<const ColumnValues> values);

/// Distinct persons: the distinct values of the column that identifies persons best (patient, then insurance
/// person number, citizen number, record number); 0 where there is none.
[[nodiscard]] std::uint64_t countPersons(std::span<const ColumnClassification> columns);

} // namespace mangrove::classify
