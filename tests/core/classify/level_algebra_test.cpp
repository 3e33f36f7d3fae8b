// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/random.h"
#include "classify/classifier.h"
#include "classify/level_rules.h"
#include "support/test_registry.h"

#include <QtTest>

using namespace mangrove;

namespace {

using Values = std::vector<std::string>;

struct NamedColumn {
    std::string name;
    Values values;
};

/// Columns of every class, to be drawn from.
std::vector<NamedColumn> columnPool() {
    return {{"姓名", {"王建国", "李秀英"}},
            {"性别", {"男", "女"}},
            {"年龄", {"34", "56"}},
            {"婚姻状况", {"未婚", "已婚"}},
            {"民族", {"汉族", "黎族"}},
            {"诊断名称", {"高血压", "肺炎"}},
            {"疾病编码", {"E11.900", "B20.000"}},
            {"基因型", {"AA", "AG"}},
            {"机构名称", {"海南示例医院"}},
            {"loinc", {"2160-0", "718-7", "4548-4"}},
            {"出生日期", {"1950-03-05", "1961-07-09"}},
            {"备注", {"电话13812345678，请转告", "无"}},
            {"患者编号", {"P1", "P2", "P3"}},
            {"x", {"1", "2"}}};
}

classify::TableClassification classified(const std::vector<NamedColumn>& columns,
                                         const classify::ClassifyOptions& options = {}) {
    std::vector<classify::ColumnValues> views;
    for (const NamedColumn& column : columns)
        views.push_back({column.name, column.values, {}, 0});
    const auto result = classify::classifyColumns(views, options, {});
    if (!result.ok())
        qFatal("%s", result.error().message().c_str());
    return *result;
}

bool hasFlag(const std::vector<std::string>& flags, const char* flag) {
    return std::find(flags.begin(), flags.end(), flag) != flags.end();
}

/// A pack with one rule; `when` and `effect` are JSON objects.
classify::RulePack packOf(const std::string& when, const std::string& effect) {
    return *classify::RulePack::parse(
        R"({"rulepack": 1, "id": "extra", "version": "1", "jurisdiction": "CN", "title": {"en": "E", "zh": "加"},
 "rules": [{"id": "extra-1", "source": "E", "clause": "1", "edition": "1", "status": "M", "when": )"
            + when + R"(, "effect": )" + effect + R"(, "en": "e", "zh": "中"}]})",
        "extra.json");
}

} // namespace

/// The level algebra of rules.md section 9, as properties over random tables.
class LevelAlgebraTest final : public QObject {
    Q_OBJECT
private slots:
    void moreColumnsNeverLower();
    void orderOfColumnsDoesNotMatter();
    void moreRulesNeverLower();
    void theTwoScalesStayApart();
    void minorsAreFlagged();
    void geneticResourcesAreFlagged();
    void personsAreCountedDistinct();
    void scaleRaisesByPersons();
};

void LevelAlgebraTest::moreColumnsNeverLower() {
    const auto pool = columnPool();
    SeededRandom random(3);
    for (int round = 0; round < 60; ++round) {
        std::vector<NamedColumn> columns;
        int level = 1;
        auto national = classify::NationalLevel::General1;
        for (int i = 0; i < 6; ++i) {
            columns.push_back(pool[random.below(pool.size())]);
            const auto table = classified(columns);
            QVERIFY(table.tableLevel39725 >= level);
            QVERIFY(table.tableLevel43697 >= national);
            for (const auto& column : table.columns) {
                QVERIFY(table.tableLevel39725 >= column.level39725);
                QVERIFY(table.tableLevel43697 >= column.level43697);
            }
            level = table.tableLevel39725;
            national = table.tableLevel43697;
        }
    }
}

void LevelAlgebraTest::orderOfColumnsDoesNotMatter() {
    auto columns = columnPool();
    const auto forward = classified(columns);
    std::reverse(columns.begin(), columns.end());
    const auto backward = classified(columns);
    QCOMPARE(backward.tableLevel39725, forward.tableLevel39725);
    QCOMPARE(backward.tableLevel43697, forward.tableLevel43697);
    QCOMPARE(backward.flags, forward.flags);
    QCOMPARE(backward.categories39725, forward.categories39725);
    for (std::size_t i = 0; i < columns.size(); ++i)
        QCOMPARE(backward.columns[columns.size() - 1 - i], forward.columns[i]);
}

void LevelAlgebraTest::moreRulesNeverLower() {
    const auto columns = columnPool();
    const auto before = classified(columns);
    const auto builtIn = *classify::RulePackSet::builtIn();
    for (int level = 1; level <= 5; ++level) {
        std::vector<classify::RulePack> packs(builtIn->packs().begin(), builtIn->packs().end());
        packs.push_back(packOf(R"({"columnName": "."})", format("{{\"level39725\": {}}}", level)));
        classify::ClassifyOptions options;
        options.packs = *classify::RulePackSet::make(std::move(packs));
        const auto after = classified(columns, options);
        for (std::size_t i = 0; i < columns.size(); ++i)
            QCOMPARE(after.columns[i].level39725, std::max(before.columns[i].level39725, level));
    }
}

void LevelAlgebraTest::theTwoScalesStayApart() {
    const auto table = classified({{"机构名称", {"海南示例医院"}}});
    QCOMPARE(table.tableLevel39725, 1);
    QCOMPARE(table.tableLevel43697, classify::NationalLevel::General1);
    const auto genetic = classified({{"基因型", {"AA", "AG"}}});
    QCOMPARE(genetic.tableLevel39725, 4);
    QCOMPARE(genetic.tableLevel43697, classify::NationalLevel::General4);
    const auto special = classified({{"疾病编码", {"E11.900", "B20.000", "J18.900"}}});
    QCOMPARE(special.tableLevel39725, 5);                                 // the highest of the one
    QCOMPARE(special.tableLevel43697, classify::NationalLevel::General3); // not of the other
}

void LevelAlgebraTest::minorsAreFlagged() {
    QVERIFY(hasFlag(classified({{"年龄", {"13", "56"}}}).flags, "minor"));
    QVERIFY(hasFlag(classified({{"年龄", {"8月", "56"}}}).flags, "minor"));
    QVERIFY(!hasFlag(classified({{"年龄", {"14", "56"}}}).flags, "minor"));
    // by birth date, at the newest date the table speaks of
    QVERIFY(hasFlag(classified({{"出生日期", {"2011-05-01"}}, {"入院日期", {"2024-01-31"}}}).flags, "minor"));
    QVERIFY(
        !hasFlag(classified({{"出生日期", {"2010-01-31"}}, {"入院日期", {"2024-01-31"}}}).flags, "minor"));
    QVERIFY(!hasFlag(classified({{"出生日期", {"2011-05-01"}}}).flags, "minor")); // no date, no guess
    QCOMPARE(classified({{"年龄", {"13"}}}).columns[0].level39725, 3);
}

void LevelAlgebraTest::geneticResourcesAreFlagged() {
    const auto byValue = classified({{"c1", {"rs7412", "rs429358", "rs1801133", "rs4988235", "rs9939609"}}});
    QCOMPARE(byValue.columns[0].identifier, std::optional<std::string>("genetic-variant"));
    QVERIFY(hasFlag(byValue.flags, "human-genetic-resources")
            && hasFlag(byValue.flags, "hgr-check-foreign-recipient"));
    QVERIFY(hasFlag(classified({{"sample_hla", {"a", "b"}}}).flags, "human-genetic-resources"));
    QVERIFY(!hasFlag(classified({{"sample_type", {"a", "b"}}}).flags, "human-genetic-resources"));
}

void LevelAlgebraTest::personsAreCountedDistinct() {
    QCOMPARE(classified({{"患者编号", {"P1", "P2", "P3"}}, {"病案号", {"1", "2"}}}).persons,
             std::uint64_t{3});
    QCOMPARE(classified({{"病案号", {"1", "2"}}}).persons, std::uint64_t{2});
    QCOMPARE(classified({{"性别", {"男", "女"}}}).persons, std::uint64_t{0});
}

void LevelAlgebraTest::scaleRaisesByPersons() {
    std::vector<classify::RulePack> packs;
    packs.push_back(*classify::RulePack::parse(
        R"({"rulepack": 1, "id": "n", "version": "1", "jurisdiction": "CN", "title": {"en": "N", "zh": "名"},
 "names": [{"kind": "patient-id", "origin": "test", "status": "V", "strong": ["id"], "weak": []}]})",
        "n.json"));
    packs.push_back(packOf(R"({"personsAtLeast": 3})", R"({"level43697": "important", "flags": ["large"]})"));
    classify::ClassifyOptions options;
    options.packs = *classify::RulePackSet::make(std::move(packs));
    const auto three = classified({{"id", {"a1", "a2", "a3"}}}, options);
    QCOMPARE(three.tableLevel43697, classify::NationalLevel::Important);
    QVERIFY(hasFlag(three.flags, "large"));
    QCOMPARE(three.rules.size(), std::size_t{1});
    const auto two = classified({{"id", {"a1", "a2"}}}, options);
    QCOMPARE(two.tableLevel43697, classify::NationalLevel::General1);
    QVERIFY(!hasFlag(two.flags, "large"));
}

MANGROVE_TEST(LevelAlgebraTest)
#include "level_algebra_test.moc"
