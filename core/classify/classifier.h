// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/run_context.h"
#include "classify/column_classification.h"
#include "classify/rule_pack.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mangrove::table {
class Table;
}

namespace mangrove::classify {

/// How columns are decided (identifiers.md 4.5). The defaults are the published rule.
struct ClassifyOptions {
    std::shared_ptr<const RulePackSet> packs; ///< null: the built-in packs
    std::optional<Instant> asOf; ///< only rules in force at that time; empty: rules without a valid-to
    double minimumShare = 0.6;   ///< of the distinct non-null values must pass
    double chanceFactor = 5.0;   ///< and the Wilson lower bound must exceed this times the chance rate
    double wilsonZ = 1.96;       ///< 95 %
    double nearShare = 0.05;     ///< wrong check digits above this are reported as typing errors
    /// kBadOption where a share is outside 0…1 or a factor is not positive.
    [[nodiscard]] Status validate() const;
};

/// A column as its distinct values: all that classification needs, so that a database may deliver them.
struct ColumnValues {
    std::string_view name;
    std::span<const std::string> distinct; ///< non-null
    std::span<const std::uint64_t>
        counts; ///< one per distinct value; may be empty (then shares are of distinct values only)
    std::uint64_t nulls = 0;
};

/// Classifies every column. Works on distinct values only, so the cost does not grow with the rows.
/// Errors: options.validate(), kCancelled, those of loading the built-in packs (a fault of the build).
[[nodiscard]] Result<TableClassification>
classifyTable(const table::Table& table, const ClassifyOptions& options, const RunContext& context);
[[nodiscard]] Result<TableClassification> classifyColumns(std::span<const ColumnValues> columns,
                                                          const ClassifyOptions& options,
                                                          const RunContext& context);

} // namespace mangrove::classify
