// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization/gates.h"
#include "core/authorization/authorization_fixture.h"
#include "support/test_registry.h"

#include <QtTest>

#include <functional>
#include <set>

using namespace mangrove;
using namespace mangrove::authorization;

namespace {

struct GateCase {
    Request request;
    GateFacts facts;
    GatePolicy policy;
};

GateCase soundCase() {
    GateCase c;
    static_cast<NewRequest&>(c.request) = test::AuthorizationFixture::wanted();
    c.request.id = RequestId("RQ-00000001");
    c.facts = test::AuthorizationFixture::facts();
    return c;
}

using Change = std::function<void(GateCase&)>;

} // namespace

Q_DECLARE_METATYPE(Change)

class GatesTest : public QObject {
    Q_OBJECT

private slots:
    void gate_data() {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("gate");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<bool>("blocks");
        const auto row = [](const char* name, const char* gate, const char* status, const char* reason,
                            bool blocks, const Change& change) {
            QTest::newRow(name) << change << gate << status << reason << blocks;
        };
        row("purpose", "G1", "pass", "purpose-stated", false, [](GateCase&) {});
        row("no purpose", "G1", "fail", "purpose-missing", true,
            [](GateCase& c) { c.request.purpose = " "; });
        row("duo fits", "G1", "pass", "duo-matches", false,
            [](GateCase& c) { c.facts.datasetDuo = {"DUO:0000042"}; });
        row("duo refused", "G1", "fail", "duo-not-allowed", true,
            [](GateCase& c) { c.facts.datasetDuo = {"DUO:0000007"}; });
        row("duo not named", "G1", "open", "duo-not-stated", true, [](GateCase& c) {
            c.facts.datasetDuo = {"DUO:0000042"};
            c.request.duo.clear();
        });
        row("basis", "G2", "pass", "legal-basis-stated", false, [](GateCase&) {});
        row("no basis", "G2", "fail", "legal-basis-missing", true,
            [](GateCase& c) { c.request.legalBasis.clear(); });
        row("no ethics needed", "G3", "not-applicable", "ethics-not-needed", false, [](GateCase&) {});
        row("ethics missing", "G3", "fail", "ethics-missing", true,
            [](GateCase& c) { c.facts.ethicsRequired = true; });
        row("ethics valid", "G3", "pass", "ethics-valid", false, [](GateCase& c) {
            c.request.ethicsNumber = "EC-2026-01";
            c.request.ethicsUntil = test::at("2026-11-23T08:00:01Z");
        });
        row("ethics ends now", "G3", "fail", "ethics-expired", true, [](GateCase& c) {
            c.request.ethicsNumber = "EC-2026-01";
            c.request.ethicsUntil = test::at("2026-11-23T08:00:00Z");
        });
        row("ethics without end", "G3", "conditional", "ethics-no-end", false,
            [](GateCase& c) { c.request.ethicsNumber = "EC-2026-01"; });
        row("risk fine", "G4", "pass", "risk-acceptable", false, [](GateCase&) {});
        row("nothing measured", "G4", "open", "not-deidentified", true,
            [](GateCase& c) { c.facts.release.reset(); });
        row("release changed", "G4", "stale", "release-changed", true,
            [](GateCase& c) { c.facts.release->sha256 = std::string(64, 'c'); });
        row("other release", "G4", "stale", "other-release", true,
            [](GateCase& c) { c.request.releaseSha256 = std::string(64, 'c'); });
        row("source changed", "G4", "stale", "source-changed", true,
            [](GateCase& c) { c.facts.release->sourceUnchanged = false; });
        row("direct identifiers", "G4", "fail", "direct-identifiers", true,
            [](GateCase& c) { c.facts.release->level42460 = 1; });
        row("level 2", "G4", "fail", "level-too-low", true,
            [](GateCase& c) { c.facts.release->level42460 = 2; });
        row("level 2 under a milder policy", "G4", "pass", "risk-acceptable", false, [](GateCase& c) {
            c.facts.release->level42460 = 2;
            c.policy.minimumLevel42460 = 2;
        });
        // GB/T 39725 10.2 d: more than 5
        row("group of five", "G4", "fail", "group-too-small", true,
            [](GateCase& c) { c.facts.release->smallestGroup = 5; });
        row("group of six", "G4", "pass", "risk-acceptable", false,
            [](GateCase& c) { c.facts.release->smallestGroup = 6; });
        row("group of five, lenient", "G4", "pass", "risk-acceptable", false, [](GateCase& c) {
            c.facts.release->smallestGroup = 5;
            c.policy.minimumGroup = 5;
        });
        row("aggregate has no groups", "G4", "pass", "risk-acceptable", false, [](GateCase& c) {
            c.facts.release->smallestGroup = 0;
            c.facts.release->level42460 = 4;
        });
        row("columns fit", "G5", "pass", "columns-fit", false, [](GateCase&) {});
        row("a column too many", "G5", "fail", "columns-exceed", true,
            [](GateCase& c) { c.facts.release->columns.emplace_back("phone"); });
        row("no columns named", "G5", "conditional", "columns-unnamed", false,
            [](GateCase& c) { c.request.columns.clear(); });
        row("no genes", "G6", "not-applicable", "genetic-none", false, [](GateCase&) {});
        row("genes at home", "G6", "conditional", "genetic-domestic", false,
            [](GateCase& c) { c.facts.humanGeneticColumns = {"rsid"}; });
        row("genes for foreigners", "G6", "fail", "genetic-unfiled", true, [](GateCase& c) {
            c.facts.humanGeneticColumns = {"rsid"};
            c.facts.recipientForeignControlled = true;
        });
        row("genes filed", "G6", "pass", "genetic-filed", false, [](GateCase& c) {
            c.facts.humanGeneticColumns = {"rsid"};
            c.facts.recipientForeignControlled = true;
            c.facts.humanGeneticFiling = "HGR-1";
        });
        row("mainland", "G7", "not-applicable", "border-none", false, [](GateCase&) {});
        row("abroad", "G7", "fail", "border-no-path", true,
            [](GateCase& c) { c.request.crossBorder = true; });
        row("abroad with contract", "G7", "pass", "border-documented", false, [](GateCase& c) {
            c.request.crossBorder = true;
            c.facts.crossBorderPath = "standard-contract";
            c.facts.crossBorderReference = "SC-1";
        });
        row("abroad exempt", "G7", "conditional", "border-exempt", false, [](GateCase& c) {
            c.request.crossBorder = true;
            c.facts.crossBorderPath = "exempt";
            c.facts.crossBorderReference = "art. 5";
        });
        row("level", "G8", "pass", "level-fits", false, [](GateCase&) {});
        row("level unknown", "G8", "open", "level-unknown", true,
            [](GateCase& c) { c.facts.level39725.reset(); });
        row("level 5 needs agreement", "G8", "conditional", "level-agreement", false,
            [](GateCase& c) { c.facts.level39725 = 5; });
        row("level 5 not in public", "G8", "fail", "level-sharing", true, [](GateCase& c) {
            c.facts.level39725 = 5;
            c.request.sharing = Sharing::Public;
        });
        row("level 4 raw only in an enclave", "G8", "fail", "level-sharing", true, [](GateCase& c) {
            c.facts.level39725 = 4;
            c.facts.release->level42460 = 1;
        });
        row("not registered", "G9", "open", "registration-open", false, [](GateCase&) {});
        row("registered", "G9", "pass", "registered", false,
            [](GateCase& c) { c.facts.registrationNumber = "HN-1"; });
        row("quality unknown", "G10", "open", "quality-unknown", false, [](GateCase&) {});
        row("quality good", "G10", "pass", "quality-good", false,
            [](GateCase& c) { c.facts.quality.emplace(); });
        row("quality fails", "G10", "fail", "quality-fails", true, [](GateCase& c) {
            c.facts.quality.emplace();
            c.facts.quality->failedErrors = 1;
        });
        row("quality accepted", "G10", "conditional", "quality-accepted", false, [](GateCase& c) {
            c.facts.quality.emplace();
            c.facts.quality->failedErrors = 1;
            c.facts.quality->acceptedBy = "chen";
        });
        row("quality warns", "G10", "conditional", "quality-warnings", false, [](GateCase& c) {
            c.facts.quality.emplace();
            c.facts.quality->failedWarnings = 2;
        });
    }

    void gate() {
        QFETCH(Change, change);
        QFETCH(QString, gate);
        GateCase c = soundCase();
        change(c);
        const auto gates = evaluateGates(c.request, c.facts, c.policy, test::at("2026-11-23T08:00:00Z"));
        QCOMPARE(gates.size(), std::size_t{10});
        for (std::size_t i = 0; i < gates.size(); ++i)
            QCOMPARE(gates[i].id, std::string(gateInfos()[i].id));
        const auto found = std::find_if(gates.begin(), gates.end(),
                                        [&](const Gate& g) { return g.id == gate.toStdString(); });
        QVERIFY(found != gates.end());
        QTEST(QString::fromUtf8(std::string(name(found->status)).c_str()), "status");
        QTEST(QString::fromStdString(found->reason), "reason");
        QTEST(found->blocks, "blocks");
    }

    void everyReasonHasBothLanguages() {
        std::set<std::string_view> codes;
        for (const auto& reason : gateReasons()) {
            QVERIFY(!reason.code.empty() && !reason.en.empty() && !reason.zh.empty());
            QVERIFY2(codes.insert(reason.code).second, std::string(reason.code).c_str());
            for (const char* place : {"{0}", "{1}"}) {
                QCOMPARE(reason.en.find(place) == std::string_view::npos,
                         reason.zh.find(place) == std::string_view::npos);
            }
        }
        Gate gate;
        gate.reason = "group-too-small";
        gate.args = {"5", "6"};
        QCOMPARE(gateText(gate), std::string("The smallest group has 5 records; at least 6 are required."));
        QCOMPARE(gateText(gate, true), std::string("最小等价类有 5 条记录；要求不少于 6 条。"));
    }

    void twoDeciders_data() {
        QTest::addColumn<Change>("change");
        QTest::addColumn<bool>("two");
        QTest::newRow("level 3") << Change([](GateCase&) {}) << false;
        QTest::newRow("level 4") << Change([](GateCase& c) { c.facts.level39725 = 4; }) << true;
        QTest::newRow("unknown level") << Change([](GateCase& c) { c.facts.level39725.reset(); }) << true;
        QTest::newRow("public") << Change([](GateCase& c) { c.request.sharing = Sharing::Public; }) << true;
        QTest::newRow("abroad") << Change([](GateCase& c) { c.request.crossBorder = true; }) << true;
        QTest::newRow("abroad, option off") << Change([](GateCase& c) {
            c.request.crossBorder = true;
            c.policy.twoDecidersAcrossBorder = false;
        }) << false;
    }

    void twoDeciders() {
        QFETCH(Change, change);
        GateCase c = soundCase();
        change(c);
        QTEST(needsTwoDeciders(c.request, c.facts, c.policy), "two");
    }
};

MANGROVE_TEST(GatesTest)
#include "gates_test.moc"
