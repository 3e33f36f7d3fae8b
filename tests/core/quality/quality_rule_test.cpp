// SPDX-License-Identifier: GPL-3.0-or-later
#include "quality/quality_rule.h"

#include "quality/errors.h"
#include "quality/iso_day.h"
#include "support/test_registry.h"

#include <QtTest>

using namespace mangrove;

namespace {

const std::string kGoodRules = R"({"quality": 1, "rules": [
  {"id": "a", "type": "completeness", "columns": ["x"], "threshold": 0.05},
  {"id": "b", "type": "validity", "columns": ["x"], "identifier": "cn-resident-id", "severity": "warning"},
  {"id": "c", "type": "validity", "columns": ["x"], "form": "integer", "minimum": 0, "maximum": 120},
  {"id": "d", "type": "validity", "columns": ["x"], "pattern": "[A-Z]+", "allowed": ["A", "B"]},
  {"id": "e", "type": "validity", "columns": ["x"], "earliest": "1900-01-01", "latest": "2026-12-31", "dimension": "timeliness"},
  {"id": "f", "type": "uniqueness", "columns": ["x", "y"]},
  {"id": "g", "type": "order", "columns": ["x", "y"], "description": "begin before end"}
]})";

std::string spoiledRules(const std::string& from, const std::string& to) {
    std::string json = kGoodRules;
    const auto at = json.find(from);
    Q_ASSERT(at != std::string::npos);
    return json.replace(at, from.size(), to);
}

} // namespace

class QualityRuleTest final : public QObject {
    Q_OBJECT
private slots:
    void goodRulesAreReadAndWritten();
    void wrongRulesAreRefused_data();
    void wrongRulesAreRefused();
    void moments_data();
    void moments();
};

void QualityRuleTest::goodRulesAreReadAndWritten() {
    const auto rules = quality::parseRules(kGoodRules);
    QVERIFY2(rules.ok(), rules.ok() ? "" : rules.error().message().c_str());
    QCOMPARE(rules->size(), std::size_t{7});
    QCOMPARE((*rules)[0].dimension, quality::Dimension::Completeness);
    QCOMPARE((*rules)[1].severity, quality::Severity::Warning);
    QCOMPARE((*rules)[1].threshold, 0.0);
    QCOMPARE((*rules)[4].dimension, quality::Dimension::Timeliness);
    QCOMPARE((*rules)[6].dimension, quality::Dimension::Consistency);
    const std::string json = quality::toJson(*rules);
    const auto again = quality::parseRules(json);
    QVERIFY(again.ok());
    QVERIFY(*again == *rules);
    QCOMPARE(quality::toJson(*again), json);
}

void QualityRuleTest::wrongRulesAreRefused_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const std::string& json, int line, const char* reason) {
        QTest::newRow(name) << QString::fromStdString(json) << line << reason;
    };
    row("no json", "{\n\"quality\": 1\n", 3, "well-formed");
    row("form", spoiledRules("\"quality\": 1", "\"quality\": 3"), 1, "'quality'");
    row("no rules", "{\"quality\": 1}", 1, "'rules' is missing");
    row("unknown member", spoiledRules("\"threshold\"", "\"treshold\""), 2, "no member 'treshold'");
    row("type", spoiledRules("\"completeness\"", "\"beauty\""), 2, "is no type");
    row("threshold", spoiledRules("0.05", "5"), 2, "between 0 and 1");
    row("kind", spoiledRules("cn-resident-id", "no-id"), 3, "no identifier kind");
    row("severity", spoiledRules("\"warning\"", "\"fatal\""), 3, "is no severity");
    row("range", spoiledRules("\"minimum\": 0", "\"minimum\": 200"), 4, "above 'maximum'");
    row("value form", spoiledRules("\"integer\"", "\"whole\""), 4, "'form' must be");
    row("pattern", spoiledRules("[A-Z]+", "[A-Z"), 5, "no RE2 pattern");
    row("date", spoiledRules("1900-01-01", "1900-1-1"), 6, "must be a date");
    row("two ids", spoiledRules("\"id\": \"b\"", "\"id\": \"a\""), 3, "used twice");
    row("nothing to check", spoiledRules(", \"identifier\": \"cn-resident-id\"", ""), 3,
        "a validity rule needs");
    row("columns of order",
        spoiledRules("\"columns\": [\"x\", \"y\"], \"description\"", "\"columns\": [\"x\"], \"description\""),
        8, "1 columns");
    row("pattern elsewhere",
        spoiledRules("\"columns\": [\"x\"], \"threshold\"",
                     "\"columns\": [\"x\"], \"pattern\": \"a\", \"threshold\""),
        2, "validity rules only");
}

void QualityRuleTest::wrongRulesAreRefused() {
    QFETCH(QString, json);
    QFETCH(int, line);
    QFETCH(QString, reason);
    const auto rules = quality::parseRules(json.toStdString(), "my-rules.json");
    QVERIFY(!rules.ok());
    QVERIFY(rules.error().is(errors::kQualityRulesInvalid));
    QVERIFY2(QString::fromStdString(rules.error().message()).contains(reason),
             rules.error().message().c_str());
    QCOMPARE(rules.error().at().file, std::string("my-rules.json"));
    QCOMPARE(static_cast<int>(rules.error().at().line), line);
}

void QualityRuleTest::moments_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<qlonglong>("moment");
    QTest::newRow("day") << "2026-01-31" << 20260131000000LL;
    QTest::newRow("slashes") << "2026/1/5" << 20260105000000LL;
    QTest::newRow("compact") << "20260131" << 20260131000000LL;
    QTest::newRow("compact time") << "20260131235958" << 20260131235958LL;
    QTest::newRow("time") << "2026-01-31 23:59:58" << 20260131235958LL;
    QTest::newRow("iso") << "2026-01-31T23:59:58Z" << 20260131235958LL;
    QTest::newRow("chinese") << "2026年1月31日" << 20260131000000LL;
    QTest::newRow("impossible") << "2026-02-30" << -1LL;
    QTest::newRow("day or month first") << "03/04/2026" << -1LL;
    QTest::newRow("word") << "today" << -1LL;
}

void QualityRuleTest::moments() {
    QFETCH(QString, text);
    QFETCH(qlonglong, moment);
    QCOMPARE(static_cast<qlonglong>(quality::momentOf(text.toStdString()).value_or(-1)), moment);
}

MANGROVE_TEST(QualityRuleTest)
#include "quality_rule_test.moc"
