// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "terminal.h"

#include <CLI/CLI.hpp>
#include <functional>

namespace mangrove::cli {

/// What a command does once its arguments are parsed; the value is the exit code (0, or 1 where the thing
/// checked does not hold).
using Action = std::function<Result<int>(const Terminal&)>;

/// What parsing the command line decided: filled by the callback of the chosen sub-command.
struct Invocation {
    bool json = false;
    Action action;
};

/// A sub-command of `parent` with --json, whose parsing sets `invocation.action` to `action`.
CLI::App* addCommand(CLI::App& parent, Invocation& invocation, const std::string& name,
                     const std::string& description, Action action);
/// A sub-command that only holds others ("dataset"); one of them must be named.
CLI::App* addGroup(CLI::App& parent, const std::string& name, const std::string& description);

// One function a file: the commands of one room.
void addTableCommands(CLI::App& app, Invocation& invocation);
void addRelationCommands(CLI::App& app, Invocation& invocation);
void addProfileCommands(CLI::App& app, Invocation& invocation);
void addClassifyCommands(CLI::App& app, Invocation& invocation);
void addQualityCommands(CLI::App& app, Invocation& invocation);
void addDeidCommands(CLI::App& app, Invocation& invocation);
/// Into the group "deid": several tables together, transforms, reversing them.
void addDeidLinkCommands(CLI::App& group, Invocation& invocation);
void addHierarchyCommands(CLI::App& app, Invocation& invocation);
void addWorkspaceCommands(CLI::App& app, Invocation& invocation);
void addDatasetCommands(CLI::App& app, Invocation& invocation);
/// `dataset fields` and `dataset decide`; `dataset` is the group.
void addFieldCommands(CLI::App& dataset, Invocation& invocation);
void addReleaseCommands(CLI::App& app, Invocation& invocation);
void addRequestCommands(CLI::App& app, Invocation& invocation);
void addPackageCommands(CLI::App& app, Invocation& invocation);
void addAuditCommands(CLI::App& app, Invocation& invocation);
void addDemoCommand(CLI::App& app, Invocation& invocation);

} // namespace mangrove::cli
