// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "base/format.h"
#include "catalog/domain.h"
#include "classify/classify_json.h"
#include "invocation.h"
#include "json_views.h"
#include "profile/profile_json.h"
#include "quality/quality_json.h"
#include "reading_options.h"
#include "record_options.h"
#include "workspace/assessments.h"
#include "workspace/datasets.h"

#include <nlohmann/json.hpp>

namespace mangrove::cli {

namespace {

struct AddArguments {
    WorkspaceOption workspace;
    UserOption user;
    ReadingArguments reading;
    std::string file;
    std::string name;
    std::string description;
    std::string domain = "other";
    std::string owner;
};

struct ReferenceArguments {
    WorkspaceOption workspace;
    UserOption user;
    std::string reference;
    std::string rules;
    std::string path;
};

std::string yesNo(bool yes) {
    return yes ? "yes" : "no";
}

Result<int> addDataset(const Terminal& terminal, const AddArguments& arguments) {
    MANGROVE_ASSIGN(auto workspace, arguments.workspace.open());
    MANGROVE_ASSIGN(const auto session, arguments.user.login(*workspace));
    workspace::RegisterOptions options;
    options.path = arguments.file;
    options.name = arguments.name;
    options.description = arguments.description;
    options.domain = catalog::parseDomain(arguments.domain).value_or(catalog::Domain::Other);
    options.owner = arguments.owner;
    MANGROVE_ASSIGN(options.read, arguments.reading.options());
    return runWatched([&](const RunContext& context) -> Result<int> {
        MANGROVE_ASSIGN(const auto dataset,
                        workspace::registerDataset(*workspace, session, options, context));
        if (terminal.json()) {
            MANGROVE_ASSIGN(const auto summary, workspace::showDataset(*workspace, dataset.id.text()));
            terminal.print(dump(toJson(summary)));
        } else {
            terminal.print(format("{}  {}: {} rows, {} columns, SHA-256 {}", dataset.id.text(), dataset.name,
                                  dataset.rows, dataset.columns.size(), dataset.sha256));
        }
        return 0;
    });
}

Result<int> listDatasets(const Terminal& terminal, const WorkspaceOption& option, const std::string& search) {
    MANGROVE_ASSIGN(auto workspace, option.open());
    MANGROVE_ASSIGN(const auto datasets, workspace::listDatasets(*workspace, search));
    if (terminal.json()) {
        auto list = nlohmann::ordered_json::array();
        for (const auto& summary : datasets)
            list.push_back(toJson(summary));
        terminal.print(dump({{"datasets", list}}));
        return 0;
    }
    std::vector<std::vector<std::string>> rows{
        {"ID", "NAME", "DOMAIN", "ROWS", "COLUMNS", "LEVEL", "PROFILED", "CLASSIFIED", "CHECKED"}};
    for (const auto& [dataset, source, profiled, classified, checked, releases, open, unresolved, last] :
         datasets) {
        rows.push_back({dataset.id.text(), dataset.name, std::string(catalog::name(dataset.domain)),
                        std::to_string(dataset.rows), std::to_string(dataset.columns.size()),
                        dataset.level39725 > 0 ? std::to_string(dataset.level39725) : "-", yesNo(profiled),
                        yesNo(classified), yesNo(checked)});
    }
    terminal.printTable(rows);
    return 0;
}

/// Format and every choice that is not the usual one.
std::string howRead(const catalog::SourceDialect& dialect) {
    std::string how = dialect.format;
    const auto add = [&how](std::string_view what, const std::string& value) {
        if (!value.empty())
            how += format(", {} {}", what, value);
    };
    add("encoding", dialect.encoding);
    add("delimiter", dialect.delimiter == "\t" ? "tab" : dialect.delimiter);
    add("sheet", dialect.sheet);
    add("table", dialect.table);
    add("query", dialect.query);
    if (dialect.skipLines)
        add("lines skipped", std::to_string(*dialect.skipLines));
    if (dialect.quoteEscape == "backslash")
        how += ", quotes escaped by a backslash";
    if (dialect.ragged != "reject")
        add("ragged rows", dialect.ragged);
    if (dialect.totals == "leave-out")
        how += ", lines of totals left out";
    return how;
}

Result<int> showDataset(const Terminal& terminal, const ReferenceArguments& arguments) {
    MANGROVE_ASSIGN(auto workspace, arguments.workspace.open());
    MANGROVE_ASSIGN(const auto summary, workspace::showDataset(*workspace, arguments.reference));
    const auto& dataset = summary.dataset;
    if (terminal.json()) {
        auto json = toJson(summary);
        MANGROVE_ASSIGN(const auto classification, workspace::storedClassification(*workspace, dataset.id));
        MANGROVE_ASSIGN(const auto quality, workspace::storedQuality(*workspace, dataset.id));
        json["classification"] = classification ? embed(classify::toJson(classification->value)) : nullptr;
        json["quality"] = quality ? embed(quality::toJson(quality->value)) : nullptr;
        terminal.print(dump(json));
        return 0;
    }
    terminal.print(format("{}  {}", dataset.id.text(), dataset.name));
    terminal.print(format("File         {}", dataset.path));
    terminal.print(format("SHA-256      {}", dataset.sha256));
    terminal.print(format("Rows         {}, columns {}", dataset.rows, dataset.columns.size()));
    terminal.print(format("Read as      {}", howRead(dataset.dialect)));
    terminal.print(
        format("Registered   {} by {}", toIso8601(dataset.registered), dataset.registeredBy.text()));
    terminal.print(
        format("Level 39725  {}", dataset.level39725 > 0 ? std::to_string(dataset.level39725) : "-"));
    terminal.print(format("Profiled {}, classified {}, checked {}, releases {}, open requests {}",
                          yesNo(summary.profiled), yesNo(summary.classified), yesNo(summary.qualityChecked),
                          summary.releases, summary.openRequests));
    return 0;
}

/// Profile, classification and quality in one go, each stored in the workspace.
Result<int> assessDataset(const Terminal& terminal, const ReferenceArguments& arguments) {
    MANGROVE_ASSIGN(auto workspace, arguments.workspace.open());
    MANGROVE_ASSIGN(const auto session, arguments.user.login(*workspace));
    MANGROVE_ASSIGN(const auto summary, workspace::showDataset(*workspace, arguments.reference));
    std::optional<std::vector<quality::QualityRule>> rules;
    if (!arguments.rules.empty()) {
        MANGROVE_ASSIGN(const std::string text, readFile(arguments.rules));
        MANGROVE_ASSIGN(rules, quality::parseRules(text, arguments.rules));
    }
    return runWatched([&](const RunContext& context) -> Result<int> {
        const auto& id = summary.dataset.id;
        MANGROVE_ASSIGN(const auto profile, workspace::runProfile(*workspace, session, id, context));
        MANGROVE_ASSIGN(const auto classes, workspace::runClassification(*workspace, session, id, context));
        MANGROVE_ASSIGN(const auto quality, workspace::runQuality(*workspace, session, id, rules, context));
        if (terminal.json()) {
            terminal.print(dump({{"dataset", id.text()},
                                 {"rows", profile.value.rows},
                                 {"classification", embed(classify::toJson(classes.value))},
                                 {"quality", embed(quality::toJson(quality.value))}}));
            return 0;
        }
        using quality::FindingStatus;
        terminal.print(format(
            "{} rows profiled; level {} by GB/T 39725; quality: {} passed, {} failed of {} rules",
            profile.value.rows, classes.value.tableLevel39725,
            quality.value.count(FindingStatus::Pass) + quality.value.count(FindingStatus::PassWithViolations),
            quality.value.count(FindingStatus::Fail), quality.value.findings.size()));
        return 0;
    });
}

Result<int> verifySource(const Terminal& terminal, const ReferenceArguments& arguments) {
    MANGROVE_ASSIGN(auto workspace, arguments.workspace.open());
    MANGROVE_ASSIGN(const auto summary, workspace::showDataset(*workspace, arguments.reference));
    return runWatched([&](const RunContext& context) -> Result<int> {
        MANGROVE_TRY(workspace::checkSource(*workspace, summary.dataset.id, context));
        terminal.print(terminal.json() ? R"({"ok":true})"
                                       : "The source file is the one that was registered.");
        return 0;
    });
}

Result<int> relocate(const Terminal& terminal, const ReferenceArguments& arguments) {
    MANGROVE_ASSIGN(auto workspace, arguments.workspace.open());
    MANGROVE_ASSIGN(const auto session, arguments.user.login(*workspace));
    MANGROVE_ASSIGN(const auto summary, workspace::showDataset(*workspace, arguments.reference));
    return runWatched([&](const RunContext& context) -> Result<int> {
        MANGROVE_ASSIGN(
            const auto dataset,
            workspace::relocateDataset(*workspace, session, summary.dataset.id, arguments.path, context));
        terminal.print(terminal.json() ? dump({{"dataset", dataset.id.text()}, {"path", dataset.path}})
                                       : format("{} is now read from {}.", dataset.name, dataset.path));
        return 0;
    });
}

/// The source holds new content: the next version of the same data set.
Result<int> renew(const Terminal& terminal, const ReferenceArguments& arguments) {
    MANGROVE_ASSIGN(auto workspace, arguments.workspace.open());
    MANGROVE_ASSIGN(const auto session, arguments.user.login(*workspace));
    MANGROVE_ASSIGN(const auto old, workspace::findDataset(*workspace, arguments.reference));
    return runWatched([&](const RunContext& context) -> Result<int> {
        MANGROVE_ASSIGN(const auto dataset,
                        workspace::renewDataset(*workspace, session, old.id, arguments.path, context));
        if (terminal.json()) {
            MANGROVE_ASSIGN(const auto summary, workspace::showDataset(*workspace, dataset.id.text()));
            terminal.print(dump(toJson(summary)));
        } else {
            terminal.print(format("{} is version {} now: {} rows, {} columns. Assess it again.", dataset.name,
                                  dataset.version, dataset.rows, dataset.columns.size()));
        }
        return 0;
    });
}

} // namespace

void addDatasetCommands(CLI::App& app, Invocation& invocation) {
    CLI::App* group = addGroup(app, "dataset", "Register data sets and look at them");

    auto add = std::make_shared<AddArguments>();
    CLI::App* command = addCommand(*group, invocation, "add", "Register a file; it stays where it is",
                                   [add](const Terminal& terminal) { return addDataset(terminal, *add); });
    command->add_option("file", add->file, "The file to register")->required();
    command->add_option("--name", add->name, "Name in the catalogue (default: the file's)");
    command->add_option("--description", add->description, "What it holds");
    command->add_option("--domain", add->domain, "care, insurance, pharma or other")
        ->check(CLI::IsMember({"care", "insurance", "pharma", "other"}))
        ->capture_default_str();
    command->add_option("--owner", add->owner, "Department that answers for it");
    add->reading.addTo(*command);
    add->workspace.addTo(*command);
    add->user.addTo(*command);

    auto listOption = std::make_shared<WorkspaceOption>();
    auto search = std::make_shared<std::string>();
    const Action list = [listOption, search](const Terminal& terminal) {
        return listDatasets(terminal, *listOption, *search);
    };
    command = addCommand(*group, invocation, "list", "List the registered data sets", list);
    listOption->addTo(*command);
    command =
        addCommand(*group, invocation, "search", "List those whose name, description or columns match", list);
    command->add_option("text", *search, "What to look for")->required();
    listOption->addTo(*command);

    const auto addWithReference = [&](const char* name, const char* description,
                                      Result<int> (*action)(const Terminal&, const ReferenceArguments&),
                                      bool acts) {
        auto arguments = std::make_shared<ReferenceArguments>();
        CLI::App* made =
            addCommand(*group, invocation, name, description, [arguments, action](const Terminal& terminal) {
                return action(terminal, *arguments);
            });
        made->add_option("dataset", arguments->reference, "Id or name of the data set")->required();
        arguments->workspace.addTo(*made);
        if (acts)
            arguments->user.addTo(*made);
        return std::pair(made, arguments);
    };
    addWithReference("show", "Show one data set", showDataset, false);
    addWithReference("check-source", "Compare the source file with what was registered", verifySource, false);
    const auto [assess, assessArguments] = addWithReference(
        "assess", "Profile, classify and check it, and keep the results", assessDataset, true);
    assess
        ->add_option("--rules", assessArguments->rules,
                     "Quality rules (default: the last ones, or suggested)")
        ->type_name("FILE");
    const auto [move, moveArguments] =
        addWithReference("relocate", "Say where the same file is now", relocate, true);
    move->add_option("path", moveArguments->path, "The file's new place")->required();
    const auto [next, nextArguments] = addWithReference(
        "renew", "Enter changed content as the next version; decisions on columns go on", renew, true);
    next->add_option("--file", nextArguments->path, "The new file (default: the registered place)")
        ->type_name("FILE");
    addFieldCommands(*group, invocation);
}

} // namespace mangrove::cli
