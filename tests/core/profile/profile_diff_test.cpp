// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/random.h"
#include "profile/profile_diff.h"
#include "profile/profiler.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <algorithm>
#include <cmath>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace {

mangrove::profile::TableProfile diffProfile(const mangrove::test::TempDir& folder, const std::string& text) {
    static int number = 0;
    auto profile =
        mangrove::profile::profileFile(folder.write(mangrove::format("d{}.csv", ++number), text), {}, {}, {});
    if (!profile.ok())
        qFatal("%s", profile.error().message().c_str());
    return *std::move(profile);
}

std::string diffTable(std::uint64_t seed, int rows, const std::string& header, int shift,
                      std::vector<double>* ages = nullptr) {
    mangrove::SeededRandom random(seed);
    std::string text = header + "\n";
    for (int i = 0; i < rows; ++i) {
        const auto age = static_cast<int>(random.below(60)) + shift;
        if (ages != nullptr)
            ages->push_back(age);
        text += mangrove::format("{},{},{}\n", age, random.below(3) == 0 ? "F" : "M", random.below(1000));
    }
    return text;
}

} // namespace

class ProfileDiffTest : public QObject {
    Q_OBJECT

private slots:
    void sameContentDoesNotDiffer() {
        const mangrove::test::TempDir folder;
        const auto a = diffProfile(folder, diffTable(1, 5'000, "age,sex,code", 20));
        const auto diff = mangrove::profile::compare(a, a);
        QVERIFY(diff.sameFile && !diff.differs());
        QCOMPARE(*diff.columns[0].psi, 0.0);
        QCOMPARE(*diff.columns[0].ks, 0.0);
        // Another draw of the same distribution is no drift.
        const auto b = diffProfile(folder, diffTable(2, 5'000, "age,sex,code", 20));
        QVERIFY(!mangrove::profile::compare(a, b).differs());
        QVERIFY(!mangrove::profile::compare(a, b).sameFile);
    }

    /// KS and PSI against the values themselves.
    void driftAgreesWithTheValues() {
        const mangrove::test::TempDir folder;
        std::vector<double> before;
        std::vector<double> after;
        const auto a = diffProfile(folder, diffTable(3, 8'000, "age,sex,code", 20, &before));
        const auto b = diffProfile(folder, diffTable(4, 8'000, "age,sex,code", 32, &after));
        const auto diff = mangrove::profile::compare(a, b);
        const auto& age = diff.columns[0];
        double ks = 0;
        for (int at = 0; at < 120; ++at) {
            const auto below = [&](const std::vector<double>& values) {
                return static_cast<double>(std::count_if(values.begin(), values.end(),
                                                         [&](double value) { return value < at; }))
                       / static_cast<double>(values.size());
            };
            ks = std::max(ks, std::abs(below(before) - below(after)));
        }
        QVERIFY(ks > 0.15);
        QVERIFY(std::abs(*age.ks - ks) < 0.02);
        QVERIFY(age.shifted() && !diff.columns[1].shifted() && !diff.columns[2].shifted());
        // The bins of the earlier histogram, counted again.
        double psi = 0;
        const auto term = [&](double low, double high) {
            const auto within = [&](const std::vector<double>& values) {
                return std::max(
                    1e-4, static_cast<double>(std::count_if(values.begin(), values.end(), [&](double value) {
                              return value >= low && value < high;
                          })) / static_cast<double>(values.size()));
            };
            psi += (within(before) - within(after)) * std::log(within(before) / within(after));
        };
        const auto& bins = a.columns[0].histogram;
        term(-1e9, bins.front().from);
        for (const auto& bin : bins)
            term(bin.from, bin.to);
        term(bins.back().to, 1e9);
        QVERIFY2(std::abs(*age.psi - psi) < 0.1 * psi, qPrintable(QString("%1 %2").arg(*age.psi).arg(psi)));
    }

    void columnsAddedDroppedAndRenamed() {
        const mangrove::test::TempDir folder;
        const auto a = diffProfile(folder, diffTable(5, 3'000, "age,sex,code", 20));
        const auto renamed = diffProfile(folder, diffTable(6, 4'000, "age,gender,code", 20));
        const auto diff = mangrove::profile::compare(a, renamed);
        QVERIFY(diff.added.empty() && diff.dropped.empty() && diff.differs());
        QCOMPARE(diff.columns[1].before, std::string("sex"));
        QVERIFY(diff.columns[1].renamed());
        QCOMPARE(diff.rowsAfter, std::uint64_t{4'000});
        // Other content under another name: no renaming.
        const auto other = diffProfile(folder, "age,colour,code\n20,red,1\n30,blue,2\n40,red,3\n");
        const auto replaced = mangrove::profile::compare(a, other);
        QCOMPARE(replaced.added, (std::vector<std::string>{"colour"}));
        QCOMPARE(replaced.dropped, (std::vector<std::string>{"sex"}));
    }

    void typesAndMissing() {
        const mangrove::test::TempDir folder;
        const auto a = diffProfile(folder, "n,m\n1,x\n2,x\n3,y\n4,y\n");
        const auto b = diffProfile(folder, "n,m\na,x\nb,\nc,\nd,\n");
        const auto diff = mangrove::profile::compare(a, b);
        QVERIFY(diff.columns[0].typeChanged() && !diff.columns[0].psi);
        QCOMPARE(diff.columns[1].missingAfter, 0.75);
        QVERIFY(diff.columns[1].shifted());
        const auto json = nlohmann::json::parse(mangrove::profile::toJson(diff));
        QCOMPARE(json["columns"][0]["type"]["after"].get<std::string>(), std::string("text"));
        QVERIFY(json["columns"][0]["psi"].is_null() && json["differs"].get<bool>());
    }

    void varietyIsMeasuredAgainstTheRows_data() {
        QTest::addColumn<int>("rowsAfter");
        QTest::addColumn<int>("distinctAfter");
        QTest::addColumn<bool>("changed");
        QTest::newRow("as it was") << 1000 << 500 << false;
        QTest::newRow("just twice") << 1000 << 1000 << false;
        QTest::newRow("more than twice") << 1000 << 1001 << true;
        QTest::newRow("less than half") << 1000 << 249 << true;
        QTest::newRow("explained by more rows") << 3000 << 1500 << false;
        QTest::newRow("explained by fewer rows") << 300 << 150 << false;
        QTest::newRow("one value now") << 1000 << 1 << true;
    }
    void varietyIsMeasuredAgainstTheRows() {
        QFETCH(int, rowsAfter);
        QFETCH(int, distinctAfter);
        QFETCH(bool, changed);
        mangrove::profile::ProfileDiff diff;
        diff.rowsBefore = 1000;
        diff.rowsAfter = static_cast<std::uint64_t>(rowsAfter);
        mangrove::profile::ColumnDiff column;
        column.distinctBefore = 500;
        column.distinctAfter = static_cast<std::uint64_t>(distinctAfter);
        QCOMPARE(diff.varietyChanged(column), changed);
    }
};

MANGROVE_TEST(ProfileDiffTest)
#include "profile_diff_test.moc"
