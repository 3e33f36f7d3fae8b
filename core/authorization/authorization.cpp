// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization/authorization.h"

#include "authorization/errors.h"
#include "authorization/moves.h"
#include "authorization/permit_text.h"
#include "authorization/request_checks.h"
#include "authorization/request_reader.h"
#include "base/text.h"
#include "crypto/cms.h"
#include "identity/user.h"
#include "store/database.h"

#include <algorithm>
#include <array>
#include <utility>

namespace mangrove::authorization {

namespace {

using identity::Role;

constexpr std::array kMayApply{Role::Applicant, Role::DataOfficer};
constexpr std::array kMayExport{Role::Custodian, Role::DataOfficer};
constexpr std::array kKnownRules{
    &errors::kFourEyesApplicant, &errors::kFourEyesReviewer, &errors::kFourEyesSecondDecider,
    &errors::kFourEyesExporter,  &errors::kNoPermit,         &errors::kPermitExpired,
    &errors::kRequestAppendOnly};

Status requireAny(const identity::User& user, std::span<const Role> roles, std::string_view act) {
    const bool has = std::any_of(roles.begin(), roles.end(), [&](Role role) { return user.has(role); });
    if (user.enabled && has)
        return {};
    std::vector<std::string> names;
    for (const Role role : roles)
        names.emplace_back(identity::roleName(role));
    return Error(errors::kRoleMissing, {user.id.text(), std::string(act), join(names, ", ")});
}

Error wrongState(const Request& request, std::string_view act) {
    return Error(errors::kRequestWrongState,
                 {request.id.text(), std::string(name(request.state)), std::string(act)});
}

bool reviewed(const Request& request, const UserId& user) {
    return std::any_of(request.history.begin(), request.history.end(), [&](const RequestEvent& event) {
        return event.actor == user
               && (event.kind == name(Move::StartScreening) || event.kind == name(Move::StartReview)
                   || event.kind == name(Move::MarkReady) || event.kind == name(Move::Return));
    });
}

bool decided(const Request& request, const UserId& user) {
    return std::any_of(request.decisions.begin(), request.decisions.end(),
                       [&](const DecisionRecord& record) { return record.decider == user; });
}

Status requireOpenGates(const Request& request, const std::vector<Gate>& gates) {
    for (const auto& gate : gates) {
        if (gate.blocks) {
            return Error(errors::kGateClosed,
                         {gate.id, request.id.text(), std::string(name(gate.status)), gateText(gate)});
        }
    }
    return {};
}

/// Role and four eyes of a decision, before its content is looked at.
Status requireDecider(const Request& request, const identity::User& user) {
    constexpr std::array kMayDecide{Role::Decider};
    MANGROVE_TRY(requireAny(user, kMayDecide, "decide"));
    if (user.id == request.applicant)
        return Error(errors::kFourEyesApplicant, {user.id.text(), request.id.text()});
    if (reviewed(request, user.id))
        return Error(errors::kFourEyesReviewer, {user.id.text(), request.id.text()});
    if (decided(request, user.id))
        return Error(errors::kFourEyesSecondDecider, {user.id.text(), request.id.text()});
    return {};
}

Status requireExporter(const Request& request, const identity::User& user) {
    if (user.id == request.applicant)
        return Error(errors::kFourEyesApplicant, {user.id.text(), request.id.text()});
    if (decided(request, user.id))
        return Error(errors::kFourEyesExporter, {user.id.text(), request.id.text()});
    return {};
}

Status checkDecision(const Request& request, const Decision& decision, Instant validUntil, Instant now) {
    const auto invalid = [](std::string what) { return Error(errors::kDecisionInvalid, {std::move(what)}); };
    if (decision.conditions.size() > kMaxListItems || decision.obligations.size() > kMaxListItems)
        return invalid("it has too many conditions or obligations");
    MANGROVE_TRY(checkText("reason", decision.reason));
    for (const auto& condition : decision.conditions)
        MANGROVE_TRY(checkText("conditions", condition));
    for (const auto& obligation : decision.obligations)
        MANGROVE_TRY(checkText("obligations", obligation.text));
    if (decision.verdict == Decision::Verdict::Reject)
        return trim(decision.reason).empty() ? Status(invalid("a rejection needs a reason")) : Status();
    if (validUntil <= now)
        return invalid("the permit would end at " + toIso8601(validUntil) + ", which is in the past");
    if (validUntil > request.requestedUntil)
        return invalid("the permit would outlast what was asked for (" + toIso8601(request.requestedUntil)
                       + ")");
    return {};
}

Status insertObligations(store::Database& database, const RequestId& id,
                         const std::vector<Obligation>& obligations, const UserId& actor) {
    for (const auto& obligation : obligations) {
        MANGROVE_TRY(database.run("INSERT INTO request_obligation(request, type, rule, text, actor) "
                                  "VALUES(?, ?, ?, ?, ?)",
                                  id, name(obligation.type), obligation.rule.text(), obligation.text, actor));
    }
    return {};
}

Status insertRelease(store::Database& database, const RequestId& id, const ReleaseId& release,
                     std::string_view sha256, const UserId& actor, Instant now) {
    return database.run(
        "INSERT INTO request_release(request, release, sha256, time, actor) VALUES(?, ?, ?, ?, ?)", id,
        release, sha256, now, actor);
}

} // namespace

Authorization::Authorization(store::Database& database, const Clock& clock, RandomSource& random,
                             GatePolicy policy)
    : m_database(database), m_clock(clock), m_random(random), m_policy(policy) {
    m_database.mapRuleErrors(kKnownRules);
}

Status Authorization::appendEvent(const RequestId& id, const identity::User& actor, std::string_view kind,
                                  RequestState state, std::string_view note) const {
    return m_database.run("INSERT INTO request_event(request, time, actor, kind, state, note) "
                          "VALUES(?, ?, ?, ?, ?, ?)",
                          id, m_clock.now(), actor.id, kind, name(state), note);
}

Result<Request> Authorization::create(const NewRequest& wanted, const identity::User& applicant) {
    MANGROVE_TRY(requireAny(applicant, kMayApply, "create"));
    const Instant now = m_clock.now();
    MANGROVE_TRY(checkRequest(wanted, now));
    const RequestId id(makeId("RQ", m_random));
    MANGROVE_ASSIGN(auto transaction, m_database.begin());
    const std::string duo = listToJson(wanted.duo);
    const std::string columns = listToJson(wanted.columns);
    MANGROVE_TRY(m_database.run("INSERT INTO request(id, dataset, applicant, created, title, purpose, duo, "
                                "recipient, recipient_organisation, "
                                "recipient_region, cross_border, legal_basis, sharing, columns, "
                                "requested_until, ethics_number, ethics_until) "
                                "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                id, wanted.dataset, applicant.id, now, wanted.title, wanted.purpose, duo,
                                wanted.recipient, wanted.recipientOrganisation, wanted.recipientRegion,
                                wanted.crossBorder, wanted.legalBasis, name(wanted.sharing), columns,
                                wanted.requestedUntil, wanted.ethicsNumber, wanted.ethicsUntil));
    if (wanted.release)
        MANGROVE_TRY(insertRelease(m_database, id, *wanted.release, wanted.releaseSha256, applicant.id, now));
    MANGROVE_TRY(insertObligations(m_database, id, wanted.obligations, applicant.id));
    MANGROVE_TRY(appendEvent(id, applicant, "created", RequestState::Draft, ""));
    MANGROVE_ASSIGN(Request request, readRequest(m_database, id, now));
    MANGROVE_TRY(transaction.commit());
    return request;
}

Status Authorization::attachRelease(const RequestId& id, const ReleaseId& release, std::string_view sha256,
                                    const identity::User& officer) {
    constexpr std::array kMayAttach{Role::DataOfficer};
    MANGROVE_TRY(requireAny(officer, kMayAttach, "attach-release"));
    MANGROVE_TRY(checkDigest("releaseSha256", sha256));
    MANGROVE_ASSIGN(auto transaction, m_database.begin());
    const Instant now = m_clock.now();
    MANGROVE_ASSIGN(const Request request, readRequest(m_database, id, now));
    const bool early = request.state == RequestState::Draft || request.state == RequestState::Returned
                       || isDecidable(request.state);
    if (!early || !request.decisions.empty())
        return wrongState(request, "attach-release");
    MANGROVE_TRY(insertRelease(m_database, id, release, sha256, officer.id, now));
    MANGROVE_TRY(appendEvent(id, officer, "release-attached", request.state, release.text()));
    return transaction.commit();
}

Status Authorization::submit(const RequestId& id, const identity::User& applicant) {
    MANGROVE_ASSIGN(auto transaction, m_database.begin());
    const Instant now = m_clock.now();
    MANGROVE_ASSIGN(const Request request, readRequest(m_database, id, now));
    if (applicant.id != request.applicant)
        return Error(errors::kNotApplicant, {id.text(), request.applicant.text()});
    MANGROVE_TRY(requireAny(applicant, kMayApply, "submit"));
    if (request.state != RequestState::Draft && request.state != RequestState::Returned)
        return wrongState(request, "submit");
    MANGROVE_TRY(checkRequest(request, now));
    MANGROVE_TRY(appendEvent(id, applicant, "submitted", RequestState::Submitted, ""));
    return transaction.commit();
}

Status Authorization::move(const RequestId& id, Move move, const identity::User& actor,
                           std::string_view note) {
    const MoveRule& rule = ruleOf(move);
    MANGROVE_TRY(checkText("note", note));
    MANGROVE_ASSIGN(auto transaction, m_database.begin());
    MANGROVE_ASSIGN(const Request request, readRequest(m_database, id, m_clock.now()));
    if (rule.roles.empty()) {
        if (actor.id != request.applicant)
            return Error(errors::kNotApplicant, {id.text(), request.applicant.text()});
    } else {
        MANGROVE_TRY(requireAny(actor, rule.roles, rule.name));
        if (actor.id == request.applicant)
            return Error(errors::kFourEyesApplicant, {actor.id.text(), id.text()});
    }
    if (std::find(rule.from.begin(), rule.from.end(), request.state) == rule.from.end())
        return wrongState(request, rule.name);
    MANGROVE_TRY(appendEvent(id, actor, rule.name, rule.to, note));
    return transaction.commit();
}

Result<Request> Authorization::decide(const RequestId& id, const Decision& decision,
                                      const identity::UnlockedSigner& decider, const GateFacts& facts) {
    MANGROVE_ASSIGN(auto transaction, m_database.begin());
    const Instant now = m_clock.now();
    MANGROVE_ASSIGN(Request request, readRequest(m_database, id, now));
    MANGROVE_TRY(requireDecider(request, decider.user));
    if (!isDecidable(request.state))
        return wrongState(request, "decide");
    const Instant validUntil =
        decision.validUntil == Instant{} ? request.requestedUntil : decision.validUntil;
    MANGROVE_TRY(checkDecision(request, decision, validUntil, now));
    const bool approve = decision.verdict == Decision::Verdict::Approve;
    const auto gates = evaluateGates(request, facts, m_policy, now);
    if (approve)
        MANGROVE_TRY(requireOpenGates(request, gates));

    DecisionRecord record{decider.user.id,
                          now,
                          approve,
                          decision.reason,
                          validUntil,
                          decision.conditions,
                          needsTwoDeciders(request, facts, m_policy) ? 2 : 1};
    MANGROVE_TRY(recordDecision(request, record, decider, gates));
    MANGROVE_TRY(insertObligations(m_database, id, decision.obligations, decider.user.id));
    MANGROVE_ASSIGN(request, readRequest(m_database, id, now));

    if (!approve) {
        MANGROVE_TRY(appendEvent(id, decider.user, "rejected", RequestState::Rejected, decision.reason));
    } else {
        int needed = 1;
        for (const auto& vote : request.decisions)
            needed = std::max(needed, vote.decidersNeeded);
        if (static_cast<int>(request.decisions.size()) < needed) {
            MANGROVE_TRY(appendEvent(id, decider.user, "first-approval", RequestState::ReadyForDecision,
                                     decision.reason));
        } else {
            MANGROVE_TRY(issuePermit(request, decider, gates));
            MANGROVE_TRY(appendEvent(id, decider.user, "approved", RequestState::Approved, decision.reason));
            MANGROVE_TRY(appendEvent(id, decider.user, "activated", RequestState::Active, ""));
        }
    }
    MANGROVE_ASSIGN(request, readRequest(m_database, id, now));
    MANGROVE_TRY(transaction.commit());
    return request;
}

Status Authorization::recordDecision(const Request& request, const DecisionRecord& record,
                                     const identity::UnlockedSigner& decider,
                                     const std::vector<Gate>& gates) {
    const std::string text = decisionText(request, record, gates);
    MANGROVE_ASSIGN(const Bytes signature, crypto::signDetachedCades(asBytes(text), decider.signingKey,
                                                                     decider.certificate, {}, record.time));
    const std::string conditions = listToJson(record.conditions);
    return m_database.run(
        "INSERT INTO request_decision(request, decider, time, approve, reason, valid_until, "
        "conditions, deciders_needed, release_sha256, text, signature) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        request.id, record.decider, record.time, record.approve, record.reason, record.validUntil, conditions,
        record.decidersNeeded, request.releaseSha256, text, signature);
}

Status Authorization::issuePermit(const Request& request, const identity::UnlockedSigner& decider,
                                  const std::vector<Gate>& gates) {
    Permit permit;
    permit.id = PermitId(makeId("PM", m_random));
    permit.request = request.id;
    permit.issued = m_clock.now();
    permit.validUntil = request.requestedUntil;
    for (const auto& record : request.decisions)
        permit.validUntil = std::min(permit.validUntil, record.validUntil);
    MANGROVE_ASSIGN(const auto approvals, readDecisionTexts(m_database, request.id));
    permit.document.text = permitText(permit, request, gates, approvals);
    MANGROVE_ASSIGN(permit.document.signature,
                    crypto::signDetachedCades(asBytes(permit.document.text), decider.signingKey,
                                              decider.certificate, {}, permit.issued));
    return m_database.run("INSERT INTO permit(id, request, issued, valid_until, text, signature) "
                          "VALUES(?, ?, ?, ?, ?, ?)",
                          permit.id, request.id, permit.issued, permit.validUntil, permit.document.text,
                          permit.document.signature);
}

Result<Request> Authorization::find(const RequestId& id) const {
    return readRequest(m_database, id, m_clock.now());
}

Result<std::vector<Request>> Authorization::list(const std::optional<DatasetId>& dataset) const {
    std::vector<RequestId> ids;
    {
        MANGROVE_ASSIGN(auto rows, m_database.query("SELECT id FROM request WHERE ?1 IS NULL OR dataset = ?1 "
                                                    "ORDER BY created, rowid",
                                                    dataset));
        while (true) {
            MANGROVE_ASSIGN(const bool more, rows.step());
            if (!more)
                break;
            ids.emplace_back(rows.text(0));
        }
    }
    std::vector<Request> requests;
    const Instant now = m_clock.now();
    for (const auto& id : ids) {
        MANGROVE_ASSIGN(Request request, readRequest(m_database, id, now));
        requests.push_back(std::move(request));
    }
    return requests;
}

Result<std::vector<Gate>> Authorization::gates(const RequestId& id, const GateFacts& facts) const {
    const Instant now = m_clock.now();
    MANGROVE_ASSIGN(const Request request, readRequest(m_database, id, now));
    return evaluateGates(request, facts, m_policy, now);
}

Result<bool> Authorization::twoDeciders(const RequestId& id, const GateFacts& facts) const {
    MANGROVE_ASSIGN(const Request request, readRequest(m_database, id, m_clock.now()));
    return needsTwoDeciders(request, facts, m_policy);
}

Result<Permit> Authorization::permit(const RequestId& id) const {
    MANGROVE_ASSIGN(const Request request, readRequest(m_database, id, m_clock.now()));
    return readPermitRecord(m_database, request);
}

Result<Permit> Authorization::clearForExport(const RequestId& id, const identity::User& exporter,
                                             const GateFacts& facts) const {
    MANGROVE_TRY(requireAny(exporter, kMayExport, "export"));
    const Instant now = m_clock.now();
    MANGROVE_ASSIGN(const Request request, readRequest(m_database, id, now));
    MANGROVE_ASSIGN(Permit permit, readPermitRecord(m_database, request));
    MANGROVE_TRY(requireExporter(request, exporter));
    if (request.state == RequestState::Expired)
        return Error(errors::kPermitExpired, {id.text(), toIso8601(permit.validUntil)});
    if (request.state != RequestState::Active)
        return Error(errors::kPermitNotActive, {id.text(), std::string(name(request.state))});
    if (facts.release && facts.release->sha256 != request.releaseSha256) {
        return Error(errors::kPermitOtherRelease, {id.text(), request.releaseSha256, facts.release->sha256});
    }
    MANGROVE_TRY(requireOpenGates(request, evaluateGates(request, facts, m_policy, now)));
    return permit;
}

Status Authorization::recordExport(const RequestId& id, const identity::User& exporter,
                                   const PackageId& package, std::string_view packageSha256) {
    MANGROVE_TRY(requireAny(exporter, kMayExport, "export"));
    MANGROVE_TRY(checkDigest("packageSha256", packageSha256));
    MANGROVE_ASSIGN(auto transaction, m_database.begin());
    const Instant now = m_clock.now();
    MANGROVE_ASSIGN(const Request request, readRequest(m_database, id, now));
    MANGROVE_TRY(requireExporter(request, exporter));
    if (request.state != RequestState::Active)
        return Error(errors::kPermitNotActive, {id.text(), std::string(name(request.state))});
    MANGROVE_TRY(m_database.run("INSERT INTO permit_export(request, time, exporter, package, package_sha256) "
                                "VALUES(?, ?, ?, ?, ?)",
                                id, now, exporter.id, package, packageSha256));
    MANGROVE_TRY(appendEvent(id, exporter, "exported", RequestState::Active, package.text()));
    return transaction.commit();
}

Status Authorization::fulfil(const RequestId& id, std::size_t index, const identity::User& actor,
                             std::string_view evidence) {
    MANGROVE_TRY(requireAny(actor, kMayExport, "fulfil"));
    MANGROVE_TRY(checkText("evidence", evidence));
    MANGROVE_ASSIGN(auto transaction, m_database.begin());
    MANGROVE_ASSIGN(const Request request, readRequest(m_database, id, m_clock.now()));
    MANGROVE_ASSIGN(const auto rows, obligationRows(m_database, id));
    if (index >= rows.size())
        return Error(errors::kObligationNotFound, {id.text(), std::to_string(index)});
    if (actor.id == request.applicant)
        return Error(errors::kFourEyesApplicant, {actor.id.text(), id.text()});
    MANGROVE_TRY(m_database.run("INSERT INTO obligation_fulfilment(obligation, time, actor, evidence) "
                                "VALUES(?, ?, ?, ?)",
                                rows[index], m_clock.now(), actor.id, evidence));
    MANGROVE_TRY(appendEvent(id, actor, "obligation-fulfilled", request.history.back().state, evidence));
    return transaction.commit();
}

} // namespace mangrove::authorization
