// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/column_summary.h"
#include "profile/histogram.h"
#include "profile/parsed_value.h"
#include "profile/value_pattern.h"
#include "support/test_registry.h"

#include <QtTest>
#include <string>

using mangrove::profile::ParsedValue;
using mangrove::profile::ValueType;

class ParsedValueTest : public QObject {
    Q_OBJECT

private slots:
    void kinds_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kinds");
        const auto row = [](const char* text, int kinds) { QTest::newRow(text) << QString(text) << kinds; };
        row("0", ParsedValue::kInteger);
        row("-17", ParsedValue::kInteger);
        row("+5", ParsedValue::kInteger);
        row(" 12 ", ParsedValue::kInteger);
        row("9007199254740993", ParsedValue::kInteger);
        row("00123", 0);
        row("0.5", ParsedValue::kDecimal);
        row("00.5", 0);
        row(".5", ParsedValue::kDecimal);
        row("5.", ParsedValue::kDecimal);
        row("1e5", ParsedValue::kDecimal);
        row("1e", 0);
        row("1e400", 0);
        row("1,5", 0);
        row("0x10", 0);
        row("nan", 0);
        row("inf", 0);
        row("-", 0);
        row("", 0);
        row("> 11.00", 0);
        row("9.14++", 0);
        row("7.75轻度乳糜", 0);
        row("2026-11-23", ParsedValue::kYmd);
        row("2026/1/5", ParsedValue::kYmd);
        row("2026.1.5", ParsedValue::kYmd);
        row("2026年1月5日", ParsedValue::kYmd);
        row("2026-1/5", 0);
        row("2026-02-30", 0);
        row("2024-02-29", ParsedValue::kYmd);
        row("2023-02-29", 0);
        row("20261123", ParsedValue::kYmd | ParsedValue::kCompact | ParsedValue::kInteger);
        row("20261323", ParsedValue::kInteger);
        row("18991231", ParsedValue::kInteger);
        row("20261123090530",
            ParsedValue::kYmd | ParsedValue::kCompact | ParsedValue::kInteger | ParsedValue::kWithTime);
        row("2026-11-23 09:05", ParsedValue::kYmd | ParsedValue::kWithTime);
        row("2026-11-23T09:05:00.123Z", ParsedValue::kYmd | ParsedValue::kWithTime);
        row("2026-11-23T09:05:00+08:00", ParsedValue::kYmd | ParsedValue::kWithTime);
        row("2026-11-23 25:00", 0);
        row("2026-11-23 nine", 0);
        row("23/11/2026", ParsedValue::kDmy);
        row("11/23/2026", ParsedValue::kMdy);
        row("5/6/2026", ParsedValue::kDmy | ParsedValue::kMdy);
        row("5/6/2026 8:00", ParsedValue::kDmy | ParsedValue::kMdy | ParsedValue::kWithTime);
        row("32/13/2026", 0);
        row("9:05", ParsedValue::kTime);
        row("23:59:59.5", ParsedValue::kTime);
        row("24:00", 0);
        row("9:5", 0);
        row("true", ParsedValue::kTrueFalse);
        row("FALSE", ParsedValue::kTrueFalse);
        row("Yes", ParsedValue::kYes);
        row("n", ParsedValue::kNo);
        row("是", ParsedValue::kYes);
        row("否", ParsedValue::kNo);
        row("No.", 0);
        row("V57", 0);
    }
    void kinds() {
        QFETCH(QString, text);
        QFETCH(int, kinds);
        QCOMPARE(static_cast<int>(mangrove::profile::parseValue(text.toStdString()).kinds), kinds);
    }

    void values() {
        QCOMPARE(mangrove::profile::parseValue("-250.83").number, -250.83);
        QCOMPARE(mangrove::profile::parseValue("123456789012345678").number, 123456789012345678.0);
        QCOMPARE(mangrove::profile::parseValue("0.1").number, 0.1);
        QCOMPARE(mangrove::profile::parseValue("1e-7").number, 1e-7);
        // 2000-03-01 is 11,017 days after 1970-01-01.
        QCOMPARE(mangrove::profile::parseValue("2000-03-01").ymd, std::int64_t{11'017} * 86'400);
        QCOMPARE(mangrove::profile::parseValue("1969-12-31 23:59:59").ymd, std::int64_t{-1});
        QCOMPARE(mangrove::profile::parseValue("1/3/2000").dmy, std::int64_t{11'017} * 86'400);
        QCOMPARE(mangrove::profile::parseValue("3/1/2000").mdy, std::int64_t{11'017} * 86'400);
        QCOMPARE(mangrove::profile::parseValue("9:05:30").time, std::int64_t{32'730});
        QCOMPARE(mangrove::profile::dateText(-1), std::string("1969-12-31"));
        QCOMPARE(mangrove::profile::dateTimeText(-1), std::string("1969-12-31T23:59:59"));
        QCOMPARE(mangrove::profile::timeText(32'730), std::string("09:05:30"));
    }

    void patterns_data() {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("pattern");
        QTest::newRow("digits") << "510101199001011234"
                                << "9{18}";
        QTest::newRow("date") << "2026-11-23"
                              << "9{4}-9{2}-9{2}";
        QTest::newRow("mixed") << "V57.1 Ab"
                               << "A9{2}.9 Aa";
        QTest::newRow("hanzi") << "海口市 3楼"
                               << "汉{3} 9汉";
        QTest::newRow("full width") << "Ａ１２"
                                    << "Ａ９{2}";
        QTest::newRow("accents") << "Müller"
                                 << "Aαa{4}";
        QTest::newRow("empty") << ""
                               << "";
        QTest::newRow("many runs") << "a1a1a1a1a1a1a1a1a1a1a1a1a1"
                                   << "a9a9a9a9a9a9a9a9a9a9a9a9…";
    }
    void patterns() {
        QFETCH(QString, value);
        QFETCH(QString, pattern);
        QCOMPARE(QString::fromStdString(mangrove::profile::patternOf(value.toStdString())), pattern);
    }

    void shapes() {
        std::string scratch;
        const auto shape = [&](const char* text) { return mangrove::profile::shapeOf(text, scratch); };
        QCOMPARE(shape("林小红").codePoints, std::uint64_t{3});
        QVERIFY(shape(" a").blankEdge);
        QVERIFY(shape("a\t").blankEdge);
        QVERIFY(shape("a　").blankEdge);
        QVERIFY(!shape("a b").blankEdge);
        QVERIFY(shape("１２").fullWidth);
        QVERIFY(shape("a　b").fullWidth);
        QVERIFY(shape("林，").fullWidth);
        QVERIFY(!shape("12").fullWidth);
    }

    void typeDecision_data() {
        QTest::addColumn<QStringList>("values");
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("disagreeing");
        const auto row = [](const char* name, const QStringList& values, const char* type, int disagreeing) {
            QTest::newRow(name) << values << QString(type) << disagreeing;
        };
        const auto many = [](const char* value, int count) {
            QStringList list;
            for (int i = 0; i < count; ++i)
                list << value;
            return list;
        };
        row("nothing", {}, "empty", 0);
        row("integers", {"1", "2"}, "integer", 0);
        row("integers and decimals", {"1", "2.5"}, "decimal", 0);
        row("one word among 99 numbers", many("1", 99) << "x", "integer", 1);
        row("one word among 98 numbers", many("1", 98) << "x", "text", 0);
        row("two words among 100 numbers",
            many("1", 100) << "x"
                           << "y",
            "text", 0);
        row("No throughout but once", many("No", 5000) << "Steady", "text", 0);
        row("No alone", many("No", 10), "text", 0);
        row("yes and no", {"Yes", "no"}, "boolean", 0);
        row("true alone", {"true", "TRUE"}, "boolean", 0);
        row("true and a word", many("true", 500) << "x", "text", 0);
        row("zero and one", {"0", "1"}, "integer", 0);
        row("dates", {"2026-01-01", "2026/2/3"}, "date", 0);
        row("dates and times of day", {"2026-01-01", "2026-01-01 08:00"}, "datetime", 0);
        row("compact dates", {"20260101", "20261231"}, "date", 0);
        row("compact dates and one that is none", {"20260101", "20261332"}, "integer", 0);
        row("day first", {"5/6/2026", "23/11/2026"}, "date", 0);
        row("month first", {"5/6/2026", "11/23/2026"}, "date", 0);
        row("both orders", {"23/11/2026", "11/23/2026"}, "text", 0);
        row("times", {"8:00", "23:59:59"}, "time", 0);
        row("codes with leading zeros", {"001", "002"}, "text", 0);
        row("codes that look like numbers", {"250.83", "V57", "428"}, "text", 0);
    }
    void typeDecision() {
        QFETCH(QStringList, values);
        QFETCH(QString, type);
        QFETCH(int, disagreeing);
        mangrove::profile::ColumnFacts facts;
        for (const QString& value : values)
            facts.add(value.toStdString(), 1);
        facts.settle();
        const auto decision = mangrove::profile::decideType(facts.votes());
        QCOMPARE(QString::fromStdString(std::string(mangrove::profile::valueTypeName(decision.type))), type);
        QCOMPARE(static_cast<int>(decision.disagreeing), disagreeing);
    }

    void histograms() {
        using mangrove::profile::makeHistogram;
        using mangrove::profile::WeightedNumber;
        const std::vector<WeightedNumber> small{{1, 5}, {2, 3}, {4, 1}};
        const auto integers = makeHistogram(small, 1, 4, ValueType::Integer, 20, 9);
        QCOMPARE(integers.size(), std::size_t{4});
        QCOMPARE(integers[0], (mangrove::profile::HistogramBin{1, 2, 5}));
        QCOMPARE(integers[2].count, std::uint64_t{0});
        QCOMPARE(integers[3], (mangrove::profile::HistogramBin{4, 5, 1}));
        // One value gives no histogram, and neither does an endless range.
        QVERIFY(makeHistogram(small, 1, 1, ValueType::Integer, 20, 9).empty());
        QVERIFY(makeHistogram(small, -1.7e308, 1.7e308, ValueType::Decimal, 20, 9).empty());
        // Scaled counts add up.
        const std::vector<WeightedNumber> sample{{0.05, 1}, {0.15, 1}, {0.95, 1}};
        const auto scaled = makeHistogram(sample, 0.0, 1.0, ValueType::Decimal, 10, 100);
        std::uint64_t sum = 0;
        for (const auto& bin : scaled)
            sum += bin.count;
        QCOMPARE(sum, std::uint64_t{100});
        QVERIFY(scaled.size() <= 10);
        const auto dates = makeHistogram(std::vector<WeightedNumber>{{0, 1}, {864'000, 1}}, 0, 864'000,
                                         ValueType::Date, 20, 2);
        QCOMPARE(dates.size(), std::size_t{11});
        QCOMPARE(dates[0].to, 86'400.0);
    }

    /// Whatever the range, every value lies in the bin that says so, and there are not too many bins.
    void histogramsHoldTheirValues() {
        using mangrove::profile::WeightedNumber;
        for (const double scale : {1e-9, 0.001, 1.0, 37.0, 1e6, 1e15, 1e300}) {
            for (const double shift : {0.0, -3.3, 1e3, 1e9}) {
                const double min = shift;
                const double max = shift + scale;
                if (max <= min)
                    continue;
                const std::vector<WeightedNumber> values{{min, 2}, {min + scale / 3, 3}, {max, 4}};
                const auto bins =
                    mangrove::profile::makeHistogram(values, min, max, ValueType::Decimal, 20, 9);
                QVERIFY(!bins.empty() && bins.size() <= 20);
                std::uint64_t sum = 0;
                for (const auto& bin : bins)
                    sum += bin.count;
                QCOMPARE(sum, std::uint64_t{9});
                QVERIFY(bins.front().from <= min);
                QVERIFY(bins.back().to >= max);
            }
        }
    }
};

MANGROVE_TEST(ParsedValueTest)
#include "parsed_value_test.moc"
