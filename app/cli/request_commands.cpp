// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization/authorization.h"
#include "authorization/gates.h"
#include "base/format.h"
#include "invocation.h"
#include "json_views.h"
#include "record_options.h"
#include "workspace/requests.h"

#include <nlohmann/json.hpp>

namespace mangrove::cli {

namespace {

struct NewArguments {
    WorkspaceOption workspace;
    UserOption user;
    std::string dataset;
    std::string release;
    std::string title;
    std::string purpose;
    std::string recipient;
    std::string organisation;
    std::string legalBasis;
    std::string sharing = "controlled";
    std::vector<std::string> columns;
    std::string until;
};

struct ActArguments {
    WorkspaceOption workspace;
    UserOption user;
    std::string request;
    std::string reason;
    std::string until;
    std::string recommend = "yes";
    std::string release;
    bool approve = false;
    bool reject = false;
};

void printView(const Terminal& terminal, const workspace::RequestView& view) {
    if (terminal.json()) {
        terminal.print(dump(toJson(view)));
        return;
    }
    const auto& request = view.request;
    terminal.print(
        format("{}  {}  [{}]", request.id.text(), request.title, authorization::name(request.state)));
    terminal.print(format("Data set   {}", view.datasetName));
    terminal.print(format("Applicant  {}", view.applicantName));
    terminal.print(format("Recipient  {}, {}", request.recipient, request.recipientOrganisation));
    terminal.print(format("Purpose    {}", request.purpose));
    for (const auto& gate : view.gates)
        terminal.print(format("{:<4} {:<15} {}", gate.id, authorization::name(gate.status),
                              authorization::gateText(gate)));
    if (view.permit)
        terminal.print(
            format("Permit     {}, {} days left", view.permit->id.text(), view.daysLeft.value_or(0)));
}

/// Opens, logs in, acts, and prints the request as it is afterwards.
Result<int> act(const Terminal& terminal, const WorkspaceOption& option, const UserOption& user,
                const std::function<Result<authorization::Request>(workspace::Workspace&,
                                                                   const workspace::Session&)>& work) {
    MANGROVE_ASSIGN(auto workspace, option.open());
    MANGROVE_ASSIGN(const auto session, user.login(*workspace));
    MANGROVE_ASSIGN(const auto request, work(*workspace, session));
    MANGROVE_ASSIGN(const auto view, workspace::showRequest(*workspace, request.id));
    printView(terminal, view);
    return 0;
}

Result<int> createRequest(const Terminal& terminal, const NewArguments& arguments) {
    return act(terminal, arguments.workspace, arguments.user,
               [&](workspace::Workspace& workspace,
                   const workspace::Session& session) -> Result<authorization::Request> {
                   MANGROVE_ASSIGN(const auto dataset, workspace::showDataset(workspace, arguments.dataset));
                   authorization::NewRequest draft;
                   draft.dataset = dataset.dataset.id;
                   if (!arguments.release.empty())
                       draft.release = ReleaseId(arguments.release);
                   draft.title = arguments.title;
                   draft.purpose = arguments.purpose;
                   draft.recipient = arguments.recipient;
                   draft.recipientOrganisation = arguments.organisation;
                   draft.legalBasis = arguments.legalBasis;
                   draft.columns = arguments.columns;
                   draft.sharing = authorization::sharingFromName(arguments.sharing)
                                       .value_or(authorization::Sharing::Controlled);
                   MANGROVE_ASSIGN(draft.requestedUntil, parseIso8601(arguments.until));
                   return workspace::createRequest(workspace, session, draft);
               });
}

Result<authorization::Request> decide(workspace::Workspace& workspace, const workspace::Session& session,
                                      const ActArguments& arguments) {
    authorization::Decision decision;
    using Verdict = authorization::Decision::Verdict;
    decision.verdict = arguments.approve ? Verdict::Approve : Verdict::Reject;
    decision.reason = arguments.reason;
    if (!arguments.until.empty()) {
        MANGROVE_ASSIGN(decision.validUntil, parseIso8601(arguments.until));
    } else {
        MANGROVE_ASSIGN(const auto view, workspace::showRequest(workspace, RequestId(arguments.request)));
        decision.validUntil = view.request.requestedUntil;
    }
    return workspace::decideRequest(workspace, session, RequestId(arguments.request), decision, {});
}

Result<int> listRequests(const Terminal& terminal, const WorkspaceOption& option) {
    MANGROVE_ASSIGN(auto workspace, option.open());
    MANGROVE_ASSIGN(const auto views, workspace::listRequests(*workspace));
    if (terminal.json()) {
        auto list = nlohmann::ordered_json::array();
        for (const auto& view : views)
            list.push_back(toJson(view));
        terminal.print(dump({{"requests", list}}));
        return 0;
    }
    std::vector<std::vector<std::string>> rows{
        {"ID", "STATE", "DATA SET", "APPLICANT", "RECIPIENT", "TITLE"}};
    for (const auto& view : views)
        rows.push_back({view.request.id.text(), std::string(authorization::name(view.request.state)),
                        view.datasetName, view.applicantName, view.request.recipientOrganisation,
                        view.request.title});
    terminal.printTable(rows);
    return 0;
}

using Work = Result<authorization::Request> (*)(workspace::Workspace&, const workspace::Session&,
                                                const ActArguments&);

/// A sub-command that moves one request: `mangrove request <name> REQUEST …`.
std::pair<CLI::App*, std::shared_ptr<ActArguments>>
addAct(CLI::App& group, Invocation& invocation, const char* name, const char* description, Work work) {
    auto arguments = std::make_shared<ActArguments>();
    CLI::App* command =
        addCommand(group, invocation, name, description, [arguments, work](const Terminal& terminal) {
            return act(
                terminal, arguments->workspace, arguments->user,
                [&](auto& workspace, const auto& session) { return work(workspace, session, *arguments); });
        });
    command->add_option("request", arguments->request, "Id of the request, RQ-…")->required();
    arguments->workspace.addTo(*command);
    arguments->user.addTo(*command);
    return {command, arguments};
}

void addNewRequest(CLI::App& group, Invocation& invocation) {
    auto fresh = std::make_shared<NewArguments>();
    CLI::App* command =
        addCommand(group, invocation, "new", "Draft a request for authorization; the applicant acts",
                   [fresh](const Terminal& terminal) { return createRequest(terminal, *fresh); });
    command->add_option("--dataset", fresh->dataset, "Id or name of the data set")->required();
    command->add_option("--release", fresh->release, "Id of the released table, RL-…");
    command->add_option("--title", fresh->title, "One line")->required();
    command->add_option("--purpose", fresh->purpose, "What the data is for; becomes part of the permit")
        ->required();
    command->add_option("--recipient", fresh->recipient, "Person or role who receives the package")
        ->required();
    command->add_option("--organisation", fresh->organisation, "Organisation of the recipient")->required();
    command->add_option("--legal-basis", fresh->legalBasis, "Consent, contract, statutory duty…")->required();
    command
        ->add_option("--sharing", fresh->sharing, "GB/T 37964 sharing model: public, controlled or enclave")
        ->check(CLI::IsMember({"public", "controlled", "enclave"}))
        ->capture_default_str();
    command->add_option("--column", fresh->columns, "A column asked for (repeatable; default: all)");
    command->add_option("--until", fresh->until, "Asked for until this date, 2027-06-30")->required();
    fresh->workspace.addTo(*command);
    fresh->user.addTo(*command);
}

using authorization::Move;

/// `mangrove request <name> REQUEST --note TEXT`: one move of the state machine, chosen from the arguments.
void addMove(CLI::App& group, Invocation& invocation, const char* name, const char* description,
             const std::function<Move(const ActArguments&)>& choose) {
    auto arguments = std::make_shared<ActArguments>();
    CLI::App* command =
        addCommand(group, invocation, name, description, [arguments, choose](const Terminal& terminal) {
            return act(terminal, arguments->workspace, arguments->user,
                       [&](auto& workspace, const auto& session) {
                           return workspace::moveRequest(workspace, session, RequestId(arguments->request),
                                                         choose(*arguments), arguments->reason);
                       });
        });
    command->add_option("request", arguments->request, "Id of the request, RQ-…")->required();
    command->add_option("--note", arguments->reason, "Why, in words")->required();
    if (std::string_view(name) == "review")
        command->add_option("--recommend", arguments->recommend, "yes, or no to send it back")
            ->check(CLI::IsMember({"yes", "no"}))
            ->capture_default_str();
    arguments->workspace.addTo(*command);
    arguments->user.addTo(*command);
}

struct NamedMove {
    const char* name;
    const char* description;
    Move move;
};

constexpr NamedMove kMoves[] = {
    {"screen", "Take a submitted request into screening; the data officer acts", Move::StartScreening},
    {"start-review", "Hand it to the privacy reviewer; the data officer acts", Move::StartReview},
    {"return", "Send it back to the applicant", Move::Return},
    {"withdraw", "Take it back before it is decided; the applicant acts", Move::Withdraw},
    {"suspend", "Suspend an active permit", Move::Suspend},
    {"activate", "Let a suspended permit hold again (an approval activates by itself)", Move::Resume},
    {"revoke", "End a permit for good", Move::Revoke},
    {"close", "Close a finished request", Move::Close},
};

/// The papers a person enters for the gates.
void addEvidence(CLI::App& group, Invocation& invocation) {
    auto arguments = std::make_shared<ActArguments>();
    auto evidence = std::make_shared<workspace::GateEvidence>();
    CLI::App* command = addCommand(
        group, invocation, "evidence", "Enter papers and facts the gates ask for",
        [arguments, evidence](const Terminal& terminal) {
            return act(terminal, arguments->workspace, arguments->user,
                       [&](auto& workspace, const auto& session) -> Result<authorization::Request> {
                           const RequestId id(arguments->request);
                           MANGROVE_TRY(workspace::recordGateEvidence(workspace, session, id, *evidence));
                           MANGROVE_ASSIGN(const auto view, workspace::showRequest(workspace, id));
                           return view.request;
                       });
        });
    command->add_option("request", arguments->request, "Id of the request, RQ-…")->required();
    command->add_option("--agreement", evidence->agreementReference, "Number of the data-use agreement");
    command->add_option("--registration", evidence->registrationNumber, "Result code of the registration");
    command->add_option("--genetic-filing", evidence->humanGeneticFiling,
                        "Filing for human genetic resources");
    command->add_option("--cross-border", evidence->crossBorderPath, "Path of the cross-border transfer")
        ->check(CLI::IsMember({"security-assessment", "standard-contract", "certification", "exempt"}));
    command->add_option("--cross-border-reference", evidence->crossBorderReference, "Its number");
    command->add_option("--accept-quality", evidence->qualityAcceptedReason,
                        "Why failed quality checks are tolerated");
    command->add_flag("--ethics-required", evidence->ethicsRequired, "An ethics approval is needed");
    command->add_flag("--foreign-controlled", evidence->recipientForeignControlled,
                      "The recipient is foreign-controlled");
    arguments->workspace.addTo(*command);
    arguments->user.addTo(*command);
}

void addMoves(CLI::App& group, Invocation& invocation) {
    addAct(group, invocation, "submit", "Hand the draft in",
           [](auto& workspace, const auto& session, const ActArguments& arguments) {
               return workspace::submitRequest(workspace, session, RequestId(arguments.request));
           });
    const auto [attach, attachArguments] =
        addAct(group, invocation, "attach-release", "Name the released table",
               [](auto& workspace, const auto& session, const ActArguments& arguments) {
                   return workspace::attachRelease(workspace, session, RequestId(arguments.request),
                                                   ReleaseId(arguments.release));
               });
    attach->add_option("--release", attachArguments->release, "Id of the released table, RL-…")->required();
    addMove(group, invocation, "review",
            "The privacy reviewer's word: ready for decision, or back to the applicant",
            [](const ActArguments& arguments) {
                return arguments.recommend == "yes" ? Move::MarkReady : Move::Return;
            });

    const auto [decision, decideArguments] = addAct(
        group, invocation, "decide", "Approve or reject with a signature; never the applicant", decide);
    CLI::Option_group* verdict = decision->add_option_group("verdict", "One of the two is needed");
    verdict->add_flag("--approve", decideArguments->approve, "Sign and approve");
    verdict->add_flag("--reject", decideArguments->reject, "Sign and reject");
    verdict->require_option(1);
    decision->add_option("--reason", decideArguments->reason, "Why")->required();
    decision->add_option("--until", decideArguments->until,
                         "The permit holds until this date (default: as asked for)");

    for (const NamedMove& named : kMoves)
        addMove(group, invocation, named.name, named.description,
                [move = named.move](const ActArguments&) { return move; });
    addEvidence(group, invocation);
}

} // namespace

void addRequestCommands(CLI::App& app, Invocation& invocation) {
    CLI::App* group = addGroup(app, "request", "Ask for, review and decide authorizations");
    addNewRequest(*group, invocation);
    addMoves(*group, invocation);

    auto list = std::make_shared<WorkspaceOption>();
    CLI::App* command =
        addCommand(*group, invocation, "list", "List the requests, newest first",
                   [list](const Terminal& terminal) { return listRequests(terminal, *list); });
    list->addTo(*command);

    auto show = std::make_shared<ActArguments>();
    command = addCommand(*group, invocation, "show", "Show a request with its gates and permit",
                         [show](const Terminal& terminal) -> Result<int> {
                             MANGROVE_ASSIGN(auto workspace, show->workspace.open());
                             MANGROVE_ASSIGN(const auto view,
                                             workspace::showRequest(*workspace, RequestId(show->request)));
                             printView(terminal, view);
                             return 0;
                         });
    command->add_option("request", show->request, "Id of the request, RQ-…")->required();
    show->workspace.addTo(*command);
}

} // namespace mangrove::cli
