// SPDX-License-Identifier: GPL-3.0-or-later
#include "invocation.h"

#include <utility>

namespace mangrove::cli {

CLI::App* addCommand(CLI::App& parent, Invocation& invocation, const std::string& name,
                     const std::string& description, Action action) {
    CLI::App* command = parent.add_subcommand(name, description);
    command->add_flag("--json", invocation.json, "Print one JSON object");
    command->callback([&invocation, action = std::move(action)] { invocation.action = action; });
    return command;
}

CLI::App* addGroup(CLI::App& parent, const std::string& name, const std::string& description) {
    CLI::App* group = parent.add_subcommand(name, description);
    group->require_subcommand(1);
    return group;
}

} // namespace mangrove::cli
