// SPDX-License-Identifier: GPL-3.0-or-later
// The options of `scan` and `classify` that change what is found, each beside the run without it.
#include "cli/cli_process.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QJsonDocument>
#include <QtTest>

namespace {

using mangrove::test::CliRun;
using mangrove::test::runCli;

const char kNotedPatients[] = "姓名,联系电话,病程记录\n"
                              "林小红,13900000001,小红昨夜发热。\n"
                              "欧阳志远,13900000002,复查血常规。\n";

/// The types found in each line, in order of lines.
QStringList typesFound(const QByteArray& out) {
    QStringList lines;
    for (const QByteArray& line : out.split('\n')) {
        if (line.isEmpty())
            continue;
        QStringList types;
        for (const auto& entity : QJsonDocument::fromJson(line).object().value("entities").toArray())
            types << entity.toObject().value("type").toString();
        lines << types.join('+');
    }
    return lines;
}

/// A pack of one rule that raises the level of organisations from a day on.
QByteArray rulePack(const char* effect, const char* validFrom) {
    return QByteArray(R"({"rulepack":1,"id":"province","version":"1.0.0","jurisdiction":"CN",
"title":{"en":"A province","zh":"某省"},
"rules":[
 {"id":"province-quasi","source":"Made up","clause":"1","edition":"2026","status":"S","validFrom":")")
           + validFrom + R"(","when":{"class":["quasi"]},"effect":)" + effect
           + R"(,"en":"For the test.","zh":"测试用。"}]})";
}

class ClassifyCommandsTest : public QObject {
    Q_OBJECT
private slots:
    void knownValuesAreFoundInEveryForm() {
        const mangrove::test::TempDir dir;
        CliRun run;
        run.input = "小红昨夜发热。\n复查血常规。\n";
        run.arguments = QStringList{"scan", "--json"};
        QCOMPARE(typesFound(runCli(run).out), (QStringList{"", ""}));
        const auto known = QString::fromStdString(dir.write("patients.csv", kNotedPatients).string());
        run.arguments << "--known" << known;
        QCOMPARE(typesFound(runCli(run).out), (QStringList{"person-name", ""}));
        // row n speaks of line n alone
        run.input = "复查血常规。\n小红昨夜发热。\n";
        QCOMPARE(typesFound(runCli(run).out), (QStringList{"", ""}));
        run.arguments = QStringList{"scan", "--json", "--known", "nowhere.csv"};
        QCOMPARE(runCli(run).exit, 5);
    }

    void aColumnIsScannedBesideItsRow() {
        const mangrove::test::TempDir dir;
        const auto file = QString::fromStdString(dir.write("patients.csv", kNotedPatients).string());
        const auto found = runCli({"scan", "--file", file, "--column", "病程记录", "--json"});
        QCOMPARE(found.exit, 0);
        QCOMPARE(typesFound(found.out), (QStringList{"person-name", ""}));
        const auto tagged = runCli({"scan", "--file", file, "--column", "病程记录", "--tag"});
        QCOMPARE(QString::fromUtf8(tagged.out), QString("[person-name 1]昨夜发热。\n复查血常规。\n"));
        QCOMPARE(runCli({"scan", "--file", file, "--column", "备注", "--json"}).errorCode(),
                 QString("bad-option"));
        QCOMPARE(runCli({"scan", "--file", file, "--json"}).errorCode(), QString("bad-option"));
    }

    void tagsTakeThePlaceOfValues() {
        CliRun run;
        run.input = "联系电话 13900000001，复查。\n";
        run.arguments = QStringList{"scan", "--tag"};
        const auto out = QString::fromUtf8(runCli(run).out);
        QVERIFY2(!out.contains("13900000001") && out.contains("[cn-mobile 1]") && out.contains("复查"),
                 qPrintable(out));
        run.arguments = QStringList{"scan"};
        QVERIFY(runCli(run).out.contains("cn-mobile"));
    }

    void whatLooksLikeANameAndIsLeftIsCounted() {
        CliRun run;
        run.input = "今日好转，李波，无不适\n今日好转，王建国，无不适\n";
        run.arguments = QStringList{"scan", "--json"};
        const auto lines = runCli(run).out.trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(QJsonDocument::fromJson(lines[0]).object().value("unresolvedNames").toInt(-1), 1);
        QCOMPARE(QJsonDocument::fromJson(lines[1]).object().value("unresolvedNames").toInt(-1), 0);
        run.arguments = QStringList{"scan", "--tag"};
        QVERIFY(runCli(run).err.contains("left because no rule was sure of them: 1."));
        run.input = "今日好转，无不适\n";
        QVERIFY(!runCli(run).err.contains("Places that look like names"));
    }

    void rulePacksOverrideAsOfTheirDay() {
        const mangrove::test::TempDir dir;
        const auto file = QString::fromStdString(
            dir.write("t.csv", "性别,年龄\n男,40\n女,41\n男,42\n女,43\n男,44\n女,45\n").string());
        const auto pack = QString::fromStdString(
            dir.write("pack.json", rulePack("{\"level39725\":5}", "2026-06-01").toStdString()).string());
        const auto levelOf = [&](const QStringList& options) {
            const auto run = runCli(QStringList{"classify", file, "--json"} + options);
            return run.exit == 0 ? run.json().value("tableLevel39725").toInt() : -run.exit;
        };
        const int plain = levelOf({});
        QVERIFY(plain > 0 && plain < 5);
        QCOMPARE(levelOf({"--rulepack", pack}), 5);
        QCOMPARE(levelOf({"--rulepack", pack, "--as-of", "2026-05-31"}), plain);
        QCOMPARE(levelOf({"--rulepack", pack, "--as-of", "2026-06-01"}), 5);
        const auto json = runCli({"classify", file, "--rulepack", pack, "--json"}).json();
        QStringList packs;
        for (const auto& each : json.value("packs").toArray())
            packs << each.toObject().value("id").toString();
        QVERIFY(packs.contains("province"));
        QVERIFY(levelOf({"--as-of", "yesterday"}) < 0);
        QCOMPARE(levelOf({"--rulepack", "nowhere.json"}), -5);
    }

    void wrongPacksAreRefusedWithTheirPlace_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("twin") << rulePack("{\"level39725\":5}", "2026-06-01") << 0;
        QTest::newRow("no JSON") << QByteArray("{\"rulepack\":1,\n\"id\":}") << 2;
        QTest::newRow("level 9") << rulePack("{\"level39725\":9}", "2026-06-01") << 4;
        QTest::newRow("no such effect") << rulePack("{\"colour\":1}", "2026-06-01") << 4;
        QTest::newRow("no day") << rulePack("{\"level39725\":5}", "2026-13-01") << 4;
    }
    void wrongPacksAreRefusedWithTheirPlace() {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        const mangrove::test::TempDir dir;
        const auto file = QString::fromStdString(dir.write("t.csv", "性别\n男\n女\n").string());
        const auto pack = QString::fromStdString(dir.write("pack.json", text.toStdString()).string());
        const auto run = runCli({"classify", file, "--rulepack", pack, "--json"});
        if (line == 0) {
            QVERIFY2(run.exit == 0, run.out);
            return;
        }
        QCOMPARE(run.exit, 3);
        QCOMPARE(run.errorCode(), QString("rule-pack-invalid"));
        const auto at = run.json().value("error").toObject().value("at").toObject();
        QVERIFY2(at.value("file").toString().endsWith("pack.json"), run.out);
        QVERIFY2(at.value("line").toInt() == line, run.out);
    }
};

} // namespace

MANGROVE_TEST(ClassifyCommandsTest)
#include "classify_commands_test.moc"
