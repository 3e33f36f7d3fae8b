// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "quality/quality_rule.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace mangrove::io {
class RecordReader;
}

namespace mangrove::quality {

enum class FindingStatus : std::uint8_t {
    Pass,               ///< no violation
    PassWithViolations, ///< some, but not more than the threshold
    Fail,
    NotApplicable, ///< column missing or wholly empty, table empty; leaves the pass rate
    Error          ///< the rule could not be judged; counted apart
};
[[nodiscard]] std::string_view
toText(FindingStatus status); ///< "pass", "pass-with-violations", "fail", "not-applicable", "error"

/// Where a violating row is.
struct ViolatingRow {
    std::uint64_t row = 0;  ///< data row, from 1
    std::uint64_t line = 0; ///< physical line of the file, from 1; 0 where the source has no lines
    friend bool operator==(const ViolatingRow&, const ViolatingRow&) = default;
};

/// The outcome of one rule. Counts stay, so that a threshold can be judged anew later. Never holds a cell
/// value.
struct Finding {
    std::string ruleId;
    RuleType type = RuleType::Completeness;
    Dimension dimension = Dimension::Completeness;
    Severity severity = Severity::Error;
    std::string column; ///< names joined by " + " where there are several
    std::uint64_t violated = 0;
    std::uint64_t denominator = 0;
    double share = 0; ///< violated / denominator; 0 where the denominator is 0
    double threshold = 0;
    FindingStatus status = FindingStatus::Pass;
    std::vector<ViolatingRow> rows; ///< the first QualityOptions::rowsKept, ascending
    std::string message; ///< stable code: "null-cells", "invalid-values", "duplicate-keys", "wrong-order",
                         ///< "no-such-column", "empty-column", "empty-table"
    std::vector<std::string> args; ///< for the sentence: column, counts
    friend bool operator==(const Finding&, const Finding&) = default;
};

struct QualityReport {
    std::uint64_t rows = 0;
    std::vector<Finding> findings; ///< in the order of the rules
    [[nodiscard]] std::uint64_t count(FindingStatus status) const;
    /// Passed of those judged (not-applicable and error left out), 0…1; 1 where none was judged.
    [[nodiscard]] double passRate() const;
    /// Some rule of at least this severity failed (`--fail-on`).
    [[nodiscard]] bool failed(Severity atLeast) const;
    friend bool operator==(const QualityReport&, const QualityReport&) = default;
};

/// What to keep of a run.
struct QualityOptions {
    std::size_t rowsKept = 20;
};

/// Judges every rule. Value rules are judged once per distinct value. Errors: kCancelled.
[[nodiscard]] Result<QualityReport> checkQuality(const table::Table& table,
                                                 std::span<const QualityRule> rules,
                                                 const RunContext& context,
                                                 const QualityOptions& options = {});

/// Fills in the physical lines of the violating rows by reading the source once more (a table knows rows
/// only). `reader` is freshly opened with the options the table was read with. Errors: those of the reader,
/// kCancelled.
[[nodiscard]] Status addLineNumbers(QualityReport& report, io::RecordReader& reader,
                                    const RunContext& context);

/// An English sentence for a finding (ui and cli translate from message and args).
[[nodiscard]] std::string sentence(const Finding& finding);

} // namespace mangrove::quality
