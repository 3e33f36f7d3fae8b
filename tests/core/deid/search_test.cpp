// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "core/deid/adult_data.h"
#include "core/deid/slow_lattice.h"
#include "deid/collector.h"
#include "deid/lattice_search.h"
#include "deid/plan.h"
#include "deid/search.h"
#include "io/record_reader.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <cmath>
#include <cstdlib>
#include <deque>

using namespace mangrove;

namespace {

bool isClose(double a, double b) {
    return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b));
}

/// The engine's lattice over rows in memory, without going through a file.
struct AdultLattice {
    std::deque<deid::QuasiDomain> domains;
    deid::ClassTable classes;
    std::optional<deid::Lattice> lattice;

    explicit AdultLattice(const test::AdultData& data) : classes(data.columns.size()) {
        const std::size_t m = data.columns.size();
        std::vector<std::map<std::string, std::uint32_t>> number(m);
        std::vector<std::vector<std::string>> dictionary(m);
        for (const auto& row : data.rows) {
            std::vector<std::uint32_t> codes;
            for (std::size_t a = 0; a < m; ++a) {
                const auto [found, isNew] = number[a].emplace(row[a], dictionary[a].size());
                if (isNew)
                    dictionary[a].push_back(row[a]);
                codes.push_back(found->second);
            }
            classes.add(codes);
        }
        std::vector<deid::LatticeAttribute> attributes;
        for (std::size_t a = 0; a < m; ++a) {
            const auto hierarchy = deid::Hierarchy::fromFile(
                test::adultFolder() / ("adult_hierarchy_" + data.columns[a] + ".csv"));
            std::vector<deid::QuasiDomain::Value> values;
            for (const std::string& text : dictionary[a])
                values.push_back({text, false});
            domains.push_back(deid::QuasiDomain::make(values, *hierarchy));
            attributes.push_back({&domains.back(), data.columns[a], 0, hierarchy->levels() - 1});
        }
        lattice = deid::Lattice::make(attributes, classes).value();
    }
};

deid::Aggregate aggregateOf(const std::string& name) {
    for (const auto each :
         {deid::Aggregate::ArithmeticMean, deid::Aggregate::GeometricMean, deid::Aggregate::Sum}) {
        if (deid::nameOf(each) == name)
            return each;
    }
    return deid::Aggregate::Maximum;
}

} // namespace

class SearchTest : public QObject {
    Q_OBJECT

private slots:
    /// The optima that ARX finds (issue 5): levels and counts exactly, losses to 1e-9.
    void findsThePublishedOptima_data() {
        QTest::addColumn<QString>("limit");
        QTest::addColumn<QString>("levels");
        QTest::addColumn<double>("loss");
        QTest::addColumn<quint64>("suppressed");
        QTest::newRow("0 %") << "0"
                             << "0,4,1,1,3,2,2,1,0" << 0.6355438466888889 << quint64{0};
        QTest::newRow("5 %") << "0.05"
                             << "0,3,0,0,2,1,1,2,0" << 0.26963466275555553 << quint64{1346};
        QTest::newRow("100 %") << "1"
                               << "0,3,0,0,2,1,1,1,0" << 0.22770032318888891 << quint64{2553};
    }
    void findsThePublishedOptima() {
        if (test::adultFolder().empty())
            QSKIP("../shared is absent");
        QFETCH(QString, limit);
        QFETCH(QString, levels);
        QFETCH(double, loss);
        QFETCH(quint64, suppressed);
        const auto recipe = deid::parseRecipe(test::adultRecipe(5, limit.toStdString()));
        QVERIFY2(recipe.ok(), recipe.ok() ? "" : recipe.error().message().c_str());
        deid::SearchOptions options;
        options.hierarchyFolder = test::adultFolder();
        const auto report = deid::searchRecipe(test::adultFolder() / "adult.csv", {}, *recipe, options, {});
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
        QStringList found;
        for (const auto level : report->levels)
            found << QString::number(level);
        QCOMPARE(found.join(','), levels);
        QVERIFY(isClose(report->loss, loss));
        QCOMPARE(report->suppressed, suppressed);
        QCOMPARE(report->lattice, std::uint64_t{12960});
        QCOMPARE(report->records, std::uint64_t{30162});
        QCOMPARE(report->distinct, std::uint64_t{19502});
        QVERIFY(report->exhaustive);
        QVERIFY(report->checked < 1000);
        QCOMPARE(report->risk.records, std::uint64_t{30162} - suppressed);
        QVERIFY(report->risk.smallestGroup >= 5);

        const auto node =
            deid::measureNode(test::adultFolder() / "adult.csv", {}, *recipe, report->levels, options, {});
        QVERIFY(node.ok() && node->valid);
        QCOMPARE(node->loss, report->loss);
        QCOMPARE(node->suppressed, suppressed);
        QCOMPARE(node->risk, report->risk);
    }

    /// Many recipes against all nodes of the lattice, computed the slow and obvious way. Every twentieth row
    /// keeps this short; MANGROVE_EXHAUSTIVE=1 takes all of them.
    void agreesWithExhaustiveCheck() {
        if (test::adultFolder().empty())
            QSKIP("../shared is absent");
        const bool all = std::getenv("MANGROVE_EXHAUSTIVE") != nullptr;
        const test::AdultData data = test::readAdult(all ? 1 : 20);
        const test::SlowLattice slow(data);
        const AdultLattice fast(data);
        struct Case {
            test::SlowLattice::Question question;
            double limit = 0;
            double best = 0;
            std::uint64_t suppressed = 0;
            bool found = false;
        };
        SeededRandom random(20261123);
        std::vector<Case> cases;
        const std::vector<std::string> aggregates{"arithmetic-mean", "geometric-mean", "sum", "maximum"};
        for (int i = 0; i < 24; ++i) {
            Case each;
            each.question.k = std::vector<unsigned>{2, 3, 5, 10, 25}[random.below(5)];
            each.question.aggregate = aggregates[random.below(4)];
            each.question.gsFactor = std::vector<double>{0.5, 0.5, 0, 0.25, 0.75}[random.below(5)];
            each.limit = std::vector<double>{0, 0.01, 0.05, 0.2, 1}[random.below(5)];
            cases.push_back(each);
        }
        std::vector<test::SlowLattice::Question> questions;
        for (const Case& each : cases)
            questions.push_back(each.question);
        const auto nodes = slow.nodes();
        QCOMPARE(nodes.size(), std::size_t{12960});
        for (const auto& node : nodes) {
            const auto answers = slow.measure(node, questions);
            for (std::size_t i = 0; i < cases.size(); ++i) {
                const auto budget = deid::suppressionBudget(cases[i].limit, slow.records());
                if (answers[i].suppressed > budget)
                    continue;
                if (!cases[i].found || answers[i].loss < cases[i].best) {
                    cases[i].found = true;
                    cases[i].best = answers[i].loss;
                    cases[i].suppressed = answers[i].suppressed;
                }
            }
        }
        for (const Case& each : cases) {
            deid::Measure measure;
            measure.aggregate = aggregateOf(each.question.aggregate);
            measure.gsFactor = each.question.gsFactor;
            const deid::UtilityMeasure loss(*fast.lattice, measure);
            deid::NodeRules rules;
            rules.minClassSize = each.question.k;
            rules.suppressionLimit = deid::suppressionBudget(each.limit, slow.records());
            const auto optimum = deid::searchLattice(*fast.lattice, loss, rules, {}, {});
            QVERIFY(optimum.ok() && optimum->found == each.found);
            const double found = loss.loss(optimum->node.score.value);
            const QByteArray where = QByteArray::fromStdString(
                "k " + std::to_string(each.question.k) + " limit " + std::to_string(each.limit) + " gs "
                + std::to_string(each.question.gsFactor) + " " + each.question.aggregate + ": "
                + std::to_string(found) + " against " + std::to_string(each.best));
            QVERIFY2(std::abs(found - each.best) <= 1e-9 * std::max(1.0, each.best), where.constData());
            // The node found is what it says it is.
            const std::vector<unsigned> levels(optimum->levels.begin(), optimum->levels.end());
            const auto answer = slow.measure(levels, {each.question}).front();
            QCOMPARE(answer.suppressed, optimum->node.suppressed);
            QCOMPARE(answer.keptClasses, optimum->node.keptClasses);
            QVERIFY2(std::abs(answer.loss - found) <= 1e-9 * std::max(1.0, found), where.constData());
        }
    }

    /// Random nodes of the whole file, one by one.
    void measuresNodesAsDefined() {
        if (test::adultFolder().empty())
            QSKIP("../shared is absent");
        const test::AdultData data = test::readAdult();
        const test::SlowLattice slow(data);
        const AdultLattice fast(data);
        SeededRandom random(7);
        const auto nodes = slow.nodes();
        for (int i = 0; i < 60; ++i) {
            const auto& levels = nodes[random.below(nodes.size())];
            test::SlowLattice::Question question;
            question.k = static_cast<unsigned>(2 + random.below(9));
            const auto expected = slow.measure(levels, {question}).front();
            const deid::UtilityMeasure loss(*fast.lattice, {});
            deid::NodeRules rules;
            rules.minClassSize = question.k;
            rules.suppressionLimit = expected.suppressed;
            deid::NodeEvaluator evaluator(*fast.lattice, loss, rules);
            const auto result = evaluator.evaluate(levels);
            QCOMPARE(result.suppressed, expected.suppressed);
            QCOMPARE(result.keptClasses, expected.keptClasses);
            QVERIFY(result.valid);
            QVERIFY(isClose(loss.loss(result.score.value), expected.loss) || expected.loss < 1e-9);
        }
    }

    void countsTheBudgetInDecimals_data() {
        QTest::addColumn<double>("limit");
        QTest::addColumn<quint64>("records");
        QTest::addColumn<quint64>("budget");
        QTest::newRow("none") << 0.0 << quint64{100} << quint64{0};
        QTest::newRow("floor") << 0.05 << quint64{30162} << quint64{1508};
        QTest::newRow("0.29 of 100 is 29") << 0.29 << quint64{100} << quint64{29};
        QTest::newRow("just below") << 0.2899 << quint64{100} << quint64{28};
        QTest::newRow("all") << 1.0 << quint64{7} << quint64{7};
        QTest::newRow("thirds") << (1.0 / 3) << quint64{3} << quint64{1};
    }
    void countsTheBudgetInDecimals() {
        QFETCH(double, limit);
        QFETCH(quint64, records);
        QFETCH(quint64, budget);
        QCOMPARE(deid::suppressionBudget(limit, records), std::uint64_t{budget});
    }

    /// Long codes need several words; the answer must not change.
    void worksBeyond64Bits() {
        test::TempDir folder;
        std::string csv = "a,b,c,d\n";
        std::string hierarchy;
        SeededRandom random(3);
        for (int i = 0; i < 5000; ++i) {
            csv += std::to_string(i) + "," + std::to_string(i) + "," + std::to_string(random.below(5000))
                   + "," + std::to_string(i % 7) + "\n";
            hierarchy += std::to_string(i) + ";" + std::to_string(i / 2500 + 100000) + ";*\n";
        }
        const auto file = folder.write("in.csv", csv);
        folder.write("h.csv", hierarchy);
        const auto recipe = deid::parseRecipe(
            R"({"recipe":1,"attributes":[{"column":"a","role":"quasi","hierarchy":"h.csv"},
               {"column":"b","role":"quasi","hierarchy":"h.csv"},{"column":"c","role":"quasi","hierarchy":"h.csv"},
               {"column":"d","role":"quasi","hierarchy":"builtin:keep-or-suppress"}],
               "models":[{"type":"k-anonymity","k":100}]})");
        QVERIFY(recipe.ok());
        deid::SearchOptions options;
        options.hierarchyFolder = folder.path();
        const auto report = deid::searchRecipe(file, {}, *recipe, options, {});
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
        QCOMPARE(report->levels, (deid::Levels{1, 1, 1, 0}));
        QCOMPARE(report->suppressed, std::uint64_t{0});
        QCOMPARE(report->risk.classes, std::uint64_t{2 * 2 * 7});
    }

    /// Several threads read several blocks; every number is the one that a single thread gets, and so is the
    /// order in which values and combinations are met.
    void readsTheSameWithThreads() {
        test::TempDir folder;
        SeededRandom random(11);
        std::string csv = "a,b,c\n";
        for (int i = 0; i < 400000; ++i) {
            csv += random.below(50) == 0 ? std::string() : std::to_string(random.below(90));
            csv += "," + std::to_string(random.below(40)) + ","
                   + (random.below(100) == 0 ? std::string("NULL") : std::to_string(i / 4000)) + "\n";
        }
        const auto file = folder.write("in.csv", csv);
        QVERIFY(std::filesystem::file_size(file) > (3U << 20U));
        const auto recipe = deid::parseRecipe(
            R"({"recipe":1,"attributes":[{"column":"a","role":"quasi","hierarchy":"builtin:keep-or-suppress"},
               {"column":"b","role":"quasi","hierarchy":"builtin:age-5y"},{"column":"c","role":"quasi"}],
               "models":[{"type":"k-anonymity","k":3}],"suppressionLimit":0.3})");
        QVERIFY(recipe.ok());
        deid::SearchOptions options;
        const auto one = deid::searchRecipe(file, {}, *recipe, options, {});
        QVERIFY2(one.ok(), one.ok() ? "" : one.error().message().c_str());
        QCOMPARE(one->records, std::uint64_t{400000});
        options.threads = 3;
        const auto three = deid::searchRecipe(file, {}, *recipe, options, {});
        QVERIFY(three.ok());
        QCOMPARE(three->levels, one->levels);
        QCOMPARE(three->loss, one->loss);
        QCOMPARE(three->suppressed, one->suppressed);
        QCOMPARE(three->distinct, one->distinct);
        QCOMPARE(three->risk, one->risk);
        // The values by first appearance, read in one go and by threads.
        const auto readWith = [&](unsigned threads) {
            const auto reader = io::RecordReader::open(file, {}, {});
            const auto plan = deid::Plan::make(*recipe, (*reader)->columnNames(), nullptr, {});
            deid::Collector collector(*plan);
            const Status read =
                threads == 0 ? collector.read(**reader, {}) : collector.read(**reader, threads, {});
            std::vector<std::string> seen;
            if (!read.ok())
                return seen;
            for (std::size_t q = 0; q < 3; ++q) {
                for (const auto& value : collector.column(q).values())
                    seen.push_back(value.missing ? "missing" : std::string(value.text));
            }
            for (std::uint32_t c = 0; c < collector.classes().size(); ++c) {
                for (const auto code : collector.classes().codes(c))
                    seen.push_back(std::to_string(code));
                seen.push_back(std::to_string(collector.classes().count(c)));
            }
            return seen;
        };
        const auto expected = readWith(0);
        QVERIFY(expected.size() > 100);
        QCOMPARE(readWith(1), expected);
        QCOMPARE(readWith(3), expected);
    }

    /// Stopped early or not, what an anytime search reports is a node and a bound that is none too high.
    void boundsWhatItHasNotSearched() {
        if (test::adultFolder().empty())
            QSKIP("../shared is absent");
        const auto recipe = deid::parseRecipe(
            test::adultRecipe(5, "0.05", R"(,"search":{"strategy":"anytime","seconds":0.3})"));
        QVERIFY(recipe.ok());
        deid::SearchOptions options;
        options.hierarchyFolder = test::adultFolder();
        for (const unsigned threads : {1U, 2U}) {
            options.threads = threads;
            const auto report =
                deid::searchRecipe(test::adultFolder() / "adult.csv", {}, *recipe, options, {});
            QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
            constexpr double kOptimum = 0.26963466275555553;
            QVERIFY(report->loss >= kOptimum - 1e-9);
            QVERIFY(report->bound <= kOptimum + 1e-9);
            QVERIFY(report->suppressed <= 1508);
            QVERIFY(!report->exhaustive || isClose(report->loss, kOptimum));
        }
    }

    /// 4^20 nodes: no refusal, a valid node that is far better than the top, a bound and its gap.
    void searchesHugeLattices() {
        test::TempDir folder;
        SeededRandom random(17);
        std::string hierarchy, csv, attributes;
        for (int v = 0; v < 8; ++v)
            hierarchy +=
                std::to_string(v) + ";a" + std::to_string(v / 2) + ";b" + std::to_string(v / 4) + ";*\n";
        folder.write("h.csv", hierarchy);
        for (int a = 0; a < 20; ++a) {
            csv += (a == 0 ? "" : ",") + std::string("q") + std::to_string(a);
            attributes += (a == 0 ? "" : ",") + std::string("{\"column\":\"q") + std::to_string(a)
                          + "\",\"role\":\"quasi\",\"hierarchy\":\"h.csv\"}";
        }
        csv += "\n";
        for (int row = 0; row < 2000; ++row) {
            const auto kind = random.below(4);
            for (int a = 0; a < 20; ++a) {
                const bool usual = random.below(100) < 97;
                csv += (a == 0 ? "" : ",") + std::to_string(usual ? kind * 2 : random.below(8));
            }
            csv += "\n";
        }
        const auto file = folder.write("in.csv", csv);
        const auto recipe =
            deid::parseRecipe("{\"recipe\":1,\"attributes\":[" + attributes
                              + "],\"models\":[{\"type\":\"k-anonymity\",\"k\":5}],\"suppressionLimit\":0.5,"
                                "\"search\":{\"seconds\":1}}");
        QVERIFY(recipe.ok());
        deid::SearchOptions options;
        options.hierarchyFolder = folder.path();
        const auto report = deid::searchRecipe(file, {}, *recipe, options, {});
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
        QCOMPARE(report->lattice, std::uint64_t{1} << 40U);
        QVERIFY(report->bound <= report->loss + 1e-9);
        QVERIFY2(report->loss < 0.9, std::to_string(report->loss).c_str());
        QVERIFY(report->risk.smallestGroup >= 5);
        const auto node = deid::measureNode(file, {}, *recipe, report->levels, options, {});
        QVERIFY(node.ok() && node->valid);
        QVERIFY(isClose(node->loss, report->loss));
    }

    /// Once the bound has met the best node the search ends, however many nodes might still equal it.
    void endsWhenTheGapIsClosed_data() {
        QTest::addColumn<int>("copies"); // of each record
        QTest::addColumn<bool>("closes");
        QTest::newRow("every class is large enough") << 5 << true;
        QTest::newRow("some must be joined") << 3 << false;
    }
    void endsWhenTheGapIsClosed() {
        QFETCH(int, copies);
        QFETCH(bool, closes);
        constexpr int kColumns = 24;
        test::TempDir folder;
        folder.write("h.csv", "0;none;*\n1;low;*\n2;high;*\n"); // level 1 loses nothing
        std::string csv, attributes;
        for (int a = 0; a < kColumns; ++a) {
            csv += (a == 0 ? "q" : ",q") + std::to_string(a);
            attributes += (a == 0 ? "" : ",") + std::string("{\"column\":\"q") + std::to_string(a)
                          + "\",\"role\":\"quasi\",\"hierarchy\":\"h.csv\"}";
        }
        csv += "\n";
        SeededRandom random(5);
        for (int kind = 0; kind < 60; ++kind) {
            std::string record;
            for (int a = 0; a < kColumns; ++a)
                record += (a == 0 ? "" : ",") + std::to_string(random.below(3));
            for (int copy = 0; copy < copies; ++copy)
                csv += record + "\n";
        }
        const auto file = folder.write("in.csv", csv);
        const std::string seconds = closes ? "600" : "0.2";
        const auto recipe =
            deid::parseRecipe("{\"recipe\":1,\"attributes\":[" + attributes
                              + "],\"models\":[{\"type\":\"k-anonymity\",\"k\":5}],\"suppressionLimit\":0.5,"
                                "\"search\":{\"strategy\":\"anytime\",\"seconds\":"
                              + seconds + "}}");
        QVERIFY(recipe.ok());
        for (const unsigned threads : {1U, 2U}) {
            deid::SearchOptions options;
            options.threads = threads;
            options.hierarchyFolder = folder.path();
            const auto report = deid::searchRecipe(file, {}, *recipe, options, {});
            QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
            QCOMPARE(report->loss == 0, closes);
            QVERIFY(report->exhaustive || !closes);
            QCOMPARE(report->bound == report->loss, report->exhaustive);
        }
    }

    void saysWhenThereIsNoSolution() {
        test::TempDir folder;
        const auto file = folder.write("in.csv", "age,sex\n30,M\n31,M\n32,F\n");
        const auto recipe = deid::parseRecipe(
            R"({"recipe":1,"attributes":[{"column":"age","role":"quasi","hierarchy":"builtin:age-5y"},
               {"column":"sex","role":"quasi"}],"models":[{"type":"k-anonymity","k":2}]})");
        const auto report = deid::searchRecipe(file, {}, *recipe, {}, {});
        QVERIFY(!report.ok());
        QVERIFY(report.error().is(errors::kNoValidNode));
        QCOMPARE(report.error().args(), (std::vector<std::string>{"0", "1"}));
        // its twin: one record may go
        deid::Recipe lenient = *recipe;
        lenient.suppressionLimit = 0.34;
        QVERIFY(deid::searchRecipe(file, {}, lenient, {}, {}).ok());
    }

    void stopsOnRequest() {
        if (test::adultFolder().empty())
            QSKIP("../shared is absent");
        const auto recipe = deid::parseRecipe(test::adultRecipe(5, "1"));
        deid::SearchOptions options;
        options.hierarchyFolder = test::adultFolder();
        std::stop_source source;
        source.request_stop();
        RunContext context;
        context.stop = source.get_token();
        const auto report =
            deid::searchRecipe(test::adultFolder() / "adult.csv", {}, *recipe, options, context);
        QVERIFY(!report.ok() && report.error().is(errors::kCancelled));
    }
};

MANGROVE_TEST(SearchTest)
#include "search_test.moc"
