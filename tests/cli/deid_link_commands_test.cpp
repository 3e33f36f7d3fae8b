// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli_process.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QJsonDocument>
#include <QtTest>

namespace {

using mangrove::test::CliRun;
using mangrove::test::readAll;
using mangrove::test::runCli;
using mangrove::test::TempDir;

QString text(const std::filesystem::path& file) {
    return QString::fromStdString(file.string());
}

const char kPhones[] = "pid,phone,age\nA,13812345678,34\nB,13998765432,35\nA,13812345678,34\n";
const char kCodes[] = R"({"recipe":1,"attributes":[
 {"column":"pid","role":"direct","transform":{"type":"pseudonym","reversible":true}},
 {"column":"phone","role":"direct","transform":{"type":"encrypt","keepFirst":3}},
 {"column":"age","role":"insensitive"}]})";

class DeidLinkCommandsTest : public QObject {
    Q_OBJECT
private slots:
    void codesComeBackWithTheKey() {
        const TempDir dir;
        const auto file = text(dir.write("in.csv", kPhones));
        const auto recipe = text(dir.write("r.json", kCodes));
        const auto key = text(dir.write("key", std::string(40, 'k')));
        const auto other = text(dir.write("other", std::string(40, 'o')));
        const auto out = text(dir / "out.csv");
        const auto refused =
            runCli({"deid", "apply", file, "--recipe", recipe, "--out", out, "--key-file", key, "--json"});
        QCOMPARE(refused.errorCode(), QString("deid-code-index-needed"));
        const auto index = text(dir / "codes");
        const auto made = runCli({"deid", "apply", file, "--recipe", recipe, "--out", out, "--key-file", key,
                                  "--code-index", index});
        QVERIFY2(made.exit == 0, made.err.constData());
        const auto rows = QByteArray::fromStdString(readAll(dir / "out.csv")).split('\n');
        const auto first = rows[1].split(',');
        QCOMPARE(rows[3].split(',')[0], first[0]);
        QVERIFY(first[1].startsWith("138") && first[1] != "13812345678" && first[1].size() == 11);

        CliRun resolve;
        resolve.arguments =
            QStringList{"deid", "resolve", "--code-index", index, "--column", "pid", "--key-file", key};
        resolve.input = first[0] + "\nP-0000000000000000\n";
        const auto resolved = runCli(resolve);
        QCOMPARE(resolved.exit, 1); // one is no code of the file
        QCOMPARE(resolved.out, QByteArray("A\n\n"));
        resolve.arguments.last() = other;
        QCOMPARE(runCli(resolve).exit, 4);

        CliRun decrypt;
        decrypt.arguments =
            QStringList{"deid", "decrypt", "--recipe", recipe, "--column", "phone", "--key-file", key};
        decrypt.input = first[1] + "\n";
        const auto decrypted = runCli(decrypt);
        QCOMPARE(decrypted.exit, 0);
        QCOMPARE(decrypted.out, QByteArray("13812345678\n"));
        decrypt.arguments.last() = other;
        QVERIFY(runCli(decrypt).out != QByteArray("13812345678\n"));
    }

    void hierarchiesAreListedCheckedAndExported() {
        const auto list = QJsonDocument::fromJson(runCli({"hierarchy", "list", "--json"}).out).array();
        QCOMPARE(list.size(), 26);
        const TempDir dir;
        const auto file = text(dir.write("in.csv", "age,sex\n34,1\n35,2\nold,1\n,2\n"));
        const auto check =
            runCli({"hierarchy", "check", "builtin:age-5y", "--file", file, "--column", "age", "--json"});
        QCOMPARE(check.exit, 1);
        QCOMPARE(check.json().value("complete").toBool(true), false);
        QCOMPARE(check.json().value("monotone").toBool(), true);
        QCOMPARE(check.json().value("unmatchedValues").toInt(), 1);
        QCOMPARE(check.json().value("missingRows").toInt(), 1);
        QCOMPARE(check.json().value("firstUnmatchedRow").toInt(), 3);
        QVERIFY(!check.out.contains("old"));
        const auto good = text(dir.write("good.csv", "age\n34\n35\n"));
        QCOMPARE(runCli({"hierarchy", "check", "builtin:age-5y", "--file", good, "--column", "age"}).exit, 0);
        const auto csv = text(dir / "h.csv");
        QCOMPARE(
            runCli({"hierarchy", "export", "builtin:age-5y", "--file", good, "--column", "age", "--out", csv})
                .exit,
            0);
        QCOMPARE(readAll(dir / "h.csv"), std::string("34;30-34;30-39;20-39;*\n35;35-39;30-39;20-39;*\n"));
        QCOMPARE(runCli({"hierarchy", "check", csv, "--file", good, "--column", "age"}).exit, 0);
        QCOMPARE(runCli({"hierarchy", "export", "builtin:age-5y", "--json"}).errorCode(),
                 QString("bad-option"));
    }

    void linkedTablesAndTheListOfTransforms() {
        const TempDir dir;
        std::string a = "pid,age\n", b = "who,fee\n";
        for (int i = 0; i < 40; ++i) {
            a += "p" + std::to_string(i) + "," + std::to_string(30 + i % 20) + "\n";
            b += "p" + std::to_string(i) + "," + std::to_string(i * 37) + "\n";
        }
        dir.write("a.csv", a);
        dir.write("b.csv", b);
        dir.write("a.json", R"({"recipe":1,"attributes":[
 {"column":"pid","role":"direct","transform":{"type":"pseudonym","domain":"p"}},
 {"column":"age","role":"quasi","hierarchy":"builtin:age-5y"}]})");
        dir.write("b.json", R"({"recipe":1,"attributes":[
 {"column":"who","role":"direct","transform":{"type":"pseudonym","domain":"p"}},
 {"column":"fee","role":"quasi","hierarchy":"builtin:amount-cny"}]})");
        const auto set = text(dir.write("set.json", R"({"recipeSet":1,"k":4,"suppressionLimit":0.2,"tables":[
 {"file":"a.csv","recipe":"a.json","person":"pid"},{"file":"b.csv","recipe":"b.json","person":"who"}]})"));
        std::filesystem::create_directories(dir / "out");
        const auto made = runCli({"deid", "apply-set", set, "--out-dir", text(dir / "out"), "--json"});
        QVERIFY2(made.exit == 0, made.out.constData());
        QCOMPARE(made.json().value("persons").toInt(), 40);
        QVERIFY(made.json().value("joined").toObject().value("smallestGroup").toInt() >= 4);
        QVERIFY(std::filesystem::exists(dir / "out" / "a.csv")
                && std::filesystem::exists(dir / "out" / "b.csv"));
        const auto list = QJsonDocument::fromJson(runCli({"deid", "transforms", "--json"}).out).array();
        QCOMPARE(list.size(), 17);

        // A cohort of every second person, among all as the population.
        std::string cohort;
        for (int i = 0; i < 40; i += 2)
            cohort += "p" + std::to_string(i) + "\n";
        dir.write("cohort.txt", cohort);
        const auto some = text(dir.write("some.json", R"({"recipeSet":1,"k":2,"suppressionLimit":0.3,
 "subset":{"file":"cohort.txt"},"models":[{"type":"k-map","k":6}],"tables":[
 {"file":"a.csv","recipe":"a.json","person":"pid","out":"a2.csv"},
 {"file":"b.csv","recipe":"b.json","person":"who","out":"b2.csv"}]})"));
        const auto subset = runCli({"deid", "apply-set", some, "--out-dir", text(dir / "out"), "--json"});
        QVERIFY2(subset.exit == 0, subset.out.constData());
        QCOMPARE(subset.json().value("persons").toInt(), 20);
        QCOMPARE(subset.json().value("personsOnlyPopulation").toInt(), 20);
        const auto kMap = subset.json().value("models").toArray().at(1).toObject();
        QCOMPARE(kMap.value("model").toString(), QString("k-map"));
        QVERIFY(kMap.value("measured").toInt() >= 6);
        const int written = 20 - subset.json().value("personsSuppressed").toInt();
        for (const char* name : {"a2.csv", "b2.csv"})
            QCOMPARE(QByteArray::fromStdString(readAll(dir / "out" / name)).count('\n'), written + 1);
        const auto twin = text(dir.write("twin.json", R"({"recipeSet":1,"models":[{"type":"k-map","k":6}],
 "tables":[{"file":"a.csv","recipe":"a.json","person":"pid","out":"a3.csv"}]})"));
        QCOMPARE(runCli({"deid", "apply-set", twin, "--out-dir", text(dir / "out"), "--json"}).errorCode(),
                 QString("recipe-set-invalid"));
    }
};

} // namespace

MANGROVE_TEST(DeidLinkCommandsTest)
#include "deid_link_commands_test.moc"
