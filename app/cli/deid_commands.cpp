// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "base/format.h"
#include "base/number.h"
#include "base/text.h"
#include "crypto/system_random.h"
#include "deid/apply.h"
#include "deid/apply_json.h"
#include "deid/recipe.h"
#include "deid/risk.h"
#include "deid/risk_json.h"
#include "deid/search.h"
#include "deid_analysis_commands.h"
#include "deid_explanation.h"
#include "deid_keys.h"
#include "deid_utility_command.h"
#include "engine_input.h"
#include "invocation.h"
#include "workspace/text_finder.h"

#include <filesystem>
#include <thread>

namespace mangrove::cli {

namespace {

struct RiskArguments {
    ReadingArguments reading;
    std::string file;
    std::vector<std::string> quasi;
    std::vector<std::string> direct;
    double threshold = 0.2;
    std::string sharing = "controlled";
    std::string population;
    std::string recipe;
};

struct RecipeArguments {
    ReadingArguments reading;
    std::string file;
    std::string recipe;
    std::vector<std::uint32_t> levels;
    std::string out;
    std::string report;
    std::string keyFile;
    std::string codeIndex;
    bool explain = false;
    unsigned threads = 0;
};

unsigned threadsOf(const RecipeArguments& arguments) {
    return arguments.threads > 0 ? arguments.threads : std::max(1U, std::thread::hardware_concurrency());
}

Result<deid::Recipe> recipeOf(const RecipeArguments& arguments) {
    MANGROVE_ASSIGN(const std::string text, readFile(arguments.recipe));
    return deid::parseRecipe(text, arguments.recipe);
}

/// Relative hierarchy files lie beside the recipe.
std::filesystem::path hierarchyFolder(const RecipeArguments& arguments) {
    return std::filesystem::path(arguments.recipe).parent_path();
}

void printPopulation(const Terminal& terminal, const deid::PopulationRisk& population, double threshold) {
    terminal.print(format("Population: {} people, {} of them fitted by a class of the file",
                          population.records, population.fittingRecords));
    if (const auto& journalist = population.journalist)
        terminal.print(format(
            "Journalist risk: highest {}, average {}, lowest {}; {:.2f} % of records above {}",
            formatDouble(journalist->highest), formatDouble(journalist->average),
            formatDouble(journalist->lowest), 100.0 * journalist->recordsAtRisk, formatDouble(threshold)));
    if (population.marketer)
        terminal.print(format("Marketer risk: {} of the records, {} in all, matched right",
                              formatDouble(population.marketer->average),
                              formatDouble(population.marketer->expected)));
    if (!population.holdsTheSample())
        terminal.print(format("ERROR: the population does not hold the file. {} classes ({} records) fit "
                              "nobody in it, {} classes "
                              "({} records) fit fewer people there than the file has. No journalist or "
                              "marketer risk is given: it "
                              "would be too low. Give the table that the file was drawn from, with its "
                              "labels read by --recipe.",
                              population.absentClasses, population.absentRecords, population.shortClasses,
                              population.shortRecords));
}

void printRisk(const Terminal& terminal, const deid::RiskReport& risk) {
    terminal.print(format("{} records in {} equivalence classes, {} of them unique; smallest group {}",
                          risk.records, risk.classes, risk.uniques, risk.smallestGroup));
    if (risk.prosecutor)
        terminal.print(
            format("Prosecutor risk: highest {}, average {}, lowest {}; {:.2f} % of records above {}",
                   formatDouble(risk.prosecutor->highest), formatDouble(risk.prosecutor->average),
                   formatDouble(risk.prosecutor->lowest), 100.0 * risk.prosecutor->recordsAtRisk,
                   formatDouble(risk.threshold)));
    if (risk.population)
        printPopulation(terminal, *risk.population, risk.threshold);
    for (const auto& line : risk.gbt42460.arithmetic)
        terminal.print("GB/T 42460: " + line.text);
    terminal.print(
        format("GB/T 39725 10.2 d (smallest group > 5): {}", risk.gbt39725 ? "holds" : "does not hold"));
    if (risk.degenerate != deid::Degenerate::None)
        terminal.print(
            format("Beware: the result says nothing any more ({}).", deid::nameOf(risk.degenerate)));
}

int showRisk(const Terminal& terminal, const deid::RiskReport& report) {
    if (terminal.json())
        terminal.print(deid::toJson(report));
    else
        printRisk(terminal, report);
    return report.population && !report.population->holdsTheSample() ? 1 : 0;
}

Result<int> risk(const Terminal& terminal, const RiskArguments& arguments) {
    return runWatched([&](const RunContext& context) -> Result<int> {
        MANGROVE_ASSIGN(const auto table, readTable(terminal, arguments.file, arguments.reading, context));
        deid::RiskOptions options;
        options.threshold = arguments.threshold;
        options.directIdentifiers = arguments.direct;
        options.sharing = deid::sharingFromName(arguments.sharing).value_or(deid::Sharing::Controlled);
        MANGROVE_TRY(options.validate());
        if (arguments.population.empty()) {
            MANGROVE_ASSIGN(const auto report, deid::measureRisk(table, arguments.quasi, options, context));
            return showRisk(terminal, report);
        }
        MANGROVE_ASSIGN(const auto people, readBeside(terminal, arguments.population, table, context));
        deid::PopulationInput population{people, nullptr, {}};
        std::optional<deid::Recipe> recipe;
        if (!arguments.recipe.empty()) {
            MANGROVE_ASSIGN(const std::string text, readFile(arguments.recipe));
            MANGROVE_ASSIGN(recipe, deid::parseRecipe(text, arguments.recipe));
            population.recipe = &*recipe;
            population.hierarchyFolder = std::filesystem::path(arguments.recipe).parent_path();
        }
        MANGROVE_ASSIGN(const auto report,
                        deid::measureRiskInPopulation(table, arguments.quasi, population, options, context));
        return showRisk(terminal, report);
    });
}

Result<int> search(const Terminal& terminal, const RecipeArguments& arguments) {
    return runWatched([&](const RunContext& context) -> Result<int> {
        MANGROVE_ASSIGN(const auto recipe, recipeOf(arguments));
        MANGROVE_ASSIGN(const auto options, arguments.reading.options());
        const deid::SearchOptions how{threadsOf(arguments), hierarchyFolder(arguments), arguments.explain};
        MANGROVE_ASSIGN(const auto report, deid::searchRecipe(arguments.file, options, recipe, how, context));
        if (terminal.json()) {
            terminal.print(deid::toJson(report));
            return 0;
        }
        std::vector<std::vector<std::string>> rows{{"ATTRIBUTE", "LEVEL", "OF"}};
        for (std::size_t i = 0; i < report.columns.size(); ++i)
            rows.push_back(
                {report.columns[i], std::to_string(report.levels[i]), std::to_string(report.maxLevels[i])});
        terminal.printTable(rows);
        terminal.print(format("Loss {}, {} of {} records suppressed; {} of {} nodes checked in {:.0f} ms",
                              formatDouble(report.loss), report.suppressed, report.records, report.checked,
                              report.lattice, report.ms.search));
        if (arguments.explain)
            printExplanation(terminal, report);
        printRisk(terminal, report.risk);
        return 0;
    });
}

Result<int> measure(const Terminal& terminal, const RecipeArguments& arguments) {
    return runWatched([&](const RunContext& context) -> Result<int> {
        MANGROVE_ASSIGN(const auto recipe, recipeOf(arguments));
        MANGROVE_ASSIGN(const auto options, arguments.reading.options());
        const deid::SearchOptions how{threadsOf(arguments), hierarchyFolder(arguments), false};
        MANGROVE_ASSIGN(const auto report,
                        deid::measureNode(arguments.file, options, recipe, arguments.levels, how, context));
        if (terminal.json()) {
            terminal.print(deid::toJson(report));
            return 0;
        }
        terminal.print(format("{}; loss {}, {} records suppressed, {} classes",
                              report.valid ? "valid" : "not valid", formatDouble(report.loss),
                              report.suppressed, report.classes));
        printRisk(terminal, report.risk);
        return 0;
    });
}

void printCheck(const Terminal& terminal, const deid::ModelCheck& check) {
    std::string text = format("{}{}{}: holds on what was written ({} classes", check.model,
                              check.variant.empty() ? "" : " " + check.variant,
                              check.column.empty() ? "" : " of " + check.column, check.classes);
    const auto add = [&](const char* word, const std::optional<double>& figure) {
        if (figure)
            text += format(", {} {}", word, formatDouble(*figure));
    };
    add("measured", check.measured);
    add("limit", check.limit);
    add("least measured", check.measuredLeast);
    add("least limit", check.limitLeast);
    terminal.print(text + ")");
}

Result<int> apply(const Terminal& terminal, const RecipeArguments& arguments) {
    return runWatched([&](const RunContext& context) -> Result<int> {
        MANGROVE_ASSIGN(const auto recipe, recipeOf(arguments));
        MANGROVE_ASSIGN(const auto reading, arguments.reading.options());
        MANGROVE_ASSIGN(const auto keys, deidKeys(arguments.keyFile));
        deid::ApplyOptions options;
        options.hierarchyFolder = hierarchyFolder(arguments);
        options.threads = threadsOf(arguments);
        options.textFinder = &workspace::textFinder();
        deid::CodeIndex index;
        crypto::SecretBytes indexKey;
        if (!arguments.codeIndex.empty()) {
            MANGROVE_ASSIGN(indexKey, codeIndexKey(arguments.keyFile));
            options.codeIndex = &index;
        }
        MANGROVE_ASSIGN(const auto report, deid::applyRecipe(arguments.file, reading, recipe, keys,
                                                             arguments.out, options, context));
        if (!arguments.codeIndex.empty()) {
            crypto::SystemRandom random;
            MANGROVE_ASSIGN(const std::string sealed, deid::sealCodeIndex(index, indexKey, random));
            MANGROVE_TRY(writeFile(arguments.codeIndex, sealed));
        }
        const std::string json = deid::toJson(report);
        if (!arguments.report.empty()) {
            MANGROVE_TRY(writeFile(arguments.report, json + "\n"));
        }
        if (terminal.json()) {
            terminal.print(json);
            return 0;
        }
        terminal.print(format("{}: {} of {} rows written, {} suppressed{}", arguments.out, report.rowsOut,
                              report.rowsIn, report.rowsSuppressed,
                              report.rowsOnlyPopulation == 0
                                  ? std::string()
                                  : format(", {} only stand for the population", report.rowsOnlyPopulation)));
        if (arguments.keyFile.empty())
            terminal.note("No --key-file: pseudonyms and date offsets used a key that is gone now.");
        for (const deid::ModelCheck& check : report.models)
            printCheck(terminal, check);
        printRisk(terminal, report.after);
        for (const deid::CodedNote& note : report.notes)
            terminal.print("Note: " + note.text);
        return 0;
    });
}

std::pair<CLI::App*, std::shared_ptr<RecipeArguments>>
addWithRecipe(CLI::App& group, Invocation& invocation, const char* name, const char* description,
              Result<int> (*action)(const Terminal&, const RecipeArguments&)) {
    auto arguments = std::make_shared<RecipeArguments>();
    CLI::App* command =
        addCommand(group, invocation, name, description,
                   [arguments, action](const Terminal& terminal) { return action(terminal, *arguments); });
    command->add_option("file", arguments->file, "CSV file, or .gz or .zip of one")->required();
    command->add_option("--recipe", arguments->recipe, "Recipe (JSON); its hierarchy files lie beside it")
        ->type_name("FILE")
        ->required();
    command->add_option("--threads", arguments->threads, "Threads (default: as many as the machine has)");
    arguments->reading.addTo(*command);
    return {command, arguments};
}

} // namespace

void addDeidCommands(CLI::App& app, Invocation& invocation) {
    CLI::App* group = addGroup(app, "deid", "Re-identification risk, and de-identification by a recipe");

    auto measured = std::make_shared<RiskArguments>();
    CLI::App* command =
        addCommand(*group, invocation, "risk", "How easily people can be singled out of a file",
                   [measured](const Terminal& terminal) { return risk(terminal, *measured); });
    command->add_option("file", measured->file, "CSV file, .gz or .zip of one, or - for stdin")->required();
    command->add_option("--qi", measured->quasi, "Quasi-identifiers, separated by commas")
        ->delimiter(',')
        ->required();
    command->add_option("--direct", measured->direct, "Direct identifiers still in the file")->delimiter(',');
    command->add_option("--threshold", measured->threshold, "Records above this risk are counted")
        ->capture_default_str();
    command->add_option("--sharing", measured->sharing, "Sharing model of the GB/T 42460 verdict")
        ->check(CLI::IsMember({"public", "controlled", "enclave"}))
        ->capture_default_str();
    command
        ->add_option("--population", measured->population,
                     "The people the file was drawn from: adds journalist and marketer risk; exit 1 where it "
                     "lacks some")
        ->type_name("FILE");
    command
        ->add_option("--recipe", measured->recipe,
                     "What the file was made by, so that a raw population can be compared with its labels")
        ->type_name("FILE")
        ->needs("--population");
    measured->reading.addTo(*command);

    addDeidAnalysisCommands(*group, invocation);
    const auto [searched, searchArguments] =
        addWithRecipe(*group, invocation, "search", "Find the generalisation with the least loss", search);
    searched->add_flag("--explain", searchArguments->explain,
                       "Say why each level, what is suppressed and what the next best would cost");
    const auto [node, nodeArguments] =
        addWithRecipe(*group, invocation, "measure", "Measure one combination of levels", measure);
    node->add_option("--levels", nodeArguments->levels, "Levels in attribute order, separated by commas")
        ->delimiter(',')
        ->required();
    const auto [made, madeArguments] =
        addWithRecipe(*group, invocation, "apply", "De-identify a file", apply);
    made->add_option("--out", madeArguments->out, "The file to write")->type_name("OUT.csv")->required();
    made->add_option("--report", madeArguments->report, "Write the report (JSON) here")
        ->type_name("REPORT.json");
    made->add_option("--key-file", madeArguments->keyFile,
                     "Secret of at least 32 bytes: the same key gives the same pseudonyms and offsets");
    made->add_option("--code-index", madeArguments->codeIndex,
                     "Seal the originals of reversible pseudonyms here (see deid resolve)")
        ->type_name("FILE")
        ->needs("--key-file");
    addDeidAttackCommand(*group, invocation);
    addDeidUtilityCommand(*group, invocation);
    addDeidLinkCommands(*group, invocation);
}

} // namespace mangrove::cli
