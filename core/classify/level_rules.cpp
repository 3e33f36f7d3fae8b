// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/level_rules.h"

#include <algorithm>
#include <re2/re2.h>

namespace mangrove::classify {

namespace {

bool found(const std::shared_ptr<const re2::RE2>& pattern, std::string_view text) {
    return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *pattern);
}

bool holds(const RuleCondition& when, const ColumnClassification& column, const ColumnValues& values) {
    const auto is = [&](const std::string& kind) { return column.identifier == kind; };
    if (!when.identifiers.empty() && std::none_of(when.identifiers.begin(), when.identifiers.end(), is))
        return false;
    if (!when.classes.empty()
        && std::find(when.classes.begin(), when.classes.end(), column.cls) == when.classes.end())
        return false;
    if (when.freeText && *when.freeText != column.freeText)
        return false;
    if (when.containsIdentifiers && *when.containsIdentifiers == column.textFindings.empty())
        return false;
    if (when.columnName && !found(when.columnName, column.name))
        return false;
    if (!when.value)
        return true;
    return std::any_of(values.distinct.begin(), values.distinct.end(),
                       [&](const std::string& value) { return found(when.value, value); });
}

AppliedRule applied(const Rule& rule) {
    return {rule.id, rule.source, rule.clause, std::string(toText(rule.status))};
}

template<typename Use>
void eachInForce(const RulePackSet& packs, const std::optional<Instant>& asOf, bool aboutTable, Use use) {
    for (const RulePack& pack : packs.packs())
        for (const Rule& rule : pack.rules)
            if (rule.aboutTable() == aboutTable && rule.inForce(asOf))
                use(rule);
}

int defaultLevel(const ColumnClassification& column, const RulePackSet& packs) {
    if (!column.identifier)
        return 1;
    if (const IdentifierKind* const kind = findIdentifierKind(*column.identifier))
        return kind->level39725;
    for (const RulePack& pack : packs.packs())
        for (const PackKind& kind : pack.kinds)
            if (kind.id == *column.identifier)
                return kind.level39725;
    return 1;
}

} // namespace

void applyColumnRules(ColumnClassification& column, const ColumnValues& values, const RulePackSet& packs,
                      const std::optional<Instant>& asOf) {
    eachInForce(packs, asOf, false, [&](const Rule& rule) { // classes first: levels depend on them
        if (rule.effect.cls && *rule.effect.cls != column.cls && holds(rule.when, column, values)) {
            column.cls = *rule.effect.cls;
            column.rules.push_back(applied(rule));
        }
    });
    int floor = 0;
    std::vector<std::pair<int, AppliedRule>> raising;
    eachInForce(packs, asOf, false, [&](const Rule& rule) {
        if (!holds(rule.when, column, values))
            return;
        if (rule.effect.level39725) {
            floor = std::max(floor, *rule.effect.level39725);
            raising.emplace_back(*rule.effect.level39725, applied(rule));
        }
        if (!rule.effect.category39725.empty())
            column.category39725 = rule.effect.category39725;
        column.flags.insert(column.flags.end(), rule.effect.flags.begin(), rule.effect.flags.end());
    });
    column.level39725 = floor > 0 ? floor : defaultLevel(column, packs);
    for (auto& [level, rule] : raising)
        if (level == floor)
            column.rules.push_back(std::move(rule));
    std::sort(column.flags.begin(), column.flags.end());
    column.flags.erase(std::unique(column.flags.begin(), column.flags.end()), column.flags.end());
}

void applyTableRules(TableClassification& table, const RulePackSet& packs,
                     const std::optional<Instant>& asOf) {
    table.tableLevel39725 = 1;
    for (const ColumnClassification& column : table.columns)
        table.tableLevel39725 = std::max(table.tableLevel39725, column.level39725);
    const auto countOf = [&](IdentifierClass cls) {
        return static_cast<std::uint64_t>(
            std::count_if(table.columns.begin(), table.columns.end(),
                          [&](const auto& column) { return column.cls == cls; }));
    };
    eachInForce(packs, asOf, true, [&](const Rule& rule) {
        const bool enough =
            std::all_of(rule.when.tableAtLeast.begin(), rule.when.tableAtLeast.end(),
                        [&](const auto& count) { return countOf(count.cls) >= count.columns; });
        if (!enough || !rule.effect.level39725 || *rule.effect.level39725 <= table.tableLevel39725)
            return;
        table.tableLevel39725 = *rule.effect.level39725;
        table.rules.push_back(applied(rule));
    });
}

} // namespace mangrove::classify
