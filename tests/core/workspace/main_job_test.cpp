// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace_fixture.h"
#include "handoff/package_verifier.h"
#include "support/test_registry.h"
#include "workspace/assessments.h"
#include "workspace/audit_trail.h"

#include <QtTest>
#include <algorithm>

using namespace mangrove;
using test::codeOf;
using test::wordsOf;
using test::WorkspaceFixture;

namespace {

using workspace::RequestAct;

Result<handoff::VerifyReport> verifyAsStranger(WorkspaceFixture& f, const std::filesystem::path& package) {
    MANGROVE_ASSIGN(const auto organisation, workspace::organisation(f.ws()));
    handoff::VerifyOptions options;
    options.caPem = organisation.authorityPem;
    options.at = f.clock.now();
    return handoff::verifyPackage(package, options, {});
}

std::string failedChecks(const handoff::VerifyReport& report) {
    std::string failed;
    for (const auto& check : report.checks) {
        if (!check.ok)
            failed += check.id + ": " + check.detail + "; ";
    }
    return failed;
}

class MainJobTest : public QObject {
    Q_OBJECT
private slots:
    void aReleaseIsWhatTheRecipeSays() {
        WorkspaceFixture f;
        const auto dataset = f.registerExtract("visits", 600).value();
        const auto release = workspace::applyRecipe(f.ws(), f.as("officer"), dataset.id, f.recipe(), {});
        QVERIFY2(release.ok(), wordsOf(release).c_str());
        QCOMPARE(release->rows, 600U);
        QVERIFY(release->columns
                == (std::vector<std::string>{"就诊流水号", "性别", "出生年份", "科室", "费用"}));
        QCOMPARE(release->level42460, 3);
        QCOMPARE(release->highestRisk, 1.0 / 60.0);
        QVERIFY(release->sourceSha256 == dataset.sha256);
        QVERIFY(workspace::checkRelease(f.ws(), release->id, {}).ok());
        const auto report = workspace::releaseReport(*release);
        QVERIFY2(report.ok(), wordsOf(report).c_str());
        QCOMPARE(report->rowsIn, 600U);
        QCOMPARE(report->after.smallestGroup, 60U);
        const auto page = workspace::readReleaseRows(f.ws(), release->id, 0, 3, {}).value();
        QVERIFY(page.rows[0][0]->starts_with("P-"));
        QVERIFY(page.rows[0][1] == "男");

        // the same keys: the same file again, and another officer cannot use them unasked
        const auto again = workspace::applyRecipe(f.ws(), f.as("officer"), dataset.id, f.recipe(), {});
        QVERIFY2(again.ok(), wordsOf(again).c_str());
        QCOMPARE(again->sha256, release->sha256);
        QVERIFY(again->id != release->id);
        QCOMPARE(codeOf(workspace::applyRecipe(f.ws(), f.as("officer2"), dataset.id, f.recipe(), {})),
                 std::string("vault-not-granted"));
        QVERIFY(workspace::shareDeidKeys(f.ws(), f.as("officer"), f.as("officer2")).ok());
        const auto other = workspace::applyRecipe(f.ws(), f.as("officer2"), dataset.id, f.recipe(), {});
        QVERIFY2(other.ok(), wordsOf(other).c_str());
        QCOMPARE(other->sha256, release->sha256);
        QCOMPARE(workspace::listReleases(f.ws(), dataset.id)->size(), 3U);
    }

    void aSuggestedRecipeFollowsTheClassification() {
        WorkspaceFixture f;
        const auto dataset = f.registerExtract("visits", 600).value();
        QCOMPARE(codeOf(workspace::suggestRecipe(f.ws(), dataset.id)), std::string("not-classified"));
        QVERIFY(workspace::runClassification(f.ws(), f.as("officer"), dataset.id, {}).ok());
        const auto recipe = workspace::suggestRecipe(f.ws(), dataset.id);
        QVERIFY2(recipe.ok(), wordsOf(recipe).c_str());
        QCOMPARE(recipe->attributes.size(), 6U);
        const auto preview =
            workspace::previewRecipe(f.ws(), dataset.id, {*recipe, {}, deid::Sharing::Controlled}, 10, {});
        QVERIFY2(preview.ok(), wordsOf(preview).c_str());
        QCOMPARE(preview->rows.size(), 10U);
    }

    void fromFileToVerifiedPackage() {
        WorkspaceFixture f;
        const auto approved = f.approved();
        QVERIFY2(approved.ok(), wordsOf(approved).c_str());
        const auto list = workspace::packingList(f.ws(), approved->request);
        QVERIFY2(list.ok(), wordsOf(list).c_str());
        const auto events = f.eventCount();
        f.clock.advance(std::chrono::hours(1));

        const auto out = f.dir / "out.zip";
        const auto package = workspace::exportPackage(f.ws(), f.as("custodian"), approved->request, out, {});
        QVERIFY2(package.ok(), wordsOf(package).c_str());
        QCOMPARE(package->path, out.string());
        QCOMPARE(package->bytes, std::filesystem::file_size(out));
        QCOMPARE(list->size(), package->info.files.size());
        QCOMPARE(f.eventCount(), events + 1);
        QCOMPARE(workspace::listPackages(f.ws())->size(), 1U);
        const auto view = workspace::showRequest(f.ws(), approved->request).value();
        QVERIFY(view.packages == std::vector{package->id});
        QCOMPARE(view.daysLeft.value(), 29);

        const auto report = verifyAsStranger(f, out);
        QVERIFY2(report.ok(), wordsOf(report).c_str());
        QVERIFY2(report->ok, failedChecks(*report).c_str());
        for (const auto& check : report->checks)
            QVERIFY2(check.outcome == handoff::CheckOutcome::Passed,
                     (check.id + ": " + check.detail).c_str());
        QCOMPARE(report->packageId, package->id.text());
        QCOMPARE(report->permitId, package->permit.text());

        const auto state = workspace::verifyAudit(f.ws(), {});
        QVERIFY2(state.ok(), wordsOf(state).c_str());
        QVERIFY(state->ok);
        QVERIFY(state->checkpoints >= 2);
        const auto newest = workspace::listEvents(f.ws(), {}).value().front();
        QCOMPARE(newest.action, std::string("package.export"));
        QVERIFY(workspace::proveEvent(f.ws(), newest.seq).ok());
        const auto note = workspace::listCheckpoints(f.ws())->back().note;
        QVERIFY(workspace::compareCheckpoint(f.ws(), note).ok());

        // a flipped byte in the middle is noticed
        auto bytes = test::readAll(out);
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        f.dir.write("flipped.zip", bytes);
        const auto flipped = verifyAsStranger(f, f.dir / "flipped.zip");
        QVERIFY2(flipped.ok(), wordsOf(flipped).c_str());
        QVERIFY(!flipped->ok);
    }

    void packagesGoToTheirOwnFolderWhereNoneIsNamed() {
        WorkspaceFixture f;
        const auto approved = f.approved().value();
        const auto first = workspace::exportPackage(f.ws(), f.as("custodian"), approved.request, {}, {});
        QVERIFY2(first.ok(), wordsOf(first).c_str());
        QCOMPARE(std::filesystem::path(first->path).parent_path(), f.filesFolder() / "packages");
        const auto again =
            workspace::exportPackage(f.ws(), f.as("custodian"), approved.request, first->path, {});
        QCOMPARE(codeOf(again), std::string("file-exists"));
        QCOMPARE(workspace::listPackages(f.ws())->size(), 1U);
    }

    void theStateTellsWhatCanBeDone() {
        WorkspaceFixture f;
        const auto dataset = f.registerExtract("visits", 600).value();
        QVERIFY(workspace::runClassification(f.ws(), f.as("officer"), dataset.id, {}).ok());
        const auto release =
            workspace::applyRecipe(f.ws(), f.as("officer"), dataset.id, f.recipe(), {}).value();
        const auto id = f.submitted(release)->id;
        const auto may = [&](const char* user, RequestAct act) {
            return codeOf(workspace::mayAct(f.as(user), workspace::showRequest(f.ws(), id).value(), act));
        };
        QCOMPARE(may("officer", RequestAct::StartScreening), std::string("ok"));
        QCOMPARE(may("applicant", RequestAct::StartScreening), std::string("role-missing"));
        QCOMPARE(may("applicant", RequestAct::Submit), std::string("request-wrong-state"));
        QCOMPARE(may("applicant", RequestAct::Withdraw), std::string("ok"));
        QCOMPARE(may("officer", RequestAct::Withdraw), std::string("not-the-applicant"));
        QCOMPARE(may("custodian", RequestAct::Export), std::string("permit-missing"));
        QCOMPARE(may("decider", RequestAct::Approve), std::string("ok"));
        QCOMPARE(may("applicant", RequestAct::Approve), std::string("role-not-allowed"));
        using authorization::Move;
        QVERIFY(workspace::moveRequest(f.ws(), f.as("officer"), id, Move::StartScreening, "").ok());
        QVERIFY(workspace::moveRequest(f.ws(), f.as("officer"), id, Move::StartReview, "").ok());
        QVERIFY(workspace::moveRequest(f.ws(), f.as("reviewer"), id, Move::MarkReady, "fine").ok());
        QCOMPARE(may("officer", RequestAct::StartScreening), std::string("request-wrong-state"));
        QVERIFY(f.approve(id, f.clock.now() + std::chrono::days(30)).ok());
        QCOMPARE(may("custodian", RequestAct::Export), std::string("ok"));
        QCOMPARE(may("decider", RequestAct::Approve), std::string("four-eyes-second-decider"));
        QCOMPARE(may("decider", RequestAct::Revoke), std::string("ok"));
        QVERIFY(workspace::moveRequest(f.ws(), f.as("decider"), id, Move::Revoke, "misuse").ok());
        QCOMPARE(may("custodian", RequestAct::Export), std::string("permit-not-active"));
    }
};

} // namespace

MANGROVE_TEST(MainJobTest)
#include "main_job_test.moc"
