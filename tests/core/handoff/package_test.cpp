// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/handoff/handoff_fixture.h"
#include "handoff/errors.h"
#include "support/test_registry.h"

#include <QtTest>

#include <csignal>
#include <set>
#include <sys/resource.h>

using namespace mangrove;
using mangrove::test::HandoffFixture;
using mangrove::test::must;

namespace {

/// No file may grow beyond `bytes` while this lives: what a full disk looks like to a writer.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes) : m_handler(std::signal(SIGXFSZ, SIG_IGN)) {
        (void)getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        (void)setrlimit(RLIMIT_FSIZE, &small);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;
    ~FullDisk() {
        (void)setrlimit(RLIMIT_FSIZE, &m_before);
        (void)std::signal(SIGXFSZ, m_handler);
    }

private:
    void (*m_handler)(int);
    rlimit m_before{};
};

std::set<std::string> namesIn(const std::filesystem::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.insert(entry.path().filename().string());
    return names;
}

/// Everything that does not depend on a signature.
std::map<std::string, std::string> withoutSignatures(std::map<std::string, std::string> files) {
    for (auto it = files.begin(); it != files.end();)
        it = it->first.starts_with("sig/") || it->first.ends_with(".p7s") ? files.erase(it) : std::next(it);
    return files;
}

} // namespace

class PackageTest : public QObject {
    Q_OBJECT

private slots:
    void builtAndVerified_data() {
        QTest::addColumn<int>("deciders");
        QTest::newRow("one decider") << 1;
        QTest::newRow("two deciders") << 2;
    }

    void builtAndVerified() {
        QFETCH(int, deciders);
        HandoffFixture f(deciders);
        const auto info = f.build();
        const auto report = f.verify(info.path);
        QVERIFY2(report.ok, test::failures(report).c_str());
        std::string ids;
        for (const auto& check : report.checks)
            ids += check.id + " ";
        QCOMPARE(ids,
                 std::string(
                     "container bag-structure files tag-manifest payload-sha256 payload-sm3 seal certificate "
                     "signature signer permit-signature permit-decisions permit-payload permit-validity "
                     "checkpoint approval-proof export-proof "));
        QCOMPARE(test::checkOf(report, "checkpoint")->outcome, handoff::CheckOutcome::Absent);
        QCOMPARE(report.signer, std::string("he"));
        QCOMPARE(report.packageId, std::string("PK-00000001"));
        QCOMPARE(report.folder, std::string("PK-00000001"));
        QCOMPARE(report.permitId, f.contents.permit.id.text());
        QCOMPARE(report.exportedAt, std::optional(f.clock.now()));
        QCOMPARE(report.files, std::uint64_t(info.files.size()));
        QVERIFY(report.caGiven);
        QCOMPARE(info.sha256, toHex(crypto::sha256(test::readAll(info.path))));

        test::writeFiles(f.dir / "unpacked/PK-00000001", test::filesOf(info.path));
        for (const char* folder : {"unpacked/PK-00000001", "unpacked"})
            QVERIFY(f.verify(f.dir / folder).ok);
    }

    void layout() {
        HandoffFixture f;
        const auto info = f.build();
        std::vector<std::string> paths;
        for (const auto& file : info.files)
            paths.push_back(file.path);
        QCOMPARE(paths, (std::vector<std::string>{"README.txt",
                                                  "bag-info.txt",
                                                  "bagit.txt",
                                                  "data/croissant.json",
                                                  "data/datapackage.json",
                                                  "data/evidence/classification.json",
                                                  "data/evidence/deid-report.json",
                                                  "data/evidence/quality.json",
                                                  "data/evidence/recipe.json",
                                                  "data/payload/visits.csv",
                                                  "data/permit/decision-1.json",
                                                  "data/permit/decision-1.p7s",
                                                  "data/permit/permit.json",
                                                  "data/permit/permit.p7s",
                                                  "data/policy/odrl.json",
                                                  "data/policy/to-bind.json",
                                                  "data/ro-crate-metadata.json",
                                                  "manifest-sha256.txt",
                                                  "manifest-sm3.txt",
                                                  "sig/ca.pem",
                                                  "sig/seal.sha256",
                                                  "sig/tagmanifest.p7s",
                                                  "tagmanifest-sha256.txt"}));
        const auto plan = must(handoff::planPackage(f.contents));
        QCOMPARE(plan.size(), info.files.size());
        for (std::size_t i = 0; i < plan.size(); ++i) {
            QCOMPARE(plan[i].path, info.files[i].path);
            QCOMPARE(plan[i].what, info.files[i].what);
            if (!plan[i].sha256.empty())
                QCOMPARE(plan[i].sha256, info.files[i].sha256);
        }
        const auto files = test::filesOf(info.path);
        QCOMPARE(files.at("data/payload/visits.csv"), f.csv);
        QCOMPARE(files.at("data/permit/permit.json"), f.contents.permit.document.text);
        QVERIFY(files.at("README.txt").find(info.commands) != std::string::npos);
        QVERIFY(files.at("README.txt").find("授权书") != std::string::npos);
    }

    void sameInputSameBytes() {
        HandoffFixture f;
        const auto one = test::filesOf(f.build("1.zip").path);
        const auto two = test::filesOf(f.build("2.zip").path);
        QCOMPARE(withoutSignatures(one), withoutSignatures(two));
        f.contents.description += ".";
        const auto other = test::filesOf(f.build("3.zip").path);
        QVERIFY(withoutSignatures(one) != withoutSignatures(other));
    }

    void enclosedCertificateIsTrustOnFirstUse() {
        HandoffFixture f;
        const auto info = f.build();
        const auto report = f.verify(info.path, false);
        QVERIFY(report.ok);
        QVERIFY(!report.caGiven);
        QCOMPARE(report.caFingerprint, info.caFingerprint);
        QVERIFY(test::checkOf(report, "certificate")->detail.find("first use") != std::string::npos);

        test::People others(f.clock, "Another Hospital");
        handoff::VerifyOptions options;
        options.at = f.clock.now();
        options.caPem = others.caPem();
        const auto wrong = must(handoff::verifyPackage(info.path, options, {}));
        QCOMPARE(test::failures(wrong), std::string("certificate:authority-differs:sig/ca.pem"));
    }

    void refusedContents_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("code");
        QTest::newRow("id") << "id"
                            << "package-contents";
        QTest::newRow("no payload") << "payload"
                                    << "package-contents";
        QTest::newRow("payload name") << "name"
                                      << "package-contents";
        QTest::newRow("other payload") << "digest"
                                       << "permit-other-payload";
        QTest::newRow("payload changed") << "changed"
                                         << "package-payload-changed";
        QTest::newRow("payload gone") << "gone"
                                      << "file-not-readable";
        QTest::newRow("no permit") << "permit"
                                   << "package-contents";
        QTest::newRow("permit text") << "permit-text"
                                     << "permit-malformed";
        QTest::newRow("ca") << "ca"
                            << "certificate-malformed";
        QTest::newRow("anchor fails") << "anchor"
                                      << "cancelled";
        QTest::newRow("anchor without export") << "anchor-empty"
                                               << "package-contents";
        QTest::newRow("target exists") << "target"
                                       << "file-exists";
        QTest::newRow("no such folder") << "folder"
                                        << "package-write";
    }

    void refusedContents() {
        QFETCH(QString, what);
        QFETCH(QString, code);
        HandoffFixture f;
        auto& c = f.contents;
        std::filesystem::path out = f.dir / "out" / "p.zip";
        std::filesystem::create_directories(out.parent_path());
        if (what == "id")
            c.id = PackageId("../x");
        else if (what == "payload")
            c.payloads.clear();
        else if (what == "name")
            c.payloads[0].name = "../visits.csv";
        else if (what == "digest")
            c.payloads[0].sha256 = f.digest('0');
        else if (what == "changed")
            f.dir.write("released.csv", f.csv + "70-74,1,E11\n");
        else if (what == "gone")
            std::filesystem::remove(f.payload);
        else if (what == "permit")
            c.permit = {};
        else if (what == "permit-text")
            c.permit.document.text = "{}";
        else if (what == "ca")
            c.caPem = "x";
        else if (what == "anchor")
            c.anchor = [](std::string_view) -> Result<handoff::AuditAnchor> {
                return Error(errors::kCancelled);
            };
        else if (what == "anchor-empty")
            c.anchor = [](std::string_view) -> Result<handoff::AuditAnchor> {
                return handoff::AuditAnchor{};
            };
        else if (what == "target")
            f.dir.write("out/p.zip", "mine");
        else
            out = f.dir / "out" / "none" / "p.zip";
        const auto before = namesIn(f.dir / "out");
        const auto refused = handoff::buildPackage(c, f.signer(), f.clock, out, {});
        QVERIFY(!refused.ok());
        QCOMPARE(QString::fromUtf8(std::string(refused.error().code()).c_str()), code);
        QCOMPARE(namesIn(f.dir / "out"), before);
    }

    void fullDiskLeavesNothing() {
        HandoffFixture f;
        std::filesystem::create_directories(f.dir / "out");
        std::optional<Result<handoff::PackageInfo>> refused;
        {
            const FullDisk full(4096);
            refused = handoff::buildPackage(f.contents, f.signer(), f.clock, f.dir / "out/p.zip", {});
        }
        QVERIFY(!refused->ok());
        QVERIFY(refused->error().is(errors::kPackageWrite));
        QVERIFY2(refused->error().args()[1].find("too large") != std::string::npos,
                 refused->error().message().c_str());
        QVERIFY(namesIn(f.dir / "out").empty());
        must(handoff::buildPackage(f.contents, f.signer(), f.clock, f.dir / "out/p.zip", {}));
    }

    void cancelledLeavesNothing() {
        HandoffFixture f;
        std::filesystem::create_directories(f.dir / "out");
        std::stop_source stop;
        const RunContext ctx{stop.get_token(), nullptr};
        // asked to stop after hashing, while the zip is about to be written
        f.contents.anchor = [&](std::string_view) -> Result<handoff::AuditAnchor> {
            stop.request_stop();
            return handoff::AuditAnchor{"c", {{"approval", "a", "p"}, {"export", "e", "p"}}};
        };
        const auto refused = handoff::buildPackage(f.contents, f.signer(), f.clock, f.dir / "out/p.zip", ctx);
        QVERIFY(refused.error().is(errors::kCancelled));
        QVERIFY(namesIn(f.dir / "out").empty());
    }

    void expiredPermitIsNamed() {
        HandoffFixture f;
        f.clock.set(test::at("2027-05-23T00:00:00Z"));
        const auto report = f.verify(f.build().path);
        QCOMPARE(test::failures(report),
                 std::string("permit-validity:permit-not-valid-then:data/permit/permit.json"));
        HandoffFixture ended;
        const auto info = ended.build();
        ended.clock.set(test::at("2027-06-01T00:00:00Z"));
        const auto late = ended.verify(info.path);
        QVERIFY(late.ok);
        QVERIFY(test::checkOf(late, "permit-validity")->detail.find("may not be used any more")
                != std::string::npos);
    }

    void deciderAsExporterIsNoticed() {
        HandoffFixture f;
        const handoff::PackageSigner decider{f.decider.signingKey, f.decider.certificate};
        const auto info = must(handoff::buildPackage(f.contents, decider, f.clock, f.dir / "p.zip", {}));
        QCOMPARE(test::failures(f.verify(info.path)),
                 std::string("permit-decisions:permit-votes:sig/tagmanifest.p7s"));
    }

    void reportAsJson() {
        HandoffFixture f;
        const std::string json = handoff::toJson(f.verify(f.build().path));
        QVERIFY(json.starts_with("{\"authority\":{\"fingerprint\":\""));
        QVERIFY(json.find("\"ok\":true,\"package\":\"PK-00000001\"") != std::string::npos);
        QVERIFY(json.find("{\"code\":\"\",\"detail\":\"") != std::string::npos);
    }
};

MANGROVE_TEST(PackageTest)
#include "package_test.moc"
