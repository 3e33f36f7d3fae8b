// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/number.h"
#include "core/deid/adult_data.h"
#include "deid/apply.h"
#include "deid/apply_json.h"
#include "deid/binning.h"
#include "deid/micro_aggregation.h"
#include "deid/ordered_output.h"
#include "deid/preview.h"
#include "io/record_reader.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <thread>

using namespace mangrove;

namespace {

deid::Keys releaseKeys(std::uint8_t seed) {
    const Bytes key(32, seed);
    return {crypto::SecretBytes::copyOf(key), crypto::SecretBytes::copyOf(key)};
}

Result<deid::ApplyReport> runRelease(const std::filesystem::path& input, const std::string& recipe,
                                     const std::filesystem::path& output, unsigned threads = 1,
                                     const deid::TextFinder* finder = nullptr) {
    MANGROVE_ASSIGN(const deid::Recipe parsed, deid::parseRecipe(recipe));
    deid::ApplyOptions options;
    options.threads = threads;
    options.textFinder = finder;
    return deid::applyRecipe(input, {}, parsed, releaseKeys(1), output, options, {});
}

std::string transformed(const std::string& column, const std::string& transform,
                        const char* role = "insensitive", const char* more = "") {
    return "{\"column\":\"" + column + "\",\"role\":\"" + role + "\"," + more + "\"transform\":" + transform
           + "}";
}

std::string recipeWith(const std::string& attributes, const std::string& more = "") {
    return "{\"recipe\":1,\"attributes\":[" + attributes + "]" + more + "}";
}

/// Finds "Name" words and dates in a fixed form.
class PlainFinder final : public deid::TextFinder {
public:
    std::vector<deid::TextFinding> find(std::string_view text) const override {
        std::vector<deid::TextFinding> findings;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (text.substr(at, 2) == "N:") {
                const std::size_t end = std::min(text.find(' ', at), text.size());
                findings.push_back({at + 2, end, "person-name"});
                at = end;
            } else if (text.substr(at, 2) == "20" && text.size() >= at + 10 && text[at + 4] == '-') {
                findings.push_back({at, at + 10, "date"});
                at += 10;
            }
        }
        return findings;
    }
    std::string nameOf(std::string_view kind, deid::TagLanguage language) const override {
        if (language == deid::TagLanguage::English)
            return std::string(kind);
        return kind == "date" ? "日期" : "姓名";
    }
};

} // namespace

class ReleaseTest : public QObject {
    Q_OBJECT

private slots:
    /// A file of many blocks gives the same bytes and the same report with any number of threads.
    void threadsChangeNothing() {
        test::TempDir folder;
        std::string csv = "pid,age,sex,in,note,fee\n";
        for (int i = 0; i < 120'000; ++i)
            csv += "p" + std::to_string(i % 5000) + "," + std::to_string(20 + i * 7 % 60) + ","
                   + (i % 2 == 0 ? "M" : "F") + ",2024-0" + std::to_string(1 + i % 9) + "-11,\"a, \"\"b\"\"\n"
                   + std::to_string(i % 3) + "\"," + std::to_string(i % 977) + ".50\n";
        const auto input = folder.write("in.csv", csv);
        QVERIFY(csv.size() > 4U << 20U);
        const std::string recipe = recipeWith(
            transformed("pid", R"({"type":"pseudonym"})", "direct")
                + R"(,{"column":"age","role":"quasi","hierarchy":"builtin:age-5y"},{"column":"sex","role":"quasi"},)"
                + transformed("in", R"({"type":"date-shift","person":"pid","days":30})") + ","
                + transformed("fee", R"({"type":"bin","width":100})")
                + R"(,{"column":"note","role":"sensitive"})",
            R"(,"models":[{"type":"k-anonymity","k":5}],"suppressionLimit":0.1)");
        const auto one = runRelease(input, recipe, folder / "1.csv", 1);
        QVERIFY2(one.ok(), one.ok() ? "" : one.error().message().c_str());
        for (const unsigned threads : {2U, 3U, 7U}) {
            const auto name = std::to_string(threads) + ".csv";
            const auto many = runRelease(input, recipe, folder / name, threads);
            QVERIFY(many.ok());
            QVERIFY(test::readAll(folder / name) == test::readAll(folder / "1.csv"));
            QCOMPARE(deid::toJson(*many), deid::toJson(*one));
        }
        QCOMPARE(one->columns[0].transform, std::string("pseudonym"));
        QVERIFY(!one->columns[0].effect.empty());
        // The range of the shift is a secret of the organisation.
        QCOMPARE(one->columns[3].parameters, std::string(R"({"type":"date-shift","person":"pid"})"));
        QVERIFY(deid::toJson(*one).find("\"days\"") == std::string::npos);
    }

    void piecesComeInOrder() {
        test::TempDir folder;
        auto writer = io::CsvWriter::create(folder / "out.csv", {});
        QVERIFY(writer.ok());
        deid::OrderedOutput output(*writer, 3);
        {
            std::vector<std::jthread> threads;
            for (std::uint64_t t = 0; t < 4; ++t) {
                threads.emplace_back([&output, t] {
                    std::string text;
                    for (std::uint64_t i = t; i < 400; i += 4) {
                        text = std::to_string(i) + "\n";
                        if (!output.put(i, text, 1).ok() || !text.empty())
                            std::abort();
                    }
                });
            }
        }
        QCOMPARE(writer->rowsWritten(), std::uint64_t{400});
        QVERIFY(writer->commit().ok());
        std::string wanted;
        for (int i = 0; i < 400; ++i)
            wanted += std::to_string(i) + "\n";
        QVERIFY(test::readAll(folder / "out.csv") == wanted);
    }

    void binsByQuantiles() {
        std::vector<deid::WeightedNumber> numbers{{3, 1}, {1, 1}, {2, 1}, {4, 1}};
        QCOMPARE(deid::quantileEdgesOf(numbers, 4), (std::vector<double>{2, 3, 4}));
        QCOMPARE(deid::quantileEdgesOf(numbers, 2), (std::vector<double>{3}));
        numbers = {{1, 97}, {2, 1}, {3, 2}};
        QCOMPARE(deid::quantileEdgesOf(numbers, 4), (std::vector<double>{2}));
        numbers = {{5, 10}};
        QVERIFY(deid::quantileEdgesOf(numbers, 4).empty());

        test::TempDir folder;
        std::string csv = "fee,x\n";
        for (int i = 0; i < 1000; ++i)
            csv += std::to_string(i * 37 % 1000) + ",1\n";
        csv += ",1\n";
        const auto input = folder.write("in.csv", csv);
        const auto report =
            runRelease(input,
                       recipeWith(transformed("fee", R"({"type":"bin","quantiles":4})", "quasi")
                                  + R"(,{"column":"x","role":"insensitive"})"),
                       folder / "out.csv");
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
        std::map<std::string, int> counts;
        for (const auto& row : test::readPlainCsv(folder / "out.csv"))
            ++counts[row[0]];
        QCOMPARE(counts["<250"], 250);
        QCOMPARE(counts["[250..500)"], 250);
        QCOMPARE(counts[">=750"], 250);
        QCOMPARE(counts[""], 1);
        QCOMPARE(report->after.classes, std::uint64_t{5});
        // a word among the numbers stops the run with counts
        const auto bad = folder.write("bad.csv", csv + "many,1\n");
        const auto refused = runRelease(
            bad, recipeWith(transformed("fee", R"({"type":"bin","quantiles":4})")), folder / "b.csv");
        QVERIFY(!refused.ok() && refused.error().is(errors::kCellsUnreadable));
        QCOMPARE(refused.error().args()[1], std::string("1"));
        QCOMPARE(refused.error().args()[2], std::string("1003"));
        const auto lenient = runRelease(bad,
                                        recipeWith(transformed("fee", R"({"type":"bin","quantiles":4})",
                                                               "insensitive", R"("unmatched":"suppress",)")
                                                   + R"(,{"column":"x","role":"insensitive"})"),
                                        folder / "b.csv");
        QVERIFY(lenient.ok());
        QCOMPARE(lenient->columns[0].unmatchedCells, std::uint64_t{1});
    }

    /// The groups against all partitions of a few values into runs, and against what MDAV promises.
    void microAggregatesOptimally() {
        SeededRandom random(5);
        for (int round = 0; round < 60; ++round) {
            const std::size_t n = 6 + random.below(6);
            std::vector<double> values;
            for (std::size_t i = 0; i < n; ++i)
                values.push_back(static_cast<double>(random.below(30)));
            const std::uint32_t k = 2 + static_cast<std::uint32_t>(random.below(2));
            const auto groupOf = deid::microAggregate(std::vector<std::vector<double>>{values}, k, {});
            std::map<std::uint32_t, std::vector<double>> groups;
            for (std::size_t i = 0; i < n; ++i)
                groups[(*groupOf)[i]].push_back(values[i]);
            const auto spread = [](const std::vector<double>& group) {
                const double mean =
                    std::accumulate(group.begin(), group.end(), 0.0) / static_cast<double>(group.size());
                double sum = 0;
                for (const double value : group)
                    sum += (value - mean) * (value - mean);
                return sum;
            };
            double found = 0;
            for (const auto& [number, group] : groups) {
                QVERIFY(group.size() >= k);
                found += spread(group);
            }
            std::sort(values.begin(), values.end());
            double best = 1e300;
            for (std::uint32_t cuts = 0; cuts < 1U << (n - 1); ++cuts) {
                double sum = 0;
                std::vector<double> run;
                bool valid = true;
                for (std::size_t i = 0; i < n; ++i) {
                    run.push_back(values[i]);
                    if (i + 1 == n || ((cuts >> i) & 1U) != 0) {
                        valid = valid && run.size() >= k;
                        sum += spread(run);
                        run.clear();
                    }
                }
                if (valid)
                    best = std::min(best, sum);
            }
            QVERIFY(std::abs(found - best) < 1e-9);
        }
        std::vector<std::vector<double>> columns(3);
        for (int i = 0; i < 10'001; ++i)
            for (auto& column : columns)
                column.push_back(random.unit());
        const auto groupOf = deid::microAggregate(columns, 5, {});
        std::map<std::uint32_t, std::size_t> sizes;
        for (const std::uint32_t group : *groupOf)
            ++sizes[group];
        for (const auto& [group, size] : sizes)
            QVERIFY(size >= 5 && size < 10);
        QVERIFY(*deid::microAggregate(columns, 5, {}) == *groupOf);
    }

    void microAggregationIsKAnonymous() {
        test::TempDir folder;
        std::string csv = "age,weight,sex\n";
        SeededRandom random(9);
        double ageSum = 0;
        for (int i = 0; i < 500; ++i) {
            const auto age = random.below(90);
            ageSum += static_cast<double>(age);
            csv += std::to_string(age) + ","
                   + (i % 50 == 0 ? "" : std::to_string(40 + random.below(60)) + ".5") + ",M\n";
        }
        csv += ",60.0,F\n"; // the only row of its pattern: emptied
        const auto input = folder.write("in.csv", csv);
        const std::string micro = R"({"type":"micro-aggregate","k":6,"group":"body"})";
        const std::string recipe =
            recipeWith(transformed("age", micro, "quasi") + "," + transformed("weight", micro, "quasi")
                           + R"(,{"column":"sex","role":"insensitive"})",
                       R"(,"models":[{"type":"k-anonymity","k":6}],"suppressionLimit":0.002)");
        const auto report = runRelease(input, recipe, folder / "out.csv", 2);
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
        std::map<std::pair<std::string, std::string>, int> classes;
        double after = 0;
        const auto rows = test::readPlainCsv(folder / "out.csv");
        for (std::size_t i = 1; i < rows.size(); ++i) {
            ++classes[{rows[i][0], rows[i][1]}];
            after += *parseDouble(rows[i][0]);
        }
        QCOMPARE(rows.size(), std::size_t{501}); // the lonely row is suppressed
        for (const auto& [cells, size] : classes)
            QVERIFY(size >= 6);
        QCOMPARE(report->after.classes, std::uint64_t{classes.size()});
        QVERIFY(std::abs(after - ageSum) < 3); // means are rounded to two digits
        for (const char* average : {"median", "mode"}) {
            const auto values = runRelease(
                input,
                recipeWith(transformed("age", "{\"type\":\"micro-aggregate\",\"k\":6,\"average\":\""
                                                  + std::string(average) + "\"}")),
                folder / (std::string(average) + ".csv"));
            QVERIFY(values.ok());
            for (const auto& row : test::readPlainCsv(folder / (std::string(average) + ".csv")))
                QVERIFY(row[0].find('.') == std::string::npos); // values that occur
        }
    }

    void permutesAndNothingElse() {
        test::TempDir folder;
        std::string csv = "id,a,b,c\n";
        for (int i = 0; i < 300; ++i)
            csv += std::to_string(i) + "," + std::to_string(i) + ","
                   + (i % 10 == 0 ? "" : "b" + std::to_string(i)) + ",c\n";
        const auto input = folder.write("in.csv", csv);
        const auto run = [&](const std::string& transform, const char* name) {
            const auto report =
                runRelease(input,
                           recipeWith(R"({"column":"id","role":"insensitive"},)" + transformed("a", transform)
                                      + "," + transformed("b", transform)),
                           folder / name);
            if (!report.ok())
                qFatal("%s", report.error().message().c_str());
            return test::readPlainCsv(folder / name);
        };
        const auto together = run(R"({"type":"permute","group":"ab"})", "1.csv");
        std::set<std::string> a;
        int moved = 0;
        for (std::size_t i = 1; i < together.size(); ++i) {
            QVERIFY(a.insert(together[i][1]).second);
            moved += together[i][0] != together[i][1] ? 1 : 0;
            QVERIFY(together[i][2].empty() || together[i][2] == "b" + together[i][1]); // still side by side
            QCOMPARE(together[i][2].empty(), std::stoi(together[i][0]) % 10 == 0); // missing stays missing
        }
        QCOMPARE(a.size(), std::size_t{300});
        QVERIFY(moved > 290);
        const auto apart = run(R"({"type":"permute"})", "2.csv");
        int beside = 0;
        for (std::size_t i = 1; i < apart.size(); ++i)
            beside += apart[i][2] == "b" + apart[i][1] ? 1 : 0;
        QVERIFY(beside < 10);
        QVERIFY(run(R"({"type":"permute"})", "3.csv") == apart);
    }

    void samplesByPerson() {
        test::TempDir folder;
        std::string visits = "pid,age\n", bills = "patient,fee\n";
        for (int i = 0; i < 4000; ++i) {
            visits += "p" + std::to_string(i / 2) + "," + std::to_string(i % 5) + "\n";
            bills += "p" + std::to_string(i % 2000) + ",1\n";
        }
        const auto recipe = [](const char* column) {
            return recipeWith("{\"column\":\"" + std::string(column) + "\",\"role\":\"insensitive\"}",
                              ",\"sample\":{\"share\":0.25,\"person\":\"" + std::string(column)
                                  + "\",\"domain\":\"patient\"}");
        };
        const auto v = runRelease(folder.write("v.csv", visits), recipe("pid"), folder / "v.out", 2);
        const auto b = runRelease(folder.write("b.csv", bills), recipe("patient"), folder / "b.out", 2);
        QVERIFY2(v.ok() && b.ok(), v.ok() ? "" : v.error().message().c_str());
        std::map<std::string, int> persons, others;
        for (const auto& row : test::readPlainCsv(folder / "v.out"))
            ++persons[row[0]];
        for (const auto& row : test::readPlainCsv(folder / "b.out"))
            ++others[row[0]];
        persons.erase("pid");
        others.erase("patient");
        QVERIFY(persons.size() > 420 && persons.size() < 580);
        QVERIFY(persons == others); // both rows of each, and the same people
        QCOMPARE(v->rowsOut + v->rowsLeftOut, std::uint64_t{4000});
        QCOMPARE(v->rowsIn, std::uint64_t{4000});
        QCOMPARE(deid::applyReportFromJson(deid::toJson(*v))->rowsLeftOut, v->rowsLeftOut);
    }

    void emptiesRareCells() {
        test::TempDir folder;
        std::string csv = "drug,x\n";
        for (int i = 0; i < 40; ++i)
            csv += std::string(i < 30 ? "A" : i < 36 ? "B" : "rare" + std::to_string(i)) + ",1\n";
        const auto report =
            runRelease(folder.write("in.csv", csv),
                       recipeWith(transformed("drug", R"({"type":"suppress-cells","fewerThan":6})", "quasi")
                                      + R"(,{"column":"x","role":"insensitive"})",
                                  R"(,"models":[{"type":"k-anonymity","k":4}])"),
                       folder / "out.csv");
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
        std::map<std::string, int> counts;
        for (const auto& row : test::readPlainCsv(folder / "out.csv"))
            ++counts[row[0]];
        QCOMPARE(counts["A"], 30);
        QCOMPARE(counts["B"], 6);
        QCOMPARE(counts[""], 4);
    }

    void redactsText() {
        test::TempDir folder;
        const auto input =
            folder.write("in.csv", "pid,note\nA,N:Wang saw N:Li on 2024-03-01 and N:Wang left\n"
                                   "B,nothing here\n,N:Wang 2024-03-01\n");
        const PlainFinder plain;
        const deid::TextFinder& finder = plain;
        const auto run = [&](const std::string& transform, const char* name) {
            const auto report = runRelease(input, recipeWith(transformed("note", transform, "sensitive")),
                                           folder / name, 1, &finder);
            if (!report.ok())
                qFatal("%s", report.error().message().c_str());
            return test::readPlainCsv(folder / name);
        };
        const auto tags = run(R"({"type":"redact-text"})", "1.csv");
        QCOMPARE(tags[1][0], std::string("N:[姓名1] saw N:[姓名2] on [日期1] and N:[姓名1] left"));
        QCOMPARE(tags[2][0], std::string("nothing here"));
        QCOMPARE(run(R"({"type":"redact-text","language":"en"})", "2.csv")[3][0],
                 std::string("N:[person-name1] [date1]"));
        const auto surrogates = run(R"({"type":"redact-text","with":"surrogate"})", "3.csv");
        QVERIFY(surrogates[1][0].find("Wang") == std::string::npos);
        QVERIFY(surrogates[1][0].find("[日期1]") != std::string::npos);
        const auto shifted =
            run(R"({"type":"redact-text","with":"shift-dates","person":"pid","days":20})", "4.csv");
        QVERIFY(shifted[1][0].starts_with("N:[姓名1] saw N:[姓名2] on 2024-0"));
        QVERIFY(shifted[1][0].find("2024-03-01") == std::string::npos);
        QCOMPARE(shifted[3][0], std::string("N:[姓名1] [日期1]")); // nobody's dates become tags
        const auto refused =
            runRelease(input, recipeWith(transformed("note", R"({"type":"redact-text"})", "sensitive")),
                       folder / "5.csv");
        QVERIFY(!refused.ok() && refused.error().is(errors::kTextFinderMissing));
    }

    /// What a preview shows is what a run writes, for every transform.
    void previewsAreTheRun() {
        test::TempDir folder;
        std::string csv = "a,b,c,d,e,f,g\n";
        for (int i = 0; i < 60; ++i)
            csv += std::to_string(i % 20) + "," + std::to_string(i) + ".5,2024-05-"
                   + std::to_string(10 + i % 20) + ",name" + std::to_string(i % 7) + ",1381234"
                   + std::to_string(1000 + i) + "," + std::to_string(i % 9) + ",\n";
        const auto input = folder.write("in.csv", csv);
        const std::string recipe =
            recipeWith(transformed("a", R"({"type":"micro-aggregate","k":3})", "quasi") + ","
                       + transformed("b", R"({"type":"noise","scale":3,"min":0})") + ","
                       + transformed("c", R"({"type":"truncate-date","unit":"week"})", "quasi") + ","
                       + transformed("d", R"({"type":"surrogate","kind":"en-name"})", "direct") + ","
                       + transformed("e", R"({"type":"encrypt","keepFirst":3})", "direct") + ","
                       + transformed("f", R"({"type":"permute"})") + ","
                       + transformed("g", R"({"type":"round","to":5})"));
        const auto report = runRelease(input, recipe, folder / "out.csv", 2);
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
        const auto rows = test::readPlainCsv(folder / "out.csv");
        auto reader = io::RecordReader::open(input);
        const auto table = table::Table::read(**reader, {});
        const auto preview = deid::previewRecipe(*table, *deid::parseRecipe(recipe), releaseKeys(1), {}, {});
        QVERIFY(preview.ok());
        QCOMPARE(preview->rows.size(), std::size_t{60});
        for (std::size_t i = 0; i < 60; ++i)
            QVERIFY(preview->rows[i].after == rows[i + 1]);
        QCOMPARE(preview->after, report->after);
    }
};

MANGROVE_TEST(ReleaseTest)
#include "release_test.moc"
