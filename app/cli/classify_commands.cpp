// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "classify/classifier.h"
#include "classify/classify_json.h"
#include "classify/identifier_check.h"
#include "classify/known_row.h"
#include "classify/rule_pack.h"
#include "classify/text_scan.h"
#include "engine_input.h"
#include "invocation.h"

#include <filesystem>
#include <iostream>
#include <optional>

namespace mangrove::cli {

namespace {

struct Arguments {
    ReadingArguments reading;
    std::string file;
    std::vector<std::string> rulePacks;
    std::string asOf;

    [[nodiscard]] Result<classify::ClassifyOptions> options() const {
        classify::ClassifyOptions options;
        const std::vector<std::filesystem::path> files(rulePacks.begin(), rulePacks.end());
        MANGROVE_ASSIGN(options.packs, classify::RulePackSet::withFiles(files));
        if (!asOf.empty()) {
            MANGROVE_ASSIGN(options.asOf, parseIso8601(asOf));
        }
        return options;
    }
};

struct ScanArguments {
    ReadingArguments reading;
    std::string known; ///< a table whose row n speaks of the person of line n
    std::string file;  ///< a table one column of which holds the documents
    std::string column;
    bool tag = false;
};

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text.empty() ? "-" : text;
}

Result<int> classifyFile(const Terminal& terminal, const Arguments& arguments) {
    return runWatched([&](const RunContext& context) -> Result<int> {
        MANGROVE_ASSIGN(const auto options, arguments.options());
        MANGROVE_ASSIGN(const auto table, readTable(terminal, arguments.file, arguments.reading, context));
        MANGROVE_ASSIGN(const auto result, classify::classifyTable(table, options, context));
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
        terminal.print(
            format("Level of the table by GB/T 43697: {}", classify::toText(result.tableLevel43697)));
        terminal.print(format("Distinct persons: {}",
                              result.persons > 0 ? std::to_string(result.persons) : "no column tells"));
        terminal.print(format("Flags: {}", joined(result.flags)));
        return 0;
    });
}

/// Prints what is found in one text; how many places in it look like names and were not taken for such.
std::uint64_t printScan(const Terminal& terminal, std::uint64_t number, std::string_view text,
                        const classify::ScanOptions& options, bool tag) {
    const auto entities = classify::scanText(text, options);
    const std::uint64_t unresolved = classify::unresolvedNames(text, entities);
    if (tag) {
        terminal.print(classify::taggedText(text, entities));
    } else if (terminal.json()) {
        terminal.print(classify::scanLineJson(number, entities, unresolved));
    } else {
        for (const auto& entity : entities)
            terminal.print(format("{}:{}-{}  {}  {:.2f}  {}", number, entity.start, entity.end, entity.type,
                                  entity.score, entity.rule));
    }
    return unresolved;
}

/// What a scan leaves is said, for it is easily taken to be nothing.
void noteUnresolved(const Terminal& terminal, std::uint64_t unresolved) {
    if (unresolved > 0)
        terminal.note(
            format("Places that look like names, left because no rule was sure of them: {}.", unresolved));
}

/// One document a line on stdin, one JSON object a line on stdout. `known`: row n of the table speaks of line
/// n.
Result<int> scanLines(const Terminal& terminal, const ScanArguments& arguments, const RunContext& context) {
    std::optional<table::Table> table;
    classify::TableClassification classes;
    if (!arguments.known.empty()) {
        MANGROVE_ASSIGN(table, readTable(terminal, arguments.known, arguments.reading, context));
        MANGROVE_ASSIGN(classes, classify::classifyTable(*table, {}, context));
    }
    std::ios::sync_with_stdio(false);
    std::string line;
    std::uint64_t unresolved = 0;
    for (std::uint64_t number = 1; std::getline(std::cin, line); ++number) {
        MANGROVE_TRY(context.check());
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        classify::KnownValues known;
        if (table && number <= table->rows())
            known = classify::KnownValues(classify::knownValuesOf(*table, classes, number - 1));
        unresolved += printScan(terminal, number, line, {.known = &known}, arguments.tag);
    }
    noteUnresolved(terminal, unresolved);
    return 0;
}

/// The cells of one column, each beside what its own row says.
Result<int> scanColumn(const Terminal& terminal, const ScanArguments& arguments, const RunContext& context) {
    MANGROVE_ASSIGN(const auto table, readTable(terminal, arguments.file, arguments.reading, context));
    const auto column = table.columnIndex(arguments.column);
    if (!column)
        return Error(errors::kBadOption, {"--column", arguments.column, "the file has no such column"});
    MANGROVE_ASSIGN(const auto classes, classify::classifyTable(table, {}, context));
    std::uint64_t unresolved = 0;
    for (std::uint64_t row = 0; row < table.rows(); ++row) {
        MANGROVE_TRY(context.check());
        const classify::KnownValues known(classify::knownValuesOf(table, classes, row));
        unresolved += printScan(terminal, row + 1, table.cell(*column, row).value_or(std::string_view()),
                                {.known = &known}, arguments.tag);
    }
    noteUnresolved(terminal, unresolved);
    return 0;
}

Result<int> scan(const Terminal& terminal, const ScanArguments& arguments) {
    if (arguments.file.empty() != arguments.column.empty())
        return Error(errors::kBadOption, {"--file", arguments.file, "--file and --column belong together"});
    return runWatched([&](const RunContext& context) {
        return arguments.file.empty() ? scanLines(terminal, arguments, context)
                                      : scanColumn(terminal, arguments, context);
    });
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
    command->add_option("--rulepack", arguments->rulePacks,
                        "A rule pack to add (repeatable); a later one overrides rules of the same id");
    command->add_option("--as-of", arguments->asOf, "Rules in force on that day, such as 2026-03-01");
    arguments->reading.addTo(*command);

    auto scanning = std::make_shared<ScanArguments>();
    CLI::App* scanCommand =
        addCommand(app, invocation, "scan", "Find identifiers in free text on stdin, one document a line",
                   [scanning](const Terminal& terminal) { return scan(terminal, *scanning); });
    scanCommand->add_option(
        "--known", scanning->known,
        "A table whose row n names the person of line n: its values are found in every form");
    scanCommand->add_option("--file", scanning->file, "Scan a column of a table instead of stdin");
    scanCommand->add_option("--column", scanning->column,
                            "The column; the other cells of a row are known values");
    scanCommand->add_flag("--tag", scanning->tag, "Print the texts with tags in place of what was found");
    scanning->reading.addTo(*scanCommand);

    CLI::App* group = addGroup(app, "identifier", "The kinds of identifiers, and checks of single values");
    addCommand(*group, invocation, "list", "List every kind with its class and check digit", listKinds);
    addCommand(*group, invocation, "check", "Check 'id<TAB>value' lines on stdin", checkValues);
}

} // namespace mangrove::cli
