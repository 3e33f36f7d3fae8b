// SPDX-License-Identifier: GPL-3.0-or-later
#include "quality/quality_check.h"

#include "quality/errors.h"
#include "quality/quality_json.h"
#include "support/test_registry.h"
#include "table/table.h"

#include <QtTest>

using namespace mangrove;

namespace {

/// A table of columns given as cells; "\\N" is null.
table::Table tableOf(const std::vector<std::pair<std::string, std::vector<std::string>>>& columns) {
    std::vector<table::Column> made;
    for (const auto& [name, cells] : columns) {
        table::Column column;
        column.name = name;
        for (const std::string& cell : cells) {
            if (cell == "\\N") {
                column.codes.push_back(table::kNullCode);
                continue;
            }
            const auto known = std::find(column.dictionary.begin(), column.dictionary.end(), cell);
            column.codes.push_back(static_cast<std::uint32_t>(known - column.dictionary.begin()));
            if (known == column.dictionary.end())
                column.dictionary.push_back(cell);
        }
        made.push_back(std::move(column));
    }
    auto table = table::Table::make(std::move(made));
    if (!table.ok())
        qFatal("%s", table.error().message().c_str());
    return std::move(table).value();
}

/// The one finding of one rule given without its id.
quality::Finding findingOf(const table::Table& table, const std::string& rule) {
    const auto rules = quality::parseRules("{\"quality\":1,\"rules\":[{\"id\":\"r\"," + rule + "}]}");
    if (!rules.ok())
        qFatal("%s", rules.error().message().c_str());
    const auto report = quality::checkQuality(table, *rules, {});
    if (!report.ok())
        qFatal("%s", report.error().message().c_str());
    return report->findings.at(0);
}

QString shortForm(const quality::Finding& finding) {
    QStringList rows;
    for (const auto& row : finding.rows)
        rows << QString::number(row.row);
    return QString::fromStdString(std::string(quality::toText(finding.status))) + ' '
           + QString::number(finding.violated) + '/' + QString::number(finding.denominator) + " ["
           + rows.join(',') + ']';
}

} // namespace

class QualityCheckTest final : public QObject {
    Q_OBJECT
private slots:
    void rules_data();
    void rules();
    void reportCountsAndFails();
    void rowsAreCapped();
    void jsonRoundTrip();
    void foreignJsonIsRefused();
    void cancelled();
    void sentencesHaveNoValues();
};

void QualityCheckTest::rules_data() {
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("expected");
    const std::pair<const char*, const char*> cases[] = {
        {R"("type":"completeness","columns":["gap"])", "fail 2/8 [2,5]"},
        {R"("type":"completeness","columns":["gap"],"threshold":0.25)", "pass-with-violations 2/8 [2,5]"},
        {R"("type":"completeness","columns":["gap"],"threshold":0.24)", "fail 2/8 [2,5]"},
        {R"("type":"completeness","columns":["age"])", "pass 0/8 []"},
        {R"("type":"completeness","columns":["none"])", "fail 8/8 [1,2,3,4,5,6,7,8]"},
        {R"("type":"completeness","columns":["absent"])", "not-applicable 0/0 []"},
        {R"("type":"validity","columns":["none"],"form":"integer")", "not-applicable 0/0 []"},
        {R"("type":"validity","columns":["age"],"form":"integer")", "fail 2/8 [4,8]"},
        {R"("type":"validity","columns":["age"],"minimum":0,"maximum":120)", "fail 2/8 [3,8]"},
        {R"("type":"validity","columns":["age"],"form":"decimal")", "fail 1/8 [8]"},
        {R"("type":"validity","columns":["id"],"identifier":"cn-resident-id")", "fail 2/7 [2,3]"},
        {R"("type":"validity","columns":["id"],"pattern":"[0-9]{17}[0-9X]")", "fail 1/7 [3]"},
        {R"("type":"validity","columns":["sex"],"allowed":["M","F"])", "fail 2/8 [4,6]"},
        {R"("type":"validity","columns":["begin"],"form":"date")", "fail 1/8 [7]"},
        {R"("type":"validity","columns":["begin"],"earliest":"2026-01-02","latest":"2026-12-31")",
         "fail 3/8 [1,2,7]"},
        {R"("type":"uniqueness","columns":["sex"])", "fail 6/8 [1,2,3,5,7,8]"},
        {R"("type":"uniqueness","columns":["id"])", "fail 2/7 [1,6]"},
        {R"("type":"uniqueness","columns":["id","age"])", "pass 0/8 []"},
        {R"("type":"uniqueness","columns":["sex","gap"])", "fail 4/8 [1,3,7,8]"},
        {R"("type":"order","columns":["begin","end"])", "fail 2/7 [3,5]"},
        {R"("type":"order","columns":["end","begin"],"threshold":1)", "pass-with-violations 4/7 [2,4,6,8]"},
    };
    for (const auto& [rule, expected] : cases)
        QTest::newRow(rule) << rule << expected;
}

void QualityCheckTest::rules() {
    QFETCH(QString, rule);
    QFETCH(QString, expected);
    const table::Table table = tableOf({
        {"id",
         {"460105190101019919", "460105190101019910", "x", "\\N", "469002191202299946", "460105190101019919",
          "11010119050708909X", "810000190101019917"}},
        {"age", {"1", "120", "121", "4.5", "5", "6", "7", "old"}},
        {"sex", {"M", "F", "M", "U", "F", "m", "M", "M"}},
        {"gap", {"a", "\\N", "a", "b", " ", "c", "a", "a"}},
        {"none", {"\\N", "\\N", "\\N", "\\N", "\\N", "\\N", "\\N", "\\N"}},
        {"begin",
         {"2026-01-01", "2026-01-01 08:00:00", "2026-02-03", "2026-02-01", "2026-02-01 10:00:00", "20260201",
          "2026-02-30", "2026-03-01"}},
        {"end",
         {"2026-01-01", "2026-01-02", "2026-02-02", "2026-02-02", "2026-02-01 09:59:59", "2026-02-02",
          "2026-03-01", "2026-03-05"}},
    });
    QCOMPARE(shortForm(findingOf(table, rule.toStdString())), expected);
}

void QualityCheckTest::reportCountsAndFails() {
    const table::Table table = tableOf({{"a", {"1", "\\N"}}, {"e", {"\\N", "\\N"}}});
    const auto rules = quality::parseRules(R"({"quality":1,"rules":[
        {"id":"1","type":"completeness","columns":["a"],"severity":"warning"},
        {"id":"2","type":"completeness","columns":["a"],"threshold":0.5},
        {"id":"3","type":"validity","columns":["e"],"form":"date"},
        {"id":"4","type":"validity","columns":["a"],"form":"integer"}]})");
    const auto report = quality::checkQuality(table, *rules, {});
    QCOMPARE(report->count(quality::FindingStatus::Fail), std::uint64_t{1});
    QCOMPARE(report->count(quality::FindingStatus::PassWithViolations), std::uint64_t{1});
    QCOMPARE(report->count(quality::FindingStatus::NotApplicable), std::uint64_t{1});
    QCOMPARE(report->passRate(), 2.0 / 3.0); // not applicable leaves the rate
    QVERIFY(report->failed(quality::Severity::Warning));
    QVERIFY(!report->failed(quality::Severity::Error));
    const auto empty = quality::checkQuality(tableOf({{"a", {}}}), *rules, {});
    QCOMPARE(empty->count(quality::FindingStatus::NotApplicable), std::uint64_t{4});
    QCOMPARE(empty->passRate(), 1.0);
}

void QualityCheckTest::rowsAreCapped() {
    const table::Table table = tableOf({{"a", std::vector<std::string>(100, "\\N")}});
    const auto rules =
        quality::parseRules(R"({"quality":1,"rules":[{"id":"1","type":"completeness","columns":["a"]}]})");
    quality::QualityOptions options;
    options.rowsKept = 3;
    const auto report = quality::checkQuality(table, *rules, {}, options);
    QCOMPARE(report->findings[0].violated, std::uint64_t{100});
    QCOMPARE(report->findings[0].rows.size(), std::size_t{3});
    QCOMPARE(report->findings[0].rows[2].row, std::uint64_t{3});
}

void QualityCheckTest::jsonRoundTrip() {
    const table::Table table = tableOf({{"列\"1", {"秘密值", "\\N", "b"}}});
    const auto rules = quality::parseRules(
        R"({"quality":1,"rules":[{"id":"1","type":"completeness","columns":["列\"1"]},{"id":"2","type":"validity","columns":["列\"1"],"form":"integer"}]})");
    const auto report = quality::checkQuality(table, *rules, {});
    const std::string json = quality::toJson(*report);
    const auto read = quality::qualityReportFromJson(json);
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().message().c_str());
    QCOMPARE(*read, *report);
    QVERIFY(json.find("秘密值") == std::string::npos);
}

void QualityCheckTest::foreignJsonIsRefused() {
    for (const char* const json : {"", "[]", "{}", "{\"rows\":1}", "{\"rows\":1,\"findings\":[{}]}",
                                   "{\"rows\":-1,\"findings\":[]}"}) {
        const auto read = quality::qualityReportFromJson(json);
        QVERIFY(!read.ok());
        QVERIFY(read.error().is(errors::kQualityReportInvalid));
    }
}

void QualityCheckTest::cancelled() {
    std::stop_source stop;
    stop.request_stop();
    RunContext context;
    context.stop = stop.get_token();
    const auto rules =
        quality::parseRules(R"({"quality":1,"rules":[{"id":"1","type":"completeness","columns":["a"]}]})");
    const auto report = quality::checkQuality(tableOf({{"a", {"1"}}}), *rules, context);
    QVERIFY(!report.ok());
    QVERIFY(report.error().is(errors::kCancelled));
}

void QualityCheckTest::sentencesHaveNoValues() {
    const auto finding =
        findingOf(tableOf({{"a", {"secret", "1"}}}), R"("type":"validity","columns":["a"],"form":"integer")");
    QCOMPARE(quality::sentence(finding), std::string("1 of 2 values of a are not valid."));
}

MANGROVE_TEST(QualityCheckTest)
#include "quality_check_test.moc"
