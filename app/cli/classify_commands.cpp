// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "classify/classifier.h"
#include "classify/classify_json.h"
#include "classify/identifier_check.h"
#include "classify/text_scan.h"
#include "engine_input.h"
#include "invocation.h"

#include <iostream>

namespace mangrove::cli {

namespace {

struct Arguments {
    ReadingArguments reading;
    std::string file;
};

Result<int> classifyFile(const Terminal& terminal, const Arguments& arguments) {
    return runWatched([&](const RunContext& context) -> Result<int> {
        MANGROVE_ASSIGN(const auto table, readTable(terminal, arguments.file, arguments.reading, context));
        MANGROVE_ASSIGN(const auto result, classify::classifyTable(table, {}, context));
        if (terminal.json()) {
            terminal.print(classify::toJson(result));
            return 0;
        }
        std::vector<std::vector<std::string>> rows{
            {"COLUMN", "IDENTIFIER", "CLASS", "LEVEL", "CONFIDENCE", "WHY"}};
        for (const auto& column : result.columns)
            rows.push_back({column.name, column.identifier.value_or("-"),
                            std::string(classify::toText(column.cls)), std::to_string(column.level39725),
                            format("{:.2f}", column.confidence),
                            column.evidence.empty() ? "" : column.evidence.front().detail});
        terminal.printTable(rows);
        terminal.print(format("Level of the table by GB/T 39725: {}", result.tableLevel39725));
        return 0;
    });
}

/// One document a line on stdin, one JSON object a line on stdout.
Result<int> scanLines(const Terminal& terminal) {
    std::string line;
    for (std::uint64_t number = 1; std::getline(std::cin, line); ++number) {
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        const auto entities = classify::scanText(line);
        if (terminal.json()) {
            terminal.print(classify::scanLineJson(number, entities));
            continue;
        }
        for (const auto& entity : entities)
            terminal.print(format("{}:{}-{}  {}  {:.2f}  {}", number, entity.start, entity.end, entity.type,
                                  entity.score, entity.rule));
    }
    return 0;
}

Result<int> listKinds(const Terminal& terminal) {
    if (terminal.json()) {
        terminal.print(classify::identifierListJson());
        return 0;
    }
    std::vector<std::vector<std::string>> rows{{"ID", "NAME", "名称", "CLASS", "CHECK"}};
    for (const auto& kind : classify::identifierKinds())
        rows.push_back({std::string(kind.id), std::string(kind.nameEn), std::string(kind.nameZh),
                        std::string(classify::toText(kind.cls)), std::string(kind.check)});
    terminal.printTable(rows);
    return 0;
}

/// `id<TAB>value` lines on stdin. Exit 1 where a value is not valid.
Result<int> checkValues(const Terminal& terminal) {
    std::string line;
    bool allValid = true;
    while (std::getline(std::cin, line)) {
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        const auto tab = line.find('\t');
        if (tab == std::string::npos)
            return Error(errors::kBadOption, {"stdin", "read", "a line is not of the form id<TAB>value"});
        const std::string id = line.substr(0, tab);
        const std::string value = line.substr(tab + 1);
        MANGROVE_ASSIGN(const auto verdict, classify::checkIdentifier(id, value));
        allValid = allValid && verdict.valid;
        terminal.print(terminal.json()
                           ? classify::identifierCheckJson(id, value, verdict.valid, verdict.reason)
                           : format("{}  {}  {}", id, verdict.valid ? "valid" : "not valid", verdict.reason));
    }
    return allValid || terminal.json() ? 0 : 1;
}

} // namespace

void addClassifyCommands(CLI::App& app, Invocation& invocation) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command =
        addCommand(app, invocation, "classify", "Which columns identify people, with reasons",
                   [arguments](const Terminal& terminal) { return classifyFile(terminal, *arguments); });
    command->add_option("file", arguments->file, "CSV file, .gz or .zip of one, or - for stdin")->required();
    arguments->reading.addTo(*command);

    addCommand(app, invocation, "scan", "Find identifiers in free text on stdin, one document a line",
               scanLines);

    CLI::App* group = addGroup(app, "identifier", "The kinds of identifiers, and checks of single values");
    addCommand(*group, invocation, "list", "List every kind with its class and check digit", listKinds);
    addCommand(*group, invocation, "check", "Check 'id<TAB>value' lines on stdin", checkValues);
}

} // namespace mangrove::cli
