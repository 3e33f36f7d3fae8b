// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "base/format.h"
#include "base/text.h"
#include "deid/recipe.h"
#include "invocation.h"
#include "json_views.h"
#include "record_options.h"
#include "workspace/code_books.h"
#include "workspace/datasets.h"
#include "workspace/deidentification.h"

#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

namespace mangrove::cli {

namespace {

struct NewArguments {
    WorkspaceOption workspace;
    UserOption user;
    std::string dataset;
    std::string recipe;
    std::string sharing = "controlled";
};

Result<deid::Recipe> chosenRecipe(workspace::Workspace& workspace, const DatasetId& dataset,
                                  const std::string& file) {
    if (file.empty())
        return workspace::suggestRecipe(workspace, dataset);
    MANGROVE_ASSIGN(const std::string text, readFile(file));
    return deid::parseRecipe(text, file);
}

Result<int> makeRelease(const Terminal& terminal, const NewArguments& arguments) {
    MANGROVE_ASSIGN(auto workspace, arguments.workspace.open());
    MANGROVE_ASSIGN(const auto session, arguments.user.login(*workspace));
    MANGROVE_ASSIGN(const auto dataset, workspace::showDataset(*workspace, arguments.dataset));
    workspace::ReleaseOptions options;
    MANGROVE_ASSIGN(options.recipe, chosenRecipe(*workspace, dataset.dataset.id, arguments.recipe));
    options.hierarchyFolder = std::filesystem::path(arguments.recipe).parent_path();
    options.sharing = deid::sharingFromName(arguments.sharing).value_or(deid::Sharing::Controlled);
    return runWatched([&](const RunContext& context) -> Result<int> {
        MANGROVE_ASSIGN(const auto release,
                        workspace::applyRecipe(*workspace, session, dataset.dataset.id, options, context));
        if (terminal.json()) {
            auto json = toJson(release);
            json["report"] = embed(release.reportJson);
            terminal.print(dump(json));
        } else {
            terminal.print(format("{}  {} rows, GB/T 42460 level {}, highest risk {:.4f}", release.id.text(),
                                  release.rows, release.level42460, release.highestRisk));
            terminal.print(release.path);
        }
        return 0;
    });
}

Result<int> suggest(const Terminal& terminal, const NewArguments& arguments) {
    MANGROVE_ASSIGN(auto workspace, arguments.workspace.open());
    MANGROVE_ASSIGN(const auto dataset, workspace::showDataset(*workspace, arguments.dataset));
    MANGROVE_ASSIGN(const auto recipe, workspace::suggestRecipe(*workspace, dataset.dataset.id));
    terminal.print(deid::toJson(recipe));
    return 0;
}

Result<int> listReleases(const Terminal& terminal, const WorkspaceOption& option) {
    MANGROVE_ASSIGN(auto workspace, option.open());
    MANGROVE_ASSIGN(const auto releases, workspace::listReleases(*workspace));
    if (terminal.json()) {
        auto list = nlohmann::ordered_json::array();
        for (const auto& release : releases)
            list.push_back(toJson(release));
        terminal.print(dump({{"releases", list}}));
        return 0;
    }
    std::vector<std::vector<std::string>> rows{{"ID", "DATA SET", "ROWS", "LEVEL 42460", "MADE", "BY"}};
    for (const auto& release : releases)
        rows.push_back({release.id.text(), release.dataset.text(), std::to_string(release.rows),
                        std::to_string(release.level42460), toIso8601(release.created), release.by.text()});
    terminal.printTable(rows);
    return 0;
}

struct ResolveArguments {
    WorkspaceOption workspace;
    UserOption user;
    std::string release;
    std::string column;
    std::string reason;
};

/// Codes on stdin, originals on stdout, a line each; an empty line for what is no code of the release.
Result<int> resolve(const Terminal& terminal, const ResolveArguments& arguments) {
    std::vector<std::string> codes;
    for (std::string line; std::getline(std::cin, line);)
        codes.emplace_back(trim(line));
    MANGROVE_ASSIGN(auto workspace, arguments.workspace.open());
    MANGROVE_ASSIGN(const auto session, arguments.user.login(*workspace));
    MANGROVE_ASSIGN(const auto originals,
                    workspace::resolveCodes(*workspace, session, ReleaseId(arguments.release),
                                            arguments.column, codes, arguments.reason));
    bool all = true;
    for (const auto& original : originals) {
        all = all && original.has_value();
        terminal.print(original.value_or(std::string()));
    }
    return all ? 0 : 1;
}

} // namespace

void addReleaseCommands(CLI::App& app, Invocation& invocation) {
    CLI::App* group = addGroup(app, "release", "De-identify a data set into a released table");

    auto fresh = std::make_shared<NewArguments>();
    CLI::App* command =
        addCommand(*group, invocation, "new", "Apply a recipe and keep the result; the data officer acts",
                   [fresh](const Terminal& terminal) { return makeRelease(terminal, *fresh); });
    command->add_option("dataset", fresh->dataset, "Id or name of the data set")->required();
    command->add_option("--recipe", fresh->recipe, "Recipe file (default: the suggested one)")
        ->type_name("FILE");
    command->add_option("--sharing", fresh->sharing, "Sharing model of the GB/T 42460 verdict")
        ->check(CLI::IsMember({"public", "controlled", "enclave"}))
        ->capture_default_str();
    fresh->workspace.addTo(*command);
    fresh->user.addTo(*command);

    auto suggestion = std::make_shared<NewArguments>();
    command = addCommand(*group, invocation, "suggest", "Print the recipe the classification suggests",
                         [suggestion](const Terminal& terminal) { return suggest(terminal, *suggestion); });
    command->add_option("dataset", suggestion->dataset, "Id or name of the data set")->required();
    suggestion->workspace.addTo(*command);

    auto list = std::make_shared<WorkspaceOption>();
    command = addCommand(*group, invocation, "list", "List the released tables, newest first",
                         [list](const Terminal& terminal) { return listReleases(terminal, *list); });
    list->addTo(*command);

    auto codes = std::make_shared<ResolveArguments>();
    command = addCommand(*group, invocation, "resolve",
                         "Look up who reversible pseudonyms are, a line each from stdin; it is put on record",
                         [codes](const Terminal& terminal) { return resolve(terminal, *codes); });
    command->add_option("release", codes->release, "Id of the release")->required();
    command->add_option("--column", codes->column, "Column of the pseudonyms")->required();
    command->add_option("--reason", codes->reason, "Why; it becomes part of the record")->required();
    codes->workspace.addTo(*command);
    codes->user.addTo(*command);
}

} // namespace mangrove::cli
