// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "classify/classifier.h"
#include "classify/rule_pack.h"

namespace mangrove::classify {

/// Applies the rules in force to a decided column: class, level floor (the highest wins), category, flags.
/// Level algebra: rules.md section 9.
void applyColumnRules(ColumnClassification& column, const ColumnValues& values, const RulePackSet& packs,
                      const std::optional<Instant>& asOf);

/// The table's level: its highest column, raised by the rules about tables.
void applyTableRules(TableClassification& table, const RulePackSet& packs,
                     const std::optional<Instant>& asOf);

} // namespace mangrove::classify
