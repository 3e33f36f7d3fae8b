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

bool isCellTransform(TransformType type) {
    return type == TransformType::Mask || type == TransformType::Pseudonym
           || type == TransformType::DateShift;
}

bool needsKey(TransformType type) {
    return type == TransformType::Pseudonym || type == TransformType::DateShift;
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
            const Keys* keys, const std::filesystem::path& folder) {
    const Attribute& attribute = *column.attribute;
    column.transform = effectiveTransform(attribute);
    column.written = column.transform.type != TransformType::Suppress
                     || column.transform.suppressMode == SuppressMode::Empty;
    if (column.transform.type == TransformType::Generalise) {
        MANGROVE_ASSIGN(column.hierarchy, Hierarchy::open(attribute.hierarchy, folder));
        MANGROVE_TRY(checkLevel(attribute, *column.hierarchy));
    }
    if (column.transform.type == TransformType::DateShift) {
        column.person = indexOf(names, column.transform.person);
        if (!column.person)
            return columnMissing(column.transform.person, names);
    }
    if (!isCellTransform(column.transform.type))
        return {};
    if (keys == nullptr && needsKey(column.transform.type)) {
        if (attribute.role == AttributeRole::Quasi)
            return Error(errors::kKeyMissing, {std::string(describe(column.transform.type).name)});
        return {};
    }
    const Keys none;
    MANGROVE_ASSIGN(CellTransformer cells,
                    CellTransformer::make(column.transform, column.name, recipe.recipient,
                                          keys == nullptr ? none : *keys));
    column.cells = std::make_shared<const CellTransformer>(std::move(cells));
    return {};
}

} // namespace

Result<Plan> Plan::make(const Recipe& recipe, const std::vector<std::string>& columnNames, const Keys* keys,
                        const std::filesystem::path& hierarchyFolder) {
    MANGROVE_TRY(validate(recipe));
    Plan plan;
    for (const std::string& name : columnNames) {
        PlannedColumn& column = plan.columns.emplace_back();
        column.name = name;
        column.attribute = recipe.find(name);
        if (column.attribute != nullptr) {
            MANGROVE_TRY(bind(column, recipe, columnNames, keys, hierarchyFolder));
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

std::pair<std::uint32_t, std::uint32_t> Plan::levelBounds(std::size_t q) const {
    const PlannedColumn& column = columns[quasi[q]];
    if (!column.hierarchy)
        return {0, 0};
    const Attribute& attribute = *column.attribute;
    if (attribute.level)
        return {*attribute.level, *attribute.level};
    return {attribute.minLevel.value_or(0), attribute.maxLevel.value_or(column.hierarchy->levels() - 1)};
}

} // namespace mangrove::deid
