// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization/permit.h"

#include "authorization/errors.h"
#include "crypto/digest.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace mangrove::authorization {

namespace {

using nlohmann::json;

constexpr std::size_t kMaxDocumentBytes = 16U << 20U;
constexpr int kMaxDepth = 16;
constexpr std::size_t kMaxDeciders = 16;

Error malformed(std::string what) {
    return Error(errors::kPermitMalformed, {std::move(what)});
}

/// One object, not deeper than kMaxDepth, no key twice (the last would win silently).
Result<json> parseObject(std::string_view text) {
    if (text.size() > kMaxDocumentBytes)
        return malformed("it is too large");
    bool sound = true;
    std::vector<std::vector<std::string>> keys;
    const auto watch = [&](int depth, json::parse_event_t event, json& value) {
        if (depth > kMaxDepth)
            sound = false;
        if (event == json::parse_event_t::object_start)
            keys.emplace_back();
        if (event == json::parse_event_t::object_end && !keys.empty())
            keys.pop_back();
        if (event == json::parse_event_t::key && !keys.empty()) {
            auto name = value.get<std::string>();
            auto& seen = keys.back();
            if (std::find(seen.begin(), seen.end(), name) != seen.end())
                sound = false;
            seen.push_back(std::move(name));
        }
        return sound;
    };
    json parsed = json::parse(text, watch, false);
    if (!sound)
        return malformed("it is nested too deeply or has a key twice");
    if (!parsed.is_object())
        return malformed("it is not one JSON object");
    return parsed;
}

Result<std::string> textAt(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_string())
        return malformed(std::string("'") + key + "' is missing or no text");
    return found->get<std::string>();
}

Result<Instant> instantAt(const json& object, const char* key) {
    MANGROVE_ASSIGN(const std::string text, textAt(object, key));
    return parseIso8601(text);
}

Result<std::string> releaseDigest(const json& object) {
    const auto release = object.find("release");
    if (release == object.end() || !release->is_object())
        return malformed("'release' is missing");
    MANGROVE_ASSIGN(std::string digest, textAt(*release, "sha256"));
    if (!crypto::digestFromHex(digest))
        return malformed("'release' has no SHA-256");
    return digest;
}

Status expectFormat(const json& object, const char* key) {
    const auto version = object.find(key);
    if (version == object.end() || !version->is_number_integer() || version->get<std::int64_t>() != 1)
        return malformed(std::string("'") + key + "' is not 1");
    return {};
}

Result<std::vector<PermitFacts::DecisionRef>> decisionRefs(const json& object) {
    const auto list = object.find("decisions");
    if (list == object.end() || !list->is_array() || list->empty() || list->size() > kMaxDeciders)
        return malformed("'decisions' is missing, empty or too long");
    std::vector<PermitFacts::DecisionRef> refs;
    for (const auto& item : *list) {
        if (!item.is_object())
            return malformed("'decisions' holds something else than objects");
        MANGROVE_ASSIGN(std::string decider, textAt(item, "decider"));
        MANGROVE_ASSIGN(std::string digest, textAt(item, "sha256"));
        refs.push_back({std::move(decider), std::move(digest)});
    }
    return refs;
}

} // namespace

Result<PermitFacts> readPermit(std::string_view text) {
    MANGROVE_ASSIGN(const json object, parseObject(text));
    MANGROVE_TRY(expectFormat(object, "permit"));
    PermitFacts facts;
    MANGROVE_ASSIGN(facts.id, textAt(object, "id"));
    MANGROVE_ASSIGN(facts.request, textAt(object, "request"));
    MANGROVE_ASSIGN(facts.dataset, textAt(object, "dataset"));
    MANGROVE_ASSIGN(facts.applicant, textAt(object, "applicant"));
    MANGROVE_ASSIGN(facts.releaseSha256, releaseDigest(object));
    MANGROVE_ASSIGN(facts.issued, instantAt(object, "issued"));
    MANGROVE_ASSIGN(facts.validUntil, instantAt(object, "validUntil"));
    MANGROVE_ASSIGN(facts.decisions, decisionRefs(object));
    const auto needed = object.find("decidersNeeded");
    if (needed == object.end() || !needed->is_number_unsigned()
        || needed->get<std::uint64_t>() > kMaxDeciders)
        return malformed("'decidersNeeded' is missing or no small number");
    facts.decidersNeeded = needed->get<int>();
    return facts;
}

Result<DecisionFacts> readDecision(std::string_view text) {
    MANGROVE_ASSIGN(const json object, parseObject(text));
    MANGROVE_TRY(expectFormat(object, "decision"));
    DecisionFacts facts;
    MANGROVE_ASSIGN(facts.request, textAt(object, "request"));
    MANGROVE_ASSIGN(facts.decider, textAt(object, "decider"));
    MANGROVE_ASSIGN(facts.releaseSha256, releaseDigest(object));
    MANGROVE_ASSIGN(const std::string verdict, textAt(object, "verdict"));
    if (verdict != "approve" && verdict != "reject")
        return malformed("'verdict' is neither approve nor reject");
    facts.approve = verdict == "approve";
    return facts;
}

} // namespace mangrove::authorization
