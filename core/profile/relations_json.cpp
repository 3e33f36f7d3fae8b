// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/relations_json.h"

#include <nlohmann/json.hpp>

namespace mangrove::profile {

namespace {

using RelationJson = nlohmann::ordered_json;

RelationJson orNull(const std::optional<double>& value) {
    return value ? RelationJson(*value) : RelationJson(nullptr);
}

} // namespace

std::string toJson(const ColumnRelations& relations) {
    const auto name = [&](std::uint32_t column) { return relations.columns[column]; };
    const auto names = [&](const std::vector<std::uint32_t>& columns) {
        RelationJson list = RelationJson::array();
        for (const std::uint32_t column : columns)
            list.push_back(name(column));
        return list;
    };
    RelationJson dependencies = RelationJson::array();
    for (const Dependency& found : relations.dependencies)
        dependencies.push_back({{"from", name(found.from)},
                                {"to", name(found.to)},
                                {"rows", found.rows},
                                {"error", found.error},
                                {"support", found.support},
                                {"strength", found.strength}});
    RelationJson correlations = RelationJson::array();
    for (const Correlation& found : relations.correlations)
        correlations.push_back({{"columns", {name(found.a), name(found.b)}},
                                {"rows", found.rows},
                                {"pearson", orNull(found.pearson)},
                                {"spearman", orNull(found.spearman)}});
    RelationJson associations = RelationJson::array();
    for (const Association& found : relations.associations)
        associations.push_back({{"columns", {name(found.a), name(found.b)}},
                                {"rows", found.rows},
                                {"cramersV", found.cramersV}});
    RelationJson warnings = RelationJson::array();
    for (const io::ReadWarning& warning : relations.warnings)
        warnings.push_back({{"code", warning.code}, {"line", warning.line}, {"message", warning.message}});
    const RelationJson all{{"rows", relations.rows},
                           {"sampledRows", relations.sampledRows},
                           {"exact", relations.exact()},
                           {"keys", names(relations.keys)},
                           {"constants", names(relations.constants)},
                           {"dependencies", std::move(dependencies)},
                           {"dependenciesFound", relations.dependenciesFound},
                           {"correlations", std::move(correlations)},
                           {"correlationsFound", relations.correlationsFound},
                           {"associations", std::move(associations)},
                           {"associationsFound", relations.associationsFound},
                           {"warnings", std::move(warnings)}};
    return all.dump();
}

} // namespace mangrove::profile
