// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/random.h"
#include "profile/profile_json.h"
#include "profile/profiler.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

namespace {

using mangrove::profile::ProfileOptions;
using mangrove::profile::TableProfile;

TableProfile profilerRun(const std::filesystem::path& path, unsigned threads,
                         const mangrove::io::ReadOptions& options = {}) {
    ProfileOptions profileOptions;
    profileOptions.threads = threads;
    auto result = mangrove::profile::profileFile(path, options, profileOptions, {});
    if (!result.ok())
        qWarning("%s", result.error().message().c_str());
    return std::move(result).value();
}

/// Columns below and above every limit of the profiler: few values, 50,000 (dictionary), 100,000 (hashes),
/// one value a row, dates, free text with many patterns, missing values.
std::string profilerBigTable(int rows, std::vector<double>* amounts = nullptr) {
    mangrove::SeededRandom random(20261123);
    std::string text = "id,few,mid,many,amount,day,note,mostly\n";
    for (int i = 0; i < rows; ++i) {
        const double amount = std::floor(std::exp(random.unit() * 10) * 100) / 100;
        if (amounts != nullptr)
            amounts->push_back(amount);
        std::string note;
        for (auto length = random.below(30); length > 0; --length)
            note.push_back("aA9 ,x"[random.below(6)]);
        text += mangrove::format("{},{},{},v{},{:.2f},2{:03}-{:02}-{:02},\"{}\",{}\n", 5'000'000'000 + i,
                                 random.below(5), random.below(50'000), random.below(100'000), amount,
                                 random.below(900), random.below(12) + 1, random.below(28) + 1, note,
                                 random.below(50) == 0 ? "word" : "17");
    }
    return text;
}

} // namespace

class ProfilerTest : public QObject {
    Q_OBJECT

private slots:
    void profilesASmallTable() {
        const mangrove::test::TempDir folder;
        const auto path = folder.write("t.csv", "id,sex,score\n1,F,1.5\n2,M,\n3,F,2.5\n4,F,1.5\n");
        const TableProfile profile = profilerRun(path, 1);
        QCOMPARE(profile.rows, std::uint64_t{4});
        QCOMPARE(profile.columns.size(), std::size_t{3});
        const auto& score = profile.columns[2];
        QCOMPARE(score.nulls, std::uint64_t{1});
        QCOMPARE(score.distinct, std::uint64_t{2});
        QVERIFY(score.distinctExact && score.quantilesExact && score.topExact);
        QCOMPARE(score.min, std::string("1.5"));
        QCOMPARE(score.max, std::string("2.5"));
        QVERIFY(std::abs(*score.mean - 5.5 / 3) < 1e-15);
        QVERIFY(std::abs(*score.stddev - std::sqrt(1.0 / 3)) < 1e-15);
        QCOMPARE(score.top[0], (mangrove::profile::ValueCount{"1.5", 2}));
        QCOMPARE(score.patterns[0], (mangrove::profile::PatternCount{"9.9", 3}));
        const auto& sex = profile.columns[1];
        QCOMPARE(sex.top, (std::vector<mangrove::profile::ValueCount>{{"F", 3}, {"M", 1}}));
        QVERIFY(!sex.mean.has_value() && !sex.quantiles.has_value() && sex.histogram.empty());
    }

    void noRows() {
        const mangrove::test::TempDir folder;
        const TableProfile profile = profilerRun(folder.write("t.csv", "a,b\n"), 2);
        QCOMPARE(profile.rows, std::uint64_t{0});
        QCOMPARE(profile.columns[0].type, mangrove::profile::ValueType::Empty);
    }

    void warnsOfNullWordsItDidNotTake() {
        const mangrove::test::TempDir folder;
        mangrove::io::ReadOptions options;
        options.nullWords = {"none"};
        const TableProfile profile = profilerRun(folder.write("t.csv", "a,b\n1,NULL\n2,none\n"), 1, options);
        QCOMPARE(profile.columns[1].nulls, std::uint64_t{1});
        QCOMPARE(profile.warnings.size(), std::size_t{1});
        QCOMPARE(profile.warnings[0].code, std::string("null-word-candidate"));
    }

    void integersBeyondADouble() {
        const mangrove::test::TempDir folder;
        const TableProfile profile = profilerRun(
            folder.write("t.csv", "id,x\n9007199254740993,1\n9007199254740992,2\n9007199254740994,3\n"), 1);
        QCOMPARE(profile.columns[0].min, std::string("9007199254740992"));
        QCOMPARE(profile.columns[0].max, std::string("9007199254740994"));
        QCOMPARE(profile.columns[0].distinct, std::uint64_t{3});
    }

    /// The same text for every number of threads and every size of block.
    void sameForAnyNumberOfThreads() {
        const mangrove::test::TempDir folder;
        const auto path = folder.write("t.csv", profilerBigTable(180'000));
        const std::string expected = mangrove::profile::toJson(profilerRun(path, 1));
        for (const unsigned threads : {2U, 3U, 5U})
            QCOMPARE(mangrove::profile::toJson(profilerRun(path, threads)), expected);
    }

    void sketchesKeepTheirPromise() {
        const mangrove::test::TempDir folder;
        std::vector<double> amounts;
        const auto path = folder.write("t.csv", profilerBigTable(400'000, &amounts));
        const TableProfile profile = profilerRun(path, 2);
        QCOMPARE(profile.columns[0].distinct, std::uint64_t{400'000});
        QVERIFY(profile.columns[0].distinctExact);
        QVERIFY(profile.columns[0].quantilesExact == false);
        QVERIFY(profile.columns[2].quantilesExact);
        std::sort(amounts.begin(), amounts.end());
        const auto& column = profile.columns[4];
        QVERIFY(column.distinctExact);
        QCOMPARE(column.distinct,
                 static_cast<std::uint64_t>(std::set<double>(amounts.begin(), amounts.end()).size()));
        const auto rankOf = [&](double value) {
            return static_cast<double>(std::upper_bound(amounts.begin(), amounts.end(), value)
                                       - amounts.begin())
                   / static_cast<double>(amounts.size());
        };
        QVERIFY(std::abs(rankOf(column.quantiles->p25) - 0.25) < 0.01);
        QVERIFY(std::abs(rankOf(column.quantiles->p50) - 0.50) < 0.01);
        QVERIFY(std::abs(rankOf(column.quantiles->p75) - 0.75) < 0.01);
        std::uint64_t inBins = 0;
        for (const auto& bin : column.histogram)
            inBins += bin.count;
        QCOMPARE(inBins, std::uint64_t{400'000});
        QCOMPARE(column.min, mangrove::format("{:.2f}", amounts.front()));
        QCOMPARE(column.max, mangrove::format("{:.2f}", amounts.back()));
        // Free text has too many patterns to list; a column of 2 % words is a text that says so in its votes.
        QVERIFY(profile.columns[6].patterns.empty());
        QCOMPARE(profile.columns[7].type, mangrove::profile::ValueType::Text);
        QCOMPARE(profile.columns[7].votes.at(0).type, mangrove::profile::ValueType::Integer);
    }

    void beyondAMillionDistinct() {
        std::string text = "id,x\n";
        for (int i = 0; i < 1'300'000; ++i)
            text += mangrove::format("{},1\n", 10'000'000 + i);
        const mangrove::test::TempDir folder;
        const auto path = folder.write("t.csv", text);
        const TableProfile one = profilerRun(path, 1);
        QVERIFY(!one.columns[0].distinctExact);
        QVERIFY(std::abs(static_cast<double>(one.columns[0].distinct) - 1.3e6) < 0.02 * 1.3e6);
        QCOMPARE(*one.columns[0].mean, 10'649'999.5);
        QCOMPARE(mangrove::profile::toJson(profilerRun(path, 2)), mangrove::profile::toJson(one));
    }

    void errorsAreTheSameForAnyNumberOfThreads() {
        std::string text = "a,b\n";
        for (int i = 0; i < 400'000; ++i)
            text += i == 350'000 ? "7\n" : i == 390'000 ? "8\n" : "1,2222\n";
        const mangrove::test::TempDir folder;
        const auto path = folder.write("t.csv", text);
        mangrove::io::ReadOptions options;
        options.ragged = mangrove::io::RaggedPolicy::Fail;
        for (const unsigned threads : {1U, 2U, 4U}) {
            ProfileOptions profileOptions;
            profileOptions.threads = threads;
            const auto failed = mangrove::profile::profileFile(path, options, profileOptions, {});
            QVERIFY(!failed.ok());
            QCOMPARE(std::string(failed.error().code()), std::string("csv-ragged-row"));
            QCOMPARE(failed.error().at().line, std::uint64_t{350'002});
        }
        options.ragged = mangrove::io::RaggedPolicy::Reject;
        const TableProfile refused = profilerRun(path, 3, options);
        QCOMPARE(refused.rows, std::uint64_t{399'998});
        QCOMPARE(refused.rowsRejected, std::uint64_t{2});
        QCOMPARE(refused.warnings.at(0).line, std::uint64_t{350'002});
    }

    void stopsWhenAsked() {
        const mangrove::test::TempDir folder;
        const auto path = folder.write("t.csv", "a,b\n1,2\n");
        std::stop_source stop;
        stop.request_stop();
        mangrove::RunContext context;
        context.stop = stop.get_token();
        const auto stopped = mangrove::profile::profileFile(path, {}, {}, context);
        QVERIFY(!stopped.ok());
        QCOMPARE(stopped.error().kind(), mangrove::ErrorKind::Cancelled);
    }

    void refusesBadOptions() {
        ProfileOptions options;
        QVERIFY(options.validate().ok());
        options.histogramBins = 1;
        QVERIFY(!options.validate().ok());
        options = {};
        options.threads = 257;
        QVERIFY(!options.validate().ok());
    }
};

MANGROVE_TEST(ProfilerTest)
#include "profiler_test.moc"
