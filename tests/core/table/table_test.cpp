// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"
#include "table/table.h"
#include "table/value_dictionary.h"

#include <QtTest>
#include <algorithm>
#include <map>
#include <string>
#include <vector>

using mangrove::table::CodeVector;
using mangrove::table::kNullCode;
using mangrove::table::Table;

namespace {

mangrove::Result<Table> tableOf(const std::string& text, const mangrove::io::ReadOptions& options = {},
                                std::optional<std::uint64_t> maxRows = {}) {
    const mangrove::test::TempDir folder;
    const auto path = folder.write("t.csv", text);
    MANGROVE_ASSIGN(const auto reader, mangrove::io::RecordReader::open(path, options));
    return Table::read(*reader, {}, maxRows);
}

} // namespace

class TableTest : public QObject {
    Q_OBJECT

private slots:
    void codesTakeAsFewBytesAsTheyNeed_data() {
        QTest::addColumn<quint32>("values");
        QTest::addColumn<quint32>("width");
        for (const auto& [values, width] : std::vector<std::pair<quint32, quint32>>{
                 {0, 1}, {1, 1}, {255, 1}, {256, 2}, {65'535, 2}, {65'536, 4}, {70'000, 4}})
            QTest::addRow("%u values", values) << values << width;
    }
    void codesTakeAsFewBytesAsTheyNeed() {
        QFETCH(quint32, values);
        QFETCH(quint32, width);
        CodeVector codes{kNullCode};
        std::vector<std::uint32_t> plain{kNullCode};
        const auto add = [&](std::uint32_t code) {
            codes.push_back(code);
            plain.push_back(code);
        };
        for (std::uint32_t code = 0; code < values; ++code) {
            add(code);
            if (code % 97 == 0)
                add(kNullCode);
            if (code % 13 == 0)
                add(code / 2);
        }
        QCOMPARE(codes.size(), plain.size());
        QCOMPARE(quint32(codes.width()), width);
        QVERIFY(std::equal(codes.begin(), codes.end(), plain.begin()));
        for (std::size_t row = 0; row < plain.size(); row += 31)
            QCOMPARE(codes[row], plain[row]);
        CodeVector other = codes;
        QVERIFY(other == codes);
        other.push_back(kNullCode);
        QVERIFY(!(other == codes));
        // the same codes are equal whatever the way there
        CodeVector wide{70'000, 1};
        QVERIFY(!(wide == (CodeVector{1, 70'000})) && wide == (CodeVector{70'000, 1}));
    }
    void takesSomeRowsWithTheirValuesOnly() {
        const Table table = tableOf("a,b\nx,1\ny,\nz,3\nx,4\n").value();
        const Table some = table.rowsWhere({false, true, false, true}, {}).value();
        QCOMPARE(some.rows(), 2U);
        QCOMPARE(some.column(0).dictionary, (std::vector<std::string>{"y", "x"}));
        QCOMPARE(some.column(1).dictionary, (std::vector<std::string>{"4"}));
        QVERIFY(some.cell(0, 0) == "y" && !some.cell(1, 0) && some.cell(0, 1) == "x"
                && some.cell(1, 1) == "4");
        QCOMPARE(some.source().sha256, table.source().sha256);
        QCOMPARE(table.rowsWhere({false, false, false, false}, {})->rows(), 0U);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!table.rowsWhere({true, true, true, true}, {stop.get_token(), nullptr}).ok());
    }
    void appendsAndKeepsManyCodesAtOnce() {
        mangrove::SeededRandom random(11);
        for (const std::uint32_t values : {200U, 300U, 70'000U}) {
            CodeVector codes;
            std::vector<std::uint32_t> plain;
            for (int round = 0; round < 40; ++round) {
                std::vector<std::uint32_t> more(random.below(100));
                // few values first, so that the width grows on the way
                for (std::uint32_t& code : more)
                    code = random.below(10) == 0
                               ? kNullCode
                               : static_cast<std::uint32_t>(random.below(round < 20 ? 9 : values));
                codes.append(more);
                plain.insert(plain.end(), more.begin(), more.end());
                if (round % 7 != 6)
                    continue;
                std::vector<std::uint32_t> places;
                std::vector<std::uint32_t> kept;
                for (std::size_t row = 0; row < plain.size(); ++row) {
                    if (random.below(3) == 0)
                        continue;
                    places.push_back(static_cast<std::uint32_t>(row));
                    kept.push_back(plain[row]);
                }
                codes.keepOnly(places);
                plain = kept;
            }
            QCOMPARE(codes.size(), plain.size());
            QVERIFY(std::equal(codes.begin(), codes.end(), plain.begin()));
        }
    }
    void numbersTextsLikeAMap() {
        mangrove::SeededRandom random(5);
        mangrove::table::ValueDictionary dictionary;
        std::map<std::string, std::uint32_t> expected;
        for (int i = 0; i < 40'000; ++i) {
            // short and long ones, some with NUL bytes, some longer than a block
            std::string text(random.below(i % 1000 == 0 ? 100'000 : 24), char('a' + i % 3));
            if (!text.empty())
                text[random.below(text.size())] = static_cast<char>(random.below(256));
            bool isNew = false;
            const auto next = static_cast<std::uint32_t>(expected.size());
            const auto [at, inserted] = expected.try_emplace(text, next);
            QCOMPARE(dictionary.find(text) == mangrove::table::ValueDictionary::kAbsent, inserted);
            QCOMPARE(dictionary.add(text, isNew), at->second);
            QCOMPARE(isNew, inserted);
        }
        QCOMPARE(dictionary.size(), expected.size());
        for (const auto& [text, number] : expected)
            QVERIFY(dictionary.text(number) == text && dictionary.find(text) == number);
        dictionary.clear();
        QCOMPARE(dictionary.size(), std::size_t{0});
        QCOMPARE(dictionary.find("a"), mangrove::table::ValueDictionary::kAbsent);
    }
    void encodesByFirstAppearance() {
        const auto table = tableOf("id,sex,weight\n1,F,?\n2,M,70\n3,F,\n4,F,?\n");
        QVERIFY(table.ok());
        QCOMPARE(table->rows(), std::uint64_t{4});
        QCOMPARE(table->columnCount(), std::size_t{3});
        const auto& sex = table->column(1);
        QCOMPARE(sex.dictionary, (std::vector<std::string>{"F", "M"}));
        QCOMPARE(sex.codes, (CodeVector{0, 1, 0, 0}));
        const auto& weight = table->column(2);
        QCOMPARE(weight.dictionary, (std::vector<std::string>{"70"}));
        QCOMPARE(weight.codes, (CodeVector{kNullCode, 0, kNullCode, kNullCode}));
        const auto counts = table->counts(1);
        QCOMPARE(counts.counts, (std::vector<std::uint64_t>{3, 1}));
        QCOMPARE(counts.nulls, std::uint64_t{0});
        QCOMPARE(table->counts(2).nulls, std::uint64_t{3});
        QVERIFY(table->cell(1, 1) == "M");
        QVERIFY(!table->cell(2, 0).has_value());
        QVERIFY(table->columnIndex("weight") == std::size_t{2});
        QVERIFY(!table->columnIndex("Weight").has_value());
        QCOMPARE(table->source().sha256.size(), std::size_t{64});
    }

    void keepsWhatTheReaderSaid() {
        const auto table = tableOf("a,b\n1,2\n3\n");
        QVERIFY(table.ok());
        QCOMPARE(table->rows(), std::uint64_t{1});
        QCOMPARE(table->rowsRejected(), std::uint64_t{1});
        QCOMPARE(table->warnings().front().line, std::uint64_t{3});
        QVERIFY(!tableOf("a,b\n1,\"2\n").ok());
    }

    void stopsAtMaxRows() {
        std::string text = "a,b\n";
        for (int i = 0; i < 2000; ++i)
            text += std::to_string(i) + ",x\n";
        QCOMPARE(tableOf(text, {}, 700)->rows(), std::uint64_t{700});
        QCOMPARE(tableOf(text, {}, 700)->column(0).dictionary.size(), std::size_t{700});
        QCOMPARE(tableOf(text, {}, 5000)->rows(), std::uint64_t{2000});
        QCOMPARE(tableOf(text)->rows(), std::uint64_t{2000});
    }

    void checksColumnsMadeElsewhere() {
        QVERIFY(Table::make({{"a", {"x"}, {0, kNullCode}}, {"b", {}, {kNullCode, kNullCode}}}).ok());
        const auto uneven = Table::make({{"a", {"x"}, {0}}, {"b", {}, {}}});
        QVERIFY(!uneven.ok());
        QCOMPARE(std::string(uneven.error().code()), std::string("table-columns-uneven"));
        const auto badCode = Table::make({{"a", {"x"}, {1}}});
        QVERIFY(!badCode.ok());
        QCOMPARE(std::string(badCode.error().code()), std::string("table-bad-code"));
    }
};

MANGROVE_TEST(TableTest)
#include "table_test.moc"
