// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid_analysis_commands.h"

#include "base/file.h"
#include "base/format.h"
#include "base/number.h"
#include "base/text.h"
#include "deid/frontier.h"
#include "deid/quasi_discovery.h"
#include "engine_input.h"

#include <filesystem>
#include <thread>

namespace mangrove::cli {

namespace {

struct AnalysisArguments {
    ReadingArguments reading;
    std::string file;
    std::string recipe;
    std::vector<std::string> columns;
    std::size_t most = 3;
    unsigned threads = 0;

    [[nodiscard]] unsigned threadCount() const {
        return threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
    }
};

Result<int> frontier(const Terminal& terminal, const AnalysisArguments& arguments) {
    return runWatched([&](const RunContext& context) -> Result<int> {
        MANGROVE_ASSIGN(const std::string text, readFile(arguments.recipe));
        MANGROVE_ASSIGN(const auto recipe, deid::parseRecipe(text, arguments.recipe));
        MANGROVE_ASSIGN(const auto reading, arguments.reading.options());
        const deid::SearchOptions how{arguments.threadCount(),
                                      std::filesystem::path(arguments.recipe).parent_path(), false};
        MANGROVE_ASSIGN(const auto report, deid::frontierOf(arguments.file, reading, recipe, how, context));
        if (terminal.json()) {
            terminal.print(deid::toJson(report));
            return 0;
        }
        std::vector<std::vector<std::string>> rows{
            {"LEVELS", "LOSS", "SUPPRESSED", "AVERAGE RISK", "HIGHEST RISK"}};
        for (const deid::FrontierPoint& point : report.points) {
            std::vector<std::string> levels;
            for (const std::uint32_t level : point.levels)
                levels.push_back(std::to_string(level));
            rows.push_back({join(levels, ","), formatDouble(point.loss), std::to_string(point.suppressed),
                            formatDouble(point.averageRisk), formatDouble(point.highestRisk)});
        }
        terminal.printTable(rows);
        terminal.print(format("{} of {} nodes are valid, {} of them on the frontier", report.valid,
                              report.lattice, report.points.size()));
        return 0;
    });
}

Result<int> quasi(const Terminal& terminal, const AnalysisArguments& arguments) {
    return runWatched([&](const RunContext& context) -> Result<int> {
        MANGROVE_ASSIGN(const auto reading, arguments.reading.options());
        deid::QuasiDiscoveryOptions options;
        options.mostColumns = arguments.most;
        options.threads = arguments.threadCount();
        MANGROVE_ASSIGN(const auto found,
                        deid::discoverQuasi(arguments.file, reading, arguments.columns, options, context));
        if (terminal.json()) {
            terminal.print(deid::toJson(found));
            return 0;
        }
        std::vector<std::vector<std::string>> rows{
            {"COLUMNS", "DISTINCTION", "SEPARATION", "UNIQUE", "MINIMAL"}};
        for (const deid::ColumnCombination& combination : found.combinations) {
            std::vector<std::string> names;
            for (const std::size_t column : combination.columns)
                names.push_back(found.columns[column]);
            rows.push_back({join(names, ", "), format("{:.2f} %", 100 * combination.distinction),
                            format("{:.2f} %", 100 * combination.separation),
                            std::to_string(combination.uniques), std::to_string(combination.minimalUniques)});
        }
        terminal.printTable(rows);
        rows.assign(1, {"COLUMN", "SINGLES OUT", "MINIMAL", "SUDA SHARE"});
        for (std::size_t column = 0; column < found.columns.size(); ++column)
            rows.push_back({found.columns[column], std::to_string(found.parts[column].records),
                            std::to_string(found.parts[column].minimalUniques),
                            format("{:.2f} %", 100 * found.parts[column].sudaShare)});
        terminal.printTable(rows);
        for (std::size_t size = 0; size < found.bySmallest.size(); ++size)
            terminal.print(format("{} of {} records are singled out by {} column(s), and not by fewer",
                                  found.bySmallest[size], found.records, size + 1));
        return 0;
    });
}

} // namespace

void addDeidAnalysisCommands(CLI::App& group, Invocation& invocation) {
    auto wide = std::make_shared<AnalysisArguments>();
    CLI::App* command =
        addCommand(group, invocation, "frontier", "All trade-offs of risk against loss that nothing beats",
                   [wide](const Terminal& terminal) { return frontier(terminal, *wide); });
    command->add_option("file", wide->file, "CSV file, or .gz or .zip of one")->required();
    command->add_option("--recipe", wide->recipe, "Recipe (JSON); its hierarchy files lie beside it")
        ->type_name("FILE")
        ->required();
    command->add_option("--threads", wide->threads, "Threads (default: as many as the machine has)");
    wide->reading.addTo(*command);

    auto found = std::make_shared<AnalysisArguments>();
    command = addCommand(group, invocation, "quasi", "Which columns together single people out",
                         [found](const Terminal& terminal) { return quasi(terminal, *found); });
    command->add_option("file", found->file, "CSV file, .gz or .zip of one, or - for stdin")->required();
    command->add_option("--columns", found->columns, "Columns to look at (default: all)")->delimiter(',');
    command->add_option("--most", found->most, "Columns of a combination at most")->capture_default_str();
    command->add_option("--threads", found->threads, "Threads (default: as many as the machine has)");
    found->reading.addTo(*command);
}

} // namespace mangrove::cli
