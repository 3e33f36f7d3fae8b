// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/level_rules.h"

#include "base/format.h"
#include "classify/check_digits.h"
#include "classify/checkers.h"
#include "classify/value_form.h"

#include <algorithm>
#include <array>
#include <re2/re2.h>

namespace mangrove::classify {

namespace {

bool found(const std::shared_ptr<const re2::RE2>& pattern, std::string_view text) {
    return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *pattern);
}

/// The first eight digits of a date in any of the usual forms as yyyymmdd; 0 where it is none.
int dayNumber(std::string_view value) {
    if (!checkDate(value).valid())
        return 0;
    std::array<int, 3> parts{};
    std::size_t part = 0;
    std::size_t size = 0;
    std::size_t first = 0;
    for (std::size_t i = 0; i < value.size() && part < parts.size(); ++i) {
        if (!isDigit(value[i])) {
            part += size > 0 ? 1U : 0U;
            size = 0;
            continue;
        }
        if (part == 0 && ++first > 8)
            break;
        if (part < parts.size())
            parts[part] = parts[part] * 10 + static_cast<int>(digitOf(value[i]));
        ++size;
    }
    if (first == 8)
        return parts[0];
    if (first != 4) // 31/12/2020
        return parts[2] > 1800 ? parts[2] * 10000 + 101 : 0;
    return parts[0] * 10000 + std::max(parts[1], 1) * 100 + std::max(parts[2], 1);
}

int yearsBetween(int birth, int today) {
    return birth == 0 || today == 0 || birth > today ? 1000 : (today - birth) / 10000;
}

/// Whole years of an age cell, 0 for months and days, 1000 where it says nothing.
int ageInYears(std::string_view value) {
    std::size_t end = 0;
    int years = 0;
    while (end < value.size() && isDigit(value[end]) && end < 3)
        years = years * 10 + static_cast<int>(digitOf(value[end++]));
    if (end == 0)
        return 1000;
    const std::string_view unit = value.substr(end);
    for (const std::string_view young : {"月", "个月", "天", "日龄", "小时"})
        if (unit.starts_with(young))
            return 0;
    return years;
}

int ageOf(std::string_view kind, std::string_view value, int today) {
    if (kind == "age")
        return ageInYears(value);
    if (kind == "birth-date")
        return yearsBetween(dayNumber(value), today);
    if (kind == "cn-resident-id" && value.size() == 18 && checkCnResidentId(value).valid())
        return yearsBetween(dayNumber(value.substr(6, 8)), today);
    return 1000;
}

bool someoneIsYounger(const ColumnClassification& column, const ColumnValues& values, int years, int today) {
    if (!column.identifier)
        return false;
    const std::string& kind = *column.identifier;
    if (kind != "age" && kind != "birth-date" && kind != "cn-resident-id")
        return false;
    std::string scratch;
    return std::any_of(values.distinct.begin(), values.distinct.end(), [&](const std::string& value) {
        return ageOf(kind, normaliseValue(value, scratch), today) < years;
    });
}

bool holds(const RuleCondition& when, const ColumnClassification& column, const ColumnValues& values,
           int today) {
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
    if (when.ageBelow && !someoneIsYounger(column, values, *when.ageBelow, today))
        return false;
    if (!when.value)
        return true;
    return std::any_of(values.distinct.begin(), values.distinct.end(),
                       [&](const std::string& value) { return found(when.value, value); });
}

void sortUnique(std::vector<std::string>& words) {
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
}

int dayOf(const std::optional<Instant>& instant) {
    return instant ? dayNumber(toIso8601(*instant).substr(0, 10)) : 0;
}

AppliedRule applied(const Rule& rule, const RulePack& pack) {
    return {rule.id, rule.source, rule.clause, std::string(toText(rule.status)), pack.id};
}

template<typename Use>
void eachInForce(const RulePackSet& packs, const std::optional<Instant>& asOf, bool aboutTable, Use use) {
    for (const RulePack& pack : packs.packs())
        for (const Rule& rule : pack.rules)
            if (rule.aboutTable() == aboutTable && rule.inForce(asOf))
                use(rule, pack);
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
                      const std::optional<Instant>& asOf, const std::optional<Instant>& today) {
    const int day = dayOf(today);
    // classes first: levels depend on them
    eachInForce(packs, asOf, false, [&](const Rule& rule, const RulePack& pack) {
        if (rule.effect.cls && *rule.effect.cls != column.cls && holds(rule.when, column, values, day)) {
            column.cls = *rule.effect.cls;
            column.rules.push_back(applied(rule, pack));
        }
    });
    int floor = defaultLevel(column, packs);
    NationalLevel national = NationalLevel::General1;
    std::vector<std::pair<const Rule*, const RulePack*>> holding;
    eachInForce(packs, asOf, false, [&](const Rule& rule, const RulePack& pack) {
        if (!holds(rule.when, column, values, day))
            return;
        floor = std::max(floor, rule.effect.level39725.value_or(1));
        national = std::max(national, rule.effect.level43697.value_or(NationalLevel::General1));
        if (rule.effect.level39725 || rule.effect.level43697)
            holding.emplace_back(&rule, &pack);
        if (!rule.effect.category39725.empty())
            column.category39725 = rule.effect.category39725;
        column.flags.insert(column.flags.end(), rule.effect.flags.begin(), rule.effect.flags.end());
    });
    column.level39725 = floor;
    column.level43697 = national;
    for (const auto& [rule, pack] : holding)
        if (rule->effect.level39725 == floor
            || (rule->effect.level43697 == national && national > NationalLevel::General1))
            column.rules.push_back(applied(*rule, *pack));
    sortUnique(column.flags);
}

void applyTableRules(TableClassification& table, const RulePackSet& packs,
                     const std::optional<Instant>& asOf) {
    table.tableLevel39725 = 1;
    table.tableLevel43697 = NationalLevel::General1;
    for (const ColumnClassification& column : table.columns) {
        table.tableLevel39725 = std::max(table.tableLevel39725, column.level39725);
        table.tableLevel43697 = std::max(table.tableLevel43697, column.level43697);
        if (!column.category39725.empty())
            table.categories39725.push_back(column.category39725);
        table.flags.insert(table.flags.end(), column.flags.begin(), column.flags.end());
    }
    sortUnique(table.categories39725);
    sortUnique(table.flags);
    const std::vector<std::string> columnFlags = table.flags;
    const auto countOf = [&](IdentifierClass cls) {
        return static_cast<std::uint64_t>(
            std::count_if(table.columns.begin(), table.columns.end(),
                          [&](const auto& column) { return column.cls == cls; }));
    };
    const auto hasFlag = [&](const std::string& flag) {
        return std::binary_search(columnFlags.begin(), columnFlags.end(), flag);
    };
    eachInForce(packs, asOf, true, [&](const Rule& rule, const RulePack& pack) {
        const RuleCondition& when = rule.when;
        const bool enough =
            std::all_of(when.tableAtLeast.begin(), when.tableAtLeast.end(),
                        [&](const auto& count) { return countOf(count.cls) >= count.columns; });
        const bool flagged =
            when.tableFlags.empty() || std::any_of(when.tableFlags.begin(), when.tableFlags.end(), hasFlag);
        if (!enough || !flagged || table.persons < when.personsAtLeast)
            return;
        const int level = rule.effect.level39725.value_or(1);
        const NationalLevel national = rule.effect.level43697.value_or(NationalLevel::General1);
        if (level > table.tableLevel39725 || national > table.tableLevel43697 || !rule.effect.flags.empty())
            table.rules.push_back(applied(rule, pack));
        table.tableLevel39725 = std::max(table.tableLevel39725, level);
        table.tableLevel43697 = std::max(table.tableLevel43697, national);
        table.flags.insert(table.flags.end(), rule.effect.flags.begin(), rule.effect.flags.end());
    });
    sortUnique(table.flags);
    for (const RulePack& pack : packs.packs())
        table.packs.push_back({pack.id, pack.version});
    table.asOf = asOf ? toIso8601(*asOf) : std::string();
}

Status reapplyRules(TableClassification& table, std::span<const std::size_t> changed) {
    MANGROVE_ASSIGN(const auto packs, RulePackSet::builtIn());
    std::optional<Instant> asOf;
    if (!table.asOf.empty()) {
        MANGROVE_ASSIGN(asOf, parseIso8601(table.asOf));
    }
    for (const std::size_t place : changed) {
        ColumnClassification& column = table.columns[place];
        const IdentifierClass cls = column.cls;
        const int level = column.level39725;
        column.category39725.clear();
        column.flags.clear();
        column.rules.clear();
        applyColumnRules(column, ColumnValues{column.name, {}, {}}, *packs, asOf);
        column.cls = cls;
        column.level39725 = level;
    }
    table.categories39725.clear();
    table.flags.clear();
    table.rules.clear();
    table.packs.clear();
    table.persons = countPersons(table.columns);
    applyTableRules(table, *packs, asOf);
    return {};
}

std::optional<Instant> newestDate(std::span<const ColumnClassification> columns,
                                  std::span<const ColumnValues> values) {
    constexpr int kLast = 21000101;
    int newest = 0;
    std::string scratch;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].identifier != "event-date" && columns[i].identifier != "death-date")
            continue;
        for (const std::string& value : values[i].distinct)
            if (const int day = dayNumber(normaliseValue(value, scratch)); day < kLast)
                newest = std::max(newest, day);
    }
    if (newest == 0)
        return std::nullopt;
    const auto instant =
        parseIso8601(format("{:04}-{:02}-{:02}", newest / 10000, newest / 100 % 100, newest % 100));
    return instant.ok() ? std::optional(*instant) : std::nullopt;
}

std::uint64_t countPersons(std::span<const ColumnClassification> columns) {
    for (const std::string_view kind : {"patient-id", "cn-insurance-person-no", "cn-resident-id", "us-ssn",
                                        "uk-nhs-number", "medical-record-no"}) {
        std::uint64_t persons = 0;
        for (const ColumnClassification& column : columns)
            if (column.identifier == kind)
                persons = std::max(persons, column.distinct);
        if (persons > 0)
            return persons;
    }
    return 0;
}

} // namespace mangrove::classify
