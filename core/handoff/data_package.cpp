// SPDX-License-Identifier: GPL-3.0-or-later
#include "handoff/descriptions.h"
#include "handoff/json_text_internal.h"

#include "base/text.h"

namespace mangrove::handoff {

namespace {

using nlohmann::json;

json fieldsOf(const PackagePayload& payload) {
    json fields = json::array();
    for (const auto& column : payload.columns) {
        json field{{"name", column.name}, {"type", column.type}};
        if (!column.description.empty())
            field["description"] = column.description;
        fields.push_back(std::move(field));
    }
    return fields;
}

std::string stem(const std::string& name) {
    return toLowerAscii(name.substr(0, name.rfind('.')));
}

} // namespace

std::string dataPackageJson(const PackageContents& contents, std::span<const MeasuredPayload> payloads,
                            Instant created) {
    json resources = json::array();
    for (const auto& measured : payloads) {
        const PackagePayload& payload = *measured.payload;
        resources.push_back(
            {{"name", stem(payload.name)},
             {"type", "table"},
             {"path", "payload/" + payload.name},
             {"format", "csv"},
             {"mediatype", "text/csv"},
             {"encoding", "utf-8"},
             {"bytes", measured.bytes},
             {"hash", "sha256:" + measured.sha256},
             {"dialect", {{"delimiter", ","}, {"quoteChar", "\""}, {"doubleQuote", true}, {"header", true}}},
             {"schema", {{"fields", fieldsOf(payload)}, {"missingValues", json::array({""})}}}});
    }
    json package{
        {"$schema", "https://datapackage.org/profiles/2.0/datapackage.json"},
        {"id", packageUrn(contents)},
        {"name", toLowerAscii(contents.id.text())},
        {"title", contents.title},
        {"description", contents.description},
        {"created", toIso8601(created)},
        {"licenses", json::array({{{"path", "permit/permit.json"}, {"title", licenseText(contents)}}})},
        {"contributors",
         json::array({{{"title", contents.organisation}, {"roles", json::array({"publisher"})}}})},
        {"resources", resources}};
    if (!contents.keywords.empty())
        package["keywords"] = contents.keywords;
    return exactJson(package);
}

} // namespace mangrove::handoff
