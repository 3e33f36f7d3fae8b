// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace_fixture.h"
#include "store/database.h"
#include "support/test_registry.h"
#include "workspace/assessments.h"
#include "workspace/audit_trail.h"

#include <QtTest>
#include <csignal>
#include <sys/resource.h>

using namespace mangrove;
using test::codeOf;
using test::wordsOf;
using test::WorkspaceFixture;

namespace {

/// While it lives no file of this process grows beyond `bytes`: what a full disk looks like to a writer.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        m_set = setrlimit(RLIMIT_FSIZE, &limit) == 0;
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;
    ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }
    [[nodiscard]] bool set() const { return m_set; }

private:
    rlimit m_before{};
    bool m_set = false;
};

QStringList filesIn(const std::filesystem::path& folder) {
    QStringList names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names << QString::fromStdString(entry.path().filename().string());
    names.sort();
    return names;
}

/// Each thing that must not work, with the twin that does.
class RefusalsTest : public QObject {
    Q_OBJECT
private slots:
    void anApplicantDoesNotDecideHerOwnRequest() {
        WorkspaceFixture f;
        // she is a decider as well, so that only four eyes stand in the way
        const identity::NewUser both{
            UserId("both"), "both", {identity::Role::Applicant, identity::Role::Decider}};
        const auto added = workspace::addUser(f.ws(), f.as("admin"), both, f.passphraseOf("both"));
        QVERIFY2(added.ok(), wordsOf(added).c_str());
        const auto session = workspace::login(f.ws(), UserId("both"), f.passphraseOf("both"));
        QVERIFY(session.ok());
        const auto dataset = f.registerExtract("visits", 600).value();
        QVERIFY(workspace::runClassification(f.ws(), f.as("officer"), dataset.id, {}).ok());
        const auto release =
            workspace::applyRecipe(f.ws(), f.as("officer"), dataset.id, f.recipe(), {}).value();
        auto wanted =
            static_cast<authorization::NewRequest>(f.submitted(release, "of the applicant").value());
        wanted.title = "her own";
        const auto own = workspace::createRequest(f.ws(), *session, wanted);
        QVERIFY2(own.ok(), wordsOf(own).c_str());
        QVERIFY(workspace::submitRequest(f.ws(), *session, own->id).ok());

        authorization::Decision decision;
        decision.reason = "I like it";
        const auto events = f.eventCount();
        const auto refused = workspace::decideRequest(f.ws(), *session, own->id, decision, {});
        QCOMPARE(codeOf(refused), std::string("four-eyes-applicant"));
        QCOMPARE(f.eventCount(), events);
        const auto view = workspace::showRequest(f.ws(), own->id).value();
        QVERIFY(view.request.decisions.empty());
        QCOMPARE(codeOf(workspace::mayAct(*session, view, workspace::RequestAct::Approve)),
                 std::string("four-eyes-applicant"));
        // twin: another decider
        const auto approved = workspace::decideRequest(f.ws(), f.as("decider"), own->id, decision, {});
        QVERIFY2(approved.ok(), wordsOf(approved).c_str());
        QCOMPARE(f.eventCount(), events + 1);
    }

    void aDeciderDoesNotExport() {
        WorkspaceFixture f;
        const auto approved = f.approved().value();
        // nobody may hold both roles, but she may change from one to the other afterwards
        QVERIFY(workspace::setUserRoles(f.ws(), f.as("admin"), UserId("decider"), {identity::Role::Custodian})
                    .ok());
        const auto session = workspace::login(f.ws(), UserId("decider"), f.passphraseOf("decider")).value();
        const auto out = f.dir / "out.zip";
        QCOMPARE(codeOf(workspace::exportPackage(f.ws(), session, approved.request, out, {})),
                 std::string("four-eyes-exporter"));
        QVERIFY(!std::filesystem::exists(out));
        QCOMPARE(codeOf(workspace::exportPackage(f.ws(), f.as("custodian"), approved.request, out, {})),
                 std::string("ok"));
    }

    void anExpiredPermitExportsNothing() {
        WorkspaceFixture f;
        const auto approved = f.approved().value();
        const auto out = f.dir / "out.zip";
        f.clock.advance(std::chrono::days(30));
        QCOMPARE(codeOf(workspace::exportPackage(f.ws(), f.as("custodian"), approved.request, out, {})),
                 std::string("permit-expired"));
        QVERIFY(!std::filesystem::exists(out));
        QVERIFY(workspace::showRequest(f.ws(), approved.request)->request.state
                == authorization::RequestState::Expired);
        f.clock.advance(-std::chrono::seconds(1)); // twin: a second before the end
        QCOMPARE(codeOf(workspace::exportPackage(f.ws(), f.as("custodian"), approved.request, out, {})),
                 std::string("ok"));
    }

    void aTamperedFileIsNotExported_data() {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("twin") << QByteArray("nothing") << QByteArray("ok");
        QTest::newRow("source, same size") << QByteArray("source") << QByteArray("source-changed");
        QTest::newRow("source, longer") << QByteArray("source+") << QByteArray("source-changed");
        QTest::newRow("source gone") << QByteArray("source-") << QByteArray("source-missing");
        QTest::newRow("release, same size") << QByteArray("release") << QByteArray("release-changed");
        QTest::newRow("release, longer") << QByteArray("release+") << QByteArray("release-changed");
        QTest::newRow("release gone") << QByteArray("release-") << QByteArray("release-missing");
    }
    void aTamperedFileIsNotExported() {
        QFETCH(QByteArray, what);
        QFETCH(QByteArray, code);
        WorkspaceFixture f;
        const auto approved = f.approved().value();
        const auto path =
            std::filesystem::path(what.startsWith("release") ? approved.release.path : approved.dataset.path);
        auto text = test::readAll(path);
        if (what.endsWith('-'))
            std::filesystem::remove(path);
        else if (what.endsWith('+'))
            f.dir.write(path, text + "x");
        else if (what != "nothing") {
            text[text.size() - 3] = text[text.size() - 3] == '1' ? '2' : '1';
            f.dir.write(path, text);
        }
        const auto events = f.eventCount();
        const auto out = f.dir / "out.zip";
        const auto done = workspace::exportPackage(f.ws(), f.as("custodian"), approved.request, out, {});
        QCOMPARE(codeOf(done), code.toStdString());
        QCOMPARE(std::filesystem::exists(out), code == "ok");
        QCOMPARE(workspace::listPackages(f.ws())->size(), code == "ok" ? 1U : 0U);
        QCOMPARE(f.eventCount(), events + (code == "ok" ? 1 : 0));
    }

    void aClosedGateStopsApproval() {
        WorkspaceFixture f;
        // 50 rows make groups of 5, one too few for GB/T 39725 10.2 d
        const auto dataset = f.registerExtract("visits", 50).value();
        QVERIFY(workspace::runClassification(f.ws(), f.as("officer"), dataset.id, {}).ok());
        auto weak = f.recipe();
        weak.recipe.models.front().k = 5;
        const auto release = workspace::applyRecipe(f.ws(), f.as("officer"), dataset.id, weak, {});
        QVERIFY2(release.ok(), wordsOf(release).c_str());
        const auto id = f.submitted(*release)->id;
        QCOMPARE(codeOf(f.approve(id, f.clock.now() + std::chrono::days(1))), std::string("gate-closed"));
        const auto view = workspace::showRequest(f.ws(), id).value();
        const auto gate = std::find_if(view.gates.begin(), view.gates.end(),
                                       [](const authorization::Gate& one) { return one.id == "G4"; });
        QVERIFY(gate->blocks);
        QCOMPARE(codeOf(workspace::mayAct(f.as("decider"), view, workspace::RequestAct::Approve)),
                 std::string("gate-closed"));
        QCOMPARE(codeOf(workspace::mayAct(f.as("decider"), view, workspace::RequestAct::Reject)),
                 std::string("ok"));
    }

    void failedQualityIsAcceptedWithAReasonOrNotAtAll() {
        WorkspaceFixture f;
        const auto approved = f.approved().value();
        const auto id = f.submitted(approved.release, "second")->id;
        quality::QualityRule rule;
        rule.id = "sex-unique";
        rule.type = quality::RuleType::Uniqueness;
        rule.columns = {"性别"};
        QVERIFY(
            workspace::runQuality(f.ws(), f.as("officer"), approved.dataset.id, std::vector{rule}, {}).ok());
        const auto until = f.clock.now() + std::chrono::days(1);
        QCOMPARE(codeOf(f.approve(id, until)), std::string("gate-closed"));
        workspace::GateEvidence evidence;
        evidence.qualityAcceptedReason = "of no concern for this purpose";
        QCOMPARE(codeOf(workspace::recordGateEvidence(f.ws(), f.as("applicant"), id, evidence)),
                 std::string("role-not-allowed"));
        QVERIFY(workspace::recordGateEvidence(f.ws(), f.as("reviewer"), id, evidence).ok());
        QVERIFY(workspace::gateEvidence(f.ws(), id).value()->by == UserId("reviewer"));
        QCOMPARE(codeOf(f.approve(id, until)), std::string("ok"));
    }

    void anEditedAuditRowIsNamed() {
        WorkspaceFixture f;
        QVERIFY(f.registerExtract("visits", 20).ok());
        QVERIFY(workspace::checkpointAudit(f.ws(), f.as("auditor")).ok());
        QVERIFY(workspace::verifyAudit(f.ws(), {})->ok); // twin
        f.close();
        {
            auto database = store::Database::open(f.file());
            QVERIFY(database.ok());
            QVERIFY(!database->exec("UPDATE audit_event SET actor = 'somebody' WHERE seq = 3").ok());
            // whoever can write the file can drop the triggers: the tree still tells
            std::vector<std::string> triggers;
            {
                auto rows =
                    database->prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = "
                                      "'audit_event'");
                QVERIFY(rows.ok());
                for (auto more = rows->step(); more.ok() && *more; more = rows->step())
                    triggers.push_back(rows->text(0));
            }
            QVERIFY(!triggers.empty());
            for (const auto& name : triggers)
                QVERIFY(database->exec("DROP TRIGGER " + name).ok());
            QVERIFY(database->exec("UPDATE audit_event SET actor = 'somebody' WHERE seq = 3").ok());
        }
        QVERIFY(f.reopen().ok());
        const auto state = workspace::verifyAudit(f.ws(), {});
        QVERIFY2(state.ok(), wordsOf(state).c_str());
        QVERIFY(!state->ok);
        QVERIFY(state->firstBroken.has_value());
        QCOMPARE(state->firstBroken->seq, 3U);
    }

    void aFullDiskLeavesNoPackage() {
        WorkspaceFixture f;
        // the package must be larger than the workspace file, so that only the package meets the limit
        const auto approved = f.approved("large", 120'000);
        QVERIFY2(approved.ok(), wordsOf(approved).c_str());
        std::filesystem::create_directory(f.dir / "out");
        const auto out = f.dir / "out" / "package.zip";
        const auto events = f.eventCount();
        {
            const auto workspaceBytes = std::filesystem::file_size(f.file());
            const FileSizeLimit limit(std::max<rlim_t>(workspaceBytes * 2, 1U << 20U));
            QVERIFY(limit.set());
            const auto full = workspace::exportPackage(f.ws(), f.as("custodian"), approved->request, out, {});
            QVERIFY(!full.ok());
            QVERIFY2(full.error().kind() == ErrorKind::Io, wordsOf(full).c_str());
        }
        QCOMPARE(filesIn(f.dir / "out"), QStringList());
        QCOMPARE(workspace::listPackages(f.ws())->size(), 0U);
        QCOMPARE(f.eventCount(), events);
        const auto twin = workspace::exportPackage(f.ws(), f.as("custodian"), approved->request, out, {});
        QVERIFY2(twin.ok(), wordsOf(twin).c_str());
        QCOMPARE(filesIn(f.dir / "out"), QStringList{"package.zip"});
        QVERIFY(twin->bytes > (1U << 20U));
    }

    void aCancelledExportLeavesNoPackage() {
        WorkspaceFixture f;
        const auto approved = f.approved().value();
        std::stop_source source;
        source.request_stop();
        RunContext context;
        context.stop = source.get_token();
        const auto out = f.dir / "out.zip";
        QCOMPARE(codeOf(workspace::exportPackage(f.ws(), f.as("custodian"), approved.request, out, context)),
                 std::string("cancelled"));
        QVERIFY(!std::filesystem::exists(out));
        QCOMPARE(workspace::listPackages(f.ws())->size(), 0U);
    }

    void aReleaseOfAnotherDataSetIsRefused() {
        WorkspaceFixture f;
        const auto approved = f.approved().value();
        const auto other = f.registerExtract("other", 600).value();
        auto wanted =
            static_cast<authorization::NewRequest>(workspace::showRequest(f.ws(), approved.request)->request);
        wanted.dataset = other.id;
        QCOMPARE(codeOf(workspace::createRequest(f.ws(), f.as("applicant"), wanted)),
                 std::string("release-of-other-dataset"));
        wanted.release.reset();
        const auto bare = workspace::createRequest(f.ws(), f.as("applicant"), wanted);
        QVERIFY2(bare.ok(), wordsOf(bare).c_str());
        QCOMPARE(codeOf(workspace::attachRelease(f.ws(), f.as("officer"), bare->id, approved.release.id)),
                 std::string("release-of-other-dataset"));
        QVERIFY(workspace::submitRequest(f.ws(), f.as("applicant"), bare->id).ok());
        QCOMPARE(codeOf(f.approve(bare->id, f.clock.now() + std::chrono::days(1))),
                 std::string("no-release"));
    }
};

} // namespace

MANGROVE_TEST(RefusalsTest)
#include "refusals_test.moc"
