// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace_fixture.h"
#include "support/test_registry.h"
#include "workspace/audit_trail.h"

#include <QtTest>

using namespace mangrove;
using test::codeOf;
using test::WorkspaceFixture;
using workspace::Act;

namespace {

class SessionTest : public QObject {
    Q_OBJECT
private slots:
    void onlyTheRightPassphraseOpens() {
        WorkspaceFixture f;
        const auto wrong = workspace::login(f.ws(), UserId("officer"), crypto::SecretText("something else"));
        QCOMPARE(codeOf(wrong), std::string("wrong-passphrase"));
        QCOMPARE(codeOf(workspace::login(f.ws(), UserId("nobody"), f.passphraseOf("nobody"))),
                 std::string("user-not-found"));
        const auto right = workspace::login(f.ws(), UserId("officer"), f.passphraseOf("officer"));
        QVERIFY(right.ok());
        QCOMPARE(right->user().displayName, std::string("officer"));
    }

    void aLockedSessionDoesNothing() {
        WorkspaceFixture f;
        QVERIFY(f.as("officer").may(Act::RegisterDataset).ok());
        f.as("officer").lock();
        QVERIFY(f.as("officer").locked());
        QCOMPARE(codeOf(f.as("officer").may(Act::RegisterDataset)), std::string("session-locked"));
        QCOMPARE(codeOf(f.registerExtract("visits", 5)), std::string("session-locked"));
        QCOMPARE(f.as("officer").user().id.text(), std::string("officer"));
    }

    /// One letter a person: o officer, r reviewer, d decider, c custodian, a applicant, u auditor, A admin.
    void rolesDecideWhoMayDoWhat_data() {
        QTest::addColumn<int>("act");
        QTest::addColumn<QString>("allowed");
        QTest::newRow("register") << int(Act::RegisterDataset) << "o";
        QTest::newRow("assess") << int(Act::AssessDataset) << "or";
        QTest::newRow("decide column") << int(Act::DecideColumn) << "or";
        QTest::newRow("de-identify") << int(Act::Deidentify) << "o";
        QTest::newRow("request") << int(Act::CreateRequest) << "ao";
        QTest::newRow("evidence") << int(Act::RecordEvidence) << "or";
        QTest::newRow("review") << int(Act::ReviewRequest) << "r";
        QTest::newRow("decide") << int(Act::DecideRequest) << "d";
        QTest::newRow("fulfil") << int(Act::FulfilObligation) << "co";
        QTest::newRow("export") << int(Act::Export) << "co";
        QTest::newRow("resolve codes") << int(Act::ResolveCodes) << "co";
        QTest::newRow("users") << int(Act::ManageUsers) << "A";
        QTest::newRow("checkpoint") << int(Act::Checkpoint) << "Acdou";
    }
    void rolesDecideWhoMayDoWhat() {
        QFETCH(int, act);
        QFETCH(QString, allowed);
        static WorkspaceFixture f;
        QString found;
        for (const auto& [letter, user] :
             {std::pair{'A', "admin"}, std::pair{'a', "applicant"}, std::pair{'c', "custodian"},
              std::pair{'d', "decider"}, std::pair{'o', "officer"}, std::pair{'r', "reviewer"},
              std::pair{'u', "auditor"}}) {
            const auto may = f.as(user).may(static_cast<Act>(act));
            if (may.ok())
                found += QLatin1Char(letter);
            else
                QCOMPARE(codeOf(may), std::string("role-not-allowed"));
        }
        std::sort(found.begin(), found.end());
        std::sort(allowed.begin(), allowed.end());
        QCOMPARE(found, allowed);
    }

    void usersAreAddedSwitchedAndRecorded() {
        WorkspaceFixture f;
        const identity::NewUser fresh{UserId("fresh"), "新人", {identity::Role::Applicant}};
        QCOMPARE(codeOf(workspace::addUser(f.ws(), f.as("officer"), fresh, f.passphraseOf("fresh"))),
                 std::string("role-not-allowed"));
        const auto events = f.eventCount();
        QVERIFY(workspace::addUser(f.ws(), f.as("admin"), fresh, f.passphraseOf("fresh")).ok());
        QCOMPARE(f.eventCount(), events + 1);
        QCOMPARE(codeOf(workspace::addUser(f.ws(), f.as("admin"), fresh, f.passphraseOf("fresh"))),
                 std::string("user-exists"));
        QCOMPARE(f.eventCount(), events + 1);

        using workspace::UserSwitch;
        QVERIFY(workspace::switchUser(f.ws(), f.as("admin"), UserId("fresh"), UserSwitch::Disable).ok());
        QCOMPARE(codeOf(workspace::login(f.ws(), UserId("fresh"), f.passphraseOf("fresh"))),
                 std::string("user-disabled"));
        QVERIFY(workspace::switchUser(f.ws(), f.as("admin"), UserId("fresh"), UserSwitch::Enable).ok());
        QVERIFY(workspace::login(f.ws(), UserId("fresh"), f.passphraseOf("fresh")).ok());
        QVERIFY(
            workspace::setUserRoles(f.ws(), f.as("admin"), UserId("fresh"), {identity::Role::Auditor}).ok());
        QVERIFY(workspace::showUser(f.ws(), UserId("fresh")).value().has(identity::Role::Auditor));
        QCOMPARE(f.eventCount(), events + 4);
    }

    void aPassphraseIsChangedByItsOwner() {
        WorkspaceFixture f;
        const crypto::SecretText other("another passphrase");
        QCOMPARE(codeOf(workspace::changePassphrase(f.ws(), f.as("officer"), crypto::SecretText("wrong one"),
                                                    other)),
                 std::string("wrong-passphrase"));
        QVERIFY(workspace::changePassphrase(f.ws(), f.as("officer"), f.passphraseOf("officer"), other).ok());
        QCOMPARE(codeOf(workspace::login(f.ws(), UserId("officer"), f.passphraseOf("officer"))),
                 std::string("wrong-passphrase"));
        QVERIFY(workspace::login(f.ws(), UserId("officer"), other).ok());
    }
};

} // namespace

MANGROVE_TEST(SessionTest)
#include "session_test.moc"
