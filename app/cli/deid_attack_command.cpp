// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "base/format.h"
#include "base/number.h"
#include "base/text.h"
#include "deid/attack.h"
#include "deid_analysis_commands.h"
#include "engine_input.h"
#include "workspace/text_finder.h"

#include <filesystem>
#include <thread>

namespace mangrove::cli {

namespace {

struct AttackArguments {
    ReadingArguments reading;
    std::string original, released, recipe, control;
    deid::AttackOptions options;
    unsigned threads = 0;
};

std::string percent(double share) {
    return format("{:.2f} %", 100 * share);
}

void printLinkage(const Terminal& terminal, const deid::AttackReport& report) {
    const deid::LinkageReport& linkage = *report.linkage;
    const deid::LinkageOutcome& all = linkage.all;
    terminal.print(
        format("Linkage: of {}{} original records, an attacker who knows {} of each gets {:.1f} right "
               "({}); {} of them for certain",
               all.records, linkage.sampled ? " sampled" : "", join(report.known, ", "), all.expectedCorrect,
               percent(all.records > 0 ? all.expectedCorrect / static_cast<double>(all.records) : 0),
               all.uniquelyRight));
    terminal.print(format("  {} records have one fitting row that is somebody else's, {} have none; the best "
                          "chance for one record is {}",
                          all.wrongUnique, all.noCandidates, percent(all.highestChance)));
    std::vector<std::vector<std::string>> rows{
        {"KNOWN", "AVERAGE RIGHT", "BEST RIGHT", "CERTAIN", "BY KNOWING"}};
    for (const deid::LinkageByKnown& entry : linkage.byKnown) {
        std::vector<std::string> names;
        for (const std::size_t column : entry.best.columns)
            names.push_back(report.columns[column].name);
        rows.push_back({format("{} ({} of {:.0f})", entry.known, entry.evaluated, entry.combinations),
                        format("{:.1f}", entry.averageCorrect), format("{:.1f}", entry.best.expectedCorrect),
                        std::to_string(entry.best.uniquelyRight), join(names, ", ")});
    }
    terminal.printTable(rows);
}

std::string rateText(const deid::AttackRate& rate) {
    return format("{} ({}-{})", percent(rate.rate), percent(rate.low), percent(rate.high));
}

void addTrial(std::vector<std::vector<std::string>>& rows, const std::string& name,
              const deid::AttackTrial& trial) {
    if (trial.attack.attacks == 0) {
        rows.push_back({name, "0", "-", "-", "-", "-"});
        return;
    }
    rows.push_back({name, std::to_string(trial.attack.attacks), rateText(trial.attack),
                    percent(trial.baseline.rate), trial.control ? rateText(*trial.control) : "-",
                    trial.risk ? format("{} ({}-{})", percent(trial.risk->value), percent(trial.risk->low),
                                        percent(trial.risk->high))
                               : "-"});
}

void printAttacks(const Terminal& terminal, const deid::AttackReport& report) {
    if (report.linkage)
        printLinkage(terminal, report);
    std::vector<std::vector<std::string>> rows{
        {"ATTACK", "TRIES", "SUCCEEDS (95 %)", "BLINDLY", "ON OTHERS (95 %)", "RISK (95 %)"}};
    addTrial(rows, "singling out, one column", report.singlingOut.univariate.trial);
    addTrial(rows, format("singling out, {} columns", report.singlingOut.columns),
             report.singlingOut.multivariate.trial);
    if (report.linkability)
        addTrial(rows, "linkability", *report.linkability);
    for (const deid::InferenceResult& result : report.inference)
        addTrial(rows, "inference of " + result.secret, result.trial);
    terminal.printTable(rows);
    if (report.linkability)
        terminal.print(format("Linkability is between who knows {} and who knows {}",
                              join(report.first, ", "), join(report.second, ", ")));
    for (const deid::CodedNote& note : report.notes)
        terminal.print("Note: " + note.text);
}

Result<int> attack(const Terminal& terminal, const AttackArguments& arguments) {
    return runWatched([&](const RunContext& context) -> Result<int> {
        deid::AttackOptions options = arguments.options;
        options.threads =
            arguments.threads > 0 ? arguments.threads : std::max(1U, std::thread::hardware_concurrency());
        MANGROVE_TRY(options.validate());
        MANGROVE_ASSIGN(const auto original,
                        readTable(terminal, arguments.original, arguments.reading, context));
        MANGROVE_ASSIGN(const auto released, readBeside(terminal, arguments.released, original, context));
        deid::AttackInput input{original, released, nullptr, nullptr, {}, &workspace::textFinder()};
        std::optional<table::Table> control;
        if (!arguments.control.empty()) {
            MANGROVE_ASSIGN(control, readBeside(terminal, arguments.control, original, context));
            input.control = &*control;
        }
        std::optional<deid::Recipe> recipe;
        if (!arguments.recipe.empty()) {
            MANGROVE_ASSIGN(const std::string text, readFile(arguments.recipe));
            MANGROVE_ASSIGN(recipe, deid::parseRecipe(text, arguments.recipe));
            input.recipe = &*recipe;
            input.hierarchyFolder = std::filesystem::path(arguments.recipe).parent_path();
        }
        MANGROVE_ASSIGN(const auto report, deid::attackRelease(input, options, context));
        if (terminal.json())
            terminal.print(deid::toJson(report));
        else
            printAttacks(terminal, report);
        return 0;
    });
}

} // namespace

void addDeidAttackCommand(CLI::App& group, Invocation& invocation) {
    auto arguments = std::make_shared<AttackArguments>();
    CLI::App* command =
        addCommand(group, invocation, "attack",
                   "Attack a release: what attackers find out about the people in the original",
                   [arguments](const Terminal& terminal) { return attack(terminal, *arguments); });
    deid::AttackOptions& options = arguments->options;
    command->add_option("original", arguments->original, "The raw file")->type_name("ORIGINAL")->required();
    command->add_option("released", arguments->released, "What was made of it")
        ->type_name("RELEASED")
        ->required();
    command->add_option("--recipe", arguments->recipe, "Recipe of the release; labels are read by it")
        ->type_name("FILE");
    command->add_option("--known", options.known, "Columns attackers know (default: the quasi-identifiers)")
        ->delimiter(',');
    command->add_option("--secret", options.secrets, "Columns to infer (default: the sensitive ones)")
        ->delimiter(',');
    command->add_option("--first", options.first, "Linkability: columns the first party knows")
        ->delimiter(',');
    command->add_option("--second", options.second, "Linkability: columns the second party knows")
        ->delimiter(',');
    command->add_option("--id", options.idColumn,
                        "Column that tells records apart in both files (default: by the order of rows)");
    command
        ->add_option("--control", arguments->control,
                     "Records of people who are not in the release (default: those it left out)")
        ->type_name("FILE");
    command->add_option("--attacks", options.attacks, "Tries of each kind, at most")->capture_default_str();
    command->add_option("--neighbours", options.neighbours, "Nearest rows that are looked at")
        ->capture_default_str();
    command->add_option("--columns", options.predicateColumns, "Columns of a condition that singles out")
        ->capture_default_str();
    command->add_option("--tolerance", options.tolerance, "A guessed number is right within this share of it")
        ->capture_default_str();
    command->add_option("--records", options.linkageRecords, "Linkage: records of a larger original sampled")
        ->capture_default_str();
    command->add_option("--seed", options.seed, "The same seed gives the same figures")
        ->capture_default_str();
    command->add_option("--threads", arguments->threads, "Threads (default: as many as the machine has)");
    arguments->reading.addTo(*command);
}

} // namespace mangrove::cli
