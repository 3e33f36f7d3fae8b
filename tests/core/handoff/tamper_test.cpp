// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/handoff/handoff_fixture.h"
#include "crypto/cms.h"
#include "support/test_registry.h"

#include <QtTest>

#include <atomic>
#include <fstream>
#include <mutex>
#include <thread>

using namespace mangrove;
using mangrove::test::HandoffFixture;
using mangrove::test::must;

namespace {

struct Flip {
    std::string path;
    std::size_t at = 0;
    int mask = 0;
};

/// Bit 0x01 of every byte; of the small files that carry the proof, 0x20 (case) and 0x80 as well. Unless the
/// environment says MANGROVE_TAMPER_ALL=1 (minutes), only every 13th byte of descriptions and evidence, and
/// the two further bits of every 7th.
std::vector<Flip> chosenFlips(const std::map<std::string, std::string>& files) {
    const bool all = qEnvironmentVariableIsSet("MANGROVE_TAMPER_ALL");
    std::vector<Flip> flips;
    for (const auto& [path, bytes] : files) {
        const bool proof = !path.starts_with("data/") && path != "README.txt";
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            const bool edge = i < 2 || i + 2 >= bytes.size();
            if (!all && !edge && i % (proof ? 5 : 41) != 0)
                continue;
            flips.push_back({path, i, 0x01});
            if (proof) {
                flips.push_back({path, i, 0x20});
                flips.push_back({path, i, 0x80});
            }
        }
    }
    return flips;
}

/// Which check has to name the file.
std::string_view watcher(std::string_view path) {
    if (path.starts_with("data/"))
        return "payload-sha256";
    if (path.starts_with("sig/"))
        return "seal";
    return path == "tagmanifest-sha256.txt" ? "signature" : "tag-manifest";
}

/// Every flip the verifier does not notice or does not name. Two threads, each with a folder of its own.
std::vector<std::string> missedFlips(const HandoffFixture& f, const std::map<std::string, std::string>& files,
                                     std::size_t& count) {
    const auto flips = chosenFlips(files);
    std::atomic<std::size_t> next{0};
    std::mutex guard;
    std::vector<std::string> missed;
    const auto work = [&](const std::filesystem::path& folder) {
        test::writeFiles(folder, files);
        for (std::size_t i = next++; i < flips.size(); i = next++) {
            const Flip& flip = flips[i];
            std::string bytes = files.at(flip.path);
            bytes[flip.at] = static_cast<char>(bytes[flip.at] ^ flip.mask);
            std::ofstream(folder / flip.path, std::ios::binary) << bytes;
            const auto report = f.verify(folder);
            const auto* check = test::checkOf(report, watcher(flip.path));
            // A list or label that can no longer be read is named by the check that reads it.
            const bool named = (check != nullptr && check->outcome == handoff::CheckOutcome::Failed)
                               || test::failures(report).find(":" + flip.path) != std::string::npos;
            if (report.ok || !named) {
                const std::scoped_lock lock(guard);
                missed.push_back(flip.path + "@" + std::to_string(flip.at) + "^" + std::to_string(flip.mask)
                                 + " " + test::failures(report));
            }
            std::ofstream(folder / flip.path, std::ios::binary) << files.at(flip.path);
        }
    };
    std::thread other(work, f.dir / "one");
    work(f.dir / "two");
    other.join();
    count = flips.size();
    return missed;
}

void resealed(std::map<std::string, std::string>& files) {
    std::string seal;
    for (const auto& [path, bytes] : files) {
        if (path.starts_with("sig/") && path != "sig/seal.sha256")
            seal += toHex(crypto::sha256(bytes)) + "  " + path + "\n";
    }
    files["sig/seal.sha256"] = seal;
}

} // namespace

class TamperTest : public QObject {
    Q_OBJECT

private slots:
    void flippedBytesAreFound() {
        HandoffFixture f;
        const auto files = test::filesOf(f.build().path);
        std::size_t count = 0;
        const auto missed = missedFlips(f, files, count);
        QVERIFY2(missed.empty(), missed.empty() ? "" : missed.front().c_str());
        for (const char* folder : {"one", "two"})
            QVERIFY(f.verify(f.dir / folder).ok);
        qInfo("%zu flips", count);
    }

    void removedFile() {
        HandoffFixture f;
        const auto files = test::filesOf(f.build().path);
        for (const auto& [path, bytes] : files) {
            test::writeFiles(f.dir / "p", files);
            std::filesystem::remove(f.dir / "p" / path);
            const auto report = f.verify(f.dir / "p");
            QVERIFY2(!report.ok, path.c_str());
            QVERIFY2(test::failures(report).find(":package-member-missing:" + path) != std::string::npos,
                     test::failures(report).c_str());
        }
    }

    void addedFile() {
        HandoffFixture f;
        const auto files = test::filesOf(f.build().path);
        for (const char* path :
             {"extra.txt", "data/extra.csv", "data/payload/visits2.csv", "data/permit/decision-2.json",
              "sig/extra.pem", "sig/checkpoint.txt", "new/extra.txt"}) {
            auto more = files;
            more[path] = "x";
            const std::filesystem::path folder = f.dir / ("add-" + std::to_string(qHash(QString(path))));
            test::writeFiles(folder, more);
            const auto report = f.verify(folder);
            QVERIFY2(!report.ok, path);
            QVERIFY2(test::failures(report).find("files:package-file-added:" + std::string(path))
                         != std::string::npos,
                     test::failures(report).c_str());
        }
        auto hidden = files;
        hidden[".hidden"] = "x";
        test::writeFiles(f.dir / "hidden", hidden);
        QCOMPARE(test::checkOf(f.verify(f.dir / "hidden"), "container")->code,
                 std::string("package-path-unsafe"));
    }

    /// Somebody of the same organisation signs the same list, and mends the seal.
    void signatureOfAColleague() {
        HandoffFixture f;
        auto files = test::filesOf(f.build().path);
        files["sig/tagmanifest.p7s"] = asText(
            must(crypto::signDetachedCades(asBytes(files.at("tagmanifest-sha256.txt")), f.officer.signingKey,
                                           f.officer.certificate, {}, f.clock.now())));
        test::writeFiles(f.dir / "p", files);
        QCOMPARE(test::failures(f.verify(f.dir / "p")),
                 std::string("seal:package-digest-differs:sig/tagmanifest.p7s "
                             "signer:signer-differs:sig/tagmanifest.p7s"));
        resealed(files);
        test::writeFiles(f.dir / "p", files);
        QCOMPARE(test::failures(f.verify(f.dir / "p")),
                 std::string("signer:signer-differs:sig/tagmanifest.p7s"));
    }

    /// Another organisation signs, encloses its own certificate, and mends the seal.
    void signatureOfAStranger() {
        HandoffFixture f;
        test::People others(f.clock, "Another Hospital");
        const auto stranger = others.person("he", {identity::Role::Custodian});
        auto files = test::filesOf(f.build().path);
        files["sig/tagmanifest.p7s"] = asText(
            must(crypto::signDetachedCades(asBytes(files.at("tagmanifest-sha256.txt")), stranger.signingKey,
                                           stranger.certificate, {}, f.clock.now())));
        resealed(files);
        test::writeFiles(f.dir / "p", files);
        QCOMPARE(test::failures(f.verify(f.dir / "p")),
                 std::string("signature:cms-untrusted-signer:sig/tagmanifest.p7s"));
        files["sig/ca.pem"] = others.caPem();
        resealed(files);
        test::writeFiles(f.dir / "p", files);
        for (const bool withCa : {true, false}) {
            QCOMPARE(test::failures(f.verify(f.dir / "p", withCa)),
                     std::string("certificate:authority-differs:sig/ca.pem"));
        }
    }

    /// A permit for other data, properly signed, in a package that is properly signed.
    void permitForOtherData() {
        HandoffFixture f;
        HandoffFixture other;
        f.contents.permit = other.contents.permit; // signed by another organisation's decider
        f.contents.request = other.contents.request;
        const auto report = f.verify(f.build().path);
        QVERIFY(test::failures(report).starts_with(
            "permit-signature:cms-untrusted-signer:data/permit/permit.p7s"));
    }

    void payloadManifestsMustAgree() {
        HandoffFixture f;
        auto files = test::filesOf(f.build().path);
        // One file dropped from the SM3 list; the SHA-256 side stays whole, so only the comparison notices.
        auto& sm3 = files["manifest-sm3.txt"];
        sm3.erase(0, sm3.find('\n') + 1);
        test::writeFiles(f.dir / "p", files);
        const auto report = f.verify(f.dir / "p");
        QCOMPARE(test::checkOf(report, "payload-sm3")->code, std::string("package-structure"));
        QCOMPARE(test::checkOf(report, "tag-manifest")->file, std::string("manifest-sm3.txt"));
    }
};

MANGROVE_TEST(TamperTest)
#include "tamper_test.moc"
