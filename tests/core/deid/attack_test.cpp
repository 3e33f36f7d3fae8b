// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/random.h"
#include "core/deid/slow_attack.h"
#include "deid/apply.h"
#include "deid/attack.h"
#include "deid/stoppable_sort.h"
#include "io/record_reader.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <cmath>
#include <map>
#include <set>
#include <sstream>

using namespace mangrove;
using test::SlowAttack;

namespace {

const std::vector<std::string> kColumns{"age", "sex", "town", "pay", "ill"};

std::string attackRecipe(bool withNumber, unsigned ageLevel, unsigned townLevel, unsigned k = 6) {
    return format(R"({{"recipe":1,"attributes":[{}
    {{"column":"age","role":"quasi","hierarchy":"age.csv","level":{}}},
    {{"column":"sex","role":"quasi"}},
    {{"column":"town","role":"quasi","hierarchy":"town.csv","level":{}}},
    {{"column":"pay","role":"insensitive"}},
    {{"column":"ill","role":"sensitive"}}],
    "models":[{{"type":"k-anonymity","k":{}}}],"suppressionLimit":1}})",
                  withNumber ? R"({"column":"no","role":"insensitive"},)" : "", ageLevel, townLevel, k);
}

/// A raw table, what a recipe made of it, and the same read back.
struct Release {
    test::TempDir folder;
    std::filesystem::path raw, made;
    std::optional<deid::Recipe> recipe;
    std::optional<table::Table> original, released;
    std::vector<std::string> numbers; ///< of the released rows: what "no" held
    SlowAttack slow;
};

table::Table tableAt(const std::filesystem::path& file) {
    const auto reader = io::RecordReader::open(file);
    return table::Table::read(*reader.value(), {}).value();
}

std::string peopleCsv(std::uint64_t seed, int rows) {
    SeededRandom random(seed);
    std::string csv = "no,age,sex,town,pay,ill\n";
    for (int i = 0; i < rows; ++i) {
        const auto town = std::min({random.below(6), random.below(6)});
        csv += format("{},{},{},{},{},ill{}\n", i, 20 + random.below(30), random.below(2) == 0 ? "M" : "F",
                      random.below(20) == 0 ? std::string() : format("t{}", town), 1000 + random.below(900),
                      std::min(random.below(5), town));
    }
    return csv;
}

void makeRelease(Release& release, std::uint64_t seed, int rows, unsigned ageLevel, unsigned townLevel,
                 unsigned k = 6) {
    release.raw = release.folder.write("raw.csv", peopleCsv(seed, rows));
    std::string ages, towns;
    for (int age = 20; age < 50; ++age) {
        const auto decade = format("{}-{}", age / 10 * 10, age / 10 * 10 + 9);
        ages += format("{};{};*\n", age, decade);
        release.slow.columns.resize(kColumns.size());
        release.slow.columns[0].levels[std::to_string(age)] = {decade, "*"};
    }
    for (int town = 0; town < 6; ++town) {
        const std::string side = town % 2 == 0 ? "north" : "south";
        towns += format("t{};{};*\n", town, side);
        release.slow.columns[2].levels[format("t{}", town)] = {side, "*"};
    }
    release.slow.columns[0].isNumber = release.slow.columns[3].isNumber = true;
    release.folder.write("age.csv", ages);
    release.folder.write("town.csv", towns);
    deid::ApplyOptions options;
    options.hierarchyFolder = release.folder.path();
    const auto numbered = deid::parseRecipe(attackRecipe(true, ageLevel, townLevel, k)).value();
    release.made = release.folder / "numbered.csv";
    QVERIFY(
        deid::applyRecipe(release.raw, {}, numbered, deid::standInKeys(), release.made, options, {}).ok());
    for (const auto& row : SlowAttack::rowsOf(tableAt(release.made), {"no"}))
        release.numbers.push_back(row[0]);
    release.recipe = deid::parseRecipe(attackRecipe(false, ageLevel, townLevel, k)).value();
    release.made = release.folder / "made.csv";
    QVERIFY(
        deid::applyRecipe(release.raw, {}, *release.recipe, deid::standInKeys(), release.made, options, {})
            .ok());
    release.original = tableAt(release.raw);
    release.released = tableAt(release.made);
    release.slow.original = SlowAttack::rowsOf(*release.original, kColumns);
    release.slow.released = SlowAttack::rowsOf(*release.released, kColumns);
}

deid::AttackInput inputOf(const Release& release) {
    return {*release.original, *release.released, nullptr, &*release.recipe, release.folder.path(), nullptr};
}

bool isEqualTo(double a, double b) {
    return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b));
}

std::vector<std::vector<std::size_t>> subsetsOf(std::size_t count) {
    std::vector<std::vector<std::size_t>> sets;
    for (unsigned mask = 1; mask < 1U << count; ++mask) {
        auto& set = sets.emplace_back();
        for (std::size_t i = 0; i < count; ++i) {
            if ((mask >> i & 1U) != 0)
                set.push_back(i);
        }
    }
    return sets;
}

bool hasNote(const deid::AttackReport& report, const std::string& code) {
    return std::any_of(report.notes.begin(), report.notes.end(),
                       [&](const auto& note) { return note.code == code; });
}

} // namespace

class AttackTest : public QObject {
    Q_OBJECT

private slots:
    /// Whose a row is, from its order alone, against the numbers that a twin of the release keeps.
    void findsWhoseRowsAre() {
        Release release;
        makeRelease(release, 3, 500, 0, 1);
        const auto report = deid::attackRelease(inputOf(release), {}, {});
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
        QCOMPARE(report->matchedBy, deid::RowMatchBy::Order);
        QCOMPARE(report->uncertainRows, std::uint64_t{0});
        const auto data =
            deid::AttackData::make(*release.original, *release.released, nullptr, nullptr, {}, {});
        QVERIFY(data.ok());
        // Without the recipe, decades are no ages: the match fails and says where.
        Release coarse;
        makeRelease(coarse, 3, 500, 1, 1);
        const auto plain =
            deid::AttackData::make(*coarse.original, *coarse.released, nullptr, nullptr, {}, {}).value();
        QCOMPARE(plain.columns[*plain.find("age")].relation(), deid::LabelRelation::None);
        QCOMPARE(std::string(plain.columns[*plain.find("age")].reason()), std::string("labels-unknown"));
        std::set<std::string> kept(release.numbers.begin(), release.numbers.end());
        QCOMPARE(report->leftOutRows, std::uint64_t{500} - kept.size());
        QVERIFY(report->leftOutRows > 100 && kept.size() > 100);
        const auto plan = deid::Plan::make(*release.recipe, {"no", "age", "sex", "town", "pay", "ill"},
                                           nullptr, release.folder.path());
        QVERIFY(plan.ok());
        const auto match = deid::matchRowsByOrder(
            deid::AttackData::make(*release.original, *release.released, nullptr, &*plan, {}, {}).value(),
            {});
        for (std::size_t row = 0; row < release.numbers.size(); ++row)
            QCOMPARE(std::to_string(match->originalOf[row]), release.numbers[row]);
        for (const std::uint64_t row : match->leftOut)
            QVERIFY(kept.count(std::to_string(row)) == 0);
    }

    void linksAsSlowly() {
        for (const auto& [ageLevel, townLevel] : {std::pair(0U, 1U), std::pair(1U, 0U), std::pair(2U, 2U)}) {
            Release release;
            makeRelease(release, 11 + ageLevel, 400, ageLevel, townLevel);
            const SlowAttack& slow = release.slow;
            const auto report = deid::attackRelease(inputOf(release), {}, {});
            QVERIFY(report.ok() && report->linkage);
            QCOMPARE(report->known, (std::vector<std::string>{"age", "sex", "town"}));
            std::map<std::string, std::size_t> rowOf;
            for (std::size_t row = 0; row < release.numbers.size(); ++row)
                rowOf[release.numbers[row]] = row;
            std::map<std::size_t, double> best, sum;
            std::map<std::size_t, int> sets;
            for (const auto& known : subsetsOf(3)) {
                double right = 0, highest = 0, candidatesOfAll = 0;
                std::uint64_t unique = 0, wrong = 0, none = 0;
                for (std::size_t row = 0; row < slow.original.size(); ++row) {
                    const auto fits = slow.candidates(known, slow.original[row]);
                    const auto own = rowOf.find(std::to_string(row));
                    const bool isAmong =
                        own != rowOf.end() && std::count(fits.begin(), fits.end(), own->second) > 0;
                    none += fits.empty() ? 1 : 0;
                    candidatesOfAll += static_cast<double>(fits.size());
                    if (isAmong) {
                        right += 1.0 / static_cast<double>(fits.size());
                        highest = std::max(highest, 1.0 / static_cast<double>(fits.size()));
                        unique += fits.size() == 1 ? 1 : 0;
                    } else {
                        wrong += fits.size() == 1 ? 1 : 0;
                    }
                }
                best[known.size()] = std::max(best[known.size()], right);
                sum[known.size()] += right;
                ++sets[known.size()];
                if (known.size() < 3)
                    continue;
                const deid::LinkageOutcome& all = report->linkage->all;
                QVERIFY(isEqualTo(all.expectedCorrect, right));
                QCOMPARE(all.uniquelyRight, unique);
                QCOMPARE(all.wrongUnique, wrong);
                QCOMPARE(all.noCandidates, none);
                QVERIFY(isEqualTo(all.highestChance, highest));
                QVERIFY(isEqualTo(all.averageCandidates,
                                  candidatesOfAll / static_cast<double>(slow.original.size() - none)));
                QCOMPARE(all.released, static_cast<std::uint64_t>(release.numbers.size()));
            }
            for (const auto& entry : report->linkage->byKnown) {
                QVERIFY(isEqualTo(entry.best.expectedCorrect, best[entry.known]));
                QVERIFY(isEqualTo(entry.averageCorrect, sum[entry.known] / sets[entry.known]));
                QCOMPARE(entry.evaluated, static_cast<std::uint64_t>(sets[entry.known]));
            }
            // As many as there are classes: knowing all quasi-identifiers is what the prosecutor knows.
            std::set<std::vector<std::string>> classes;
            for (const auto& row : slow.released)
                classes.insert({row[0], row[1], row[2]});
            QVERIFY(isEqualTo(report->linkage->all.expectedCorrect, static_cast<double>(classes.size())));
        }
    }

    void guessesAsSlowly() {
        for (const std::uint64_t k : {1U, 4U}) {
            Release release;
            makeRelease(release, 21, 300, 0, 1);
            const SlowAttack& slow = release.slow;
            deid::AttackOptions options;
            options.neighbours = k;
            options.seed = 77;
            options.first = {"age", "pay"};
            options.second = {"sex", "town", "ill"};
            options.known = {"age", "town", "pay"};
            options.secrets = {"ill", "pay"};
            const auto report = deid::attackRelease(inputOf(release), options, {});
            QVERIFY(report.ok() && report->linkability);
            QCOMPARE(report->control, deid::ControlSource::LeftOut);
            std::set<std::string> kept(release.numbers.begin(), release.numbers.end());
            std::map<bool, int> people, links, ills, pays;
            int blindIlls = 0, blindPays = 0;
            const auto isPay = [](const std::string& guess, const std::string& truth) {
                return std::abs(std::stod(guess) - std::stod(truth)) <= 0.05 * std::stod(truth);
            };
            for (std::size_t row = 0; row < slow.original.size(); ++row) {
                const auto& values = slow.original[row];
                const bool isIn = kept.count(std::to_string(row)) > 0;
                ++people[isIn];
                links[isIn] += slow.linksUp({0, 3}, {1, 2, 4}, values, row, k, 77) ? 1 : 0;
                ills[isIn] += slow.guess({0, 2, 3}, 4, values, k) == values[4] ? 1 : 0;
                pays[isIn] += isPay(slow.guess({0, 2}, 3, values, k), values[3]) ? 1 : 0;
                blindIlls += isIn && slow.blindGuess(4) == values[4] ? 1 : 0;
                blindPays += isIn && isPay(slow.blindGuess(3), values[3]) ? 1 : 0;
            }
            const auto isAs = [&](const deid::AttackTrial& trial, std::map<bool, int>& right) {
                return trial.attack.attacks == static_cast<std::uint64_t>(people[true])
                       && trial.control->attacks == static_cast<std::uint64_t>(people[false])
                       && trial.attack.successes == right[true] && trial.control->successes == right[false];
            };
            QVERIFY(isAs(*report->linkability, links));
            QVERIFY(links[true] > 0);
            QCOMPARE(report->inference.size(), std::size_t{2});
            QCOMPARE(report->inference[0].secret, std::string("pay"));
            QVERIFY(isAs(report->inference[0].trial, pays));
            QVERIFY(isAs(report->inference[1].trial, ills));
            QCOMPARE(report->inference[0].trial.baseline.successes, double(blindPays));
            QCOMPARE(report->inference[1].trial.baseline.successes, double(blindIlls));
            const auto n = static_cast<double>(slow.released.size());
            double apart = 1;
            for (std::uint64_t i = 0; i < k; ++i)
                apart *= (n - double(k) - double(i)) / (n - double(i));
            QVERIFY(isEqualTo(report->linkability->baseline.rate, 1 - apart));
        }
    }

    /// Every predicate and every figure once more, row by row.
    void singlesOutAsSlowly() {
        singlesOutAsSlowlyWith(4); // more people in the release than outside
        singlesOutAsSlowlyWith(8);
    }

    /// A copy lets every attack succeed on its people and on nobody else.
    void aCopyIsAllRisk() {
        test::TempDir folder;
        SeededRandom random(5);
        const auto people = [&](int rows) {
            std::string csv = "a,b,c,secret\n";
            for (int i = 0; i < rows; ++i)
                csv += format("{},{},{},s{}\n", random.below(1'000'000), random.below(1'000'000),
                              random.below(1'000'000), random.below(40));
            return csv;
        };
        const std::string csv = people(600);
        const auto original = tableAt(folder.write("raw.csv", csv));
        const auto released = tableAt(folder.write("copy.csv", csv));
        const auto control = tableAt(folder.write("control.csv", people(600)));
        deid::AttackOptions options;
        options.known = {"a", "b", "c"};
        options.secrets = {"secret"};
        const auto report =
            deid::attackRelease({original, released, &control, nullptr, {}, nullptr}, options, {}).value();
        QCOMPARE(report.linkage->all.expectedCorrect, 600.0);
        QCOMPARE(report.linkage->all.uniquelyRight, std::uint64_t{600});
        QCOMPARE(report.linkability->attack.rate, 1.0);
        QVERIFY(report.linkability->risk->value > 0.99);
        QCOMPARE(report.inference[0].trial.attack.rate, 1.0);
        QVERIFY(report.inference[0].trial.risk->value > 0.95);
        QCOMPARE(report.singlingOut.multivariate.trial.attack.rate, 1.0);
        QVERIFY(report.singlingOut.multivariate.trial.risk->value > 0.98);
        QVERIFY(!report.linkability->isWeak && !report.inference[0].trial.isWeak);
        // The twin: nothing but stars. One of 600 is right by chance.
        std::string stars = "a,b,c,secret\n";
        for (int i = 0; i < 600; ++i)
            stars += "*,*,*,*\n";
        const auto blank = tableAt(folder.write("stars.csv", stars));
        const auto nothing =
            deid::attackRelease({original, blank, &control, nullptr, {}, nullptr}, options, {}).value();
        QVERIFY(isEqualTo(nothing.linkage->all.expectedCorrect, 1.0));
        QCOMPARE(nothing.linkage->all.uniquelyRight, std::uint64_t{0});
        QVERIFY(nothing.linkability->attack.rate < 0.01 && nothing.linkability->risk->value < 0.01);
        QCOMPARE(nothing.inference[0].trial.attack.rate, 0.0);
        QCOMPARE(nothing.inference[0].trial.risk->value, 0.0);
        QCOMPARE(nothing.singlingOut.multivariate.trial.attack.attacks, std::uint64_t{0});
        QVERIFY(!nothing.singlingOut.multivariate.trial.risk);
        QVERIFY(hasNote(nothing, "no-predicate-multivariate") && hasNote(nothing, "no-predicate-univariate"));
        QVERIFY(hasNote(nothing, "attack-weak") && !hasNote(report, "attack-weak"));
    }

    void doesNotHangOnThreads() {
        Release release;
        makeRelease(release, 41, 600, 0, 1);
        deid::AttackOptions options;
        options.attacks = 150;
        options.linkageRecords = 200;
        const auto one = deid::attackRelease(inputOf(release), options, {}).value();
        options.threads = 3;
        QCOMPARE(deid::toJson(deid::attackRelease(inputOf(release), options, {}).value()), deid::toJson(one));
        QVERIFY(one.linkage->sampled);
        QCOMPARE(one.linkage->all.records, std::uint64_t{200});
        options.seed = 2;
        QVERIFY(deid::toJson(deid::attackRelease(inputOf(release), options, {}).value())
                != deid::toJson(one));
    }

    void saysWhatItCannotKnow() {
        Release release;
        makeRelease(release, 51, 300, 1, 1, 2);
        // Rows in another order: nobody's own row is known.
        const std::string text = test::readAll(release.made);
        std::vector<std::string> lines;
        std::istringstream in(text);
        for (std::string line; std::getline(in, line);)
            lines.push_back(line);
        std::string turned = lines[0] + "\n";
        for (std::size_t i = lines.size(); i-- > 1;)
            turned += lines[i] + "\n";
        const auto shuffled = tableAt(release.folder.write("turned.csv", turned));
        const auto lost = deid::attackRelease({*release.original, shuffled, nullptr, &*release.recipe,
                                               release.folder.path(), nullptr},
                                              {}, {})
                              .value();
        QCOMPARE(lost.matchedBy, deid::RowMatchBy::None);
        QVERIFY(!lost.linkage && hasNote(lost, "rows-unmatched") && hasNote(lost, "control-none"));
        QVERIFY(lost.linkability && !lost.linkability->risk && !lost.linkability->control);
        // With a number that stays, the order does not matter.
        const auto numbered = deid::parseRecipe(attackRecipe(true, 1, 1, 2)).value();
        std::istringstream in2(test::readAll(release.folder / "numbered.csv"));
        lines.clear();
        for (std::string line; std::getline(in2, line);)
            lines.push_back(line);
        turned = lines[0] + "\n";
        for (std::size_t i = lines.size(); i-- > 1;)
            turned += lines[i] + "\n";
        const auto byNumber = tableAt(release.folder.write("turned2.csv", turned));
        deid::AttackOptions options;
        options.idColumn = "no";
        const deid::AttackInput input{*release.original,     byNumber, nullptr, &numbered,
                                      release.folder.path(), nullptr};
        const auto found = deid::attackRelease(input, options, {});
        QVERIFY(found.ok());
        QCOMPARE(found->matchedBy, deid::RowMatchBy::Id);
        const auto inOrder = deid::attackRelease(inputOf(release), {}, {}).value();
        QCOMPARE(found->linkage->all.expectedCorrect, inOrder.linkage->all.expectedCorrect);
        QCOMPARE(found->leftOutRows, inOrder.leftOutRows);
        options.idColumn = "sex";
        QCOMPARE(deid::attackRelease(input, options, {}).error().code(), std::string("attack-id-repeated"));
        options.idColumn = "nobody";
        QCOMPARE(deid::attackRelease(input, options, {}).error().code(), std::string("risk-column-missing"));
        // A release that fits in several ways.
        const auto few = tableAt(release.folder.write("few.csv", "sex\nM\nF\nM\n"));
        const auto fewAttack =
            deid::AttackData::make(*release.original, few, nullptr, nullptr, {}, {}).value();
        const auto match = deid::matchRowsByOrder(fewAttack, {}).value();
        QCOMPARE(match.uncertain, std::uint64_t{3});
        QVERIFY(match.leftOut.size() < 5); // hardly anybody can be said to be left out
        const auto none = tableAt(release.folder.write("none.csv", "other\n1\n"));
        options = {};
        options.known = {"age"};
        QCOMPARE(deid::attackRelease({*release.original, none, nullptr, nullptr, {}, nullptr}, options, {})
                     .error()
                     .code(),
                 std::string("attack-no-columns"));
        options.known.clear();
        QCOMPARE(deid::attackRelease({*release.original, few, nullptr, nullptr, {}, nullptr}, options, {})
                     .error()
                     .code(),
                 std::string("bad-option"));
    }

    /// Transforms other than hierarchies, as an attacker without keys relates them.
    void readsLabelsByTheirTransform() {
        test::TempDir folder;
        std::string csv = "pid,phone,age,pay,day,w\n";
        SeededRandom random(8);
        for (int i = 0; i < 300; ++i)
            csv += format("p{},1381234{:04},{},{},2024-0{}-{:02},{}\n", i, random.below(10'000),
                          random.below(90), 1000 + random.below(5000), 1 + random.below(9),
                          1 + random.below(28), 40 + random.below(60));
        const auto file = folder.write("raw.csv", csv);
        const auto recipe = deid::parseRecipe(R"({"recipe":1,"attributes":[
          {"column":"pid","role":"direct","transform":{"type":"pseudonym"}},
          {"column":"phone","role":"quasi","transform":{"type":"mask","keepFirst":3,"keepLast":2}},
          {"column":"age","role":"quasi","transform":{"type":"bin","width":10}},
          {"column":"pay","role":"insensitive","transform":{"type":"bin","quantiles":4}},
          {"column":"day","role":"quasi","transform":{"type":"truncate-date","unit":"quarter"}},
          {"column":"w","role":"insensitive","transform":{"type":"noise","shape":"laplace","scale":2}}]})");
        QVERIFY2(recipe.ok(), recipe.ok() ? "" : recipe.error().message().c_str());
        const auto made = folder / "made.csv";
        const auto applied = deid::applyRecipe(file, {}, *recipe, deid::standInKeys(), made, {}, {});
        QVERIFY2(applied.ok(), applied.ok() ? "" : applied.error().message().c_str());
        const auto original = tableAt(file), released = tableAt(made);
        const auto report =
            deid::attackRelease({original, released, nullptr, &*recipe, {}, nullptr}, {}, {}).value();
        std::map<std::string, std::string> relations;
        for (const auto& column : report.columns) {
            relations[column.name] = std::string(deid::nameOf(column.relation)) + " " + column.reason;
            QCOMPARE(column.strangeLabels, std::uint64_t{0});
        }
        QCOMPARE(relations, (std::map<std::string, std::string>{{"pid", "none keyed"},
                                                                {"phone", "covers "},
                                                                {"age", "covers "},
                                                                {"pay", "covers "},
                                                                {"day", "covers "},
                                                                {"w", "near perturbed"}}));
        QCOMPARE(report.matchedBy, deid::RowMatchBy::Order);
        // Everybody is in the release, so each class of the three known columns is one right guess.
        std::set<std::vector<std::string>> classes;
        for (const auto& row : SlowAttack::rowsOf(released, {"phone", "age", "day"}))
            classes.insert(row);
        QVERIFY(isEqualTo(report.linkage->all.expectedCorrect, double(classes.size())));
        // Another file's release has labels that nothing here makes.
        const auto strange = tableAt(folder.write("strange.csv", test::readAll(made) + "x,y,z,1,2,3\n"));
        const auto wrong =
            deid::attackRelease({original, strange, nullptr, &*recipe, {}, nullptr}, {}, {}).value();
        QVERIFY(hasNote(wrong, "labels-strange") && !wrong.linkage);
    }

    /// Against figures of a table of Wilson intervals and of the paper's own program.
    void rates() {
        const auto half = deid::attackRate(20, 10);
        QVERIFY(std::abs(half.low - 0.299298) < 1e-6 && std::abs(half.high - 0.700702) < 1e-6);
        QCOMPARE(half.rate, 0.5);
        const auto none = deid::attackRate(0, 0);
        QCOMPARE(none.high, 1.0);
        QVERIFY(!deid::attackRisk(half, none) && !deid::attackRisk(half, deid::attackRate(5, 5)));
        const auto risk = deid::attackRisk(deid::attackRate(1000, 300), deid::attackRate(800, 100)).value();
        QVERIFY(isEqualTo(risk.value, kRisk[0]) && isEqualTo(risk.low, kRisk[1])
                && isEqualTo(risk.high, kRisk[2]));
        QCOMPARE(deid::attackRisk(deid::attackRate(100, 10), deid::attackRate(100, 60))->value, 0.0);
        QVERIFY(isEqualTo(deid::chanceOfExactlyOne(10, 3, 4), 3.0 * 35 / 210)); // C(7,3) / C(10,4)
        QCOMPARE(deid::chanceOfExactlyOne(10, 10, 4), 0.0);
        QCOMPARE(deid::chanceOfExactlyOne(10, 1, 10), 1.0);
    }

    /// However many values there are, little is compared after somebody asked to stop.
    void aSortOfManyValuesIsStopped() {
        SeededRandom random(5);
        std::vector<std::uint32_t> values(1'000'000);
        for (std::uint32_t& value : values)
            value = static_cast<std::uint32_t>(random.below(3'000'000));
        std::vector<std::uint32_t> sorted = values, whole = values;
        std::sort(sorted.begin(), sorted.end());
        std::uint64_t all = 0;
        QVERIFY(deid::stoppableSort(whole, {}, [&](std::uint32_t a, std::uint32_t b) {
            ++all;
            return a < b;
        }));
        QVERIFY(whole == sorted);
        // asked in the runs, and in the merges of runs
        for (const std::uint64_t when : {all / 3, all - all / 20}) {
            std::vector<std::uint32_t> stopped = values;
            std::stop_source stop;
            std::uint64_t compared = 0;
            const RunContext context{stop.get_token(), nullptr};
            QVERIFY(!deid::stoppableSort(stopped, context, [&](std::uint32_t a, std::uint32_t b) {
                if (++compared == when)
                    stop.request_stop();
                return a < b;
            }));
            QVERIFY(compared >= when && compared - when < all / 10);
        }
    }

    /// What is built of a million distinct values is not built for somebody who does not want it any more.
    void indexesAreNotBuiltOnceStopped() {
        const std::vector<std::uint32_t> cells{2, 0, 1, 2};
        const std::vector<double> numbers{10, 20, 30};
        std::stop_source stop;
        const RunContext context{stop.get_token(), nullptr};
        const std::vector<std::string_view> values{"10", "20", "30"};
        const auto make = [&] {
            return deid::AttackColumn::make("age", values, values, deid::EmptyCells::None, nullptr, {},
                                            context);
        };
        QVERIFY(make().ok());
        QCOMPARE(deid::CellIndex(cells, numbers, context).rowsAtMost(20).size(), 2U);
        stop.request_stop();
        QVERIFY(deid::CellIndex(cells, numbers, context).rowsAtMost(20).empty());
        QCOMPARE(make().error().code(), std::string("cancelled"));
    }

    void stopsWhenAsked() {
        Release release;
        makeRelease(release, 61, 300, 0, 1);
        std::stop_source stop;
        stop.request_stop();
        const auto report = deid::attackRelease(inputOf(release), {}, {stop.get_token(), nullptr});
        QVERIFY(!report.ok());
        QCOMPARE(report.error().code(), std::string("cancelled"));
        deid::AttackOptions options;
        options.attacks = 0;
        QCOMPARE(deid::attackRelease(inputOf(release), options, {}).error().code(),
                 std::string("bad-option"));
    }

private:
    void singlesOutAsSlowlyWith(unsigned k) {
        Release release;
        makeRelease(release, 31, 400, 0, 1, k);
        const SlowAttack& slow = release.slow;
        deid::AttackOptions options;
        options.attacks = 300;
        const auto report = deid::attackRelease(inputOf(release), options, {});
        QVERIFY(report.ok());
        QCOMPARE(report->control, deid::ControlSource::LeftOut);
        std::set<std::string> kept(release.numbers.begin(), release.numbers.end());
        using Operator = deid::AttackPredicate::Operator;
        // Codes are numbered by first appearance, as in the table; the missing cell comes last.
        std::vector<std::vector<std::string>> labels(kColumns.size());
        for (std::size_t column = 0; column < kColumns.size(); ++column) {
            for (const auto& row : slow.released) {
                auto& met = labels[column];
                if (!row[column].empty() && std::count(met.begin(), met.end(), row[column]) == 0)
                    met.push_back(row[column]);
            }
            labels[column].emplace_back();
        }
        const auto holds = [&](const deid::AttackQuery& query, const std::vector<std::string>& row,
                               bool isRaw) {
            return std::all_of(query.begin(), query.end(), [&](const deid::AttackPredicate& predicate) {
                const std::string& cell = row[predicate.column];
                if (predicate.op == Operator::AtMost)
                    return !cell.empty() && std::stod(cell) <= predicate.number;
                if (predicate.op == Operator::AtLeast)
                    return !cell.empty() && std::stod(cell) >= predicate.number;
                const std::string& label = labels[predicate.column][predicate.label];
                const bool equal = isRaw ? slow.covers(predicate.column, label, cell) : label == cell;
                return equal == (predicate.op == Operator::Equal);
            });
        };
        const auto chance = [](double all, double marked, double some) {
            // Ways to draw one marked and the rest unmarked, over all ways; by logarithms of factorials.
            if (marked == 0 || some - 1 > all - marked)
                return 0.0;
            const auto choose = [](double n, double r) {
                return std::lgamma(n + 1) - std::lgamma(r + 1) - std::lgamma(n - r + 1);
            };
            return marked * std::exp(choose(all - marked, some - 1) - choose(all, some));
        };
        const auto members = double(kept.size()), outside = double(400 - kept.size());
        for (const auto* made : {&report->singlingOut.univariate, &report->singlingOut.multivariate}) {
            QVERIFY(made->queries.size() > 20);
            QCOMPARE(std::set(made->queries.begin(), made->queries.end()).size(), made->queries.size());
            int right = 0, blind = 0;
            int compared = 0;
            std::map<std::size_t, int> hits;
            for (std::size_t q = 0; q < made->queries.size(); ++q) {
                std::size_t released = 0, all = 0, blindAll = 0, in = 0;
                for (const auto& row : slow.released)
                    released += holds(made->queries[q], row, false) ? 1 : 0;
                for (std::size_t row = 0; row < slow.original.size(); ++row) {
                    const bool hit = holds(made->queries[q], slow.original[row], true);
                    all += hit ? 1 : 0;
                    in += hit && kept.count(std::to_string(row)) > 0 ? 1 : 0;
                    blindAll += holds(made->blind[q], slow.original[row], true) ? 1 : 0;
                }
                QCOMPARE(released, std::size_t{1});
                right += all == 1 ? 1 : 0;
                blind += blindAll == 1 ? 1 : 0;
                compared += in == 1 ? 1 : 0;
                ++hits[all - in];
            }
            QCOMPARE(made->trial.attack.successes, double(right));
            QCOMPARE(made->trial.baseline.successes, double(blind));
            QCOMPARE(made->trial.compared->successes, double(compared));
            const auto expected = [&](double size) {
                double sum = 0;
                for (const auto& [hit, number] : hits)
                    sum += number * chance(outside, double(hit), size);
                return sum;
            };
            double control = expected(members);
            if (members > outside) {
                // The model fitted by trying very many weights.
                const auto model = [](double n, double w) { // the integral, by its formula
                    return (1 - (n * w + 1) * std::pow(1 - w, n)) / (n + 1);
                };
                double best = 1e300;
                for (double w = 1e-4; w < 1; w *= 1.0005) {
                    double yy = 0, ym = 0, mm = 0;
                    for (int i = 0; i < 10; ++i) {
                        const double size = std::floor(outside / 10 + (outside - outside / 10) * i / 9);
                        const double y = expected(size);
                        yy += y * y;
                        ym += y * model(size, w);
                        mm += model(size, w) * model(size, w);
                    }
                    if (yy - ym * ym / mm >= best)
                        continue;
                    best = yy - ym * ym / mm;
                    control = expected(outside) * model(members, w) / model(outside, w);
                }
            }
            QVERIFY2(std::abs(made->trial.control->successes - control) < 0.05,
                     format("{} {}", made->trial.control->successes, control).c_str());
            QCOMPARE(made->trial.attack.attacks, static_cast<std::uint64_t>(made->queries.size()));
        }
        // All conditions on one column there are: labels met once, and both ends of the numbers.
        std::size_t expected = 0;
        for (std::size_t column = 0; column < kColumns.size(); ++column) {
            std::map<std::string, int> counts;
            for (const auto& row : slow.released)
                ++counts[row[column]];
            std::map<double, int> numbers;
            for (const auto& [label, count] : counts) {
                expected += count == 1 ? 1 : 0;
                if (column == 0 || column == 3)
                    numbers[std::stod(label)] += count;
            }
            if (!numbers.empty())
                expected +=
                    (numbers.begin()->second == 1 ? 1U : 0U) + (numbers.rbegin()->second == 1 ? 1U : 0U);
        }
        QCOMPARE(report->singlingOut.univariate.queries.size(), std::min<std::size_t>(expected, 300));
    }

    static constexpr double kRisk[3] = {0.199234648302889, 0.16054398029313757, 0.23792531631264044};
};

MANGROVE_TEST(AttackTest)
#include "attack_test.moc"
