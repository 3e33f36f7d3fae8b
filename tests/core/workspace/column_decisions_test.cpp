// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace_fixture.h"
#include "support/test_registry.h"
#include "workspace/assessments.h"
#include "workspace/audit_trail.h"
#include "workspace/column_basis.h"
#include "workspace/column_decisions.h"
#include "workspace/datasets.h"
#include "workspace/deidentification.h"

#include <QtTest>
#include <fstream>

using namespace mangrove;
using test::codeOf;
using test::wordsOf;
using test::WorkspaceFixture;
using workspace::FieldState;
using workspace::VerdictKind;

namespace {

workspace::Field fieldOf(WorkspaceFixture& f, const DatasetId& id, const std::string& name) {
    const auto list = workspace::listFields(f.ws(), id);
    if (!list.ok())
        qFatal("%s", wordsOf(list).c_str());
    for (const auto& field : list->fields)
        if (field.proposal.name == name)
            return field;
    qFatal("no such field");
    std::abort();
}

void assess(WorkspaceFixture& f, const DatasetId& id) {
    const auto profile = workspace::runProfile(f.ws(), f.as("officer"), id, {});
    QVERIFY2(profile.ok(), wordsOf(profile).c_str());
    const auto classes = workspace::runClassification(f.ws(), f.as("officer"), id, {});
    QVERIFY2(classes.ok(), wordsOf(classes).c_str());
}

std::string decide(WorkspaceFixture& f, const DatasetId& id, const workspace::ColumnVerdict& verdict) {
    return codeOf(workspace::decideColumn(f.ws(), f.as("officer"), id, verdict));
}

class WorkspaceColumnDecisionsTest : public QObject {
    Q_OBJECT
private slots:
    /// What a person says of a column is what the table's levels and flags rest on.
    void decisionsChangeWhatTheTableIs() {
        WorkspaceFixture f;
        const auto dataset = f.registerExtract("visits", 200).value();
        assess(f, dataset.id);
        const auto stored = [&] {
            return workspace::storedClassification(f.ws(), dataset.id).value()->value;
        };
        const auto columnOf = [](const classify::TableClassification& table, const std::string& name) {
            return *std::find_if(table.columns.begin(), table.columns.end(),
                                 [&](const auto& column) { return column.name == name; });
        };
        const auto before = stored();
        const auto name = columnOf(before, "姓名");
        QVERIFY(name.cls == classify::IdentifierClass::Direct && !name.flags.empty());
        QVERIFY(name.level43697 > classify::NationalLevel::General1);
        for (const char* column : {"姓名", "就诊流水号", "性别", "出生年份", "科室", "费用"})
            QCOMPARE(decide(f, dataset.id, {column, {}, {}, "made up", VerdictKind::NotIdentifier}),
                     std::string("ok"));
        const auto harmless = stored();
        QVERIFY(columnOf(harmless, "姓名").flags.empty());
        QVERIFY(harmless.tableLevel43697 < before.tableLevel43697);
        QVERIFY(harmless.tableLevel39725 < before.tableLevel39725);
        QVERIFY(harmless.flags.empty());
        QCOMPARE(harmless.persons, std::uint64_t{0});
        QVERIFY(!harmless.packs.empty());
        // and back
        QCOMPARE(
            decide(f, dataset.id,
                   {"姓名", classify::IdentifierClass::Direct, name.identifier, "real", VerdictKind::Change}),
            std::string("ok"));
        const auto again = stored();
        QVERIFY(columnOf(again, "姓名").flags == name.flags);
        QVERIFY(columnOf(again, "姓名").level43697 == name.level43697);
        QVERIFY(again.tableLevel43697 >= name.level43697);
    }

    void acceptingTakesTheProposalAndIsAudited() {
        WorkspaceFixture f;
        const auto dataset = f.registerExtract("visits", 200).value();
        assess(f, dataset.id);
        const auto before = fieldOf(f, dataset.id, "性别");
        QVERIFY(before.state != FieldState::Decided);
        const auto events = f.eventCount();
        QCOMPARE(decide(f, dataset.id, {"性别", {}, {}, "looked at it", VerdictKind::Accept}),
                 std::string("ok"));
        QCOMPARE(f.eventCount(), events + 1);
        const auto after = fieldOf(f, dataset.id, "性别");
        QVERIFY(after.state == FieldState::Decided);
        QVERIFY(after.classification.cls == before.proposal.cls);
        QVERIFY(after.classification.identifier == before.proposal.identifier);
        QCOMPARE(after.decision->verdict, std::string("accept"));
        QCOMPARE(after.decision->version, 1);
        const auto newest = workspace::listEvents(f.ws(), {}).value().front();
        QCOMPARE(newest.action, std::string("dataset.decide-column"));
        QVERIFY(newest.payload.find("\"verdict\":\"accept\"") != std::string::npos);
    }

    void aFalseFindingBecomesNothingAndSinks() {
        WorkspaceFixture f;
        const auto dataset = f.registerExtract("visits", 200).value();
        assess(f, dataset.id);
        QVERIFY(fieldOf(f, dataset.id, "就诊流水号").proposal.cls == classify::IdentifierClass::Direct);
        QCOMPARE(
            decide(f, dataset.id, {"就诊流水号", {}, {}, "a running number", VerdictKind::NotIdentifier}),
            std::string("ok"));
        const auto now = fieldOf(f, dataset.id, "就诊流水号");
        QVERIFY(now.classification.cls == classify::IdentifierClass::None);
        QVERIFY(!now.classification.identifier.has_value());
        QCOMPARE(now.decision->verdict, std::string("false"));
        // the recipe follows the decided class: no longer removed as a direct identifier
        const auto recipe = workspace::suggestRecipe(f.ws(), dataset.id);
        QVERIFY2(recipe.ok(), wordsOf(recipe).c_str());
        QVERIFY(recipe->find("就诊流水号")->role != deid::AttributeRole::Direct);
    }

    void manyAreAllOrNone() {
        WorkspaceFixture f;
        const auto dataset = f.registerExtract("visits", 200).value();
        assess(f, dataset.id);
        const auto events = f.eventCount();
        const workspace::ColumnVerdict sex{"性别", {}, {}, "right", VerdictKind::Accept};
        auto stray = sex;
        stray.column = "no such";
        QCOMPARE(codeOf(workspace::decideColumns(f.ws(), f.as("officer"), dataset.id, {sex, stray})),
                 std::string("column-not-found"));
        auto odd = sex;
        odd.kind = VerdictKind::Change;
        odd.identifier = "no-such-kind";
        QCOMPARE(codeOf(workspace::decideColumns(f.ws(), f.as("officer"), dataset.id, {sex, odd})),
                 std::string("kind-unknown"));
        QVERIFY(workspace::columnDecisions(f.ws(), dataset.id)->empty());
        QCOMPARE(f.eventCount(), events);
        auto year = sex;
        year.column = "出生年份";
        QCOMPARE(codeOf(workspace::decideColumns(f.ws(), f.as("officer"), dataset.id, {sex, year})),
                 std::string("ok"));
        QCOMPARE(f.eventCount(), events + 2);
        QCOMPARE(codeOf(workspace::decideColumns(f.ws(), f.as("auditor"), dataset.id, {sex})),
                 std::string("role-not-allowed"));
    }

    void decisionsGoOnInANewVersion() {
        WorkspaceFixture f;
        const auto dataset = f.registerExtract("visits", 200).value();
        assess(f, dataset.id);
        QCOMPARE(decide(f, dataset.id, {"科室", classify::IdentifierClass::Code, {}, "department names"}),
                 std::string("ok"));
        QCOMPARE(codeOf(workspace::renewDataset(f.ws(), f.as("officer"), dataset.id, {}, {})),
                 std::string("dataset-unchanged"));

        f.writeExtract("visits", 300);
        const auto renewed = workspace::renewDataset(f.ws(), f.as("officer"), dataset.id, {}, {});
        QVERIFY2(renewed.ok(), wordsOf(renewed).c_str());
        QCOMPARE(renewed->version, 2);
        QCOMPARE(renewed->rows, 300U);
        const auto versions = workspace::datasetVersions(f.ws(), dataset.id).value();
        QCOMPARE(versions.size(), 1U);
        QCOMPARE(versions[0].sha256, dataset.sha256);
        QCOMPARE(versions[0].rows, 200U);
        QVERIFY(workspace::listFields(f.ws(), dataset.id)->stale);

        assess(f, dataset.id);
        const auto field = fieldOf(f, dataset.id, "科室");
        QVERIFY(field.state == FieldState::Decided);
        QVERIFY(field.classification.cls == classify::IdentifierClass::Code);
        QCOMPARE(field.decision->version, 1);
        QVERIFY(!workspace::listFields(f.ws(), dataset.id)->stale);
    }

    void aChangedColumnMakesItsDecisionStaleAndStrict() {
        WorkspaceFixture f;
        const auto dataset = f.registerExtract("visits", 200).value();
        assess(f, dataset.id);
        QCOMPARE(decide(f, dataset.id, {"科室", classify::IdentifierClass::Code, {}, "department names"}),
                 std::string("ok"));
        // the same column holds mobile numbers now
        std::string text = "就诊流水号,姓名,性别,出生年份,科室,费用\n";
        for (int row = 0; row < 200; ++row)
            text += "V" + std::to_string(100000 + row) + ",病人" + std::to_string(row) + ",男,1950,138"
                    + std::to_string(10000000 + row * 7) + ",100.5\n";
        f.dir.write("visits.csv", text);
        QVERIFY(workspace::renewDataset(f.ws(), f.as("officer"), dataset.id, {}, {}).ok());
        assess(f, dataset.id);
        const auto field = fieldOf(f, dataset.id, "科室");
        QVERIFY(field.state == FieldState::Stale);
        QVERIFY(!field.changes.empty());
        QVERIFY(field.classification.cls != classify::IdentifierClass::Code);
        QCOMPARE(field.classification.level39725, field.proposal.level39725);
        QVERIFY(workspace::needsDecision(field.classification));
        // a new word settles it
        QCOMPARE(decide(f, dataset.id, {"科室", {}, {}, "numbers now", VerdictKind::Accept}),
                 std::string("ok"));
        const auto settled = fieldOf(f, dataset.id, "科室");
        QVERIFY(settled.state == FieldState::Decided);
        QCOMPARE(settled.decision->version, 2);
        QCOMPARE(workspace::columnDecisions(f.ws(), dataset.id)->size(), 2U);
    }

    void smallMovesAreNoChange() {
        workspace::ColumnBasis then{"quasi", "sex", "text", "汉", 0.01, 0.02};
        auto now = then;
        now.missing = 0.09;
        now.distinct = 0.2;
        QVERIFY(workspace::basisChanges(workspace::basisJson(then), now).empty());
        now.missing = 0.2;
        now.type = "integer";
        const std::vector<std::string> expected{"type", "missing"};
        QVERIFY(workspace::basisChanges(workspace::basisJson(then), now) == expected);
        // what one side does not know is not compared
        now.missing = -1;
        QVERIFY(workspace::basisChanges(workspace::basisJson(then), now).empty());
        QVERIFY(workspace::basisChanges("", now).empty());
        QVERIFY(workspace::basisChanges("no json", now).empty());
    }

    void samplesAreMasked() {
        QCOMPARE(workspace::maskedSample("13800001234"), std::string("1•••••••••4"));
        QCOMPARE(workspace::maskedSample("2024-03-05"), std::string("2•••-••-•5"));
        QCOMPARE(workspace::maskedSample("王小明"), std::string("王••"));
        QCOMPARE(workspace::maskedSample("男"), std::string("•"));
        QCOMPARE(workspace::maskedSample(""), std::string());
        QVERIFY(workspace::maskedSample("\xff\xc3").size() < 16);
        WorkspaceFixture f;
        const auto dataset = f.registerExtract("visits", 200).value();
        assess(f, dataset.id);
        const auto name = fieldOf(f, dataset.id, "姓名");
        for (const auto& sample : name.samples)
            QVERIFY(sample.find("病人1") == std::string::npos);
        const auto department = fieldOf(f, dataset.id, "科室");
        QVERIFY(!department.samples.empty());
        for (const auto& sample : department.samples)
            QVERIFY(sample.find("心内科") == std::string::npos);
    }
};

} // namespace

MANGROVE_TEST(WorkspaceColumnDecisionsTest)
#include "column_decisions_test.moc"
