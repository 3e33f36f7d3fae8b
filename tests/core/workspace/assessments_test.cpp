// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace_fixture.h"
#include "support/test_registry.h"
#include "workspace/assessments.h"
#include "workspace/column_decisions.h"

#include <QtTest>

using namespace mangrove;
using test::codeOf;
using test::wordsOf;
using test::WorkspaceFixture;

namespace {

const classify::ColumnClassification& assessedColumn(const workspace::StoredClassification& stored,
                                                     const std::string& name) {
    for (const auto& column : stored.value.columns) {
        if (column.name == name)
            return column;
    }
    qFatal("no such column");
    std::abort();
}

class WorkspaceAssessmentsTest : public QObject {
    Q_OBJECT
private slots:
    void resultsAreStoredAndComeBack() {
        WorkspaceFixture f;
        const auto dataset = f.registerExtract("visits", 100).value();
        QVERIFY(!workspace::storedProfile(f.ws(), dataset.id).value().has_value());
        const auto events = f.eventCount();

        const auto profile = workspace::runProfile(f.ws(), f.as("officer"), dataset.id, {});
        QVERIFY2(profile.ok(), wordsOf(profile).c_str());
        QCOMPARE(profile->value.rows, 100U);
        const auto profileAgain = workspace::storedProfile(f.ws(), dataset.id);
        QVERIFY2(profileAgain.ok(), wordsOf(profileAgain).c_str());
        QVERIFY((*profileAgain)->value.columns == profile->value.columns);
        QVERIFY((*profileAgain)->by == UserId("officer"));
        QVERIFY(!(*profileAgain)->stale);

        const auto classes = workspace::runClassification(f.ws(), f.as("officer"), dataset.id, {});
        QVERIFY2(classes.ok(), wordsOf(classes).c_str());
        const auto classesAgain = workspace::storedClassification(f.ws(), dataset.id);
        QVERIFY2(classesAgain.ok(), wordsOf(classesAgain).c_str());
        QVERIFY((*classesAgain)->value == classes->value);
        QCOMPARE(workspace::showDataset(f.ws(), "visits")->dataset.level39725,
                 classes->value.tableLevel39725);

        const auto quality = workspace::runQuality(f.ws(), f.as("officer"), dataset.id, std::nullopt, {});
        QVERIFY2(quality.ok(), wordsOf(quality).c_str());
        const auto qualityAgain = workspace::storedQuality(f.ws(), dataset.id);
        QVERIFY2(qualityAgain.ok(), wordsOf(qualityAgain).c_str());
        QVERIFY((*qualityAgain)->value == quality->value);
        QCOMPARE(f.eventCount(), events + 3);

        const auto summary = workspace::showDataset(f.ws(), "visits").value();
        QVERIFY(summary.profiled && summary.classified && summary.qualityChecked);
    }

    void qualityFindsWhatIsWrong() {
        WorkspaceFixture f;
        workspace::RegisterOptions options;
        options.path = f.dir.write("t.csv", "id,v\n1,a\n2,\n2,c\n4,d\n");
        const auto dataset = workspace::registerDataset(f.ws(), f.as("officer"), options, {}).value();
        QCOMPARE(codeOf(workspace::runQuality(f.ws(), f.as("officer"), dataset.id, std::nullopt, {})),
                 std::string("not-classified"));
        quality::QualityRule complete;
        complete.id = "v-complete";
        complete.type = quality::RuleType::Completeness;
        complete.columns = {"v"};
        quality::QualityRule unique;
        unique.id = "id-unique";
        unique.type = quality::RuleType::Uniqueness;
        unique.columns = {"id"};
        unique.threshold = 0.5;
        const auto report =
            workspace::runQuality(f.ws(), f.as("officer"), dataset.id, std::vector{complete, unique}, {});
        QVERIFY2(report.ok(), wordsOf(report).c_str());
        QCOMPARE(report->value.findings.size(), 2U);
        QCOMPARE(report->value.findings[0].violated, 1U);
        QCOMPARE(report->value.findings[0].denominator, 4U);
        QVERIFY(report->value.findings[0].status == quality::FindingStatus::Fail);
        QCOMPARE(report->value.findings[1].violated, 2U);
        QVERIFY(report->value.findings[1].status == quality::FindingStatus::PassWithViolations);
        // without rules the last ones are used again
        const auto again = workspace::runQuality(f.ws(), f.as("reviewer"), dataset.id, std::nullopt, {});
        QVERIFY2(again.ok(), wordsOf(again).c_str());
        QVERIFY(again->value == report->value);
        QVERIFY(workspace::qualityRules(f.ws(), dataset.id).value() == (std::vector{complete, unique}));
        QCOMPARE(workspace::qualityHistory(f.ws(), dataset.id).value().size(), 2U);
    }

    void aPersonsWordStandsOverTheProposal() {
        WorkspaceFixture f;
        const auto dataset = f.registerExtract("visits", 100).value();
        const workspace::ColumnVerdict verdict{"费用", classify::IdentifierClass::Quasi, std::nullopt,
                                               "outliers identify"};
        QCOMPARE(codeOf(workspace::decideColumn(f.ws(), f.as("officer"), dataset.id, verdict)),
                 std::string("not-classified"));
        QVERIFY(workspace::columnDecisions(f.ws(), dataset.id)->empty());
        QVERIFY(workspace::runClassification(f.ws(), f.as("officer"), dataset.id, {}).ok());

        const auto decide = [&](workspace::ColumnVerdict changed) {
            return codeOf(workspace::decideColumn(f.ws(), f.as("officer"), dataset.id, changed));
        };
        auto silent = verdict;
        silent.reason = " \n";
        QCOMPARE(decide(silent), std::string("reason-missing"));
        auto stray = verdict;
        stray.column = "no such";
        QCOMPARE(decide(stray), std::string("column-not-found"));
        QCOMPARE(decide(verdict), std::string("ok"));

        const auto now = workspace::storedClassification(f.ws(), dataset.id).value().value();
        const auto& column = assessedColumn(now, "费用");
        QVERIFY(column.cls == classify::IdentifierClass::Quasi);
        QCOMPARE(column.confidence, 1.0);
        QCOMPARE(column.evidence.front().kind, std::string("decision"));
        QVERIFY(!workspace::needsDecision(column));
        const auto bare = workspace::storedProposal(f.ws(), dataset.id).value().value();
        QVERIFY(assessedColumn(bare, "费用").evidence.empty()
                || assessedColumn(bare, "费用").evidence.front().kind != "decision");
        // the later word counts, the earlier one stays on record
        auto later = verdict;
        later.cls = classify::IdentifierClass::Sensitive;
        QCOMPARE(decide(later), std::string("ok"));
        QVERIFY(
            assessedColumn(workspace::storedClassification(f.ws(), dataset.id).value().value(), "费用").cls
            == classify::IdentifierClass::Sensitive);
        QCOMPARE(workspace::columnDecisions(f.ws(), dataset.id)->size(), 2U);
    }

    void aCancelledRunStoresNothing() {
        WorkspaceFixture f;
        const auto dataset = f.registerExtract("visits", 100).value();
        std::stop_source source;
        source.request_stop();
        RunContext context;
        context.stop = source.get_token();
        QCOMPARE(codeOf(workspace::runProfile(f.ws(), f.as("officer"), dataset.id, context)),
                 std::string("cancelled"));
        QCOMPARE(codeOf(workspace::runClassification(f.ws(), f.as("officer"), dataset.id, context)),
                 std::string("cancelled"));
        const auto summary = workspace::showDataset(f.ws(), "visits").value();
        QVERIFY(!summary.profiled && !summary.classified);
    }

    void anApplicantAssessesNothing() {
        WorkspaceFixture f;
        const auto dataset = f.registerExtract("visits", 10).value();
        QCOMPARE(codeOf(workspace::runProfile(f.ws(), f.as("applicant"), dataset.id, {})),
                 std::string("role-not-allowed"));
        QCOMPARE(codeOf(workspace::runProfile(f.ws(), f.as("reviewer"), dataset.id, {})), std::string("ok"));
    }
};

} // namespace

MANGROVE_TEST(WorkspaceAssessmentsTest)
#include "assessments_test.moc"
