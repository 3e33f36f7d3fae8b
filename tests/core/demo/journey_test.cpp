// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/journey.h"

#include "handoff/package_verifier.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"
#include "workspace/audit_trail.h"
#include "workspace/datasets.h"
#include "workspace/deidentification.h"
#include "workspace/overview.h"
#include "workspace/requests.h"
#include "workspace/session.h"
#include "workspace/workspace.h"

#include <QtTest>
#include <array>
#include <map>
#include <sstream>

using namespace mangrove;

namespace {

const Instant kJourneyPresent = parseIso8601("2026-11-23T09:00:00Z").value();

template<typename T>
std::string journeyWords(const Result<T>& result) {
    return result.ok() ? "ok" : std::string(result.error().code()) + ": " + result.error().message();
}

struct JourneyWorld {
    FixedClock clock{kJourneyPresent};
    SeededRandom random{11};
    test::TempDir dir;
    [[nodiscard]] workspace::Environment environment() {
        return {clock, random, crypto::ScryptCost::cheap()};
    }
};

/// The passphrase that the demo's own file gives for a user.
std::string passphraseFor(const std::filesystem::path& file, const std::string& user) {
    std::istringstream lines(test::readAll(file));
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with(user + "\t"))
            return line.substr(user.size() + 1);
    }
    return {};
}

demo::DemoJourneyOptions smallDemo() {
    demo::DemoJourneyOptions options;
    options.rowsPerTable = 600;
    return options;
}

class JourneyTest : public QObject {
    Q_OBJECT
private slots:
    void theDemoLeavesARichWorkspace() {
        JourneyWorld w;
        const auto report = demo::runDemo(w.dir.path(), smallDemo(), w.environment(), {});
        QVERIFY2(report.ok(), journeyWords(report).c_str());
        QVERIFY(report->verified);
        QCOMPARE(report->datasets.size(), 3U);
        QVERIFY(std::filesystem::exists(report->package));
        QVERIFY(std::filesystem::exists(report->certificate));

        const auto opened = workspace::Workspace::open(report->workspace, w.environment());
        QVERIFY2(opened.ok(), journeyWords(opened).c_str());
        QVERIFY((*opened)->info()->demo);
        const auto views = workspace::listRequests(**opened);
        QVERIFY2(views.ok(), journeyWords(views).c_str());
        std::map<std::string, int> states;
        for (const auto& view : *views)
            ++states[std::string(authorization::name(view.request.state))];
        const std::map<std::string, int> expected{{"expired", 1},  {"active", 2},
                                                  {"rejected", 1}, {"ready-for-decision", 1},
                                                  {"draft", 1},    {"in-review", 1}};
        QVERIFY(states == expected);

        const auto page = workspace::overview(**opened, {});
        QVERIFY2(page.ok(), journeyWords(page).c_str());
        QVERIFY(page->safety.auditOk);
        QCOMPARE(page->flow.permitsExpiring, 1U);
        QCOMPARE(page->flow.packages, 1U);
        QVERIFY(page->use.qualityFailed > 0);
        QVERIFY(page->safety.averageLevel42460.value() >= 3.0);
        QVERIFY(!page->todos.empty());
        for (const auto& activity : page->activity)
            QVERIFY(activity.time <= kJourneyPresent);

        for (const char* user :
             {"admin", "officer", "reviewer", "decider", "decider2", "custodian", "applicant", "auditor"}) {
            const crypto::SecretText passphrase(passphraseFor(report->passphrases, user));
            const auto session = workspace::login(**opened, UserId(user), passphrase);
            QVERIFY2(session.ok(), journeyWords(session).c_str());
        }
        const auto again = demo::runDemo(w.dir.path(), smallDemo(), w.environment(), {});
        QCOMPARE(std::string(again.error().code()), std::string("workspace-exists"));
        QVERIFY(std::filesystem::exists(report->workspace));
    }

    void theSameSeedMakesTheSameData() {
        std::array<JourneyWorld, 2> worlds;
        std::array<std::vector<std::string>, 2> hashes;
        for (std::size_t i = 0; i < worlds.size(); ++i) {
            auto& w = worlds[i];
            const auto report = demo::runDemo(w.dir.path(), smallDemo(), w.environment(), {});
            QVERIFY2(report.ok(), journeyWords(report).c_str());
            const auto opened = workspace::Workspace::open(report->workspace, w.environment());
            QVERIFY(opened.ok());
            const auto datasets = workspace::listDatasets(**opened);
            const auto releases = workspace::listReleases(**opened);
            QVERIFY(datasets.ok() && releases.ok());
            for (const auto& summary : *datasets) {
                hashes[i].push_back(summary.dataset.id.text());
                hashes[i].push_back(summary.dataset.sha256);
            }
            for (const auto& release : *releases)
                hashes[i].push_back(release.sha256);
        }
        QCOMPARE(hashes[0].size(), 9U);
        QVERIFY(hashes[0] == hashes[1]);
        JourneyWorld other;
        auto options = smallDemo();
        ++options.seed;
        const auto report = demo::runDemo(other.dir.path(), options, other.environment(), {});
        QVERIFY2(report.ok(), journeyWords(report).c_str());
        const auto opened = workspace::Workspace::open(report->workspace, other.environment());
        QVERIFY(workspace::listDatasets(**opened)->front().dataset.sha256 != hashes[0][1]);
    }

    void aFailedJourneyLeavesNothing() {
        JourneyWorld w;
        demo::FileJourneyOptions options;
        options.file = w.dir.write("bad.csv", "a,b\n1,\"x\n");
        const auto folder = w.dir / "journey";
        const auto report = demo::runJourney(folder, options, w.environment(), {});
        QVERIFY(!report.ok());
        QCOMPARE(std::string(report.error().code()), std::string("csv-unclosed-quote"));
        QVERIFY(!std::filesystem::exists(folder) || std::filesystem::is_empty(folder));
    }

    void realFiles_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("member");
        QTest::addColumn<qulonglong>("rows");
        QTest::newRow("diabetes130") << "data/diabetes130/dataset_diabetes.zip"
                                     << "dataset_diabetes/diabetic_data.csv" << qulonglong{101'766};
        QTest::newRow("GBK dialogues") << "data/cn-dialogue-gbk/internal_medicine_gbk.csv"
                                       << "" << qulonglong{7'644};
    }
    void realFiles() {
        QFETCH(QString, file);
        QFETCH(QString, member);
        QFETCH(qulonglong, rows);
        const auto path = test::sharedDir() / file.toStdString();
        if (test::sharedDir().empty() || !std::filesystem::exists(path))
            QSKIP("the shared data files are not here");
        JourneyWorld w;
        demo::FileJourneyOptions options;
        options.file = path;
        if (!member.isEmpty())
            options.read.table = member.toStdString();
        const auto report = demo::runJourney(w.dir / "journey", options, w.environment(), {});
        QVERIFY2(report.ok(), journeyWords(report).c_str());
        QVERIFY(report->verified);
        const auto opened = workspace::Workspace::open(report->workspace, w.environment());
        QVERIFY(opened.ok());
        QCOMPARE(qulonglong(workspace::listDatasets(**opened)->front().dataset.rows), rows);

        // one byte flipped in the middle, and nobody vouches for it any more
        auto bytes = test::readAll(report->package);
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x20);
        handoff::VerifyOptions verify;
        verify.caPem = test::readAll(report->certificate);
        verify.at = w.clock.now();
        const auto flipped = handoff::verifyPackage(w.dir.write("flipped.zip", bytes), verify, {});
        QVERIFY2(flipped.ok(), journeyWords(flipped).c_str());
        QVERIFY(!flipped->ok);
    }
};

} // namespace

MANGROVE_TEST(JourneyTest)
#include "journey_test.moc"
