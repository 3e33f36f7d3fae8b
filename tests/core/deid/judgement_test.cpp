// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "core/deid/adult_data.h"
#include "core/deid/random_case.h"
#include "core/deid/slow_release.h"
#include "deid/apply.h"
#include "deid/apply_json.h"
#include "deid/errors.h"
#include "deid/model_check.h"
#include "deid/preview.h"
#include "deid/search.h"
#include "io/record_reader.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"
#include "table/table.h"

#include <QtTest>
#include <cmath>
#include <map>
#include <set>

using namespace mangrove;

namespace {

bool agree(const std::optional<double>& a, const std::optional<double>& b) {
    if (!a || !b)
        return a.has_value() == b.has_value();
    return std::abs(*a - *b) <= 1e-9 * std::max({1.0, std::abs(*a), std::abs(*b)});
}

/// What differs between the report's verdict and the slow one; "" = nothing.
std::string differs(const deid::ModelCheck& check, const test::SlowFigure& slow) {
    std::string text;
    const auto add = [&](const char* what, double a, double b) { text += format("{} {} {}; ", what, a, b); };
    if (static_cast<double>(check.classes) != slow.classes)
        add("classes", static_cast<double>(check.classes), slow.classes);
    if (!agree(check.measured, slow.measured))
        add("measured", check.measured.value_or(-1), slow.measured.value_or(-1));
    if (!agree(check.measuredLeast, slow.measuredLeast))
        add("least", check.measuredLeast.value_or(-1), slow.measuredLeast.value_or(-1));
    if (check.holds != slow.holds)
        add("holds", check.holds, slow.holds);
    return text;
}

std::string attributesOf(const test::RandomCase& each) {
    std::string attributes;
    for (std::size_t a = 0; a < each.heights.size(); ++a)
        attributes += format(R"({{"column":"q{}","role":"quasi","hierarchy":"h{}.csv"}},)", a, a);
    return attributes + R"({"column":"secret","role":"sensitive","hierarchy":"secret.csv"})";
}

/// Releases random rows; returns them as the recipe says it.
std::string chooseSubset(test::RandomCase& each, SeededRandom& random) {
    std::string rows;
    for (std::size_t r = 0; r < each.table.rows.size(); ++r) {
        each.table.released.push_back(random.below(3) != 0);
        if (each.table.released.back())
            rows += (rows.empty() ? "" : ",") + std::to_string(r);
    }
    return R"(,"subset":{"rows":[)" + rows + "]}";
}

std::vector<unsigned> levelsOf(const deid::Levels& levels) {
    return {levels.begin(), levels.end()};
}

/// Adult with every third record as the research subset.
struct AdultSubset {
    test::SlowTable table;
    std::string recipe;
    std::uint64_t released = 0;

    AdultSubset(const test::AdultData& adult, const std::string& models) {
        table.hierarchies = adult.hierarchies;
        std::string rows;
        for (std::size_t r = 0; r < adult.rows.size(); ++r) {
            table.rows.push_back(adult.rows[r]);
            table.sensitive.emplace_back("-");
            table.released.push_back(r % 3 == 1);
            if (r % 3 != 1)
                continue;
            ++released;
            rows += (rows.empty() ? "" : ",") + std::to_string(r);
        }
        recipe = test::adultRecipe(1, "0.1", R"(,"subset":{"rows":[)" + rows + "]}");
        const std::string none = R"([{"type":"k-anonymity","k":1}])";
        recipe.replace(recipe.find(none), none.size(), models);
    }
};

Result<deid::ApplyReport> applyIn(const std::filesystem::path& input, const std::string& json,
                                  const std::filesystem::path& output,
                                  const std::filesystem::path& hierarchies, char delimiter = ',') {
    MANGROVE_ASSIGN(const deid::Recipe recipe, deid::parseRecipe(json));
    deid::ApplyOptions options;
    options.hierarchyFolder = hierarchies;
    options.threads = 2;
    options.ifExists = OutputFile::IfExists::Replace;
    io::ReadOptions read;
    read.delimiter = delimiter;
    return deid::applyRecipe(input, read, recipe, deid::standInKeys(), output, options, {});
}

} // namespace

class JudgementTest : public QObject {
    Q_OBJECT

private slots:
    /// Random tables, hierarchies, subsets and models of every kind: what the report says of each model is
    /// what slow code finds in the written file and, for k-map and delta-presence, in the table beside it.
    void everyFigureIsThatOfTheWrittenFile() {
        SeededRandom random(20261125);
        std::map<std::string, int> seen;
        int released = 0;
        const bool all = std::getenv("MANGROVE_EXHAUSTIVE") != nullptr;
        for (int round = 0; round < (all ? 4000 : 200); ++round) {
            const bool sets = random.below(5) == 0;
            const bool subset = random.below(3) == 0;
            test::RandomCase each(random, sets);
            test::TempDir folder;
            const std::string rest = subset ? chooseSubset(each, random) : "";
            each.write(folder);
            std::vector<test::SlowModel> models;
            std::string modelsJson;
            for (std::size_t i = 0; i < 1 + random.below(3); ++i) {
                const auto [json, model] = test::randomModel(random, sets, subset);
                models.push_back(model);
                modelsJson += (i == 0 ? "" : ",") + json;
            }
            const std::string json =
                format(R"({{"recipe":1,"attributes":[{}],"models":[{}],"suppressionLimit":{}{}}})",
                       attributesOf(each), modelsJson, random.below(2) == 0 ? 0.3 : 1.0, rest);
            const auto report = applyIn(folder / "in.csv", json, folder / "out.csv", folder.path());
            if (!report.ok()) {
                QVERIFY2(report.error().is(errors::kNoValidNode)
                             || report.error().is(errors::kEverythingSuppressed),
                         (json + report.error().message()).c_str());
                QVERIFY(!std::filesystem::exists(folder / "out.csv"));
                continue;
            }
            ++released;
            QCOMPARE(report->models.size(), models.size());
            const test::SlowRelease release(each.table, levelsOf(report->levels), folder / "out.csv");
            for (std::size_t i = 0; i < models.size(); ++i) {
                // The model's name and not its type, so that each variant is met.
                ++seen[models[i].type + " " + models[i].variant];
                const std::string difference =
                    differs(report->models[i], test::judgeSlowly(release, models[i]));
                QVERIFY2(difference.empty(), (json + " " + models[i].type + ": " + difference).c_str());
                QVERIFY(report->models[i].holds);
            }
            std::uint64_t rows = 0;
            for (const auto& entry : release.classes)
                rows += entry.second.size();
            QCOMPARE(report->rowsOut, rows);
            QCOMPARE(report->rowsIn, std::uint64_t{each.table.rows.size()});
            QCOMPARE(report->rowsOut + report->rowsSuppressed + report->rowsOnlyPopulation, report->rowsIn);
            QCOMPARE(report->rowsOnlyPopulation > 0, subset);
            QCOMPARE(deid::toJson(*deid::applyReportFromJson(deid::toJson(*report))), deid::toJson(*report));
        }
        QVERIFY(released > 60);
        QCOMPARE(seen.size(), std::size_t{18});
        for (const auto& [name, times] : seen)
            QVERIFY2(times >= 3, name.c_str());
    }

    /// The same of classes that break the models, which no release has: random classes, counted by hand.
    void whatIsBrokenIsMeasuredToo() {
        SeededRandom random(77);
        int broken = 0, rounds = 0;
        for (int round = 0; round < 300; ++round) {
            const bool sets = random.below(4) == 0;
            const test::RandomCase each(random, sets);
            test::TempDir folder;
            each.write(folder);
            deid::SensitiveCounts counts;
            deid::WrittenClasses written;
            test::SlowRelease slow;
            slow.table = &each.table;
            const std::size_t classes = 1 + random.below(5);
            for (std::size_t row = 0; row < each.table.sensitive.size(); ++row) {
                const std::string& cell = each.table.sensitive[row];
                // Class 0 is suppressed.
                const std::size_t c = row < classes ? row + 1 : random.below(classes + 1);
                counts.add({cell, false}, static_cast<std::uint32_t>(c));
                slow.everyone[cell] += 1;
                ++written.records;
                if (c > 0)
                    slow.classes[{"c" + std::to_string(c)}].push_back(cell);
            }
            for (const auto& [labels, cells] : slow.classes) {
                written.sizes.push_back(cells.size());
                written.isTop.push_back(false);
                written.populations.push_back(cells.size() + random.below(9));
                slow.population[labels] = static_cast<double>(written.populations.back());
            }
            const auto hierarchy = deid::Hierarchy::open("secret.csv", folder.path());
            QVERIFY(hierarchy.ok());
            written.sensitive.push_back({"secret", *hierarchy, &counts});
            const auto [json, model] = test::randomModel(random, sets, true);
            const auto recipe = deid::parseRecipe(
                R"({"recipe":1,"attributes":[{"column":"q0","role":"quasi"},{"column":"secret",
                "role":"sensitive","hierarchy":"secret.csv"}],"subset":{"rows":[0]},"models":[)"
                + json + "]}");
            QVERIFY2(recipe.ok(), json.c_str());
            const auto checks = deid::checkWritten(*recipe, written, {});
            QVERIFY2(checks.ok(), checks.ok() ? "" : checks.error().message().c_str());
            const test::SlowFigure figure = test::judgeSlowly(slow, model);
            const std::string difference = differs(checks->front(), figure);
            QVERIFY2(difference.empty(), (json + ": " + difference).c_str());
            const bool overall = model.type == "average-risk" || model.type == "sample-uniqueness";
            QVERIFY(overall || static_cast<double>(checks->front().broken) == figure.broken);
            broken += checks->front().holds ? 0 : 1;
            ++rounds;
        }
        QVERIFY(broken > rounds / 4 && broken < rounds);
    }

    /// The verdict of GB/T 42460, of two ways of sharing at once.
    void gbt42460IsJudgedForEachSharing() {
        test::TempDir folder;
        std::string csv = "age,secret\n";
        for (int i = 0; i < 300; ++i)
            csv += std::to_string(20 + i % 10) + ",a\n";
        const auto input = folder.write("in.csv", csv);
        const std::string json =
            R"({"recipe":1,"attributes":[{"column":"age","role":"quasi"},{"column":"secret","role":"insensitive"}],
            "models":[{"type":"gbt-42460","sharing":"public"},{"type":"gbt-42460","sharing":"enclave",
            "context":{"deliberate":0.25,"inadvertent":0.5,"breach":0.1}}]})";
        const auto report = applyIn(input, json, folder / "out.csv", {});
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
        QCOMPARE(*report->models[0].measured, 1.0 / 30);
        QCOMPARE(*report->models[1].measured, 0.5 / 30);
        QCOMPARE(*report->models[1].limit, 0.05);
    }

    /// Adult as a population of which a third is released: k-map and delta-presence hold in the file, and the
    /// twin, a file with one record less, is told apart.
    void aThirdOfAdultIsReleased() {
        const test::AdultData adult = test::readAdult(3);
        if (adult.rows.empty())
            QSKIP("../shared is absent");
        test::TempDir folder;
        std::string csv;
        for (std::size_t c = 0; c < adult.columns.size(); ++c)
            csv += (c == 0 ? "" : ",") + adult.columns[c];
        csv += "\n";
        for (const auto& row : adult.rows) {
            for (std::size_t c = 0; c < row.size(); ++c)
                csv += (c == 0 ? "" : ",") + row[c];
            csv += "\n";
        }
        const auto input = folder.write("in.csv", csv);
        AdultSubset each(adult, R"([{"type":"k-map","k":10},{"type":"k-anonymity","k":2},)"
                                R"({"type":"delta-presence","min":0.05,"max":0.6}])");
        const auto report = applyIn(input, each.recipe, folder / "out.csv", test::adultFolder());
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
        QCOMPARE(report->rowsOut + report->rowsSuppressed, each.released);
        QCOMPARE(report->rowsOnlyPopulation, report->rowsIn - each.released);
        QCOMPARE(report->before.records, each.released);

        // Adult's file has no sensitive column: a last one without meaning stands for it.
        const auto withSecret = [&](std::size_t leaveOut) {
            const auto lines = test::readPlainCsv(folder / "out.csv");
            std::string text;
            for (std::size_t i = 0; i < lines.size(); ++i) {
                for (std::size_t c = 0; i != leaveOut && c < lines[i].size(); ++c)
                    text += lines[i][c] + ",";
                text += i == leaveOut ? "" : "-\n";
            }
            return folder.write("checked.csv", text);
        };
        std::vector<test::SlowModel> models(3);
        models[0].type = "k-map";
        models[0].k = 10;
        models[1].type = "k-anonymity";
        models[1].k = 2;
        models[2].type = "delta-presence";
        models[2].min = 0.05;
        models[2].max = 0.6;
        const test::SlowRelease whole(each.table, levelsOf(report->levels), withSecret(0 - std::size_t{1}));
        for (std::size_t i = 0; i < models.size(); ++i)
            QCOMPARE(differs(report->models[i], test::judgeSlowly(whole, models[i])), std::string());
        QVERIFY(*report->models[0].measured >= 10);

        double people = 0, expected = 0, fewest = 1e9;
        for (const auto& [labels, cells] : whole.classes) {
            const double of = whole.population.at(labels);
            people += of;
            expected += static_cast<double>(cells.size()) / of;
            fewest = std::min(fewest, of);
        }
        const auto& population = report->after.population;
        QVERIFY(population && population->journalist && population->marketer);
        QCOMPARE(population->records, std::uint64_t{adult.rows.size()});
        QCOMPARE(static_cast<double>(population->fittingRecords), people);
        QVERIFY(agree(population->journalist->highest, 1 / fewest));
        QVERIFY(agree(population->marketer->expected, expected));

        // The twin: a record of the smallest class is missing.
        const auto lines = test::readPlainCsv(folder / "out.csv");
        std::size_t victim = 0;
        std::size_t least = lines.size();
        for (std::size_t i = 1; i < lines.size(); ++i) {
            const std::size_t size = whole.classes.at(lines[i]).size();
            if (size < least) {
                least = size;
                victim = i;
            }
        }
        const test::SlowRelease less(each.table, levelsOf(report->levels), withSecret(victim));
        QVERIFY(!differs(report->models[1], test::judgeSlowly(less, models[1])).empty());

        // What the population cannot give is refused, and no file appears.
        AdultSubset harsh(adult, R"([{"type":"k-map","k":4000000}])");
        const auto refused = applyIn(input, harsh.recipe, folder / "none.csv", test::adultFolder());
        QVERIFY(!refused.ok() && refused.error().is(errors::kNoValidNode));
        QVERIFY(!std::filesystem::exists(folder / "none.csv"));
    }

    /// A subset from a file beside the recipe; numbers beyond the table are refused, by search as well; a
    /// recipient is not told which rows they are.
    void subsetsComeFromFilesAndMustFit() {
        test::TempDir folder;
        std::string csv = "age,name\n";
        for (int i = 0; i < 40; ++i)
            csv += std::to_string(20 + i % 4) + ",n" + std::to_string(i) + "\n";
        const auto input = folder.write("in.csv", csv);
        const std::string json =
            R"({"recipe":1,"attributes":[{"column":"age","role":"quasi"},{"column":"name","role":"insensitive"}],
            "models":[{"type":"k-map","k":10}],"subset":{"file":"rows.txt"}})";
        folder.write("rows.txt", "3\n\n7\n 12 \n7\n");
        const auto report = applyIn(input, json, folder / "out.csv", folder.path());
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
        QCOMPARE(test::readAll(folder / "out.csv"), std::string("age,name\n23,n3\n23,n7\n20,n12\n"));
        QCOMPARE(report->rowsOnlyPopulation, std::uint64_t{37});
        QCOMPARE(report->before.records, std::uint64_t{3});
        QCOMPARE(*report->models[0].measured, 10.0);
        QCOMPARE(report->after.population->records, std::uint64_t{40});

        folder.write("rows.txt", "3\n40\n");
        const auto beyond = applyIn(input, json, folder / "beyond.csv", folder.path());
        QVERIFY(!beyond.ok() && beyond.error().is(errors::kSubsetBeyond));
        QVERIFY(!std::filesystem::exists(folder / "beyond.csv"));
        deid::SearchOptions options;
        options.hierarchyFolder = folder.path();
        const auto searched = deid::searchRecipe(input, {}, *deid::parseRecipe(json), options, {});
        QVERIFY(!searched.ok() && searched.error().is(errors::kSubsetBeyond));

        const auto listed = deid::parseRecipe(
            R"({"recipe":1,"attributes":[{"column":"age","role":"quasi"}],"models":[{"type":"k-map","k":2}],
            "subset":{"rows":[1717,1718]}})");
        QVERIFY(listed.ok());
        QVERIFY(deid::toJson(*listed, deid::Disclosure::Full).find("1717") != std::string::npos);
        const std::string told = deid::toJson(*listed, deid::Disclosure::ForRecipient);
        QVERIFY(told.find("1717") == std::string::npos
                && told.find(R"("subset":{"records":2})") != std::string::npos);
    }

    /// What looks at the whole column looks at the released rows: nobody else's value gets into the file.
    void othersValuesStayOutOfTheFile() {
        test::TempDir folder;
        std::string csv = "age,paid,note\n";
        std::string rows;
        for (int i = 0; i < 60; ++i) {
            const bool released = i % 2 == 0;
            csv += std::to_string(20 + i % 3) + "," + (released ? "1" : "9") + std::to_string(i)
                   + (released ? ",in" : ",out") + std::to_string(i) + "\n";
            if (released)
                rows += (rows.empty() ? "" : ",") + std::to_string(i);
        }
        const auto input = folder.write("in.csv", csv);
        const auto report = applyIn(input,
                                    R"({"recipe":1,"attributes":[{"column":"age","role":"quasi"},
            {"column":"paid","role":"insensitive","transform":{"type":"micro-aggregate","k":3}},
            {"column":"note","role":"insensitive","transform":{"type":"permute"}}],
            "models":[{"type":"k-map","k":20}],"subset":{"rows":[)"
                                        + rows + "]}}",
                                    folder / "out.csv", folder.path());
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
        const auto lines = test::readPlainCsv(folder / "out.csv");
        QCOMPARE(lines.size(), std::size_t{31});
        std::set<std::string> notes;
        for (std::size_t i = 1; i < lines.size(); ++i) {
            QVERIFY2(std::stod(lines[i][1]) < 200, lines[i][1].c_str());
            QVERIFY2(lines[i][2].rfind("in", 0) == 0, lines[i][2].c_str());
            notes.insert(lines[i][2]);
        }
        QCOMPARE(notes.size(), std::size_t{30});
    }

    /// A preview shows the subset's rows and judges every model, by the same figures as the release.
    void previewsJudgeAsReleasesDo() {
        SeededRandom random(5);
        int valid = 0, invalid = 0;
        for (int round = 0; round < 40; ++round) {
            const bool subset = round % 2 == 0;
            test::RandomCase each(random, false);
            test::TempDir folder;
            const std::string rest = subset ? chooseSubset(each, random) : "";
            each.write(folder);
            const std::string json = format(
                R"({{"recipe":1,"attributes":[{}],"models":[{},{{"type":"l-diversity","variant":"distinct","l":{},"column":"secret"}}],"suppressionLimit":0.4{}}})",
                attributesOf(each), subset ? R"({"type":"k-map","k":3})" : R"({"type":"k-anonymity","k":3})",
                2 + random.below(4), rest);
            const auto recipe = deid::parseRecipe(json);
            QVERIFY2(recipe.ok(), json.c_str());
            const auto reader = io::RecordReader::open(folder / "in.csv", {}, {});
            QVERIFY(reader.ok());
            const auto table = table::Table::read(**reader, {});
            QVERIFY(table.ok());
            deid::PreviewOptions options;
            options.hierarchyFolder = folder.path();
            const auto preview = deid::previewRecipe(*table, *recipe, {}, options, {});
            QVERIFY2(preview.ok(), preview.ok() ? "" : preview.error().message().c_str());
            const auto report = applyIn(folder / "in.csv", json, folder / "out.csv", folder.path());
            QCOMPARE(preview->valid, report.ok());
            QCOMPARE(preview->models.size(), std::size_t{2});
            std::uint64_t released = 0;
            for (std::size_t r = 0; r < each.table.rows.size(); ++r)
                released += each.table.released.empty() || each.table.released[r] ? 1 : 0;
            QCOMPARE(preview->rows.size(), released);
            for (const deid::PreviewRow& row : preview->rows)
                QVERIFY(each.table.released.empty() || each.table.released[row.row]);
            if (report.ok()) {
                ++valid;
                QVERIFY(preview->models == report->models);
                QVERIFY(preview->after == report->after);
                QVERIFY(preview->before == report->before);
            } else {
                ++invalid;
                QCOMPARE(preview->problem, report.error().code());
            }
        }
        QVERIFY(valid > 5 && invalid > 5);
    }
};

MANGROVE_TEST(JudgementTest)
#include "judgement_test.moc"
