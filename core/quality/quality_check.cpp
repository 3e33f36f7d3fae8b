// SPDX-License-Identifier: GPL-3.0-or-later
#include "quality/quality_check.h"

#include "base/format.h"
#include "base/number.h"
#include "base/text.h"
#include "classify/identifier_check.h"
#include "io/record_reader.h"
#include "quality/iso_day.h"
#include "table/table.h"

#include <algorithm>
#include <array>
#include <map>
#include <re2/re2.h>
#include <set>
#include <unordered_set>

namespace mangrove::quality {

namespace {

using table::Column;
using table::kNullCode;

/// What one rule makes of one row.
enum class RowVerdict : std::uint8_t { Outside, Good, Bad };

/// Counts verdicts of all rows and keeps the first bad ones.
template<typename Judge>
Status judgeRows(std::uint64_t rows, std::size_t kept, Finding& finding, const RunContext& context,
                 Judge judge) {
    constexpr std::uint64_t kPoll = 1U << 20U;
    for (std::uint64_t row = 0; row < rows; ++row) {
        if (row % kPoll == 0)
            MANGROVE_TRY(context.check());
        const RowVerdict verdict = judge(row);
        if (verdict == RowVerdict::Outside)
            continue;
        ++finding.denominator;
        if (verdict == RowVerdict::Good)
            continue;
        ++finding.violated;
        if (finding.rows.size() < kept)
            finding.rows.push_back({row + 1, 0});
    }
    return {};
}

bool isInteger(std::string_view value) {
    return parseInteger(value).has_value();
}

/// Judges values; prepared once per rule.
class ValueJudge {
public:
    explicit ValueJudge(const QualityRule& rule)
        : m_rule(rule), m_allowed(rule.allowed.begin(), rule.allowed.end()),
          m_earliest(isoDay(rule.earliest)), m_latest(isoDay(rule.latest)) {}

    [[nodiscard]] bool good(const std::string& value) const {
        if (!m_allowed.empty() && m_allowed.count(value) == 0)
            return false;
        if (m_rule.compiled && !re2::RE2::FullMatch(value, *m_rule.compiled))
            return false;
        if (!m_rule.identifier.empty()) {
            const auto verdict = classify::checkIdentifier(m_rule.identifier, value);
            if (!verdict.ok() || !verdict->valid)
                return false;
        }
        return goodForm(value) && goodNumber(value) && goodDay(value);
    }

private:
    [[nodiscard]] bool goodForm(const std::string& value) const {
        if (!m_rule.form)
            return true;
        const std::string_view text = trim(value);
        switch (*m_rule.form) {
        case ValueForm::Integer:
            return isInteger(text);
        case ValueForm::Decimal:
            return parseDouble(text).has_value();
        default:
            return classify::checkIdentifier("event-date", text)->valid;
        }
    }
    [[nodiscard]] bool goodNumber(const std::string& value) const {
        if (!m_rule.minimum && !m_rule.maximum)
            return true;
        const auto number = parseDouble(trim(value));
        return number && (!m_rule.minimum || *number >= *m_rule.minimum)
               && (!m_rule.maximum || *number <= *m_rule.maximum);
    }
    [[nodiscard]] bool goodDay(const std::string& value) const {
        if (!m_earliest && !m_latest)
            return true;
        constexpr std::int64_t kSecondsField = 1'000'000;
        const auto moment = momentOf(trim(value));
        return moment && (!m_earliest || *moment / kSecondsField >= *m_earliest)
               && (!m_latest || *moment / kSecondsField <= *m_latest);
    }

    const QualityRule& m_rule;
    std::unordered_set<std::string> m_allowed;
    std::optional<std::int64_t> m_earliest;
    std::optional<std::int64_t> m_latest;
};

Status judgeCompleteness(const Column& column, std::size_t kept, Finding& finding,
                         const RunContext& context) {
    // a cell of blanks alone says no more than an empty one
    std::vector<bool> blank(column.dictionary.size());
    for (std::size_t i = 0; i < blank.size(); ++i)
        blank[i] = trim(column.dictionary[i]).empty();
    finding.message = "null-cells";
    return judgeRows(column.codes.size(), kept, finding, context, [&](std::uint64_t row) {
        const std::uint32_t code = column.codes[row];
        return code == kNullCode || blank[code] ? RowVerdict::Bad : RowVerdict::Good;
    });
}

Status judgeValidity(const QualityRule& rule, const Column& column, std::size_t kept, Finding& finding,
                     const RunContext& context) {
    const ValueJudge judge(rule);
    std::vector<bool> good(column.dictionary.size());
    constexpr std::size_t kPoll = 1U << 16U;
    for (std::size_t i = 0; i < good.size(); ++i) {
        if (i % kPoll == 0)
            MANGROVE_TRY(context.check());
        good[i] = judge.good(column.dictionary[i]);
    }
    finding.message = "invalid-values";
    return judgeRows(column.codes.size(), kept, finding, context, [&](std::uint64_t row) {
        const std::uint32_t code = column.codes[row];
        if (code == kNullCode)
            return RowVerdict::Outside;
        return good[code] ? RowVerdict::Good : RowVerdict::Bad;
    });
}

/// The key of every row as one number, the same for equal keys: codes of the columns folded one by one.
Result<std::vector<std::uint64_t>> rowKeys(const std::vector<const Column*>& columns, std::uint64_t rows,
                                           const RunContext& context) {
    std::vector<std::uint64_t> keys(rows, 0);
    for (const Column* const column : columns) {
        MANGROVE_TRY(context.check());
        // fold: (key so far, code) pairs numbered in order of the sorted pairs
        std::vector<std::pair<std::uint64_t, std::uint64_t>> pairs(rows);
        for (std::uint64_t row = 0; row < rows; ++row)
            pairs[row] = {(keys[row] << 32U) | column->codes[row], row};
        std::sort(pairs.begin(), pairs.end());
        std::uint64_t number = 0;
        for (std::uint64_t i = 0; i < rows; ++i) {
            number += i > 0 && pairs[i].first != pairs[i - 1].first ? 1U : 0U;
            keys[pairs[i].second] = number;
        }
    }
    return keys;
}

Status judgeUniqueness(const std::vector<const Column*>& columns, std::uint64_t rows, std::size_t kept,
                       Finding& finding, const RunContext& context) {
    MANGROVE_ASSIGN(const std::vector<std::uint64_t> keys, rowKeys(columns, rows, context));
    std::vector<std::uint32_t> times(rows, 0);
    for (const std::uint64_t key : keys)
        if (times[key] < 2)
            ++times[key];
    finding.message = "duplicate-keys";
    return judgeRows(rows, kept, finding, context, [&](std::uint64_t row) {
        // a row without any part of the key has no key to repeat: that is a matter of completeness
        const bool noKey = std::all_of(columns.begin(), columns.end(),
                                       [&](const Column* column) { return column->codes[row] == kNullCode; });
        if (noKey)
            return RowVerdict::Outside;
        return times[keys[row]] > 1 ? RowVerdict::Bad : RowVerdict::Good;
    });
}

std::vector<std::optional<std::int64_t>> momentsOf(const Column& column) {
    std::vector<std::optional<std::int64_t>> moments;
    moments.reserve(column.dictionary.size());
    for (const std::string& value : column.dictionary)
        moments.push_back(momentOf(trim(value)));
    return moments;
}

bool hasTimeOfDay(std::int64_t moment) {
    return moment % 1'000'000 != 0;
}

Status judgeOrder(const Column& first, const Column& second, std::size_t kept, Finding& finding,
                  const RunContext& context) {
    const auto earlier = momentsOf(first);
    const auto later = momentsOf(second);
    finding.message = "wrong-order";
    return judgeRows(first.codes.size(), kept, finding, context, [&](std::uint64_t row) {
        const std::uint32_t a = first.codes[row];
        const std::uint32_t b = second.codes[row];
        if (a == kNullCode || b == kNullCode || !earlier[a] || !later[b])
            return RowVerdict::Outside;
        // a day without a time of day is compared by day: discharge on the day of admission is no error
        const bool byDay = !hasTimeOfDay(*earlier[a]) || !hasTimeOfDay(*later[b]);
        const std::int64_t unit = byDay ? 1'000'000 : 1;
        return *earlier[a] / unit > *later[b] / unit ? RowVerdict::Bad : RowVerdict::Good;
    });
}

void notApplicable(Finding& finding, std::string message, std::vector<std::string> args) {
    finding.status = FindingStatus::NotApplicable;
    finding.message = std::move(message);
    finding.args = std::move(args);
}

void conclude(Finding& finding) {
    if (finding.denominator == 0)
        return notApplicable(finding, "empty-column", {finding.column});
    finding.share = static_cast<double>(finding.violated) / static_cast<double>(finding.denominator);
    finding.status = finding.violated == 0               ? FindingStatus::Pass
                     : finding.share > finding.threshold ? FindingStatus::Fail
                                                         : FindingStatus::PassWithViolations;
    finding.args = {finding.column, std::to_string(finding.violated), std::to_string(finding.denominator)};
}

Result<Finding> judge(const table::Table& table, const QualityRule& rule, const RunContext& context,
                      const QualityOptions& options) {
    Finding finding;
    finding.ruleId = rule.id;
    finding.type = rule.type;
    finding.dimension = rule.dimension;
    finding.severity = rule.severity;
    finding.threshold = rule.threshold;
    finding.column = join(rule.columns, " + ");
    std::vector<const Column*> columns;
    for (const std::string& name : rule.columns) {
        const auto index = table.columnIndex(name);
        if (!index) {
            notApplicable(finding, "no-such-column", {name});
            return finding;
        }
        columns.push_back(&table.column(*index));
    }
    if (columns.empty() || (rule.type == RuleType::Order && columns.size() != 2)) {
        finding.status = FindingStatus::Error;
        finding.message = "rule-unusable";
        finding.args = {rule.id};
        return finding;
    }
    if (table.rows() == 0) {
        notApplicable(finding, "empty-table", {});
        return finding;
    }
    switch (rule.type) {
    case RuleType::Completeness:
        MANGROVE_TRY(judgeCompleteness(*columns[0], options.rowsKept, finding, context));
        break;
    case RuleType::Validity:
        MANGROVE_TRY(judgeValidity(rule, *columns[0], options.rowsKept, finding, context));
        break;
    case RuleType::Uniqueness:
        MANGROVE_TRY(judgeUniqueness(columns, table.rows(), options.rowsKept, finding, context));
        break;
    case RuleType::Order:
        MANGROVE_TRY(judgeOrder(*columns[0], *columns[1], options.rowsKept, finding, context));
        break;
    }
    conclude(finding);
    return finding;
}

} // namespace

std::string_view toText(FindingStatus status) {
    constexpr std::array<std::string_view, 5> kWords{"pass", "pass-with-violations", "fail", "not-applicable",
                                                     "error"};
    return kWords.at(static_cast<std::size_t>(status));
}

std::uint64_t QualityReport::count(FindingStatus status) const {
    return static_cast<std::uint64_t>(std::count_if(
        findings.begin(), findings.end(), [&](const Finding& finding) { return finding.status == status; }));
}

double QualityReport::passRate() const {
    const std::uint64_t passed = count(FindingStatus::Pass) + count(FindingStatus::PassWithViolations);
    const std::uint64_t judged = passed + count(FindingStatus::Fail);
    return judged == 0 ? 1.0 : static_cast<double>(passed) / static_cast<double>(judged);
}

bool QualityReport::failed(Severity atLeast) const {
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
        return finding.severity >= atLeast
               && (finding.status == FindingStatus::Fail || finding.status == FindingStatus::Error);
    });
}

Result<QualityReport> checkQuality(const table::Table& table, std::span<const QualityRule> rules,
                                   const RunContext& context, const QualityOptions& options) {
    QualityReport report;
    report.rows = table.rows();
    context.start("checking", rules.size());
    for (const QualityRule& rule : rules) {
        MANGROVE_ASSIGN(Finding finding, judge(table, rule, context, options));
        report.findings.push_back(std::move(finding));
        context.advance(1);
    }
    return report;
}

Status addLineNumbers(QualityReport& report, io::RecordReader& reader, const RunContext& context) {
    std::map<std::uint64_t, std::uint64_t> lines; // row from 1 -> line
    for (const Finding& finding : report.findings)
        for (const ViolatingRow& row : finding.rows)
            lines[row.row] = 0;
    auto next = lines.begin();
    io::RecordBatch batch;
    while (next != lines.end()) {
        MANGROVE_ASSIGN(const bool more, reader.next(batch, context));
        if (!more)
            break;
        for (; next != lines.end() && next->first - 1 < batch.firstRow() + batch.rows(); ++next)
            next->second = batch.lineOf(next->first - 1 - batch.firstRow());
    }
    for (Finding& finding : report.findings)
        for (ViolatingRow& row : finding.rows)
            row.line = lines[row.row];
    return {};
}

std::string sentence(const Finding& finding) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kSentences{{
        {"null-cells", "{1} of {2} rows have no value in {0}."},
        {"invalid-values", "{1} of {2} values of {0} are not valid."},
        {"duplicate-keys", "{1} of {2} rows share their key {0} with another row."},
        {"wrong-order", "In {1} of {2} rows the dates of {0} are in the wrong order."},
        {"no-such-column", "The table has no column {0}."},
        {"empty-column", "{0} holds nothing to judge."},
        {"empty-table", "The table has no rows."},
        {"rule-unusable", "The rule {0} cannot be judged."},
    }};
    for (const auto& [code, text] : kSentences)
        if (code == finding.message)
            return fillPlaceholders(text, finding.args);
    return finding.message;
}

} // namespace mangrove::quality
