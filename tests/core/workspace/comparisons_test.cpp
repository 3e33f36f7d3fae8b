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
        QVERIFY(workspace::compareVersions(f.ws(), id)->former.empty());
        QVERIFY(workspace::runProfile(f.ws(), f.as("officer"), id, {}).ok());
        const auto alone = workspace::compareVersions(f.ws(), id);
        QVERIFY2(alone.ok(), wordsOf(alone).c_str());
        QVERIFY(alone->former.empty() && !alone->with && !alone->changes); // there is but one version

        f.writeExtract("visits", 300);
        QVERIFY(workspace::renewDataset(f.ws(), f.as("officer"), id, {}, {}).ok());
        const auto unprofiled = workspace::compareVersions(f.ws(), id).value();
        QCOMPARE(unprofiled.former.size(), 1U);
        QCOMPARE(unprofiled.former[0].version, 1);
        QCOMPARE(unprofiled.former[0].rows, 200U);
        QVERIFY(unprofiled.with == unprofiled.former[0] && !unprofiled.changes); // 2 is not profiled yet

        QVERIFY(workspace::runProfile(f.ws(), f.as("officer"), id, {}).ok());
        const auto first = workspace::compareVersions(f.ws(), id, 1);
        QVERIFY2(first.ok(), wordsOf(first).c_str());
        QVERIFY(first->changes.has_value());
        QCOMPARE(first->changes->rowsBefore, 200U);
        QCOMPARE(first->changes->rowsAfter, 300U);
        QVERIFY(!first->changes->sameFile && first->changes->added.empty()
                && first->changes->dropped.empty());
        // the present one is no former one: the newest of these
        QCOMPARE(workspace::compareVersions(f.ws(), id, 2)->with->version, 1);

        // a version that nobody profiled is left out
        f.writeExtract("visits", 320);
        QVERIFY(workspace::renewDataset(f.ws(), f.as("officer"), id, {}, {}).ok());
        f.writeExtract("visits", 340);
        QVERIFY(workspace::renewDataset(f.ws(), f.as("officer"), id, {}, {}).ok());
        QVERIFY(workspace::runProfile(f.ws(), f.as("officer"), id, {}).ok());
        const auto newest = workspace::compareVersions(f.ws(), id).value();
        QCOMPARE(newest.former.size(), 2U);
        QCOMPARE(newest.former[0].version, 2);
        QCOMPARE(newest.former[1].version, 1);
        // with the newest of them, or the one that is asked for
        QCOMPARE(newest.with->version, 2);
        QCOMPARE(newest.changes->rowsBefore, 300U);
        const auto oldest = workspace::compareVersions(f.ws(), id, 1).value();
        QCOMPARE(oldest.with->version, 1);
        QCOMPARE(oldest.changes->rowsBefore, 200U);
        QCOMPARE(oldest.changes->rowsAfter, 340U);
        QCOMPARE(workspace::compareVersions(f.ws(), id, 3)->with->version, 2);
        QCOMPARE(codeOf(workspace::compareVersions(f.ws(), DatasetId("DS-9999"), 1)),
                 codeOf(workspace::findDataset(f.ws(), "DS-9999")));
    }
};

} // namespace

MANGROVE_TEST(WorkspaceComparisonsTest)
#include "comparisons_test.moc"
