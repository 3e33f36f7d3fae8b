// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli_process.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QtTest>
#include <map>

namespace {

using mangrove::test::CliRun;
using mangrove::test::runCli;
using mangrove::test::TempDir;

const char kPeople[] = "id,name,sex,age,ward\n"
                       "1,甲,F,34,A\n2,乙,F,34,A\n3,丙,M,35,B\n4,丁,M,35,B\n5,戊,M,81,\n";

QString path(const std::filesystem::path& file) {
    return QString::fromStdString(file.string());
}

QJsonObject columnNamed(const QJsonArray& columns, const QString& name) {
    for (const auto& column : columns) {
        if (column.toObject().value("name").toString() == name)
            return column.toObject();
    }
    return {};
}

class EngineCommandsTest : public QObject {
    Q_OBJECT
private slots:
    void profileCountsWhatIsThere() {
        const TempDir dir;
        const auto file = path(dir.write("people.csv", kPeople));
        const auto said = runCli({"profile", file, "--json"});
        QCOMPARE(said.exit, 0);
        const auto json = said.json();
        QCOMPARE(json.value("rows").toInt(), 5);
        const auto source = json.value("source").toObject();
        QCOMPARE(source.value("bytes").toInt(), static_cast<int>(sizeof kPeople - 1));
        QCOMPARE(source.value("sha256").toString().toLatin1(),
                 QCryptographicHash::hash(QByteArray(kPeople), QCryptographicHash::Sha256).toHex());
        QCOMPARE(source.value("delimiter").toString(), QString(","));
        QCOMPARE(source.value("header").toBool(), true);
        const auto columns = json.value("columns").toArray();
        QCOMPARE(columns.size(), 5);
        const auto age = columnNamed(columns, "age");
        QCOMPARE(age.value("type").toString(), QString("integer"));
        QCOMPARE(age.value("distinct").toInt(), 3);
        QCOMPARE(age.value("distinctExact").toBool(), true);
        QCOMPARE(age.value("mean").toDouble(), (34 + 34 + 35 + 35 + 81) / 5.0);
        QCOMPARE(columnNamed(columns, "ward").value("nulls").toInt(), 1);
        QVERIFY(runCli({"profile", file}).out.contains("5 rows, 5 columns"));
    }
    void profileReadsStandardInput() {
        CliRun run;
        run.arguments = QStringList{"profile", "-", "--json"};
        run.input = kPeople;
        QCOMPARE(runCli(run).json().value("rows").toInt(), 5);
    }
    void anUnclosedQuoteNamesItsLine() {
        const TempDir dir;
        const auto file = path(dir.write("bad.csv", "a,b\n1,2\n3,\"open\n5,6\n"));
        const auto said = runCli({"profile", file, "--json"});
        QCOMPARE(said.exit, 3);
        QCOMPARE(said.errorCode(), QString("csv-unclosed-quote"));
        QVERIFY(said.json().value("error").toObject().value("message").toString().contains("line 3"));
        QCOMPARE(runCli({"profile", path(dir.write("good.csv", "a,b\n1,2\n3,\"closed\"\n")), "--json"}).exit,
                 0);
    }
    void raggedRowsAreReportedNotShifted() {
        const TempDir dir;
        const auto file = path(dir.write("ragged.csv", "a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n"));
        const auto json = runCli({"profile", file, "--json"}).json();
        QCOMPARE(json.value("rows").toInt(), 2);
        QList<int> lines;
        for (const auto& warning : json.value("warnings").toArray()) {
            if (warning.toObject().value("code").toString() == "csv-ragged-row")
                lines << warning.toObject().value("line").toInt();
        }
        QCOMPARE(lines, (QList<int>{3, 4}));
        const auto c = columnNamed(json.value("columns").toArray(), "c");
        QCOMPARE(c.value("min").toVariant().toInt(), 3);
        QCOMPARE(c.value("max").toVariant().toInt(), 12);
    }
    void classifyFindsTheCitizenNumber() {
        const TempDir dir;
        std::string csv = "身份证号,药品\n";
        for (const char* id : {"460105190101019919", "469002191202299946", "11010119050708909X"})
            csv += std::string(id) + ",阿司匹林\n";
        const auto said = runCli({"classify", path(dir.write("ids.csv", csv)), "--json"});
        QCOMPARE(said.exit, 0);
        const auto column = columnNamed(said.json().value("columns").toArray(), "身份证号");
        QCOMPARE(column.value("identifier").toString(), QString("cn-resident-id"));
        QCOMPARE(column.value("class").toString(), QString("direct"));
        QVERIFY(column.value("level39725").toInt() >= 4);
        QVERIFY(said.json().value("tableLevel39725").toInt() >= 4);
        QVERIFY(columnNamed(said.json().value("columns").toArray(), "药品").value("class").toString()
                != "direct");
    }
    void identifierCheckJudgesEachLine() {
        CliRun run;
        run.arguments = QStringList{"identifier", "check", "--json"};
        run.input = "cn-resident-id\t460105190101019919\ncn-resident-id\t460105190101019910\n";
        const auto lines = runCli(run).out.split('\n');
        QVERIFY(lines.size() >= 2);
        QVERIFY(QJsonDocument::fromJson(lines[0]).object().value("valid").toBool());
        QVERIFY(!QJsonDocument::fromJson(lines[1]).object().value("valid").toBool(true));
        run.input = "no-such-kind\t1\n";
        QCOMPARE(runCli(run).exit, 5);
    }
    void qualityFailsOnlyWhenAsked() {
        const TempDir dir;
        const auto file = path(dir.write("q.csv", "id,v\n1,a\n1,\n2,c\n"));
        const auto rules = path(dir.write(
            "rules.json",
            R"({"quality":1,"rules":[{"id":"id-once","type":"uniqueness","severity":"error","columns":["id"]},
                        {"id":"v-there","type":"completeness","severity":"warning","columns":["v"],"threshold":0.5}]})"));
        const auto said = runCli({"quality", "check", file, "--rules", rules, "--json"});
        QVERIFY2(said.exit == 0, said.out.constData());
        QHash<QString, QJsonObject> findings;
        for (const auto& finding : said.json().value("findings").toArray())
            findings[finding.toObject().value("rule").toString()] = finding.toObject();
        QCOMPARE(findings["id-once"].value("violated").toInt(), 2);
        QCOMPARE(findings["id-once"].value("status").toString(), QString("fail"));
        QCOMPARE(findings["v-there"].value("status").toString(), QString("pass-with-violations"));
        QCOMPARE(runCli({"quality", "check", file, "--rules", rules, "--fail-on", "error"}).exit, 1);
        const auto mended = path(dir.write("q2.csv", "id,v\n1,a\n3,\n2,c\n"));
        QCOMPARE(runCli({"quality", "check", mended, "--rules", rules, "--fail-on", "error"}).exit, 0);
    }
    void riskMatchesACountByHand() {
        const TempDir dir;
        const auto file = path(dir.write("people.csv", kPeople));
        const auto json = runCli({"deid", "risk", file, "--qi", "sex,age", "--json"}).json();
        // classes: F34 ×2, M35 ×2, M81 ×1
        QCOMPARE(json.value("records").toInt(), 5);
        QCOMPARE(json.value("classes").toInt(), 3);
        QCOMPARE(json.value("uniques").toInt(), 1);
        const auto prosecutor = json.value("prosecutor").toObject();
        QCOMPARE(prosecutor.value("highest").toDouble(), 1.0);
        QCOMPARE(prosecutor.value("average").toDouble(), 3.0 / 5.0);
        QCOMPARE(prosecutor.value("lowest").toDouble(), 0.5);
        QCOMPARE(prosecutor.value("recordsAtRisk").toDouble(), 1.0);
        QCOMPARE(runCli({"deid", "risk", file, "--qi", "nope", "--json"}).exit, 2);
    }
    void utilitySaysWhatARowSwapCosts() {
        const TempDir dir;
        std::string before = "sex,ill\n";
        std::string after = "sex,ill\n";
        for (int i = 0; i < 400; ++i) {
            before += i % 2 == 0 ? "F,yes\n" : "M,no\n";
            after += std::string(i % 2 == 0 ? "F" : "M") + (i % 4 < 2 ? ",yes\n" : ",no\n");
        }
        const auto original = path(dir.write("before.csv", before));
        const auto released = path(dir.write("after.csv", after));
        const auto same = runCli({"deid", "utility", original, original, "--target", "ill", "--json"}).json();
        QCOMPARE(same.value("correlations").toObject().value("greatestChange").toDouble(-1), 0.0);
        QCOMPARE(same.value("model").toObject().value("released").toObject().value("accuracy").toDouble(),
                 1.0);
        const auto json = runCli({"deid", "utility", original, released, "--target", "ill", "--json"}).json();
        const auto column = json.value("columns").toArray().at(1).toObject();
        QCOMPARE(column.value("totalVariation").toDouble(-1), 0.0);
        // as many rows are not the same rows
        QVERIFY(json.contains("aligned") && !json.value("aligned").toBool());
        QVERIFY(column.contains("changed") && column.value("changed").isNull());
        QCOMPARE(json.value("pairing").toObject().value("by").toString(), QString("none"));
        QCOMPARE(json.value("notes").toArray().at(0).toObject().value("code").toString(),
                 QString("rows-unpaired"));
        QVERIFY(json.value("correlations").toObject().value("greatestChange").toDouble() > 0.9);
        QVERIFY(json.value("model").toObject().value("released").toObject().value("accuracy").toDouble()
                < 0.9);
        QVERIFY(runCli({"deid", "utility", original, released}).out.contains("Cramér's V"));
        // the report of the release pairs them
        const auto recipe = path(dir.write("recipe.json", R"({"recipe":1,"attributes":[
            {"column":"sex","role":"insensitive"},
            {"column":"ill","role":"direct","transform":{"type":"mask","keepFirst":1,"keepLast":0}}],
            "models":[]})"));
        const auto masked = path(dir.path() / "masked.csv");
        const auto report = path(dir.path() / "report.json");
        const auto applied =
            runCli({"deid", "apply", original, "--recipe", recipe, "--out", masked, "--report", report});
        QVERIFY2(applied.exit == 0, applied.err);
        const auto paired =
            runCli({"deid", "utility", original, masked, "--report", report, "--json"}).json();
        QVERIFY(paired.value("aligned").toBool());
        QCOMPARE(paired.value("columns").toArray().at(1).toObject().value("changed").toInt(), 400);
        QCOMPARE(paired.value("columns").toArray().at(0).toObject().value("changed").toInt(-1), 0);
        QCOMPARE(runCli({"deid", "utility", original, masked, "--key", "sex", "--json"}).exit, 3);
        QCOMPARE(runCli({"deid", "utility", original, released, "--target", "x", "--json"}).exit, 2);
    }
    void applyKeepsKAndWritesNothingWhenItCannot() {
        const TempDir dir;
        std::string csv = "id,sex,age,cost\n";
        for (int i = 0; i < 60; ++i)
            csv += std::to_string(i) + (i % 2 == 0 ? ",F," : ",M,") + std::to_string(30 + i % 20) + ","
                   + std::to_string(i * 7) + "\n";
        const auto file = path(dir.write("in.csv", csv));
        const auto recipe = path(dir.write("recipe.json", R"({"recipe":1,"attributes":[
            {"column":"id","role":"direct","transform":{"type":"suppress"}},
            {"column":"sex","role":"quasi","transform":{"type":"keep"}},
            {"column":"age","role":"quasi","hierarchy":"builtin:age-5y"},
            {"column":"cost","role":"insensitive"}],
            "models":[{"type":"k-anonymity","k":6}],"suppressionLimit":0.1})"));
        const auto out = path(dir / "out.csv");
        const auto said = runCli({"deid", "apply", file, "--recipe", recipe, "--out", out, "--json"});
        QVERIFY2(said.exit == 0, said.out.constData());
        // counted again from the written file, by nothing but this loop
        std::map<QByteArray, int> groups;
        const auto lines =
            QByteArray::fromStdString(mangrove::test::readAll(dir / "out.csv")).trimmed().split('\n');
        QCOMPARE(lines.front(), QByteArray("sex,age,cost"));
        for (qsizetype i = 1; i < lines.size(); ++i)
            ++groups[lines[i].left(lines[i].lastIndexOf(','))];
        QVERIFY(!groups.empty());
        for (const auto& [key, count] : groups)
            QVERIFY2(count >= 6, key.constData());
        // the same name again: refused, untouched
        const auto again = runCli({"deid", "apply", file, "--recipe", recipe, "--out", out, "--json"});
        QCOMPARE(again.exit, 6);
        QCOMPARE(again.errorCode(), QString("file-exists"));
        // a full disk: an error and no file
        CliRun run;
        run.arguments =
            QStringList{"deid", "apply", file, "--recipe", recipe, "--out", path(dir / "full.csv"), "--json"};
        run.fileSizeLimit = 100;
        const auto full = runCli(run);
        QCOMPARE(full.exit, 7);
        QCOMPARE(full.errorCode(), QString("file-not-writable"));
        QCOMPARE(QDir(path(dir.path())).entryList({"full*"}).size(), 0);
    }
};

} // namespace

MANGROVE_TEST(EngineCommandsTest)
#include "engine_commands_test.moc"
