// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/classifier.h"

#include "base/format.h"
#include "classify/column_decision.h"
#include "classify/level_rules.h"
#include "classify/text_scan.h"
#include "classify/value_form.h"
#include "table/table.h"

#include <algorithm>
#include <map>

namespace mangrove::classify {

namespace {

Status requireShare(std::string_view option, double value) {
    if (value >= 0 && value <= 1)
        return {};
    return Error(errors::kBadOption,
                 {std::string(option), std::to_string(value), "a share lies between 0 and 1"});
}

Status requirePositive(std::string_view option, double value) {
    if (value > 0)
        return {};
    return Error(errors::kBadOption, {std::string(option), std::to_string(value), "it must be above 0"});
}

/// Opaque keys are what such columns hold anyway, and a number that only looks like an old identity number is
/// found in any list of codes.
/// A name that no word leads to is guessed from its look: enough to hide it in a text, too little to call a
/// column personal. It counts in notes where it is sure, elsewhere where it is Chinese and the value says
/// more.
bool isPersonal(const TextEntity& entity, std::string_view value, bool freeText) {
    constexpr double kSure = 0.55;
    const std::string& kind = entity.type;
    if (!freeText && (kind == "uuid" || kind == "ip-address" || kind == "url" || entity.score < kSure))
        return false;
    const bool guessed = entity.rule.starts_with("grammar/") || entity.rule.starts_with("form/");
    if (guessed && (kind == "person-name" || kind == "professional-name")) {
        const bool chinese = static_cast<signed char>(entity.text.front()) < 0;
        if (entity.score < kSure || (!freeText && (!chinese || entity.text.size() * 2 > value.size())))
            return false;
    }
    const IdentifierKind* const known = findIdentifierKind(kind);
    return known != nullptr
           && (known->cls == IdentifierClass::Direct || known->cls == IdentifierClass::Professional);
}

/// Text in which something may hide: not numbers, not a value that is itself an identifier.
bool worthScanning(const ColumnClassification& column, const ValueTally& tally) {
    // every value has the form of a code: nothing else fits into it
    const bool formed = column.cls == IdentifierClass::Code || column.identifier == "icd-10"
                        || column.identifier == "icd-9-cm-3" || column.identifier == "genetic-variant";
    if (formed && column.valid + column.near == column.distinct)
        return false;
    if (column.cls == IdentifierClass::Direct || column.cls == IdentifierClass::Professional)
        return false;
    if (column.cls == IdentifierClass::Quasi && !column.freeText)
        return false;
    return tally.shape.words > 0;
}

/// A single word of ASCII letters holds none: no digit, no sign, no blank, no character of another script.
bool mayHoldIdentifier(std::string_view value) {
    return (characterMask(value) & ~chars::kAlpha) != 0;
}

/// Counts, by kind, the distinct values in which identifiers of persons stand.
Status scanColumn(ColumnClassification& column, const ColumnValues& values, const RunContext& context) {
    constexpr std::size_t kShortest = 8; // bytes: nothing fits into less than a label and a value
    std::map<std::string, std::uint64_t> found;
    std::uint64_t hit = 0;
    std::size_t bytes = 0;
    for (const std::string& value : values.distinct) {
        bytes += value.size();
        if (bytes > (1U << 20U)) {
            bytes = 0;
            MANGROVE_TRY(context.check());
        }
        if (value.size() < kShortest || !mayHoldIdentifier(value))
            continue;
        std::vector<std::string> kinds;
        for (const TextEntity& entity : scanText(value))
            if (isPersonal(entity, value, column.freeText))
                kinds.push_back(entity.type);
        std::sort(kinds.begin(), kinds.end());
        kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
        hit += kinds.empty() ? 0U : 1U;
        for (const std::string& kind : kinds)
            ++found[kind];
    }
    for (const auto& [kind, count] : found)
        column.textFindings.push_back({kind, count});
    if (hit == 0)
        return {};
    const double share =
        static_cast<double>(hit) / static_cast<double>(std::max<std::size_t>(values.distinct.size(), 1));
    column.evidence.push_back(
        {"context", format("{} distinct values contain identifiers of persons", hit), share});
    if (column.cls != IdentifierClass::Sensitive && !column.freeText) {
        column.cls = IdentifierClass::Sensitive;
        column.confidence = std::max(column.confidence, 0.6);
    }
    return {};
}

} // namespace

Status ClassifyOptions::validate() const {
    MANGROVE_TRY(requireShare("minimumShare", minimumShare));
    MANGROVE_TRY(requireShare("nearShare", nearShare));
    MANGROVE_TRY(requirePositive("chanceFactor", chanceFactor));
    return requirePositive("wilsonZ", wilsonZ);
}

Result<TableClassification> classifyColumns(std::span<const ColumnValues> columns,
                                            const ClassifyOptions& options, const RunContext& context) {
    MANGROVE_TRY(options.validate());
    std::shared_ptr<const RulePackSet> packs = options.packs;
    if (!packs) {
        MANGROVE_ASSIGN(packs, RulePackSet::builtIn());
    }
    const NameIndex names(*packs);
    std::vector<const PackKind*> packKinds;
    for (const RulePack& pack : packs->packs())
        for (const PackKind& kind : pack.kinds)
            packKinds.push_back(&kind);
    const ValueTester tester(std::move(packKinds));
    const ColumnDecision decision(options, tester);

    TableClassification result;
    context.start("classifying", columns.size());
    for (const ColumnValues& column : columns) {
        MANGROVE_TRY(context.check());
        const std::vector<NameMatch> matches = names.match(column.name);
        MANGROVE_ASSIGN(const ValueTally tally,
                        tester.tally(column.distinct, ColumnDecision::kindsToTry(matches), context));
        ColumnClassification decided = decision.decide(column, matches, tally);
        if (worthScanning(decided, tally))
            MANGROVE_TRY(scanColumn(decided, column, context));
        result.columns.push_back(std::move(decided));
        context.advance(1);
    }
    const std::optional<Instant> today = newestDate(result.columns, columns);
    for (std::size_t i = 0; i < columns.size(); ++i)
        applyColumnRules(result.columns[i], columns[i], *packs, options.asOf, today);
    result.persons = countPersons(result.columns);
    applyTableRules(result, *packs, options.asOf);
    return result;
}

Result<TableClassification> classifyTable(const table::Table& table, const ClassifyOptions& options,
                                          const RunContext& context) {
    std::vector<ColumnValues> columns;
    for (const table::Column& column : table.columns())
        columns.push_back({column.name, column.dictionary, {}, 0});
    return classifyColumns(columns, options, context);
}

} // namespace mangrove::classify
