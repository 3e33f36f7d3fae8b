// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "core/deid/adult_data.h"
#include "deid/apply.h"
#include "deid/collector.h"
#include "deid/plan.h"
#include "deid/search.h"
#include "deid/solution.h"
#include "io/record_reader.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <cmath>
#include <set>

using namespace mangrove;

namespace {

/// What a recipe makes of Adult, with everything that a recount needs.
struct Recoded {
    deid::Plan plan;
    std::optional<deid::Collector> collector;
    std::unique_ptr<deid::Problem> problem;
    deid::Solution solution;
};

Status recode(Recoded& into, const deid::Recipe& recipe) {
    MANGROVE_ASSIGN(const auto reader, io::RecordReader::open(test::adultFolder() / "adult.csv", {}, {}));
    MANGROVE_ASSIGN(into.plan, deid::Plan::make(recipe, reader->columnNames(), nullptr, test::adultFolder()));
    into.collector.emplace(into.plan);
    MANGROVE_TRY(into.collector->read(*reader, {}));
    MANGROVE_ASSIGN(into.problem, deid::Problem::make(recipe, into.plan, *into.collector, true));
    MANGROVE_ASSIGN(into.solution, deid::solve(*into.problem, deid::searchOptionsOf(recipe, 1), {}));
    return {};
}

} // namespace

class LocalTest : public QObject {
    Q_OBJECT

private slots:
    /// Adult, k = 5, nothing suppressed: below the 0.085 that issue 5 asks for, with k and loss recounted
    /// from the labels by code that shares nothing with the engine.
    void recodesAdultLocally_data() {
        QTest::addColumn<QString>("models");
        QTest::addColumn<double>("most");
        QTest::newRow("k = 5") << R"([{"type":"k-anonymity","k":5}])" << 0.085;
        QTest::newRow("k = 10") << R"([{"type":"k-anonymity","k":10}])" << 0.14;
    }
    void recodesAdultLocally() {
        if (test::adultFolder().empty())
            QSKIP("../shared is absent");
        QFETCH(QString, models);
        QFETCH(double, most);
        auto recipe =
            deid::parseRecipe(test::adultRecipe(5, "0", R"(,"recoding":"local","search":{"seconds":2})"));
        QVERIFY(recipe.ok());
        recipe->models.front().k = models.contains("10") ? 10 : 5;
        Recoded recoded;
        const Status status = recode(recoded, *recipe);
        QVERIFY2(status.ok(), status.ok() ? "" : status.error().message().c_str());
        const deid::Solution& solution = recoded.solution;
        QCOMPARE(solution.node.suppressed, std::uint64_t{0});
        const test::AdultData data = test::readAdult();
        const auto& classes = recoded.collector->classes();
        std::map<std::vector<std::string>, std::uint64_t> sizes;
        std::vector<double> sums(9, 0);
        std::vector<std::vector<deid::QuasiDomain::Value>> values;
        for (std::size_t q = 0; q < 9; ++q)
            values.push_back(recoded.collector->column(q).values());
        for (std::uint32_t c = 0; c < classes.size(); ++c) {
            QVERIFY(solution.keeps[c]);
            std::vector<std::string> labels;
            for (std::size_t q = 0; q < 9; ++q) {
                const std::string value(values[q][classes.codes(c)[q]].text);
                const std::uint32_t level = solution.levelOf(c, q);
                labels.push_back(data.hierarchies[q].at(value)[level]);
                double with = 0;
                for (const auto& entry : data.hierarchies[q])
                    with += entry.second[level] == labels.back() ? 1 : 0;
                sums[q] += static_cast<double>(classes.count(c)) * with
                           / static_cast<double>(data.hierarchies[q].size());
            }
            sizes[labels] += classes.count(c);
        }
        std::uint64_t records = 0;
        for (const auto& [labels, size] : sizes) {
            QVERIFY(size >= recipe->models.front().k);
            records += size;
        }
        QCOMPARE(records, std::uint64_t{30162});
        QCOMPARE(solution.keptSizes.size(), sizes.size());
        const double n = 30162;
        double loss = 0;
        for (std::size_t q = 0; q < 9; ++q) {
            const auto rows = static_cast<double>(data.hierarchies[q].size());
            loss += (sums[q] - n / rows) / (n - n / rows) / 9;
        }
        QVERIFY2(std::abs(loss - solution.loss) < 1e-9, format("{} {}", loss, solution.loss).c_str());
        QVERIFY2(solution.loss < most, format("{}", solution.loss).c_str());
    }

    /// A model that looks at a sensitive column guides the clusters, too.
    void keepsClassesDiverse() {
        if (test::adultFolder().empty())
            QSKIP("../shared is absent");
        auto recipe =
            deid::parseRecipe(test::adultRecipe(3, "0", R"(,"recoding":"local","search":{"seconds":1})"));
        QVERIFY(recipe.ok());
        recipe->attributes[7].role = deid::AttributeRole::Sensitive;
        deid::Model model;
        model.type = deid::ModelType::LDiversity;
        model.variant = deid::ModelVariant::Distinct;
        model.l = 3;
        model.column = "occupation";
        recipe->models.push_back(model);
        Recoded recoded;
        const Status status = recode(recoded, *recipe);
        QVERIFY2(status.ok(), status.ok() ? "" : status.error().message().c_str());
        // Recount: row by row, labels of the clusters against occupations.
        const test::AdultData data = test::readAdult();
        std::vector<std::map<std::string, std::uint32_t>> codeOf(8);
        for (std::size_t q = 0; q < 8; ++q) {
            const auto values = recoded.collector->column(q).values();
            for (std::uint32_t code = 0; code < values.size(); ++code)
                codeOf[q][std::string(values[code].text)] = code;
        }
        std::map<std::vector<std::string>, std::set<std::string>> secrets;
        std::map<std::vector<std::string>, std::uint64_t> sizes;
        for (const auto& row : data.rows) {
            std::vector<std::uint32_t> codes;
            for (std::size_t q = 0; q < 8; ++q)
                codes.push_back(codeOf[q].at(row[q < 7 ? q : 8]));
            const std::uint32_t c = recoded.collector->classes().find(codes);
            std::vector<std::string> labels;
            for (std::size_t q = 0; q < 8; ++q)
                labels.push_back(
                    data.hierarchies[q < 7 ? q : 8].at(row[q < 7 ? q : 8])[recoded.solution.levelOf(c, q)]);
            secrets[labels].insert(row[7]);
            ++sizes[labels];
        }
        for (const auto& [labels, occupations] : secrets) {
            QVERIFY(occupations.size() >= 3);
            QVERIFY(sizes[labels] >= 3);
        }
    }

    /// What apply writes is the local recoding, counted again from the file.
    void writesWhatItRecoded() {
        if (test::adultFolder().empty())
            QSKIP("../shared is absent");
        const auto recipe =
            deid::parseRecipe(test::adultRecipe(5, "0", R"(,"recoding":"local","search":{"seconds":1})"));
        test::TempDir folder;
        deid::ApplyOptions options;
        options.hierarchyFolder = test::adultFolder();
        const auto report = deid::applyRecipe(test::adultFolder() / "adult.csv", {}, *recipe, {},
                                              folder.path() / "out.csv", options, {});
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
        QCOMPARE(report->rowsOut, std::uint64_t{30162});
        QVERIFY(report->loss < 0.085);
        const auto rows = test::readPlainCsv(folder.path() / "out.csv");
        QCOMPARE(rows.size(), std::size_t{30163});
        std::map<std::vector<std::string>, int> sizes;
        for (std::size_t r = 1; r < rows.size(); ++r)
            ++sizes[rows[r]];
        for (const auto& entry : sizes)
            QVERIFY(entry.second >= 5);
        QCOMPARE(report->after.classes, static_cast<std::uint64_t>(sizes.size()));
        QVERIFY(sizes.size() > 3000);
    }

    void saysWhatItCannotDo() {
        test::TempDir folder;
        const auto file = folder.write("in.csv", "age,sex\n30,M\n31,M\n32,F\n");
        const auto recipe = deid::parseRecipe(
            R"({"recipe":1,"attributes":[{"column":"age","role":"quasi","hierarchy":"builtin:age-5y"},
               {"column":"sex","role":"quasi"}],"models":[{"type":"k-anonymity","k":2}],"recoding":"local"})");
        const auto report = deid::searchRecipe(file, {}, *recipe, {}, {});
        QVERIFY(!report.ok() && report.error().is(errors::kNoValidNode));
        // its twin: one record may go, and the two others share a label
        deid::Recipe lenient = *recipe;
        lenient.suppressionLimit = 0.34;
        const auto found = deid::searchRecipe(file, {}, lenient, {}, {});
        QVERIFY(found.ok());
        QCOMPARE(found->suppressed, std::uint64_t{1});
        QCOMPARE(found->clusters, std::uint64_t{1});
        QCOMPARE(found->recordsAtLevel[0][1], std::uint64_t{2});
    }
};

MANGROVE_TEST(LocalTest)
#include "local_test.moc"
