// SPDX-License-Identifier: GPL-3.0-or-later
#include "handoff/descriptions.h"
#include "handoff/json_text_internal.h"

#include <array>
#include <utility>

namespace mangrove::handoff {

namespace {

using nlohmann::json;

json context(const std::string& language) {
    return {{"@language", language},
            {"@vocab", "https://schema.org/"},
            {"column", "cr:column"},
            {"conformsTo", "dct:conformsTo"},
            {"cr", "http://mlcommons.org/croissant/"},
            {"dataType", {{"@id", "cr:dataType"}, {"@type", "@vocab"}}},
            {"dct", "http://purl.org/dc/terms/"},
            {"extract", "cr:extract"},
            {"field", "cr:field"},
            {"fileObject", "cr:fileObject"},
            {"odrl", "http://www.w3.org/ns/odrl/2/"},
            {"recordSet", "cr:recordSet"},
            {"sc", "https://schema.org/"},
            {"source", "cr:source"}};
}

std::string_view dataType(std::string_view type) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kTypes{{
        {"boolean", "sc:Boolean"},
        {"integer", "sc:Integer"},
        {"number", "sc:Float"},
        {"date", "sc:Date"},
        {"datetime", "sc:DateTime"},
        {"time", "sc:Time"},
    }};
    for (const auto& [ours, theirs] : kTypes) {
        if (ours == type)
            return theirs;
    }
    return "sc:Text";
}

json recordSet(const PackagePayload& payload, const std::string& base) {
    const std::string file = base + "#" + payload.name;
    json fields = json::array();
    std::size_t number = 0;
    for (const auto& column : payload.columns) {
        ++number;
        json field{{"@type", "cr:Field"},
                   {"@id", file + "/field-" + std::to_string(number)},
                   {"name", column.name},
                   {"dataType", dataType(column.type)},
                   {"source", {{"fileObject", {{"@id", file}}}, {"extract", {{"column", column.name}}}}}};
        if (!column.description.empty())
            field["description"] = column.description;
        fields.push_back(std::move(field));
    }
    return {{"@type", "cr:RecordSet"}, {"@id", file + "/records"}, {"name", payload.name}, {"field", fields}};
}

/// DUO terms of the request, and the policy by its id.
json usageInfo(const PackageContents& contents) {
    json list = json::array();
    for (const auto& code : contents.request.duo) {
        std::string term = code; // "DUO:0000006" -> the IRI's last part
        if (const auto colon = term.find(':'); colon != std::string::npos)
            term[colon] = '_';
        list.push_back({{"@type", "sc:DefinedTerm"},
                        {"@id", "http://purl.obolibrary.org/obo/" + term},
                        {"inDefinedTermSet", "http://purl.obolibrary.org/obo/duo.owl"},
                        {"termCode", code}});
    }
    list.push_back(
        {{"@type", "odrl:Agreement"}, {"@id", "urn:mangrove:permit:" + contents.permit.id.text()}});
    return list;
}

} // namespace

std::string croissantJson(const PackageContents& contents, std::span<const MeasuredPayload> payloads,
                          Instant created) {
    const std::string base = packageUrn(contents);
    json distribution = json::array();
    json recordSets = json::array();
    for (const auto& measured : payloads) {
        distribution.push_back({{"@type", "cr:FileObject"},
                                {"@id", base + "#" + measured.payload->name},
                                {"name", measured.payload->name},
                                {"contentUrl", "payload/" + measured.payload->name},
                                {"encodingFormat", "text/csv"},
                                {"contentSize", std::to_string(measured.bytes) + " B"},
                                {"sha256", measured.sha256}});
        recordSets.push_back(recordSet(*measured.payload, base));
    }
    json dataset{{"@context", context(contents.language)},
                 {"@type", "sc:Dataset"},
                 {"@id", base},
                 {"conformsTo", "http://mlcommons.org/croissant/1.1"},
                 {"name", contents.title},
                 {"description", contents.description.empty() ? contents.title : contents.description},
                 {"license", licenseText(contents)},
                 {"url", base},
                 {"creator", {{"@type", "sc:Organization"}, {"name", contents.organisation}}},
                 {"publisher", {{"@type", "sc:Organization"}, {"name", contents.organisation}}},
                 {"datePublished", toIso8601(created)},
                 {"version", "1.0.0"},
                 {"isLiveDataset", false},
                 {"usageInfo", usageInfo(contents)},
                 {"distribution", distribution},
                 {"recordSet", recordSets}};
    if (!contents.keywords.empty())
        dataset["keywords"] = contents.keywords;
    return exactJson(dataset);
}

} // namespace mangrove::handoff
