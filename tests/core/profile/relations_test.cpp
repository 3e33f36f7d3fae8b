// SPDX-License-Identifier: GPL-3.0-or-later
// Relations between columns, computed a second time from their definitions: texts in maps, ranks by comparing
// every value with every other, long double.
#include "base/random.h"
#include "io/record_reader.h"
#include "profile/column_relations.h"
#include "profile/relation_sample.h"
#include "profile/relations_json.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"
#include "table/pair_statistics.h"

#include <QtTest>
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace {

using mangrove::profile::ColumnRelations;
using mangrove::profile::RelationOptions;
using mangrove::table::CodedColumn;
using mangrove::table::PairStatistics;

using RelationTable = std::vector<std::vector<std::string>>; ///< columns of cells; "" = missing

std::string relationCsv(const RelationTable& columns) {
    std::string text;
    for (std::size_t c = 0; c < columns.size(); ++c)
        text += (c > 0 ? ",c" : "c") + std::to_string(c);
    text += '\n';
    for (std::size_t r = 0; r < columns[0].size(); ++r) {
        for (std::size_t c = 0; c < columns.size(); ++c)
            text += (c > 0 ? "," : "") + columns[c][r];
        text += '\n';
    }
    return text;
}

std::vector<CodedColumn> relationCodes(const RelationTable& columns) {
    const mangrove::test::TempDir dir;
    auto reader = mangrove::io::RecordReader::open(dir.write("t.csv", relationCsv(columns)));
    mangrove::profile::RelationSample sample(columns.size(), 1'000'000);
    mangrove::io::RecordBatch batch;
    while (*(*reader)->next(batch, {}))
        sample.append(batch, 0);
    sample.finish();
    std::vector<CodedColumn> coded;
    for (std::size_t c = 0; c < columns.size(); ++c)
        coded.push_back(sample.takeColumn(c));
    return coded;
}

struct SlowDependency {
    std::uint64_t rows = 0;
    std::uint64_t violations = 0;
    std::uint64_t support = 0;
    long double mu = 0;
};

/// From the definitions: the best value of each group stays; mu from the chance that two draws agree.
SlowDependency slowDependency(const std::vector<std::string>& from, const std::vector<std::string>& to) {
    std::map<std::string, std::map<std::string, std::uint64_t>> groups;
    std::map<std::string, std::uint64_t> all;
    SlowDependency slow;
    for (std::size_t r = 0; r < from.size(); ++r) {
        if (from[r].empty() || to[r].empty())
            continue;
        ++groups[from[r]][to[r]];
        ++all[to[r]];
        ++slow.rows;
    }
    long double agreeWithin = 0;
    for (const auto& [value, counts] : groups) {
        std::uint64_t total = 0;
        std::uint64_t most = 0;
        for (const auto& [other, count] : counts) {
            total += count;
            most = std::max(most, count);
        }
        slow.violations += total - most;
        slow.support += total > 1 ? total : 0;
        for (const auto& [other, count] : counts)
            agreeWithin += static_cast<long double>(count) * static_cast<long double>(count)
                           / static_cast<long double>(total);
    }
    const auto n = static_cast<long double>(slow.rows);
    long double agree = 0;
    for (const auto& [value, count] : all)
        agree += static_cast<long double>(count) / n * static_cast<long double>(count) / n;
    slow.mu =
        1 - (1 - agreeWithin / n) / (1 - agree) * (n - 1) / (n - static_cast<long double>(groups.size()));
    return slow;
}

/// Pearson in two passes.
long double slowPearson(const std::vector<long double>& x, const std::vector<long double>& y) {
    long double mx = 0;
    long double my = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        mx += x[i] / static_cast<long double>(x.size());
        my += y[i] / static_cast<long double>(x.size());
    }
    long double xx = 0;
    long double yy = 0;
    long double xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - mx) * (x[i] - mx);
        yy += (y[i] - my) * (y[i] - my);
        xy += (x[i] - mx) * (y[i] - my);
    }
    return xy / std::sqrt(xx * yy);
}

std::vector<long double> slowRanks(const std::vector<long double>& values) {
    std::vector<long double> ranks;
    for (const long double value : values) {
        std::size_t below = 0;
        std::size_t equal = 0;
        for (const long double other : values) {
            below += other < value ? 1 : 0;
            equal += other == value ? 1 : 0;
        }
        ranks.push_back(static_cast<long double>(below)
                        + (static_cast<long double>(equal) + 1) / 2); // the mean of below+1 … below+equal
    }
    return ranks;
}

/// Chi-square against expected counts, then Bergsma's three corrections.
long double slowCramersV(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::map<std::string, long double> as;
    std::map<std::string, long double> bs;
    std::map<std::pair<std::string, std::string>, long double> cells;
    long double n = 0;
    for (std::size_t r = 0; r < a.size(); ++r) {
        if (a[r].empty() || b[r].empty())
            continue;
        as[a[r]] += 1;
        bs[b[r]] += 1;
        cells[{a[r], b[r]}] += 1;
        n += 1;
    }
    long double chi2 = 0;
    for (const auto& [x, nx] : as) {
        for (const auto& [y, ny] : bs) {
            const long double expected = nx * ny / n;
            const long double seen = cells[{x, y}];
            chi2 += (seen - expected) * (seen - expected) / expected;
        }
    }
    const auto r = static_cast<long double>(as.size());
    const auto c = static_cast<long double>(bs.size());
    const long double phi2 = std::max(0.0L, chi2 / n - (r - 1) * (c - 1) / (n - 1));
    const long double rr = r - (r - 1) * (r - 1) / (n - 1);
    const long double cc = c - (c - 1) * (c - 1) / (n - 1);
    return std::sqrt(phi2 / std::min(rr - 1, cc - 1));
}

bool relationClose(double a, long double b) {
    return std::abs(static_cast<long double>(a) - b) < 1e-9L;
}

struct SlowPair {
    std::vector<long double> x;
    std::vector<long double> y;
};

SlowPair numbersOfBoth(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    SlowPair pair;
    for (std::size_t r = 0; r < a.size(); ++r) {
        if (a[r].empty() || b[r].empty())
            continue;
        pair.x.push_back(std::strtold(a[r].c_str(), nullptr));
        pair.y.push_back(std::strtold(b[r].c_str(), nullptr));
    }
    return pair;
}

/// Columns of several kinds, hanging together in places, with missing cells.
RelationTable randomRelationTable(std::uint64_t seed, std::size_t rows) {
    mangrove::SeededRandom random(seed);
    RelationTable table(6);
    for (std::size_t r = 0; r < rows; ++r) {
        const std::uint64_t place = random.below(rows / 4 + 2);
        const bool odd = random.below(50) == 0;
        table[0].push_back("p" + std::to_string(place));
        table[1].push_back(odd ? "other" : "g" + std::to_string(place % 7));
        table[2].push_back(std::to_string(random.below(9)));
        table[3].push_back(std::to_string(place * 3 + random.below(20)) + (random.below(2) == 0 ? "" : ".0"));
        table[4].push_back(place % 7 < 3 ? "yes" : "no");
        table[5].push_back(std::to_string(static_cast<int>(place) - 40) + ".25");
        for (auto& column : table) {
            if (random.below(11) == 0)
                column.back().clear();
        }
    }
    return table;
}

} // namespace

class RelationsTest : public QObject {
    Q_OBJECT

private slots:
    void pairsAgreeWithTheirDefinitions_data() {
        QTest::addColumn<int>("rows");
        QTest::newRow("few") << 40;
        QTest::newRow("some") << 400;
        QTest::newRow("walked in order") << 3000; // the counts of two wide columns fit no small table
    }
    void pairsAgreeWithTheirDefinitions() {
        QFETCH(int, rows);
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            const RelationTable table = randomRelationTable(seed, static_cast<std::size_t>(rows));
            const auto coded = relationCodes(table);
            std::vector<std::vector<std::uint32_t>> order;
            for (const CodedColumn& column : coded)
                order.push_back(PairStatistics::rowsByCode(column));
            PairStatistics statistics;
            for (std::size_t a = 0; a < table.size(); ++a) {
                for (std::size_t b = 0; b < table.size(); ++b) {
                    if (a != b)
                        checkPair(statistics, table, coded, order, a, b);
                }
            }
        }
    }

    /// A limit of g3 below the truth gives nothing, one just at it gives the facts.
    void whatCannotHoldIsGivenUp() {
        const RelationTable table = randomRelationTable(9, 3000);
        const auto coded = relationCodes(table);
        const auto byFrom = PairStatistics::rowsByCode(coded[0]);
        const auto byTo = PairStatistics::rowsByCode(coded[3]);
        const SlowDependency slow = slowDependency(table[0], table[3]);
        const double error = static_cast<double>(slow.violations) / static_cast<double>(slow.rows);
        PairStatistics statistics;
        QVERIFY(statistics.count(coded[0], byFrom, coded[3], byTo, error, 2).forward.has_value());
        QVERIFY(!statistics.count(coded[0], byFrom, coded[3], byTo, error * 0.999, 2).forward.has_value());
        // Nothing of the walk that was given up is left for the next one.
        const auto again = statistics.count(coded[0], byFrom, coded[3], byTo, error, 2).forward;
        QCOMPARE(again->violations, slow.violations);
    }

    /// Anscombe 1973: four sets with r = 0.816; the ten pairs of hours of television and IQ: rho = -29/165.
    void publishedCorrelations() {
        const RelationTable anscombe{
            {"10", "8", "13", "9", "11", "14", "6", "4", "12", "7", "5"},
            {"8.04", "6.95", "7.58", "8.81", "8.33", "9.96", "7.24", "4.26", "10.84", "4.82", "5.68"},
            {"9.14", "8.14", "8.74", "8.77", "9.26", "8.10", "6.13", "3.10", "9.13", "7.26", "4.74"}};
        PairStatistics statistics;
        const auto coded = relationCodes(anscombe);
        QVERIFY(std::abs(*statistics.correlate(coded[0], coded[1]).pearson - 0.81642) < 5e-6);
        QVERIFY(std::abs(*statistics.correlate(coded[0], coded[2]).pearson - 0.81624) < 5e-6);
        const auto tv = relationCodes({{"106", "100", "86", "101", "99", "103", "97", "113", "112", "110"},
                                       {"7", "27", "2", "50", "28", "29", "20", "12", "6", "17"}});
        QVERIFY(relationClose(*statistics.correlate(tv[0], tv[1]).spearman, -29.0L / 165.0L));
    }

    /// Snee 1974, hair and eyes of 592 students: chi² 138.29. Bergsma's V of it:
    /// sqrt((138.2898 / 592 - 9 / 591) / (3 - 9 / 591)).
    void publishedAssociation() {
        const std::vector<std::vector<int>> counts{
            {68, 20, 15, 5}, {119, 84, 54, 29}, {26, 17, 14, 14}, {7, 94, 10, 16}};
        RelationTable table(2);
        for (std::size_t hair = 0; hair < 4; ++hair) {
            for (std::size_t eye = 0; eye < 4; ++eye) {
                for (int i = 0; i < counts[hair][eye]; ++i) {
                    table[0].push_back("h" + std::to_string(hair));
                    table[1].push_back("e" + std::to_string(eye));
                }
            }
        }
        const auto coded = relationCodes(table);
        PairStatistics statistics;
        const auto rows = PairStatistics::rowsByCode(coded[0]);
        const auto facts = statistics.count(coded[0], rows, coded[1], rows, 0.5, 64).association;
        QCOMPARE(facts->rows, std::uint64_t{592});
        QVERIFY(std::abs(facts->chiSquare - 138.2898) < 1e-3);
        QCOMPARE(facts->freedom, std::uint64_t{9});
        QVERIFY(std::abs(*facts->cramersV - std::sqrt((138.2898 / 592 - 9.0 / 591) / (3 - 9.0 / 591)))
                < 1e-6);
    }

    /// A key determines all and a constant is determined by all; neither is a finding. Nor is a column that
    /// is constant but for one row, or one that repeats so seldom that agreement is luck.
    void trivialOnesAreKeptApart() {
        mangrove::SeededRandom random(4);
        RelationTable table(6);
        for (int r = 0; r < 500; ++r) {
            const std::uint64_t ward = random.below(12);
            table[0].push_back("id" + std::to_string(r));
            table[1].emplace_back("CN");
            table[2].push_back("w" + std::to_string(ward));
            table[3].push_back("floor" + std::to_string(ward / 4));
            table[4].emplace_back(r == 77 ? "odd" : "even");
            table[5].push_back("q" + std::to_string(r < 6 ? r / 2 : r));
        }
        const auto relations = related(table);
        QCOMPARE(relations.keys, std::vector<std::uint32_t>{0});
        QCOMPARE(relations.constants, std::vector<std::uint32_t>{1});
        QCOMPARE(relations.dependencies.size(), std::size_t{1});
        const auto& found = relations.dependencies[0];
        QCOMPARE(found.from, 2U);
        QCOMPARE(found.to, 3U);
        QCOMPARE(found.rows, std::uint64_t{500});
        QCOMPARE(found.support, std::uint64_t{500});
        QCOMPARE(found.error, 0.0);
        QCOMPARE(found.strength, 1.0);
        QVERIFY(relations.exact());
        // The twin: four exceptions are 0.8 %, six are more than the hundredth allowed.
        for (int r = 0; r < 4; ++r)
            table[3][static_cast<std::size_t>(r) * 100] = "cellar";
        const auto nearly = related(table);
        QCOMPARE(nearly.dependencies.size(), std::size_t{1});
        QCOMPARE(nearly.dependencies[0].error, 4.0 / 500);
        table[3][450] = table[3][451] = "roof";
        QVERIFY(related(table).dependencies.empty());
    }

    void independentColumnsShowNothing() {
        mangrove::SeededRandom random(11);
        RelationTable table(20);
        for (int r = 0; r < 60; ++r) {
            for (std::size_t c = 0; c < table.size(); ++c)
                table[c].push_back(c % 2 == 0 ? std::to_string(random.below(1000))
                                              : "k" + std::to_string(random.below(4)));
        }
        const auto relations = related(table);
        QVERIFY(relations.dependencies.empty());
        QVERIFY(relations.correlations.empty());
        QVERIFY(relations.associations.empty());
        // The twin: the same columns beside a copy of one.
        table.push_back(table[0]);
        QCOMPARE(related(table).correlations.size(), std::size_t{1});
    }

    /// A number column may hold a few words; they are missing to the numbers and values to the categories.
    void wordsAmongNumbersAreLeftOutOfThem() {
        RelationTable table(2);
        for (int r = 0; r < 200; ++r) {
            table[0].push_back(r % 40 == 0 ? "未查" : std::to_string(r));
            table[1].push_back(std::to_string(2 * r + 5));
        }
        const auto relations = related(table);
        QCOMPARE(relations.correlations.size(), std::size_t{1});
        QCOMPARE(relations.correlations[0].rows, std::uint64_t{195});
        QVERIFY(relationClose(*relations.correlations[0].pearson, 1.0L));
        for (int r = 0; r < 200; r += 10)
            table[0][static_cast<std::size_t>(r)] = "弃查";
        QVERIFY(related(table).correlations.empty());
    }

    /// Many blocks on many threads, and more rows than the sample takes.
    void theSameForAnyNumberOfThreads_data() {
        QTest::addColumn<int>("limit");
        QTest::newRow("all rows") << 0;
        QTest::newRow("a sample") << 1000;
    }
    void theSameForAnyNumberOfThreads() {
        QFETCH(int, limit);
        const mangrove::test::TempDir dir;
        const auto file = dir.write("t.csv", relationCsv(randomRelationTable(21, 5000)));
        mangrove::io::ReadOptions read;
        read.blockBytes = 16'384;
        RelationOptions options;
        options.sampleRows = static_cast<std::uint32_t>(limit);
        options.leastCorrelation = 0;
        options.threads = 1;
        const auto one = mangrove::profile::relateColumns(file, read, options, {});
        QVERIFY(one.ok());
        QCOMPARE(one->rows, std::uint64_t{5000});
        QCOMPARE(one->exact(), limit == 0);
        if (limit != 0)
            QVERIFY(one->sampledRows > 400 && one->sampledRows <= 1000);
        QVERIFY(!one->correlations.empty());
        for (const unsigned threads : {2U, 5U}) {
            options.threads = threads;
            const auto many = mangrove::profile::relateColumns(file, read, options, {});
            QVERIFY(many.ok());
            QVERIFY(*many == *one);
        }
    }

    /// What a sample says is near what all rows say.
    void aSampleIsNearTheWhole() {
        const mangrove::test::TempDir dir;
        const auto file = dir.write("t.csv", relationCsv(randomRelationTable(33, 20'000)));
        RelationOptions options;
        const auto whole = mangrove::profile::relateColumns(file, {}, options, {});
        options.sampleRows = 4000;
        const auto sampled = mangrove::profile::relateColumns(file, {}, options, {});
        QVERIFY(!sampled->exact() && whole->exact());
        QVERIFY(!whole->correlations.empty());
        QCOMPARE(sampled->correlations.size(), whole->correlations.size());
        for (std::size_t i = 0; i < whole->correlations.size(); ++i)
            QVERIFY(std::abs(*whole->correlations[i].pearson - *sampled->correlations[i].pearson) < 0.05);
    }

    /// 10,000 columns: fewer rows are looked at and not all columns are paired, and both are said.
    void whatIsTooMuchIsSaid() {
        QCOMPARE(RelationOptions::sampleRowsFor(50), 131'072U);
        QCOMPARE(RelationOptions::sampleRowsFor(1000), 8008U);
        QCOMPARE(RelationOptions::sampleRowsFor(10'000), 2000U);
        QCOMPARE(RelationOptions::pairedColumnsFor(2000), std::size_t{2000});
        QVERIFY(RelationOptions::pairedColumnsFor(131'072) >= 247);
        std::string text;
        for (int c = 0; c < 10'000; ++c)
            text += (c > 0 ? ",c" : "c") + std::to_string(c);
        text += '\n';
        for (int r = 0; r < 30; ++r) {
            for (int c = 0; c < 10'000; ++c)
                text += (c > 0 ? "," : "") + std::to_string((r * (c + 1)) % 5);
            text += '\n';
        }
        const mangrove::test::TempDir dir;
        const auto file = dir.write("wide.csv", text);
        RelationOptions options;
        options.findings = 10;
        const auto relations = mangrove::profile::relateColumns(file, {}, options, {});
        QVERIFY(relations.ok());
        QCOMPARE(relations->columns.size(), std::size_t{10'000});
        QVERIFY(relations->constants.size() == 2000); // every fifth is all zeros
        QCOMPARE(relations->correlations.size(), std::size_t{10});
        QVERIFY(relations->correlationsFound > 10);
        QVERIFY(std::any_of(relations->warnings.begin(), relations->warnings.end(),
                            [](const auto& warning) { return warning.code == "relations-left-out"; }));
    }

    void badOptionsAreRefused_data() {
        QTest::addColumn<int>("which");
        for (int which = 0; which < 6; ++which)
            QTest::addRow("%d", which) << which;
    }
    void badOptionsAreRefused() {
        QFETCH(int, which);
        RelationOptions options;
        QVERIFY(options.validate().ok());
        switch (which) {
        case 0:
            options.threads = 257;
            break;
        case 1:
            options.sampleRows = 131'073;
            break;
        case 2:
            options.greatestError = std::nan("");
            break;
        case 3:
            options.leastStrength = 1.01;
            break;
        case 4:
            options.categories = 1;
            break;
        default:
            options.findings = 0;
            break;
        }
        QVERIFY(options.validate().error().is(mangrove::errors::kBadOption));
        QVERIFY(!mangrove::profile::relateColumns("nowhere.csv", {}, options, {}).ok());
    }

    void itStopsWhenAsked() {
        const mangrove::test::TempDir dir;
        const auto file = dir.write("t.csv", relationCsv(randomRelationTable(3, 2000)));
        mangrove::RunContext context;
        std::stop_source stop;
        context.stop = stop.get_token();
        QVERIFY(mangrove::profile::relateColumns(file, {}, {}, context).ok());
        stop.request_stop();
        const auto stopped = mangrove::profile::relateColumns(file, {}, {}, context);
        QVERIFY(!stopped.ok() && stopped.error().is(mangrove::errors::kCancelled));
    }

    void jsonNamesColumns() {
        const auto relations = related(randomRelationTable(5, 800));
        const auto json = nlohmann::json::parse(mangrove::profile::toJson(relations));
        QCOMPARE(json.at("rows").get<int>(), 800);
        QVERIFY(json.at("exact").get<bool>());
        QCOMPARE(json.at("correlations").size(), relations.correlations.size());
        QCOMPARE(json.at("correlations")[0].at("columns")[0].get<std::string>(), std::string("c3"));
        QCOMPARE(json.at("associationsFound").get<std::size_t>(), relations.associations.size());
    }

    /// A patient's sex does not change and the race hardly ever; the number of the encounter is a key.
    void theDiabetesFile() {
        if (mangrove::test::sharedDir().empty())
            QSKIP("../shared is not there");
        mangrove::io::ReadOptions read;
        read.table = "diabetic_data.csv";
        const auto relations = mangrove::profile::relateColumns(
            mangrove::test::sharedDir() / "data/diabetes130/dataset_diabetes.zip", read, {}, {});
        QVERIFY(relations.ok());
        QVERIFY(relations->exact());
        const auto name = [&](std::uint32_t column) { return relations->columns[column]; };
        QCOMPARE(relations->keys.size(), std::size_t{1});
        QCOMPARE(name(relations->keys[0]), std::string("encounter_id"));
        QCOMPARE(relations->constants.size(), std::size_t{2}); // examide, citoglipton
        QCOMPARE(relations->dependencies.size(), std::size_t{2});
        QCOMPARE(name(relations->dependencies[0].from), std::string("patient_nbr"));
        QCOMPARE(name(relations->dependencies[0].to), std::string("gender"));
        QCOMPARE(name(relations->dependencies[1].to), std::string("race"));
        QCOMPARE(relations->dependencies[1].rows, std::uint64_t{101'766 - 2'273});
        QCOMPARE(name(relations->associations[0].a), std::string("insulin"));
        QCOMPARE(name(relations->associations[0].b), std::string("change"));
    }

    /// Divisions of GB/T 2260: a district determines its city and its province, never the other way round.
    void theDivisionsOfChina() {
        if (mangrove::test::sharedDir().empty())
            QSKIP("../shared is not there");
        const auto relations = mangrove::profile::relateColumns(
            mangrove::test::sharedDir() / "data/cn-divisions/streets.csv", {}, {}, {});
        QVERIFY(relations.ok());
        const auto determines = [&](const std::string& from, const std::string& to) {
            return std::any_of(
                relations->dependencies.begin(), relations->dependencies.end(), [&](const auto& found) {
                    return relations->columns[found.from] == from && relations->columns[found.to] == to
                           && found.error == 0 && found.strength == 1;
                });
        };
        QVERIFY(determines("areaCode", "cityCode"));
        QVERIFY(determines("areaCode", "provinceCode"));
        QVERIFY(determines("cityCode", "provinceCode"));
        QVERIFY(!determines("cityCode", "areaCode"));
        QVERIFY(!determines("provinceCode", "cityCode"));
    }

private:
    static ColumnRelations related(const RelationTable& table) {
        const mangrove::test::TempDir dir;
        auto relations = mangrove::profile::relateColumns(dir.write("t.csv", relationCsv(table)), {}, {}, {});
        if (!relations.ok())
            qFatal("%s", relations.error().message().c_str());
        return *std::move(relations);
    }

    static void checkPair(PairStatistics& statistics, const RelationTable& table,
                          const std::vector<CodedColumn>& coded,
                          const std::vector<std::vector<std::uint32_t>>& order, std::size_t a,
                          std::size_t b) {
        const auto facts = statistics.count(coded[a], order[a], coded[b], order[b], 1, 64);
        const SlowDependency slow = slowDependency(table[a], table[b]);
        QVERIFY(facts.forward.has_value());
        QCOMPARE(facts.forward->rows, slow.rows);
        QCOMPARE(facts.forward->violations, slow.violations);
        QCOMPARE(facts.forward->support, slow.support);
        QVERIFY(relationClose(*facts.forward->mu(), slow.mu));
        QCOMPARE(facts.backward->violations, slowDependency(table[b], table[a]).violations);
        QCOMPARE(facts.association.has_value(), coded[a].distinct <= 64 && coded[b].distinct <= 64);
        if (facts.association)
            QVERIFY(relationClose(*facts.association->cramersV, slowCramersV(table[a], table[b])));
        QCOMPARE(coded[a].numeric, a == 2 || a == 3 || a == 5);
        if (!coded[a].numeric || !coded[b].numeric)
            return;
        const auto fast = statistics.correlate(coded[a], coded[b]);
        const SlowPair numbers = numbersOfBoth(table[a], table[b]);
        QCOMPARE(fast.rows, static_cast<std::uint64_t>(numbers.x.size()));
        QVERIFY(relationClose(*fast.pearson, slowPearson(numbers.x, numbers.y)));
        QVERIFY(relationClose(*fast.spearman, slowPearson(slowRanks(numbers.x), slowRanks(numbers.y))));
    }
};

MANGROVE_TEST(RelationsTest)
#include "relations_test.moc"
