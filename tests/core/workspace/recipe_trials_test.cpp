// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "core/workspace/workspace_fixture.h"
#include "deid/errors.h"
#include "support/test_registry.h"
#include "workspace/recipe_trials.h"

#include <QtTest>

#include <cmath>

using namespace mangrove;
using test::codeOf;
using test::wordsOf;
using test::WorkspaceFixture;

namespace {

std::size_t trialsIn(const std::filesystem::path& folder) {
    if (!std::filesystem::exists(folder))
        return 0;
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

class RecipeTrialsTest : public QObject {
    Q_OBJECT
private slots:
    /// 600 people in ten classes of sixty, whose size is known without any search.
    void attackersDoWhatTheClassesLetThem() {
        WorkspaceFixture f;
        const auto dataset = f.registerExtract("visits", 600).value();
        const auto source = workspace::recipeSource(f.ws(), dataset.id).value();
        const auto events = f.eventCount();
        auto options = WorkspaceFixture::recipe();
        const auto report = workspace::attackRecipe(source, options, {}, {});
        QVERIFY2(report.ok(), wordsOf(report).c_str());
        QCOMPARE(report->linkage->all.records, 600U);
        QVERIFY(std::abs(report->linkage->all.expectedCorrect - 10) < 1e-9);
        QVERIFY(std::abs(report->linkage->all.highestChance - 1.0 / 60) < 1e-12);
        QCOMPARE(report->linkage->all.uniquelyRight, 0U);
        QCOMPARE(report->inference.size(), 2U);
        // nobody is left out, so people are held back to compare with
        QVERIFY(report->control == deid::ControlSource::HeldBack);
        QVERIFY(report->controlRows > 200 && report->controlRows < 400); // half of so few
        QVERIFY(std::any_of(report->notes.begin(), report->notes.end(),
                            [](const auto& note) { return note.code == "control-held-back"; }));
        QVERIFY(std::none_of(report->notes.begin(), report->notes.end(),
                             [](const auto& note) { return note.code == "control-none"; }));
        QVERIFY(report->linkability->control.has_value() && report->linkability->risk.has_value());
        // what had to be changed for that is said: the limit of 0 is lifted, no model was left out
        const auto noteWith = [](const deid::AttackReport& of, const char* code) {
            const auto found = std::find_if(of.notes.begin(), of.notes.end(),
                                            [&](const auto& note) { return note.code == code; });
            return found == of.notes.end() ? std::vector<std::string>{"unsaid"} : found->args;
        };
        QCOMPARE(noteWith(*report, "control-limit-lifted"),
                 (std::vector<std::string>{"0", "0", std::to_string(600 - report->controlRows), "0"}));
        QCOMPARE(noteWith(*report, "control-model-dropped"), std::vector<std::string>{"unsaid"});
        auto judged = options;
        judged.recipe.suppressionLimit = 1;
        deid::Model whole;
        whole.type = deid::ModelType::Gbt42460;
        whole.sharing = deid::Sharing::Controlled;
        judged.recipe.models.push_back(whole);
        const auto dropped = workspace::attackRecipe(source, judged, {}, {});
        QVERIFY2(dropped.ok(), wordsOf(dropped).c_str());
        QCOMPARE(noteWith(*dropped, "control-model-dropped"), std::vector<std::string>{"gbt-42460"});
        QCOMPARE(noteWith(*dropped, "control-limit-lifted"), std::vector<std::string>{"unsaid"});
        // visits repeat by sixty rows: what the table says of the department it says of everybody alike
        QCOMPARE(report->inference[0].trial.risk->low, 0.0);
        // the twin: who also knows the cost knows everybody
        options.recipe.attributes[5].role = deid::AttributeRole::Quasi;
        options.recipe.models.clear();
        const auto raw = workspace::attackRecipe(source, options, {}, {});
        QVERIFY2(raw.ok(), wordsOf(raw).c_str());
        QCOMPARE(raw->linkage->all.uniquelyRight, 600U);
        // each cost is one person's: who was held back is singled out far less by it
        const auto& single = raw->singlingOut.univariate.trial;
        QVERIFY(single.risk.has_value() && single.risk->low > 0.5);
        QCOMPARE(trialsIn(source.trialsFolder), 0U);
        QCOMPARE(f.eventCount(), events);
    }

    /// Half of a class of sixty is no class of sixty: nothing is left to compare on, and that is said.
    void whereNobodyCanBeHeldBackItIsSaid() {
        WorkspaceFixture f;
        const auto dataset = f.registerExtract("visits", 600).value();
        const auto source = workspace::recipeSource(f.ws(), dataset.id).value();
        auto options = WorkspaceFixture::recipe();
        options.recipe.models.front().k = 60;
        const auto report = workspace::attackRecipe(source, options, {}, {});
        QVERIFY2(report.ok(), wordsOf(report).c_str());
        QVERIFY(report->control == deid::ControlSource::None && !report->linkability->control.has_value());
        QVERIFY(report->linkage.has_value());
        for (const char* code : {"control-none", "control-unmade"})
            QVERIFY(std::any_of(report->notes.begin(), report->notes.end(),
                                [&](const auto& note) { return note.code == code; }));
        QCOMPARE(trialsIn(source.trialsFolder), 0U);
    }

    void whoIsKnownWhatIsSecretAndWhomToCompareWithIsChosen() {
        WorkspaceFixture f;
        const auto dataset = f.registerExtract("visits", 600).value();
        const auto source = workspace::recipeSource(f.ws(), dataset.id).value();
        auto options = WorkspaceFixture::recipe();
        // others of the same kind: the rows behind those of the extract
        std::string others;
        const std::string more = test::readAll(f.writeExtract("more", 900));
        std::size_t line = 0;
        for (std::size_t at = 0, end = 0; (end = more.find('\n', at)) != std::string::npos; at = end + 1)
            if (const auto number = line++; number == 0 || number > 600)
                others += more.substr(at, end + 1 - at);
        workspace::RecipeAttack attack;
        attack.control = f.dir.write("others.csv", others);
        attack.options.known = {"性别"};
        attack.options.secrets = {"出生年份"};
        attack.options.first = {"性别"};
        attack.options.second = {"科室"};
        const auto report = workspace::attackRecipe(source, options, attack, {});
        QVERIFY2(report.ok(), wordsOf(report).c_str());
        QVERIFY(report->control == deid::ControlSource::File);
        QCOMPARE(report->controlRows, 300U);
        QCOMPARE(report->known, attack.options.known);
        QCOMPARE(report->first, attack.options.first);
        QCOMPARE(report->second, attack.options.second);
        QCOMPARE(report->inference.size(), 1U);
        QCOMPARE(report->inference[0].secret, std::string("出生年份"));
        QVERIFY(report->linkability->control.has_value());
        // two classes of three hundred
        QVERIFY(std::abs(report->linkage->all.expectedCorrect - 2) < 1e-9);
        // a file of something else says what it lacks, a missing one that it is missing
        attack.control = f.dir.write("strange.csv", "a,b\n1,2\n3,4\n");
        QCOMPARE(codeOf(workspace::attackRecipe(source, options, attack, {})),
                 std::string(errors::kRiskColumnMissing.name));
        attack.control = f.dir / "nowhere.csv";
        QCOMPARE(codeOf(workspace::attackRecipe(source, options, attack, {})), std::string("file-not-found"));
        QCOMPARE(trialsIn(source.trialsFolder), 0U);
    }

    void useIsMeasuredOnPairedRows() {
        WorkspaceFixture f;
        const auto dataset = f.registerExtract("visits", 600).value();
        const auto source = workspace::recipeSource(f.ws(), dataset.id).value();
        const auto report = workspace::utilityOfRecipe(source, WorkspaceFixture::recipe(), "科室", {});
        QVERIFY2(report.ok(), wordsOf(report).c_str());
        QVERIFY(report->pairing == deid::RowPairing::Report && report->aligned);
        for (const deid::ColumnChange& change : report->changes)
            QCOMPARE(change.changed.value(), change.name == "就诊流水号" ? 600U : 0U);
        QVERIFY(report->model.has_value());
        QCOMPARE(codeOf(workspace::utilityOfRecipe(source, WorkspaceFixture::recipe(), "姓名", {})),
                 std::string("deid-utility-column"));
        QCOMPARE(trialsIn(source.trialsFolder), 0U);
    }

    void levelsAreExplained() {
        WorkspaceFixture f;
        const auto dataset = f.registerExtract("visits", 600).value();
        const auto source = workspace::recipeSource(f.ws(), dataset.id).value();
        const auto report = workspace::explainRecipe(source, WorkspaceFixture::recipe(), {});
        QVERIFY2(report.ok(), wordsOf(report).c_str());
        QVERIFY(report->explanation.has_value());
        QCOMPARE(report->explanation->attributes.size(), 2U);
        // ten classes of sixty need nothing
        QVERIFY(report->explanation->attributes[0].why == deid::LevelReason::Why::LeastLevel);
        QVERIFY(std::any_of(report->explanation->cautions.begin(), report->explanation->cautions.end(),
                            [](const auto& note) { return note.code == "model-without-effect"; }));
    }

    void whatFailsLeavesNothing() {
        WorkspaceFixture f;
        const auto dataset = f.registerExtract("visits", 600).value();
        const auto source = workspace::recipeSource(f.ws(), dataset.id).value();
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(codeOf(workspace::attackRecipe(source, WorkspaceFixture::recipe(), {},
                                                {stop.get_token(), nullptr})),
                 std::string("cancelled"));
        // a file that a crash left a day ago goes with the next trial, a fresh one of another program stays
        std::filesystem::create_directories(source.trialsFolder);
        const auto old = source.trialsFolder / "old.csv";
        QVERIFY(writeFile(old, "left").ok());
        QVERIFY(writeFile(source.trialsFolder / "fresh.csv", "used").ok());
        std::filesystem::last_write_time(old, std::filesystem::file_time_type::clock::now()
                                                  - std::chrono::hours(25));
        QVERIFY(workspace::attackRecipe(source, WorkspaceFixture::recipe(), {}, {}).ok());
        QVERIFY(!std::filesystem::exists(old));
        QCOMPARE(trialsIn(source.trialsFolder), 1U);
        f.writeExtract("visits", 599);
        QCOMPARE(codeOf(workspace::attackRecipe(source, WorkspaceFixture::recipe(), {}, {})),
                 std::string("source-changed"));
        QCOMPARE(trialsIn(source.trialsFolder), 1U);
        QCOMPARE(codeOf(workspace::recipeSource(f.ws(), DatasetId("DS-NOBODY"))),
                 std::string("dataset-not-found"));
    }
};

} // namespace

MANGROVE_TEST(RecipeTrialsTest)
#include "recipe_trials_test.moc"
