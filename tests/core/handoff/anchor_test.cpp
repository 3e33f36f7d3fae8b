// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/audit_log.h"
#include "audit/schema.h"
#include "core/handoff/handoff_fixture.h"
#include "handoff/errors.h"
#include "handoff/verifier_key.h"
#include "support/test_registry.h"

#include <QtTest>

using namespace mangrove;
using mangrove::test::HandoffFixture;
using mangrove::test::must;

namespace {

/// A package whose approval and export stand in a real audit log.
struct AnchorFixture : HandoffFixture {
    audit::AuditLog log{database, clock};
    std::string keyName;
    std::uint64_t approvalSeq = 0;

    AnchorFixture() {
        must(database.exec(audit::schemaV1()));
        must(log.setOrigin("mangrove.invalid/WS-1"));
        for (int i = 0; i < 5; ++i)
            must(
                log.append({officer.user.id, "data-officer", "dataset.register", "DS-" + std::to_string(i)}));
        approvalSeq =
            must(log.append({decider.user.id, "decider", "request.approve", contents.request.id.text()})).seq;
        keyName = "mangrove.invalid/WS-1/he";
        contents.auditLogKey = handoff::toText(handoff::VerifierKey{keyName, custodian.user.checkpointKey});
        contents.anchor = [this](std::string_view digest) { return anchor(std::string(digest)); };
    }

    Result<handoff::AuditAnchor> anchor(const std::string& tagManifestSha256) {
        const auto exported =
            must(log.append({custodian.user.id, "custodian", "package.export", contents.request.id.text(),
                             "{\"tagManifestSha256\":\"" + tagManifestSha256 + "\"}"}));
        const auto checkpoint = must(log.checkpoint(custodian.checkpointKey, custodian.user.id));
        const auto approved = must(log.event(approvalSeq));
        return handoff::AuditAnchor{
            checkpoint.note,
            {{"approval", audit::leafText(approved), must(log.tlogProof(approvalSeq))},
             {"export", audit::leafText(exported), must(log.tlogProof(exported.seq))}}};
    }
};

} // namespace

class AnchorTest : public QObject {
    Q_OBJECT

private slots:
    void anchoredPackageVerifies() {
        AnchorFixture f;
        const auto info = f.build();
        const auto report = f.verify(info.path);
        QVERIFY2(report.ok, test::failures(report).c_str());
        for (const char* id : {"checkpoint", "approval-proof", "export-proof"})
            QCOMPARE(test::checkOf(report, id)->outcome, handoff::CheckOutcome::Passed);
        QVERIFY(test::checkOf(report, "export-proof")->detail.find(info.tagManifestSha256)
                != std::string::npos);
        std::vector<std::string> anchors;
        for (const auto& file : info.files) {
            if (file.what == "anchor")
                anchors.push_back(file.path);
        }
        QCOMPARE(anchors, (std::vector<std::string>{"sig/approval-event.json", "sig/approval.tlog-proof",
                                                    "sig/checkpoint.txt", "sig/export-event.json",
                                                    "sig/export.tlog-proof"}));
    }

    /// The anchors of another package, with a seal that fits.
    void foreignAnchors() {
        AnchorFixture f;
        auto files = test::filesOf(f.build("1.zip").path);
        f.contents.description += "!";
        const auto others = test::filesOf(f.build("2.zip").path);
        std::string seal;
        for (auto& [path, bytes] : files) {
            if (!path.starts_with("sig/") || path == "sig/seal.sha256")
                continue;
            if (path != "sig/tagmanifest.p7s")
                bytes = others.at(path);
            seal += toHex(crypto::sha256(bytes)) + "  " + path + "\n";
        }
        files["sig/seal.sha256"] = seal;
        test::writeFiles(f.dir / "p", files);
        QCOMPARE(test::failures(f.verify(f.dir / "p")),
                 std::string("export-proof:anchor-elsewhere:sig/export-event.json"));
    }

    void anchorsTakenAway() {
        AnchorFixture f;
        auto files = test::filesOf(f.build().path);
        std::string seal;
        for (auto it = files.begin(); it != files.end();) {
            const bool anchor = it->first.starts_with("sig/") && it->first != "sig/ca.pem"
                                && it->first != "sig/tagmanifest.p7s";
            if (it->first.starts_with("sig/") && !anchor)
                seal += toHex(crypto::sha256(it->second)) + "  " + it->first + "\n";
            it = anchor ? files.erase(it) : std::next(it);
        }
        files["sig/seal.sha256"] = seal;
        test::writeFiles(f.dir / "p", files);
        QCOMPARE(test::failures(f.verify(f.dir / "p")), std::string("checkpoint:package-member-missing:"));
    }

    void checkpointOfAnotherKey() {
        AnchorFixture f;
        f.contents.auditLogKey =
            handoff::toText(handoff::VerifierKey{f.keyName, f.officer.user.checkpointKey});
        QCOMPARE(test::failures(f.verify(f.build().path)),
                 std::string("checkpoint:checkpoint-bad:sig/checkpoint.txt"));
    }

    void verifierKeyText() {
        HandoffFixture f;
        const handoff::VerifierKey key{"example.org/log", f.custodian.user.checkpointKey};
        const std::string text = handoff::toText(key);
        const auto read = must(handoff::parseVerifierKey(text));
        QCOMPARE(read.name, key.name);
        QVERIFY(read.key == key.key);
        for (const std::string& bad :
             {std::string(), std::string("a"), "x" + text, text + "=", text.substr(0, text.size() - 4)})
            QVERIFY(handoff::parseVerifierKey(bad).error().is(errors::kVerifierKeyMalformed));
    }
};

MANGROVE_TEST(AnchorTest)
#include "anchor_test.moc"
