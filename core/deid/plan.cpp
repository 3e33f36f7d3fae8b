// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/plan.h"

#include "base/text.h"
#include "deid/apply.h"

#include <algorithm>

namespace mangrove::deid {

namespace {

std::optional<std::size_t> indexOf(const std::vector<std::string>& names, const std::string& name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

Error columnMissing(const std::string& name, const std::vector<std::string>& names) {
    return Error(errors::kRecipeColumnMissing, {name, join(names, ", ")});
}

Status checkLevel(const Attribute& attribute, const Hierarchy& hierarchy) {
    for (const auto& level : {attribute.level, attribute.minLevel, attribute.maxLevel}) {
        if (level && *level >= hierarchy.levels())
            return Error(errors::kHierarchyLevel,
                         {attribute.hierarchy, attribute.column, std::to_string(hierarchy.levels() - 1),
                          std::to_string(*level)});
    }
    return {};
}

Status bind(PlannedColumn& column, const Recipe& recipe, const std::vector<std::string>& names,
            const Keys* keys, const std::filesystem::path& folder, const PlanAids& aids) {
    const Attribute& attribute = *column.attribute;
    column.transform = effectiveTransform(attribute);
    column.written = column.transform.type != TransformType::Suppress
                     || column.transform.suppressMode == SuppressMode::Empty;
    if (column.transform.type == TransformType::Generalise) {
        MANGROVE_ASSIGN(column.hierarchy, Hierarchy::open(attribute.hierarchy, folder));
        MANGROVE_TRY(checkLevel(attribute, *column.hierarchy));
    }
    if (!column.transform.person.empty()) {
        column.person = indexOf(names, column.transform.person);
        if (!column.person)
            return columnMissing(column.transform.person, names);
    }
    if (keys == nullptr) {
        // For a search only the quasi-identifiers count.
        if (attribute.role != AttributeRole::Quasi)
            return {};
        if (needsKey(column.transform))
            return Error(errors::kKeyMissing, {std::string(describe(column.transform.type).name)});
    }
    const Keys none;
    const ColumnSurvey* survey = aids.survey ? aids.survey->find(column.name) : nullptr;
    MANGROVE_ASSIGN(column.cells, makeCellFunction({column.transform, column.name, recipe.recipient,
                                                    keys == nullptr ? none : *keys, aids.finder, survey}));
    return {};
}

/// The sensitive columns that models look at; their values must stay as they are, or the models would speak
/// about other values than the output's.
Status planSensitive(Plan& plan, const Recipe& recipe, const std::filesystem::path& folder) {
    for (const Model& model : recipe.models) {
        if (!hasSensitiveColumn(model.type))
            continue;
        const auto column =
            std::find_if(plan.columns.begin(), plan.columns.end(),
                         [&](const PlannedColumn& candidate) { return candidate.name == model.column; });
        const auto index = static_cast<std::size_t>(column - plan.columns.begin());
        if (column->transform.type != TransformType::Keep)
            return Error(errors::kRecipeInvalid,
                         {"asks for " + std::string(nameOf(model.type)) + " of the column " + model.column
                          + " and transforms it; a model speaks about values that stay"});
        auto known = std::find_if(plan.sensitive.begin(), plan.sensitive.end(),
                                  [&](const PlannedSensitive& each) { return each.column == index; });
        if (known == plan.sensitive.end())
            known = plan.sensitive.insert(plan.sensitive.end(), {index, {}});
        if (model.variant == ModelVariant::Hierarchical && !known->hierarchy) {
            MANGROVE_ASSIGN(known->hierarchy, Hierarchy::open(column->attribute->hierarchy, folder));
        }
    }
    return {};
}

} // namespace

Result<Plan> Plan::make(const Recipe& recipe, const std::vector<std::string>& columnNames, const Keys* keys,
                        const std::filesystem::path& hierarchyFolder, const PlanAids& aids) {
    MANGROVE_TRY(validate(recipe));
    Plan plan;
    for (const std::string& name : columnNames) {
        PlannedColumn& column = plan.columns.emplace_back();
        column.name = name;
        column.attribute = recipe.find(name);
        if (column.attribute != nullptr) {
            MANGROVE_TRY(bind(column, recipe, columnNames, keys, hierarchyFolder, aids));
        } else if (recipe.unlisted == UnlistedColumns::Fail) {
            return Error(errors::kRecipeInvalid,
                         {"does not name the column " + name
                          + ", and \"unlistedColumns\":\"error\" forbids such columns"});
        } else if (recipe.unlisted == UnlistedColumns::Suppress) {
            column.transform.type = TransformType::Suppress;
            column.written = false;
        }
    }
    for (const Attribute& attribute : recipe.attributes) {
        const auto index = indexOf(columnNames, attribute.column);
        if (!index)
            return columnMissing(attribute.column, columnNames);
        PlannedColumn& column = plan.columns[*index];
        if (attribute.role == AttributeRole::Direct) {
            plan.directBefore.push_back(column.name);
            if (column.transform.type == TransformType::Keep)
                plan.directAfter.push_back(column.name);
        }
        if (attribute.role != AttributeRole::Quasi)
            continue;
        plan.rawQuasi.push_back(*index);
        if (column.transform.type != TransformType::Suppress) {
            column.quasi = plan.quasi.size();
            plan.quasi.push_back(*index);
        }
    }
    MANGROVE_TRY(planSensitive(plan, recipe, hierarchyFolder));
    plan.subset = aids.subset;
    if (plan.subset == nullptr) {
        MANGROVE_ASSIGN(plan.subset, RowSubset::of(recipe, hierarchyFolder));
    }
    if (recipe.sample) {
        const Keys standIn = standInKeys();
        MANGROVE_ASSIGN(RowSampler sampler,
                        RowSampler::make(*recipe.sample, recipe.recipient,
                                         keys == nullptr ? standIn.pseudonymKey : keys->pseudonymKey));
        plan.sampler = std::make_shared<const RowSampler>(std::move(sampler));
        if (!recipe.sample->person.empty()) {
            plan.samplePerson = indexOf(columnNames, recipe.sample->person);
            if (!plan.samplePerson)
                return columnMissing(recipe.sample->person, columnNames);
        }
    }
    return plan;
}

std::vector<std::string> Plan::namesOf(const std::vector<std::size_t>& which) const {
    std::vector<std::string> names;
    for (const std::size_t index : which)
        names.push_back(columns[index].name);
    return names;
}

std::vector<std::string> Plan::outputNames() const {
    std::vector<std::string> names;
    for (const PlannedColumn& column : columns) {
        if (column.written)
            names.push_back(column.name);
    }
    return names;
}

bool Plan::rawDiffers() const {
    return rawQuasi != quasi || std::any_of(quasi.begin(), quasi.end(), [&](std::size_t c) {
               return columns[c].cells != nullptr;
           });
}

bool Plan::needsRowNumbers() const {
    return sampler != nullptr || subset != nullptr
           || std::any_of(columns.begin(), columns.end(), [](const PlannedColumn& column) {
                  return column.cells && column.cells->dependsOn() == CellFunction::DependsOn::Row;
              });
}

std::pair<std::uint32_t, std::uint32_t> Plan::levelBounds(std::size_t q) const {
    const PlannedColumn& column = columns[quasi[q]];
    if (!column.hierarchy)
        return {0, 0};
    const Attribute& attribute = *column.attribute;
    if (attribute.level)
        return {*attribute.level, *attribute.level};
    return {attribute.minLevel.value_or(0), attribute.maxLevel.value_or(column.hierarchy->levels() - 1)};
}

Error unreadableError(const PlannedColumn& column, std::uint64_t cells, std::uint64_t firstLine) {
    const TransformType type = column.transform.type;
    if (type == TransformType::DateShift)
        return Error(errors::kDateUnreadable,
                     {column.name, std::to_string(cells), std::to_string(firstLine)});
    return Error(errors::kCellsUnreadable, {column.name, std::to_string(cells), std::to_string(firstLine),
                                            std::string(describe(type).name), std::string(wantedBy(type))});
}

} // namespace mangrove::deid
