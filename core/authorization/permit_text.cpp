// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization/permit_text.h"

#include "authorization/errors.h"
#include "crypto/sha256.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace mangrove::authorization {

namespace {

using nlohmann::json;

/// Keys sorted (std::map), two blanks, LF, final LF. Texts were checked to be UTF-8 when the request was
/// made; anything else in an argument becomes U+FFFD instead of an exception.
std::string exactText(const json& object) {
    return object.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

json releaseJson(const Request& request) {
    return {{"id", request.release ? request.release->text() : ""}, {"sha256", request.releaseSha256}};
}

json gatesJson(std::span<const Gate> gates) {
    json list = json::array();
    for (const auto& gate : gates) {
        list.push_back({{"id", gate.id},
                        {"status", name(gate.status)},
                        {"reason", gateText(gate)},
                        {"evidenceSha256", gate.evidenceSha256}});
    }
    return list;
}

json obligationsJson(const std::vector<Obligation>& obligations) {
    json list = json::array();
    for (const auto& obligation : obligations) {
        list.push_back(
            {{"type", name(obligation.type)}, {"due", obligation.rule.text()}, {"text", obligation.text}});
    }
    return list;
}

json ethicsJson(const Request& request) {
    if (request.ethicsNumber.empty())
        return nullptr;
    json ethics{{"number", request.ethicsNumber}, {"validUntil", nullptr}};
    if (request.ethicsUntil)
        ethics["validUntil"] = toIso8601(*request.ethicsUntil);
    return ethics;
}

/// Conditions of all approvals in the order of the votes, each once.
std::vector<std::string> allConditions(const Request& request) {
    std::vector<std::string> conditions;
    for (const auto& decision : request.decisions) {
        for (const auto& condition : decision.conditions) {
            if (std::find(conditions.begin(), conditions.end(), condition) == conditions.end())
                conditions.push_back(condition);
        }
    }
    return conditions;
}

} // namespace

std::string decisionText(const Request& request, const DecisionRecord& decision,
                         std::span<const Gate> gates) {
    return exactText({{"decision", 1},
                      {"request", request.id.text()},
                      {"dataset", request.dataset.text()},
                      {"release", releaseJson(request)},
                      {"decider", decision.decider.text()},
                      {"verdict", decision.approve ? "approve" : "reject"},
                      {"reason", decision.reason},
                      {"validUntil", decision.approve ? json(toIso8601(decision.validUntil)) : json(nullptr)},
                      {"conditions", decision.conditions},
                      {"decidersNeeded", decision.decidersNeeded},
                      {"gates", gatesJson(gates)},
                      {"time", toIso8601(decision.time)}});
}

std::string permitText(const Permit& permit, const Request& request, std::span<const Gate> gates,
                       std::span<const SignedText> approvals) {
    json decisions = json::array();
    int needed = 1;
    for (std::size_t i = 0; i < approvals.size() && i < request.decisions.size(); ++i) {
        const auto& record = request.decisions[i];
        needed = std::max(needed, record.decidersNeeded);
        decisions.push_back({{"decider", record.decider.text()},
                             {"time", toIso8601(record.time)},
                             {"sha256", toHex(crypto::sha256(approvals[i].text))}});
    }
    return exactText({{"permit", 1},
                      {"id", permit.id.text()},
                      {"request", request.id.text()},
                      {"title", request.title},
                      {"purpose", request.purpose},
                      {"duo", request.duo},
                      {"legalBasis", request.legalBasis},
                      {"sharing", name(request.sharing)},
                      {"crossBorder", request.crossBorder},
                      {"applicant", request.applicant.text()},
                      {"recipient",
                       {{"name", request.recipient},
                        {"organisation", request.recipientOrganisation},
                        {"region", request.recipientRegion}}},
                      {"dataset", request.dataset.text()},
                      {"release", releaseJson(request)},
                      {"columns", request.columns},
                      {"ethics", ethicsJson(request)},
                      {"issued", toIso8601(permit.issued)},
                      {"validUntil", toIso8601(permit.validUntil)},
                      {"conditions", allConditions(request)},
                      {"obligations", obligationsJson(request.obligations)},
                      {"gates", gatesJson(gates)},
                      {"decidersNeeded", needed},
                      {"decisions", decisions}});
}

std::string listToJson(const std::vector<std::string>& list) {
    return json(list).dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<std::vector<std::string>> listFromJson(std::string_view text) {
    const json parsed = json::parse(text, nullptr, false);
    if (!parsed.is_array() || parsed.size() > kMaxListItems)
        return Error(errors::kPermitMalformed, {"a list is not a JSON array"});
    std::vector<std::string> list;
    for (const auto& item : parsed) {
        if (!item.is_string())
            return Error(errors::kPermitMalformed, {"a list holds something else than texts"});
        list.push_back(item.get<std::string>());
    }
    return list;
}

} // namespace mangrove::authorization
