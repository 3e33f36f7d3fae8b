// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/apply_json.h"

#include "deid/coded_note_tree_internal.h"
#include "deid/report_tree_internal.h"

#include <nlohmann/json.hpp>

namespace mangrove::deid {

namespace {

using Tree = nlohmann::ordered_json;

Tree columnTree(const AppliedColumn& column) {
    Tree tree{{"name", column.name}, {"role", column.role}, {"transform", column.transform}};
    if (!column.hierarchy.empty()) {
        tree["hierarchy"] = column.hierarchy;
        tree["hierarchyVersion"] = column.hierarchyVersion;
    }
    if (column.level)
        tree["level"] = *column.level;
    if (column.maxLevel)
        tree["maxLevel"] = *column.maxLevel;
    tree["written"] = column.written;
    tree["changedCells"] = column.changedCells;
    tree["missingCells"] = column.missingCells;
    tree["unmatchedCells"] = column.unmatchedCells;
    tree["firstUnmatchedLine"] = column.firstUnmatchedLine;
    tree["reversibleBy"] = column.reversibleBy;
    if (!column.effect.empty())
        tree["effect"] = column.effect;
    if (!column.parameters.empty())
        tree["parameters"] = Tree::parse(column.parameters, nullptr, false);
    return tree;
}

AppliedColumn columnFromTree(const Tree& tree) {
    AppliedColumn column;
    column.name = tree.at("name").get<std::string>();
    column.role = tree.at("role").get<std::string>();
    column.transform = tree.at("transform").get<std::string>();
    column.hierarchy = tree.value("hierarchy", "");
    column.hierarchyVersion = tree.value("hierarchyVersion", "");
    if (tree.contains("level"))
        column.level = tree.at("level").get<std::uint32_t>();
    if (tree.contains("maxLevel"))
        column.maxLevel = tree.at("maxLevel").get<std::uint32_t>();
    column.written = tree.at("written").get<bool>();
    column.changedCells = tree.at("changedCells").get<std::uint64_t>();
    column.missingCells = tree.at("missingCells").get<std::uint64_t>();
    column.unmatchedCells = tree.at("unmatchedCells").get<std::uint64_t>();
    column.firstUnmatchedLine = tree.at("firstUnmatchedLine").get<std::uint64_t>();
    column.reversibleBy = tree.at("reversibleBy").get<std::string>();
    column.effect = tree.value("effect", "");
    if (tree.contains("parameters"))
        column.parameters = tree.at("parameters").dump();
    return column;
}

ModelCheck checkFromTree(const Tree& tree) {
    ModelCheck check;
    check.model = tree.at("model").get<std::string>();
    check.variant = tree.value("variant", "");
    check.column = tree.value("column", "");
    check.classes = tree.at("classes").get<std::uint64_t>();
    check.broken = tree.at("broken").get<std::uint64_t>();
    if (tree.contains("measured"))
        check.measured = tree.at("measured").get<double>();
    if (tree.contains("limit"))
        check.limit = tree.at("limit").get<double>();
    if (tree.contains("measuredLeast"))
        check.measuredLeast = tree.at("measuredLeast").get<double>();
    if (tree.contains("limitLeast"))
        check.limitLeast = tree.at("limitLeast").get<double>();
    check.holds = tree.at("holds").get<bool>();
    return check;
}

ApplyReport reportFromTree(const Tree& tree) {
    ApplyReport report;
    report.rowsIn = tree.at("rowsIn").get<std::uint64_t>();
    report.rowsOut = tree.at("rowsOut").get<std::uint64_t>();
    report.rowsSuppressed = tree.at("rowsSuppressed").get<std::uint64_t>();
    report.rowsRejected = tree.at("rowsRejected").get<std::uint64_t>();
    report.rowsLeftOut = tree.value("rowsLeftOut", std::uint64_t{0});
    report.rowsOnlyPopulation = tree.value("rowsOnlyPopulation", std::uint64_t{0});
    report.before = riskFromTree(tree.at("before"));
    report.after = riskFromTree(tree.at("after"));
    if (tree.contains("models")) {
        for (const Tree& check : tree.at("models"))
            report.models.push_back(checkFromTree(check));
    }
    report.loss = tree.at("loss").get<double>();
    report.levels = tree.at("levels").get<Levels>();
    report.lattice = tree.at("lattice").get<std::uint64_t>();
    report.checked = tree.at("checked").get<std::uint64_t>();
    report.recipeJson = tree.at("recipe").dump();
    report.recipeSha256 = tree.at("recipeSha256").get<std::string>();
    const Tree& input = tree.at("input");
    report.inputSha256 = input.at("sha256").get<std::string>();
    report.inputBytes = input.at("bytes").get<std::uint64_t>();
    const Tree& output = tree.at("output");
    report.outputSha256 = output.at("sha256").get<std::string>();
    report.outputBytes = output.at("bytes").get<std::uint64_t>();
    for (const Tree& column : tree.at("columns"))
        report.columns.push_back(columnFromTree(column));
    report.notes = notesFromTree(tree.at("notes"));
    return report;
}

} // namespace

Tree modelCheckTree(const ModelCheck& check) {
    Tree tree{{"model", check.model}};
    if (!check.variant.empty())
        tree["variant"] = check.variant;
    if (!check.column.empty())
        tree["column"] = check.column;
    tree["classes"] = check.classes;
    tree["broken"] = check.broken;
    if (check.measured)
        tree["measured"] = *check.measured;
    if (check.limit)
        tree["limit"] = *check.limit;
    if (check.measuredLeast)
        tree["measuredLeast"] = *check.measuredLeast;
    if (check.limitLeast)
        tree["limitLeast"] = *check.limitLeast;
    tree["holds"] = check.holds;
    return tree;
}

std::string toJson(const ApplyReport& report) {
    Tree tree;
    tree["rowsIn"] = report.rowsIn;
    tree["rowsOut"] = report.rowsOut;
    tree["rowsSuppressed"] = report.rowsSuppressed;
    tree["rowsRejected"] = report.rowsRejected;
    if (report.rowsLeftOut > 0)
        tree["rowsLeftOut"] = report.rowsLeftOut;
    if (report.rowsOnlyPopulation > 0)
        tree["rowsOnlyPopulation"] = report.rowsOnlyPopulation;
    tree["before"] = riskTree(report.before);
    tree["after"] = riskTree(report.after);
    tree["models"] = Tree::array();
    for (const ModelCheck& check : report.models)
        tree["models"].push_back(modelCheckTree(check));
    tree["loss"] = report.loss;
    tree["levels"] = report.levels;
    tree["lattice"] = report.lattice;
    tree["checked"] = report.checked;
    tree["recipe"] = Tree::parse(report.recipeJson, nullptr, false);
    tree["recipeSha256"] = report.recipeSha256;
    tree["input"] = Tree{{"sha256", report.inputSha256}, {"bytes", report.inputBytes}};
    tree["output"] = Tree{{"sha256", report.outputSha256}, {"bytes", report.outputBytes}};
    tree["columns"] = Tree::array();
    for (const AppliedColumn& column : report.columns)
        tree["columns"].push_back(columnTree(column));
    tree["notes"] = notesTree(report.notes);
    return tree.dump(-1, ' ', false, Tree::error_handler_t::replace);
}

Result<ApplyReport> applyReportFromJson(std::string_view json) {
    const Tree tree = Tree::parse(json, nullptr, false);
    try {
        return reportFromTree(tree);
    } catch (const Tree::exception&) {
        return Error(errors::kDeidReportMalformed, {"it is not the JSON of a de-identification report"});
    }
}

} // namespace mangrove::deid
