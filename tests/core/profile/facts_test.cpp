// SPDX-License-Identifier: GPL-3.0-or-later
// Facts computed a second time by plain means: maps, one look at a time.
#include "base/format.h"
#include "base/random.h"
#include "io/record_reader.h"
#include "profile/column_facts.h"
#include "profile/duplicate_rows.h"
#include "profile/mojibake.h"
#include "profile/profile_json.h"
#include "profile/profiler.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <cmath>
#include <map>
#include <string>
#include <vector>

namespace {

using mangrove::profile::CandidateKey;
using mangrove::profile::DuplicateFacts;

mangrove::profile::TableProfile factsOf(const std::filesystem::path& path, unsigned threads,
                                        std::uint64_t budget = 0) {
    mangrove::profile::ProfileOptions options;
    options.threads = threads;
    options.memoryBudget = budget;
    mangrove::io::ReadOptions reading;
    reading.blockBytes = 64U << 10U;
    auto result = mangrove::profile::profileFile(path, reading, options, {});
    if (!result.ok())
        qFatal("%s", result.error().message().c_str());
    return *std::move(result);
}

/// Numbers, dates, times, codes and words, right and nearly right.
std::string factsValue(mangrove::SeededRandom& random) {
    const auto digits = [&](std::uint64_t count) {
        std::string text;
        for (; count > 0; --count)
            text.push_back(static_cast<char>('0' + random.below(10)));
        return text;
    };
    const std::string separator(1, "-/."[random.below(3)]);
    switch (random.below(9)) {
    case 0:
        return digits(1 + random.below(17));
    case 1:
        return digits(1 + random.below(9)) + "." + digits(random.below(9));
    case 2:
        return (random.below(2) == 0 ? "-" : "") + digits(1 + random.below(6));
    case 3:
        return mangrove::format("{:04}{}{:02}{}{:02}", random.below(2100), separator, random.below(14),
                                separator, random.below(33));
    case 4:
        return mangrove::format("{:04}-{:02}-{:02}{}{:02}:{:02}:{:02}", 1990 + random.below(40),
                                1 + random.below(12), 1 + random.below(31), " T_"[random.below(3)],
                                random.below(26), random.below(62), random.below(62));
    case 5:
        return mangrove::format("{}:{:02}", random.below(26), random.below(62));
    case 6:
        return std::vector<std::string>{
            "Yes", "no", "是", "true", "N/A", " 5", "5 ", "Steady", "９"}[random.below(9)];
    case 7:
        return std::string(random.below(45), "aZ9-"[random.below(4)]);
    default:
        return "12e" + digits(1) + (random.below(2) == 0 ? "" : "张三");
    }
}

} // namespace

class FactsTest : public QObject {
    Q_OBJECT

private slots:
    /// The quick ways by shape against parseValue() and patternOf(), value by value.
    void shapesAgreeWithPlainLooks() {
        mangrove::SeededRandom random(11);
        mangrove::profile::ColumnFacts facts;
        mangrove::profile::ColumnFacts::Votes votes;
        std::map<std::string, std::uint64_t> patterns;
        std::string least = "\xFF";
        std::string most;
        long double sum = 0;
        double smallest = 1e300;
        std::uint64_t numbers = 0;
        using mangrove::profile::ParsedValue;
        for (int i = 0; i < 60'000; ++i) {
            const std::string value = factsValue(random);
            facts.add(value, 1);
            const auto parsed = mangrove::profile::parseValue(value);
            votes.integer += parsed.is(ParsedValue::kInteger) ? 1 : 0;
            votes.decimal += parsed.is(ParsedValue::kDecimal) ? 1 : 0;
            votes.time += parsed.is(ParsedValue::kTime) ? 1 : 0;
            votes.yes += parsed.is(ParsedValue::kYes) ? 1 : 0;
            (parsed.is(ParsedValue::kWithTime) ? votes.dateTime : votes.date)[0] +=
                parsed.is(ParsedValue::kYmd) ? 1 : 0;
            if (parsed.isNumber()) {
                ++numbers;
                sum += parsed.number;
                smallest = std::min(smallest, parsed.number);
            }
            ++patterns[mangrove::profile::patternOf(value)];
            least = std::min(least, value);
            most = std::max(most, value);
        }
        facts.settle();
        QCOMPARE(facts.votes().values, std::uint64_t{60'000});
        QCOMPARE(facts.votes().integer, votes.integer);
        QCOMPARE(facts.votes().decimal, votes.decimal);
        QCOMPARE(facts.votes().time, votes.time);
        QCOMPARE(facts.votes().yes, votes.yes);
        QVERIFY(facts.votes().date == votes.date || votes.date[1] == 0);
        QCOMPARE(facts.votes().date[0], votes.date[0]);
        QCOMPARE(facts.votes().dateTime[0], votes.dateTime[0]);
        QVERIFY(votes.date[0] > 1000 && votes.dateTime[0] > 1000 && votes.decimal > 1000);
        QCOMPARE(facts.minText(), least);
        QCOMPARE(facts.maxText(), most);
        QCOMPARE(facts.numbers().minKey, smallest);
        const auto mean = static_cast<double>(sum / static_cast<long double>(numbers));
        QVERIFY(std::abs(*facts.moments().mean() - mean) < 1e-12 * mean);
        QCOMPARE(facts.patterns().size(), patterns.size());
        for (const auto& entry : facts.patterns().entries())
            QCOMPARE(facts.patterns().countOf(entry), patterns[std::string(facts.patterns().text(entry))]);
    }

    void duplicateRowsAgreeWithAMap() {
        const mangrove::test::TempDir folder;
        mangrove::SeededRandom random(12);
        std::map<std::string, std::uint64_t> counts;
        std::string text = "a,b,c\n";
        const std::uint64_t rows = 20'000;
        for (std::uint64_t i = 0; i < rows; ++i) {
            const std::string first = std::to_string(random.below(300));
            const std::string second = random.below(3) == 0 ? "x,\"y" : random.below(2) == 0 ? "" : "z";
            const std::string third = std::to_string(random.below(100));
            ++counts[first + "|" + second + "|" + third];
            // The same cells, with and without quotes: equal rows.
            const bool quote = random.below(2) == 0;
            text += quote ? "\"" + first + "\"" : first;
            text += second == "x,\"y" ? ",\"x,\"\"y\"," : "," + second + ",";
            text += third + "\n";
        }
        DuplicateFacts expected;
        for (const auto& [row, count] : counts) {
            expected.rows += count - 1;
            expected.contents += count > 1 ? 1 : 0;
        }
        const auto path = folder.write("t.csv", text);
        QVERIFY(expected.rows > 1000 && expected.contents > 500 && expected.contents < counts.size());
        QCOMPARE(factsOf(path, 1).duplicateRows, std::optional(expected));
        QCOMPARE(factsOf(path, 3).duplicateRows, std::optional(expected));
        const auto none = factsOf(folder.write("u.csv", "a,b\n1,2\n2,1\n12,\n1,\"\"\n1,\n"), 2);
        QCOMPARE(none.duplicateRows->rows, std::uint64_t{0});
        QVERIFY(none.duplicateRows->exact);
    }

    /// Beyond the limit: estimated and flagged, the same for every division, none where there is none.
    void duplicateRowsBeyondTheLimit() {
        using mangrove::profile::DuplicateRows;
        DuplicateRows one(4'000);
        DuplicateRows left(4'000);
        DuplicateRows right(4'000);
        DuplicateRows unique(4'000);
        for (int i = 0; i < 200'000; ++i) {
            const auto hash = DuplicateRows::hashOf(std::to_string(i % 150'000));
            one.add(hash);
            (i % 3 == 0 ? left : right).add(hash);
            unique.add(DuplicateRows::hashOf(std::to_string(i)));
        }
        left.merge(std::move(right));
        const DuplicateFacts facts = one.count(1);
        QVERIFY(!facts.exact);
        QVERIFY(std::abs(static_cast<double>(facts.rows) - 50'000) < 8'000);
        QCOMPARE(left.count(2), facts);
        QCOMPARE(unique.count(1).rows, std::uint64_t{0});
    }

    void mojibake_data() {
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("suspect");
        QTest::newRow("plain") << "Wang" << false;
        QTest::newRow("chinese") << QStringLiteral("海口市人民医院") << false;
        QTest::newRow("accents") << QStringLiteral("José Ünal, Ångström") << false;
        QTest::newRow("units") << QStringLiteral("37.5 °C ±0.2 µg") << false;
        QTest::newRow("quotes") << QStringLiteral("“5′ – 3′”") << false;
        QTest::newRow("latin 1") << QStringLiteral("JosÃ©") << true;
        QTest::newRow("cp1252") << QStringLiteral("patientâ€™s") << true;
        QTest::newRow("chinese by cp1252") << QStringLiteral("ä¸­æ–‡") << true;
        QTest::newRow("replacement twice") << QStringLiteral("锟斤拷") << true;
        QTest::newRow("replacement") << QStringLiteral("a\uFFFDb") << true;
        QTest::newRow("never written") << QStringLiteral("烫烫烫") << true;
        QTest::newRow("one of the rare alone") << QStringLiteral("鏄") << false;
    }
    void mojibake() {
        QFETCH(QString, value);
        QFETCH(bool, suspect);
        QCOMPARE(mangrove::profile::looksWronglyDecoded(value.toStdString()), suspect);
    }

    void smallFacts() {
        const mangrove::test::TempDir folder;
        const auto profile = factsOf(folder.write("t.csv", "id,day,note\n1,03/02/2024,?\n2,25/12/2023,JosÃ©\n"
                                                           "3,,NULL\n4,01/01/2024,?\n"),
                                     1);
        QCOMPARE(profile.columns[0].candidateKey, CandidateKey::Yes);
        QCOMPARE(profile.columns[1].candidateKey, CandidateKey::No);
        QCOMPARE(profile.columns[1].earliest, std::string("2023-12-25"));
        QCOMPARE(profile.columns[1].latest, std::string("2024-02-03"));
        QVERIFY(profile.columns[0].earliest.empty());
        const auto& note = profile.columns[2];
        QCOMPARE(note.nulls, std::uint64_t{3});
        QCOMPARE(note.nullWords, (std::vector<mangrove::profile::ValueCount>{{"?", 2}, {"NULL", 1}}));
        QCOMPARE(note.mojibake, std::uint64_t{1});
        QCOMPARE(note.quantileError, 0.0);
        const auto back = mangrove::profile::fromJson(mangrove::profile::toJson(profile));
        QVERIFY(back.ok());
        QVERIFY(back->columns == profile.columns);
        QCOMPARE(back->duplicateRows, profile.duplicateRows);
    }

    /// A small budget turns exact figures into estimates that say so, and are the same for any number of
    /// threads.
    void tinyBudget() {
        const mangrove::test::TempDir folder;
        std::string text = "id,amount,kind\n";
        mangrove::SeededRandom random(13);
        std::vector<double> amounts;
        const int rows = 300'000;
        for (int i = 0; i < rows; ++i) {
            amounts.push_back(static_cast<double>(random.below(1'000'000'000)) / 100);
            text += mangrove::format("P{:07},{:.2f},{}\n", i, amounts.back(), i % 3 == 0 ? "?" : "x");
        }
        const auto path = folder.write("t.csv", text);
        const auto small = factsOf(path, 1, 1U << 20U);
        const auto roomy = factsOf(path, 1);
        QVERIFY(roomy.columns[0].distinctExact);
        QCOMPARE(roomy.columns[0].distinct, std::uint64_t{300'000});
        QCOMPARE(roomy.columns[0].candidateKey, CandidateKey::Yes);
        const auto& id = small.columns[0];
        QVERIFY(!id.distinctExact);
        QVERIFY(std::abs(static_cast<double>(id.distinct) - 300'000) < 0.03 * 300'000);
        QVERIFY(id.candidateKey != CandidateKey::Yes);
        QVERIFY(!small.duplicateRows->exact && small.duplicateRows->rows == 0);
        QCOMPARE(small.columns[2].nullWords, roomy.columns[2].nullWords);
        QCOMPARE(small.columns[2].nulls, std::uint64_t{100'000});
        std::sort(amounts.begin(), amounts.end());
        const auto& amount = small.columns[1];
        QVERIFY(!amount.quantilesExact && amount.quantileError > 0);
        const auto rank =
            std::lower_bound(amounts.begin(), amounts.end(), amount.quantiles->p50) - amounts.begin();
        QVERIFY(std::abs(static_cast<double>(rank) / rows - 0.5) <= amount.quantileError);
        QVERIFY(std::abs(*amount.mean - *roomy.columns[1].mean) < 1e-9);
        for (const unsigned threads : {2U, 5U}) {
            const auto again = factsOf(path, threads, 1U << 20U);
            QVERIFY(again.columns == small.columns);
            QCOMPARE(again.duplicateRows, small.duplicateRows);
        }
    }

    void head() {
        const mangrove::test::TempDir folder;
        std::string text = "n,w\n";
        for (int i = 0; i < 100'000; ++i)
            text += mangrove::format("{},word\n", i);
        const auto path = folder.write("t.csv", text);
        const auto first = mangrove::profile::profileHead(path, {}, {}, 1'000, {});
        QVERIFY(first.ok());
        QVERIFY(!first->complete && first->source.sha256.empty());
        QVERIFY(first->rows >= 1'000 && first->rows < 2'000);
        QCOMPARE(first->columns[0].type, mangrove::profile::ValueType::Integer);
        const auto all = mangrove::profile::profileHead(path, {}, {}, 1'000'000, {});
        QVERIFY(all->complete);
        QCOMPARE(all->rows, std::uint64_t{100'000});
    }
};

MANGROVE_TEST(FactsTest)
#include "facts_test.moc"
