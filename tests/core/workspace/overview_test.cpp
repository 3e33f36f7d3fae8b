// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace_fixture.h"
#include "support/test_registry.h"
#include "workspace/assessments.h"
#include "workspace/audit_trail.h"
#include "workspace/overview.h"

#include <QtTest>
#include <algorithm>

using namespace mangrove;
using test::wordsOf;
using test::WorkspaceFixture;

namespace {

using workspace::TodoKind;

std::size_t todoCount(const workspace::Overview& overview, TodoKind kind) {
    return static_cast<std::size_t>(
        std::count_if(overview.todos.begin(), overview.todos.end(),
                      [kind](const workspace::Todo& todo) { return todo.kind == kind; }));
}

class OverviewTest : public QObject {
    Q_OBJECT
private slots:
    void anEmptyWorkspaceHasNothingToShow() {
        WorkspaceFixture f;
        const auto page = workspace::overview(f.ws(), {});
        QVERIFY2(page.ok(), wordsOf(page).c_str());
        QCOMPARE(page->organisation, std::string("测试医院"));
        QCOMPARE(page->supply.datasets, 0U);
        QVERIFY(!page->safety.averageLevel42460.has_value());
        QVERIFY(!page->flow.medianDaysToDecision.has_value());
        QVERIFY(!page->use.rowsKept.has_value());
        QVERIFY(page->safety.auditOk);
        QCOMPARE(page->safety.auditEvents, f.eventCount());
        QCOMPARE(page->todos.size(), 1U); // nobody has signed the log's state yet
        QVERIFY(page->todos.front().kind == TodoKind::Checkpoint);
        QCOMPARE(page->todos.front().count, page->safety.auditEvents);
        QVERIFY(page->activity.front().action == "user.add");
        QCOMPARE(page->activity.front().actorName, std::string("管理员"));
    }

    void figuresFollowTheRecords() {
        WorkspaceFixture f;
        const auto approved = f.approved("visits", 600).value();
        QVERIFY(f.registerExtract("second", 40).ok());
        f.clock.advance(std::chrono::days(2));
        const auto page = workspace::overview(f.ws(), {}).value();
        QCOMPARE(page.supply.datasets, 2U);
        QCOMPARE(page.supply.rows, 640U);
        QCOMPARE(page.supply.columns, 12U);
        QCOMPARE(page.supply.unprofiled, 2U);
        QCOMPARE(page.supply.unclassified, 1U);
        QCOMPARE(page.supply.releases, 1U);
        QCOMPARE(page.flow.requests, 1U);
        QCOMPARE(page.flow.requestsPending, 0U);
        QCOMPARE(page.flow.permitsActive, 1U);
        QCOMPARE(page.flow.permitsExpiring, 1U); // 28 days left
        QCOMPARE(page.flow.packages, 0U);
        QCOMPARE(page.flow.medianDaysToDecision.value(), 0.0);
        QCOMPARE(page.use.rowsKept.value(), 1.0);
        QCOMPARE(page.safety.averageLevel42460.value(), 3.0);
        QCOMPARE(page.safety.highestRisk.value(), 1.0 / 60.0);
        QCOMPARE(todoCount(page, TodoKind::ProfileDataset), 2U);
        QCOMPARE(todoCount(page, TodoKind::ClassifyDataset), 1U);
        QCOMPARE(todoCount(page, TodoKind::ExportRequest), 1U);
        QCOMPARE(todoCount(page, TodoKind::PermitExpiring), 1U);
        const auto& first = page.todos.front();
        QVERIFY(first.due == f.clock.now() + std::chrono::days(28));
        QCOMPARE(first.daysLeft.value(), 28);
        QCOMPARE(first.request.text(), approved.request.text());

        QVERIFY(workspace::exportPackage(f.ws(), f.as("custodian"), approved.request, {}, {}).ok());
        const auto after = workspace::overview(f.ws(), {}).value();
        QCOMPARE(after.flow.packages, 1U);
        QCOMPARE(after.use.recipients, 1U);
        QCOMPARE(todoCount(after, TodoKind::ExportRequest), 0U);
    }

    void theHeatStripAddsUpTheFindings() {
        WorkspaceFixture f;
        workspace::RegisterOptions options;
        options.path = f.dir.write("t.csv", "id,v\n1,a\n2,\n2,c\n4,d\n");
        const auto dataset = workspace::registerDataset(f.ws(), f.as("officer"), options, {}).value();
        std::vector<quality::QualityRule> rules(3);
        rules[0].id = "v";
        rules[0].columns = {"v"};
        rules[1].id = "id";
        rules[1].columns = {"id"};
        rules[2].id = "missing";
        rules[2].columns = {"no such column"};
        QVERIFY(workspace::runQuality(f.ws(), f.as("officer"), dataset.id, rules, {}).ok());
        const auto page = workspace::overview(f.ws(), {}).value();
        QCOMPARE(page.heat.size(), 1U);
        QCOMPARE(page.heat.front().dimension, std::string("completeness"));
        QCOMPARE(page.heat.front().checks, 2U);
        QCOMPARE(page.heat.front().failed, 1U);
        QCOMPARE(page.heat.front().conforming.value(), 1.0 - 1.0 / 8.0);
        QCOMPARE(page.use.qualityChecks, 2U);
        QCOMPARE(page.use.qualityPassed, 1U);
        QCOMPARE(page.use.criticalFindings, 1U);
        QCOMPARE(todoCount(page, TodoKind::QualityFailing), 1U);
        QCOMPARE(todoCount(page, TodoKind::CheckQuality), 0U);
    }

    void aMissingSourceIsSomethingToDo() {
        WorkspaceFixture f;
        QVERIFY(f.registerExtract("visits", 20).ok());
        QCOMPARE(todoCount(workspace::overview(f.ws(), {}).value(), TodoKind::SourceMissing), 0U);
        std::filesystem::remove(f.dir / "visits.csv");
        const auto page = workspace::overview(f.ws(), {}).value();
        QCOMPARE(todoCount(page, TodoKind::SourceMissing), 1U);
        QCOMPARE(page.safety.sourcesChanged, 1U);
    }

    void aCheckpointIsDueAfterAWeekWithNewEvents() {
        WorkspaceFixture f;
        QVERIFY(workspace::checkpointAudit(f.ws(), f.as("auditor")).ok());
        f.clock.advance(std::chrono::days(8));
        QCOMPARE(todoCount(workspace::overview(f.ws(), {}).value(), TodoKind::Checkpoint), 0U); // nothing new
        QVERIFY(f.registerExtract("visits", 5).ok());
        QCOMPARE(todoCount(workspace::overview(f.ws(), {}).value(), TodoKind::Checkpoint), 1U);
        QVERIFY(workspace::checkpointAudit(f.ws(), f.as("auditor")).ok());
        QVERIFY(f.registerExtract("more", 5).ok());
        QCOMPARE(todoCount(workspace::overview(f.ws(), {}).value(), TodoKind::Checkpoint),
                 0U); // signed today
    }
};

} // namespace

MANGROVE_TEST(OverviewTest)
#include "overview_test.moc"
