// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "base/format.h"
#include "classify/classifier.h"
#include "engine_input.h"
#include "invocation.h"
#include "quality/quality_check.h"
#include "quality/quality_json.h"

namespace mangrove::cli {

namespace {

struct Arguments {
    ReadingArguments reading;
    std::string file;
    std::string rules;
    std::string failOn;
};

void printReport(const Terminal& terminal, const quality::QualityReport& report) {
    std::vector<std::vector<std::string>> rows{{"RULE", "COLUMN", "STATUS", "VIOLATED", "OF", "FIRST LINES"}};
    for (const auto& finding : report.findings) {
        std::string lines;
        for (std::size_t i = 0; i < finding.rows.size() && i < 5; ++i)
            lines += (i > 0 ? ", " : "") + std::to_string(finding.rows[i].line);
        rows.push_back({finding.ruleId, finding.column, std::string(quality::toText(finding.status)),
                        std::to_string(finding.violated), std::to_string(finding.denominator), lines});
    }
    terminal.printTable(rows);
    terminal.print(format("{:.1f} % of the rules that apply hold, over {} rows", 100.0 * report.passRate(),
                          report.rows));
}

Result<std::vector<quality::QualityRule>> rulesFor(const table::Table& table, const std::string& file,
                                                   const RunContext& context) {
    if (file.empty()) {
        MANGROVE_ASSIGN(const auto classification, classify::classifyTable(table, {}, context));
        return quality::suggestRules(table, classification);
    }
    MANGROVE_ASSIGN(const std::string text, readFile(file));
    return quality::parseRules(text, file);
}

Result<int> check(const Terminal& terminal, const Arguments& arguments) {
    return runWatched([&](const RunContext& context) -> Result<int> {
        MANGROVE_ASSIGN(const auto table, readTable(terminal, arguments.file, arguments.reading, context));
        MANGROVE_ASSIGN(const auto rules, rulesFor(table, arguments.rules, context));
        MANGROVE_ASSIGN(const auto report, quality::checkQuality(table, rules, context));
        if (terminal.json())
            terminal.print(quality::toJson(report));
        else
            printReport(terminal, report);
        if (arguments.failOn.empty())
            return 0;
        return report.failed(arguments.failOn == "error" ? quality::Severity::Error
                                                         : quality::Severity::Warning)
                   ? 1
                   : 0;
    });
}

Result<int> suggest(const Terminal& terminal, const Arguments& arguments) {
    return runWatched([&](const RunContext& context) -> Result<int> {
        MANGROVE_ASSIGN(const auto table, readTable(terminal, arguments.file, arguments.reading, context));
        MANGROVE_ASSIGN(const auto rules, rulesFor(table, {}, context));
        terminal.print(quality::toJson(rules));
        return 0;
    });
}

} // namespace

void addQualityCommands(CLI::App& app, Invocation& invocation) {
    CLI::App* group = addGroup(app, "quality", "Check a file against rules");
    auto checked = std::make_shared<Arguments>();
    CLI::App* command = addCommand(*group, invocation, "check", "Count what breaks the rules, and where",
                                   [checked](const Terminal& terminal) { return check(terminal, *checked); });
    command->add_option("file", checked->file, "CSV file, .gz or .zip of one, or - for stdin")->required();
    command
        ->add_option("--rules", checked->rules, "Rules (JSON; default: those that 'quality suggest' prints)")
        ->type_name("FILE");
    command
        ->add_option("--fail-on", checked->failOn, "Exit with 1 where a rule of this severity or above fails")
        ->check(CLI::IsMember({"error", "warning"}));
    checked->reading.addTo(*command);

    auto suggested = std::make_shared<Arguments>();
    command = addCommand(*group, invocation, "suggest", "Print rules a careful person would begin with",
                         [suggested](const Terminal& terminal) { return suggest(terminal, *suggested); });
    command->add_option("file", suggested->file, "CSV file, .gz or .zip of one, or - for stdin")->required();
    suggested->reading.addTo(*command);
}

} // namespace mangrove::cli
