// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "profile/table_links.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <cmath>
#include <functional>
#include <map>
#include <set>

using namespace mangrove::profile;

namespace {

/// The whole of two sets, compared with std::set: what a link must say.
struct SlowOverlap {
    std::size_t shared = 0;
    double ofA = 0;
    double ofB = 0;
};

SlowOverlap slowOverlap(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    const std::set<std::string> left(a.begin(), a.end());
    const std::set<std::string> right(b.begin(), b.end());
    SlowOverlap overlap;
    for (const auto& value : left)
        overlap.shared += right.count(value);
    overlap.ofA = static_cast<double>(overlap.shared) / static_cast<double>(left.size());
    overlap.ofB = static_cast<double>(overlap.shared) / static_cast<double>(right.size());
    return overlap;
}

TableKeys keysOf(const std::string& name, const std::map<std::string, std::vector<std::string>>& columns,
                 unsigned threads = 1) {
    std::string text;
    for (const auto& [column, cells] : columns)
        text += (text.empty() ? "" : ",") + column;
    text += "\n";
    const std::size_t rows = columns.begin()->second.size();
    for (std::size_t row = 0; row < rows; ++row) {
        std::string line;
        for (const auto& [column, cells] : columns)
            line += (line.empty() ? "" : ",") + cells[row];
        text += line + "\n";
    }
    const mangrove::test::TempDir folder;
    LinkOptions options;
    options.threads = threads;
    mangrove::io::ReadOptions read;
    read.blockBytes = 4096;
    return sketchTable(name, folder.write("t.csv", text), read, options, {}).value();
}

std::vector<std::string> made(int rows, const std::function<std::string(int)>& value) {
    std::vector<std::string> cells;
    for (int row = 0; row < rows; ++row)
        cells.push_back(value(row));
    return cells;
}

} // namespace

class TableLinksTest : public QObject {
    Q_OBJECT

private slots:
    void foreignKeysComeOut() {
        const auto visits =
            keysOf("visits", {{"visit", made(500, [](int r) { return "V" + std::to_string(r); })},
                              {"person", made(500, [](int r) { return "P" + std::to_string(r % 300); })},
                              {"sex", made(500, [](int r) { return r % 2 == 0 ? "f" : "m"; })}});
        const auto bills =
            keysOf("bills", {{"for_visit", made(900, [](int r) { return " V" + std::to_string(r % 450); })},
                             {"sex", made(900, [](int r) { return r % 3 == 0 ? "f" : "m"; })},
                             {"paid", made(900, [](int r) { return std::to_string(r % 500) + ".50"; })}});
        const auto links = linkTables({visits, bills}, {}, {}).value();
        QCOMPARE(links.links.size(), std::size_t{1});
        const ColumnLink& link = links.links[0];
        QCOMPARE(bills.columns[link.from.column], std::string("for_visit"));
        QCOMPARE(visits.columns[link.to.column], std::string("visit"));
        QCOMPARE(link.kind(), std::string_view("n:1"));
        QCOMPARE(link.shared, std::uint64_t{450});
        QCOMPARE(link.from.containment, 1.0);
        QCOMPARE(link.to.containment, 0.9);
        QCOMPARE(link.nameAgreement, 0.5);
        QVERIFY(link.exact && link.to.isKey && !link.from.isKey);
        QCOMPARE(links.leftOut.fewValues, std::uint64_t{1}); // the two columns of sex
    }

    /// Against sets, for random overlaps; small ones exactly, large ones within the error that is stated.
    void overlapsAgreeWithSets_data() {
        QTest::addColumn<int>("sizeA");
        QTest::addColumn<int>("sizeB");
        QTest::addColumn<int>("common");
        QTest::newRow("small") << 200 << 300 << 150;
        QTest::newRow("all of one") << 1000 << 5000 << 1000;
        QTest::newRow("half") << 4000 << 4000 << 2000;
        QTest::newRow("sampled") << 60'000 << 90'000 << 50'000;
        QTest::newRow("sampled, the smaller is exact") << 9'000 << 120'000 << 8'000;
        QTest::newRow("too little in common") << 2000 << 2000 << 600;
    }
    void overlapsAgreeWithSets() {
        QFETCH(int, sizeA);
        QFETCH(int, sizeB);
        QFETCH(int, common);
        const auto a = made(sizeA, [](int r) { return "key-" + std::to_string(r); });
        const auto b = made(sizeB, [&](int r) { return "key-" + std::to_string(r + sizeA - common); });
        const SlowOverlap expected = slowOverlap(a, b);
        QCOMPARE(expected.shared, std::size_t(common));
        std::optional<TableLinks> first;
        for (const unsigned threads : {1U, 3U}) {
            const auto links =
                linkTables({keysOf("a", {{"x", a}}, threads), keysOf("b", {{"y", b}}, threads)}, {}, {})
                    .value();
            if (std::max(expected.ofA, expected.ofB) < 0.5) {
                QVERIFY(links.links.empty());
                continue;
            }
            QCOMPARE(links.links.size(), std::size_t{1});
            const ColumnLink& link = links.links[0];
            QVERIFY(!first || first->links == links.links);
            first = links;
            const double from = link.from.table == 0 ? expected.ofA : expected.ofB;
            QCOMPARE(link.exact, std::max(sizeA, sizeB) <= 32'768);
            if (link.exact) {
                QCOMPARE(link.shared, std::uint64_t(common));
                QCOMPARE(link.from.containment, from);
                QCOMPARE(link.standardError, 0.0);
            } else {
                QVERIFY2(std::abs(link.from.containment - from) <= 5 * link.standardError + 1e-9,
                         qPrintable(QString::number(link.from.containment)));
                QVERIFY(std::abs(static_cast<double>(link.shared) - common) < 0.05 * common);
            }
            QVERIFY(link.from.isKey && link.to.isKey && link.kind() == "1:1");
        }
    }

    void whatChanceShowsIsLeftOut_data() {
        QTest::addColumn<QString>("nameA");
        QTest::addColumn<QString>("nameB");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("step");
        QTest::addColumn<bool>("linked");
        QTest::newRow("row numbers") << "one"
                                     << "two" << 1 << 1 << false;
        QTest::newRow("row numbers of one name") << "person_id"
                                                 << "PersonID" << 1 << 1 << true;
        QTest::newRow("sparse numbers") << "one"
                                        << "two" << 10'000'000 << 99'991 << true;
    }
    void whatChanceShowsIsLeftOut() {
        QFETCH(QString, nameA);
        QFETCH(QString, nameB);
        QFETCH(int, from);
        QFETCH(int, step);
        QFETCH(bool, linked);
        const auto number = [&](int r) { return std::to_string(from + r * step); };
        const auto a = keysOf("a", {{nameA.toStdString(), made(800, number)}});
        const auto b = keysOf("b", {{nameB.toStdString(), made(400, number)}});
        const auto links = linkTables({a, b}, {}, {}).value();
        QCOMPARE(links.links.size(), std::size_t{linked ? 1U : 0U});
        QCOMPARE(links.leftOut.chance, std::uint64_t{linked ? 0U : 1U});
    }

    void fewLongCodesAreEnough() {
        const auto code = [](int r) { return "2f1c7e90-4b1d-4a6e-9f00-00000000000" + std::to_string(r % 8); };
        const auto flag = [](int r) { return "flag" + std::to_string(r % 8); };
        const auto links =
            linkTables({keysOf("patients", {{"id", made(8, code)}, {"state", made(8, flag)}}),
                        keysOf("visits", {{"subject", made(90, code)}, {"kind", made(90, flag)}})},
                       {}, {})
                .value();
        QCOMPARE(links.links.size(), std::size_t{1});
        QCOMPARE(links.links[0].kind(), std::string_view("n:1"));
        QCOMPARE(links.links[0].shared, std::uint64_t{8});
        QCOMPARE(links.leftOut.fewValues, std::uint64_t{1});
    }

    void aFewRowsEnteredTwiceLeaveAKey_data() {
        QTest::addColumn<int>("twice");
        QTest::addColumn<bool>("key");
        QTest::newRow("none") << 0 << true;
        QTest::newRow("one in a hundred") << 10 << true;
        QTest::newRow("more") << 11 << false;
    }
    void aFewRowsEnteredTwiceLeaveAKey() {
        QFETCH(int, twice);
        QFETCH(bool, key);
        const auto id = [](int r) { return "V" + std::to_string(r % 1000); };
        const auto half = [](int r) { return "V" + std::to_string(r % 500); };
        const auto links = linkTables(
            {keysOf("a", {{"a", made(1000 + twice, id)}}), keysOf("b", {{"b", made(2000, half)}})}, {}, {});
        QCOMPARE(links.value().links.size(), std::size_t{1});
        QCOMPARE(links.value().links[0].to.isKey, key);
    }

    void datesAndAmountsAreNoKeys() {
        const auto day = [](int r) {
            return "2026-0" + std::to_string(1 + r % 9) + "-1" + std::to_string(r % 10);
        };
        const auto amount = [](int r) { return std::to_string(r) + ".25"; };
        const auto links = linkTables({keysOf("a", {{"day", made(300, day)}, {"paid", made(300, amount)}}),
                                       keysOf("b", {{"day", made(300, day)}, {"paid", made(300, amount)}})},
                                      {}, {})
                               .value();
        QVERIFY(links.links.empty());
        QCOMPARE(links.leftOut.measures, std::uint64_t{2});
    }

    void sketchesKeepWhatASetKeeps() {
        mangrove::SeededRandom random(3);
        std::map<std::string, std::uint64_t> all;
        KeySketch whole(500);
        KeySketch first(500);
        KeySketch second(500);
        for (int i = 0; i < 20'000; ++i) {
            const std::string value = "v" + std::to_string(random.below(6'000));
            ++all[value];
            whole.add(value);
            (i % 2 == 0 ? first : second).add(value + " "); // blanks at the ends do not count
        }
        first.merge(second);
        QVERIFY(whole.level() > 0 && whole.size() <= 500 && !whole.exact());
        QCOMPARE(first.level(), whole.level());
        QCOMPARE(first.rows(), whole.rows());
        const auto one = whole.sorted();
        const auto other = first.sorted();
        QCOMPARE(one.size(), other.size());
        std::uint64_t rows = 0;
        for (std::size_t i = 0; i < one.size(); ++i) {
            QVERIFY(one[i].hash == other[i].hash && one[i].rows == other[i].rows);
            QVERIFY(i == 0 || one[i - 1].hash < one[i].hash);
            QVERIFY(one[i].hash < KeySketch::bound(whole.level()));
            rows += one[i].rows;
        }
        const double expected = static_cast<double>(all.size());
        QVERIFY(std::abs(static_cast<double>(whole.distinct()) - expected) < 0.25 * expected);
        QVERIFY(rows > 0 && rows < whole.rows());
    }

    void optionsAreChecked() {
        LinkOptions options;
        options.leastContainment = 0;
        QVERIFY(!linkTables({}, options, {}).ok());
        options.leastContainment = 0.5;
        options.leastShared = 1;
        QVERIFY(!options.validate().ok());
        options.leastShared = 2;
        QVERIFY(linkTables({}, options, {}).value().links.empty());
    }
};

MANGROVE_TEST(TableLinksTest)
#include "table_links_test.moc"
