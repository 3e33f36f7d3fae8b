// SPDX-License-Identifier: GPL-3.0-or-later
#include "handoff/descriptions.h"
#include "handoff/json_text_internal.h"
#include "handoff/layout.h"

#include <array>
#include <utility>

namespace mangrove::handoff {

namespace {

using nlohmann::json;

/// What each file is, in one English phrase; payload and decisions are named by their folder.
std::string describe(std::string_view path) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kKnown{{
        {layout::kDataPackage, "Data Package 2.0 description"},
        {layout::kCroissant, "Croissant 1.1 description"},
        {layout::kOdrl, "Usage policy, ODRL 2.2"},
        {layout::kToBind, "Policy functions the receiving connector has to bind"},
        {layout::kPermit, "Permit as signed by the decider"},
        {layout::kPermitSignature, "CMS signature of the permit"},
        {layout::kDeidReport, "De-identification report"},
        {layout::kQuality, "Quality report"},
        {layout::kClassification, "Classification of the columns"},
        {layout::kRecipe, "De-identification recipe, without secrets"},
    }};
    for (const auto& [known, text] : kKnown) {
        if (known == path)
            return std::string(text);
    }
    if (path.starts_with(layout::kPayload))
        return "De-identified table";
    return path.ends_with(".p7s") ? "CMS signature of a decision" : "Decision as signed by its decider";
}

std::string_view mediaType(std::string_view path) {
    if (path.ends_with(".csv"))
        return "text/csv";
    if (path.ends_with(".p7s"))
        return "application/pkcs7-signature";
    return "application/json";
}

json reference(const std::string& id) {
    return {{"@id", id}};
}

} // namespace

std::string packageUrn(const PackageContents& contents) {
    return "urn:mangrove:package:" + contents.id.text();
}

std::string licenseText(const PackageContents& contents) {
    if (!contents.license.empty())
        return contents.license;
    return "Use only as permit " + contents.permit.id.text() + " in this package allows.";
}

std::string roCrateJson(const PackageContents& contents, std::span<const PackageFile> files,
                        Instant created) {
    const std::string base = packageUrn(contents);
    const std::string organisation = base + "#organisation";
    const std::string software = base + "#software";
    const std::string source = "urn:mangrove:dataset:" + contents.request.dataset.text();
    json parts = json::array();
    json results = json::array();
    json graph = json::array();
    for (const auto& file : files) {
        const std::string id = file.path.substr(layout::kData.size());
        parts.push_back(reference(id));
        if (file.path.starts_with(layout::kPayload))
            results.push_back(reference(id));
        graph.push_back({{"@id", id},
                         {"@type", "File"},
                         {"name", describe(file.path)},
                         {"encodingFormat", mediaType(file.path)},
                         {"contentSize", std::to_string(file.bytes)},
                         {"sha256", file.sha256}});
    }
    graph.push_back({{"@id", "ro-crate-metadata.json"},
                     {"@type", "CreativeWork"},
                     {"conformsTo", reference("https://w3id.org/ro/crate/1.2")},
                     {"about", reference("./")}});
    graph.push_back({{"@id", "./"},
                     {"@type", "Dataset"},
                     {"identifier", base},
                     {"name", contents.title},
                     {"description", contents.description.empty() ? contents.title : contents.description},
                     {"datePublished", toIso8601(created)},
                     {"license", reference("permit/permit.json")},
                     {"publisher", reference(organisation)},
                     {"mentions", reference(base + "#deidentification")},
                     {"hasPart", parts}});
    graph.push_back({{"@id", organisation}, {"@type", "Organization"}, {"name", contents.organisation}});
    graph.push_back({{"@id", software},
                     {"@type", "SoftwareApplication"},
                     {"name", "Mangrove"},
                     {"softwareVersion", MANGROVE_VERSION}});
    graph.push_back(
        {{"@id", source},
         {"@type", "Dataset"},
         {"name", contents.datasetName.empty() ? contents.request.dataset.text() : contents.datasetName},
         {"description", "Source table; it stays with the organisation."}});
    graph.push_back({{"@id", base + "#deidentification"},
                     {"@type", "CreateAction"},
                     {"name", "De-identification"},
                     {"agent", reference(organisation)},
                     {"instrument", reference(software)},
                     {"object", reference(source)},
                     {"result", results}});
    return exactJson({{"@context", "https://w3id.org/ro/crate/1.2/context"}, {"@graph", graph}});
}

} // namespace mangrove::handoff
