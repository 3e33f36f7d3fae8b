// SPDX-License-Identifier: GPL-3.0-or-later
#include "handoff/odrl_policy.h"

#include "base/format.h"
#include "base/text.h"
#include "handoff/json_text_internal.h"

#include <set>

namespace mangrove::handoff {

namespace {

using authorization::DueRule;
using authorization::Obligation;
using authorization::ObligationType;
using nlohmann::json;

constexpr std::string_view kReidentify = "urn:mangrove:action:reidentify";
constexpr std::string_view kReturnResults = "urn:mangrove:action:return-results";
constexpr std::string_view kSignAgreement = "urn:mangrove:action:sign-agreement";
constexpr std::string_view kRegister = "urn:mangrove:action:register";

json term(std::string_view name) {
    return {{"@id", name}};
}

json typed(std::string value, std::string_view type) {
    return {{"@value", std::move(value)}, {"@type", type}};
}

json constraint(std::string_view left, std::string_view op, json right) {
    return {{"@type", "odrl:Constraint"},
            {"odrl:leftOperand", term(left)},
            {"odrl:operator", term(op)},
            {"odrl:rightOperand", std::move(right)}};
}

std::string_view actionOf(ObligationType type) {
    switch (type) {
    case ObligationType::Delete:
        return "odrl:delete";
    case ObligationType::Attribute:
        return "odrl:attribute";
    case ObligationType::Pay:
        return "odrl:compensate";
    case ObligationType::ReReview:
        return "odrl:reviewPolicy";
    case ObligationType::ReturnResults:
        return kReturnResults;
    case ObligationType::SignAgreement:
        return kSignAgreement;
    case ObligationType::Register:
        return kRegister;
    case ObligationType::NoOnwardSharing:
        return "odrl:distribute";
    case ObligationType::NoReidentifying:
        return kReidentify;
    case ObligationType::ReportUse:
    case ObligationType::IncidentNotice:
        break;
    }
    return "odrl:inform";
}

bool isProhibition(ObligationType type) {
    return type == ObligationType::NoOnwardSharing || type == ObligationType::NoReidentifying;
}

json dutyOf(const Obligation& obligation, const authorization::Permit& permit) {
    json duty{{"@type", "odrl:Duty"}, {"odrl:action", term(actionOf(obligation.type))}};
    // "n days after …" becomes a date here: elapsedTime would count from the exercise, which nobody can
    // check.
    if (const auto due = obligation.rule.due(permit.issued, permit.validUntil))
        duty["odrl:constraint"] = {
            constraint("odrl:dateTime", "odrl:lteq", typed(toIso8601(*due), "xsd:dateTime"))};
    if (!obligation.text.empty())
        duty["dct:description"] = obligation.text;
    return duty;
}

json permissionOf(const PackageContents& contents) {
    const auto& request = contents.request;
    json constraints = json::array();
    constraints.push_back(
        constraint("odrl:dateTime", "odrl:lt", typed(toIso8601(contents.permit.validUntil), "xsd:dateTime")));
    if (!request.duo.empty()) {
        json purposes = json::array();
        for (const auto& code : request.duo) {
            std::string last = code;
            if (const auto colon = last.find(':'); colon != std::string::npos)
                last[colon] = '_';
            purposes.push_back(term("http://purl.obolibrary.org/obo/" + last));
        }
        constraints.push_back(constraint("odrl:purpose", "odrl:isAnyOf", std::move(purposes)));
    }
    if (!request.recipientRegion.empty())
        constraints.push_back(
            constraint("odrl:spatial", "odrl:eq", term("urn:mangrove:region:" + request.recipientRegion)));
    return {{"@type", "odrl:Permission"},
            {"odrl:action", term("odrl:use")},
            {"odrl:constraint", constraints},
            {"dct:description", request.purpose}};
}

json prohibition(std::string_view action) {
    return {{"@type", "odrl:Prohibition"}, {"odrl:action", term(action)}};
}

json policy(const PackageContents& contents) {
    const std::string permit = "urn:mangrove:permit:" + contents.permit.id.text();
    json duties = json::array();
    for (const auto& obligation : contents.request.obligations) {
        if (!isProhibition(obligation.type))
            duties.push_back(dutyOf(obligation, contents.permit));
    }
    json object{
        {"@context",
         {{"odrl", "http://www.w3.org/ns/odrl/2/"},
          {"dct", "http://purl.org/dc/terms/"},
          {"xsd", "http://www.w3.org/2001/XMLSchema#"}}},
        {"@id", permit},
        {"@type", "odrl:Agreement"},
        {"odrl:conflict", term("odrl:prohibit")},
        {"odrl:target", term("urn:mangrove:package:" + contents.id.text())},
        {"odrl:assigner",
         {{"@id", permit + "#assigner"}, {"@type", "odrl:Party"}, {"dct:title", contents.organisation}}},
        {"odrl:assignee",
         {{"@id", permit + "#assignee"},
          {"@type", "odrl:Party"},
          {"dct:title", contents.request.recipientOrganisation}}},
        {"dct:issued", typed(toIso8601(contents.permit.issued), "xsd:dateTime")},
        {"odrl:permission", json::array({permissionOf(contents)})},
        {"odrl:prohibition", json::array({prohibition("odrl:distribute"), prohibition(kReidentify)})}};
    if (!duties.empty())
        object["odrl:obligation"] = duties;
    return object;
}

/// Full IRIs of the terms used as `key` anywhere in the policy.
void collect(const json& value, std::string_view key, std::set<std::string>& found) {
    if (value.is_object()) {
        for (const auto& [name, item] : value.items()) {
            if (name == key && item.is_object() && item.contains("@id")) {
                std::string iri = item["@id"].get<std::string>();
                if (iri.starts_with("odrl:"))
                    iri.replace(0, 5, "http://www.w3.org/ns/odrl/2/");
                found.insert(std::move(iri));
            }
            collect(item, key, found);
        }
    } else if (value.is_array()) {
        for (const auto& item : value)
            collect(item, key, found);
    }
}

} // namespace

std::string odrlPolicyJson(const PackageContents& contents) {
    return exactJson(policy(contents));
}

std::string policyFunctionsJson(const PackageContents& contents) {
    const json object = policy(contents);
    std::set<std::string> actions;
    std::set<std::string> operands;
    collect(object, "odrl:action", actions);
    collect(object, "odrl:leftOperand", operands);
    return exactJson(
        {{"actions", actions},
         {"leftOperands", operands},
         {"note",
          {{"en", "The policy is not enforced by a connector until it binds a function to each of these."},
           {"zh", "接收方连接器为以下每一项绑定策略函数之前，本策略不会被自动执行。"}}}});
}

} // namespace mangrove::handoff
