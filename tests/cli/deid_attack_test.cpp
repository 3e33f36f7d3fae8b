// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli_process.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>

namespace {

using mangrove::test::runCli;
using mangrove::test::TempDir;

QString nameOf(const std::filesystem::path& file) {
    return QString::fromStdString(file.string());
}

/// 240 people of 60 ages, two a year and sex, and what they suffer from; written with semicolons.
std::string rawPeople() {
    std::string csv = "name;age;sex;ill\n";
    for (int i = 0; i < 240; ++i)
        csv += "n" + std::to_string(i) + ";" + std::to_string(20 + i % 60) + ";" + (i % 2 == 0 ? "M" : "F")
               + ";d" + std::to_string(i % 7) + "\n";
    return csv;
}

const char kAttackedRecipe[] = R"({"recipe":1,"attributes":[
 {"column":"age","role":"quasi","hierarchy":"builtin:age-5y","level":1},
 {"column":"sex","role":"quasi"},
 {"column":"ill","role":"sensitive"}],
 "models":[{"type":"k-anonymity","k":2}],"suppressionLimit":0.5})";

class DeidAttackTest : public QObject {
    Q_OBJECT
private slots:
    void attacksWhatApplyWrote() {
        const TempDir dir;
        const auto raw = nameOf(dir.write("raw.csv", rawPeople()));
        const auto recipe = nameOf(dir.write("r.json", kAttackedRecipe));
        const auto made = nameOf(dir / "made.csv");
        const auto applied = runCli({"deid", "apply", raw, "--recipe", recipe, "--out", made, "--json"});
        QVERIFY2(applied.exit == 0, applied.err.constData());
        const auto classes = applied.json().value("after").toObject().value("classes").toInt();
        const QStringList attack{"deid", "attack", raw, made, "--recipe", recipe, "--attacks", "200"};
        const auto json = runCli(attack + QStringList{"--json", "--threads", "1"});
        QVERIFY2(json.exit == 0, json.err.constData());
        QCOMPARE(json.json().value("rowMatch").toObject().value("by").toString(), QString("order"));
        const auto linkage = json.json().value("linkage").toObject();
        QCOMPARE(linkage.value("known").toArray(), (QJsonArray{"age", "sex"}));
        QCOMPARE(linkage.value("records").toInt(), 240);
        QVERIFY(std::abs(linkage.value("expectedCorrect").toDouble() - classes) < 1e-9);
        QCOMPARE(linkage.value("byKnown").toArray().size(), 2);
        QCOMPARE(json.json().value("inference").toArray()[0].toObject().value("secret").toString(),
                 QString("ill"));
        QCOMPARE(json.json().value("control").toObject().value("source").toString(), QString("none"));
        QVERIFY(json.json().value("linkability").toObject().value("risk").isNull());
        QCOMPARE(runCli(attack + QStringList{"--json", "--threads", "2"}).out, json.out);
        const auto text = runCli(attack);
        QCOMPARE(text.exit, 0);
        QVERIFY(text.out.contains("Linkage: of 240 original records")
                && text.out.contains("There is no control"));
        // The raw names left in: everybody is found, and not by chance.
        const auto careless = nameOf(dir.write("careless.csv", rawPeople()));
        const auto others = nameOf(dir.write(
            "others.csv", "name,age,sex,ill\n" + [] {
                std::string csv;
                for (int i = 0; i < 200; ++i)
                    csv += "x" + std::to_string(i) + ",33,M,d1\n";
                return csv;
            }()));
        const auto all = runCli({"deid", "attack", raw, careless, "--known", "name,age", "--first", "name",
                                 "--second", "age,sex", "--secret", "ill", "--control", others, "--json"});
        QVERIFY2(all.exit == 0, all.err.constData());
        QCOMPARE(all.json().value("linkage").toObject().value("uniquelyRight").toInt(), 240);
        const auto inferred = all.json().value("inference").toArray()[0].toObject();
        QCOMPARE(inferred.value("attack").toObject().value("rate").toDouble(), 1.0);
        QVERIFY(inferred.value("risk").toObject().value("value").toDouble() > 0.9);
    }

    void measuresRiskInAPopulation() {
        const TempDir dir;
        const auto people = nameOf(dir.write("people.csv", rawPeople()));
        const auto file = nameOf(dir.write("file.csv", "age,sex\n20,M\n20,M\n25,F\n"));
        const QStringList risk{"deid", "risk", file, "--qi", "age,sex", "--population", people};
        const auto said = runCli(risk + QStringList{"--json"});
        QVERIFY2(said.exit == 0, said.err.constData());
        // Four people of every age, all of one sex: M at even ages, F at odd ones.
        const auto journalist = said.json().value("journalist").toObject();
        QCOMPARE(journalist.value("highest").toDouble(), 0.25);
        QCOMPARE(said.json().value("marketer").toObject().value("expected").toDouble(), 0.75);
        QCOMPARE(said.json().value("prosecutor").toObject().value("highest").toDouble(), 1.0);
        QVERIFY(runCli(risk).out.contains("Journalist risk: highest 0.25"));
        const auto wrong = nameOf(dir.write("wrong.csv", "age,sex\n20,M\n20,F\n"));
        auto lacking = risk;
        lacking[2] = wrong;
        const auto refused = runCli(lacking + QStringList{"--json"});
        QCOMPARE(refused.exit, 1);
        QVERIFY(refused.json().contains("journalist") && refused.json().value("journalist").isNull());
        QCOMPARE(refused.json().value("population").toObject().value("absentRecords").toInt(), 1);
        QVERIFY(runCli(lacking).out.contains("ERROR: the population does not hold the file"));
    }

    void refusesWhatMakesNoSense() {
        const TempDir dir;
        const auto raw = nameOf(dir.write("raw.csv", rawPeople()));
        const auto other = nameOf(dir.write("other.csv", "a,b\n1,2\n"));
        QCOMPARE(runCli({"deid", "attack", raw, raw, "--json"}).errorCode(), QString("bad-option"));
        QCOMPARE(runCli({"deid", "attack", raw, raw, "--known", "height", "--json"}).errorCode(),
                 QString("risk-column-missing"));
        QCOMPARE(runCli({"deid", "attack", raw, other, "--known", "age", "--json"}).errorCode(),
                 QString("attack-no-columns"));
        QCOMPARE(runCli({"deid", "attack", raw, raw, "--known", "age", "--id", "sex", "--json"}).exit, 3);
        QCOMPARE(runCli({"deid", "attack", raw, raw, "--known", "age", "--neighbours", "0", "--json"}).exit,
                 2);
        QCOMPARE(runCli({"deid", "attack", raw}).exit, 2);
    }
};

} // namespace

MANGROVE_TEST(DeidAttackTest)
#include "deid_attack_test.moc"
