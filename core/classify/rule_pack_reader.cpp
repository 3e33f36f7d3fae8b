// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/rule_pack_reader.h"

#include "base/format.h"
#include "classify/errors.h"

#include <algorithm>
#include <array>
#include <re2/re2.h>

namespace mangrove::classify {

namespace {

constexpr std::array<std::string_view, 6> kCategories{"personal-attributes", "health-status",
                                                      "medical-application", "medical-payment",
                                                      "health-resources",    "public-health"};

bool isName(std::string_view text) {
    if (text.empty() || text.size() > 64 || text.front() == '-')
        return false;
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

bool isFlag(std::string_view text) {
    return text.size() <= 32 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
           });
}

} // namespace

RulePackReader::RulePackReader(std::string file) : m_reader(std::move(file), errors::kRulePackInvalid) {}

Result<RulePack> RulePackReader::read(const LinedJson& json) {
    m_reader.object(
        json, "a rule pack",
        {"$schema", "rulepack", "id", "version", "jurisdiction", "title", "rules", "names", "kinds"});
    const auto form = m_reader.optionalInteger(json, "rulepack", 1, 1);
    if (!form)
        m_reader.refuse(json, "'rulepack' must be 1, the version of the form");
    m_pack.id = m_reader.text(json, "id");
    if (!isName(m_pack.id))
        m_reader.refuse(json, "'id' must consist of a-z, 0-9 and '-'");
    m_pack.version = m_reader.text(json, "version");
    m_pack.jurisdiction = m_reader.text(json, "jurisdiction");
    if (const LinedJson* const title = json.find("title"))
        m_pack.title = readLocalText(*title);
    else
        m_reader.refuse(json, "'title' is missing");
    MANGROVE_TRY(m_reader.status());
    readKinds(json); // first: names and rules may speak of them
    readNames(json);
    readRules(json);
    MANGROVE_TRY(m_reader.status());
    return std::move(m_pack);
}

void RulePackReader::readKinds(const LinedJson& json) {
    if (const auto* const kinds = m_reader.array(json, "kinds"))
        for (const LinedJson& kind : *kinds)
            if (!m_reader.failed())
                m_pack.kinds.push_back(readKind(kind));
}

void RulePackReader::readNames(const LinedJson& json) {
    if (const auto* const names = m_reader.array(json, "names"))
        for (const LinedJson& group : *names)
            if (!m_reader.failed())
                m_pack.names.push_back(readName(group));
}

void RulePackReader::readRules(const LinedJson& json) {
    if (const auto* const rules = m_reader.array(json, "rules"))
        for (const LinedJson& rule : *rules)
            if (!m_reader.failed())
                m_pack.rules.push_back(readRule(rule));
}

PackKind RulePackReader::readKind(const LinedJson& json) {
    PackKind kind;
    m_reader.object(json, "a kind", {"id", "name", "class", "standard", "level39725", "chance", "pattern"});
    kind.id = readId(json, m_kindIds);
    if (findIdentifierKind(kind.id) != nullptr)
        m_reader.refuse(json, format("'{}' is a built-in kind", kind.id));
    if (const LinedJson* const name = json.find("name"))
        kind.name = readLocalText(*name);
    else
        m_reader.refuse(json, "'name' is missing");
    kind.cls = readClass(json, m_reader.text(json, "class")).value_or(IdentifierClass::None);
    kind.standard = m_reader.optionalText(json, "standard");
    if (const auto level = m_reader.optionalInteger(json, "level39725", 1, 5))
        kind.level39725 = static_cast<int>(*level);
    else
        m_reader.refuse(json, "'level39725' is missing");
    kind.chance = m_reader.optionalNumber(json, "chance").value_or(1.0);
    if (kind.chance <= 0 || kind.chance > 1)
        m_reader.refuse(json, "'chance' must be above 0 and at most 1");
    kind.pattern = readPattern(json, "pattern", false);
    return kind;
}

NameGroup RulePackReader::readName(const LinedJson& json) {
    NameGroup group;
    m_reader.object(json, "a group of names", {"kind", "origin", "status", "strong", "weak"});
    group.kind = m_reader.text(json, "kind");
    requireKind(json, group.kind);
    group.origin = m_reader.text(json, "origin");
    group.status = readStatus(json);
    group.strong = m_reader.texts(json, "strong");
    group.weak = m_reader.texts(json, "weak");
    if (group.strong.empty() && group.weak.empty())
        m_reader.refuse(json, "a group of names holds no name");
    return group;
}

Rule RulePackReader::readRule(const LinedJson& json) {
    Rule rule;
    m_reader.object(json, "a rule",
                    {"id", "source", "clause", "edition", "status", "validFrom", "validTo", "when", "effect",
                     "en", "zh"});
    rule.id = readId(json, m_ruleIds);
    rule.source = m_reader.text(json, "source");
    rule.clause = m_reader.text(json, "clause");
    rule.edition = m_reader.text(json, "edition");
    rule.status = readStatus(json);
    rule.validFrom = readDate(json, "validFrom");
    rule.validTo = readDate(json, "validTo");
    if (rule.validFrom && rule.validTo && *rule.validTo <= *rule.validFrom)
        m_reader.refuse(json, format("rule '{}' ends before it begins", rule.id));
    rule.text.en = m_reader.text(json, "en");
    rule.text.zh = m_reader.text(json, "zh");
    if (const LinedJson* const when = json.find("when"))
        rule.when = readCondition(*when);
    else
        m_reader.refuse(json, "'when' is missing");
    if (const LinedJson* const effect = json.find("effect"))
        rule.effect = readEffect(*effect);
    else
        m_reader.refuse(json, "'effect' is missing");
    if (rule.aboutTable() && (rule.effect.cls || !rule.effect.category39725.empty()))
        m_reader.refuse(json, "a rule about the table sets a level or flags, no class or category");
    return rule;
}

RuleCondition RulePackReader::readCondition(const LinedJson& json) {
    RuleCondition when;
    m_reader.object(json, "'when'",
                    {"identifier", "class", "columnName", "value", "freeText", "containsIdentifiers",
                     "ageBelow", "tableAtLeast", "personsAtLeast", "tableFlags"});
    if (json.members.empty())
        m_reader.refuse(json, "'when' is empty; a rule for every column is not meant");
    when.identifiers = m_reader.texts(json, "identifier");
    for (const std::string& id : when.identifiers)
        requireKind(json, id);
    for (const std::string& word : m_reader.texts(json, "class"))
        when.classes.push_back(readClass(json, word).value_or(IdentifierClass::None));
    when.columnName = readPattern(json, "columnName", true);
    when.value = readPattern(json, "value", false);
    when.freeText = m_reader.optionalBoolean(json, "freeText");
    when.containsIdentifiers = m_reader.optionalBoolean(json, "containsIdentifiers");
    if (const auto age = m_reader.optionalInteger(json, "ageBelow", 1, 150))
        when.ageBelow = static_cast<int>(*age);
    if (const auto persons = m_reader.optionalInteger(json, "personsAtLeast", 1, 1'000'000'000'000))
        when.personsAtLeast = static_cast<std::uint64_t>(*persons);
    when.tableFlags = m_reader.texts(json, "tableFlags");
    const auto about = [&](std::string_view key) { return json.find(key) != nullptr ? 1U : 0U; };
    const std::size_t tableParts = about("tableAtLeast") + about("personsAtLeast") + about("tableFlags");
    if (tableParts > 0 && tableParts != json.members.size())
        m_reader.refuse(json, "what is about the table must stand alone: 'tableAtLeast', 'personsAtLeast', "
                              "'tableFlags'");
    if (const LinedJson* const table = json.find("tableAtLeast")) {
        if (table->type != LinedJson::Type::Object || table->members.empty())
            m_reader.refuse(*table, "'tableAtLeast' must be an object that is not empty");
        for (const auto& [word, value] : table->members) {
            const auto columns = m_reader.optionalInteger(*table, word, 1, 100'000);
            when.tableAtLeast.push_back({readClass(value, word).value_or(IdentifierClass::None),
                                         static_cast<std::uint64_t>(columns.value_or(1))});
        }
    }
    return when;
}

RuleEffect RulePackReader::readEffect(const LinedJson& json) {
    RuleEffect effect;
    m_reader.object(json, "'effect'", {"level39725", "level43697", "class", "category39725", "flags"});
    if (json.members.empty())
        m_reader.refuse(json, "'effect' is empty");
    if (const auto level = m_reader.optionalInteger(json, "level39725", 1, 5))
        effect.level39725 = static_cast<int>(*level);
    if (const std::string word = m_reader.optionalText(json, "level43697"); !word.empty()) {
        effect.level43697 = parseNationalLevel(word);
        if (!effect.level43697)
            m_reader.refuse(*json.find("level43697"),
                            "'level43697' must be general-1 to general-4, important or core");
    }
    if (const std::string word = m_reader.optionalText(json, "class"); !word.empty())
        effect.cls = readClass(json, word);
    effect.category39725 = m_reader.optionalText(json, "category39725");
    if (!effect.category39725.empty()
        && std::find(kCategories.begin(), kCategories.end(), effect.category39725) == kCategories.end())
        m_reader.refuse(*json.find("category39725"), "'category39725' is none of the six of clause 6.1");
    effect.flags = m_reader.texts(json, "flags");
    for (const std::string& flag : effect.flags)
        if (!isFlag(flag))
            m_reader.refuse(*json.find("flags"),
                            format("the flag '{}' must be letters, digits and '-'", flag));
    return effect;
}

std::string RulePackReader::readId(const LinedJson& json, std::set<std::string>& used) {
    std::string id = m_reader.text(json, "id");
    if (!isName(id))
        m_reader.refuse(json, "'id' must consist of a-z, 0-9 and '-'");
    else if (!used.insert(id).second)
        m_reader.refuse(json, format("the id '{}' is used twice", id));
    return id;
}

LocalText RulePackReader::readLocalText(const LinedJson& json) {
    LocalText text;
    if (m_reader.object(json, "a text in two languages", {"en", "zh"})) {
        text.en = m_reader.text(json, "en");
        text.zh = m_reader.text(json, "zh");
    }
    return text;
}

RuleStatus RulePackReader::readStatus(const LinedJson& json) {
    const std::string word = m_reader.text(json, "status");
    for (const RuleStatus status : {RuleStatus::Verified, RuleStatus::Secondary, RuleStatus::Memory})
        if (word == toText(status))
            return status;
    m_reader.refuse(json, "'status' must be V, S or M");
    return RuleStatus::Memory;
}

std::optional<Instant> RulePackReader::readDate(const LinedJson& json, std::string_view key) {
    const std::string text = m_reader.optionalText(json, key);
    if (text.empty())
        return std::nullopt;
    const auto instant = parseIso8601(text);
    if (!instant.ok()) {
        m_reader.refuse(*json.find(key), format("'{}' must be a date such as 2021-07-01", key));
        return std::nullopt;
    }
    return *instant;
}

std::optional<IdentifierClass> RulePackReader::readClass(const LinedJson& at, const std::string& word) {
    const auto cls = parseIdentifierClass(word);
    if (!cls)
        m_reader.refuse(at, format("'{}' is no class", word));
    return cls;
}

std::shared_ptr<const re2::RE2> RulePackReader::readPattern(const LinedJson& json, std::string_view key,
                                                            bool ignoreCase) {
    const std::string pattern = m_reader.optionalText(json, key);
    if (pattern.empty())
        return nullptr;
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_case_sensitive(!ignoreCase);
    auto compiled = std::make_shared<const re2::RE2>(pattern, options);
    if (!compiled->ok()) {
        m_reader.refuse(*json.find(key), format("'{}' is no RE2 pattern: {}", key, compiled->error()));
        return nullptr;
    }
    return compiled;
}

void RulePackReader::requireKind(const LinedJson& at, const std::string& id) {
    if (findIdentifierKind(id) == nullptr && m_kindIds.count(id) == 0)
        m_reader.refuse(at, format("there is no kind '{}'", id));
}

} // namespace mangrove::classify
