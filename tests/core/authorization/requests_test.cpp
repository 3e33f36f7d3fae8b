// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization/errors.h"
#include "core/authorization/authorization_fixture.h"
#include "support/test_registry.h"

#include <QtTest>

#include <functional>

using namespace mangrove;
using namespace mangrove::authorization;
using mangrove::test::AuthorizationFixture;
using mangrove::test::must;

namespace {

using RequestChange = std::function<void(NewRequest&)>;

RequestState stateOf(const AuthorizationFixture& f, const RequestId& id) {
    return must(f.authorization->find(id)).state;
}

} // namespace

Q_DECLARE_METATYPE(RequestChange)

class RequestsTest : public QObject {
    Q_OBJECT

private slots:
    void wholeWay() {
        AuthorizationFixture f;
        const Request draft = must(f.authorization->create(f.wanted(), f.applicant.user));
        QVERIFY(draft.id.text().starts_with("RQ-"));
        QCOMPARE(draft.state, RequestState::Draft);
        QCOMPARE(draft.title, f.wanted().title);
        QCOMPARE(draft.columns, f.wanted().columns);
        QCOMPARE(draft.duo, f.wanted().duo);
        QCOMPARE(draft.release, f.wanted().release);
        must(f.authorization->submit(draft.id, f.applicant.user));
        must(f.authorization->move(draft.id, Move::StartScreening, f.officer.user, ""));
        must(f.authorization->move(draft.id, Move::StartReview, f.officer.user, ""));
        must(f.authorization->move(draft.id, Move::MarkReady, f.reviewer.user, "fine"));
        const Request active = must(f.authorization->decide(draft.id, f.approval(), f.decider, f.facts()));
        QCOMPARE(active.state, RequestState::Active);
        std::vector<std::string> kinds;
        for (const auto& event : active.history)
            kinds.push_back(event.kind);
        QCOMPARE(kinds, (std::vector<std::string>{"created", "submitted", "start-screening", "start-review",
                                                  "mark-ready", "approved", "activated"}));
        QCOMPARE(active.history[4].actor.text(), std::string("wu"));
        QCOMPARE(active.history[4].note, std::string("fine"));
        const Permit permit = must(f.authorization->clearForExport(draft.id, f.custodian.user, f.facts()));
        QCOMPARE(permit.validUntil, test::at("2027-05-23"));
        must(f.authorization->recordExport(draft.id, f.custodian.user, PackageId("PK-1"), f.digest('e')));
        QCOMPARE(must(f.authorization->find(draft.id)).history.back().kind, std::string("exported"));
    }

    void refusedRequests_data() {
        QTest::addColumn<RequestChange>("change");
        QTest::addColumn<QString>("field");
        const auto row = [](const char* field, const RequestChange& change) {
            QTest::newRow(field) << change << field;
        };
        row("title", [](NewRequest& r) { r.title = "  "; });
        row("dataset", [](NewRequest& r) { r.dataset = DatasetId(); });
        row("purpose", [](NewRequest& r) { r.purpose = std::string(kMaxTextBytes + 1, 'x'); });
        row("recipient", [](NewRequest& r) { r.recipient = "\xff"; });
        row("columns", [](NewRequest& r) { r.columns.assign(kMaxListItems + 1, "c"); });
        row("releaseSha256", [](NewRequest& r) { r.releaseSha256 = "ABC"; });
        row("requestedUntil", [](NewRequest& r) { r.requestedUntil = test::at("2026-11-23T08:00:00Z"); });
    }

    void refusedRequests() {
        QFETCH(RequestChange, change);
        QFETCH(QString, field);
        AuthorizationFixture f;
        NewRequest wanted = f.wanted();
        QVERIFY(f.authorization->create(wanted, f.applicant.user).ok());
        change(wanted);
        const auto refused = f.authorization->create(wanted, f.applicant.user);
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().is(errors::kRequestInvalid));
        QCOMPARE(refused.error().args()[0], field.toStdString());
        QCOMPARE(must(f.authorization->list()).size(), std::size_t{1});
    }

    void wrongRole() {
        AuthorizationFixture f;
        QVERIFY(f.authorization->create(f.wanted(), f.decider.user).error().is(errors::kRoleMissing));
        const RequestId id = f.submitted();
        QVERIFY(f.authorization->submit(id, f.officer.user).error().is(errors::kNotApplicant));
        QVERIFY(
            f.authorization->decide(id, f.approval(), f.officer, f.facts()).error().is(errors::kRoleMissing));
        QVERIFY(f.authorization->move(id, Move::StartScreening, f.decider.user, "")
                    .error()
                    .is(errors::kRoleMissing));
        QVERIFY(
            f.authorization->move(id, Move::Withdraw, f.officer.user, "").error().is(errors::kNotApplicant));
        QCOMPARE(stateOf(f, id), RequestState::Submitted);
        auto disabled = f.decider.user;
        disabled.enabled = false;
        QVERIFY(
            f.authorization->move(f.active(), Move::Suspend, disabled, "").error().is(errors::kRoleMissing));
    }

    void wrongState() {
        AuthorizationFixture f;
        const Request draft = must(f.authorization->create(f.wanted(), f.applicant.user));
        QVERIFY(f.authorization->decide(draft.id, f.approval(), f.decider, f.facts())
                    .error()
                    .is(errors::kRequestWrongState));
        QVERIFY(f.authorization->permit(draft.id).error().is(errors::kNoPermit));
        must(f.authorization->submit(draft.id, f.applicant.user));
        QVERIFY(f.authorization->submit(draft.id, f.applicant.user).error().is(errors::kRequestWrongState));
        QVERIFY(f.authorization->find(RequestId("RQ-NONE")).error().is(errors::kRequestNotFound));
    }

    void returnedAndSubmittedAgain() {
        AuthorizationFixture f;
        const RequestId id = f.submitted();
        must(f.authorization->move(id, Move::Return, f.reviewer.user, "state the legal basis"));
        QCOMPARE(stateOf(f, id), RequestState::Returned);
        must(f.authorization->submit(id, f.applicant.user));
        QCOMPARE(stateOf(f, id), RequestState::Submitted);
        must(f.authorization->move(id, Move::Withdraw, f.applicant.user, "no longer needed"));
        QCOMPARE(stateOf(f, id), RequestState::Withdrawn);
        QVERIFY(isFinal(RequestState::Withdrawn));
    }

    void rejection() {
        AuthorizationFixture f;
        const RequestId id = f.submitted();
        Decision no;
        no.verdict = Decision::Verdict::Reject;
        QVERIFY(f.authorization->decide(id, no, f.decider, {}).error().is(errors::kDecisionInvalid));
        no.reason = "purpose too wide";
        const Request rejected = must(f.authorization->decide(id, no, f.decider, {}));
        QCOMPARE(rejected.state, RequestState::Rejected);
        QVERIFY(f.authorization->permit(id).error().is(errors::kNoPermit));
        QVERIFY(
            f.authorization->clearForExport(id, f.custodian.user, f.facts()).error().is(errors::kNoPermit));
    }

    void closedGateBlocksApproval() {
        AuthorizationFixture f;
        const RequestId id = f.submitted();
        GateFacts facts = f.facts();
        facts.release->smallestGroup = 5;
        const auto refused = f.authorization->decide(id, f.approval(), f.decider, facts);
        QVERIFY(refused.error().is(errors::kGateClosed));
        QCOMPARE(refused.error().args()[0], std::string("G4"));
        QCOMPARE(stateOf(f, id), RequestState::Submitted);
        QCOMPARE(must(f.authorization->find(id)).decisions.size(), std::size_t{0});
    }

    void staleGateBlocksExport() {
        AuthorizationFixture f;
        const RequestId id = f.active();
        QVERIFY(f.authorization->clearForExport(id, f.custodian.user, f.facts()).ok());
        GateFacts facts = f.facts();
        facts.release->sourceUnchanged = false;
        QVERIFY(f.authorization->clearForExport(id, f.custodian.user, facts).error().is(errors::kGateClosed));
        facts = f.facts();
        facts.release->sha256 = f.digest('c');
        QVERIFY(f.authorization->clearForExport(id, f.custodian.user, facts)
                    .error()
                    .is(errors::kPermitOtherRelease));
        facts.release.reset();
        QVERIFY(f.authorization->clearForExport(id, f.custodian.user, facts).error().is(errors::kGateClosed));
    }

    void expiryFollowsTheClock() {
        AuthorizationFixture f;
        const RequestId id = f.active();
        f.clock.set(test::at("2027-05-22T23:59:59Z"));
        QCOMPARE(stateOf(f, id), RequestState::Active);
        f.clock.set(test::at("2027-05-23T00:00:00Z"));
        QCOMPARE(stateOf(f, id), RequestState::Expired);
        QVERIFY(f.authorization->clearForExport(id, f.custodian.user, f.facts())
                    .error()
                    .is(errors::kPermitExpired));
        QVERIFY(f.authorization->move(id, Move::Suspend, f.decider.user, "")
                    .error()
                    .is(errors::kRequestWrongState));
    }

    void suspendResumeRevoke() {
        AuthorizationFixture f;
        const RequestId id = f.active();
        must(f.authorization->move(id, Move::Suspend, f.custodian.user, "question"));
        QVERIFY(f.authorization->clearForExport(id, f.custodian.user, f.facts())
                    .error()
                    .is(errors::kPermitNotActive));
        must(f.authorization->move(id, Move::Resume, f.decider.user, ""));
        QVERIFY(f.authorization->clearForExport(id, f.custodian.user, f.facts()).ok());
        must(f.authorization->move(id, Move::Revoke, f.decider.user, "misuse"));
        QCOMPARE(stateOf(f, id), RequestState::Revoked);
        QVERIFY(f.authorization->clearForExport(id, f.custodian.user, f.facts())
                    .error()
                    .is(errors::kPermitNotActive));
        QVERIFY(f.authorization->move(id, Move::Resume, f.decider.user, "")
                    .error()
                    .is(errors::kRequestWrongState));
    }

    void decisionLimits() {
        AuthorizationFixture f;
        const RequestId id = f.submitted();
        Decision decision = f.approval();
        decision.validUntil = test::at("2026-11-23T08:00:00Z");
        QVERIFY(
            f.authorization->decide(id, decision, f.decider, f.facts()).error().is(errors::kDecisionInvalid));
        decision.validUntil = test::at("2027-11-24");
        QVERIFY(
            f.authorization->decide(id, decision, f.decider, f.facts()).error().is(errors::kDecisionInvalid));
        decision.validUntil = {};
        const Request active = must(f.authorization->decide(id, decision, f.decider, f.facts()));
        QCOMPARE(active.validUntil, std::optional(test::at("2027-11-23")));
    }

    void releaseIsFixedByTheFirstVote() {
        AuthorizationFixture f;
        NewRequest wanted = f.wanted();
        wanted.release.reset();
        wanted.releaseSha256.clear();
        const RequestId id = f.submitted(wanted);
        QVERIFY(
            f.authorization->decide(id, f.approval(), f.decider, f.facts()).error().is(errors::kGateClosed));
        must(f.authorization->attachRelease(id, ReleaseId("RL-1"), f.digest('c'), f.officer.user));
        must(f.authorization->attachRelease(id, ReleaseId("RL-2"), f.digest('a'), f.officer.user));
        QCOMPARE(must(f.authorization->find(id)).release, std::optional(ReleaseId("RL-2")));
        must(f.authorization->decide(id, f.approval(), f.decider, f.facts()));
        QVERIFY(f.authorization->attachRelease(id, ReleaseId("RL-1"), f.digest('c'), f.officer.user)
                    .error()
                    .is(errors::kRequestWrongState));
    }

    void obligationsComeDue() {
        AuthorizationFixture f;
        NewRequest wanted = f.wanted();
        Obligation destroy;
        destroy.type = ObligationType::Delete;
        destroy.rule = must(DueRule::parse("P30D after expiry"));
        Obligation standing;
        standing.type = ObligationType::NoReidentifying;
        wanted.obligations = {destroy, standing};
        const RequestId id = f.submitted(wanted);
        Decision decision = f.approval();
        Obligation report;
        report.type = ObligationType::ReportUse;
        report.rule = must(DueRule::parse("P7D after issue"));
        report.text = "Report the first use";
        decision.obligations = {report};
        must(f.authorization->decide(id, decision, f.decider, f.facts()));
        auto obligations = must(f.authorization->find(id)).obligations;
        QCOMPARE(obligations.size(), std::size_t{3});
        QCOMPARE(obligations[0].status, ObligationStatus::Open);
        QCOMPARE(obligations[0].due, std::optional(test::at("2027-06-22")));
        QCOMPARE(obligations[1].status, ObligationStatus::Standing);
        f.clock.set(test::at("2026-11-30T08:00:01Z"));
        QCOMPARE(must(f.authorization->find(id)).obligations[2].status, ObligationStatus::Overdue);
        must(f.authorization->fulfil(id, 2, f.officer.user, "letter 12"));
        obligations = must(f.authorization->find(id)).obligations;
        QCOMPARE(obligations[2].status, ObligationStatus::Fulfilled);
        QCOMPARE(obligations[2].evidence, std::string("letter 12"));
        QVERIFY(f.authorization->fulfil(id, 3, f.officer.user, "").error().is(errors::kObligationNotFound));
        const std::string permit = must(f.authorization->permit(id)).document.text;
        QVERIFY(permit.find("P30D after expiry") != std::string::npos);
        QVERIFY(permit.find("Report the first use") != std::string::npos);
    }

    void joinsTheCallersTransaction() {
        AuthorizationFixture f;
        {
            auto outer = must(f.database.begin());
            must(f.authorization->create(f.wanted(), f.applicant.user));
            QCOMPARE(must(f.authorization->list()).size(), std::size_t{1});
        }
        QCOMPARE(must(f.authorization->list()).size(), std::size_t{0});
    }

    void listByDataset() {
        AuthorizationFixture f;
        NewRequest other = f.wanted();
        other.dataset = DatasetId("DS-2");
        f.submitted();
        f.submitted(other);
        QCOMPARE(must(f.authorization->list()).size(), std::size_t{2});
        const auto about = must(f.authorization->list(DatasetId("DS-2")));
        QCOMPARE(about.size(), std::size_t{1});
        QCOMPARE(about[0].dataset.text(), std::string("DS-2"));
    }
};

MANGROVE_TEST(RequestsTest)
#include "requests_test.moc"
