// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/random.h"
#include "core/deid/adult_data.h"
#include "deid/frontier.h"
#include "deid/quasi_discovery.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <cmath>
#include <map>
#include <set>

using namespace mangrove;

namespace {

constexpr const char* kRecipe = R"({"recipe":1,"attributes":[
    {"column":"age","role":"quasi","hierarchy":"builtin:age-5y"},
    {"column":"sex","role":"quasi","hierarchy":"builtin:keep-or-suppress"},
    {"column":"town","role":"quasi","hierarchy":"builtin:keep-or-suppress"}],
    "models":[{"type":"k-anonymity","k":3}],"suppressionLimit":0.5})";

std::vector<std::vector<std::string>> peopleOf(std::uint64_t seed) {
    SeededRandom random(seed);
    std::vector<std::vector<std::string>> rows;
    for (int i = 0; i < 400; ++i)
        rows.push_back({std::to_string(20 + random.below(40)), random.below(2) == 0 ? "M" : "F",
                        "t" + std::to_string(std::min(random.below(6), random.below(6)))});
    return rows;
}

std::filesystem::path write(test::TempDir& folder, const std::vector<std::vector<std::string>>& rows) {
    std::string csv = "age,sex,town\n";
    for (const auto& row : rows)
        csv += row[0] + "," + row[1] + "," + row[2] + "\n";
    return folder.write("in.csv", csv);
}

} // namespace

class AnalysisTest : public QObject {
    Q_OBJECT

private slots:
    /// Against all nodes, each measured on its own.
    void findsTheWholeFrontier() {
        test::TempDir folder;
        const auto file = write(folder, peopleOf(5));
        const auto recipe = deid::parseRecipe(kRecipe);
        QVERIFY(recipe.ok());
        deid::SearchOptions options;
        const auto report = deid::frontierOf(file, {}, *recipe, options, {});
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
        std::vector<std::pair<double, double>> all;
        std::uint64_t nodes = 0;
        for (std::uint32_t age = 0; age < 5; ++age) {
            for (std::uint32_t sex = 0; sex < 2; ++sex) {
                for (std::uint32_t town = 0; town < 2; ++town) {
                    const auto node = deid::measureNode(file, {}, *recipe, {age, sex, town}, options, {});
                    QVERIFY(node.ok());
                    ++nodes;
                    if (node->valid && node->risk.prosecutor)
                        all.emplace_back(node->risk.prosecutor->average, node->loss);
                }
            }
        }
        QCOMPARE(report->lattice, nodes);
        QCOMPARE(report->valid, static_cast<std::uint64_t>(all.size()));
        std::set<std::pair<double, double>> expected;
        for (const auto& point : all) {
            const bool beaten = std::any_of(all.begin(), all.end(), [&](const auto& other) {
                return other != point && other.first <= point.first && other.second <= point.second;
            });
            if (!beaten)
                expected.insert(point);
        }
        QVERIFY(expected.size() > 2 && expected.size() < all.size());
        std::set<std::pair<double, double>> found;
        for (const auto& point : report->points)
            found.emplace(point.averageRisk, point.loss);
        QVERIFY(found == expected);
        options.threads = 3;
        QCOMPARE(deid::toJson(deid::frontierOf(file, {}, *recipe, options, {}).value()),
                 deid::toJson(*report));
    }

    /// Distinction, separation and uniques again, pair by pair and record by record.
    void measuresEveryCombination() {
        test::TempDir folder;
        auto rows = peopleOf(9);
        rows.resize(120);
        const auto file = write(folder, rows);
        const auto found = deid::discoverQuasi(file, {}, {}, {}, {});
        QVERIFY2(found.ok(), found.ok() ? "" : found.error().message().c_str());
        QCOMPARE(found->combinations.size(), std::size_t{7});
        QCOMPARE(found->records, std::uint64_t{120});
        std::uint64_t minimal = 0;
        std::map<std::size_t, std::vector<std::vector<std::size_t>>> minimalOf; // by record
        for (const auto& combination : found->combinations) {
            const auto key = [&](const std::vector<std::string>& row,
                                 const std::vector<std::size_t>& columns) {
                std::string text;
                for (const std::size_t column : columns)
                    text += row[column] + "|";
                return text;
            };
            const auto isUnique = [&](std::size_t r, const std::vector<std::size_t>& columns) {
                return std::count_if(
                           rows.begin(), rows.end(),
                           [&](const auto& other) { return key(other, columns) == key(rows[r], columns); })
                       == 1;
            };
            std::set<std::string> distinct;
            std::uint64_t differ = 0, uniques = 0, minimalUniques = 0;
            for (std::size_t r = 0; r < rows.size(); ++r) {
                distinct.insert(key(rows[r], combination.columns));
                for (std::size_t other = 0; other < r; ++other)
                    differ +=
                        key(rows[r], combination.columns) != key(rows[other], combination.columns) ? 1 : 0;
                if (!isUnique(r, combination.columns))
                    continue;
                ++uniques;
                // Minimal: no set with one column less is enough.
                bool isMinimal = true;
                for (std::size_t left = 0;
                     combination.columns.size() > 1 && left < combination.columns.size(); ++left) {
                    auto fewer = combination.columns;
                    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(left));
                    isMinimal = isMinimal && !isUnique(r, fewer);
                }
                minimalUniques += isMinimal ? 1 : 0;
                if (isMinimal)
                    minimalOf[r].push_back(combination.columns);
            }
            QCOMPARE(combination.distinct, static_cast<std::uint64_t>(distinct.size()));
            QCOMPARE(combination.uniques, uniques);
            QCOMPARE(combination.minimalUniques, minimalUniques);
            QVERIFY(std::abs(combination.distinction - static_cast<double>(distinct.size()) / 120) < 1e-12);
            QVERIFY(std::abs(combination.separation - static_cast<double>(differ) / (120 * 119 / 2)) < 1e-12);
            minimal += minimalUniques;
        }
        QVERIFY(minimal > 0);
        // Special uniques: three columns, at most three: a unique of one column counts 2 x 1, others 1.
        std::vector<std::uint64_t> bySmallest(3, 0), parts(3, 0), records(3, 0);
        std::vector<double> scores(3, 0);
        double score = 0;
        for (const auto& [record, sets] : minimalOf) {
            std::size_t smallest = 3;
            std::set<std::size_t> columns;
            for (const auto& set : sets) {
                smallest = std::min(smallest, set.size());
                score += set.size() == 1 ? 2 : 1;
                for (const std::size_t column : set) {
                    ++parts[column];
                    scores[column] += set.size() == 1 ? 2 : 1;
                    columns.insert(column);
                }
            }
            ++bySmallest[smallest - 1];
            for (const std::size_t column : columns)
                ++records[column];
        }
        QCOMPARE(found->singledOut, static_cast<std::uint64_t>(minimalOf.size()));
        QVERIFY(bySmallest[1] > 0 && bySmallest[2] > 0);
        QCOMPARE(found->bySmallest, bySmallest);
        QCOMPARE(found->sudaScore, score);
        for (std::size_t column = 0; column < 3; ++column) {
            QCOMPARE(found->parts[column].minimalUniques, parts[column]);
            QCOMPARE(found->parts[column].records, records[column]);
            QVERIFY(std::abs(found->parts[column].sudaShare - scores[column] / score) < 1e-12);
        }
        // Its twin: an unknown column, too many combinations.
        QVERIFY(
            deid::discoverQuasi(file, {}, {"age", "shoe"}, {}, {}).error().is(errors::kRiskColumnMissing));
        deid::QuasiDiscoveryOptions none;
        none.mostColumns = 0;
        QVERIFY(deid::discoverQuasi(file, {}, {}, none, {}).error().is(errors::kBadOption));
    }

    /// Adult: the figures of the whole combination are those of issue 5.
    void knowsAdult() {
        if (test::adultFolder().empty())
            QSKIP("../shared is absent");
        deid::QuasiDiscoveryOptions options;
        options.mostColumns = 9;
        const auto found = deid::discoverQuasi(test::adultFolder() / "adult.csv", {}, {}, options, {});
        QVERIFY(found.ok());
        QCOMPARE(found->combinations.size(), std::size_t{511});
        QCOMPARE(found->combinations.back().distinct, std::uint64_t{19502});
        QCOMPARE(found->combinations.back().uniques, std::uint64_t{15512});
        QVERIFY(std::abs(found->combinations.back().distinction - 0.6465751607983555) < 1e-12);
    }
};

MANGROVE_TEST(AnalysisTest)
#include "analysis_test.moc"
