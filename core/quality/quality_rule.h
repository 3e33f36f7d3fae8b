// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "classify/column_classification.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace re2 {
class RE2;
}
namespace mangrove::table {
class Table;
}

namespace mangrove::quality {

enum class RuleType : std::uint8_t {
    Completeness, ///< violated = null cells of one column; denominator = rows
    Validity,     ///< violated = non-null cells that break the form; denominator = non-null cells
    Uniqueness,   ///< violated = rows whose key occurs more than once; denominator = rows (DQD isPrimaryKey)
    Order         ///< violated = rows where the first date is after the second; denominator = rows with both
};
[[nodiscard]] std::string_view toText(RuleType type); ///< "completeness", "validity", "uniqueness", "order"

/// The dimension a finding counts for (names of GB/T 36344-2018).
enum class Dimension : std::uint8_t {
    Normativity,
    Completeness,
    Accuracy,
    Consistency,
    Timeliness,
    Accessibility
};
[[nodiscard]] std::string_view toText(Dimension dimension); ///< "normativity", "completeness"…

enum class Severity : std::uint8_t { Info, Warning, Error };
[[nodiscard]] std::string_view toText(Severity severity); ///< "info", "warning", "error"

/// A value as a type, for validity rules.
enum class ValueForm : std::uint8_t { Integer, Decimal, Date };

/// One rule. `columns` are names of the table; a rule about a column the table has not is "not applicable".
struct QualityRule {
    std::string id; ///< unique in its file, kebab-case
    RuleType type = RuleType::Completeness;
    Dimension dimension = Dimension::Completeness;
    Severity severity = Severity::Error;
    /// One for completeness and validity, one or more for uniqueness (the key), two for order (earlier,
    /// later).
    std::vector<std::string> columns;
    /// Largest tolerated share of violations, 0…1. Equal passes, more fails; 0 means one bad row fails.
    double threshold = 0;
    std::string description;

    // validity: at least one of these; a value violates when it breaks any of them
    std::string identifier; ///< kind id whose check a value must pass
    std::optional<ValueForm> form;
    std::string pattern;           ///< RE2 for the whole value
    std::optional<double> minimum; ///< numbers
    std::optional<double> maximum;
    std::string earliest; ///< ISO dates
    std::string latest;
    std::vector<std::string> allowed;         ///< value set
    std::shared_ptr<const re2::RE2> compiled; ///< `pattern`, made by parseRules and makeRule

    /// Not defaulted because of `compiled`, which follows from `pattern`.
    friend bool operator==(const QualityRule& a, const QualityRule& b);
};

/// The rules as the JSON `mangrove quality check --rules` takes
/// (resources/rulepacks/quality-rules.schema.json). Fails with kQualityRulesInvalid, location = `file` and
/// line.
[[nodiscard]] Result<std::vector<QualityRule>> parseRules(std::string_view json,
                                                          const std::string& file = "rules.json");
[[nodiscard]] std::string toJson(const std::vector<QualityRule>& rules);

/// Rules a careful person would begin with: completeness of columns that are nearly full, check digits of
/// identifier columns, forms of dates and codes, uniqueness of what looks like the key, admission before
/// discharge.
[[nodiscard]] std::vector<QualityRule> suggestRules(const table::Table& table,
                                                    const classify::TableClassification& classification);

} // namespace mangrove::quality
