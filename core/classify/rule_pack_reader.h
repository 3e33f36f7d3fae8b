// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "classify/lined_json.h"
#include "classify/rule_pack.h"

#include <set>
#include <string>

namespace mangrove::classify {

/// Turns the JSON of one pack into a RulePack, refusing whatever rulepack.schema.json does not allow, and
/// more: unknown kinds, patterns RE2 does not take, dates that are none, an id used twice. For one pack.
class RulePackReader {
public:
    explicit RulePackReader(std::string file);
    [[nodiscard]] Result<RulePack> read(const LinedJson& json);

private:
    void readKinds(const LinedJson& json);
    void readNames(const LinedJson& json);
    void readRules(const LinedJson& json);
    PackKind readKind(const LinedJson& json);
    NameGroup readName(const LinedJson& json);
    Rule readRule(const LinedJson& json);
    RuleCondition readCondition(const LinedJson& json);
    RuleEffect readEffect(const LinedJson& json);

    std::string readId(const LinedJson& json, std::set<std::string>& used);
    LocalText readLocalText(const LinedJson& json);
    RuleStatus readStatus(const LinedJson& json);
    std::optional<Instant> readDate(const LinedJson& json, std::string_view key);
    std::optional<IdentifierClass> readClass(const LinedJson& at, const std::string& word);
    std::shared_ptr<const re2::RE2> readPattern(const LinedJson& json, std::string_view key, bool ignoreCase);
    void requireKind(const LinedJson& at, const std::string& id);

    JsonReader m_reader;
    RulePack m_pack;
    std::set<std::string> m_ruleIds;
    std::set<std::string> m_kindIds;
};

} // namespace mangrove::classify
