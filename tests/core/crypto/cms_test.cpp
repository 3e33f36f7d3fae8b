// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "core/crypto/signing_party.h"
#include "crypto/cms.h"
#include "crypto/errors.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <array>
#include <map>

using namespace mangrove;
using namespace mangrove::crypto;
using mangrove::crypto::testing::shell;
using mangrove::crypto::testing::SigningParty;
using mangrove::crypto::testing::testInstant;

namespace {

const std::string kContent = "5f1e  data/payload/visits.csv\n";

Bytes signedBy(const SigningParty& party, std::string_view content = kContent, Instant at = testInstant()) {
    const std::array chain{party.authority};
    auto p7s = signDetachedCades(asBytes(content), party.key, party.certificate, chain, at);
    if (!p7s.ok())
        qFatal("%s", p7s.error().message().c_str());
    return std::move(*p7s);
}

std::string verdict(ByteView p7s, std::string_view content, std::string_view ca, Instant at = testInstant()) {
    const auto info = verifyDetached(p7s, asBytes(content), ca, at);
    return info.ok() ? "ok" : std::string(info.error().code());
}

std::string verifyCommand(const std::filesystem::path& p7s, const std::filesystem::path& content,
                          const std::filesystem::path& ca) {
    return format("openssl cms -verify -cades -binary -inform DER -in '{}' -content '{}' -CAfile '{}' -out "
                  "/dev/null 2>/dev/null",
                  p7s.string(), content.string(), ca.string());
}

} // namespace

/// Detached CAdES-BES signatures.
class CmsTest : public QObject {
    Q_OBJECT
private slots:
    void ownSignatureVerifies();
    void opensslVerifiesOurs();
    void weVerifyOpenssls();
    void everyFlippedByteFails();
    void flippedBitsFail();
    void everyCutAndExtraByteFails();
    void otherContentFails();
    void otherAuthorityFails();
    void exchangedSignatureFails();
    void signingTimeMustLieInTheValidity();
    void signingTimeMustNotLieAhead();
    void wrongKeyIsRefused();
    void surplusCertificateFails();
    void badCaTextIsNamed();
    void emptyAndBinaryContent();
};

void CmsTest::ownSignatureVerifies() {
    const FixedClock clock(testInstant());
    const auto party = SigningParty::make(clock);
    const auto info =
        verifyDetached(signedBy(party), asBytes(kContent), party.authority.toPem(), testInstant());
    QVERIFY2(info.ok(), info.ok() ? "" : info.error().message().c_str());
    QCOMPARE(info->subject.commonName, std::string("王小红"));
    QCOMPARE(info->subject.organisation, std::string("海南示例医院"));
    QCOMPARE(info->subject.userId, std::string("wang"));
    QCOMPARE(info->issuer.commonName, std::string("海南示例医院 CA"));
    QCOMPARE(info->serial, party.certificate.serial());
    QCOMPARE(info->fingerprint, toHex(party.certificate.fingerprint()));
    QVERIFY(info->signingTime == testInstant());
}

void CmsTest::opensslVerifiesOurs() {
    const SystemClock clock; // openssl checks the validity today
    const auto party = SigningParty::make(clock);
    test::TempDir dir;
    const auto p7s = dir.write("s.p7s", asText(signedBy(party, kContent, clock.now())));
    const auto content = dir.write("content.txt", kContent);
    const auto ca = dir.write("ca.pem", party.authority.toPem());
    QCOMPARE(shell(verifyCommand(p7s, content, ca)), 0);
    QVERIFY(shell(verifyCommand(p7s, dir.write("other.txt", kContent + " "), ca)) != 0);
    const auto stranger = SigningParty::make(clock, 2);
    QVERIFY(shell(verifyCommand(p7s, content, dir.write("other.pem", stranger.authority.toPem()))) != 0);
    // Without the authority's certificate in it the signature is as good: ca.pem has it.
    const auto alone = signDetachedCades(asBytes(kContent), party.key, party.certificate, {}, clock.now());
    QCOMPARE(shell(verifyCommand(dir.write("alone.p7s", asText(*alone)), content, ca)), 0);
    QCOMPARE(verdict(*alone, kContent, party.authority.toPem(), clock.now()), std::string("ok"));
}

void CmsTest::weVerifyOpenssls() {
    const SystemClock clock;
    const auto party = SigningParty::make(clock);
    test::TempDir dir;
    const auto ca = dir.write("ca.pem", party.authority.toPem());
    const auto cert = dir.write("cert.pem", party.certificate.toPem());
    const auto der = party.key.toPkcs8Der();
    QVERIFY(der.ok());
    const auto key = dir.write("key.der", asText(der->view()));
    const auto content = dir.write("content.txt", kContent);
    const auto out = dir / "o.p7s";
    const std::string sign =
        format("openssl cms -sign -cades -binary -nosmimecap -md sha256 -outform DER -in '{}' -signer '{}' "
               "-inkey '{}' -keyform DER -out '{}' 2>/dev/null",
               content.string(), cert.string(), key.string(), out.string());
    QCOMPARE(shell(sign), 0);
    const auto p7s = test::readAll(out);
    QCOMPARE(verdict(asBytes(p7s), kContent, party.authority.toPem(), clock.now()), std::string("ok"));
    QCOMPARE(verdict(asBytes(p7s), kContent + "x", party.authority.toPem(), clock.now()),
             std::string("cms-content-differs"));
    // Without CAdES' attribute it is a CMS signature, but not ours.
    QCOMPARE(shell(format("openssl cms -sign -binary -nosmimecap -md sha256 -outform DER -in '{}' -signer "
                          "'{}' -inkey '{}' -keyform DER -out '{}' 2>/dev/null",
                          content.string(), cert.string(), key.string(), out.string())),
             0);
    QCOMPARE(verdict(asBytes(test::readAll(out)), kContent, party.authority.toPem(), clock.now()),
             std::string("cms-malformed"));
}

void CmsTest::everyFlippedByteFails() {
    const FixedClock clock(testInstant());
    const auto party = SigningParty::make(clock);
    const auto good = signedBy(party);
    const auto ca = party.authority.toPem();
    QCOMPARE(verdict(good, kContent, ca), std::string("ok"));
    std::map<std::string, int> codes;
    for (std::size_t at = 0; at < good.size(); ++at) {
        auto bad = good;
        bad[at] ^= 0xFFU;
        const auto code = verdict(bad, kContent, ca);
        QVERIFY2(code != "ok", format("byte {}", at).c_str());
        ++codes[code];
    }
    // Each kind of check has work to do.
    for (const char* code : {"cms-malformed", "cms-algorithm", "cms-content-differs", "cms-signature-wrong",
                             "cms-signer-mismatch", "cms-untrusted-signer"})
        QVERIFY2(codes[code] > 0, code);
}

void CmsTest::flippedBitsFail() {
    const FixedClock clock(testInstant());
    const auto party = SigningParty::make(clock);
    const auto good = signedBy(party);
    const auto ca = party.authority.toPem();
    for (std::size_t bit = 0; bit < good.size() * 8; bit += 29) {
        auto bad = good;
        bad[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        QVERIFY2(verdict(bad, kContent, ca) != "ok", format("bit {}", bit).c_str());
    }
}

void CmsTest::everyCutAndExtraByteFails() {
    const FixedClock clock(testInstant());
    const auto party = SigningParty::make(clock);
    const auto good = signedBy(party);
    const auto ca = party.authority.toPem();
    for (std::size_t keep = 0; keep < good.size(); ++keep)
        QVERIFY(verdict(ByteView(good).first(keep), kContent, ca) != "ok");
    for (std::size_t at = 0; at <= good.size(); at += 7) {
        auto longer = good;
        longer.insert(longer.begin() + static_cast<std::ptrdiff_t>(at), 0x00);
        QVERIFY(verdict(longer, kContent, ca) != "ok");
    }
    auto trailing = good;
    trailing.push_back(0);
    QCOMPARE(verdict(trailing, kContent, ca), std::string("cms-malformed"));
}

void CmsTest::otherContentFails() {
    const FixedClock clock(testInstant());
    const auto party = SigningParty::make(clock);
    QCOMPARE(verdict(signedBy(party), kContent + "\n", party.authority.toPem()),
             std::string("cms-content-differs"));
}

void CmsTest::otherAuthorityFails() {
    const FixedClock clock(testInstant());
    const auto party = SigningParty::make(clock);
    const auto stranger = SigningParty::make(clock, 2);
    QCOMPARE(verdict(signedBy(party), kContent, stranger.authority.toPem()),
             std::string("cms-untrusted-signer"));
    QCOMPARE(verdict(signedBy(party), kContent, stranger.authority.toPem() + party.authority.toPem()),
             std::string("ok"));
    // A person is no authority.
    QCOMPARE(verdict(signedBy(party), kContent, stranger.certificate.toPem()),
             std::string("cms-untrusted-signer"));
}

void CmsTest::exchangedSignatureFails() {
    const FixedClock clock(testInstant());
    const auto party = SigningParty::make(clock);
    const auto stranger = SigningParty::make(clock, 2);
    QCOMPARE(verdict(signedBy(stranger), kContent, party.authority.toPem()),
             std::string("cms-untrusted-signer"));
}

void CmsTest::signingTimeMustLieInTheValidity() {
    FixedClock clock(testInstant());
    const auto party = SigningParty::make(clock, 1, 1);
    const std::array chain{party.authority};
    const auto late = testInstant() + std::chrono::days(400);
    const auto refused = signDetachedCades(asBytes(kContent), party.key, party.certificate, chain, late);
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().is(errors::kCmsSigningTime));
    const auto early = signDetachedCades(asBytes(kContent), party.key, party.certificate, chain,
                                         testInstant() - std::chrono::days(2));
    QVERIFY(!early.ok());
    // A signature made in time stays good after the certificate has ended.
    QCOMPARE(verdict(signedBy(party), kContent, party.authority.toPem(), late), std::string("ok"));
    // Signed when the authority did not exist yet: the chain is judged at the signing time.
    FixedClock laterClock(testInstant() + std::chrono::days(30));
    SeededRandom random(5);
    const auto young =
        makeAuthority(party.authorityKey, {"海南示例医院 CA", "海南示例医院", 20}, laterClock, random);
    QCOMPARE(verdict(*signDetachedCades(asBytes(kContent), party.key, party.certificate, {}, testInstant()),
                     kContent, young->toPem(), late),
             std::string("cms-signing-time"));
}

void CmsTest::signingTimeMustNotLieAhead() {
    const FixedClock clock(testInstant());
    const auto party = SigningParty::make(clock);
    const auto p7s = signedBy(party);
    const auto ca = party.authority.toPem();
    QCOMPARE(verdict(p7s, kContent, ca, testInstant() - std::chrono::minutes(5)), std::string("ok"));
    QCOMPARE(verdict(p7s, kContent, ca, testInstant() - std::chrono::minutes(6)),
             std::string("cms-signing-time"));
}

void CmsTest::wrongKeyIsRefused() {
    const FixedClock clock(testInstant());
    const auto party = SigningParty::make(clock);
    const auto p7s =
        signDetachedCades(asBytes(kContent), party.authorityKey, party.certificate, {}, testInstant());
    QVERIFY(!p7s.ok());
    QVERIFY(p7s.error().is(errors::kCertificateRequest));
}

void CmsTest::surplusCertificateFails() {
    const FixedClock clock(testInstant());
    const auto party = SigningParty::make(clock);
    const auto stranger = SigningParty::make(clock, 2);
    const std::array chain{party.authority, stranger.authority};
    const auto p7s = signDetachedCades(asBytes(kContent), party.key, party.certificate, chain, testInstant());
    QCOMPARE(verdict(*p7s, kContent, party.authority.toPem()), std::string("cms-untrusted-signer"));
}

void CmsTest::badCaTextIsNamed() {
    const FixedClock clock(testInstant());
    const auto party = SigningParty::make(clock);
    const auto p7s = signedBy(party);
    for (const char* ca :
         {"", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
        QCOMPARE(verdict(p7s, kContent, ca), std::string("certificate-malformed"));
    auto cut = party.authority.toPem();
    cut.resize(cut.size() / 2);
    QCOMPARE(verdict(p7s, kContent, cut), std::string("certificate-malformed"));
    QCOMPARE(verdict(p7s, kContent, party.authority.toPem() + cut), std::string("certificate-malformed"));
}

void CmsTest::emptyAndBinaryContent() {
    const FixedClock clock(testInstant());
    const auto party = SigningParty::make(clock);
    for (const std::string& content : {std::string(), std::string("\r\n\0\n\x1A\xFF", 6)})
        QCOMPARE(verdict(signedBy(party, content), content, party.authority.toPem()), std::string("ok"));
}

MANGROVE_TEST(CmsTest)
#include "cms_test.moc"
