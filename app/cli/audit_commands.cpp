// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "invocation.h"
#include "json_views.h"
#include "record_options.h"
#include "workspace/audit_trail.h"

#include <nlohmann/json.hpp>

namespace mangrove::cli {

namespace {

struct LogArguments {
    WorkspaceOption workspace;
    std::string actor;
    std::string action;
    std::string object;
    std::uint32_t limit = 100;
};

Result<int> printLog(const Terminal& terminal, const LogArguments& arguments) {
    MANGROVE_ASSIGN(auto workspace, arguments.workspace.open());
    audit::EventFilter query;
    if (!arguments.actor.empty())
        query.actor = UserId(arguments.actor);
    query.actionPrefix = arguments.action;
    if (!arguments.object.empty())
        query.object = arguments.object;
    query.limit = arguments.limit;
    MANGROVE_ASSIGN(const auto events, workspace::listEvents(*workspace, query));
    if (terminal.json()) {
        auto list = nlohmann::ordered_json::array();
        for (const auto& event : events)
            list.push_back(toJson(event));
        terminal.print(dump({{"events", list}}));
        return 0;
    }
    std::vector<std::vector<std::string>> rows{{"SEQ", "TIME", "ACTOR", "ROLE", "ACTION", "OBJECT"}};
    for (const auto& event : events)
        rows.push_back({std::to_string(event.seq), toIso8601(event.time), event.actor.text(), event.role,
                        event.action, event.object});
    terminal.printTable(rows);
    return 0;
}

/// Exit 0 where the log holds, 1 with the first broken event where it does not.
Result<int> verifyLog(const Terminal& terminal, const WorkspaceOption& option) {
    MANGROVE_ASSIGN(auto workspace, option.open());
    return runWatched([&](const RunContext& context) -> Result<int> {
        MANGROVE_ASSIGN(const auto state, workspace::verifyAudit(*workspace, context));
        if (terminal.json()) {
            nlohmann::ordered_json json{{"ok", state.ok}, {"events", state.events}, {"root", state.rootHex}};
            if (state.firstBroken)
                json["firstBroken"] = {{"what", audit::brokenName(state.firstBroken->what)},
                                       {"seq", state.firstBroken->seq},
                                       {"last", state.firstBroken->last},
                                       {"detail", state.firstBroken->detail}};
            terminal.print(dump(json));
        } else if (state.ok) {
            terminal.print(format("{} events, root {}: verified.", state.events, state.rootHex));
        } else {
            const auto broken = state.firstBroken.value_or(audit::Broken{});
            terminal.print(format("The audit log does not hold at event {} ({}): {}", broken.seq,
                                  audit::brokenName(broken.what), broken.detail));
        }
        return state.ok ? 0 : 1;
    });
}

} // namespace

void addAuditCommands(CLI::App& app, Invocation& invocation) {
    CLI::App* group = addGroup(app, "audit", "Read, verify and anchor the audit log");

    auto log = std::make_shared<LogArguments>();
    CLI::App* command = addCommand(*group, invocation, "log", "List events, newest first",
                                   [log](const Terminal& terminal) { return printLog(terminal, *log); });
    command->add_option("--actor", log->actor, "Only this user's");
    command->add_option("--action", log->action, "Only this action, or those that begin with it: request.");
    command->add_option("--object", log->object, "Only about this id");
    command->add_option("--limit", log->limit, "At most so many")->capture_default_str();
    log->workspace.addTo(*command);

    auto verify = std::make_shared<WorkspaceOption>();
    command = addCommand(*group, invocation, "verify", "Recompute every event, the tree and the checkpoints",
                         [verify](const Terminal& terminal) { return verifyLog(terminal, *verify); });
    verify->addTo(*command);

    auto where = std::make_shared<WorkspaceOption>();
    auto who = std::make_shared<UserOption>();
    command = addCommand(*group, invocation, "checkpoint", "Sign the present state; keep the text elsewhere",
                         [where, who](const Terminal& terminal) -> Result<int> {
                             MANGROVE_ASSIGN(auto workspace, where->open());
                             MANGROVE_ASSIGN(const auto session, who->login(*workspace));
                             MANGROVE_ASSIGN(const auto checkpoint,
                                             workspace::checkpointAudit(*workspace, session));
                             const std::string& text = checkpoint.note;
                             terminal.print(terminal.json() ? dump({{"checkpoint", text}}) : text);
                             return 0;
                         });
    where->addTo(*command);
    who->addTo(*command);

    auto place = std::make_shared<WorkspaceOption>();
    auto seq = std::make_shared<std::uint64_t>(0);
    command = addCommand(*group, invocation, "prove", "Print a proof that an event is in the log",
                         [place, seq](const Terminal& terminal) -> Result<int> {
                             MANGROVE_ASSIGN(auto workspace, place->open());
                             MANGROVE_ASSIGN(const auto proof, workspace::proveEvent(*workspace, *seq));
                             terminal.print(terminal.json() ? dump({{"proof", proof}}) : proof);
                             return 0;
                         });
    command->add_option("seq", *seq, "Number of the event")->required();
    place->addTo(*command);
}

} // namespace mangrove::cli
