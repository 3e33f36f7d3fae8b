// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "identity/role.h"
#include "invocation.h"
#include "json_views.h"
#include "record_options.h"
#include "workspace/users.h"

#include <nlohmann/json.hpp>

namespace mangrove::cli {

namespace {

struct NewArguments {
    std::string file;
    std::string organisation;
    std::string admin = "admin";
    std::string adminName;
    std::string language = "en";
    PassphraseSource passphrase;
};

struct UserArguments {
    WorkspaceOption workspace;
    UserOption admin;
    std::string id;
    std::string name;
    std::vector<std::string> roles;
    PassphraseSource passphrase;
};

void printInfo(const Terminal& terminal, const workspace::WorkspaceInfo& info) {
    if (terminal.json()) {
        terminal.print(dump(toJson(info)));
        return;
    }
    terminal.print(format("Workspace     {}{}", info.file.string(), info.demo ? "  (DEMO)" : ""));
    terminal.print(format("Organisation  {}", info.organisation));
    terminal.print(format("Created       {}", toIso8601(info.created)));
    terminal.print(format("Schema        {}", info.schemaVersion));
    terminal.print(format("Certificate   SHA-256 {}", info.caFingerprint));
}

Result<int> makeWorkspace(const Terminal& terminal, const NewArguments& arguments) {
    MANGROVE_ASSIGN(auto passphrase, arguments.passphrase.read("New passphrase of " + arguments.admin));
    workspace::CreateOptions options;
    options.organisation = arguments.organisation;
    options.admin = UserId(arguments.admin);
    options.adminDisplayName = arguments.adminName;
    options.adminPassphrase = std::move(passphrase);
    options.language = arguments.language;
    MANGROVE_ASSIGN(auto made,
                    workspace::Workspace::create(arguments.file, std::move(options), systemEnvironment()));
    MANGROVE_ASSIGN(const auto info, made->info());
    printInfo(terminal, info);
    return 0;
}

Result<int> addUser(const Terminal& terminal, const UserArguments& arguments) {
    MANGROVE_ASSIGN(auto workspace, arguments.workspace.open());
    MANGROVE_ASSIGN(const auto session, arguments.admin.login(*workspace));
    identity::NewUser user;
    user.id = UserId(arguments.id);
    user.displayName = arguments.name.empty() ? arguments.id : arguments.name;
    for (const auto& word : arguments.roles) {
        MANGROVE_ASSIGN(const auto role, identity::parseRole(word));
        user.roles.insert(role);
    }
    MANGROVE_ASSIGN(const auto passphrase, arguments.passphrase.read("New passphrase of " + arguments.id));
    MANGROVE_ASSIGN(const auto added, workspace::addUser(*workspace, session, user, passphrase));
    if (terminal.json())
        terminal.print(dump(toJson(added)));
    else
        terminal.print(format("{} can now act in this workspace.", added.id.text()));
    return 0;
}

Result<int> listUsers(const Terminal& terminal, const WorkspaceOption& option) {
    MANGROVE_ASSIGN(auto workspace, option.open());
    MANGROVE_ASSIGN(const auto users, workspace::listUsers(*workspace));
    if (terminal.json()) {
        auto list = nlohmann::ordered_json::array();
        for (const auto& user : users)
            list.push_back(toJson(user));
        terminal.print(dump({{"users", list}}));
        return 0;
    }
    std::vector<std::vector<std::string>> rows{{"LOGIN", "NAME", "ROLES", "ENABLED"}};
    for (const auto& user : users) {
        std::string roles;
        for (const auto role : user.roles)
            roles += (roles.empty() ? "" : ", ") + std::string(identity::roleName(role));
        rows.push_back({user.id.text(), user.displayName, roles, user.enabled ? "yes" : "no"});
    }
    terminal.printTable(rows);
    return 0;
}

} // namespace

void addWorkspaceCommands(CLI::App& app, Invocation& invocation) {
    CLI::App* group = addGroup(app, "workspace", "Make, look at, check and back up a workspace");

    auto fresh = std::make_shared<NewArguments>();
    CLI::App* command =
        addCommand(*group, invocation, "new", "Make a workspace and its first user, an administrator",
                   [fresh](const Terminal& terminal) { return makeWorkspace(terminal, *fresh); });
    command->add_option("file", fresh->file, "The file to make, something.mangrove")->required();
    command->add_option("--organisation", fresh->organisation, "Name of the hospital or office")->required();
    command->add_option("--admin", fresh->admin, "Login name of the administrator")->capture_default_str();
    command->add_option("--admin-name", fresh->adminName, "Name of the administrator, for people");
    command->add_option("--language", fresh->language, "Language of texts written into packages")
        ->check(CLI::IsMember({"en", "zh_CN"}))
        ->capture_default_str();
    fresh->passphrase.addTo(*command);

    auto info = std::make_shared<WorkspaceOption>();
    command = addCommand(*group, invocation, "info", "Say what this workspace is",
                         [info](const Terminal& terminal) -> Result<int> {
                             MANGROVE_ASSIGN(auto workspace, info->open());
                             MANGROVE_ASSIGN(const auto facts, workspace->info());
                             printInfo(terminal, facts);
                             return 0;
                         });
    command->add_option("file,-w,--workspace", info->file, "The workspace file");

    auto check = std::make_shared<WorkspaceOption>();
    command = addCommand(*group, invocation, "check", "Check the workspace file from end to end",
                         [check](const Terminal& terminal) -> Result<int> {
                             MANGROVE_ASSIGN(auto workspace, check->open());
                             return runWatched([&](const RunContext& context) -> Result<int> {
                                 MANGROVE_TRY(workspace->check(context));
                                 terminal.print(terminal.json() ? R"({"ok":true})"
                                                                : "The workspace file is sound.");
                                 return 0;
                             });
                         });
    command->add_option("file,-w,--workspace", check->file, "The workspace file");

    auto backup = std::make_shared<WorkspaceOption>();
    auto target = std::make_shared<std::string>();
    command = addCommand(*group, invocation, "backup", "Write a consistent copy of the workspace file",
                         [backup, target](const Terminal& terminal) -> Result<int> {
                             MANGROVE_ASSIGN(auto workspace, backup->open());
                             return runWatched([&](const RunContext& context) -> Result<int> {
                                 MANGROVE_TRY(workspace->backup(*target, context));
                                 terminal.print(terminal.json() ? dump({{"backup", *target}})
                                                                : format("Backed up to {}.", *target));
                                 return 0;
                             });
                         });
    command->add_option("target", *target, "The file to write")->required();
    backup->addTo(*command);

    CLI::App* users = addGroup(app, "user", "Add and list the people who act in a workspace");
    auto person = std::make_shared<UserArguments>();
    command = addCommand(*users, invocation, "add", "Add a user; the administrator acts",
                         [person](const Terminal& terminal) { return addUser(terminal, *person); });
    command->add_option("login", person->id, "Login name: a-z 0-9 . _ -")->required();
    command->add_option("--name", person->name, "Name for people; without it the login name");
    command
        ->add_option("--role", person->roles,
                     "Role (repeatable): applicant, data-officer, privacy-reviewer, decider, custodian, "
                     "auditor, admin")
        ->required();
    person->workspace.addTo(*command);
    person->admin.addTo(*command);
    person->passphrase.addTo(*command, "new-");

    auto list = std::make_shared<WorkspaceOption>();
    command = addCommand(*users, invocation, "list", "List the users and their roles",
                         [list](const Terminal& terminal) { return listUsers(terminal, *list); });
    list->addTo(*command);
}

} // namespace mangrove::cli
