// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_views.h"

#include "authorization/gates.h"
#include "base/clock.h"
#include "identity/role.h"

#include <nlohmann/json.hpp>

namespace mangrove::cli {

using Json = nlohmann::ordered_json;

namespace {

std::string_view sourceWord(workspace::SourceState state) {
    switch (state) {
    case workspace::SourceState::Present:
        return "present";
    case workspace::SourceState::Missing:
        return "missing";
    case workspace::SourceState::SizeDiffers:
        return "changed";
    }
    return "";
}

Json gatesOf(const workspace::RequestView& view) {
    Json list = Json::array();
    for (const auto& gate : view.gates)
        list.push_back({{"id", gate.id},
                        {"status", authorization::name(gate.status)},
                        {"reason", gate.reason},
                        {"text", authorization::gateText(gate)},
                        {"blocks", gate.blocks}});
    return list;
}

Json historyOf(const authorization::Request& request) {
    Json list = Json::array();
    for (const auto& event : request.history)
        list.push_back({{"time", toIso8601(event.time)},
                        {"actor", event.actor.text()},
                        {"kind", event.kind},
                        {"state", authorization::name(event.state)},
                        {"note", event.note}});
    return list;
}

} // namespace

Json toJson(const workspace::WorkspaceInfo& info) {
    return {{"file", info.file.string()},         {"files", info.filesFolder.string()}, {"name", info.name},
            {"organisation", info.organisation},  {"language", info.language},          {"demo", info.demo},
            {"created", toIso8601(info.created)}, {"schema", info.schemaVersion},       {"bytes", info.bytes},
            {"caFingerprint", info.caFingerprint}};
}

Json toJson(const identity::User& user) {
    Json roles = Json::array();
    for (const auto role : user.roles)
        roles.push_back(identity::roleName(role));
    return {{"id", user.id.text()}, {"name", user.displayName}, {"roles", roles}, {"enabled", user.enabled}};
}

Json toJson(const workspace::DatasetSummary& summary) {
    const auto& dataset = summary.dataset;
    return {{"id", dataset.id.text()},
            {"name", dataset.name},
            {"description", dataset.description},
            {"domain", catalog::name(dataset.domain)},
            {"owner", dataset.owner},
            {"path", dataset.path},
            {"bytes", dataset.bytes},
            {"sha256", dataset.sha256},
            {"rows", dataset.rows},
            {"columns", dataset.columns},
            {"source",
             {{"state", sourceWord(summary.source)},
              {"format", dataset.dialect.format},
              {"encoding", dataset.dialect.encoding},
              {"delimiter", dataset.dialect.delimiter},
              {"quote", dataset.dialect.quote},
              {"header", dataset.dialect.header},
              {"nullWords", dataset.dialect.nullWords},
              {"sheet", dataset.dialect.sheet},
              {"table", dataset.dialect.table},
              {"query", dataset.dialect.query},
              {"skipLines", dataset.dialect.skipLines ? Json(*dataset.dialect.skipLines) : Json(nullptr)},
              {"quoteEscape", dataset.dialect.quoteEscape},
              {"ragged", dataset.dialect.ragged},
              {"totals", dataset.dialect.totals}}},
            {"registered", toIso8601(dataset.registered)},
            {"registeredBy", dataset.registeredBy.text()},
            {"version", dataset.version},
            {"level39725", dataset.level39725 > 0 ? Json(dataset.level39725) : Json(nullptr)},
            {"profiled", summary.profiled},
            {"classified", summary.classified},
            {"qualityChecked", summary.qualityChecked},
            {"releases", summary.releases},
            {"openRequests", summary.openRequests},
            {"unresolvedColumns", summary.unresolvedColumns}};
}

Json toJson(const catalog::Release& release) {
    return {{"id", release.id.text()},
            {"dataset", release.dataset.text()},
            {"path", release.path},
            {"sha256", release.sha256},
            {"bytes", release.bytes},
            {"rows", release.rows},
            {"columns", release.columns},
            {"sourceSha256", release.sourceSha256},
            {"recipe", embed(release.recipeJson)},
            {"recipeSha256", release.recipeSha256},
            {"level42460", release.level42460},
            {"highestRisk", release.highestRisk},
            {"created", toIso8601(release.created)},
            {"by", release.by.text()}};
}

Json toJson(const catalog::PackageRecord& package) {
    return {{"id", package.id.text()},
            {"request", package.request.text()},
            {"permit", package.permit.text()},
            {"release", package.release.text()},
            {"dataset", package.dataset.text()},
            {"path", package.path},
            {"sha256", package.sha256},
            {"bytes", package.bytes},
            {"recipient", package.recipientOrganisation},
            {"created", toIso8601(package.created)},
            {"by", package.by.text()}};
}

Json toJson(const workspace::RequestView& view) {
    const auto& request = view.request;
    Json json{{"id", request.id.text()},
              {"state", authorization::name(request.state)},
              {"dataset", request.dataset.text()},
              {"datasetName", view.datasetName},
              {"release", request.release ? Json(request.release->text()) : Json(nullptr)},
              {"title", request.title},
              {"purpose", request.purpose},
              {"applicant", request.applicant.text()},
              {"recipient", {{"name", request.recipient}, {"organisation", request.recipientOrganisation}}},
              {"legalBasis", request.legalBasis},
              {"sharing", authorization::name(request.sharing)},
              {"columns", request.columns},
              {"requestedUntil", toIso8601(request.requestedUntil)},
              {"created", toIso8601(request.created)}};
    json["permit"] = nullptr;
    if (view.permit)
        json["permit"] = {{"id", view.permit->id.text()},
                          {"issued", toIso8601(view.permit->issued)},
                          {"validUntil", toIso8601(view.permit->validUntil)},
                          {"daysLeft", view.daysLeft.value_or(0)}};
    if (!view.gates.empty())
        json["gates"] = gatesOf(view);
    if (!request.history.empty())
        json["history"] = historyOf(request);
    return json;
}

Json toJson(const audit::AuditEvent& event) {
    return {{"seq", event.seq},
            {"time", toIso8601(event.time)},
            {"actor", event.actor.text()},
            {"role", event.role},
            {"action", event.action},
            {"object", event.object},
            {"payload", embed(event.payload)}};
}

std::string dump(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

Json embed(const std::string& text) {
    Json parsed = Json::parse(text, nullptr, false);
    return parsed.is_discarded() ? Json(text) : parsed;
}

} // namespace mangrove::cli
