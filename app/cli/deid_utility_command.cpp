// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid_utility_command.h"

#include "base/file.h"
#include "base/format.h"
#include "base/text.h"
#include "deid/apply_json.h"
#include "deid/utility_report.h"
#include "engine_input.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace mangrove::cli {

namespace {

constexpr std::size_t kPairsShown = 10;

struct UtilityArguments {
    ReadingArguments reading;
    std::string original, released;
    std::string recipe;
    std::string target;
    std::string report;
    std::string key;
    std::uint64_t seed = 1;
};

std::string percent(double share) {
    return format("{:.1f} %", 100 * share);
}

std::string optional(const std::optional<double>& value) {
    return value ? format("{:.3f}", *value) : "-";
}

/// Dates are told as days since 1970-01-01, as in the JSON.
std::string number(double value) {
    return format("{:.6g}", value);
}

std::string pairingText(const deid::UtilityReport& report) {
    switch (report.pairing) {
    case deid::RowPairing::SameFile:
        return "the files are the same";
    case deid::RowPairing::Report:
        return report.aligned ? "row n of one is row n of the other, by the report of the release"
                              : "changed cells as the report of the release counted them";
    case deid::RowPairing::Key:
        return format("rows paired by their key ({})", report.comparedRows);
    case deid::RowPairing::None:
        break;
    }
    return "rows are not paired, so cells are not compared";
}

void printColumns(const Terminal& terminal, const deid::UtilityReport& report) {
    std::vector<std::vector<std::string>> rows{{"COLUMN", "KIND", "CHANGED CELLS", "SUPPRESSED", "DISTINCT",
                                                "SHIFT", "WITHOUT LABELS", "JS", "HELLINGER"}};
    for (const deid::ColumnChange& change : report.changes) {
        const std::string changed =
            change.changed
                ? percent(static_cast<double>(*change.changed) / static_cast<double>(report.comparedRows))
                : "-";
        rows.push_back({change.name, std::string(nameOf(change.kind)) + (change.exact ? "" : " (sample)"),
                        changed, percent(change.suppressed),
                        format("{} > {}", change.distinctBefore, change.distinctAfter),
                        percent(change.totalVariation), percent(change.totalVariationOfLabels),
                        format("{:.3f}", change.jensenShannon), format("{:.3f}", change.hellinger)});
    }
    terminal.printTable(rows);
    terminal.print(
        "SHIFT: share of cells that would have to move to get the original's distribution back "
        "(total variation), a label standing evenly for the values it covers; WITHOUT LABELS: what "
        "is left of it when labels stand for them as often as the original has them.");
}

void printNumbers(const Terminal& terminal, const deid::UtilityReport& report) {
    std::vector<std::vector<std::string>> rows{
        {"NUMBERS", "MEAN", "SD", "MEDIAN", "P5", "P95", "KS", "WASSERSTEIN/SD"}};
    for (const deid::ColumnChange& change : report.changes) {
        if (!change.before)
            continue;
        const auto both = [&](auto of) {
            return number(of(*change.before)) + " > " + (change.after ? number(of(*change.after)) : "-");
        };
        rows.push_back({change.name, both([](const auto& s) { return s.mean; }),
                        both([](const auto& s) { return s.sd; }),
                        both([](const auto& s) { return s.quantiles[2]; }),
                        both([](const auto& s) { return s.quantiles[0]; }),
                        both([](const auto& s) { return s.quantiles[4]; }), optional(change.ks),
                        optional(change.wasserstein)});
    }
    if (rows.size() > 1)
        terminal.printTable(rows);
}

void printRelations(const Terminal& terminal, const deid::UtilityReport& report) {
    const deid::RelationChange& relations = report.relations;
    if (relations.pairs == 0)
        return;
    std::vector<std::vector<std::string>> rows{{"PAIR", "MEASURE", "BEFORE", "AFTER"}};
    for (std::size_t i = 0; i < std::min(kPairsShown, relations.strongest.size()); ++i) {
        const deid::PairChange& pair = relations.strongest[i];
        rows.push_back({report.columns[pair.a] + ", " + report.columns[pair.b],
                        pair.numeric ? "Spearman" : "Cramér's V",
                        optional(pair.numeric ? pair.spearmanBefore : pair.cramersVBefore),
                        optional(pair.numeric ? pair.spearmanAfter : pair.cramersVAfter)});
    }
    terminal.printTable(rows);
    terminal.print(
        format("Correlations of {} pairs of columns changed by {:.3f} on average, at most by {:.3f} "
               "({} and {} rows looked at).",
               relations.pairs, relations.meanChange, relations.greatestChange, relations.rowsBefore,
               relations.rowsAfter));
}

void printModel(const Terminal& terminal, const deid::UtilityReport& report) {
    if (!report.model)
        return;
    const deid::ModelChange& model = *report.model;
    terminal.print(
        format("Predicting {} ({} classes) from {} columns with naive Bayes, tested on {} rows of the "
               "original:",
               report.target, model.classes, model.features.size(), model.tested));
    std::vector<std::vector<std::string>> rows{{"LEARNT FROM", "ROWS", "ACCURACY", "MACRO F1", "ROC AUC"}};
    const auto add = [&](const char* name, std::uint64_t trained, const deid::ModelScores& scores) {
        rows.push_back({name, std::to_string(trained), percent(scores.accuracy),
                        format("{:.3f}", scores.macroF1), format("{:.3f}", scores.rocAuc)});
    };
    add("most frequent class", model.trainedBefore, model.majority);
    add("original", model.trainedBefore, model.original);
    add("released", model.trainedAfter, model.released);
    terminal.printTable(rows);
}

Result<int> utility(const Terminal& terminal, const UtilityArguments& arguments) {
    return runWatched([&](const RunContext& context) -> Result<int> {
        MANGROVE_ASSIGN(const auto reading, arguments.reading.options());
        deid::Recipe recipe;
        deid::UtilityOptions options;
        if (!arguments.recipe.empty()) {
            MANGROVE_ASSIGN(const std::string text, readFile(arguments.recipe));
            MANGROVE_ASSIGN(recipe, deid::parseRecipe(text, arguments.recipe));
            options.recipe = &recipe;
            options.hierarchyFolder = std::filesystem::path(arguments.recipe).parent_path();
        }
        std::optional<deid::ApplyReport> made;
        if (!arguments.report.empty()) {
            MANGROVE_ASSIGN(const std::string text, readFile(arguments.report));
            MANGROVE_ASSIGN(made, deid::applyReportFromJson(text));
            options.made = &*made;
        }
        options.key = arguments.key;
        options.target = arguments.target;
        options.seed = arguments.seed;
        MANGROVE_ASSIGN(const auto report, deid::compareUtility(arguments.original, arguments.released,
                                                                reading, options, context));
        if (terminal.json()) {
            terminal.print(deid::toJson(report));
            return 0;
        }
        terminal.print(
            format("{} rows before, {} after; {}", report.rowsBefore, report.rowsAfter, pairingText(report)));
        if (!report.onlyOriginal.empty())
            terminal.print("Not released: " + join(report.onlyOriginal, ", "));
        if (!report.onlyReleased.empty())
            terminal.print("Only in the release: " + join(report.onlyReleased, ", "));
        printColumns(terminal, report);
        printNumbers(terminal, report);
        printRelations(terminal, report);
        printModel(terminal, report);
        for (const deid::CodedNote& note : report.notes)
            terminal.print("Note: " + note.text);
        return 0;
    });
}

} // namespace

void addDeidUtilityCommand(CLI::App& group, Invocation& invocation) {
    auto arguments = std::make_shared<UtilityArguments>();
    CLI::App* command =
        addCommand(group, invocation, "utility",
                   "What a release is still good for: distributions, correlations, a model",
                   [arguments](const Terminal& terminal) { return utility(terminal, *arguments); });
    command->add_option("original", arguments->original, "The file before")->required();
    command->add_option("released", arguments->released, "The file after")->required();
    command
        ->add_option("--recipe", arguments->recipe,
                     "Recipe (JSON): its hierarchies tell what labels stand for")
        ->type_name("FILE");
    command
        ->add_option("--target", arguments->target,
                     "Column that a model learns to predict from the original and from the release")
        ->type_name("COLUMN");
    command
        ->add_option("--report", arguments->report,
                     "Report of the release (deid apply --report): tells which rows are the same")
        ->type_name("FILE");
    command
        ->add_option("--key", arguments->key,
                     "Column that tells records apart in both files: pairs their rows")
        ->type_name("COLUMN")
        ->excludes("--report");
    command->add_option("--seed", arguments->seed, "Of the split into rows to learn from and to test")
        ->capture_default_str();
    arguments->reading.addTo(*command);
}

} // namespace mangrove::cli
