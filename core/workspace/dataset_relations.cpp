// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/dataset_relations.h"

#include "workspace/datasets.h"
#include "workspace/rooms.h"
#include "workspace/source_file.h"
#include "workspace/workspace.h"

#include <algorithm>

namespace mangrove::workspace {

namespace {

Result<profile::ColumnRelations> relationsWithin(const catalog::Dataset& dataset, const RunContext& context) {
    MANGROVE_ASSIGN(const auto read, readOptionsOf(dataset));
    auto relations = profile::relateColumns(dataset.path, read, {}, context);
    if (!relations.ok())
        return explainSourceError(dataset, relations.error(), context);
    MANGROVE_TRY(expectSource(dataset, relations->sourceSha256));
    return relations;
}

Result<profile::TableKeys> keysOf(const catalog::Dataset& dataset, const RunContext& context) {
    MANGROVE_ASSIGN(const auto read, readOptionsOf(dataset));
    auto keys = profile::sketchTable(dataset.name, dataset.path, read, {}, context);
    if (!keys.ok())
        return explainSourceError(dataset, keys.error(), context);
    MANGROVE_TRY(expectSource(dataset, keys->sourceSha256));
    return keys;
}

/// The link of a comparison of {data set, other}, seen from the data set.
DatasetLink seenFromHere(const profile::ColumnLink& link, std::size_t other) {
    DatasetLink seen;
    const bool fromHere = link.from.table == 0;
    seen.other = other;
    seen.here = fromHere ? link.from : link.to;
    seen.there = fromHere ? link.to : link.from;
    seen.there.table = static_cast<std::uint32_t>(other + 1);
    seen.shared = link.shared;
    seen.exact = link.exact;
    seen.standardError = link.standardError;
    seen.score = link.score;
    return seen;
}

} // namespace

std::string_view DatasetLink::kind() const {
    return profile::ColumnLink{.from = here, .to = there}.kind();
}

Result<RelationSource> relationSource(Workspace& workspace, const DatasetId& id) {
    RelationSource source;
    MANGROVE_ASSIGN(source.dataset, workspace.rooms().catalog.find(id));
    MANGROVE_ASSIGN(source.others, workspace.rooms().catalog.list());
    std::erase_if(source.others, [&](const catalog::Dataset& other) { return other.id == id; });
    return source;
}

Result<DatasetRelations> relateDataset(const RelationSource& source, const RunContext& context) {
    DatasetRelations found;
    MANGROVE_ASSIGN(found.within, relationsWithin(source.dataset, context));
    if (source.others.empty())
        return found;
    // Two at a time: what is kept of one other data set goes before the next is read.
    std::vector<profile::TableKeys> pair(2);
    MANGROVE_ASSIGN(pair[0], keysOf(source.dataset, context));
    for (std::size_t i = 0; i < source.others.size(); ++i) {
        const catalog::Dataset& other = source.others[i];
        RelatedDataset& related = found.others.emplace_back();
        related.id = other.id;
        related.name = other.name;
        related.columns = other.columns;
        auto keys = keysOf(other, context);
        if (!keys.ok()) {
            if (keys.error().is(errors::kCancelled))
                return keys.error();
            related.leftOut = keys.error();
            continue;
        }
        pair[1] = std::move(keys).value();
        MANGROVE_ASSIGN(const auto links, profile::linkTables(pair, {}, context));
        for (const profile::ColumnLink& link : links.links)
            found.links.push_back(seenFromHere(link, i));
        found.linksFound += links.found;
        found.leftOut.fewValues += links.leftOut.fewValues;
        found.leftOut.chance += links.leftOut.chance;
        found.leftOut.measures += links.leftOut.measures;
    }
    std::stable_sort(found.links.begin(), found.links.end(), [](const DatasetLink& a, const DatasetLink& b) {
        return a.score != b.score ? a.score > b.score : a.shared > b.shared;
    });
    return found;
}

} // namespace mangrove::workspace
