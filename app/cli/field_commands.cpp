// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "classify/identifier_kind.h"
#include "errors.h"
#include "invocation.h"
#include "json_views.h"
#include "record_options.h"
#include "workspace/column_decisions.h"
#include "workspace/datasets.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace mangrove::cli {

namespace {

struct FieldsArguments {
    WorkspaceOption workspace;
    std::string reference;
    std::string cls;
    bool unresolved = false;
};

struct DecideArguments {
    WorkspaceOption workspace;
    UserOption user;
    std::string reference;
    std::vector<std::string> columns;
    bool accept = false;
    bool all = false;
    bool notIdentifier = false;
    std::string cls;
    std::string kind;
    std::string reason;
};

bool isUnresolved(const workspace::Field& field) {
    return field.state == workspace::FieldState::ToDecide || field.state == workspace::FieldState::Stale;
}

nlohmann::ordered_json rulesJson(const std::vector<classify::AppliedRule>& rules) {
    auto list = nlohmann::ordered_json::array();
    for (const auto& rule : rules)
        list.push_back(
            {{"rule", rule.rule}, {"source", rule.source}, {"clause", rule.clause}, {"status", rule.status}});
    return list;
}

nlohmann::ordered_json orNull(const std::optional<std::string>& text) {
    return text ? nlohmann::ordered_json(*text) : nlohmann::ordered_json(nullptr);
}

std::string evidenceOf(const classify::ColumnClassification& column) {
    return column.evidence.empty() ? std::string() : column.evidence.front().detail;
}

nlohmann::ordered_json fieldJson(const workspace::Field& field) {
    const auto& now = field.classification;
    nlohmann::ordered_json json{{"name", now.name},
                                {"state", workspace::toText(field.state)},
                                {"class", classify::toText(now.cls)},
                                {"identifier", orNull(now.identifier)},
                                {"confidence", now.confidence},
                                {"level39725", now.level39725},
                                {"evidence", evidenceOf(now)},
                                {"why", rulesJson(now.rules)},
                                {"samples", field.samples}};
    json["proposal"] = {{"class", classify::toText(field.proposal.cls)},
                        {"identifier", orNull(field.proposal.identifier)},
                        {"confidence", field.proposal.confidence},
                        {"level39725", field.proposal.level39725}};
    json["decision"] = nullptr;
    if (field.decision)
        json["decision"] = {{"verdict", field.decision->verdict},
                            {"class", field.decision->classId},
                            {"identifier", orNull(field.decision->identifier)},
                            {"reason", field.decision->reason},
                            {"by", field.decision->by.text()},
                            {"at", toIso8601(field.decision->at)},
                            {"version", field.decision->version},
                            {"changed", field.changes}};
    return json;
}

void printFields(const Terminal& terminal, const DatasetId& id, const workspace::FieldList& list,
                 const std::vector<workspace::Field>& shown) {
    const auto unresolved = std::count_if(list.fields.begin(), list.fields.end(), isUnresolved);
    if (terminal.json()) {
        auto fields = nlohmann::ordered_json::array();
        for (const auto& field : shown)
            fields.push_back(fieldJson(field));
        terminal.print(dump({{"dataset", id.text()},
                             {"version", list.version},
                             {"tableLevel39725", list.tableLevel39725},
                             {"stale", list.stale},
                             {"unresolved", unresolved},
                             {"fields", fields}}));
        return;
    }
    std::vector<std::vector<std::string>> rows{
        {"COLUMN", "STATE", "CLASS", "KIND", "LEVEL", "SURE", "SAMPLES", "EVIDENCE"}};
    for (const auto& field : shown) {
        const auto& now = field.classification;
        std::string samples;
        for (const auto& sample : field.samples)
            samples += (samples.empty() ? "" : " ") + sample;
        rows.push_back({now.name, std::string(workspace::toText(field.state)),
                        std::string(classify::toText(now.cls)), now.identifier.value_or("-"),
                        std::to_string(now.level39725), format("{:.0f} %", now.confidence * 100), samples,
                        evidenceOf(now)});
    }
    terminal.printTable(rows);
    terminal.print(format("{} of {} columns need a person's decision.", unresolved, list.fields.size()));
}

Result<int> showFields(const Terminal& terminal, const FieldsArguments& arguments) {
    MANGROVE_ASSIGN(auto workspace, arguments.workspace.open());
    MANGROVE_ASSIGN(const auto dataset, workspace::findDataset(*workspace, arguments.reference));
    MANGROVE_ASSIGN(const auto list, workspace::listFields(*workspace, dataset.id));
    std::vector<workspace::Field> shown;
    for (const auto& field : list.fields) {
        if (arguments.unresolved && !isUnresolved(field))
            continue;
        if (!arguments.cls.empty() && classify::toText(field.classification.cls) != arguments.cls)
            continue;
        shown.push_back(field);
    }
    std::stable_partition(shown.begin(), shown.end(), isUnresolved);
    printFields(terminal, dataset.id, list, shown);
    return 0;
}

/// What was asked, as one kind of verdict: exactly one of --accept, --class and --not-identifier.
Result<workspace::ColumnVerdict> verdictOf(const DecideArguments& arguments) {
    workspace::ColumnVerdict verdict;
    verdict.reason = arguments.reason;
    const int asked =
        (arguments.accept ? 1 : 0) + (arguments.notIdentifier ? 1 : 0) + (arguments.cls.empty() ? 0 : 1);
    if (asked != 1)
        return Error(errors::kDecideOneThing);
    if (arguments.all == !arguments.columns.empty() || (arguments.all && !arguments.accept))
        return Error(errors::kDecideWhich);
    if (arguments.accept) {
        verdict.kind = workspace::VerdictKind::Accept;
        if (verdict.reason.empty())
            verdict.reason = "The proposal is right.";
    } else if (arguments.notIdentifier) {
        verdict.kind = workspace::VerdictKind::NotIdentifier;
    } else {
        verdict.cls = classify::parseIdentifierClass(arguments.cls).value_or(classify::IdentifierClass::None);
        if (!arguments.kind.empty())
            verdict.identifier = arguments.kind;
    }
    return verdict;
}

Result<int> decide(const Terminal& terminal, const DecideArguments& arguments) {
    MANGROVE_ASSIGN(const auto verdict, verdictOf(arguments));
    MANGROVE_ASSIGN(auto workspace, arguments.workspace.open());
    MANGROVE_ASSIGN(const auto session, arguments.user.login(*workspace));
    MANGROVE_ASSIGN(const auto dataset, workspace::findDataset(*workspace, arguments.reference));
    auto columns = arguments.columns;
    if (arguments.all) {
        MANGROVE_ASSIGN(const auto list, workspace::listFields(*workspace, dataset.id));
        for (const auto& field : list.fields)
            if (field.state != workspace::FieldState::Decided)
                columns.push_back(field.proposal.name);
    }
    std::vector<workspace::ColumnVerdict> verdicts(columns.size(), verdict);
    for (std::size_t i = 0; i < columns.size(); ++i)
        verdicts[i].column = columns[i];
    MANGROVE_TRY(workspace::decideColumns(*workspace, session, dataset.id, verdicts));
    MANGROVE_ASSIGN(const auto list, workspace::listFields(*workspace, dataset.id));
    std::vector<workspace::Field> decided;
    for (const auto& field : list.fields)
        if (std::find(columns.begin(), columns.end(), field.proposal.name) != columns.end())
            decided.push_back(field);
    printFields(terminal, dataset.id, list, decided);
    return 0;
}

} // namespace

void addFieldCommands(CLI::App& dataset, Invocation& invocation) {
    const auto classes =
        CLI::IsMember({"direct", "quasi", "sensitive", "professional", "organisation", "code", "none"});
    auto fields = std::make_shared<FieldsArguments>();
    CLI::App* command =
        addCommand(dataset, invocation, "fields", "What each column is, who says so, and why",
                   [fields](const Terminal& terminal) { return showFields(terminal, *fields); });
    command->add_option("dataset", fields->reference, "Id or name of the data set")->required();
    command->add_option("--class", fields->cls, "Only columns of this class")->check(classes);
    command->add_flag("--unresolved", fields->unresolved, "Only columns that need a person's decision");
    fields->workspace.addTo(*command);

    auto verdict = std::make_shared<DecideArguments>();
    command = addCommand(dataset, invocation, "decide", "Say what columns are; the word is kept and audited",
                         [verdict](const Terminal& terminal) { return decide(terminal, *verdict); });
    command->add_option("dataset", verdict->reference, "Id or name of the data set")->required();
    command->add_option("columns", verdict->columns, "Names of the columns");
    command->add_flag("--accept", verdict->accept, "The proposal is right");
    command->add_flag("--all", verdict->all, "With --accept: every column that is not decided yet");
    command->add_flag("--not-identifier", verdict->notIdentifier, "What was recognised is not there");
    command->add_option("--class", verdict->cls, "It is something else: its class")->check(classes);
    command->add_option("--kind", verdict->kind, "With --class: kind of identifier");
    command->add_option("--reason", verdict->reason, "Why; becomes part of the record");
    verdict->workspace.addTo(*command);
    verdict->user.addTo(*command);
}

} // namespace mangrove::cli
