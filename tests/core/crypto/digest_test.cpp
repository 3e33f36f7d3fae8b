// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/errors.h"
#include "crypto/hmac.h"
#include "crypto/secret.h"
#include "crypto/self_test.h"
#include "crypto/sha256.h"
#include "crypto/sm3.h"
#include "crypto/system_random.h"
#include "support/test_registry.h"

#include <QtTest>
#include <set>
#include <thread>

using namespace mangrove;
using namespace mangrove::crypto;

/// SHA-256, SM3, HMAC, secret memory, the random source and the self-test.
class DigestTest : public QObject {
    Q_OBJECT
private slots:
    void selfTestPasses();
    void publishedDigests();
    void piecesEqualTheWhole();
    void digestFromHexIsStrict();
    void publishedMacs_data();
    void publishedMacs();
    void macIsTheDefinition();
    void macWorksInSeveralThreads();
    void secretsMoveAndCompare();
    void wipeEmpties();
    void systemRandomDiffers();
};

void DigestTest::selfTestPasses() {
    const auto status = runSelfTest();
    QVERIFY2(status.ok(), status.ok() ? "" : status.error().message().c_str());
}

void DigestTest::publishedDigests() {
    // FIPS 180-4: the empty text and the two-block example; GB/T 32905: both examples
    QCOMPARE(toHex(sha256("")),
             std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    QCOMPARE(toHex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
             std::string("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"));
    QCOMPARE(toHex(sm3("abc")),
             std::string("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"));
    QCOMPARE(toHex(sm3("abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd")),
             std::string("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"));
}

void DigestTest::piecesEqualTheWhole() {
    const std::string text(300, 'm');
    for (std::size_t cut = 0; cut <= text.size(); cut += 13) {
        Sha256 first;
        first.update(text.substr(0, cut)).update(text.substr(cut));
        QVERIFY(first.finish() == sha256(text));
        QVERIFY(first.finish() == sha256("")); // begins anew
        Sm3 second;
        second.update(text.substr(0, cut)).update(text.substr(cut));
        QVERIFY(second.finish() == sm3(text));
    }
    Sha256 moved;
    moved.update("a");
    Sha256 target;
    target = std::move(moved);
    QVERIFY(target.update("bc").finish() == sha256("abc"));
}

void DigestTest::digestFromHexIsStrict() {
    const std::string hex = toHex(sha256("abc"));
    QVERIFY(digestFromHex(hex) == sha256("abc"));
    QVERIFY(!digestFromHex(hex.substr(1)));
    QVERIFY(!digestFromHex(hex + "00"));
    QVERIFY(!digestFromHex(hex.substr(0, 63) + "g"));
    QVERIFY(equalConstantTime(asBytes("abc"), asBytes("abc")));
    QVERIFY(!equalConstantTime(asBytes("abc"), asBytes("abd")));
    QVERIFY(!equalConstantTime(asBytes("abc"), asBytes("ab")));
}

void DigestTest::publishedMacs_data() {
    // RFC 4231 cases 1, 3, 4, 7; GM/T 0042-2015 D.3
    QTest::addColumn<std::string>("key");
    QTest::addColumn<std::string>("message");
    QTest::addColumn<std::string>("mac");
    QTest::addColumn<bool>("sm3");
    QTest::newRow("1") << std::string(20, '\x0b') << std::string("Hi There")
                       << std::string("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
                       << false;
    QTest::newRow("3") << std::string(20, '\xaa') << std::string(50, '\xdd')
                       << std::string("773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe")
                       << false;
    const auto counting = *fromHex("0102030405060708090a0b0c0d0e0f10111213141516171819");
    QTest::newRow("4") << std::string(asText(counting)) << std::string(50, '\xcd')
                       << std::string("82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b")
                       << false;
    QTest::newRow("7")
        << std::string(131, '\xaa')
        << std::string("This is a test using a larger than block-size key and a larger than block-size data. "
                       "The key needs to be hashed before being used by the HMAC algorithm.")
        << std::string("9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2") << false;
    const auto counting32 = *fromHex("0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20");
    const auto counting37 =
        *fromHex("0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425");
    QTest::newRow("SM3 1") << std::string(asText(counting32))
                           << std::string("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
                                          "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                           << std::string("ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a")
                           << true;
    QTest::newRow("SM3 2") << std::string(asText(counting37)) << std::string(50, '\xcd')
                           << std::string("220bf579ded555393f0159f66c99877822a3ecf610d1552154b41d44b94db3ae")
                           << true;
    QTest::newRow("SM3 3") << std::string(32, '\x0b') << std::string("Hi There")
                           << std::string("c0ba18c68b90c88bc07de794bfc7d2c8d19ec31ed8773bc2b390c9604e0be11e")
                           << true;
    QTest::newRow("SM3 4") << std::string("Jefe") << std::string("what do ya want for nothing?")
                           << std::string("2e87f1d16862e6d964b50a5200bf2b10b764faa9680a296a2405f24bec39f882")
                           << true;
}

void DigestTest::publishedMacs() {
    QFETCH(bool, sm3);
    QFETCH(std::string, key);
    QFETCH(std::string, message);
    QFETCH(std::string, mac);
    const auto hmac = Hmac::make(SecretBytes::copyOf(asBytes(key)), sm3 ? HmacHash::Sm3 : HmacHash::Sha256);
    QVERIFY(hmac.ok());
    QCOMPARE(toHex(hmac->compute(message)), mac);
    QCOMPARE(toHex(hmac->compute(message)), mac); // the key stays prepared
    QVERIFY(toHex(hmac->compute(message + "x")) != mac);
}

void DigestTest::macIsTheDefinition() {
    // RFC 2104 written out, for key lengths around the block size.
    for (const std::size_t length : {1, 31, 32, 63, 64, 65, 200}) {
        std::string key;
        for (std::size_t i = 0; i < length; ++i)
            key += static_cast<char>(i * 7 + 1);
        std::string block = length > 64 ? std::string(asText(sha256(key))) : key;
        block.resize(64, '\0');
        std::string inner = block;
        std::string outer = block;
        for (std::size_t i = 0; i < 64; ++i) {
            inner[i] = static_cast<char>(inner[i] ^ 0x36);
            outer[i] = static_cast<char>(outer[i] ^ 0x5C);
        }
        const auto innerDigest = sha256(inner + "message");
        const auto wanted = sha256(outer + std::string(asText(innerDigest)));
        QVERIFY(Hmac::make(SecretBytes::copyOf(asBytes(key)))->compute("message") == wanted);
    }
    QVERIFY(Hmac::make(SecretBytes()).error().is(errors::kKeyMalformed));
}

void DigestTest::macWorksInSeveralThreads() {
    const auto hmac = Hmac::make(SecretBytes::copyOf(asBytes("shared key")));
    std::vector<Digest> wanted;
    for (int i = 0; i < 500; ++i)
        wanted.push_back(hmac->compute(std::to_string(i)));
    std::atomic<int> wrong = 0;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&] {
                for (std::size_t i = 0; i < wanted.size(); ++i)
                    wrong += hmac->compute(std::to_string(i)) == wanted[i] ? 0 : 1;
            });
    }
    QCOMPARE(wrong.load(), 0);
}

void DigestTest::secretsMoveAndCompare() {
    auto first = SecretBytes::copyOf(asBytes("secret"));
    const auto copy = first.clone();
    QVERIFY(first == copy);
    SecretBytes moved = std::move(first);
    QVERIFY(moved == copy);
    moved.truncate(3);
    QVERIFY(asText(moved.view()) == "sec");
    QVERIFY(!(moved == copy));
    moved = copy.clone();
    QVERIFY(moved == copy);
    QVERIFY(SecretBytes().empty());
    QVERIFY(SecretBytes(5000).size() == 5000);
    SeededRandom random(3);
    const auto one = SecretBytes::random(32, random);
    QVERIFY(!(one == SecretBytes::random(32, random)));
    const SecretText text("密码");
    QVERIFY(text.view() == "密码");
    QVERIFY(text == text.clone());
}

void DigestTest::wipeEmpties() {
    std::string text = "a passphrase that is long enough to live on the heap";
    const char* where = text.data();
    const std::size_t size = text.size();
    wipe(text);
    QVERIFY(text.empty());
    QVERIFY(text.capacity() >= size);
    QVERIFY(text.data() == where);
    Bytes bytes{1, 2, 3};
    wipe(bytes);
    QVERIFY(bytes.empty());
}

void DigestTest::systemRandomDiffers() {
    SystemRandom random;
    std::set<std::uint64_t> seen;
    for (int i = 0; i < 100; ++i)
        seen.insert(random.next());
    QCOMPARE(seen.size(), std::size_t{100});
}

MANGROVE_TEST(DigestTest)
#include "digest_test.moc"
