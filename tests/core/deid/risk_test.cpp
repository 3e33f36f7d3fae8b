// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "core/deid/adult_data.h"
#include "deid/recipe.h"
#include "deid/risk.h"
#include "deid/risk_json.h"
#include "io/record_reader.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"
#include "table/table.h"

#include <QtTest>
#include <cmath>

using namespace mangrove;

namespace {

deid::RiskReport riskOfSizes(std::vector<std::uint64_t> sizes, deid::Sharing sharing, double pr = 1) {
    deid::RiskOptions options;
    options.sharing = sharing;
    options.context = {pr, pr / 2, 0};
    return deid::riskOfClasses(sizes, 0, 2, options);
}

} // namespace

class RiskTest : public QObject {
    Q_OBJECT

private slots:
    /// The raw figures of issue 5.
    void measuresRawAdult() {
        if (test::adultFolder().empty())
            QSKIP("../shared is absent");
        auto reader = io::RecordReader::open(test::adultFolder() / "adult.csv");
        QVERIFY(reader.ok());
        const auto table = table::Table::read(**reader, {});
        QVERIFY(table.ok());
        std::vector<std::string> quasi;
        for (const auto& column : table->columns())
            quasi.push_back(column.name);
        const auto risk = deid::measureRisk(*table, quasi, {}, {});
        QVERIFY(risk.ok());
        QCOMPARE(risk->records, std::uint64_t{30162});
        QCOMPARE(risk->classes, std::uint64_t{19502});
        QCOMPARE(risk->uniques, std::uint64_t{15512});
        QVERIFY(risk->prosecutor.has_value());
        QVERIFY(std::abs(risk->prosecutor->average - 0.6465751607983555) < 1e-15);
        QVERIFY(std::abs(risk->prosecutor->recordsAtRisk * 100 - 77.81314236456468) < 1e-12);
        QCOMPARE(risk->prosecutor->highest, 1.0);
        QCOMPARE(risk->smallestGroup, std::uint64_t{1});
        QVERIFY(!risk->gbt39725);
        QCOMPARE(risk->gbt42460.level, 2);
        QCOMPARE(risk->gbt42460.r, 1.0);
        const auto again = deid::riskFromJson(deid::toJson(*risk));
        QVERIFY(again.ok());
        QCOMPARE(*again, *risk);
    }

    /// Class by class against the people, and again from the written release by its hierarchy.
    void measuresInAPopulation() {
        test::TempDir folder;
        SeededRandom random(17);
        std::string people = "age,sex\n", sample = people, ages;
        std::vector<std::pair<int, std::string>> all, drawn;
        for (int i = 0; i < 900; ++i) {
            const int age = 20 + static_cast<int>(random.below(12));
            const std::string sex = random.below(3) == 0 ? "M" : "F";
            all.emplace_back(age, sex);
            people += std::to_string(age) + "," + sex + "\n";
            if (random.below(4) == 0) {
                drawn.emplace_back(age, sex);
                sample += std::to_string(age) + "," + sex + "\n";
            }
        }
        for (int age = 20; age < 32; ++age)
            ages += std::to_string(age) + ";" + std::to_string(age / 4 * 4) + "+;*\n";
        folder.write("age.csv", ages);
        const auto tableOf = [&](const std::string& name, const std::string& text) {
            return table::Table::read(*io::RecordReader::open(folder.write(name, text)).value(), {}).value();
        };
        const auto population = tableOf("people.csv", people), file = tableOf("sample.csv", sample);
        deid::RiskOptions options;
        options.threshold = 0.03;
        const auto check = [&](const deid::RiskReport& report, int width) {
            double sum = 0, highest = 0, lowest = 1;
            int atRisk = 0;
            for (const auto& [age, sex] : drawn) {
                int fit = 0;
                for (const auto& [otherAge, otherSex] : all)
                    fit += age / width == otherAge / width && sex == otherSex ? 1 : 0;
                sum += 1.0 / fit;
                highest = std::max(highest, 1.0 / fit);
                lowest = std::min(lowest, 1.0 / fit);
                atRisk += 1.0 / fit > 0.03 ? 1 : 0;
            }
            QVERIFY(report.population && report.population->journalist && report.population->marketer);
            const auto& journalist = *report.population->journalist;
            const auto n = static_cast<double>(drawn.size());
            QVERIFY(std::abs(journalist.average - sum / n) < 1e-12);
            QVERIFY(std::abs(journalist.highest - highest) < 1e-15 && journalist.lowest == lowest);
            QCOMPARE(journalist.recordsAtRisk, atRisk / n);
            QCOMPARE(atRisk > 0 && atRisk < static_cast<int>(n), width == 1);
            QVERIFY(std::abs(report.population->marketer->expected - sum) < 1e-9);
            QVERIFY(std::abs(report.population->marketer->average - sum / n) < 1e-12);
            QVERIFY(report.prosecutor->average > journalist.average);
            const auto again = deid::riskFromJson(deid::toJson(report));
            QVERIFY(again.ok() && *again == report);
        };
        const auto raw =
            deid::measureRiskInPopulation(file, {"age", "sex"}, {population, nullptr, {}}, options, {});
        QVERIFY(raw.ok());
        check(*raw, 1);
        std::string made = "age,sex\n*,*\n"; // with a record that was blanked, which counts nowhere
        for (const auto& [age, sex] : drawn)
            made += std::to_string(age / 4 * 4) + "+," + sex + "\n";
        const auto released = tableOf("made.csv", made);
        const auto recipe = deid::parseRecipe(R"({"recipe":1,"attributes":[
            {"column":"age","role":"quasi","hierarchy":"age.csv"},{"column":"sex","role":"quasi"},
            {"column":"ill","role":"sensitive"}],"models":[{"type":"k-anonymity","k":2}]})");
        QVERIFY(recipe.ok());
        const auto coarse = deid::measureRiskInPopulation(released, {"age", "sex"},
                                                          {population, &*recipe, folder.path()}, options, {});
        QVERIFY2(coarse.ok(), coarse.ok() ? "" : coarse.error().message().c_str());
        check(*coarse, 4);
        QCOMPARE(coarse->suppressed, std::uint64_t{1});
        QVERIFY(coarse->population->journalist->average < raw->population->journalist->average);

        // Without the recipe no label fits anybody: that is said, and no risk of 0 is given.
        const auto unread =
            deid::measureRiskInPopulation(released, {"age", "sex"}, {population, nullptr, {}}, options, {});
        QCOMPARE(unread->population->absentClasses, unread->classes);
        QCOMPARE(unread->population->absentRecords, unread->records);
        QVERIFY(!unread->population->journalist && !unread->population->marketer);
        QVERIFY(unread->prosecutor.has_value());
        QVERIFY(*deid::riskFromJson(deid::toJson(*unread)) == *unread);
        // The sample as the population of the people: too few everywhere.
        const auto turned =
            deid::measureRiskInPopulation(population, {"age", "sex"}, {file, nullptr, {}}, options, {});
        QVERIFY(turned->population->shortClasses > 0 && !turned->population->journalist);
        // Somebody whose value is missing is nobody who has one.
        const auto gap = tableOf("gap.csv", "age,sex\n,F\n");
        const auto missing =
            deid::measureRiskInPopulation(gap, {"age", "sex"}, {population, nullptr, {}}, options, {});
        QCOMPARE(missing->population->absentRecords, std::uint64_t{1});
        const auto keyed = deid::parseRecipe(R"({"recipe":1,"attributes":[
            {"column":"age","role":"direct","transform":{"type":"pseudonym"}}]})");
        QVERIFY(keyed.ok());
        QCOMPARE(deid::measureRiskInPopulation(released, {"age"}, {population, &*keyed, {}}, options, {})
                     .error()
                     .code(),
                 std::string("bad-option"));
        QCOMPARE(deid::measureRiskInPopulation(released, {"ill"}, {population, nullptr, {}}, options, {})
                     .error()
                     .code(),
                 std::string("risk-column-missing"));
    }

    void judgesBy42460_data() {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("classes");
        QTest::addColumn<int>("sharing");
        QTest::addColumn<double>("pr");
        QTest::addColumn<double>("ra");
        QTest::addColumn<double>("r");
        QTest::addColumn<int>("level");
        const int open = 0, controlled = 1, enclave = 2;
        QTest::newRow("public 19: above tau") << 19 << 3 << open << 1.0 << 1.0 << 1.0 << 2;
        QTest::newRow("public 20: exactly 0.05") << 20 << 3 << open << 1.0 << 0.0 << 0.05 << 2;
        QTest::newRow("public 21") << 21 << 3 << open << 1.0 << 0.0 << 1.0 / 21 << 3;
        QTest::newRow("public ignores context") << 20 << 3 << open << 0.1 << 0.0 << 0.05 << 2;
        QTest::newRow("controlled 4: above tau") << 4 << 3 << controlled << 0.01 << 1.0 << 1.0 << 2;
        QTest::newRow("controlled 5, pr 1") << 5 << 3 << controlled << 1.0 << 0.0 << 0.2 << 2;
        QTest::newRow("controlled 5, pr 0.25: exactly 0.05")
            << 5 << 3 << controlled << 0.25 << 0.0 << 0.05 << 2;
        QTest::newRow("controlled 5, pr 0.24") << 5 << 3 << controlled << 0.24 << 0.0 << 0.048 << 3;
        QTest::newRow("enclave 2: above tau") << 2 << 3 << enclave << 0.01 << 1.0 << 1.0 << 2;
        QTest::newRow("enclave 3, pr 0.1") << 3 << 3 << enclave << 0.1 << 0.0 << 0.1 / 3 << 3;
        QTest::newRow("enclave 3, pr 0.2") << 3 << 3 << enclave << 0.2 << 0.0 << 0.2 / 3 << 2;
    }
    void judgesBy42460() {
        QFETCH(int, size);
        QFETCH(int, classes);
        QFETCH(int, sharing);
        QFETCH(double, pr);
        QFETCH(double, ra);
        QFETCH(double, r);
        QFETCH(int, level);
        const auto count = static_cast<std::size_t>(classes);
        const auto risk = riskOfSizes(std::vector<std::uint64_t>(count, static_cast<std::uint64_t>(size)),
                                      static_cast<deid::Sharing>(sharing), pr);
        QCOMPARE(risk.gbt42460.ra, ra);
        QVERIFY(std::abs(risk.gbt42460.r - r) < 1e-15);
        QCOMPARE(risk.gbt42460.level, level);
        QCOMPARE(risk.gbt42460.rb, 1.0 / size);
        QVERIFY(risk.gbt42460.arithmetic.size() >= 6);
        for (const auto& line : risk.gbt42460.arithmetic)
            QVERIFY2(line.text.find('{') == std::string::npos, line.text.c_str());
    }

    void meansAreOverClassesNotRecords() {
        const auto risk = riskOfSizes({5, 20}, deid::Sharing::Controlled, 0.3);
        QVERIFY(std::abs(risk.gbt42460.rc - (0.2 + 0.05) / 2) < 1e-15);
        QVERIFY(std::abs(risk.gbt42460.r - 0.125 * 0.3) < 1e-15);
        QCOMPARE(risk.gbt42460.level, 3);
        QVERIFY(std::abs(risk.prosecutor->average - 2.0 / 25) < 1e-15);
    }

    void oneDirectIdentifierIsLevelOne() {
        deid::RiskOptions options;
        options.directIdentifiers = {"name"};
        const std::vector<std::uint64_t> sizes{100, 100};
        QCOMPARE(deid::riskOfClasses(sizes, 0, 2, options).gbt42460.level, 1);
        options.directIdentifiers.clear();
        QCOMPARE(deid::riskOfClasses(sizes, 0, 2, options).gbt42460.level, 3);
        const std::vector<std::uint64_t> whole{200};
        QCOMPARE(deid::riskOfClasses(whole, 0, 0, options).gbt42460.level, 4);
    }

    void groupsMustExceedFive() {
        QVERIFY(!riskOfSizes({5, 9}, deid::Sharing::Public).gbt39725);
        QVERIFY(riskOfSizes({6, 9}, deid::Sharing::Public).gbt39725);
    }

    /// 1/5 > 0.2 does not hold: strict.
    void atRiskIsStrict() {
        const auto risk = riskOfSizes({4, 5, 11}, deid::Sharing::Public);
        QCOMPARE(risk.prosecutor->recordsAtRisk, 4.0 / 20);
        QCOMPARE(risk.prosecutor->highest, 0.25);
        QCOMPARE(risk.prosecutor->lowest, 1.0 / 11);
    }

    void neverCallsNothingSafe() {
        const auto empty = deid::riskOfClasses({}, 7, 2, {});
        QVERIFY(!empty.prosecutor.has_value());
        QCOMPARE(empty.degenerate, deid::Degenerate::AllSuppressed);
        QCOMPARE(empty.gbt42460.level, 0);
        QVERIFY(!empty.gbt39725);
        QVERIFY(deid::toJson(empty).find("\"prosecutor\":null") != std::string::npos);
        const auto again = deid::riskFromJson(deid::toJson(empty));
        QVERIFY(again.ok() && *again == empty);
        QCOMPARE(deid::riskOfClasses({}, 0, 2, {}).degenerate, deid::Degenerate::NoRecords);
        const std::vector<std::uint64_t> one{50};
        QCOMPARE(deid::riskOfClasses(one, 0, 2, {}).degenerate, deid::Degenerate::AllGeneralised);
        const std::vector<std::uint64_t> two{50, 50};
        QCOMPARE(deid::riskOfClasses(two, 0, 2, {}).degenerate, deid::Degenerate::None);
    }

    void ignoresRowsThatAreAllStars() {
        const auto table =
            table::Table::make({{"a", {"x", "*"}, {0, 0, 1, 1}}, {"b", {"*", "y"}, {0, 1, 0, 0}}});
        QVERIFY(table.ok());
        const auto risk = deid::measureRisk(*table, {"a", "b"}, {}, {});
        QCOMPARE(risk->records, std::uint64_t{2});
        QCOMPARE(risk->suppressed, std::uint64_t{2});
        QCOMPARE(risk->classes, std::uint64_t{2});
        const auto missing = deid::measureRisk(*table, {"a", "c"}, {}, {});
        QVERIFY(!missing.ok() && missing.error().is(errors::kRiskColumnMissing));
    }

    void refusesImpossibleOptions() {
        deid::RiskOptions options;
        options.threshold = 0;
        QVERIFY(!options.validate().ok());
        options.threshold = 1;
        QVERIFY(options.validate().ok());
        options.context.breach = 1.5;
        QVERIFY(!options.validate().ok());
    }
};

MANGROVE_TEST(RiskTest)
#include "risk_test.moc"
