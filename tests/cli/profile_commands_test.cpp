// SPDX-License-Identifier: GPL-3.0-or-later
// `profile` with its options and `profile-diff`, as scripts meet them.
#include "cli/cli_process.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QJsonArray>
#include <QtTest>
#include <cmath>
#include <functional>

namespace {

using mangrove::test::CliRun;
using mangrove::test::runCli;

QString profilePath(const std::filesystem::path& file) {
    return QString::fromStdString(file.string());
}

/// A header `name` and a cell a row.
std::string profileColumn(const std::string& name, int rows, const std::function<std::string(int)>& cell) {
    std::string text = name + ",other\n";
    for (int r = 0; r < rows; ++r)
        text += cell(r) + ",x" + std::to_string(r % 3) + "\n";
    return text;
}

std::string profileWord(int row, int firsts) {
    return row < firsts ? "A" : "B";
}

} // namespace

class ProfileCommandsTest : public QObject {
    Q_OBJECT
private slots:
    /// --head says that it is not the whole, and has no SHA-256; a file that ends before is the whole.
    void headIsOfTheFirstRows_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("seen");
        QTest::addColumn<bool>("complete");
        QTest::newRow("short") << 10 << 10 << true;
        QTest::newRow("long") << 60'000 << -1 << false;
    }
    void headIsOfTheFirstRows() {
        QFETCH(int, rows);
        QFETCH(int, seen);
        QFETCH(bool, complete);
        const mangrove::test::TempDir dir;
        const auto file = profilePath(
            dir.write("t.csv", profileColumn("n", rows, [](int r) { return std::to_string(r); })));
        const auto head = runCli({"profile", file, "--head", "--json"});
        QCOMPARE(head.exit, 0);
        const int got = head.json().value("rows").toInt();
        if (seen >= 0)
            QCOMPARE(got, seen);
        else
            QVERIFY2(got >= 1024 && got < rows, qPrintable(QString::number(got)));
        QCOMPARE(head.json().value("complete").toBool(), complete);
        QCOMPARE(head.json().value("source").toObject().value("sha256").toString().isEmpty(), !complete);
        QCOMPARE(runCli({"profile", file, "--head"}).out.contains("the first rows only"), !complete);
        const auto whole = runCli({"profile", file, "--json"}).json();
        QCOMPARE(whole.value("rows").toInt(), rows);
        QVERIFY(whole.value("complete").toBool(false));
    }

    /// A small budget still counts every row; what no longer fits is estimated and says so.
    void memoryBoundsWhatIsExact_data() {
        QTest::addColumn<QString>("memory");
        QTest::addColumn<bool>("exact");
        QTest::newRow("1M") << "1M" << false;
        QTest::newRow("1024K") << "1024K" << false;
        QTest::newRow("bytes") << "1048576" << false;
        QTest::newRow("1G") << "1G" << true;
    }
    void memoryBoundsWhatIsExact() {
        QFETCH(QString, memory);
        QFETCH(bool, exact);
        const mangrove::test::TempDir dir;
        const auto file = profilePath(dir.write(
            "t.csv", profileColumn("id", 120'000, [](int r) { return "v" + std::to_string(r * 7); })));
        const auto said = runCli({"profile", file, "--memory", memory, "--json"});
        QCOMPARE(said.exit, 0);
        QCOMPARE(said.json().value("rows").toInt(), 120'000);
        const auto id = said.json().value("columns").toArray()[0].toObject();
        QCOMPARE(id.value("distinctExact").toBool(), exact);
        const double distinct = id.value("distinct").toDouble();
        QVERIFY(exact ? distinct == 120'000 : std::abs(distinct - 120'000) < 0.04 * 120'000);
        const auto other = said.json().value("columns").toArray()[1].toObject();
        QCOMPARE(other.value("distinct").toInt(), 3);
        QVERIFY(other.value("distinctExact").toBool());
    }

    void wrongOptionsAreRefused_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exit");
        QTest::addColumn<QString>("code");
        QTest::newRow("no unit") << QStringList{"--memory", "12X"} << 2 << "bad-option";
        QTest::newRow("no number") << QStringList{"--memory", "much"} << 2 << "bad-option";
        QTest::newRow("nothing") << QStringList{"--memory", "0"} << 2 << "bad-option";
        QTest::newRow("negative") << QStringList{"--memory=-5M"} << 2 << "bad-option";
        QTest::newRow("too large") << QStringList{"--memory", "99999999999G"} << 2 << "bad-option";
        QTest::newRow("too little") << QStringList{"--memory", "100K"} << 2 << "bad-option";
        QTest::newRow("too many threads") << QStringList{"--threads", "257"} << 2 << "bad-option";
        QTest::newRow("head and relations") << QStringList{"--head", "--relations"} << 2 << "usage";
    }
    void wrongOptionsAreRefused() {
        QFETCH(QStringList, arguments);
        QFETCH(int, exit);
        QFETCH(QString, code);
        const mangrove::test::TempDir dir;
        const auto file = profilePath(dir.write("t.csv", "a,b\n1,2\n3,4\n"));
        const auto said = runCli(QStringList{"profile", file, "--json"} + arguments);
        QCOMPARE(said.exit, exit);
        QCOMPARE(said.errorCode(), code);
        QCOMPARE(runCli({"profile", file, "--json", "--memory", "2M", "--threads", "256"}).exit, 0);
    }

    void relationsStandBesideTheProfile() {
        const mangrove::test::TempDir dir;
        std::string text = "visit,ward,floor,age,weight\n";
        for (int r = 0; r < 300; ++r)
            text += "v" + std::to_string(r) + ",w" + std::to_string(r * 7 % 12) + ",f"
                    + std::to_string(r * 7 % 12 / 4) + "," + std::to_string(20 + r % 50) + ","
                    + std::to_string(40 + r % 50 + r % 3) + "\n";
        const auto file = profilePath(dir.write("t.csv", text));
        const auto said = runCli({"profile", file, "--relations", "--json"});
        QCOMPARE(said.exit, 0);
        QCOMPARE(said.json().value("columns").toArray().size(), 5);
        const auto relations = said.json().value("relations").toObject();
        QCOMPARE(relations.value("rows").toInt(), 300);
        QVERIFY(relations.value("exact").toBool());
        QCOMPARE(relations.value("keys").toArray(), QJsonArray{"visit"});
        const auto dependencies = relations.value("dependencies").toArray();
        QCOMPARE(dependencies.size(), 1);
        QCOMPARE(dependencies[0].toObject().value("from").toString(), QString("ward"));
        QCOMPARE(dependencies[0].toObject().value("to").toString(), QString("floor"));
        QCOMPARE(dependencies[0].toObject().value("error").toDouble(-1), 0.0);
        QCOMPARE(dependencies[0].toObject().value("support").toInt(), 300);
        const auto correlations = relations.value("correlations").toArray();
        QCOMPARE(correlations.size(), 1);
        QCOMPARE(correlations[0].toObject().value("columns").toArray(), (QJsonArray{"age", "weight"}));
        QVERIFY(correlations[0].toObject().value("pearson").toDouble() > 0.99);
        QVERIFY(said.json().contains("relations"));
        QVERIFY(!runCli({"profile", file, "--json"}).json().contains("relations"));
        const auto text2 = runCli({"profile", file, "--relations"}).out;
        QVERIFY(text2.contains("Relations of all 300 rows"));
        QVERIFY(text2.contains("DETERMINES"));
        QVERIFY(!runCli({"profile", file}).out.contains("DETERMINES"));
    }
    void relationsNeedAFile() {
        CliRun run;
        run.arguments = QStringList{"profile", "-", "--relations", "--json"};
        run.input = "a,b\n1,2\n";
        QCOMPARE(runCli(run).errorCode(), QString("bad-option"));
        run.arguments = QStringList{"profile", "-", "--json"};
        QCOMPARE(runCli(run).exit, 0);
    }

    /// PSI and KS of distributions that can be worked out on paper.
    void driftIsMeasured_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<double>("psi"); ///< NaN = null
        QTest::addColumn<double>("ks");
        QTest::addColumn<bool>("shifted");
        QTest::addColumn<bool>("differs");
        const double none = std::nan("");
        const auto words = [](int firsts) {
            return QString::fromStdString(
                profileColumn("v", 100, [firsts](int r) { return profileWord(r, firsts); }));
        };
        const auto numbers = [](int from) {
            return QString::fromStdString(
                profileColumn("v", 1000, [from](int r) { return std::to_string(from + r); }));
        };
        QTest::newRow("same words") << words(50) << words(50) << 0.0 << none << false << false;
        QTest::newRow("other shares")
            << words(50) << words(80) << 0.3 * std::log(0.8 / 0.5) - 0.3 * std::log(0.2 / 0.5) << none << true
            << true;
        QTest::newRow("a little") << words(50) << words(55)
                                  << 0.05 * std::log(0.55 / 0.5) - 0.05 * std::log(0.45 / 0.5) << none
                                  << false << false;
        QTest::newRow("same numbers") << numbers(0) << numbers(0) << 0.0 << 0.0 << false << false;
        QTest::newRow("half moved on") << numbers(0) << numbers(500) << -1.0 << 0.5 << true << true;
        QTest::newRow("all moved on") << numbers(0) << numbers(5000) << -1.0 << 1.0 << true << true;
        QTest::newRow("another type") << numbers(0) << words(50) << none << none << false << true;
    }
    void driftIsMeasured() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(double, psi);
        QFETCH(double, ks);
        QFETCH(bool, shifted);
        QFETCH(bool, differs);
        const mangrove::test::TempDir dir;
        const auto one = profilePath(dir.write("one.csv", before.toStdString()));
        const auto two = profilePath(dir.write("two.csv", after.toStdString()));
        const auto said = runCli({"profile-diff", one, two, "--json"});
        QCOMPARE(said.exit, 0);
        const auto json = said.json();
        QCOMPARE(json.value("sameFile").toBool(), before == after);
        QCOMPARE(json.value("differs").toBool(), differs);
        const auto column = json.value("columns").toArray()[0].toObject();
        QCOMPARE(column.value("name").toString(), QString("v"));
        QCOMPARE(column.value("psi").isNull(), std::isnan(psi));
        QCOMPARE(column.value("ks").isNull(), std::isnan(ks));
        if (psi >= 0)
            QVERIFY(std::abs(column.value("psi").toDouble() - psi) < 1e-9);
        if (!std::isnan(ks))
            QVERIFY2(std::abs(column.value("ks").toDouble() - ks) < 0.01,
                     qPrintable(QString::number(column.value("ks").toDouble())));
        QCOMPARE(column.value("shifted").toBool(), shifted);
        QCOMPARE(runCli({"profile-diff", one, two}).out.contains("shifted"), shifted);
        // The profile of the earlier file says the same as the file.
        const auto profiled =
            profilePath(dir.write("one.json", runCli({"profile", one, "--json"}).out.toStdString()));
        QCOMPARE(runCli({"profile-diff", profiled, two, "--json"}).json(), json);
    }

    void columnsComeAndGo() {
        const mangrove::test::TempDir dir;
        std::string before = "patient,ward,gone\n";
        std::string after = "person,ward,fresh\n";
        for (int r = 0; r < 200; ++r) {
            const std::string tail = ",w" + std::to_string(r % 5) + ",";
            before += "P-" + std::to_string(1000 + r) + tail + "g" + std::to_string(r % 3) + "\n";
            after += "P-" + std::to_string(1000 + r) + tail + std::to_string(r % 9) + "\n";
        }
        const auto json = runCli({"profile-diff", profilePath(dir.write("1.csv", before)),
                                  profilePath(dir.write("2.csv", after)), "--json"})
                              .json();
        QCOMPARE(json.value("added").toArray(), QJsonArray{"fresh"});
        QCOMPARE(json.value("dropped").toArray(), QJsonArray{"gone"});
        const auto person = json.value("columns").toArray()[0].toObject();
        QCOMPARE(person.value("name").toString(), QString("person"));
        QCOMPARE(person.value("renamedFrom").toString(), QString("patient"));
        QVERIFY(json.value("columns").toArray()[1].toObject().value("renamedFrom").isNull());
    }

    void tablesAreRelated() {
        const mangrove::test::TempDir dir;
        std::string visits = "visit,person,sex\n";
        std::string bills = "visit_no,paid\n";
        for (int r = 0; r < 120; ++r) {
            const std::string id = "V" + std::to_string(5000 + r);
            visits += id + ",P" + std::to_string(r % 60) + (r % 2 == 0 ? ",f\n" : ",m\n");
            bills += id + ",1.5\n" + id + ",2.5\n";
        }
        const auto first = profilePath(dir.write("visits.csv", visits));
        const auto second = profilePath(dir.write("bills.csv", bills));
        const auto json = runCli({"relations", first, second, "--json"}).json();
        QCOMPARE(json.value("tables").toArray().size(), 2);
        QCOMPARE(json.value("links").toArray().size(), 1);
        const auto link = json.value("links").toArray()[0].toObject();
        QCOMPARE(link.value("kind").toString(), QString("n:1"));
        QCOMPARE(link.value("from").toObject().value("column").toString(), QString("visit_no"));
        QCOMPARE(link.value("to").toObject().value("table").toString(), QString("visits.csv"));
        QCOMPARE(link.value("shared").toInt(), 120);
        QVERIFY(link.value("exact").toBool(false));
        const auto words = runCli({"relations", first, second}).out;
        QVERIFY2(words.contains("bills.csv.visit_no") && words.contains("n:1"), words);
        // all tables of a folder, and the same file twice under two names
        const auto folder = runCli({"relations", profilePath(dir.path()), "--json"}).json();
        QCOMPARE(folder.value("tables").toArray().size(), 2);
        QCOMPARE(folder.value("links").toArray().size(), 1);
        const auto twice = runCli({"relations", first, first, "--json"}).json();
        QCOMPARE(twice.value("tables").toArray()[1].toObject().value("name").toString(),
                 QString("visits.csv (2)"));
        QCOMPARE(twice.value("links").toArray()[0].toObject().value("kind").toString(), QString("1:1"));
        // one table alone, none, stdin, an option out of range
        QCOMPARE(runCli({"relations", first, "--json"}).errorCode(), QString("bad-option"));
        QCOMPARE(runCli({"relations", "-", first, "--json"}).errorCode(), QString("bad-option"));
        QCOMPARE(runCli({"relations", first, second, "--threads", "300", "--json"}).errorCode(),
                 QString("bad-option"));
        QCOMPARE(runCli({"relations", first, profilePath(dir / "nowhere.csv"), "--json"}).exit, 5);
        QCOMPARE(runCli({"relations"}).exit, 2);
    }

    void wrongComparisonsAreRefused_data() {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<int>("exit");
        QTest::newRow("one missing") << QStringList{"good.csv", "nowhere.csv"} << 5;
        QTest::newRow("only one") << QStringList{"good.csv"} << 2;
        QTest::newRow("broken") << QStringList{"good.csv", "broken.csv"} << 3;
        QTest::newRow("no profile, no table") << QStringList{"good.csv", "broken.json"} << 3;
        QTest::newRow("good") << QStringList{"good.csv", "good.csv"} << 0;
    }
    void wrongComparisonsAreRefused() {
        QFETCH(QStringList, names);
        QFETCH(int, exit);
        const mangrove::test::TempDir dir;
        dir.write("good.csv", "a,b\n1,2\n3,4\n");
        dir.write("broken.csv", "a,b\n1,\"2\n3,4\n");
        dir.write("broken.json", "{\"rows\": 3, ");
        CliRun run;
        run.folder = profilePath(dir.path());
        run.arguments = QStringList{"profile-diff"} + names + QStringList{"--json"};
        const auto said = runCli(run);
        QCOMPARE(said.exit, exit);
        QCOMPARE(said.errorCode().isEmpty(), exit == 0);
    }
};

MANGROVE_TEST(ProfileCommandsTest)
#include "profile_commands_test.moc"
