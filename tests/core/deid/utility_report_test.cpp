// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/random.h"
#include "base/value_hash.h"
#include "deid/utility_report.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>

#include <cmath>
#include <map>
#include <numeric>

using namespace mangrove;

namespace {

using Cells = std::vector<std::vector<std::string>>; ///< by row

std::string csvOf(const std::string& header, const Cells& rows) {
    std::string text = header + "\n";
    for (const auto& row : rows) {
        for (std::size_t c = 0; c < row.size(); ++c)
            text += (c > 0 ? "," : "") + row[c];
        text += "\n";
    }
    return text;
}

/// Town, age and an outcome that depends on both.
Cells people(std::size_t count) {
    SeededRandom random(17);
    const std::vector<std::string> towns{"Haikou", "Sanya", "Danzhou", "Wanning"};
    Cells rows;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t town = random.below(4);
        const std::size_t age = 20 + random.below(60);
        const bool ill = random.below(100) < (age > 50 ? 70U : 10U) + 5 * town;
        rows.push_back({towns[town], std::to_string(age), ill ? "ill" : "well"});
    }
    return rows;
}

constexpr const char* kHeader = "town,age,outcome";

Result<deid::UtilityReport> compare(const Cells& before, const Cells& after,
                                    const deid::UtilityOptions& options = {}) {
    const test::TempDir dir;
    return deid::compareUtility(dir.write("before.csv", csvOf(kHeader, before)),
                                dir.write("after.csv", csvOf(kHeader, after)), {}, options, {});
}

/// What deid::applyRecipe() would report of these files.
deid::ApplyReport reportOf(const deid::UtilityReport& of, std::uint64_t rowsIn) {
    deid::ApplyReport made;
    made.inputSha256 = of.sha256Before;
    made.outputSha256 = of.sha256After;
    made.rowsIn = rowsIn;
    made.rowsOut = of.rowsAfter;
    return made;
}

/// compare() with the report of the release, so that rows are paired.
deid::UtilityReport comparePaired(const Cells& before, const Cells& after,
                                  deid::UtilityOptions options = {}) {
    const deid::ApplyReport made = reportOf(compare(before, after).value(), before.size());
    options.made = &made;
    return compare(before, after, options).value();
}

/// Zero bits that the hash of a key begins with.
unsigned zerosOfKey(const std::string& key) {
    const std::uint64_t h = hashValue(key);
    unsigned zeros = 0;
    while (zeros < 64 && (h >> (63U - zeros) & 1U) == 0)
        ++zeros;
    return zeros;
}

bool hasNote(const deid::UtilityReport& report, const std::string& code) {
    return std::any_of(report.notes.begin(), report.notes.end(),
                       [&](const deid::CodedNote& note) { return note.code == code; });
}

deid::UtilityOptions predicting(std::string target, std::uint64_t seed = 1) {
    deid::UtilityOptions options;
    options.target = std::move(target);
    options.seed = seed;
    return options;
}

bool isNear(double a, double b) {
    return std::abs(a - b) <= 1e-12 * std::max(1.0, std::abs(b));
}

/// Which values of the original a released one stands for, by the plainest rules.
std::vector<std::string> coverOf(const std::string& label, const std::vector<std::string>& values) {
    std::vector<std::string> covered;
    const auto dash = label.find('-');
    for (const std::string& value : values) {
        const bool inside = dash != std::string::npos && std::stoi(value) >= std::stoi(label.substr(0, dash))
                            && std::stoi(value) <= std::stoi(label.substr(dash + 1));
        if (label == "*" || label == value || inside)
            covered.push_back(value);
    }
    return covered;
}

struct Slow {
    double totalVariation = 0, jensenShannon = 0, hellinger = 0, ofLabels = 0;
    double meanBefore = 0, meanAfter = 0, ks = 0, wasserstein = 0;
};

Slow slowly(const Cells& before, const Cells& after, std::size_t column, bool numbers) {
    std::map<std::string, double> p, even, proportional;
    for (const auto& row : before)
        p[row[column]] += 1.0 / static_cast<double>(before.size());
    std::vector<std::string> values;
    for (const auto& [value, share] : p)
        values.push_back(value);
    for (const auto& row : after) {
        const auto covered = coverOf(row[column], values);
        const double all = std::accumulate(covered.begin(), covered.end(), 0.0,
                                           [&](double sum, const auto& value) { return sum + p[value]; });
        if (covered.empty()) {
            even["?" + row[column]] += 1.0 / static_cast<double>(after.size());
            proportional["?" + row[column]] += 1.0 / static_cast<double>(after.size());
        }
        for (const std::string& value : covered) {
            even[value] += 1.0 / static_cast<double>(covered.size()) / static_cast<double>(after.size());
            proportional[value] += p[value] / all / static_cast<double>(after.size());
        }
    }
    Slow slow;
    std::map<std::string, int> keys;
    for (const auto& shares : {p, even, proportional})
        for (const auto& [value, share] : shares)
            keys[value] = 1;
    double agreement = 0;
    const auto bits = [](double x, double m) { return x > 0 ? x * std::log2(x / m) : 0; };
    for (const auto& [value, one] : keys) {
        const double a = p[value];
        const double b = even[value];
        slow.totalVariation += std::abs(a - b) / 2;
        slow.ofLabels += std::abs(a - proportional[value]) / 2;
        slow.jensenShannon += (bits(a, (a + b) / 2) + bits(b, (a + b) / 2)) / 2;
        agreement += std::sqrt(a * b);
    }
    slow.hellinger = std::sqrt(std::max(0.0, 1 - agreement));
    if (!numbers)
        return slow;
    double squares = 0;
    double f = 0;
    double g = 0;
    double last = 0;
    for (const auto& [value, share] : p) { // two digits each, so in the order of numbers
        const double x = std::stod(value);
        slow.wasserstein += std::abs(f - g) * (x - last);
        last = x;
        f += share;
        g += even[value];
        slow.ks = std::max(slow.ks, std::abs(f - g));
        slow.meanBefore += x * share;
        slow.meanAfter += x * even[value];
    }
    for (const auto& row : before)
        squares += std::pow(std::stod(row[column]) - slow.meanBefore, 2);
    slow.wasserstein /= std::sqrt(squares / static_cast<double>(before.size() - 1));
    return slow;
}

} // namespace

/// What a release is still good for, each figure beside slow code that follows its definition.
class UtilityReportTest final : public QObject {
    Q_OBJECT
private slots:
    void nothingChangedMeasuresNothing() {
        const Cells rows = people(800);
        const auto report = compare(rows, rows, predicting("outcome"));
        QVERIFY2(report.ok(), report.ok() ? "" : std::string(report.error().code()).c_str());
        QVERIFY(report->aligned && report->pairing == deid::RowPairing::SameFile && report->notes.empty());
        QCOMPARE(report->changes.size(), 3U);
        for (const auto& change : report->changes) {
            QCOMPARE(change.changed.value(), 0U);
            QVERIFY(change.totalVariation < 1e-12 && change.jensenShannon < 1e-12 && change.hellinger < 1e-6);
            QCOMPARE(change.distinctBefore, change.distinctAfter);
        }
        QVERIFY(report->changes[1].kind == deid::ColumnKind::Number);
        QCOMPARE(report->changes[1].ks.value(), 0.0);
        QCOMPARE(report->relations.greatestChange, 0.0);
        QVERIFY(report->model->original == report->model->released);
        // the model learns something, or it would say nothing about the release
        QVERIFY(report->model->original.rocAuc > 0.65);
        QVERIFY(report->model->original.accuracy > report->model->majority.accuracy);
        QCOMPARE(report->model->majority.rocAuc, 0.5);
    }

    void distributionsAsByDefinition() {
        const Cells before = people(700);
        Cells after = before;
        for (std::size_t i = 0; i < after.size(); ++i) {
            const int age = std::stoi(after[i][1]);
            after[i][1] = format("{}-{}", age / 10 * 10, age / 10 * 10 + 9);
            if (i % 5 == 0)
                after[i][0] = "*";
            if (i % 11 == 0)
                after[i][0] = "Elsewhere";
        }
        after.resize(500); // rows are missing as well
        const auto report = compare(before, after).value();
        QVERIFY(!report.aligned && !report.changes[0].changed.has_value());
        for (const std::size_t column : {0U, 1U, 2U}) {
            const deid::ColumnChange& change = report.changes[column];
            const Slow slow = slowly(before, after, column, column == 1);
            QVERIFY2(isNear(change.totalVariation, slow.totalVariation), change.name.c_str());
            QVERIFY2(isNear(change.totalVariationOfLabels, slow.ofLabels), change.name.c_str());
            QVERIFY2(isNear(change.jensenShannon, slow.jensenShannon), change.name.c_str());
            QVERIFY2(std::abs(change.hellinger - slow.hellinger) < 1e-7, change.name.c_str());
            if (column == 1) {
                QVERIFY(isNear(change.before->mean, slow.meanBefore)
                        && isNear(change.after->mean, slow.meanAfter));
                QVERIFY(isNear(*change.ks, slow.ks) && isNear(*change.wasserstein, slow.wasserstein));
            }
        }
        std::size_t tops = 0;
        std::size_t strangers = 0;
        for (const auto& row : after) {
            tops += row[0] == "*" ? 1U : 0U;
            strangers += row[0] == "Elsewhere" ? 1U : 0U;
        }
        QVERIFY(isNear(report.changes[0].suppressed, static_cast<double>(tops) / 500));
        QVERIFY(isNear(report.changes[0].unknown, static_cast<double>(strangers) / 500));
    }

    void changedCellsAreCounted() {
        const Cells before = people(300);
        Cells after = before;
        std::uint64_t changed = 0;
        std::uint64_t emptied = 0;
        for (std::size_t i = 0; i < after.size(); ++i) {
            if (i % 7 == 0) {
                after[i][0] = i % 2 == 0 ? "*" : "";
                ++emptied;
            } else if (i % 7 == 1) {
                after[i][0] += "n";
            } else {
                continue;
            }
            ++changed;
        }
        const auto report = comparePaired(before, after);
        QVERIFY(report.pairing == deid::RowPairing::Report && report.aligned && report.notes.empty());
        QCOMPARE(report.comparedRows, 300U);
        QCOMPARE(report.changes[0].changed.value(), changed);
        QCOMPARE(report.changes[0].emptied.value(), emptied);
        QCOMPARE(report.changes[1].changed.value(), 0U);
    }

    void asManyRowsProveNothing() {
        const Cells before = people(300);
        Cells after = before;
        std::reverse(after.begin(), after.end());
        const auto report = compare(before, after, predicting("outcome")).value();
        QVERIFY(report.pairing == deid::RowPairing::None && !report.aligned);
        QCOMPARE(report.comparedRows, 0U);
        for (const deid::ColumnChange& change : report.changes)
            QVERIFY(!change.changed.has_value() && !change.emptied.has_value());
        QVERIFY(hasNote(report, "rows-unpaired") && hasNote(report, "model-rows-unpaired"));
        QVERIFY(report.changes[1].totalVariation < 1e-12); // what needs no pairs is there
    }

    void aReportOfOtherFilesPairsNothing() {
        const Cells before = people(300);
        Cells after = before;
        after[3][0] = "*";
        deid::ApplyReport made = reportOf(compare(before, after).value(), 300);
        deid::UtilityOptions options;
        options.made = &made;
        QVERIFY(compare(before, after, options)->aligned); // the twin
        made.inputSha256[0] = made.inputSha256[0] == '0' ? '1' : '0';
        const auto report = compare(before, after, options).value();
        QVERIFY(!report.aligned && report.pairing == deid::RowPairing::None);
        QVERIFY(hasNote(report, "report-of-others") && !report.changes[0].changed.has_value());
    }

    void whereRowsAreLeftOutTheReportCounts() {
        const Cells before = people(300);
        Cells after(before.begin() + 20, before.end());
        deid::ApplyReport made = reportOf(compare(before, after).value(), 300);
        made.columns.resize(1);
        made.columns[0].name = "age";
        made.columns[0].changedCells = 7;
        deid::UtilityOptions options;
        options.made = &made;
        const auto report = compare(before, after, options).value();
        QVERIFY(report.pairing == deid::RowPairing::Report && !report.aligned);
        QVERIFY(hasNote(report, "rows-left-out"));
        QCOMPARE(report.comparedRows, 280U);
        QCOMPARE(report.changes[1].changed.value(), 7U);
        QVERIFY(!report.changes[1].emptied.has_value() && !report.changes[0].changed.has_value());
    }

    /// Rows in another order and some left out, as by slow code that knows who is who.
    void aKeyPairsRows() {
        SeededRandom random(23);
        std::string before = "id,town\n";
        std::vector<std::string> rows;
        std::uint64_t changed = 0;
        std::uint64_t emptied = 0;
        for (int i = 0; i < 400; ++i) {
            const std::string town = i % 3 == 0 ? "Haikou" : "Sanya";
            before += format("P{},{}\n", i, town);
            if (random.below(4) == 0)
                continue;
            const auto what = random.below(4);
            changed += what < 2 ? 1U : 0U;
            emptied += what == 0 ? 1U : 0U;
            rows.push_back(format("P{},{}\n", i, what == 0 ? "*" : what == 1 ? "Danzhou" : town));
        }
        for (std::size_t i = rows.size() - 1; i > 0; --i)
            std::swap(rows[i], rows[random.below(i + 1)]);
        std::string after = "id,town\n";
        for (const std::string& row : rows)
            after += row;
        const test::TempDir dir;
        const auto original = dir.write("before.csv", before);
        const auto released = dir.write("after.csv", after);
        deid::UtilityOptions options;
        options.key = "id";
        const auto report = deid::compareUtility(original, released, {}, options, {}).value();
        QVERIFY(report.pairing == deid::RowPairing::Key && !report.aligned);
        QCOMPARE(report.comparedRows, rows.size());
        QCOMPARE(report.changes[0].changed.value(), 0U);
        QCOMPARE(report.changes[1].changed.value(), changed);
        QCOMPARE(report.changes[1].emptied.value(), emptied);

        const auto codeWith = [&](const std::string& key, const std::string& text) {
            deid::UtilityOptions other;
            other.key = key;
            const auto result = deid::compareUtility(original, dir.write("x.csv", text), {}, other, {});
            return result.ok() ? std::string() : std::string(result.error().code());
        };
        QCOMPARE(codeWith("id", after), std::string());
        QCOMPARE(codeWith("town", after), std::string("attack-id-repeated"));
        QCOMPARE(codeWith("id", after + "P9999,Sanya\n"), std::string("attack-id-foreign"));
        QCOMPARE(codeWith("no", after), std::string("risk-column-missing"));
    }

    /// Of many rows a key pairs a sample: worked out again with plain loops over all rows.
    void aKeyPairsTheSameSampleOfBothFiles() {
        constexpr std::size_t kLimit = 300;
        SeededRandom random(29);
        std::map<std::string, std::string> before, after;
        for (int i = 0; i < 2000; ++i) {
            const std::string key = "P" + std::to_string(i);
            before[key] = i % 3 == 0 ? "Haikou" : "Sanya";
            if (random.below(5) > 0)
                after[key] = random.below(3) == 0 ? "*" : random.below(2) == 0 ? "Danzhou" : before[key];
        }
        unsigned level = 0;
        const auto inSample = [&](const std::string& key) { return zerosOfKey(key) >= level; };
        const auto rowsOf = [&](const auto& file) {
            return std::count_if(file.begin(), file.end(),
                                 [&](const auto& row) { return inSample(row.first); });
        };
        while (rowsOf(before) > static_cast<std::ptrdiff_t>(kLimit))
            ++level;
        std::uint64_t changed = 0, emptied = 0, changedOfAll = 0;
        for (const auto& [key, town] : after) {
            changedOfAll += town != before[key] ? 1 : 0;
            changed += inSample(key) && town != before[key] ? 1 : 0;
            emptied += inSample(key) && town == "*" ? 1 : 0;
        }
        QVERIFY(level > 1);
        const test::TempDir dir;
        const auto write = [&](const char* name, const std::map<std::string, std::string>& rows,
                               bool backwards) {
            std::string text;
            for (const auto& [key, town] : rows)
                text = backwards ? format("{},{}\n", key, town) + text : text + format("{},{}\n", key, town);
            return dir.write(name, "id,town\n" + text);
        };
        const auto original = write("before.csv", before, false);
        deid::UtilityOptions options;
        options.key = "id";
        options.sampleRows = kLimit;
        for (const bool backwards : {false, true}) {
            const auto report =
                deid::compareUtility(original, write("after.csv", after, backwards), {}, options, {}).value();
            QVERIFY(!report.aligned);
            QCOMPARE(report.comparedRows, static_cast<std::uint64_t>(rowsOf(after)));
            QVERIFY(report.comparedRows < kLimit && report.comparedRows > kLimit / 4);
            QCOMPARE(report.changes[1].changed.value(), changed);
            QCOMPARE(report.changes[1].emptied.value(), emptied);
            QVERIFY(hasNote(report, "rows-sampled"));
        }
        // Twins: with room for all rows all are compared, and so are rows that stand in the same order.
        options.sampleRows = 2000;
        const auto whole = deid::compareUtility(original, dir / "after.csv", {}, options, {}).value();
        QCOMPARE(whole.comparedRows, std::uint64_t{after.size()});
        QCOMPARE(whole.changes[1].changed.value(), changedOfAll);
        QVERIFY(!hasNote(whole, "rows-sampled"));
        options.sampleRows = kLimit;
        std::map<std::string, std::string> ordered = before;
        std::uint64_t other = 0;
        for (auto& [key, town] : ordered) {
            if (random.below(4) == 0 && ++other > 0)
                town = "Danzhou";
        }
        const auto beside =
            deid::compareUtility(original, write("ordered.csv", ordered, false), {}, options, {}).value();
        QVERIFY(beside.aligned && !hasNote(beside, "rows-sampled"));
        QCOMPARE(beside.comparedRows, std::uint64_t{2000});
        QCOMPARE(beside.changes[1].changed.value(), other);
        // what is wrong with a key is found in a sample, too
        options.key = "town";
        const auto repeated = deid::compareUtility(original, original, {}, options, {});
        QVERIFY(!repeated.ok() && repeated.error().is(errors::kAttackIdRepeated));
        options.key = "id";
        std::string strangers;
        for (int i = 0; i < 100; ++i)
            strangers += format("Q{},Sanya\n", i);
        const auto foreign =
            deid::compareUtility(original, dir.write("x.csv", "id,town\n" + strangers), {}, options, {});
        QVERIFY(!foreign.ok() && foreign.error().is(errors::kAttackIdForeign));
    }

    /// Codes are not what a release loses.
    void codesAreOutOfTheMean() {
        const test::TempDir dir;
        std::string before = "id,name,town\n", after = before;
        for (int i = 0; i < 40; ++i) {
            before += format("P{},N{},{}\n", i, i, i % 2 == 0 ? "Haikou" : "Sanya");
            after += format("C{},S{},{}\n", 100 + i, 200 + i, i % 4 == 0 ? "Haikou" : "Sanya");
        }
        const auto recipe = deid::parseRecipe(R"({"recipe":1,"attributes":[
            {"column":"id","role":"direct","transform":{"type":"pseudonym"}},
            {"column":"name","role":"direct","transform":{"type":"surrogate","kind":"cn-name"}},
            {"column":"town","role":"insensitive"}]})");
        QVERIFY2(recipe.ok(), recipe.ok() ? "" : recipe.error().message().c_str());
        deid::UtilityOptions options;
        options.recipe = &*recipe;
        const auto original = dir.write("before.csv", before);
        const auto released = dir.write("after.csv", after);
        const auto report = deid::compareUtility(original, released, {}, options, {}).value();
        QVERIFY(std::abs(report.meanVariation - 0.25) < 1e-12); // the town's alone
        const auto note = std::find_if(report.notes.begin(), report.notes.end(),
                                       [](const auto& each) { return each.code == "codes-out-of-mean"; });
        QVERIFY(note != report.notes.end());
        QCOMPARE(note->args, (std::vector<std::string>{"2", "id, name"}));
        QVERIFY(report.changes[0].replaced && report.changes[1].replaced && !report.changes[2].replaced);
        // the report of the release knows it as well; the twin knows nothing of codes
        deid::ApplyReport made;
        for (const char* name : {"id", "name", "town"}) {
            made.columns.emplace_back().name = name;
            made.columns.back().transform = name == std::string("town") ? "keep" : "encrypt";
        }
        options.recipe = nullptr;
        options.made = &made;
        QVERIFY(std::abs(deid::compareUtility(original, released, {}, options, {})->meanVariation - 0.25)
                < 1e-12);
        options.made = nullptr;
        const auto twin = deid::compareUtility(original, released, {}, options, {}).value();
        QVERIFY(std::abs(twin.meanVariation - (1 + 1 + 0.25) / 3) < 1e-12);
        QVERIFY(!hasNote(twin, "codes-out-of-mean"));
    }

    void aShuffledColumnKeepsItsDistributionOnly() {
        const Cells before = people(2000);
        Cells after = before;
        SeededRandom random(3);
        for (std::size_t i = after.size() - 1; i > 0; --i)
            std::swap(after[i][1], after[random.below(i + 1)][1]);
        const auto report = comparePaired(before, after, predicting("outcome"));
        QVERIFY(report.changes[1].totalVariation < 1e-12);
        QVERIFY(report.changes[1].changed.value() > 1500U);
        const auto& worst = report.relations.strongest.front();
        QCOMPARE(worst.a, 1U);
        QCOMPARE(worst.b, 2U);
        QVERIFY(*worst.cramersVBefore > 0.4 && worst.cramersVAfter.value_or(0) < 0.15);
        // what is learnt from it does not predict any more
        QVERIFY(report.model->released.rocAuc < report.model->original.rocAuc - 0.1);
        QVERIFY(report.model->released.rocAuc > 0.4);
    }

    void theSameSeedGivesTheSameReport() {
        const Cells rows = people(900);
        const deid::UtilityOptions options = predicting("outcome", 4);
        const std::string one = deid::toJson(compare(rows, rows, options).value());
        QCOMPARE(deid::toJson(compare(rows, rows, options).value()), one);
        const deid::UtilityOptions other = predicting("outcome", 5);
        QVERIFY(deid::toJson(compare(rows, rows, other).value()) != one);
    }

    void scoresByHand() {
        // two classes, rows (likelihood of each, truth): right, right, wrong, right
        const std::vector<double> likelihoods{-1, -2, -3, -1, -1, -4, -5, -2};
        const std::vector<std::uint32_t> truth{0, 1, 1, 1};
        const auto scores = deid::scoresOf(likelihoods, truth, 2);
        QCOMPARE(scores.accuracy, 0.75);
        // class 0: precision 1/2, recall 1; class 1: precision 1, recall 2/3
        QVERIFY(isNear(scores.macroF1, (2.0 / 3 + 0.8) / 2));
        QVERIFY(scores.rocAuc >= 0.5 && scores.rocAuc <= 1);
    }

    void whatCannotBeComparedIsRefused_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("twin") << QByteArray("a,b\n1,x\n2,y\n1,x\n2,y\n1,x\n2,y\n1,x\n2,y\n1,x\n2,y\n")
                              << QByteArray("a,b\n1,x\n2,y\n1,x\n2,y\n1,x\n2,y\n") << QByteArray("b")
                              << QByteArray();
        QTest::newRow("no common column") << QByteArray("a,b\n1,2\n") << QByteArray("c,d\n1,2\n")
                                          << QByteArray() << QByteArray("deid-utility-no-columns");
        QTest::newRow("no rows") << QByteArray("a,b\n1,2\n") << QByteArray("a,b\n") << QByteArray()
                                 << QByteArray("deid-utility-empty");
        QTest::newRow("no such target") << QByteArray("a,b\n1,2\n") << QByteArray("a,b\n1,2\n")
                                        << QByteArray("c") << QByteArray("deid-utility-column");
        QTest::newRow("one class") << QByteArray("a,b\n1,x\n2,x\n") << QByteArray("a,b\n1,x\n2,x\n")
                                   << QByteArray("b") << QByteArray("deid-utility-target");
    }
    void whatCannotBeComparedIsRefused() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, code);
        const test::TempDir dir;
        io::ReadOptions read;
        read.header = true;
        const auto report = deid::compareUtility(dir.write("b.csv", before.toStdString()),
                                                 dir.write("a.csv", after.toStdString()), read,
                                                 predicting(target.toStdString()), {});
        QCOMPARE(report.ok() ? QByteArray() : QByteArray::fromStdString(std::string(report.error().code())),
                 code);
    }
};

MANGROVE_TEST(UtilityReportTest)
#include "utility_report_test.moc"
