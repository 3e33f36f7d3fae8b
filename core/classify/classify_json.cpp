// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/classify_json.h"

#include "classify/errors.h"
#include "classify/identifier_kind.h"

#include <nlohmann/json.hpp>

namespace mangrove::classify {

namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json rulesJson(const std::vector<AppliedRule>& rules) {
    Json result = Json::array();
    for (const AppliedRule& rule : rules)
        result.push_back({{"rule", rule.rule},
                          {"source", rule.source},
                          {"clause", rule.clause},
                          {"status", rule.status},
                          {"pack", rule.pack}});
    return result;
}

Json columnJson(const ColumnClassification& column) {
    Json json;
    json["name"] = column.name;
    json["identifier"] = column.identifier ? Json(*column.identifier) : Json(nullptr);
    json["class"] = toText(column.cls);
    json["confidence"] = column.confidence;
    json["level39725"] = column.level39725;
    json["category39725"] = column.category39725;
    json["level43697"] = toText(column.level43697);
    json["evidence"] = Json::array();
    for (const Evidence& evidence : column.evidence)
        json["evidence"].push_back(
            {{"kind", evidence.kind}, {"detail", evidence.detail}, {"share", evidence.share}});
    json["rejected"] = Json::array();
    for (const Rejected& rejected : column.rejected)
        json["rejected"].push_back({{"identifier", rejected.identifier}, {"why", rejected.why}});
    json["rules"] = rulesJson(column.rules);
    json["flags"] = column.flags;
    json["textFindings"] = Json::array();
    for (const TextFinding& finding : column.textFindings)
        json["textFindings"].push_back({{"identifier", finding.identifier}, {"values", finding.values}});
    json["freeText"] = column.freeText;
    json["conflict"] = column.conflict;
    json["distinct"] = column.distinct;
    json["valid"] = column.valid;
    json["near"] = column.near;
    return json;
}

/// Reads members of foreign JSON; after the first thing that is wrong everything is empty and `problem` says
/// what.
class Reader {
public:
    const Json& member(const Json& json, const char* key) {
        if (json.is_object())
            if (const auto found = json.find(key); found != json.end())
                return *found;
        fail(key);
        return m_null;
    }
    std::string text(const Json& json, const char* key) {
        const Json& value = member(json, key);
        if (!value.is_string())
            return fail(key), std::string();
        return value.get<std::string>();
    }
    double number(const Json& json, const char* key) {
        const Json& value = member(json, key);
        return value.is_number() ? value.get<double>() : (fail(key), 0.0);
    }
    std::uint64_t count(const Json& json, const char* key) {
        const Json& value = member(json, key);
        return value.is_number_unsigned() ? value.get<std::uint64_t>() : (fail(key), 0U);
    }
    bool flag(const Json& json, const char* key) {
        const Json& value = member(json, key);
        return value.is_boolean() ? value.get<bool>() : (fail(key), false);
    }
    int level(const Json& json, const char* key) {
        const std::uint64_t value = count(json, key);
        if (value < 1 || value > 5)
            return fail(key), 1;
        return static_cast<int>(value);
    }
    /// Members that records of earlier versions lack.
    std::string optionalText(const Json& json, const char* key) {
        return json.is_object() && json.contains(key) ? text(json, key) : std::string();
    }
    NationalLevel nationalLevel(const Json& json, const char* key) {
        const std::string word = optionalText(json, key);
        const auto level = word.empty() ? NationalLevel::General1 : parseNationalLevel(word);
        if (!level)
            fail(key);
        return level.value_or(NationalLevel::General1);
    }
    std::vector<std::string> optionalTexts(const Json& json, const char* key) {
        std::vector<std::string> texts;
        if (!json.is_object() || !json.contains(key))
            return texts;
        for (const Json& item : array(json, key)) {
            if (!item.is_string())
                fail(key);
            else
                texts.push_back(item.get<std::string>());
        }
        return texts;
    }
    const Json& array(const Json& json, const char* key) {
        const Json& value = member(json, key);
        if (!value.is_array())
            fail(key);
        return value.is_array() ? value : m_empty;
    }
    void fail(const char* key) {
        if (problem.empty())
            problem = std::string("the member '") + key + "' is missing or of the wrong type";
    }

    std::string problem;

private:
    const Json m_null;
    const Json m_empty = Json::array();
};

std::vector<AppliedRule> readRules(Reader& reader, const Json& json) {
    std::vector<AppliedRule> rules;
    for (const Json& rule : reader.array(json, "rules"))
        rules.push_back({reader.text(rule, "rule"), reader.text(rule, "source"), reader.text(rule, "clause"),
                         reader.text(rule, "status"), reader.optionalText(rule, "pack")});
    return rules;
}

ColumnClassification readColumn(Reader& reader, const Json& json) {
    ColumnClassification column;
    column.name = reader.text(json, "name");
    if (!reader.member(json, "identifier").is_null())
        column.identifier = reader.text(json, "identifier");
    const auto cls = parseIdentifierClass(reader.text(json, "class"));
    if (!cls)
        reader.fail("class");
    column.cls = cls.value_or(IdentifierClass::None);
    column.confidence = reader.number(json, "confidence");
    column.level39725 = reader.level(json, "level39725");
    column.category39725 = reader.text(json, "category39725");
    column.level43697 = reader.nationalLevel(json, "level43697");
    for (const Json& item : reader.array(json, "evidence"))
        column.evidence.push_back(
            {reader.text(item, "kind"), reader.text(item, "detail"), reader.number(item, "share")});
    for (const Json& item : reader.array(json, "rejected"))
        column.rejected.push_back({reader.text(item, "identifier"), reader.text(item, "why")});
    column.rules = readRules(reader, json);
    for (const Json& item : reader.array(json, "flags")) {
        if (!item.is_string())
            reader.fail("flags");
        else
            column.flags.push_back(item.get<std::string>());
    }
    for (const Json& item : reader.array(json, "textFindings"))
        column.textFindings.push_back({reader.text(item, "identifier"), reader.count(item, "values")});
    column.freeText = reader.flag(json, "freeText");
    column.conflict = reader.flag(json, "conflict");
    column.distinct = reader.count(json, "distinct");
    column.valid = reader.count(json, "valid");
    column.near = reader.count(json, "near");
    return column;
}

} // namespace

std::string toJson(const TableClassification& classification) {
    std::string text = "{\"columns\":[";
    for (std::size_t i = 0; i < classification.columns.size(); ++i)
        text += (i == 0 ? "\n  " : ",\n  ") + dump(columnJson(classification.columns[i]));
    text += "\n ],\"tableLevel39725\":" + std::to_string(classification.tableLevel39725);
    Json packs = Json::array();
    for (const UsedPack& pack : classification.packs)
        packs.push_back({{"id", pack.id}, {"version", pack.version}});
    text += ",\"tableLevel43697\":" + dump(toText(classification.tableLevel43697));
    text += ",\"categories39725\":" + dump(classification.categories39725);
    text += ",\"flags\":" + dump(classification.flags);
    text += ",\"persons\":" + std::to_string(classification.persons);
    text += ",\"packs\":" + dump(packs) + ",\"asOf\":" + dump(classification.asOf);
    text += ",\"rules\":" + dump(rulesJson(classification.rules)) + "}\n";
    return text;
}

Result<TableClassification> classificationFromJson(std::string_view json) {
    const Json tree = Json::parse(json, nullptr, false);
    if (tree.is_discarded())
        return Error(errors::kClassificationInvalid, {"it is not well-formed JSON"});
    Reader reader;
    TableClassification result;
    for (const Json& column : reader.array(tree, "columns"))
        result.columns.push_back(readColumn(reader, column));
    result.tableLevel39725 = reader.level(tree, "tableLevel39725");
    result.rules = readRules(reader, tree);
    result.tableLevel43697 = reader.nationalLevel(tree, "tableLevel43697");
    result.categories39725 = reader.optionalTexts(tree, "categories39725");
    result.flags = reader.optionalTexts(tree, "flags");
    if (tree.is_object() && tree.contains("persons"))
        result.persons = reader.count(tree, "persons");
    if (tree.is_object() && tree.contains("packs"))
        for (const Json& pack : reader.array(tree, "packs"))
            result.packs.push_back({reader.text(pack, "id"), reader.text(pack, "version")});
    result.asOf = reader.optionalText(tree, "asOf");
    if (!reader.problem.empty())
        return Error(errors::kClassificationInvalid, {reader.problem});
    return result;
}

std::string identifierListJson() {
    std::string text = "[";
    for (const IdentifierKind& kind : identifierKinds()) {
        const Json json = {{"id", kind.id},
                           {"name", {{"en", kind.nameEn}, {"zh", kind.nameZh}}},
                           {"class", toText(kind.cls)},
                           {"standard", kind.standard},
                           {"check", kind.check},
                           {"level39725", kind.level39725},
                           {"chance", kind.chance}};
        text += (text.size() == 1 ? "\n  " : ",\n  ") + dump(json);
    }
    return text + "\n]\n";
}

std::string scanLineJson(std::uint64_t line, std::span<const TextEntity> entities, std::uint64_t unresolved) {
    Json json;
    json["line"] = line;
    json["entities"] = Json::array();
    for (const TextEntity& entity : entities) {
        Json one = {{"type", entity.type}, {"start", entity.start}, {"end", entity.end},
                    {"text", entity.text}, {"score", entity.score}, {"rule", entity.rule}};
        if (!entity.section.empty())
            one["section"] = entity.section;
        json["entities"].push_back(std::move(one));
    }
    json["unresolvedNames"] = unresolved;
    return dump(json);
}

std::string identifierCheckJson(std::string_view id, std::string_view value, bool valid,
                                std::string_view reason) {
    const Json json = {{"id", id}, {"value", value}, {"valid", valid}, {"reason", reason}};
    return dump(json);
}

} // namespace mangrove::classify
