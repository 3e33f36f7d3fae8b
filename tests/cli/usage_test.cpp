// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli_process.h"
#include "support/test_registry.h"

#include <QRegularExpression>
#include <QtTest>

namespace {

using mangrove::test::runCli;

class UsageTest : public QObject {
    Q_OBJECT
private slots:
    void helpNamesEveryCommandAndTheExitCodes() {
        const auto help = runCli({"--help"});
        QCOMPARE(help.exit, 0);
        for (const char* word :
             {"profile", "classify", "scan", "quality", "deid", "workspace", "dataset", "release", "request",
              "export", "verify", "audit", "demo", "Exit codes", "--passphrase-file"})
            QVERIFY2(help.out.contains(word), word);
    }
    void everyCommandExplainsItself_data() {
        QTest::addColumn<QStringList>("arguments");
        for (const char* path : {"profile",
                                 "classify",
                                 "scan",
                                 "identifier list",
                                 "identifier check",
                                 "quality check",
                                 "quality suggest",
                                 "deid risk",
                                 "deid search",
                                 "deid measure",
                                 "deid apply",
                                 "workspace new",
                                 "workspace info",
                                 "workspace check",
                                 "workspace backup",
                                 "user add",
                                 "user list",
                                 "dataset add",
                                 "dataset list",
                                 "dataset search",
                                 "dataset show",
                                 "dataset assess",
                                 "dataset relocate",
                                 "release new",
                                 "release list",
                                 "request new",
                                 "request submit",
                                 "request review",
                                 "request decide",
                                 "request suspend",
                                 "request activate",
                                 "request revoke",
                                 "request list",
                                 "request show",
                                 "export",
                                 "verify",
                                 "audit log",
                                 "audit verify",
                                 "audit checkpoint",
                                 "audit prove",
                                 "demo"})
            QTest::newRow(path) << QString::fromLatin1(path).split(' ');
    }
    void everyCommandExplainsItself() {
        QFETCH(QStringList, arguments);
        const auto help = runCli(arguments + QStringList{"--help"});
        QCOMPARE(help.exit, 0);
        QVERIFY2(help.out.contains("--json"), "every command has --json");
        QVERIFY(help.out.size() > 80);
    }
    void wrongUsageIsExitTwo_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("unknown command") << QStringList{"frobnicate"};
        QTest::newRow("missing file") << QStringList{"profile"};
        QTest::newRow("unknown option") << QStringList{"profile", "x.csv", "--frob"};
        QTest::newRow("bad delimiter") << QStringList{"profile", "x.csv", "--delimiter", "ab"};
        QTest::newRow("bad encoding") << QStringList{"profile", "x.csv", "--encoding", "klingon"};
        QTest::newRow("neither approve nor reject")
            << QStringList{"request", "decide", "RQ-1", "--reason", "x"};
        QTest::newRow("approve and reject")
            << QStringList{"request", "decide", "RQ-1", "--reason", "x", "--approve", "--reject"};
        QTest::newRow("no workspace") << QStringList{"dataset", "list"};
    }
    void wrongUsageIsExitTwo() {
        QFETCH(QStringList, arguments);
        const auto said = runCli(arguments);
        QCOMPARE(said.exit, 2);
        QVERIFY(said.out.isEmpty());
        QVERIFY(said.err.startsWith("mangrove: "));
        const auto json = runCli(arguments + QStringList{"--json"});
        QCOMPARE(json.exit, 2);
        QVERIFY2(!json.errorCode().isEmpty(), json.out.constData());
    }
    void aMissingFileIsExitFive() {
        const auto said = runCli({"profile", "/nonexistent/x.csv", "--json"});
        QCOMPARE(said.exit, 5);
        QCOMPARE(said.errorCode(), QString("file-not-found"));
        const auto error = said.json().value("error").toObject();
        QVERIFY(error.value("message").toString().contains("/nonexistent/x.csv"));
        QVERIFY(error.value("args").isArray());
    }
    void versionIsOneLine() {
        const auto said = runCli({"--version"});
        QCOMPARE(said.exit, 0);
        QVERIFY(QRegularExpression("^mangrove \\d+\\.\\d+\\.\\d+\n$")
                    .match(QString::fromUtf8(said.out))
                    .hasMatch());
    }
};

} // namespace

MANGROVE_TEST(UsageTest)
#include "usage_test.moc"
