// SPDX-License-Identifier: GPL-3.0-or-later
#include "record_options.h"

#include "errors.h"

#include <cstdlib>
#include <filesystem>
#include <vector>

namespace mangrove::cli {

namespace {

std::string environmentVariable(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : std::string();
}

/// The workspace file of the current folder where there is exactly one, or an empty path.
std::filesystem::path onlyWorkspaceHere() {
    std::filesystem::path found;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(".", error)) {
        if (entry.path().extension() != ".mangrove")
            continue;
        if (!found.empty())
            return {};
        found = entry.path();
    }
    return found;
}

} // namespace

const workspace::Environment& systemEnvironment() {
    static const SystemClock clock;
    static crypto::SystemRandom random;
    static const workspace::Environment environment{clock, random, {}};
    return environment;
}

void WorkspaceOption::addTo(CLI::App& command) {
    command
        .add_option("-w,--workspace", file,
                    "Workspace file (default: MANGROVE_WORKSPACE, or the only one here)")
        ->type_name("FILE");
}

Result<std::unique_ptr<workspace::Workspace>> WorkspaceOption::open() const {
    std::filesystem::path path = file;
    if (path.empty())
        path = environmentVariable("MANGROVE_WORKSPACE");
    if (path.empty())
        path = onlyWorkspaceHere();
    if (path.empty())
        return Error(errors::kNoWorkspaceNamed);
    return workspace::Workspace::open(path, systemEnvironment());
}

void UserOption::addTo(CLI::App& command) {
    command.add_option("-u,--user", user, "Login name of who acts (default: MANGROVE_USER)")
        ->type_name("NAME");
    passphrase.addTo(command);
}

Result<workspace::Session> UserOption::login(workspace::Workspace& workspace) const {
    const std::string name = user.empty() ? environmentVariable("MANGROVE_USER") : user;
    if (name.empty())
        return Error(errors::kNoUserNamed);
    MANGROVE_ASSIGN(const auto secret, passphrase.read("Passphrase of " + name));
    return workspace::login(workspace, UserId(name), secret);
}

} // namespace mangrove::cli
