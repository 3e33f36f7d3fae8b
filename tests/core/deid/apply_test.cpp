// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "core/deid/adult_data.h"
#include "crypto/sha256.h"
#include "deid/apply.h"
#include "deid/apply_json.h"
#include "deid/cell_date.h"
#include "deid/preview.h"
#include "deid/pseudonym.h"
#include "io/record_reader.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <array>
#include <cmath>
#include <csignal>
#include <fstream>
#include <map>
#include <set>
#include <sys/resource.h>
#include <thread>

using namespace mangrove;

namespace {

deid::Keys keysOf(std::uint8_t seed) {
    const Bytes key(32, seed);
    return {crypto::SecretBytes::copyOf(key), crypto::SecretBytes::copyOf(key)};
}

Result<deid::ApplyReport> applyTo(const std::filesystem::path& input, const std::string& recipe,
                                  const std::filesystem::path& output, const deid::Keys& keys = keysOf(1),
                                  const std::filesystem::path& hierarchies = {}) {
    MANGROVE_ASSIGN(const deid::Recipe parsed, deid::parseRecipe(recipe));
    deid::ApplyOptions options;
    options.hierarchyFolder = hierarchies;
    return deid::applyRecipe(input, {}, parsed, keys, output, options, {});
}

/// Nothing but the files named is in the folder: no part files, no half-written output.
bool holdsOnly(const test::TempDir& folder, const std::set<std::string>& names) {
    std::set<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        found.insert(entry.path().filename().string());
    return found == names;
}

const char* const kVisitsRecipe = R"({"recipe":1,"attributes":[
  {"column":"pid","role":"direct","transform":{"type":"pseudonym","domain":"patient"}},
  {"column":"in","role":"insensitive","transform":{"type":"date-shift","person":"pid","domain":"patient","days":100}},
  {"column":"out","role":"insensitive","transform":{"type":"date-shift","person":"pid","domain":"patient","days":100}}]})";
const char* const kBillsRecipe = R"({"recipe":1,"attributes":[
  {"column":"patient","role":"direct","transform":{"type":"pseudonym","domain":"patient"}},
  {"column":"paid","role":"insensitive","transform":{"type":"date-shift","person":"patient","domain":"patient","days":100}}]})";

std::int32_t dayOf(const std::string& text) {
    return deid::parseCellDate(text)->day;
}

} // namespace

class ApplyTest : public QObject {
    Q_OBJECT

private slots:
    /// Everything the report claims is counted again from the written file by code that shares nothing with
    /// it.
    void writesWhatTheReportSays_data() {
        QTest::addColumn<QString>("limit");
        QTest::addColumn<bool>("blank");
        QTest::addColumn<quint64>("suppressed");
        QTest::newRow("0 %") << "0" << false << quint64{0};
        QTest::newRow("5 %") << "0.05" << false << quint64{1346};
        QTest::newRow("5 %, blank") << "0.05" << true << quint64{1346};
        QTest::newRow("100 %") << "1" << false << quint64{2553};
    }
    void writesWhatTheReportSays() {
        if (test::adultFolder().empty())
            QSKIP("../shared is absent");
        QFETCH(QString, limit);
        QFETCH(bool, blank);
        QFETCH(quint64, suppressed);
        test::TempDir folder;
        const std::string recipe =
            test::adultRecipe(5, limit.toStdString(), blank ? ",\"suppressedRecords\":\"blank\"" : "");
        const auto report = applyTo(test::adultFolder() / "adult.csv", recipe, folder / "out.csv", keysOf(1),
                                    test::adultFolder());
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());

        const auto rows = test::readPlainCsv(folder / "out.csv");
        QCOMPARE(rows.size() - 1, std::size_t{report->rowsOut});
        std::map<std::vector<std::string>, std::uint64_t> classes;
        std::uint64_t stars = 0;
        for (std::size_t i = 1; i < rows.size(); ++i) {
            if (rows[i] == std::vector<std::string>(9, "*"))
                ++stars;
            else
                ++classes[rows[i]];
        }
        std::uint64_t kept = 0, atRisk = 0, smallest = UINT64_MAX, largest = 0;
        double sum = 0;
        for (const auto& [cells, size] : classes) {
            kept += size;
            atRisk += 1.0 / static_cast<double>(size) > 0.2 ? size : 0;
            smallest = std::min(smallest, size);
            largest = std::max(largest, size);
            sum += 1.0 / static_cast<double>(size);
        }
        QCOMPARE(stars, blank ? std::uint64_t{suppressed} : 0);
        QCOMPARE(report->rowsIn, std::uint64_t{30162});
        QCOMPARE(report->rowsSuppressed, std::uint64_t{suppressed});
        QCOMPARE(report->rowsOut, std::uint64_t{30162} - (blank ? 0 : suppressed));
        QCOMPARE(report->after.records, kept);
        QCOMPARE(report->after.suppressed, std::uint64_t{suppressed});
        QCOMPARE(report->after.classes, std::uint64_t{classes.size()});
        QCOMPARE(report->after.smallestGroup, smallest);
        QCOMPARE(report->after.largestGroup, largest);
        QCOMPARE(report->after.prosecutor->highest, 1.0 / static_cast<double>(smallest));
        QCOMPARE(report->after.prosecutor->recordsAtRisk,
                 static_cast<double>(atRisk) / static_cast<double>(kept));
        QVERIFY(std::abs(report->after.gbt42460.rc - sum / static_cast<double>(classes.size())) < 1e-12);
        QVERIFY(smallest >= 5);
        QCOMPARE(report->before.uniques, std::uint64_t{15512});
        const std::string bytes = test::readAll(folder / "out.csv");
        QCOMPARE(report->outputSha256, toHex(crypto::sha256(bytes)));
        QCOMPARE(report->outputBytes, std::uint64_t{bytes.size()});
        QCOMPARE(report->inputSha256,
                 toHex(crypto::sha256(test::readAll(test::adultFolder() / "adult.csv"))));

        const auto again = deid::applyReportFromJson(deid::toJson(*report));
        QVERIFY(again.ok());
        QCOMPARE(again->after, report->after);
        QCOMPARE(again->columns, report->columns);
        QCOMPARE(deid::toJson(*again), deid::toJson(*report));
        // same input, same bytes
        QVERIFY(applyTo(test::adultFolder() / "adult.csv", recipe, folder / "twice.csv", keysOf(1),
                        test::adultFolder())
                    .ok());
        QCOMPARE(test::readAll(folder / "twice.csv"), bytes);
    }

    void linksTablesAndKeepsIntervals() {
        test::TempDir folder;
        const auto visits =
            folder.write("visits.csv", "pid,in,out\nA,2024-01-01,2024-01-09\nB,2024-02-01,2024-02-02\n"
                                       "A,2024-06-30 08:15,2024/7/4\n");
        const auto bills =
            folder.write("bills.csv", "patient,paid\nB,2024-02-03\nA,2024-01-10\nC,2024-03-01\n");
        QVERIFY(applyTo(visits, kVisitsRecipe, folder / "v.csv").ok());
        QVERIFY(applyTo(bills, kBillsRecipe, folder / "b.csv").ok());
        const auto v = test::readPlainCsv(folder / "v.csv");
        const auto b = test::readPlainCsv(folder / "b.csv");
        QCOMPARE(v[1][0], v[3][0]);
        QVERIFY(v[1][0] != v[2][0]);
        QCOMPARE(v[1][0], b[2][0]);
        QCOMPARE(v[2][0], b[1][0]);
        QCOMPARE(v[1][0].size(), std::size_t{18});
        QCOMPARE(v[1][0].substr(0, 2), std::string("P-"));
        const auto offsetA = dayOf(v[1][1]) - dayOf("2024-01-01");
        QVERIFY(offsetA != 0 && std::abs(offsetA) <= 100);
        QCOMPARE(dayOf(v[1][2]) - dayOf("2024-01-09"), offsetA);
        QCOMPARE(dayOf(v[3][1]) - dayOf("2024-06-30"), offsetA);
        QCOMPARE(v[3][1].substr(10), std::string(" 08:15"));
        QCOMPARE(dayOf(v[3][2]) - dayOf("2024-07-04"), offsetA);
        QCOMPARE(dayOf(b[2][1]) - dayOf("2024-01-10"), offsetA);
        QCOMPARE(dayOf(b[1][1]) - dayOf("2024-02-03"), dayOf(v[2][1]) - dayOf("2024-02-01"));
    }

    void separatesRecipientsKeysAndDomains() {
        test::TempDir folder;
        const auto input =
            folder.write("in.csv", "pid,in,out\nA,2024-01-01,2024-01-09\nB,2024-01-01,2024-01-02\n");
        const std::string recipe = kVisitsRecipe;
        const auto pseudonymOf = [&](const std::string& text, std::uint8_t key, const char* name) {
            const auto report = applyTo(input, text, folder / name, keysOf(key));
            return report.ok() ? test::readPlainCsv(folder / name)[1][0] : report.error().message();
        };
        std::string forOther = recipe;
        forOther.insert(1, "\"recipient\":\"B\",");
        std::string otherDomain = recipe;
        otherDomain.replace(otherDomain.find("patient"), 7, "visitor");
        const std::set<std::string> all{pseudonymOf(recipe, 1, "1.csv"), pseudonymOf(recipe, 2, "2.csv"),
                                        pseudonymOf(forOther, 1, "3.csv"),
                                        pseudonymOf(otherDomain, 1, "4.csv")};
        QCOMPARE(all.size(), std::size_t{4});
        QVERIFY(all.count(pseudonymOf(recipe, 1, "5.csv")) == 1);
    }

    void offsetsAreSpreadAndNeverZero() {
        const Bytes key(32, 9);
        const auto function = deid::KeyedFunction::make(crypto::SecretBytes::copyOf(key),
                                                        deid::KeyedFunction::Purpose::DateShift, "r", "d");
        QVERIFY(function.ok());
        std::map<std::int32_t, int> counts;
        for (int i = 0; i < 20'000; ++i)
            ++counts[function->offset("person " + std::to_string(i), 5)];
        QCOMPARE(counts.size(), std::size_t{10});
        for (const auto& [days, count] : counts) {
            QVERIFY(days != 0 && std::abs(days) <= 5);
            QVERIFY2(count > 1800 && count < 2200, QByteArray::number(count).constData());
        }
        const Bytes shortKey(15, 9);
        QVERIFY(!deid::KeyedFunction::make(crypto::SecretBytes::copyOf(shortKey),
                                           deid::KeyedFunction::Purpose::DateShift, "r", "d")
                     .ok());
    }

    void transformsEachColumnAsTold() {
        test::TempDir folder;
        const auto input = folder.write("in.csv", "name,phone,note,place,day,code,extra\n"
                                                  "王一,13812345678,text,460105,2024-05-31,?,x\n"
                                                  "王二,,\"a,b\",460106,2024-05-01,7,y\n");
        const auto report = applyTo(input, R"({"recipe":1,"attributes":[
            {"column":"name","role":"direct"},
            {"column":"phone","role":"direct","transform":{"type":"mask","keepFirst":3,"keepLast":4}},
            {"column":"note","role":"sensitive","transform":{"type":"suppress","mode":"empty"}},
            {"column":"place","role":"quasi","hierarchy":"builtin:cn-division","level":1},
            {"column":"day","role":"insensitive","hierarchy":"builtin:date","level":1},
            {"column":"code","role":"insensitive"}],"models":[{"type":"k-anonymity","k":2}]})",
                                    folder / "out.csv");
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
        QCOMPARE(QString::fromStdString(test::readAll(folder / "out.csv")),
                 QString::fromUtf8(
                     "phone,note,place,day,code\n138****5678,,4601**,2024-05,?\n,,4601**,2024-05,7\n"));
        QCOMPARE(report->columns.size(), std::size_t{7});
        QVERIFY(!report->columns[0].written && !report->columns[6].written);
        QCOMPARE(report->columns[6].role, std::string("unlisted"));
        QCOMPARE(report->columns[1].changedCells, std::uint64_t{1});
        QCOMPARE(report->columns[1].missingCells, std::uint64_t{1});
        QCOMPARE(report->columns[3].hierarchyVersion, std::string("2"));
        QCOMPARE(report->notes.size(), std::size_t{2}); // extra removed; one class
        QCOMPARE(report->before.gbt42460.level, 1);
        QCOMPARE(report->after.gbt42460.level, 2);
    }

    void showsMissingAndUnknownValues() {
        test::TempDir folder;
        std::string csv = "age,sex\n";
        for (int i = 0; i < 6; ++i)
            csv += "30,M\n31,M\n,M\nabout 40,M\n";
        const auto input = folder.write("in.csv", csv);
        const std::string strict =
            R"({"recipe":1,"attributes":[{"column":"age","role":"quasi","hierarchy":"builtin:age-5y","level":1},
            {"column":"sex","role":"quasi"}],"models":[{"type":"k-anonymity","k":6}]})";
        const auto refused = applyTo(input, strict, folder / "out.csv");
        QVERIFY(!refused.ok() && refused.error().is(errors::kHierarchyUnmatched));
        QCOMPARE(refused.error().args(), (std::vector<std::string>{"age", "1", "6", "5", "builtin:age-5y"}));
        std::string lenient = strict;
        lenient.insert(lenient.find("\"level\""), "\"unmatched\":\"suppress\",");
        const auto report = applyTo(input, lenient, folder / "out.csv");
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().message().c_str());
        QCOMPARE(report->columns[0].unmatchedCells, std::uint64_t{6});
        QCOMPARE(report->columns[0].firstUnmatchedLine, std::uint64_t{5});
        QCOMPARE(report->columns[0].missingCells, std::uint64_t{6});
        QCOMPARE(report->after.classes, std::uint64_t{3});
        const auto rows = test::readPlainCsv(folder / "out.csv");
        QCOMPARE(rows[1][0], std::string("30-34"));
        QCOMPARE(rows[3][0], std::string(""));
        QCOMPARE(rows[4][0], std::string("*"));
    }

    void refusesWithoutATrace_data() {
        QTest::addColumn<QString>("csv");
        QTest::addColumn<QString>("recipe");
        QTest::addColumn<QString>("code");
        const char* const shift = R"({"recipe":1,"attributes":[{"column":"d","role":"insensitive",
            "transform":{"type":"date-shift","person":"p","days":9}}],"unlistedColumns":"keep"})";
        QTest::newRow("bad date") << "p,d\n1,2024-01-01\n2,01/02/2024\n" << shift << "date-unreadable";
        QTest::newRow("no person") << "p,d\n1,2024-01-01\n,2024-01-02\n"
                                   << shift << "date-shift-person-missing";
        QTest::newRow("no such column") << "p,x\n1,2\n" << shift << "recipe-column-missing";
        QTest::newRow("unlisted")
            << "p,d\n1,2024-01-01\n"
            << R"({"recipe":1,"attributes":[{"column":"p","role":"quasi"}],"unlistedColumns":"error"})"
            << "recipe-invalid";
        QTest::newRow("level too high")
            << "p,d\n1,2024-01-01\n"
            << R"({"recipe":1,"attributes":[{"column":"d","role":"quasi","hierarchy":"builtin:date","level":7}]})"
            << "hierarchy-level";
        QTest::newRow("nothing left") << "p,d\n1,2\n"
                                      << R"({"recipe":1,"attributes":[{"column":"p","role":"direct"}]})"
                                      << "recipe-invalid";
        QTest::newRow("everything suppressed")
            << "p,d\n1,2\n3,4\n"
            << R"({"recipe":1,"attributes":[{"column":"p","role":"quasi"}],"models":[{"type":"k-anonymity","k":2}],"suppressionLimit":1})"
            << "deid-everything-suppressed";
        QTest::newRow("no solution")
            << "p,d\n1,2\n3,4\n"
            << R"({"recipe":1,"attributes":[{"column":"p","role":"quasi"}],"models":[{"type":"k-anonymity","k":2}]})"
            << "deid-no-solution";
        QTest::newRow("42460 with a direct identifier")
            << "p,d\n1,2\n1,4\n"
            << R"({"recipe":1,"attributes":[{"column":"d","role":"direct","transform":{"type":"keep"}},{"column":"p","role":"quasi"}],
                "models":[{"type":"gbt-42460","sharing":"enclave"}],"suppressionLimit":1})"
            << "deid-everything-suppressed";
    }
    void refusesWithoutATrace() {
        QFETCH(QString, csv);
        QFETCH(QString, recipe);
        QFETCH(QString, code);
        test::TempDir folder;
        const auto input = folder.write("in.csv", csv.toStdString());
        const auto report = applyTo(input, recipe.toStdString(), folder / "out.csv");
        QVERIFY(!report.ok());
        QCOMPARE(QString::fromStdString(std::string(report.error().code())), code);
        QVERIFY(holdsOnly(folder, {"in.csv"}));
    }

    void needsKeysOnlyWhereUsed() {
        test::TempDir folder;
        const auto input = folder.write("in.csv", "pid,in,out\nA,2024-01-01,2024-01-09\n");
        const auto refused = applyTo(input, kVisitsRecipe, folder / "out.csv", deid::Keys());
        QVERIFY(!refused.ok() && refused.error().is(errors::kKeyMissing));
        QVERIFY(applyTo(input, R"({"recipe":1,"attributes":[{"column":"in","role":"insensitive"}]})",
                        folder / "out.csv", deid::Keys())
                    .ok());
        const auto exists = applyTo(
            input, R"({"recipe":1,"attributes":[{"column":"in","role":"insensitive"}]})", folder / "out.csv");
        QVERIFY(!exists.ok() && exists.error().is(errors::kFileExists));
        const auto stdinInput = applyTo("-", kVisitsRecipe, folder / "o.csv");
        QVERIFY(!stdinInput.ok() && stdinInput.error().is(errors::kSourceNotRepeatable));
    }

    void keepsNothingOfACancelledRun() {
        test::TempDir folder;
        const auto input = folder.write("in.csv", "pid,in,out\nA,2024-01-01,2024-01-09\n");
        std::stop_source source;
        source.request_stop();
        RunContext context;
        context.stop = source.get_token();
        const auto recipe = deid::parseRecipe(kVisitsRecipe);
        const auto report = deid::applyRecipe(input, {}, *recipe, keysOf(1), folder / "out.csv", {}, context);
        QVERIFY(!report.ok() && report.error().is(errors::kCancelled));
        QVERIFY(holdsOnly(folder, {"in.csv"}));
    }

    /// A full disk, played by a limit on file sizes.
    void keepsNothingOnAFullDisk() {
        test::TempDir folder;
        std::string csv = "pid,in,out\n";
        for (int i = 0; i < 60'000; ++i)
            csv += "patient " + std::to_string(i) + ",2024-01-01,2024-01-09\n";
        const auto input = folder.write("in.csv", csv);
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{200'000, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
        const auto report = applyTo(input, kVisitsRecipe, folder / "out.csv");
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, oldHandler);
        QVERIFY(!report.ok());
        QCOMPARE(report.error().kind(), ErrorKind::Io);
        QVERIFY(holdsOnly(folder, {"in.csv"}));
        QVERIFY(applyTo(input, kVisitsRecipe, folder / "out.csv").ok());
    }

    void noticesAChangedSource() {
        test::TempDir folder;
        std::string csv = "pid,in,out\n";
        for (int i = 0; i < 200'000; ++i)
            csv += "patient " + std::to_string(i % 10) + ",2024-01-01,2024-01-09\n";
        const auto input = folder.write("in.csv", csv);
        // The second pass announces itself; at that moment one digit of the file changes.
        Progress progress;
        std::jthread meddler([&](std::stop_token stop) {
            while (!stop.stop_requested()) {
                if (std::string_view(progress.phase.load()) != "writing")
                    continue;
                std::fstream file(input, std::ios::in | std::ios::out | std::ios::binary);
                file.seekp(static_cast<std::streamoff>(csv.size() - 3));
                file.put('7');
                return;
            }
        });
        RunContext context;
        context.progress = &progress;
        const auto recipe = deid::parseRecipe(kVisitsRecipe);
        const auto report = deid::applyRecipe(input, {}, *recipe, keysOf(1), folder / "out.csv", {}, context);
        meddler.request_stop();
        meddler.join();
        QVERIFY(!report.ok());
        QVERIFY2(report.error().is(errors::kSourceChanged) || report.error().code() == "file-changed",
                 report.error().message().c_str());
        QVERIFY(holdsOnly(folder, {"in.csv"}));
    }

    void previewsWithoutWriting() {
        test::TempDir folder;
        std::string csv = "pid,age,sex,name\n";
        for (int i = 0; i < 40; ++i)
            csv += "p" + std::to_string(i) + "," + std::to_string(30 + i % 4) + ",M,王\n";
        csv += "px,88,F,李\n";
        const auto input = folder.write("in.csv", csv);
        auto reader = io::RecordReader::open(input);
        const auto table = table::Table::read(**reader, {});
        const auto recipe = deid::parseRecipe(R"({"recipe":1,"attributes":[
            {"column":"pid","role":"direct","transform":{"type":"pseudonym"}},
            {"column":"age","role":"quasi","hierarchy":"builtin:age-5y"},{"column":"sex","role":"quasi"},
            {"column":"name","role":"direct"}],"models":[{"type":"gbt-39725"}],"suppressionLimit":0.1})");
        deid::PreviewOptions options;
        options.rows = 10;
        const auto preview = deid::previewRecipe(*table, *recipe, {}, options, {});
        QVERIFY2(preview.ok(), preview.ok() ? "" : preview.error().message().c_str());
        QVERIFY(preview->valid);
        QCOMPARE(preview->rows.size(), std::size_t{10});
        QCOMPARE(preview->rowsSuppressed, std::uint64_t{1});
        QCOMPARE(preview->levels, (deid::Levels{0, 0}));
        QCOMPARE(preview->before.gbt42460.level, 1);
        QVERIFY(preview->after.gbt39725);
        QCOMPARE(preview->rows[0].before[3], std::string("王"));
        QCOMPARE(preview->rows[0].after[3], std::string(""));
        QCOMPARE(preview->rows[0].changed, (std::vector<bool>{true, false, false, true}));
        // its figures are those of the real run
        const auto report = applyTo(input, deid::toJson(*recipe), folder / "out.csv");
        QVERIFY(report.ok());
        QCOMPARE(preview->after, report->after);
        QCOMPARE(preview->before, report->before);
        // an unreachable model still shows something, and says so
        deid::Recipe harsh = *recipe;
        harsh.models[0].type = deid::ModelType::KAnonymity;
        harsh.models[0].k = 1000;
        const auto impossible = deid::previewRecipe(*table, harsh, {}, options, {});
        QVERIFY(impossible.ok() && !impossible->valid);
        QCOMPARE(impossible->problem, std::string("deid-no-solution"));
    }

    /// Columns that stay as they are may be copied as they stand in the file. A file with commas, where that
    /// is so, and one with semicolons, where it is not, give the same release.
    void keptColumnsAreCopiedFaithfully() {
        SeededRandom random(11);
        const std::vector<std::string> texts{"a",  "b c",       " edge", "edge\t", "",
                                             "NA", "say \"x\"", "两岁",  "x,y",    "x;y"};
        std::string commas = "k1,sex,k2,k3,note,k4\n";
        std::string semicolons = "k1;sex;k2;k3;note;k4\n";
        std::vector<std::uint64_t> missing(6);
        std::vector<std::array<std::string, 6>> values;
        for (int row = 0; row < 2000; ++row) {
            values.emplace_back();
            for (std::size_t c = 0; c < 6; ++c) {
                const std::string value = values.back()[c] =
                    c == 1 ? (row % 2 == 0 ? "f" : "m") : texts[random.below(texts.size())];
                missing[c] += value.empty() || value == "NA" ? 1 : 0;
                const bool special = value.find_first_of("\",;") != std::string::npos;
                std::string cell = value;
                if (special) {
                    cell = "\"";
                    for (const char letter : value)
                        cell += letter == '"' ? std::string("\"\"") : std::string(1, letter);
                    cell += '"';
                }
                commas += (c > 0 ? "," : "") + cell;
                semicolons += (c > 0 ? ";" : "") + cell;
            }
            commas += '\n';
            semicolons += '\n';
        }
        const test::TempDir folder;
        const std::string recipe = R"({"recipe":1,"attributes":[
  {"column":"k1","role":"insensitive"},
  {"column":"sex","role":"quasi","hierarchy":"builtin:keep-or-suppress"},
  {"column":"k2","role":"insensitive"},{"column":"k3","role":"insensitive"},
  {"column":"note","role":"direct","transform":{"type":"suppress"}},
  {"column":"k4","role":"insensitive"}],"models":[{"type":"k-anonymity","k":2}]})";
        const auto copied = applyTo(folder.write("commas.csv", commas), recipe, folder / "copied.csv");
        const auto joined =
            applyTo(folder.write("semicolons.csv", semicolons), recipe, folder / "joined.csv");
        QVERIFY2(copied.ok() && joined.ok(), copied.ok() ? "" : copied.error().message().c_str());
        QCOMPARE(test::readAll(folder / "copied.csv"), test::readAll(folder / "joined.csv"));
        for (const std::size_t c : {0U, 2U, 3U, 5U}) {
            QCOMPARE(copied->columns[c].missingCells, missing[c]);
            QCOMPARE(joined->columns[c].missingCells, missing[c]);
        }
        const auto reader = io::RecordReader::open(folder / "copied.csv", {});
        QVERIFY(reader.ok());
        io::RecordBatch batch;
        std::size_t row = 0;
        while ((*reader)->next(batch, {}).value()) {
            for (std::size_t r = 0; r < batch.rows(); ++r, ++row) {
                for (std::size_t c = 0; c < 5; ++c)
                    QCOMPARE(std::string(batch.cell(c, r)), values[row][c < 4 ? c : 5]);
            }
        }
        QCOMPARE(row, values.size());
    }
};

MANGROVE_TEST(ApplyTest)
#include "apply_test.moc"
