// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/checkpoint.h"
#include "audit/errors.h"
#include "base/format.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"

#include <QtTest>
#include <cstdlib>

using namespace mangrove;
using namespace mangrove::audit;

namespace {

crypto::CheckpointKey seededKey(char seed) {
    auto key = crypto::CheckpointKey::fromSeed(crypto::SecretBytes::copyOf(asBytes(std::string(32, seed))));
    if (!key.ok())
        qFatal("no key");
    return std::move(*key);
}

SignedCheckpoint someCheckpoint(std::uint64_t size = 20852163) {
    auto made = signCheckpoint("mangrove.invalid/WS-1", size, hashLeaf(asBytes("x")),
                               "mangrove.invalid/WS-1/wang", seededKey('a'));
    if (!made.ok())
        qFatal("no checkpoint");
    return std::move(*made);
}

} // namespace

/// C2SP signed notes, checkpoints and tlog-proofs.
class CheckpointTest : public QObject {
    Q_OBJECT
private slots:
    void publishedNoteKeyAndSignature();
    void writtenCheckpointReadsBack();
    void opensslVerifiesTheSignature();
    void everyFlippedByteFails();
    void wrongFormsAreRefused_data();
    void wrongFormsAreRefused();
    void otherSignaturesAreIgnored();
    void badNamesAreRefused();
    void proofTextReadsBack();
    void wrongProofsAreRefused();
};

void CheckpointTest::publishedNoteKeyAndSignature() {
    // The example of c2sp.org/signed-note: vkey
    // example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k
    const auto vkey = fromBase64("AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    QVERIFY(vkey && vkey->size() == 33 && vkey->front() == 0x01);
    crypto::CheckpointPublicKey key{};
    std::copy(vkey->begin() + 1, vkey->end(), key.begin());
    QCOMPARE(checkpointKeyId("example.com/foo", key), std::uint32_t{0x530d903a});
    const auto line = fromBase64(
        "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=");
    QVERIFY(line.has_value());
    const Bytes signature(line->begin() + 4, line->end());
    QVERIFY(crypto::verifyCheckpointSignature(key, asBytes("This is an example message.\n"), signature));
    QVERIFY(!crypto::verifyCheckpointSignature(key, asBytes("This is an example message\n"), signature));
}

void CheckpointTest::writtenCheckpointReadsBack() {
    const auto made = someCheckpoint();
    QVERIFY(made.text.starts_with("mangrove.invalid/WS-1\n20852163\n"));
    QVERIFY(made.text.find("\n\n\xE2\x80\x94 mangrove.invalid/WS-1/wang ") != std::string::npos);
    const auto read = parseCheckpoint(made.text);
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().message().c_str());
    QCOMPARE(read->origin, made.origin);
    QCOMPARE(read->size, made.size);
    QVERIFY(read->root == made.root);
    QCOMPARE(read->text, made.text);
    QVERIFY(verifyCheckpoint(*read, "mangrove.invalid/WS-1/wang", seededKey('a').publicKey()).ok());
    QVERIFY(!verifyCheckpoint(*read, "mangrove.invalid/WS-1/li", seededKey('a').publicKey()).ok());
    QVERIFY(!verifyCheckpoint(*read, "mangrove.invalid/WS-1/wang", seededKey('b').publicKey()).ok());
    QCOMPARE(someCheckpoint().text, made.text); // Ed25519 signs the same way each time
    QVERIFY(parseCheckpoint(someCheckpoint(0).text).ok());
}

void CheckpointTest::opensslVerifiesTheSignature() {
    const auto made = someCheckpoint();
    test::TempDir dir;
    const auto pem = crypto::checkpointKeyPem(seededKey('a').publicKey());
    QVERIFY(pem.ok());
    const auto key = dir.write("key.pem", *pem);
    const auto body = dir.write("body.txt", made.body());
    const auto signature = dir.write("body.sig", asText(made.signatures.at(0).signature));
    const auto command = [&](const std::filesystem::path& what) {
        return format(
            "openssl pkeyutl -verify -pubin -rawin -inkey '{}' -in '{}' -sigfile '{}' >/dev/null 2>&1",
            key.string(), what.string(), signature.string());
    };
    QCOMPARE(std::system(command(body).c_str()), 0);
    QVERIFY(std::system(command(dir.write("other.txt", made.body() + "\n")).c_str()) != 0);
}

void CheckpointTest::everyFlippedByteFails() {
    const auto made = someCheckpoint();
    for (std::size_t at = 0; at < made.text.size(); ++at) {
        auto altered = made.text;
        altered[at] = static_cast<char>(altered[at] ^ 0x01);
        const auto read = parseCheckpoint(altered);
        const bool accepted =
            read.ok()
            && verifyCheckpoint(*read, "mangrove.invalid/WS-1/wang", seededKey('a').publicKey()).ok();
        QVERIFY2(!accepted, format("byte {}", at).c_str());
    }
}

void CheckpointTest::wrongFormsAreRefused_data() {
    QTest::addColumn<std::string>("text");
    const auto good = someCheckpoint(7).text;
    const auto replaced = [&](const std::string& from, const std::string& to) {
        auto text = good;
        return text.replace(text.find(from), from.size(), to);
    };
    QTest::newRow("empty") << std::string();
    QTest::newRow("leading zero") << replaced("\n7\n", "\n07\n");
    QTest::newRow("plus sign") << replaced("\n7\n", "\n+7\n");
    QTest::newRow("extension") << replaced("=\n\n", "=\nextra\n\n");
    QTest::newRow("no signature") << good.substr(0, good.find("\xE2\x80\x94"));
    QTest::newRow("no line break at the end") << good.substr(0, good.size() - 1);
    QTest::newRow("empty line at the end") << good + "\n";
    QTest::newRow("carriage return") << replaced("\n7\n", "\r\n7\r\n");
    QTest::newRow("no origin") << good.substr(good.find('\n'));
    QTest::newRow("hyphen for the dash") << replaced("\xE2\x80\x94", "-");
    QTest::newRow("no UTF-8") << replaced("mangrove", "mangr\xFFve");
    QTest::newRow("too many signatures") << [&] {
        auto text = good;
        const auto line = good.substr(good.find("\xE2\x80\x94"));
        for (int i = 0; i < 16; ++i)
            text += line;
        return text;
    }();
}

void CheckpointTest::wrongFormsAreRefused() {
    QFETCH(std::string, text);
    const auto read = parseCheckpoint(text);
    QVERIFY(!read.ok());
    QVERIFY(read.error().is(errors::kCheckpointBad));
}

void CheckpointTest::otherSignaturesAreIgnored() {
    const auto mine = someCheckpoint(7);
    const auto other = signCheckpoint(mine.origin, mine.size, mine.root, "witness.example", seededKey('w'));
    const auto line = other->text.substr(other->text.find("\xE2\x80\x94"));
    const auto read = parseCheckpoint(mine.text + line);
    QVERIFY(read.ok());
    QCOMPARE(read->signatures.size(), std::size_t{2});
    QVERIFY(verifyCheckpoint(*read, "mangrove.invalid/WS-1/wang", seededKey('a').publicKey()).ok());
    QVERIFY(verifyCheckpoint(*read, "witness.example", seededKey('w').publicKey()).ok());
}

void CheckpointTest::badNamesAreRefused() {
    for (const char* name : {"", "a b", "a+b", "a\nb", "\xE3\x80\x80", "\xFF"})
        QVERIFY2(!signCheckpoint("o", 1, Digest{}, name, seededKey('a')).ok(), name);
    for (const char* origin : {"", "a\nb"})
        QVERIFY2(!signCheckpoint(origin, 1, Digest{}, "n", seededKey('a')).ok(), origin);
    QVERIFY(signCheckpoint("o", 1, Digest{}, "n", seededKey('a')).ok());
}

void CheckpointTest::proofTextReadsBack() {
    const Bytes leaf{1, 2, 3};
    const auto sibling = hashLeaf(asBytes("sibling"));
    const auto root = hashChildren(sibling, hashLeaf(leaf));
    const auto checkpoint = signCheckpoint("o", 2, root, "o/wang", seededKey('a'));
    const TlogProof proof{1, {sibling}, *checkpoint};
    const auto text = toText(proof);
    QVERIFY(text.starts_with("c2sp.org/tlog-proof@v1\nindex 1\n" + toBase64(sibling) + "\n\no\n2\n"));
    const auto read = parseTlogProof(text);
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().message().c_str());
    QCOMPARE(toText(*read), text);
    QVERIFY(verifyTlogProof(*read, leaf, "o/wang", seededKey('a').publicKey()).ok());
    const auto wrong = verifyTlogProof(*read, Bytes{1, 2, 4}, "o/wang", seededKey('a').publicKey());
    QVERIFY(!wrong.ok());
    QVERIFY(wrong.error().is(errors::kProofBad));
    auto withExtra = text;
    withExtra.insert(withExtra.find("index"), "extra YWJj\n");
    QVERIFY(parseTlogProof(withExtra).ok());
}

void CheckpointTest::wrongProofsAreRefused() {
    const auto checkpoint = someCheckpoint(7).text;
    const auto hash = toBase64(Digest{});
    for (const std::string& text :
         {std::string(), "c2sp.org/tlog-proof@v2\nindex 1\n\n" + checkpoint,
          "c2sp.org/tlog-proof@v1\n\n" + checkpoint, "c2sp.org/tlog-proof@v1\nindex 01\n\n" + checkpoint,
          "c2sp.org/tlog-proof@v1\nindex 1\nAAAA\n\n" + checkpoint,
          "c2sp.org/tlog-proof@v1\nindex 1\n" + hash + "\n" + checkpoint})
        QVERIFY2(!parseTlogProof(text).ok(), text.c_str());
    QVERIFY(parseTlogProof("c2sp.org/tlog-proof@v1\nindex 1\n" + hash + "\n\n" + checkpoint).ok());
}

MANGROVE_TEST(CheckpointTest)
#include "checkpoint_test.moc"
