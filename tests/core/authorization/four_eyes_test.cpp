// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization/errors.h"
#include "core/authorization/authorization_fixture.h"
#include "support/test_registry.h"

#include <QtTest>

using namespace mangrove;
using namespace mangrove::authorization;
using mangrove::test::AuthorizationFixture;
using mangrove::test::must;

namespace {

/// Writes a vote past the class, as another program would.
Status rawDecision(AuthorizationFixture& f, const RequestId& id, const std::string& decider, int needed = 1) {
    return f.database.run(
        "INSERT INTO request_decision(request, decider, time, approve, reason, valid_until, "
        "conditions, deciders_needed, release_sha256, text, signature) "
        "VALUES(?, ?, 1, 1, '', 4102444800000, '[]', ?, '', '', x'00')",
        id, decider, needed);
}

Status rawPermit(AuthorizationFixture& f, const RequestId& id) {
    return f.database.run("INSERT INTO permit(id, request, issued, valid_until, text, signature) "
                          "VALUES('PM-X', ?, 1, 2, '', x'00')",
                          id);
}

Status rawExport(AuthorizationFixture& f, const RequestId& id, const std::string& exporter, Instant time) {
    const std::string digest = AuthorizationFixture::digest('e');
    return f.database.run("INSERT INTO permit_export(request, time, exporter, package, package_sha256) "
                          "VALUES(?, ?, ?, 'PK-X', ?)",
                          id, time, exporter, digest);
}

} // namespace

class FourEyesTest : public QObject {
    Q_OBJECT

private slots:
    void applicantCannotDecide() {
        AuthorizationFixture f;
        auto both = f.people.person("lin", {identity::Role::Applicant, identity::Role::Decider});
        const RequestId id = f.submitted();
        const auto refused = f.authorization->decide(id, f.approval(), both, f.facts());
        QVERIFY(refused.error().is(errors::kFourEyesApplicant));
        QCOMPARE(refused.error().kind(), ErrorKind::NotPermitted);
        QVERIFY(rawDecision(f, id, "lin").error().is(errors::kFourEyesApplicant));
        QVERIFY(rawDecision(f, id, "zhao").ok());
    }

    void applicantCannotReviewOrExport() {
        AuthorizationFixture f;
        auto both = f.people.person("lin", {identity::Role::Applicant, identity::Role::DataOfficer,
                                            identity::Role::PrivacyReviewer, identity::Role::Custodian});
        const RequestId id = f.submitted();
        QVERIFY(f.authorization->move(id, Move::StartScreening, both.user, "")
                    .error()
                    .is(errors::kFourEyesApplicant));
        QVERIFY(
            f.authorization->move(id, Move::MarkReady, both.user, "").error().is(errors::kFourEyesApplicant));
        QVERIFY(f.database
                    .run("INSERT INTO request_event(request, time, actor, kind, state, note) "
                         "VALUES(?, 1, 'lin', 'mark-ready', 'ready-for-decision', '')",
                         id)
                    .error()
                    .is(errors::kFourEyesApplicant));
        must(f.authorization->decide(id, f.approval(), f.decider, f.facts()));
        QVERIFY(
            f.authorization->clearForExport(id, both.user, f.facts()).error().is(errors::kFourEyesApplicant));
    }

    void reviewerCannotDecide() {
        AuthorizationFixture f;
        auto both = f.people.person("wu", {identity::Role::PrivacyReviewer, identity::Role::Decider});
        const RequestId id = f.submitted();
        must(f.authorization->move(id, Move::MarkReady, both.user, ""));
        QVERIFY(
            f.authorization->decide(id, f.approval(), both, f.facts()).error().is(errors::kFourEyesReviewer));
        QVERIFY(rawDecision(f, id, "wu").error().is(errors::kFourEyesReviewer));
        must(f.authorization->decide(id, f.approval(), f.decider, f.facts()));
    }

    void twoDifferentDeciders() {
        AuthorizationFixture f;
        GateFacts facts = f.facts();
        facts.level39725 = 4;
        const RequestId id = f.submitted();
        QVERIFY(must(f.authorization->twoDeciders(id, facts)));
        const Request waiting = must(f.authorization->decide(id, f.approval(), f.decider, facts));
        QCOMPARE(waiting.state, RequestState::ReadyForDecision);
        QVERIFY(f.authorization->permit(id).error().is(errors::kNoPermit));
        QVERIFY(f.authorization->decide(id, f.approval(), f.decider, facts)
                    .error()
                    .is(errors::kFourEyesSecondDecider));
        QVERIFY(rawDecision(f, id, "zhao").error().is(errors::kFourEyesSecondDecider));
        QVERIFY(rawPermit(f, id).error().is(errors::kFourEyesSecondDecider));

        Decision shorter = f.approval();
        shorter.validUntil = test::at("2027-01-01");
        shorter.conditions = {"Second condition", "Use on the hospital's server only"};
        const Request active = must(f.authorization->decide(id, shorter, f.second, facts));
        QCOMPARE(active.state, RequestState::Active);
        QCOMPARE(active.validUntil, std::optional(test::at("2027-01-01")));
        const Permit permit = must(f.authorization->permit(id));
        QCOMPARE(permit.decisions.size(), std::size_t{2});
        const PermitFacts read = must(readPermit(permit.document.text));
        QCOMPARE(read.decidersNeeded, 2);
        QCOMPARE(read.decisions[0].decider, std::string("zhao"));
        QCOMPARE(read.decisions[1].decider, std::string("sun"));
    }

    /// A second vote given under milder facts does not undo that two were needed.
    void neededVotesNeverFall() {
        AuthorizationFixture f;
        GateFacts facts = f.facts();
        facts.level39725 = 4;
        const RequestId id = f.submitted();
        must(f.authorization->decide(id, f.approval(), f.decider, facts));
        Decision no;
        no.verdict = Decision::Verdict::Reject;
        no.reason = "no";
        QCOMPARE(must(f.authorization->decide(id, no, f.second, f.facts())).state, RequestState::Rejected);
        // Two triggers stand in the way, a missing vote and a rejection; which speaks first is SQLite's
        // choice.
        const auto refused = rawPermit(f, id);
        QVERIFY(refused.error().is(errors::kFourEyesSecondDecider) || refused.error().is(errors::kNoPermit));
    }

    void deciderCannotExport() {
        AuthorizationFixture f;
        auto both = f.people.person("zhao", {identity::Role::Decider, identity::Role::Custodian});
        const RequestId id = f.active();
        QVERIFY(
            f.authorization->clearForExport(id, both.user, f.facts()).error().is(errors::kFourEyesExporter));
        QVERIFY(f.authorization->recordExport(id, both.user, PackageId("PK-1"), f.digest('e'))
                    .error()
                    .is(errors::kFourEyesExporter));
        QVERIFY(rawExport(f, id, "zhao", f.clock.now()).error().is(errors::kFourEyesExporter));
        QVERIFY(rawExport(f, id, "he", test::at("2027-05-23")).error().is(errors::kPermitExpired));
        QVERIFY(rawExport(f, id, "he", f.clock.now()).ok());
    }

    void stateNeedsAPermit() {
        AuthorizationFixture f;
        const RequestId id = f.submitted();
        QVERIFY(f.database
                    .run("INSERT INTO request_event(request, time, actor, kind, state, note) "
                         "VALUES(?, 1, 'zhao', 'activated', 'active', '')",
                         id)
                    .error()
                    .is(errors::kNoPermit));
        QVERIFY(rawPermit(f, id).error().is(errors::kFourEyesSecondDecider));
    }

    void rowsAreWrittenOnce_data() {
        QTest::addColumn<QString>("sql");
        for (const char* table : {"request", "request_event", "request_release", "request_decision", "permit",
                                  "permit_export", "request_obligation", "obligation_fulfilment"}) {
            QTest::addRow("delete %s", table) << QString("DELETE FROM %1").arg(table);
            QTest::addRow("replace %s", table)
                << QString("INSERT OR REPLACE INTO %1 SELECT * FROM %1").arg(table);
        }
        QTest::newRow("update request") << "UPDATE request SET applicant = 'x'";
        QTest::newRow("update event") << "UPDATE request_event SET state = 'active'";
        QTest::newRow("update release") << "UPDATE request_release SET sha256 = sha256";
        QTest::newRow("update decision") << "UPDATE request_decision SET decider = 'x'";
        QTest::newRow("update permit") << "UPDATE permit SET valid_until = 1";
        QTest::newRow("update export") << "UPDATE permit_export SET exporter = 'x'";
        QTest::newRow("update obligation") << "UPDATE request_obligation SET text = 'x'";
        QTest::newRow("update fulfilment") << "UPDATE obligation_fulfilment SET evidence = 'x'";
    }

    void rowsAreWrittenOnce() {
        QFETCH(QString, sql);
        AuthorizationFixture f;
        NewRequest wanted = f.wanted();
        wanted.obligations.emplace_back();
        const RequestId id = f.submitted(wanted);
        must(f.authorization->decide(id, f.approval(), f.decider, f.facts()));
        must(f.authorization->recordExport(id, f.custodian.user, PackageId("PK-1"), f.digest('e')));
        must(f.authorization->fulfil(id, 0, f.officer.user, "done"));
        const auto status = f.database.exec(sql.toStdString());
        QVERIFY(!status.ok());
        // REPLACE on a vote or a permit meets the four-eyes triggers first; what matters is that nothing gets
        // through.
        QVERIFY2(status.error().kind() == ErrorKind::NotPermitted,
                 std::string(status.error().code()).c_str());
        must(f.database.exec("PRAGMA recursive_triggers = OFF"));
        QVERIFY(!f.database.exec(sql.toStdString()).ok());
    }
};

MANGROVE_TEST(FourEyesTest)
#include "four_eyes_test.moc"
