// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization/request_reader.h"

#include "authorization/errors.h"
#include "authorization/permit_text.h"
#include "store/database.h"

#include <utility>

namespace mangrove::authorization {

namespace {

/// The file may have been written by another program: a word this room does not know is damage, not a crash.
Error unknownWord(std::string_view what) {
    return Error(errors::kPermitMalformed, {"unknown " + std::string(what) + " in the records"});
}

Result<Request> readRow(store::Database& database, const RequestId& id) {
    MANGROVE_ASSIGN(
        auto row,
        database.query("SELECT dataset, applicant, created, title, purpose, duo, recipient, "
                       "recipient_organisation, recipient_region, cross_border, legal_basis, sharing, "
                       "columns, requested_until, ethics_number, ethics_until FROM request WHERE id = ?",
                       id));
    MANGROVE_ASSIGN(const bool found, row.step());
    if (!found)
        return Error(errors::kRequestNotFound, {id.text()});
    Request request;
    request.id = id;
    request.dataset = DatasetId(row.text(0));
    request.applicant = UserId(row.text(1));
    request.created = row.instant(2);
    request.title = row.text(3);
    request.purpose = row.text(4);
    MANGROVE_ASSIGN(request.duo, listFromJson(row.textView(5)));
    request.recipient = row.text(6);
    request.recipientOrganisation = row.text(7);
    request.recipientRegion = row.text(8);
    request.crossBorder = row.boolean(9);
    request.legalBasis = row.text(10);
    const auto sharing = sharingFromName(row.textView(11));
    if (!sharing)
        return unknownWord("sharing");
    request.sharing = *sharing;
    MANGROVE_ASSIGN(request.columns, listFromJson(row.textView(12)));
    request.requestedUntil = row.instant(13);
    request.ethicsNumber = row.text(14);
    request.ethicsUntil = row.optionalInstant(15);
    return request;
}

Status readEvents(store::Database& database, Request& request) {
    MANGROVE_ASSIGN(auto rows, database.query("SELECT seq, time, actor, kind, state, note FROM request_event "
                                              "WHERE request = ? ORDER BY seq",
                                              request.id));
    while (true) {
        MANGROVE_ASSIGN(const bool more, rows.step());
        if (!more)
            return {};
        const auto state = requestStateFromName(rows.textView(4));
        if (!state)
            return unknownWord("state");
        request.history.push_back(
            {rows.count(0), rows.instant(1), UserId(rows.text(2)), rows.text(3), *state, rows.text(5)});
        request.state = *state;
    }
}

Status readRelease(store::Database& database, Request& request) {
    MANGROVE_ASSIGN(auto row, database.query("SELECT release, sha256 FROM request_release WHERE request = ? "
                                             "ORDER BY seq DESC LIMIT 1",
                                             request.id));
    MANGROVE_ASSIGN(const bool found, row.step());
    if (found) {
        request.release = ReleaseId(row.text(0));
        request.releaseSha256 = row.text(1);
    }
    return {};
}

Status readDecisions(store::Database& database, Request& request) {
    MANGROVE_ASSIGN(auto rows,
                    database.query("SELECT decider, time, approve, reason, valid_until, conditions, "
                                   "deciders_needed FROM request_decision WHERE request = ? ORDER BY seq",
                                   request.id));
    while (true) {
        MANGROVE_ASSIGN(const bool more, rows.step());
        if (!more)
            return {};
        DecisionRecord record;
        record.decider = UserId(rows.text(0));
        record.time = rows.instant(1);
        record.approve = rows.boolean(2);
        record.reason = rows.text(3);
        record.validUntil = rows.instant(4);
        MANGROVE_ASSIGN(record.conditions, listFromJson(rows.textView(5)));
        record.decidersNeeded = static_cast<int>(rows.integer(6));
        request.decisions.push_back(std::move(record));
    }
}

/// Issue and end of the permit, where there is one.
Result<std::optional<std::pair<Instant, Instant>>> readValidity(store::Database& database,
                                                                const RequestId& id) {
    std::optional<std::pair<Instant, Instant>> validity;
    MANGROVE_ASSIGN(auto row, database.query("SELECT issued, valid_until FROM permit WHERE request = ?", id));
    MANGROVE_ASSIGN(const bool found, row.step());
    if (found)
        validity.emplace(row.instant(0), row.instant(1));
    return validity;
}

Status readObligations(store::Database& database, Request& request,
                       const std::optional<std::pair<Instant, Instant>>& validity, Instant now) {
    MANGROVE_ASSIGN(
        auto rows,
        database.query("SELECT o.type, o.rule, o.text, f.evidence FROM request_obligation o LEFT JOIN "
                       "obligation_fulfilment f ON f.obligation = o.seq WHERE o.request = ? ORDER BY o.seq",
                       request.id));
    while (true) {
        MANGROVE_ASSIGN(const bool more, rows.step());
        if (!more)
            return {};
        Obligation obligation;
        const auto type = obligationTypeFromName(rows.textView(0));
        if (!type)
            return unknownWord("obligation");
        obligation.type = *type;
        MANGROVE_ASSIGN(obligation.rule, DueRule::parse(rows.textView(1)));
        obligation.text = rows.text(2);
        if (validity)
            obligation.due = obligation.rule.due(validity->first, validity->second);
        if (!rows.isNull(3)) {
            obligation.status = ObligationStatus::Fulfilled;
            obligation.evidence = rows.text(3);
        } else if (obligation.rule.anchor == DueRule::Anchor::Always) {
            obligation.status = ObligationStatus::Standing;
        } else if (obligation.due && *obligation.due < now) {
            obligation.status = ObligationStatus::Overdue;
        }
        request.obligations.push_back(std::move(obligation));
    }
}

} // namespace

Result<Request> readRequest(store::Database& database, const RequestId& id, Instant now) {
    MANGROVE_ASSIGN(Request request, readRow(database, id));
    MANGROVE_TRY(readEvents(database, request));
    MANGROVE_TRY(readRelease(database, request));
    MANGROVE_TRY(readDecisions(database, request));
    MANGROVE_ASSIGN(const auto validity, readValidity(database, id));
    MANGROVE_TRY(readObligations(database, request, validity, now));
    if (validity) {
        request.validUntil = validity->second;
        const bool ticking = request.state == RequestState::Approved || request.state == RequestState::Active
                             || request.state == RequestState::Suspended;
        if (ticking && now >= validity->second)
            request.state = RequestState::Expired;
    }
    return request;
}

Result<Permit> readPermitRecord(store::Database& database, const Request& request) {
    MANGROVE_ASSIGN(auto row, database.query("SELECT id, issued, valid_until, text, signature FROM permit "
                                             "WHERE request = ?",
                                             request.id));
    MANGROVE_ASSIGN(const bool found, row.step());
    if (!found)
        return Error(errors::kNoPermit, {request.id.text(), std::string(name(request.state))});
    Permit permit;
    permit.id = PermitId(row.text(0));
    permit.request = request.id;
    permit.issued = row.instant(1);
    permit.validUntil = row.instant(2);
    permit.document = {row.text(3), row.blob(4)};
    MANGROVE_ASSIGN(permit.decisions, readDecisionTexts(database, request.id));
    return permit;
}

Result<std::vector<SignedText>> readDecisionTexts(store::Database& database, const RequestId& id) {
    MANGROVE_ASSIGN(auto rows,
                    database.query("SELECT text, signature FROM request_decision WHERE request = ? "
                                   "ORDER BY seq",
                                   id));
    std::vector<SignedText> texts;
    while (true) {
        MANGROVE_ASSIGN(const bool more, rows.step());
        if (!more)
            return texts;
        texts.push_back({rows.text(0), rows.blob(1)});
    }
}

Result<std::vector<std::int64_t>> obligationRows(store::Database& database, const RequestId& id) {
    MANGROVE_ASSIGN(auto rows,
                    database.query("SELECT seq FROM request_obligation WHERE request = ? ORDER BY seq", id));
    std::vector<std::int64_t> numbers;
    while (true) {
        MANGROVE_ASSIGN(const bool more, rows.step());
        if (!more)
            return numbers;
        numbers.push_back(rows.integer(0));
    }
}

} // namespace mangrove::authorization
