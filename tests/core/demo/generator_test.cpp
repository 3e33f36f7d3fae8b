// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/generator.h"

#include "base/clock.h"
#include "base/text.h"
#include "classify/identifier_kind.h"
#include "demo/population.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace {

using namespace mangrove;

using GeneratedRow = std::vector<std::string>;

/// A second, slow reader of our own files: RFC 4180, remembering the physical line of each record.
struct GeneratedTable {
    GeneratedRow header;
    std::vector<GeneratedRow> rows;
    std::vector<std::uint64_t> lines;

    [[nodiscard]] std::size_t column(const std::string& name) const {
        return static_cast<std::size_t>(std::find(header.begin(), header.end(), name) - header.begin());
    }
};

GeneratedTable readGenerated(const std::filesystem::path& file) {
    const std::string bytes = test::readAll(file);
    GeneratedTable table;
    GeneratedRow row(1);
    bool quoted = false;
    std::uint64_t line = 1;
    std::uint64_t start = 1;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        line += c == '\n' ? 1 : 0;
        if (quoted) {
            if (c == '"' && bytes[i + 1] == '"')
                row.back() += bytes[++i];
            else if (c == '"')
                quoted = false;
            else
                row.back() += c;
        } else if (c == '"') {
            quoted = true;
        } else if (c == ',') {
            row.emplace_back();
        } else if (c == '\n') {
            if (table.header.empty()) {
                table.header = row;
            } else {
                table.rows.push_back(row);
                table.lines.push_back(start);
            }
            start = line;
            row.assign(1, {});
        } else {
            row.back() += c;
        }
    }
    return table;
}

/// ISO 7064 MOD 11-2, written down a second time: the whole number is 1 modulo 11.
bool citizenNumberHolds(const std::string& number) {
    if (number.size() != 18)
        return false;
    int sum = 0;
    for (const char c : number) {
        if (c != 'X' && (c < '0' || c > '9'))
            return false;
        sum = (sum * 2 + (c == 'X' ? 10 : c - '0')) % 11;
    }
    return sum == 1;
}

bool gtinHolds(const std::string& code) {
    int sum = 0;
    for (std::size_t i = 0; i < code.size(); ++i)
        sum += (code[code.size() - 1 - i] - '0') * (i % 2 == 0 ? 1 : 3);
    return code.size() == 14 && sum % 10 == 0;
}

bool isIsoDate(const std::string& text) {
    return text.size() >= 10
           && isValidDate(std::stoi(text.substr(0, 4)), static_cast<unsigned>(std::stoi(text.substr(5, 2))),
                          static_cast<unsigned>(std::stoi(text.substr(8, 2))));
}

class GeneratorTest : public QObject {
    Q_OBJECT

private:
    test::TempDir m_dir;
    demo::DemoFiles m_files;
    GeneratedTable m_visits;
    GeneratedTable m_settlements;
    GeneratedTable m_dispensing;
    nlohmann::json m_manifest;

    [[nodiscard]] const GeneratedTable& table(const std::string& name) const {
        return name == "visits" ? m_visits : name == "settlements" ? m_settlements : m_dispensing;
    }
    /// Rows (from 0) of `table` with that defect in `column`.
    [[nodiscard]] std::set<std::size_t> planted(const std::string& name, const std::string& column,
                                                const std::string& defect) const {
        std::set<std::size_t> rows;
        for (const auto& entry : m_manifest["defects"])
            if (entry["table"] == name && entry["column"] == column && entry["defect"] == defect)
                rows.insert(entry["row"].get<std::size_t>() - 1);
        return rows;
    }

private slots:
    void initTestCase() {
        auto files = demo::generateDemoData(m_dir.path(), {}, {});
        QVERIFY2(files.ok(), files.ok() ? "" : files.error().message().c_str());
        m_files = files.value();
        m_visits = readGenerated(m_files.visits);
        m_settlements = readGenerated(m_files.settlements);
        m_dispensing = readGenerated(m_files.dispensing);
        m_manifest = nlohmann::json::parse(test::readAll(m_files.manifest), nullptr, false);
        QVERIFY(!m_manifest.is_discarded());
    }

    void sameSeedSameBytes() {
        const test::TempDir again;
        const test::TempDir other;
        QVERIFY(demo::generateDemoData(again.path(), {}, {}).ok());
        QVERIFY(demo::generateDemoData(other.path(), {.seed = 7}, {}).ok());
        for (const char* name : {"visits.csv", "settlements.csv", "dispensing.csv", "manifest.json"}) {
            QVERIFY(test::readAll(m_dir / name) == test::readAll(again / name));
            QVERIFY(test::readAll(m_dir / name) != test::readAll(other / name));
        }
    }

    void shapesAreAsTheManifestSays() {
        QCOMPARE(m_visits.rows.size(), std::size_t{2000});
        QCOMPARE(m_manifest["tables"].size(), std::size_t{3});
        for (const auto& entry : m_manifest["tables"]) {
            const GeneratedTable& read = table(entry["name"]);
            QCOMPARE(read.rows.size(), entry["rows"].get<std::size_t>());
            QCOMPARE(read.header.size(), entry["columns"].size());
            for (std::size_t i = 0; i < read.header.size(); ++i)
                QCOMPARE(read.header[i], entry["columns"][i]["name"].get<std::string>());
            for (const GeneratedRow& row : read.rows)
                QCOMPARE(row.size(), read.header.size());
        }
    }

    void identifiersAreThoseOfClassify() {
        for (const auto& entry : m_manifest["tables"])
            for (const auto& column : entry["columns"]) {
                if (column["identifier"].is_null())
                    continue;
                const std::string id = column["identifier"];
                const classify::IdentifierKind* kind = classify::findIdentifierKind(id);
                QVERIFY2(kind != nullptr, id.c_str());
                QCOMPARE(column["class"].get<std::string>(), std::string(classify::toText(kind->cls)));
            }
        for (const auto& entry : m_manifest["entities"])
            QVERIFY(classify::findIdentifierKind(entry["type"].get<std::string>()) != nullptr);
    }

    void rowCountsHold_data() {
        QTest::addColumn<quint64>("visits");
        for (const quint64 visits : {50U, 51U, 249U, 250U, 500U, 501U, 1999U})
            QTest::addRow("%d", static_cast<int>(visits)) << visits;
    }
    void rowCountsHold() {
        QFETCH(quint64, visits);
        const test::TempDir dir;
        const auto files = demo::generateDemoData(dir.path(), {.visits = visits}, {});
        QVERIFY(files.ok());
        QCOMPARE(readGenerated(files->visits).rows.size(), std::size_t{visits});
    }

    void citizenNumbersHoldAndBelongToNobodyAlive_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("column");
        QTest::newRow("visits") << "visits"
                                << "身份证号";
        QTest::newRow("settlements") << "settlements"
                                     << "CERTNO";
    }
    void citizenNumbersHoldAndBelongToNobodyAlive() {
        QFETCH(QString, name);
        QFETCH(QString, column);
        const GeneratedTable& read = table(name.toStdString());
        const std::size_t at = read.column(column.toStdString());
        const auto wrong = planted(name.toStdString(), column.toStdString(), "wrong-check-digit");
        const auto wide = planted(name.toStdString(), column.toStdString(), "full-width-digits");
        const auto missing = planted(name.toStdString(), column.toStdString(), "missing-value");
        QVERIFY(!wrong.empty());
        for (std::size_t row = 0; row < read.rows.size(); ++row) {
            const std::string& number = read.rows[row][at];
            QCOMPARE(number.empty(), missing.contains(row));
            if (missing.contains(row) || wide.contains(row))
                continue;
            QCOMPARE(citizenNumberHolds(number), !wrong.contains(row));
            const int year = std::stoi(number.substr(6, 4));
            QVERIFY(year >= 1901 && year <= 1919);
            QCOMPARE(number.substr(14, 2), std::string("99"));
            QVERIFY(number.starts_with("46"));
        }
    }

    void drugCodesHold() {
        const std::size_t standard = m_dispensing.column("DRUG_STD_CODE");
        const std::size_t list = m_dispensing.column("MED_LIST_CODG");
        const auto wrong = planted("dispensing", "DRUG_STD_CODE", "wrong-check-digit");
        QVERIFY(!wrong.empty());
        for (std::size_t row = 0; row < m_dispensing.rows.size(); ++row) {
            const GeneratedRow& cells = m_dispensing.rows[row];
            QCOMPARE(gtinHolds(cells[standard]), !wrong.contains(row));
            QCOMPARE(cells[list].size(), cells[list].starts_with('X') ? std::size_t{23} : std::size_t{20});
        }
    }

    void creditCodeMatchesTheStandardsExample() {
        QCOMPARE(demo::creditCodeCheckSymbol("91350100M000100Y4"), '3');
        QCOMPARE(demo::citizenCheckDigit("46010519010101991"), '9');
        QCOMPARE(demo::citizenCheckDigit("11010119050708909"), 'X');
    }

    void defectsAreWhereTheManifestSays() {
        std::map<std::string, std::map<std::string, std::uint64_t>> counts;
        std::set<std::string> kinds;
        for (const auto& entry : m_manifest["defects"]) {
            const GeneratedTable& read = table(entry["table"]);
            const auto row = entry["row"].get<std::size_t>() - 1;
            QCOMPARE(read.lines.at(row), entry["line"].get<std::uint64_t>());
            const std::string& cell = read.rows.at(row).at(read.column(entry["column"]));
            const std::string defect = entry["defect"];
            if (defect == "missing-value")
                QVERIFY(cell.empty());
            else if (defect == "impossible-date")
                QVERIFY(!isIsoDate(cell));
            else if (defect == "duplicate-key")
                QVERIFY(read.rows.at(row) == read.rows.at(row - 1));
            else if (defect == "trailing-blanks")
                QVERIFY(cell.ends_with(' '));
            else if (defect == "full-width-digits")
                QVERIFY(cell.find("\xEF\xBC") != std::string::npos);
            else if (defect == "out-of-range")
                QVERIFY(std::stod(cell) < 0 || std::stod(cell) > 9e7);
            kinds.insert(defect);
            ++counts[entry["table"]][defect];
        }
        QCOMPARE(kinds.size(), std::size_t{8});
        QCOMPARE(nlohmann::json(counts), m_manifest["counts"]);
    }

    void nothingElseIsBroken() {
        const auto late = planted("visits", "出院时间", "discharge-before-admission");
        const auto impossible = planted("visits", "入院时间", "impossible-date");
        const auto repeated = planted("visits", "就诊流水号", "duplicate-key");
        const std::size_t from = m_visits.column("入院时间");
        const std::size_t to = m_visits.column("出院时间");
        const std::size_t key = m_visits.column("就诊流水号");
        std::set<std::string> keys;
        for (std::size_t row = 0; row < m_visits.rows.size(); ++row) {
            const GeneratedRow& cells = m_visits.rows[row];
            QCOMPARE(keys.insert(cells[key]).second, !repeated.contains(row));
            QCOMPARE(isIsoDate(cells[from]), !impossible.contains(row));
            if (!impossible.contains(row))
                QCOMPARE(cells[to] < cells[from], late.contains(row));
        }
        QVERIFY(!late.empty());
    }

    void entitiesAreWhereTheManifestSays() {
        std::map<std::string, int> types;
        for (const auto& entry : m_manifest["entities"]) {
            const GeneratedTable& read = table(entry["table"]);
            const std::string& note =
                read.rows.at(entry["row"].get<std::size_t>() - 1).at(read.column(entry["column"]));
            std::size_t at = 0;
            std::size_t begin = 0;
            for (std::uint64_t point = 0; point < entry["end"].get<std::uint64_t>(); ++point) {
                if (point == entry["start"].get<std::uint64_t>())
                    begin = at;
                (void)nextCodePoint(note, at);
            }
            QCOMPARE(note.substr(begin, at - begin), entry["text"].get<std::string>());
            ++types[entry["type"]];
        }
        QVERIFY(types["person-name"] > 2000);
        QVERIFY(types["cn-resident-id"] > 400);
        QVERIFY(types["cn-mobile"] > 800);
    }

    void extractsAreLinked() {
        std::map<std::string, std::string> costs;
        for (const GeneratedRow& row : m_visits.rows)
            costs[row[m_visits.column("就诊流水号")]] = row[m_visits.column("总费用")];
        const auto changed = planted("visits", "总费用", "out-of-range").size();
        std::size_t different = 0;
        for (const GeneratedRow& row : m_settlements.rows) {
            const auto visit = costs.find(row[m_settlements.column("MDTRT_ID")]);
            QVERIFY(visit != costs.end());
            different += visit->second != row[m_settlements.column("MEDFEE_SUMAMT")] ? 1 : 0;
        }
        QVERIFY(different <= changed + 1);
        for (const GeneratedRow& row : m_dispensing.rows)
            QVERIFY(costs.contains(row[m_dispensing.column("MDTRT_ID")]));
    }

    void distributionsLookLikeAHospital() {
        std::vector<double> ages;
        std::vector<double> stays;
        std::vector<double> costs;
        for (const GeneratedRow& row : m_visits.rows) {
            ages.push_back(std::stod(row[m_visits.column("年龄")]));
            stays.push_back(std::stod(row[m_visits.column("住院天数")]));
            costs.push_back(std::stod(row[m_visits.column("总费用")]));
        }
        const auto median = [](std::vector<double> values) {
            std::nth_element(values.begin(), values.begin() + 1000, values.end());
            return values[1000];
        };
        QVERIFY2(median(ages) > 50 && median(ages) < 68, qPrintable(QString::number(median(ages))));
        QVERIFY2(median(stays) >= 5 && median(stays) <= 9, qPrintable(QString::number(median(stays))));
        QVERIFY2(median(costs) > 6000 && median(costs) < 14000, qPrintable(QString::number(median(costs))));
        QVERIFY(*std::min_element(ages.begin(), ages.end()) >= 0);
        QVERIFY(*std::max_element(ages.begin(), ages.end()) < 100);
    }

    void refusesWhatItCannotDo() {
        const test::TempDir dir;
        const auto few = demo::generateDemoData(dir.path(), {.visits = 49}, {});
        QVERIFY(!few.ok());
        QVERIFY(few.error().is(errors::kBadOption));
        QVERIFY(!demo::generateDemoData(dir.path(), {.visits = 1'000'001}, {}).ok());
        const auto file = dir.write("file", "x");
        const auto onFile = demo::generateDemoData(file, {}, {});
        QVERIFY(!onFile.ok());
        QVERIFY(onFile.error().is(errors::kFileNotWritable));
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = demo::generateDemoData(dir.path(), {}, {stop.get_token(), nullptr});
        QVERIFY(!stopped.ok());
        QVERIFY(stopped.error().is(errors::kCancelled));
        QVERIFY(!std::filesystem::exists(dir / "visits.csv"));
    }

    void hundredThousandVisits() {
        const test::TempDir dir;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(demo::generateDemoData(dir.path(), {.visits = 100'000}, {}).ok());
        qInfo("100,000 visits with settlements and dispensing in %lld ms", timer.elapsed());
        QVERIFY(timer.elapsed() < 20'000); // a guard against growing out of proportion, not a benchmark
    }
};

MANGROVE_TEST(GeneratorTest)

} // namespace

#include "generator_test.moc"
