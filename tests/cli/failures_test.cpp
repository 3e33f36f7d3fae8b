// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/record_journey.h"
#include "support/test_registry.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QtTest>
#include <csignal>
#include <memory>

namespace {

using mangrove::test::CliRun;
using mangrove::test::RecordJourney;
using mangrove::test::runCli;

/// Runs SQL on a workspace with the sqlite3 shell, as somebody with a database tool would.
bool editWithShell(const QString& workspace, const QString& sql) {
    QProcess shell;
    shell.start("sqlite3", {workspace, sql});
    return shell.waitForFinished() && shell.exitCode() == 0;
}

/// Whether a process holds SIGTERM back to take it itself, as a long command does while it works.
bool takesTerminationItself(qint64 process) {
    QFile status(QString("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("SigBlk:"))
            return (line.mid(7).trimmed().toULongLong(nullptr, 16) >> (SIGTERM - 1) & 1U) != 0;
    }
    return false;
}

/// What goes wrong in the main job: each a clear error with its code and exit, and nothing half-written.
class FailuresTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        m_journey = std::make_unique<RecordJourney>();
        m_release = m_journey->release();
        QVERIFY(!m_release.isEmpty());
    }
    void cleanupTestCase() { m_journey.reset(); }

    void aWrongPassphraseIsRefused() {
        CliRun run;
        run.arguments = QStringList{
            "dataset", "assess",  "visits",           "--json", "--workspace", m_journey->workspace(),
            "--user",  "officer", "--passphrase-env", "WRONG"};
        run.environment = QStringList{"WRONG=not the passphrase"};
        const auto refused = runCli(run);
        QCOMPARE(refused.exit, 4);
        QCOMPARE(refused.errorCode(), QString("wrong-passphrase"));
        run.environment = QStringList{"WRONG=passphrase of officer"};
        QCOMPARE(runCli(run).exit, 0);
    }
    void aCommandThatWaitsForInputIsStopped() {
        QProcess process;
        process.start(qEnvironmentVariable("MANGROVE_CLI"), {"profile", "-", "--json"});
        QVERIFY(process.waitForStarted());
        process.write("a,b\n1,2\n"); // and no end
        QVERIFY(process.waitForBytesWritten());
        QTRY_VERIFY(takesTerminationItself(process.processId()));
        process.terminate();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 8);
        QVERIFY(process.readAllStandardOutput().contains("\"cancelled\""));
    }
    void aRoleThatMayNotIsRefused() {
        const auto refused = m_journey->run("applicant", QStringList{"dataset", "assess", "visits"});
        QCOMPARE(refused.exit, 4);
        QVERIFY(!refused.errorCode().isEmpty());
    }
    void theApplicantCannotDecideHerOwnRequest() {
        // an officer may apply as well; with the role of a decider she would meet four eyes, not the role
        // check
        const auto added = m_journey->run("admin", QStringList{"user", "add", "both", "--role", "applicant",
                                                               "--role", "decider", "--new-passphrase-file",
                                                               m_journey->path("officer.pass")});
        QVERIFY2(added.exit == 0, added.out.constData());
        m_journey->dir().write("both.pass", "passphrase of officer\n");
        const QString request = m_journey->reviewedRequest(m_release, "both");
        const auto own = m_journey->run(
            "both", QStringList{"request", "decide", request, "--approve", "--reason", "mine"});
        QCOMPARE(own.exit, 4);
        QCOMPARE(own.errorCode(), QString("four-eyes-applicant"));
        const auto shown = m_journey->run({}, QStringList{"request", "show", request}).json();
        QVERIFY(shown.value("permit").isNull());
        // somebody else may
        const auto other = m_journey->run(
            "decider", QStringList{"request", "decide", request, "--approve", "--reason", "agreed"});
        QVERIFY2(other.exit == 0, other.out.constData());
    }
    void aFullDiskDuringExportLeavesNothing() {
        const QString request = m_journey->reviewedRequest(m_release);
        m_journey->approve(request);
        QDir().mkpath(m_journey->path("out"));
        // the workspace file and its journal exist already and are far below the limit; the package is not
        CliRun run;
        run.arguments = QStringList{"export", request, "--out", m_journey->path("out/p.zip")};
        run.fileSizeLimit = 6000;
        const auto full = m_journey->run("custodian", run);
        QCOMPARE(full.exit, 7);
        QVERIFY(!full.errorCode().isEmpty());
        QCOMPARE(QDir(m_journey->path("out")).entryList(QDir::NoDotAndDotDot | QDir::AllEntries),
                 QStringList());
        QCOMPARE(m_journey->run({}, QStringList{"audit", "verify"}).exit, 0);
        run.fileSizeLimit = 0;
        QCOMPARE(m_journey->run("custodian", run).exit, 0);
    }
    void aChangedSourceClosesTheExport() {
        const QString request = m_journey->reviewedRequest(m_release);
        m_journey->approve(request);
        QFile source(m_journey->source());
        QVERIFY(source.open(QIODevice::ReadWrite));
        const auto before = source.readAll();
        source.seek(source.size() - 2);
        source.putChar(before.at(before.size() - 2) == '9' ? '8' : '9');
        source.close();
        const auto refused = m_journey->run(
            "custodian", QStringList{"export", request, "--out", m_journey->path("changed.zip")});
        QVERIFY(refused.exit != 0);
        QVERIFY2(refused.errorCode().contains("changed") || refused.errorCode().contains("gate"),
                 refused.out.constData());
        QVERIFY(!QFile::exists(m_journey->path("changed.zip")));
        const auto assess = m_journey->run("officer", QStringList{"dataset", "assess", "visits"});
        QCOMPARE(assess.exit, 6);
        QVERIFY(assess.errorCode().contains("source-changed"));
        QVERIFY(source.open(QIODevice::WriteOnly));
        source.write(before);
        source.close();
        QCOMPARE(
            m_journey
                ->run("custodian", QStringList{"export", request, "--out", m_journey->path("changed.zip")})
                .exit,
            0);
    }
    void anEditedAuditRowIsNamed() {
        const QString copy = m_journey->path("edited.mangrove");
        QCOMPARE(m_journey->run({}, QStringList{"workspace", "backup", copy}).exit, 0);
        QCOMPARE(runCli({"audit", "verify", "--workspace", copy}).exit, 0);
        QVERIFY(!editWithShell(copy, "UPDATE audit_event SET actor = 'nobody' WHERE seq = 3")); // the trigger
        QProcess shell;
        shell.start(
            "sqlite3",
            {copy, "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_event'"});
        QVERIFY(shell.waitForFinished());
        for (const auto& trigger :
             QString::fromUtf8(shell.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts))
            QVERIFY(editWithShell(copy, "DROP TRIGGER " + trigger));
        QVERIFY(editWithShell(copy, "UPDATE audit_event SET actor = 'nobody' WHERE seq = 3"));
        const auto broken = runCli({"audit", "verify", "--workspace", copy, "--json"});
        QCOMPARE(broken.exit, 1);
        QCOMPARE(broken.json().value("firstBroken").toObject().value("seq").toInt(), 3);
    }
    void aNewerWorkspaceIsRefusedAndUntouched() {
        const QString copy = m_journey->path("newer.mangrove");
        QCOMPARE(m_journey->run({}, QStringList{"workspace", "backup", copy}).exit, 0);
        QVERIFY(editWithShell(copy, "PRAGMA user_version = 999"));
        QFile file(copy);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto before = file.readAll();
        const auto refused = runCli({"workspace", "info", copy, "--json"});
        QCOMPARE(refused.exit, 6);
        QCOMPARE(refused.errorCode(), QString("workspace-newer"));
        file.seek(0);
        QCOMPARE(file.readAll(), before);
    }
    void aTruncatedWorkspaceIsRefused() {
        const QString copy = m_journey->path("short.mangrove");
        QCOMPARE(m_journey->run({}, QStringList{"workspace", "backup", copy}).exit, 0);
        QFile file(copy);
        QVERIFY(file.resize(file.size() / 2));
        const auto refused = runCli({"dataset", "list", "--workspace", copy, "--json"});
        QCOMPARE(refused.exit, 3);
        QCOMPARE(refused.errorCode(), QString("workspace-damaged"));
    }
    void whatIsNoWorkspaceIsSaidSo() {
        const auto refused = runCli({"workspace", "info", m_journey->source(), "--json"});
        QCOMPARE(refused.exit, 3);
        QCOMPARE(refused.errorCode(), QString("not-a-workspace"));
    }
    void anUnclosedQuoteIsNotRegistered() {
        m_journey->dir().write("open.csv", "a,b\n1,\"2\n");
        const auto refused =
            m_journey->run("officer", QStringList{"dataset", "add", m_journey->path("open.csv")});
        QCOMPARE(refused.exit, 3);
        QCOMPARE(refused.errorCode(), QString("csv-unclosed-quote"));
        QCOMPARE(m_journey->run({}, QStringList{"dataset", "list"}).json().value("datasets").toArray().size(),
                 1);
    }

private:
    std::unique_ptr<RecordJourney> m_journey;
    QString m_release;
};

} // namespace

MANGROVE_TEST(FailuresTest)
#include "failures_test.moc"
