// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "classify/identifier_kind.h"
#include "classify/lined_json.h"
#include "quality/errors.h"
#include "quality/iso_day.h"
#include "quality/quality_rule.h"

#include <array>
#include <nlohmann/json.hpp>
#include <re2/re2.h>
#include <set>

namespace mangrove::quality {

namespace {

using classify::JsonReader;
using classify::LinedJson;

constexpr std::array<std::string_view, 3> kForms{"integer", "decimal", "date"};

/// The value of an enum whose words toText() gives; refuses other words.
template<typename Enum>
Enum readWord(JsonReader& reader, const LinedJson& json, std::string_view key, Enum fallback, Enum last) {
    const std::string word = reader.optionalText(json, key);
    if (word.empty())
        return fallback;
    for (std::size_t i = 0; i <= static_cast<std::size_t>(last); ++i)
        if (word == toText(static_cast<Enum>(i)))
            return static_cast<Enum>(i);
    reader.refuse(*json.find(key), format("'{}' is no {}", word, key));
    return fallback;
}

Dimension usualDimension(RuleType type) {
    switch (type) {
    case RuleType::Completeness:
        return Dimension::Completeness;
    case RuleType::Validity:
        return Dimension::Normativity;
    case RuleType::Uniqueness:
        return Dimension::Accuracy;
    default:
        return Dimension::Consistency;
    }
}

void readValidity(JsonReader& reader, const LinedJson& json, QualityRule& rule) {
    rule.identifier = reader.optionalText(json, "identifier");
    if (!rule.identifier.empty() && classify::findIdentifierKind(rule.identifier) == nullptr)
        reader.refuse(*json.find("identifier"), format("there is no identifier kind '{}'", rule.identifier));
    if (const std::string word = reader.optionalText(json, "form"); !word.empty()) {
        for (std::size_t i = 0; i < kForms.size(); ++i)
            if (word == kForms[i])
                rule.form = static_cast<ValueForm>(i);
        if (!rule.form)
            reader.refuse(*json.find("form"), "'form' must be integer, decimal or date");
    }
    rule.pattern = reader.optionalText(json, "pattern");
    if (!rule.pattern.empty()) {
        re2::RE2::Options options;
        options.set_log_errors(false);
        rule.compiled = std::make_shared<const re2::RE2>(rule.pattern, options);
        if (!rule.compiled->ok())
            reader.refuse(*json.find("pattern"),
                          format("'pattern' is no RE2 pattern: {}", rule.compiled->error()));
    }
    rule.minimum = reader.optionalNumber(json, "minimum");
    rule.maximum = reader.optionalNumber(json, "maximum");
    if (rule.minimum && rule.maximum && *rule.minimum > *rule.maximum)
        reader.refuse(json, "'minimum' lies above 'maximum'");
    rule.earliest = reader.optionalText(json, "earliest");
    rule.latest = reader.optionalText(json, "latest");
    for (const char* const key : {"earliest", "latest"})
        if (const std::string day = reader.optionalText(json, key); !day.empty() && !isoDay(day))
            reader.refuse(*json.find(key), format("'{}' must be a date such as 2026-01-31", key));
    rule.allowed = reader.texts(json, "allowed");
    const bool any = !rule.identifier.empty() || rule.form || rule.compiled || rule.minimum || rule.maximum
                     || !rule.earliest.empty() || !rule.latest.empty() || !rule.allowed.empty();
    if (!any)
        reader.refuse(
            json,
            "a validity rule needs identifier, form, pattern, minimum, maximum, earliest, latest or allowed");
}

void checkColumns(JsonReader& reader, const LinedJson& json, const QualityRule& rule) {
    const std::size_t columns = rule.columns.size();
    const bool right = rule.type == RuleType::Uniqueness ? columns >= 1
                       : rule.type == RuleType::Order    ? columns == 2
                                                         : columns == 1;
    if (!right)
        reader.refuse(json, format("a rule of type {} has {} columns, which is not what it needs",
                                   toText(rule.type), columns));
}

QualityRule readRule(JsonReader& reader, const LinedJson& json, std::set<std::string>& ids) {
    QualityRule rule;
    reader.object(json, "a quality rule",
                  {"id", "type", "dimension", "severity", "columns", "threshold", "description", "identifier",
                   "form", "pattern", "minimum", "maximum", "earliest", "latest", "allowed"});
    rule.id = reader.text(json, "id");
    if (!ids.insert(rule.id).second)
        reader.refuse(json, format("the id '{}' is used twice", rule.id));
    reader.text(json, "type");
    rule.type = readWord(reader, json, "type", RuleType::Completeness, RuleType::Order);
    rule.dimension = readWord(reader, json, "dimension", usualDimension(rule.type), Dimension::Accessibility);
    rule.severity = readWord(reader, json, "severity", Severity::Error, Severity::Error);
    rule.columns = reader.texts(json, "columns");
    checkColumns(reader, json, rule);
    rule.threshold = reader.optionalNumber(json, "threshold").value_or(0.0);
    if (rule.threshold < 0 || rule.threshold > 1)
        reader.refuse(*json.find("threshold"), "'threshold' is a share between 0 and 1");
    rule.description = reader.optionalText(json, "description");
    if (rule.type == RuleType::Validity)
        readValidity(reader, json, rule);
    else
        for (const char* const key :
             {"identifier", "form", "pattern", "minimum", "maximum", "earliest", "latest", "allowed"})
            if (const LinedJson* const value = json.find(key))
                reader.refuse(*value, format("'{}' belongs to validity rules only", key));
    return rule;
}

} // namespace

Result<std::vector<QualityRule>> parseRules(std::string_view json, const std::string& file) {
    MANGROVE_ASSIGN(const LinedJson tree, LinedJson::parse(json, file, errors::kQualityRulesInvalid));
    JsonReader reader(file, errors::kQualityRulesInvalid);
    reader.object(tree, "the file", {"$schema", "quality", "rules"});
    if (!reader.optionalInteger(tree, "quality", 1, 1))
        reader.refuse(tree, "'quality' must be 1, the version of the form");
    std::vector<QualityRule> rules;
    std::set<std::string> ids;
    const auto* const items = reader.array(tree, "rules");
    if (items == nullptr)
        reader.refuse(tree, "'rules' is missing");
    else
        for (const LinedJson& item : *items)
            if (!reader.failed())
                rules.push_back(readRule(reader, item, ids));
    MANGROVE_TRY(reader.status());
    return rules;
}

std::string toJson(const std::vector<QualityRule>& rules) {
    using Json = nlohmann::ordered_json;
    std::string text = "{\"quality\":1,\"rules\":[";
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const QualityRule& rule = rules[i];
        Json json = {{"id", rule.id},
                     {"type", toText(rule.type)},
                     {"dimension", toText(rule.dimension)},
                     {"severity", toText(rule.severity)},
                     {"columns", rule.columns},
                     {"threshold", rule.threshold}};
        const auto put = [&](const char* key, const std::string& value) {
            if (!value.empty())
                json[key] = value;
        };
        put("description", rule.description);
        put("identifier", rule.identifier);
        if (rule.form)
            json["form"] = kForms.at(static_cast<std::size_t>(*rule.form));
        put("pattern", rule.pattern);
        if (rule.minimum)
            json["minimum"] = *rule.minimum;
        if (rule.maximum)
            json["maximum"] = *rule.maximum;
        put("earliest", rule.earliest);
        put("latest", rule.latest);
        if (!rule.allowed.empty())
            json["allowed"] = rule.allowed;
        text += (i == 0 ? "\n  " : ",\n  ") + json.dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    return text + "\n]}\n";
}

} // namespace mangrove::quality
