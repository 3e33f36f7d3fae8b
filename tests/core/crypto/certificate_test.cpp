// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "core/crypto/signing_party.h"
#include "crypto/errors.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>

using namespace mangrove;
using namespace mangrove::crypto;
using mangrove::crypto::testing::shell;
using mangrove::crypto::testing::SigningParty;
using mangrove::crypto::testing::testInstant;

/// The organisation's authority and people's certificates.
class CertificateTest : public QObject {
    Q_OBJECT
private slots:
    void namesAndDatesComeBack();
    void opensslAcceptsThem();
    void extensionsAreThere();
    void endsWithItsAuthority();
    void badRequestsAreRefused();
    void pemAndDerAreStrict();
    void serialsDiffer();
    void leapDayWorks();
};

void CertificateTest::namesAndDatesComeBack() {
    const FixedClock clock(testInstant());
    const auto party = SigningParty::make(clock);
    QVERIFY(party.authority.isAuthority());
    QVERIFY(!party.certificate.isAuthority());
    QVERIFY(party.authority.subject() == party.authority.issuer());
    QVERIFY(party.certificate.issuer() == party.authority.subject());
    QVERIFY((party.certificate.subject() == DistinguishedName{"王小红", "海南示例医院", "decider", "wang"}));
    QCOMPARE(toIso8601(party.certificate.notBefore()), std::string("2026-11-22T09:12:00.000Z"));
    QCOMPARE(toIso8601(party.certificate.notAfter()), std::string("2031-11-23T09:12:00.000Z"));
    QCOMPARE(toIso8601(party.authority.notAfter()), std::string("2046-11-23T09:12:00.000Z"));
    QCOMPARE(party.certificate.serial().size(), std::size_t{32});
    QVERIFY(*party.certificate.publicKeyDer() == *party.key.publicKeyDer());
    QVERIFY(Certificate::fromPem(party.certificate.toPem())->der() == party.certificate.der());
    QVERIFY(Certificate::fromDer(party.certificate.der())->fingerprint() == party.certificate.fingerprint());
}

void CertificateTest::opensslAcceptsThem() {
    const SystemClock clock;
    const auto party = SigningParty::make(clock);
    test::TempDir dir;
    const auto ca = dir.write("ca.pem", party.authority.toPem());
    const auto cert = dir.write("cert.pem", party.certificate.toPem());
    const auto verify = [&](const std::string& options, const std::filesystem::path& what) {
        return shell(format("openssl verify -x509_strict {} -CAfile '{}' '{}' >/dev/null 2>&1", options,
                            ca.string(), what.string()));
    };
    QCOMPARE(verify("-purpose smimesign", cert), 0);
    QCOMPARE(verify("-check_ss_sig", ca), 0);
    QVERIFY(verify("-purpose sslserver", cert) != 0);
    const auto stranger = SigningParty::make(clock, 9);
    QVERIFY(verify("-purpose smimesign", dir.write("other.pem", stranger.certificate.toPem())) != 0);
    QCOMPARE(shell(format("openssl x509 -in '{}' -noout -subject -nameopt utf8,sep_multiline 2>/dev/null | "
                          "grep -q 'CN=王小红'",
                          cert.string())),
             0);
}

void CertificateTest::extensionsAreThere() {
    const FixedClock clock(testInstant());
    const auto party = SigningParty::make(clock);
    test::TempDir dir;
    const auto text = [&](const Certificate& certificate) {
        const auto file = dir.write("c.pem", certificate.toPem());
        shell(format("openssl x509 -in '{}' -noout -text > '{}' 2>/dev/null", file.string(),
                     (dir / "c.txt").string()));
        return test::readAll(dir / "c.txt");
    };
    const auto person = text(party.certificate);
    for (const char* wanted :
         {"CA:FALSE", "Digital Signature, Non Repudiation", "E-mail Protection", "Authority Key Identifier",
          "Subject Key Identifier", "ecdsa-with-SHA256", "prime256v1"})
        QVERIFY2(person.find(wanted) != std::string::npos, wanted);
    const auto authority = text(party.authority);
    for (const char* wanted : {"CA:TRUE, pathlen:0", "Certificate Sign, CRL Sign"})
        QVERIFY2(authority.find(wanted) != std::string::npos, wanted);
}

void CertificateTest::endsWithItsAuthority() {
    FixedClock clock(testInstant());
    SeededRandom random(1);
    const auto key = SigningKey::generate();
    const auto authority = makeAuthority(*key, {"CA", "O", 2}, clock, random);
    const auto person =
        issueCertificate(*key, *authority, *SigningKey::generate(), {{"P", "O", {}, {}}, 5}, clock, random);
    QVERIFY(person->notAfter() == authority->notAfter());
    clock.advance(std::chrono::days(3 * 366));
    const auto late =
        issueCertificate(*key, *authority, *SigningKey::generate(), {{"P", "O", {}, {}}, 5}, clock, random);
    QVERIFY(late.error().is(errors::kCertificateRequest));
}

void CertificateTest::badRequestsAreRefused() {
    const FixedClock clock(testInstant());
    SeededRandom random(1);
    const auto party = SigningParty::make(clock);
    const auto key = SigningKey::generate();
    for (const std::string& name :
         {std::string(), std::string(65, 'x'), std::string("a\nb"), std::string("\xFF")}) {
        QVERIFY(makeAuthority(*key, {name, "O", 5}, clock, random).error().is(errors::kCertificateRequest));
        QVERIFY(issueCertificate(party.authorityKey, party.authority, *key, {{name, "O", {}, {}}, 5}, clock,
                                 random)
                    .error()
                    .is(errors::kCertificateRequest));
    }
    std::string longChinese;
    for (int i = 0; i < 64; ++i)
        longChinese += "医";
    QVERIFY(makeAuthority(*key, {longChinese, longChinese, 5}, clock, random).ok());
    QVERIFY(!makeAuthority(*key, {"CA", "O", 0}, clock, random).ok());
    // Neither a person nor somebody else's key can issue.
    QVERIFY(
        !issueCertificate(party.key, party.certificate, *key, {{"P", "O", {}, {}}, 5}, clock, random).ok());
    QVERIFY(!issueCertificate(*key, party.authority, *key, {{"P", "O", {}, {}}, 5}, clock, random).ok());
}

void CertificateTest::pemAndDerAreStrict() {
    const FixedClock clock(testInstant());
    const auto party = SigningParty::make(clock);
    auto der = party.certificate.der();
    der.push_back(0);
    QVERIFY(Certificate::fromDer(der).error().is(errors::kCertificateMalformed));
    QVERIFY(!Certificate::fromDer({}).ok());
    QVERIFY(!Certificate::fromDer(ByteView(der).first(der.size() - 2)).ok());
    const auto pem = party.certificate.toPem();
    QVERIFY(!Certificate::fromPem(pem + pem).ok());
    QCOMPARE(certificatesFromPem(pem + "\n" + party.authority.toPem())->size(), std::size_t{2});
    QVERIFY(
        !certificatesFromPem(pem + "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n").ok());
    std::string many;
    for (int i = 0; i < 17; ++i)
        many += pem;
    QVERIFY(!certificatesFromPem(many).ok());
    QVERIFY(!certificatesFromPem(std::string(300U << 10U, 'x')).ok());
}

void CertificateTest::serialsDiffer() {
    const FixedClock clock(testInstant());
    QVERIFY(SigningParty::make(clock, 1).certificate.serial()
            != SigningParty::make(clock, 2).certificate.serial());
    QCOMPARE(SigningParty::make(clock, 1).certificate.serial(),
             SigningParty::make(clock, 1).certificate.serial());
}

void CertificateTest::leapDayWorks() {
    const FixedClock clock(*parseIso8601("2028-02-29T10:00:00Z"));
    SeededRandom random(1);
    const auto authority = makeAuthority(*SigningKey::generate(), {"CA", "O", 5}, clock, random);
    QVERIFY(authority.ok());
    QCOMPARE(toIso8601(authority->notAfter()), std::string("2033-02-28T10:00:00.000Z"));
    const FixedClock old(*parseIso8601("1970-01-02T00:00:00Z"));
    QVERIFY(makeAuthority(*SigningKey::generate(), {"CA", "O", 5}, old, random).ok());
}

MANGROVE_TEST(CertificateTest)
#include "certificate_test.moc"
