// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "base/format.h"
#include "base/text.h"
#include "deid/hierarchy_check.h"
#include "deid/risk.h"
#include "engine_input.h"
#include "invocation.h"

#include <filesystem>

namespace mangrove::cli {

namespace {

struct HierarchyArguments {
    ReadingArguments reading;
    std::string hierarchy;
    std::string file;
    std::string column;
    std::string out;
};

Result<table::Column> columnOf(const Terminal& terminal, const HierarchyArguments& arguments,
                               const RunContext& context) {
    MANGROVE_ASSIGN(const auto table, readTable(terminal, arguments.file, arguments.reading, context));
    const auto index = table.columnIndex(arguments.column);
    if (!index) {
        std::vector<std::string> names;
        for (const auto& column : table.columns())
            names.push_back(column.name);
        return Error(errors::kRiskColumnMissing, {arguments.column, join(names, ", ")});
    }
    return table.column(*index);
}

Result<int> list(const Terminal& terminal) {
    if (terminal.json()) {
        terminal.print(deid::builtinHierarchiesJson());
        return 0;
    }
    std::vector<std::vector<std::string>> rows{{"NAME", "VERSION", "LEVELS", "ACCEPTS"}};
    for (const auto& each : deid::builtinHierarchies())
        rows.push_back({std::string(each.name), std::string(each.version), std::string(each.levels),
                        std::string(each.accepts)});
    terminal.printTable(rows);
    return 0;
}

Result<int> check(const Terminal& terminal, const HierarchyArguments& arguments) {
    return runWatched([&](const RunContext& context) -> Result<int> {
        MANGROVE_ASSIGN(const auto hierarchy,
                        deid::Hierarchy::open(arguments.hierarchy, std::filesystem::path()));
        table::Column column;
        if (!arguments.file.empty()) {
            MANGROVE_ASSIGN(column, columnOf(terminal, arguments, context));
        }
        const auto result = deid::checkHierarchy(hierarchy, column);
        if (terminal.json()) {
            terminal.print(deid::toJson(hierarchy, result));
        } else {
            terminal.print(format("{} version {}: {} levels, {}", hierarchy.name(), hierarchy.version(),
                                  hierarchy.levels(), result.monotone ? "monotone" : "NOT monotone"));
            if (!arguments.file.empty())
                terminal.print(format("{} distinct values in {} rows, {} rows missing; {} values in {} rows "
                                      "have no place (first in data row {})",
                                      result.values, result.rows, result.missingRows, result.unmatchedValues,
                                      result.unmatchedRows, result.firstUnmatchedRow));
        }
        return result.monotone && result.complete() ? 0 : 1;
    });
}

Result<int> exportFile(const Terminal& terminal, const HierarchyArguments& arguments) {
    return runWatched([&](const RunContext& context) -> Result<int> {
        MANGROVE_ASSIGN(const auto hierarchy,
                        deid::Hierarchy::open(arguments.hierarchy, std::filesystem::path()));
        table::Column column;
        if (!arguments.file.empty()) {
            MANGROVE_ASSIGN(column, columnOf(terminal, arguments, context));
        } else if (hierarchy.domainSize() == 0) {
            return Error(errors::kBadOption, {"--file", "none",
                                              "a built-in hierarchy has rows for the values "
                                              "of a file's column only"});
        }
        const std::string csv = deid::hierarchyCsv(hierarchy, column);
        if (arguments.out.empty())
            terminal.print(csv.empty() ? csv : csv.substr(0, csv.size() - 1));
        else
            MANGROVE_TRY(writeFile(arguments.out, csv));
        return 0;
    });
}

} // namespace

void addHierarchyCommands(CLI::App& app, Invocation& invocation) {
    CLI::App* group = addGroup(app, "hierarchy", "Generalisation hierarchies: built-in ones and files");
    addCommand(*group, invocation, "list", "List the built-in hierarchies",
               [](const Terminal& terminal) { return list(terminal); });

    auto checked = std::make_shared<HierarchyArguments>();
    CLI::App* command = addCommand(
        *group, invocation, "check",
        "Whether a hierarchy is monotone and knows every value of a column (exit code 1 where not)",
        [checked](const Terminal& terminal) { return check(terminal, *checked); });
    const auto common = [](CLI::App& target, HierarchyArguments& arguments) {
        target.add_option("hierarchy", arguments.hierarchy, "builtin:<name> or a CSV file (ARX's form)")
            ->required();
        CLI::Option* file =
            target.add_option("--file", arguments.file, "Table with the column")->type_name("FILE");
        CLI::Option* column = target.add_option("--column", arguments.column, "Column of the table");
        file->needs(column);
        column->needs(file);
        arguments.reading.addTo(target);
    };
    common(*command, *checked);

    auto exported = std::make_shared<HierarchyArguments>();
    command = addCommand(*group, invocation, "export",
                         "Write a hierarchy as a CSV file, to be edited or used elsewhere",
                         [exported](const Terminal& terminal) { return exportFile(terminal, *exported); });
    common(*command, *exported);
    command->add_option("--out", exported->out, "The file to write (default: standard output)")
        ->type_name("OUT.csv");
}

} // namespace mangrove::cli
