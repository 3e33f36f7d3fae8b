// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace_fixture.h"
#include "support/test_registry.h"
#include "workspace/assessments.h"
#include "workspace/comparisons.h"

#include <QtTest>

using namespace mangrove;
using test::codeOf;
using test::wordsOf;
using test::WorkspaceFixture;

namespace {

class WorkspaceComparisonsTest : public QObject {
    Q_OBJECT
private slots:
    void versionsCompareWhereBothWereProfiled() {
        WorkspaceFixture f;
        const auto id = f.registerExtract("visits", 200)->id;
        QVERIFY(workspace::profiledVersions(f.ws(), id)->empty());
        QVERIFY(workspace::runProfile(f.ws(), f.as("officer"), id, {}).ok());
        QVERIFY(workspace::profiledVersions(f.ws(), id)->empty()); // there is but one version

        f.writeExtract("visits", 300);
        QVERIFY(workspace::renewDataset(f.ws(), f.as("officer"), id, {}, {}).ok());
        const auto former = workspace::profiledVersions(f.ws(), id).value();
        QCOMPARE(former.size(), 1U);
        QCOMPARE(former[0].version, 1);
        QCOMPARE(former[0].rows, 200U);
        QVERIFY(!workspace::compareVersions(f.ws(), id, 1)->has_value()); // version 2 is not profiled yet

        QVERIFY(workspace::runProfile(f.ws(), f.as("officer"), id, {}).ok());
        const auto diff = workspace::compareVersions(f.ws(), id, 1);
        QVERIFY2(diff.ok(), wordsOf(diff).c_str());
        QVERIFY(diff->has_value());
        QCOMPARE((*diff)->rowsBefore, 200U);
        QCOMPARE((*diff)->rowsAfter, 300U);
        QVERIFY(!(*diff)->sameFile && (*diff)->added.empty() && (*diff)->dropped.empty());
        QVERIFY(!workspace::compareVersions(f.ws(), id, 2)->has_value()); // the present one is no former one

        // a version that nobody profiled is left out
        f.writeExtract("visits", 320);
        QVERIFY(workspace::renewDataset(f.ws(), f.as("officer"), id, {}, {}).ok());
        f.writeExtract("visits", 340);
        QVERIFY(workspace::renewDataset(f.ws(), f.as("officer"), id, {}, {}).ok());
        const auto known = workspace::profiledVersions(f.ws(), id).value();
        QCOMPARE(known.size(), 2U);
        QCOMPARE(known[0].version, 2);
        QCOMPARE(known[1].version, 1);
        QCOMPARE(codeOf(workspace::compareVersions(f.ws(), DatasetId("DS-9999"), 1)),
                 codeOf(workspace::findDataset(f.ws(), "DS-9999")));
    }
};

} // namespace

MANGROVE_TEST(WorkspaceComparisonsTest)
#include "comparisons_test.moc"
