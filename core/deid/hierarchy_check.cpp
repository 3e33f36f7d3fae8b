// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/hierarchy_check.h"

#include <nlohmann/json.hpp>

#include <unordered_map>

namespace mangrove::deid {

namespace {

void appendCell(std::string& csv, const std::string& cell) {
    if (cell.find_first_of(";\"\r\n") == std::string::npos) {
        csv += cell;
        return;
    }
    csv += '"';
    for (const char c : cell) {
        if (c == '"')
            csv += '"';
        csv += c;
    }
    csv += '"';
}

void appendRow(std::string& csv, const std::vector<std::string>& path) {
    for (std::size_t level = 0; level < path.size(); ++level) {
        if (level > 0)
            csv += ';';
        appendCell(csv, path[level]);
    }
    csv += '\n';
}

} // namespace

HierarchyCheck checkHierarchy(const Hierarchy& hierarchy, const table::Column& column) {
    HierarchyCheck check;
    std::vector<std::uint64_t> rowsOf(column.dictionary.size());
    std::vector<std::uint64_t> firstRowOf(column.dictionary.size());
    for (std::uint64_t row = 0; row < column.codes.size(); ++row) {
        const std::uint32_t code = column.codes[row];
        if (code == table::kNullCode) {
            ++check.missingRows;
        } else if (rowsOf[code]++ == 0) {
            firstRowOf[code] = row + 1;
        }
    }
    std::vector<std::unordered_map<std::string, std::string>> above(hierarchy.levels());
    for (std::size_t code = 0; code < column.dictionary.size(); ++code) {
        if (rowsOf[code] == 0)
            continue;
        ++check.values;
        check.rows += rowsOf[code];
        const auto path = hierarchy.path(column.dictionary[code]);
        if (path.empty()) {
            ++check.unmatchedValues;
            check.unmatchedRows += rowsOf[code];
            const std::uint64_t first = firstRowOf[code];
            if (check.firstUnmatchedRow == 0 || first < check.firstUnmatchedRow)
                check.firstUnmatchedRow = first;
            continue;
        }
        for (std::size_t level = 0; level < path.size(); ++level) {
            const std::string next = level + 1 < path.size() ? path[level + 1] : std::string();
            const auto [found, isNew] = above[level].try_emplace(path[level], next);
            check.monotone = check.monotone && (isNew || found->second == next);
        }
    }
    for (const auto& labels : above)
        check.groups.push_back(labels.size());
    return check;
}

std::string hierarchyCsv(const Hierarchy& hierarchy, const table::Column& column) {
    std::string csv;
    if (hierarchy.domainSize() > 0) {
        for (const std::string_view value : hierarchy.domain())
            appendRow(csv, hierarchy.path(value));
        return csv;
    }
    for (const std::string& value : column.dictionary) {
        const auto path = hierarchy.path(value);
        if (!path.empty())
            appendRow(csv, path);
    }
    return csv;
}

std::string toJson(const Hierarchy& hierarchy, const HierarchyCheck& check) {
    using Tree = nlohmann::ordered_json;
    Tree tree{
        {"hierarchy", hierarchy.name()}, {"version", hierarchy.version()}, {"levels", hierarchy.levels()}};
    tree["leaves"] = hierarchy.domainSize() > 0 ? Tree(hierarchy.domainSize()) : Tree();
    tree["monotone"] = check.monotone;
    tree["complete"] = check.complete();
    tree["values"] = check.values;
    tree["rows"] = check.rows;
    tree["missingRows"] = check.missingRows;
    tree["unmatchedValues"] = check.unmatchedValues;
    tree["unmatchedRows"] = check.unmatchedRows;
    tree["firstUnmatchedRow"] = check.firstUnmatchedRow;
    tree["groups"] = check.groups;
    return tree.dump(-1, ' ', false, Tree::error_handler_t::replace);
}

std::string builtinHierarchiesJson() {
    using Tree = nlohmann::ordered_json;
    Tree list = Tree::array();
    for (const BuiltinHierarchy& each : builtinHierarchies())
        list.push_back(Tree{{"name", each.name},
                            {"version", each.version},
                            {"accepts", each.accepts},
                            {"levels", each.levels},
                            {"source", each.source}});
    return list.dump();
}

} // namespace mangrove::deid
