// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/record_journey.h"
#include "support/test_registry.h"

#include <QFile>
#include <QtTest>
#include <memory>

namespace {

using mangrove::test::RecordJourney;
using mangrove::test::runCli;

/// The whole main job with the binary alone, from workspace new to verify.
class RecordCommandsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        m_journey = std::make_unique<RecordJourney>();
        m_release = m_journey->release();
        QVERIFY(m_release.startsWith("RL-"));
    }
    void cleanupTestCase() { m_journey.reset(); }

    void workspaceInfoTellsWhatItIs() {
        const auto info = runCli({"workspace", "info", m_journey->workspace(), "--json"});
        QCOMPARE(info.exit, 0);
        QCOMPARE(info.json().value("organisation").toString(), QStringLiteral("海南示例医院"));
        QCOMPARE(info.json().value("demo").toBool(true), false);
        QCOMPARE(info.json().value("caFingerprint").toString().size(), 64);
        QCOMPARE(runCli({"workspace", "check", m_journey->workspace()}).exit, 0);
    }
    void datasetsAreListedAndShown() {
        const auto list =
            m_journey->run({}, QStringList{"dataset", "list"}).json().value("datasets").toArray();
        QCOMPARE(list.size(), 1);
        const auto entry = list.first().toObject();
        QCOMPARE(entry.value("rows").toInt(), 240);
        QCOMPARE(entry.value("domain").toString(), QString("care"));
        QVERIFY(entry.value("profiled").toBool() && entry.value("classified").toBool()
                && entry.value("qualityChecked").toBool());
        const auto shown = m_journey->run({}, QStringList{"dataset", "show", "visits"}).json();
        QCOMPARE(shown.value("id").toString(), entry.value("id").toString());
        QVERIFY(!shown.value("classification").toObject().value("columns").toArray().isEmpty());
        QCOMPARE(m_journey->run({}, QStringList{"dataset", "search", "nothing-like-this"})
                     .json()
                     .value("datasets")
                     .toArray()
                     .size(),
                 0);
        QCOMPARE(m_journey->run({}, QStringList{"dataset", "show", "nope"}).exit, 5);
    }
    void columnsAreDecidedAndKeptInANewVersion() {
        const auto fields = m_journey->run({}, QStringList{"dataset", "fields", "visits"});
        QVERIFY2(fields.exit == 0, fields.out.constData());
        const auto list = fields.json().value("fields").toArray();
        QVERIFY(!list.isEmpty());
        const QString column = list.first().toObject().value("name").toString();
        QVERIFY(!list.first().toObject().value("evidence").isUndefined());

        const QStringList decide{"dataset", "decide", "visits"};
        QCOMPARE(m_journey->run("officer", decide + QStringList{column}).errorCode(),
                 QString("decide-one-thing"));
        QCOMPARE(m_journey->run("officer", decide + QStringList{"--accept"}).errorCode(),
                 QString("decide-which"));
        QCOMPARE(m_journey->run("officer", decide + QStringList{column, "--not-identifier"}).errorCode(),
                 QString("reason-missing"));
        QCOMPARE(m_journey->run("applicant", decide + QStringList{column, "--accept"}).exit, 4);
        const auto changed = m_journey->run(
            "officer", decide + QStringList{column, "--class", "sensitive", "--reason", "looked at it"});
        QVERIFY2(changed.exit == 0, changed.out.constData());
        const auto field = changed.json().value("fields").toArray().first().toObject();
        QCOMPARE(field.value("state").toString(), QString("decided"));
        QCOMPARE(field.value("class").toString(), QString("sensitive"));
        QCOMPARE(field.value("decision").toObject().value("reason").toString(), QString("looked at it"));
        const auto all = m_journey->run("officer", decide + QStringList{"--accept", "--all"});
        QVERIFY2(all.exit == 0, all.out.constData());
        QCOMPARE(all.json().value("unresolved").toInt(-1), 0);
        QCOMPARE(m_journey->run({}, QStringList{"dataset", "fields", "visits", "--unresolved"})
                     .json()
                     .value("fields")
                     .toArray()
                     .size(),
                 0);
        QCOMPARE(m_journey->run("officer", QStringList{"dataset", "renew", "visits"}).errorCode(),
                 QString("dataset-unchanged"));
    }
    void theReleaseHidesNamesAndKeepsK() {
        const auto releases =
            m_journey->run({}, QStringList{"release", "list"}).json().value("releases").toArray();
        QCOMPARE(releases.size(), 1);
        const auto release = releases.first().toObject();
        QVERIFY(release.value("level42460").toInt() >= 2);
        QFile file(release.value("path").toString());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto bytes = file.readAll();
        QVERIFY(!bytes.contains("病人"));
        QVERIFY(bytes.contains("P-"));
    }
    void theJourneyEndsInAVerifiedPackage() {
        const QString request = m_journey->reviewedRequest(m_release);
        QVERIFY(request.startsWith("RQ-"));
        m_journey->approve(request);
        const auto shown = m_journey->run({}, QStringList{"request", "show", request}).json();
        QCOMPARE(shown.value("state").toString(), QString("active"));
        QVERIFY(shown.value("permit").toObject().value("id").toString().startsWith("PM-"));
        const QString package = m_journey->path("package.zip");
        const auto exported = m_journey->run("custodian", QStringList{"export", request, "--out", package});
        QVERIFY2(exported.exit == 0, exported.out.constData());
        const QString ca = m_journey->path("ca.pem");
        QCOMPARE(m_journey->run({}, QStringList{"certificate", "--out", ca}).exit, 0);
        const auto verified = runCli({"verify", package, "--ca", ca, "--json"});
        QVERIFY2(verified.exit == 0, verified.out.constData());
        QVERIFY(verified.json().value("ok").toBool());
        QVERIFY(verified.json().value("checks").toArray().size() > 8);
        // a second export under the same name is refused and leaves the first one
        const auto again = m_journey->run("custodian", QStringList{"export", request, "--out", package});
        QCOMPARE(again.exit, 6);
        QCOMPARE(runCli({"verify", package, "--ca", ca}).exit, 0);
        // one byte changed
        QFile file(package);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const auto middle = file.size() / 2;
        file.seek(middle);
        char byte = 0;
        QVERIFY(file.getChar(&byte));
        file.seek(middle);
        QVERIFY(file.putChar(static_cast<char>(byte ^ 1)));
        file.close();
        const auto broken = runCli({"verify", package, "--ca", ca, "--json"});
        QCOMPARE(broken.exit, 1);
        QVERIFY(!broken.json().value("ok").toBool(true));
    }
    void theAuditLogHoldsAndProves() {
        const auto verified = m_journey->run({}, QStringList{"audit", "verify"});
        QCOMPARE(verified.exit, 0);
        QVERIFY(verified.json().value("ok").toBool());
        const int events = verified.json().value("events").toInt();
        QVERIFY(events > 10);
        const auto log = m_journey->run({}, QStringList{"audit", "log", "--action", "dataset."})
                             .json()
                             .value("events")
                             .toArray();
        QVERIFY(!log.isEmpty());
        for (const auto& event : log)
            QVERIFY(event.toObject().value("action").toString().startsWith("dataset."));
        const auto checkpoint = m_journey->run("officer", QStringList{"audit", "checkpoint"});
        QVERIFY2(checkpoint.exit == 0, checkpoint.out.constData());
        const auto proof = m_journey->run({}, QStringList{"audit", "prove", "1"});
        QVERIFY2(proof.exit == 0, proof.out.constData());
        QVERIFY(proof.json().value("proof").toString().startsWith("c2sp.org/tlog-proof@v1"));
    }

private:
    std::unique_ptr<RecordJourney> m_journey;
    QString m_release;
};

} // namespace

MANGROVE_TEST(RecordCommandsTest)
#include "record_commands_test.moc"
