// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/number.h"
#include "base/text.h"
#include "classify/classifier.h"
#include "demo/generator.h"
#include "io/record_reader.h"
#include "quality/quality_check.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"
#include "table/table.h"

#include <QtTest>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

using namespace mangrove;

namespace {

table::Table readTableOf(const std::filesystem::path& file) {
    auto reader = io::RecordReader::open(file);
    if (!reader.ok())
        qFatal("%s", reader.error().message().c_str());
    auto table = table::Table::read(**reader, {});
    if (!table.ok())
        qFatal("%s", table.error().message().c_str());
    return std::move(table).value();
}

/// What a rule says of rows, worked out again without any code of the room: rows as texts, one by one.
struct SlowCount {
    std::uint64_t violated = 0;
    std::uint64_t denominator = 0;
    std::vector<std::uint64_t> rows;

    void judge(bool bad, std::uint64_t row) {
        ++denominator;
        if (!bad)
            return;
        ++violated;
        if (rows.size() < 20)
            rows.push_back(row);
    }
};

} // namespace

class QualityFilesTest final : public QObject {
    Q_OBJECT
private slots:
    void adultRecountedSlowly();
    void plantedDefectsAreFound();
    void suggestedRulesFitTheirTable();
    void linesAreThoseOfTheFile();
};

void QualityFilesTest::adultRecountedSlowly() {
    if (test::sharedDir().empty())
        QSKIP("../shared is absent");
    const auto file = test::sharedDir() / "data/adult/adult.csv";
    const std::string bytes = test::readAll(file);
    const auto lines = split(bytes, '\n');
    SlowCount range;
    SlowCount set;
    SlowCount key;
    std::map<std::string, int> times;
    std::vector<std::string> keys;
    std::uint64_t row = 0;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].empty())
            continue;
        ++row;
        const std::string line(lines[i].substr(0, lines[i].size() - 1)); // CR
        const auto cells = split(line, ';');
        const auto age = parseInteger(cells[1]);
        range.judge(!age || *age < 20 || *age > 60, row);
        set.judge(cells[2] != "White" && cells[2] != "Black", row);
        keys.push_back(std::string(cells[1]) + ";" + std::string(cells[4]) + ";" + std::string(cells[7]));
        ++times[keys.back()];
    }
    for (std::size_t i = 0; i < keys.size(); ++i)
        key.judge(times[keys[i]] > 1, i + 1);
    const auto rules = quality::parseRules(R"({"quality":1,"rules":[
        {"id":"range","type":"validity","columns":["age"],"form":"integer","minimum":20,"maximum":60},
        {"id":"set","type":"validity","columns":["race"],"allowed":["White","Black"]},
        {"id":"key","type":"uniqueness","columns":["age","education","occupation"]}]})");
    const auto report = quality::checkQuality(readTableOf(file), *rules, {});
    QVERIFY(report.ok());
    const SlowCount* const slow[] = {&range, &set, &key};
    for (std::size_t i = 0; i < 3; ++i) {
        const quality::Finding& finding = report->findings[i];
        QCOMPARE(finding.violated, slow[i]->violated);
        QCOMPARE(finding.denominator, slow[i]->denominator);
        QCOMPARE(finding.rows.size(), slow[i]->rows.size());
        for (std::size_t r = 0; r < finding.rows.size(); ++r)
            QCOMPARE(finding.rows[r].row, slow[i]->rows[r]);
        QVERIFY(finding.violated > 1000 && finding.violated < finding.denominator);
    }
}

void QualityFilesTest::plantedDefectsAreFound() {
    const test::TempDir dir;
    demo::DemoOptions options;
    options.visits = 1500;
    const auto files = demo::generateDemoData(dir.path(), options, {});
    QVERIFY(files.ok());
    const table::Table table = readTableOf(files->visits);
    const auto manifest = nlohmann::json::parse(test::readAll(files->manifest));
    const auto rules = quality::parseRules(R"({"quality":1,"rules":[
        {"id":"wrong-check-digit","type":"validity","columns":["身份证号"],"identifier":"cn-resident-id"},
        {"id":"impossible-date","type":"validity","columns":["出生日期"],"form":"date"},
        {"id":"duplicate-key","type":"uniqueness","columns":["就诊流水号"]},
        {"id":"discharge-before-admission","type":"order","columns":["入院时间","出院时间"]}]})");
    quality::QualityOptions keepAll;
    keepAll.rowsKept = 100'000;
    const auto report = quality::checkQuality(table, *rules, {}, keepAll);
    QVERIFY(report.ok());
    for (const quality::Finding& finding : report->findings) {
        std::set<std::uint64_t> planted;
        for (const auto& defect : manifest["defects"])
            if (defect["table"] == "visits" && defect["defect"] == finding.ruleId
                && finding.column.find(defect["column"].get<std::string>()) != std::string::npos)
                planted.insert(defect["row"].get<std::uint64_t>());
        QVERIFY2(!planted.empty(), finding.ruleId.c_str());
        std::set<std::uint64_t> found;
        for (const auto& row : finding.rows)
            found.insert(row.row);
        for (const std::uint64_t row : planted) {
            QVERIFY2(found.count(row) == 1, (finding.ruleId + " row " + std::to_string(row)).c_str());
            // the row above shares the key of a repeated one
            if (finding.type == quality::RuleType::Uniqueness)
                QVERIFY(found.count(row - 1) == 1);
        }
        const std::size_t twice = finding.type == quality::RuleType::Uniqueness ? 2 : 1;
        QVERIFY2(found.size() <= twice * planted.size(), finding.ruleId.c_str());
    }
}

void QualityFilesTest::suggestedRulesFitTheirTable() {
    const test::TempDir dir;
    demo::DemoOptions options;
    options.visits = 300;
    const auto files = demo::generateDemoData(dir.path(), options, {});
    const table::Table table = readTableOf(files->visits);
    const auto classification = classify::classifyTable(table, {}, {});
    QVERIFY(classification.ok());
    const auto rules = quality::suggestRules(table, *classification);
    std::map<quality::RuleType, int> types;
    for (const auto& rule : rules)
        ++types[rule.type];
    QVERIFY(types[quality::RuleType::Completeness] >= 10);
    QVERIFY(types[quality::RuleType::Validity] >= 5);
    QCOMPARE(types[quality::RuleType::Uniqueness], 1);
    QCOMPARE(types[quality::RuleType::Order], 1);
    // what is suggested can be written, read and judged
    const auto read = quality::parseRules(quality::toJson(rules));
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().message().c_str());
    QVERIFY(*read == rules);
    const auto report = quality::checkQuality(table, rules, {});
    QCOMPARE(report->findings.size(), rules.size());
    QCOMPARE(report->count(quality::FindingStatus::Error), std::uint64_t{0});
    QVERIFY(report->count(quality::FindingStatus::Fail) > 0);
}

void QualityFilesTest::linesAreThoseOfTheFile() {
    const test::TempDir dir;
    const auto file = dir.write("t.csv", "a,b\n1,\"two\nlines\"\n,x\n3,y\n,\"z\n\nz\"\n");
    const auto rules =
        quality::parseRules(R"({"quality":1,"rules":[{"id":"1","type":"completeness","columns":["a"]}]})");
    auto report = quality::checkQuality(readTableOf(file), *rules, {});
    QCOMPARE(report->findings[0].rows.size(), std::size_t{2});
    QCOMPARE(report->findings[0].rows[0], (quality::ViolatingRow{2, 0}));
    auto reader = io::RecordReader::open(file);
    QVERIFY(quality::addLineNumbers(*report, **reader, {}).ok());
    QCOMPARE(report->findings[0].rows[0], (quality::ViolatingRow{2, 4}));
    QCOMPARE(report->findings[0].rows[1], (quality::ViolatingRow{4, 6}));
}

MANGROVE_TEST(QualityFilesTest)
#include "quality_files_test.moc"
