// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "classify/identifier_kind.h"
#include "classify/kind_table.h"
#include "quality/quality_rule.h"
#include "table/table.h"

#include <algorithm>
#include <set>

namespace mangrove::quality {

namespace {

using classify::ColumnClassification;

/// "birth-date-valid", "c3-complete" where the name has no ASCII to make an id of; unique by number.
class IdMaker {
public:
    explicit IdMaker(std::size_t& counter) : m_counter(counter) {}
    std::string make(std::string_view name, std::string_view what) {
        std::string id;
        for (const char c : name) {
            const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (letter)
                id += c;
            else if (c >= 'A' && c <= 'Z')
                id += static_cast<char>(c | 0x20);
            else if (!id.empty() && id.back() != '-')
                id += '-';
        }
        while (!id.empty() && id.back() == '-')
            id.pop_back();
        id = format("{}{}{}", id, id.empty() ? "column-" : "-",
                    id.empty() ? format("{}-{}", m_counter + 1, what) : std::string(what));
        std::string unique = id;
        for (int n = 2; !m_used.insert(unique).second; ++n)
            unique = format("{}-{}", id, n);
        return unique;
    }

private:
    std::size_t& m_counter;
    std::set<std::string> m_used;
};

/// A value check is worth suggesting where the kind has a form that can be wrong.
bool hasCheckWorthHaving(const std::string& kind) {
    const auto* const known = classify::findIdentifierKind(kind);
    if (known == nullptr || known->cls == classify::IdentifierClass::None)
        return false;
    const auto& entry =
        classify::kindTable()[static_cast<std::size_t>(known - classify::identifierKinds().data())];
    return entry.check != nullptr && kind != "person-name" && kind != "professional-name" && kind != "address"
           && kind != "free-text";
}

bool isDateKind(const ColumnClassification& column) {
    return column.identifier == "birth-date" || column.identifier == "event-date"
           || column.identifier == "death-date";
}

bool anyOf(std::string_view name, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return name.find(word) != std::string_view::npos; });
}

std::string lower(std::string_view name) {
    std::string text(name);
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    return text;
}

QualityRule completeness(IdMaker& ids, const std::string& column, double threshold, Severity severity) {
    QualityRule rule;
    rule.id = ids.make(column, "complete");
    rule.type = RuleType::Completeness;
    rule.dimension = Dimension::Completeness;
    rule.severity = severity;
    rule.columns = {column};
    rule.threshold = threshold;
    return rule;
}

QualityRule validity(IdMaker& ids, const ColumnClassification& column) {
    QualityRule rule;
    rule.id = ids.make(column.name, "valid");
    rule.type = RuleType::Validity;
    rule.dimension = Dimension::Normativity;
    rule.severity = column.cls == classify::IdentifierClass::Direct ? Severity::Error : Severity::Warning;
    rule.columns = {column.name};
    rule.identifier = *column.identifier;
    return rule;
}

} // namespace

std::vector<QualityRule> suggestRules(const table::Table& table,
                                      const classify::TableClassification& classification) {
    std::vector<QualityRule> rules;
    std::size_t index = 0;
    IdMaker ids(index);
    const ColumnClassification* admission = nullptr;
    const ColumnClassification* discharge = nullptr;
    bool keyFound = false;
    for (const ColumnClassification& column : classification.columns) {
        const auto at = table.columnIndex(column.name);
        if (!at)
            continue;
        index = *at;
        const table::ValueCounts counts = table.counts(*at);
        const auto rows = static_cast<double>(std::max<std::uint64_t>(table.rows(), 1));
        const double missing = static_cast<double>(counts.nulls) / rows;
        constexpr double kNearlyFull = 0.05;
        if (missing <= kNearlyFull)
            rules.push_back(completeness(ids, column.name, missing == 0 ? 0.0 : 0.01, Severity::Error));
        if (column.identifier && hasCheckWorthHaving(*column.identifier) && column.valid > 0)
            rules.push_back(validity(ids, column));
        // the key: the first column that names a row; every value once, or nearly
        const std::size_t distinct = table.column(*at).dictionary.size();
        const bool names = column.cls == classify::IdentifierClass::Direct;
        if (!keyFound && names && static_cast<double>(distinct) >= 0.98 * rows && distinct > 1) {
            QualityRule rule;
            rule.id = ids.make(column.name, "unique");
            rule.type = RuleType::Uniqueness;
            rule.dimension = Dimension::Accuracy;
            rule.columns = {column.name};
            rules.push_back(rule);
            keyFound = true;
        }
        if (isDateKind(column)) {
            const std::string name = lower(column.name);
            if (admission == nullptr && anyOf(name, {"入院", "admi", "ryrq", "begn", "start", "开始"}))
                admission = &column;
            else if (discharge == nullptr && anyOf(name, {"出院", "disch", "cyrq", "end", "stop", "结束"}))
                discharge = &column;
        }
    }
    if (admission != nullptr && discharge != nullptr) {
        QualityRule rule;
        rule.id = ids.make("begin-end", "order");
        rule.type = RuleType::Order;
        rule.dimension = Dimension::Consistency;
        rule.columns = {admission->name, discharge->name};
        rules.push_back(rule);
    }
    return rules;
}

} // namespace mangrove::quality
