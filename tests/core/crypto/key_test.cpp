// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "core/crypto/signing_party.h"
#include "crypto/checkpoint_key.h"
#include "crypto/errors.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>

using namespace mangrove;
using namespace mangrove::crypto;

/// P-256 and Ed25519 keys.
class KeyTest : public QObject {
    Q_OBJECT
private slots:
    void signingKeyRoundTrip();
    void alteredSignaturesFail();
    void opensslReadsTheSigningKey();
    void wrongKeysAreRefused();
    void checkpointKeyRoundTrip();
};

void KeyTest::signingKeyRoundTrip() {
    const auto key = SigningKey::generate();
    QVERIFY(key.ok());
    const auto der = key->toPkcs8Der();
    const auto again = SigningKey::fromPkcs8Der(der->view());
    QVERIFY(again.ok());
    QVERIFY(*again->publicKeyDer() == *key->publicKeyDer());
    const auto signature = again->sign(asBytes("message"));
    QVERIFY(*verifySignature(*key->publicKeyDer(), asBytes("message"), *signature));
    QVERIFY(!*verifySignature(*key->publicKeyDer(), asBytes("massage"), *signature));
    QVERIFY(!*verifySignature(*SigningKey::generate()->publicKeyDer(), asBytes("message"), *signature));
}

void KeyTest::alteredSignaturesFail() {
    const auto key = SigningKey::generate();
    const auto spki = *key->publicKeyDer();
    const auto signature = *key->sign(asBytes("message"));
    for (std::size_t at = 0; at < signature.size(); ++at) {
        auto bad = signature;
        bad[at] ^= 0x01U;
        QVERIFY(!*verifySignature(spki, asBytes("message"), bad));
    }
    auto longer = signature;
    longer.push_back(0);
    QVERIFY(!*verifySignature(spki, asBytes("message"), longer));
    QVERIFY(!*verifySignature(spki, asBytes("message"), {}));
}

void KeyTest::opensslReadsTheSigningKey() {
    test::TempDir dir;
    const auto key = SigningKey::generate();
    const auto der = key->toPkcs8Der();
    const auto file = dir.write("key.der", asText(der->view()));
    const auto spki = dir / "public.der";
    QCOMPARE(testing::shell(format("openssl pkey -inform DER -in '{}' -pubout -outform DER -out '{}'",
                                   file.string(), spki.string())),
             0);
    QVERIFY(test::readAll(spki) == asText(*key->publicKeyDer()));
}

void KeyTest::wrongKeysAreRefused() {
    const auto ed = CheckpointKey::generate();
    const auto ec = SigningKey::generate();
    const auto edDer = ed->toPkcs8Der();
    const auto ecDer = ec->toPkcs8Der();
    QVERIFY(SigningKey::fromPkcs8Der(edDer->view()).error().is(errors::kKeyMalformed));
    QVERIFY(CheckpointKey::fromPkcs8Der(ecDer->view()).error().is(errors::kKeyMalformed));
    QVERIFY(!SigningKey::fromPkcs8Der({}).ok());
    QVERIFY(!SigningKey::fromPkcs8Der(ecDer->view().first(ecDer->size() - 1)).ok());
    Bytes longer(ecDer->view().begin(), ecDer->view().end());
    longer.push_back(0);
    QVERIFY(!SigningKey::fromPkcs8Der(longer).ok());
    QVERIFY(!CheckpointKey::fromSeed(SecretBytes(31)).ok());
    // Another curve, made by openssl.
    test::TempDir dir;
    const auto file = dir / "p384.der";
    QCOMPARE(testing::shell(format("openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384 -outform "
                                   "DER -out '{}' 2>/dev/null",
                                   file.string())),
             0);
    const auto other = test::readAll(file);
    QVERIFY(!other.empty());
    QVERIFY(!SigningKey::fromPkcs8Der(asBytes(other)).ok());
    QVERIFY(!verifySignature(Bytes{1, 2, 3}, asBytes("m"), Bytes{}).ok());
}

void KeyTest::checkpointKeyRoundTrip() {
    const auto key = CheckpointKey::generate();
    const auto der = key->toPkcs8Der();
    const auto again = CheckpointKey::fromPkcs8Der(der->view());
    QVERIFY(again.ok());
    QVERIFY(again->publicKey() == key->publicKey());
    const auto signature = *again->sign(asBytes("m"));
    QCOMPARE(signature.size(), std::size_t{64});
    QVERIFY(*key->sign(asBytes("m")) == signature);
    QVERIFY(verifyCheckpointSignature(key->publicKey(), asBytes("m"), signature));
    QVERIFY(!verifyCheckpointSignature(key->publicKey(), asBytes("n"), signature));
    for (std::size_t at = 0; at < signature.size(); ++at) {
        auto bad = signature;
        bad[at] ^= 0x10U;
        QVERIFY(!verifyCheckpointSignature(key->publicKey(), asBytes("m"), bad));
    }
    QVERIFY(!verifyCheckpointSignature(key->publicKey(), asBytes("m"), ByteView(signature).first(63)));
    QVERIFY(checkpointKeyPem(key->publicKey())->starts_with("-----BEGIN PUBLIC KEY-----\n"));
}

MANGROVE_TEST(KeyTest)
#include "key_test.moc"
