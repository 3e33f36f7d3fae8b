// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/requests.h"

#include "authorization/errors.h"
#include "authorization/moves.h"
#include "workspace/datasets.h"
#include "workspace/errors.h"
#include "workspace/gate_facts.h"
#include "workspace/rooms.h"
#include "workspace/workspace.h"

#include <algorithm>
#include <map>

namespace mangrove::workspace {

namespace {

using authorization::Move;
using authorization::Request;

/// The role under which a user goes into the audit log: the first of `roles` she has.
Result<identity::Role> roleAmong(const Session& session, std::span<const identity::Role> roles) {
    for (const auto role : roles) {
        if (session.user().has(role))
            return role;
    }
    return Error(errors::kInternal, {"an act without a role was let through"});
}

Status requireUnlocked(const Session& session) {
    if (session.locked())
        return Error(errors::kSessionLocked, {session.user().displayName});
    return {};
}

Payload describe(const Request& request) {
    Payload payload;
    payload.add("dataset", request.dataset.text()).add("state", authorization::name(request.state));
    if (request.release)
        payload.add("release", request.release->text()).add("releaseSha256", request.releaseSha256);
    return payload;
}

/// Names by id, so that a list of requests needs each once.
struct Names {
    std::map<DatasetId, std::string> datasets;
    std::map<UserId, std::string> users;
    std::map<RequestId, std::vector<PackageId>> packages;
};

Result<Names> readNames(Rooms& rooms) {
    Names names;
    MANGROVE_ASSIGN(const auto datasets, rooms.catalog.list());
    for (const auto& dataset : datasets)
        names.datasets[dataset.id] = dataset.name;
    MANGROVE_ASSIGN(const auto users, rooms.users.list());
    for (const auto& user : users)
        names.users[user.id] = user.displayName;
    MANGROVE_ASSIGN(const auto packages, rooms.catalog.packages());
    for (const auto& package : packages)
        names.packages[package.request].push_back(package.id);
    return names;
}

Result<RequestView> viewOf(Workspace& workspace, Request request, Names& names) {
    Rooms& rooms = workspace.rooms();
    RequestView view;
    MANGROVE_ASSIGN(const auto facts, gateFacts(workspace, request, FactsDepth::Recorded, {}));
    const Instant now = workspace.environment().clock.now();
    view.gates = authorization::evaluateGates(request, facts, rooms.authorization.policy(), now);
    view.twoDeciders = authorization::needsTwoDeciders(request, facts, rooms.authorization.policy());
    if (request.validUntil) {
        MANGROVE_ASSIGN(view.permit, rooms.authorization.permit(request.id));
        view.daysLeft = std::chrono::floor<std::chrono::days>(*request.validUntil - now).count();
    }
    view.datasetName = names.datasets[request.dataset];
    view.applicantName = names.users[request.applicant];
    view.packages = names.packages[request.id];
    view.request = std::move(request);
    return view;
}

std::optional<Move> moveOf(RequestAct act) {
    switch (act) {
    case RequestAct::StartScreening:
        return Move::StartScreening;
    case RequestAct::StartReview:
        return Move::StartReview;
    case RequestAct::MarkReady:
        return Move::MarkReady;
    case RequestAct::Return:
        return Move::Return;
    case RequestAct::Withdraw:
        return Move::Withdraw;
    case RequestAct::Suspend:
        return Move::Suspend;
    case RequestAct::Resume:
        return Move::Resume;
    case RequestAct::Revoke:
        return Move::Revoke;
    case RequestAct::Close:
        return Move::Close;
    default:
        return std::nullopt;
    }
}

Error wrongState(const Request& request, std::string_view act) {
    return Error(errors::kRequestWrongState,
                 {request.id.text(), std::string(authorization::name(request.state)), std::string(act)});
}

bool hasDecided(const Request& request, const UserId& user) {
    return std::any_of(request.decisions.begin(), request.decisions.end(),
                       [&](const authorization::DecisionRecord& record) { return record.decider == user; });
}

bool hasReviewed(const Request& request, const UserId& user) {
    return std::any_of(request.history.begin(), request.history.end(),
                       [&](const authorization::RequestEvent& event) {
                           const auto move = authorization::moveFromName(event.kind);
                           return event.actor == user && move
                                  && (*move == Move::StartScreening || *move == Move::StartReview
                                      || *move == Move::MarkReady || *move == Move::Return);
                       });
}

Status gatesOpen(const RequestView& view) {
    for (const auto& gate : view.gates) {
        if (gate.blocks)
            return Error(errors::kGateClosed,
                         {gate.id, view.request.id.text(), std::string(authorization::name(gate.status)),
                          gateText(gate)});
    }
    return {};
}

Status mayMove(const Session& session, const Request& request, Move move) {
    const auto& rule = authorization::ruleOf(move);
    const auto& user = session.user();
    if (rule.roles.empty()) {
        if (user.id != request.applicant)
            return Error(errors::kNotApplicant, {request.id.text(), request.applicant.text()});
    } else {
        std::string roles;
        bool has = false;
        for (const auto role : rule.roles) {
            has = has || user.has(role);
            roles += (roles.empty() ? "" : ", ") + std::string(identity::roleName(role));
        }
        if (!has)
            return Error(errors::kRoleMissing, {user.id.text(), std::string(rule.name), roles});
        if (user.id == request.applicant)
            return Error(errors::kFourEyesApplicant, {user.id.text(), request.id.text()});
    }
    if (std::find(rule.from.begin(), rule.from.end(), request.state) == rule.from.end())
        return wrongState(request, rule.name);
    return {};
}

Status maySubmit(const Session& session, const Request& request) {
    MANGROVE_TRY(session.may(Act::CreateRequest));
    if (session.user().id != request.applicant)
        return Error(errors::kNotApplicant, {request.id.text(), request.applicant.text()});
    if (request.state != authorization::RequestState::Draft
        && request.state != authorization::RequestState::Returned)
        return wrongState(request, "submit");
    return {};
}

/// Role, four eyes and state of a vote, whatever it says.
Status mayVote(const Session& session, const Request& request) {
    const UserId& user = session.user().id;
    MANGROVE_TRY(session.may(Act::DecideRequest));
    if (user == request.applicant)
        return Error(errors::kFourEyesApplicant, {user.text(), request.id.text()});
    if (hasReviewed(request, user))
        return Error(errors::kFourEyesReviewer, {user.text(), request.id.text()});
    if (hasDecided(request, user))
        return Error(errors::kFourEyesSecondDecider, {user.text(), request.id.text()});
    return authorization::isDecidable(request.state) ? Status() : Status(wrongState(request, "decide"));
}

Status mayExport(const Session& session, const RequestView& view) {
    const Request& request = view.request;
    const UserId& user = session.user().id;
    MANGROVE_TRY(session.may(Act::Export));
    if (!view.permit)
        return Error(errors::kNoPermit, {request.id.text(), std::string(authorization::name(request.state))});
    if (user == request.applicant)
        return Error(errors::kFourEyesApplicant, {user.text(), request.id.text()});
    if (hasDecided(request, user))
        return Error(errors::kFourEyesExporter, {user.text(), request.id.text()});
    if (request.state == authorization::RequestState::Expired)
        return Error(errors::kPermitExpired, {request.id.text(), toIso8601(view.permit->validUntil)});
    if (request.state != authorization::RequestState::Active)
        return Error(errors::kPermitNotActive,
                     {request.id.text(), std::string(authorization::name(request.state))});
    return gatesOpen(view);
}

Status mayAttach(const Session& session, const Request& request) {
    MANGROVE_TRY(session.may(Act::Deidentify));
    const bool early = request.state == authorization::RequestState::Draft
                       || request.state == authorization::RequestState::Returned
                       || authorization::isDecidable(request.state);
    return early && request.decisions.empty() ? Status() : Status(wrongState(request, "attach-release"));
}

} // namespace

Result<Request> createRequest(Workspace& workspace, const Session& session,
                              authorization::NewRequest wanted) {
    MANGROVE_ASSIGN(const auto role, session.roleFor(Act::CreateRequest));
    Rooms& rooms = workspace.rooms();
    MANGROVE_ASSIGN(const auto dataset, rooms.catalog.find(wanted.dataset));
    wanted.releaseSha256.clear();
    if (wanted.release) {
        MANGROVE_ASSIGN(const auto release, rooms.catalog.findRelease(*wanted.release));
        if (release.dataset != dataset.id)
            return Error(errors::kReleaseOfOtherDataset,
                         {release.id.text(), release.dataset.text(), dataset.id.text()});
        wanted.releaseSha256 = release.sha256;
    }
    MANGROVE_ASSIGN(auto transaction, rooms.database.begin());
    MANGROVE_ASSIGN(auto request, rooms.authorization.create(wanted, session.user()));
    MANGROVE_TRY(record(rooms, session, role, "request.create", request.id.text(),
                        describe(request).add("recipientOrganisation", request.recipientOrganisation)));
    MANGROVE_TRY(transaction.commit());
    return request;
}

Result<Request> submitRequest(Workspace& workspace, const Session& session, const RequestId& id) {
    MANGROVE_ASSIGN(const auto role, session.roleFor(Act::CreateRequest));
    Rooms& rooms = workspace.rooms();
    MANGROVE_ASSIGN(auto transaction, rooms.database.begin());
    MANGROVE_TRY(rooms.authorization.submit(id, session.user()));
    MANGROVE_ASSIGN(auto request, rooms.authorization.find(id));
    MANGROVE_TRY(record(rooms, session, role, "request.submit", id.text(), describe(request)));
    MANGROVE_TRY(transaction.commit());
    return request;
}

Result<Request> attachRelease(Workspace& workspace, const Session& session, const RequestId& id,
                              const ReleaseId& releaseId) {
    MANGROVE_ASSIGN(const auto role, session.roleFor(Act::Deidentify));
    Rooms& rooms = workspace.rooms();
    MANGROVE_ASSIGN(const auto release, rooms.catalog.findRelease(releaseId));
    MANGROVE_ASSIGN(auto transaction, rooms.database.begin());
    MANGROVE_ASSIGN(const auto before, rooms.authorization.find(id));
    if (release.dataset != before.dataset)
        return Error(errors::kReleaseOfOtherDataset,
                     {release.id.text(), release.dataset.text(), before.dataset.text()});
    MANGROVE_TRY(rooms.authorization.attachRelease(id, releaseId, release.sha256, session.user()));
    MANGROVE_ASSIGN(auto request, rooms.authorization.find(id));
    MANGROVE_TRY(record(rooms, session, role, "request.attach-release", id.text(), describe(request)));
    MANGROVE_TRY(transaction.commit());
    return request;
}

Result<Request> moveRequest(Workspace& workspace, const Session& session, const RequestId& id, Move move,
                            const std::string& note) {
    MANGROVE_TRY(requireUnlocked(session));
    Rooms& rooms = workspace.rooms();
    MANGROVE_ASSIGN(auto transaction, rooms.database.begin());
    MANGROVE_TRY(rooms.authorization.move(id, move, session.user(), note));
    MANGROVE_ASSIGN(auto request, rooms.authorization.find(id));
    const auto& rule = authorization::ruleOf(move);
    MANGROVE_ASSIGN(const auto role, rule.roles.empty() ? session.roleFor(Act::CreateRequest)
                                                        : roleAmong(session, rule.roles));
    MANGROVE_TRY(record(rooms, session, role, "request." + std::string(rule.name), id.text(),
                        describe(request).add("note", note)));
    MANGROVE_TRY(transaction.commit());
    return request;
}

Result<Request> decideRequest(Workspace& workspace, const Session& session, const RequestId& id,
                              const authorization::Decision& decision, const RunContext& context) {
    MANGROVE_ASSIGN(const auto role, session.roleFor(Act::DecideRequest));
    Rooms& rooms = workspace.rooms();
    const bool approve = decision.verdict == authorization::Decision::Verdict::Approve;
    MANGROVE_ASSIGN(const auto before, rooms.authorization.find(id));
    MANGROVE_TRY(mayVote(session, before));
    if (approve)
        MANGROVE_TRY(requireIntact(workspace, before, context));
    MANGROVE_ASSIGN(
        const auto facts,
        gateFacts(workspace, before, approve ? FactsDepth::Measured : FactsDepth::Recorded, context));
    MANGROVE_ASSIGN(auto transaction, rooms.database.begin());
    MANGROVE_ASSIGN(auto request, rooms.authorization.decide(id, decision, session.signer(), facts));
    Payload payload = describe(request);
    payload.add("reason", decision.reason);
    if (request.validUntil)
        payload.add("validUntil", toIso8601(*request.validUntil));
    MANGROVE_TRY(
        record(rooms, session, role, approve ? "request.approve" : "request.reject", id.text(), payload));
    MANGROVE_TRY(rooms.audit.checkpoint(session.signer().checkpointKey, session.user().id));
    MANGROVE_TRY(transaction.commit());
    return request;
}

Result<Request> fulfilObligation(Workspace& workspace, const Session& session, const RequestId& id,
                                 std::size_t index, const std::string& evidence) {
    MANGROVE_ASSIGN(const auto role, session.roleFor(Act::FulfilObligation));
    Rooms& rooms = workspace.rooms();
    MANGROVE_ASSIGN(auto transaction, rooms.database.begin());
    MANGROVE_TRY(rooms.authorization.fulfil(id, index, session.user(), evidence));
    MANGROVE_ASSIGN(auto request, rooms.authorization.find(id));
    Payload payload;
    payload.add("obligation", index).add("evidence", evidence);
    MANGROVE_TRY(record(rooms, session, role, "request.fulfil", id.text(), payload));
    MANGROVE_TRY(transaction.commit());
    return request;
}

Result<std::vector<RequestView>> listRequests(Workspace& workspace) {
    Rooms& rooms = workspace.rooms();
    MANGROVE_ASSIGN(auto requests, rooms.authorization.list());
    MANGROVE_ASSIGN(auto names, readNames(rooms));
    std::vector<RequestView> views;
    std::reverse(requests.begin(), requests.end());
    for (auto& request : requests) {
        MANGROVE_ASSIGN(auto view, viewOf(workspace, std::move(request), names));
        views.push_back(std::move(view));
    }
    return views;
}

Result<RequestView> showRequest(Workspace& workspace, const RequestId& id) {
    Rooms& rooms = workspace.rooms();
    MANGROVE_ASSIGN(auto request, rooms.authorization.find(id));
    MANGROVE_ASSIGN(auto names, readNames(rooms));
    return viewOf(workspace, std::move(request), names);
}

Status mayAct(const Session& session, const RequestView& view, RequestAct act) {
    MANGROVE_TRY(requireUnlocked(session));
    if (const auto move = moveOf(act))
        return mayMove(session, view.request, *move);
    switch (act) {
    case RequestAct::Submit:
        return maySubmit(session, view.request);
    case RequestAct::AttachRelease:
        return mayAttach(session, view.request);
    case RequestAct::Export:
        return mayExport(session, view);
    default:
        MANGROVE_TRY(mayVote(session, view.request));
        return act == RequestAct::Approve ? gatesOpen(view) : Status();
    }
}

} // namespace mangrove::workspace
