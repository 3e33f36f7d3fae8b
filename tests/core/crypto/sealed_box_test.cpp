// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "crypto/errors.h"
#include "crypto/primitives.h"
#include "crypto/sealed_box.h"
#include "crypto/sha256.h"
#include "support/test_registry.h"

#include <QtTest>
#include <map>

using namespace mangrove;
using namespace mangrove::crypto;

namespace {

const SecretText kWords("correct horse");

std::string someBox(std::string_view plain = "the plain text", std::string_view purpose = "tests") {
    SeededRandom random(11);
    auto box = seal(asBytes(plain), kWords, ScryptCost::cheap(), random, purpose);
    if (!box.ok())
        qFatal("%s", box.error().message().c_str());
    return std::move(*box);
}

std::string unsealCode(std::string_view box, std::string_view purpose = "tests",
                       const SecretText& words = kWords) {
    const auto plain = unseal(box, words, purpose);
    return plain.ok() ? "ok" : std::string(plain.error().code());
}

// As a forger would: the checksum fits again.
std::string withCheck(std::string box) {
    const auto at = box.find(",\"check\"");
    return box.substr(0, at) + format(",\"check\":\"{}\"}}", toHex(sha256(box.substr(0, at))).substr(0, 16));
}

std::string replacedIn(std::string box, std::string_view from, std::string_view to) {
    const auto at = box.find(from);
    if (at == std::string::npos)
        qFatal("no such text");
    return box.replace(at, from.size(), to);
}

} // namespace

/// Sealed boxes: scrypt + AES-256-GCM.
class SealedBoxTest : public QObject {
    Q_OBJECT
private slots:
    void publishedScrypt();
    void plainTextsComeBack();
    void formatIsAsDocumented();
    void wrongPassphraseIsTold();
    void purposeIsBound();
    void hostileBoxesAreRefused_data();
    void hostileBoxesAreRefused();
    void everyFlippedBitFails();
    void mutatedBoxesNeverOpen();
    void forgedChecksMeetTheTag();
    void costsAreBounded();
    void keyedBoxes();
    void sameInputDifferentBox();
};

void SealedBoxTest::publishedScrypt() {
    // RFC 7914 section 12, second case; the program's self-test has the first
    const auto key = scrypt("password", asBytes("NaCl"), ScryptCost{1024, 8, 16}, 64);
    QVERIFY(key.ok());
    QCOMPARE(toHex(key->view()),
             std::string("fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886f"
                         "f109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"));
}

void SealedBoxTest::plainTextsComeBack() {
    for (const std::size_t size : {0, 1, 15, 16, 17, 5000}) {
        const std::string plain(size, 'p');
        const auto opened = unseal(someBox(plain), kWords, "tests");
        QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().message().c_str());
        QVERIFY(asText(opened->view()) == plain);
    }
    QCOMPARE(unsealCode(someBox("x", "用途 \"1\"\n"), "用途 \"1\"\n"), std::string("ok"));
    SeededRandom random(1);
    QVERIFY(!seal(asBytes("x"), kWords, ScryptCost::cheap(), random, std::string(201, 'x')).ok());
    QVERIFY(!seal(asBytes("x"), kWords, ScryptCost::cheap(), random, "\xFF").ok());
}

void SealedBoxTest::formatIsAsDocumented() {
    const auto box = someBox();
    const std::string start = R"({"sealed":1,"purpose":"tests","kdf":"scrypt","n":16,"r":1,"p":1,"salt":")";
    QVERIFY(box.starts_with(start));
    QVERIFY(box.ends_with("\"}"));
    QVERIFY(box == withCheck(box));
    QVERIFY(box.find("plain") == std::string::npos);
    QVERIFY(box.find('\n') == std::string::npos);
}

void SealedBoxTest::wrongPassphraseIsTold() {
    for (const char* wrong : {"", "correct hors", "correct horse ", "Correct horse"})
        QCOMPARE(unsealCode(someBox(), "tests", SecretText(wrong)), std::string("wrong-passphrase"));
}

void SealedBoxTest::purposeIsBound() {
    QCOMPARE(unsealCode(someBox(), "other"), std::string("sealed-box-purpose"));
    QCOMPARE(unsealCode(someBox("x", "")), std::string("sealed-box-purpose"));
    // Renamed with a fitting checksum, the tag still knows.
    QCOMPARE(unsealCode(withCheck(replacedIn(someBox(), "\"tests\"", "\"other\"")), "other"),
             std::string("wrong-passphrase"));
}

void SealedBoxTest::hostileBoxesAreRefused_data() {
    QTest::addColumn<std::string>("box");
    QTest::addColumn<std::string>("code");
    const auto good = someBox();
    const auto row = [](const char* name, std::string box, std::string code) {
        QTest::newRow(name) << box << code;
    };
    const std::string malformed = "sealed-box-malformed";
    row("good", good, "ok");
    row("empty", "", malformed);
    row("no JSON", "hello", malformed);
    row("array", "[]", malformed);
    row("empty object", "{}", malformed);
    row("nested", std::string(100000, '['), malformed);
    row("deep object", R"({"sealed":{"sealed":1}})", malformed);
    row("other version", replacedIn(good, "\"sealed\":1", "\"sealed\":2"), "sealed-box-version");
    row("version as text", replacedIn(good, "\"sealed\":1", "\"sealed\":\"1\""), malformed);
    row("negative cost", replacedIn(good, "\"n\":16", "\"n\":-16"), malformed);
    row("fractional cost", replacedIn(good, "\"n\":16", "\"n\":16.0"), malformed);
    row("huge n", withCheck(replacedIn(good, "\"n\":16", "\"n\":1073741824")), "sealed-box-cost");
    row("huge r", withCheck(replacedIn(good, "\"r\":1", "\"r\":4294967297")), "sealed-box-cost");
    row("huge p", withCheck(replacedIn(good, "\"p\":1", "\"p\":17")), "sealed-box-cost");
    row("n no power of two", withCheck(replacedIn(good, "\"n\":16", "\"n\":17")), "sealed-box-cost");
    row("zero n", withCheck(replacedIn(good, "\"n\":16", "\"n\":0")), "sealed-box-cost");
    row("memory", withCheck(replacedIn(replacedIn(good, "\"n\":16", "\"n\":1048576"), "\"r\":1", "\"r\":32")),
        "sealed-box-cost");
    row("other kdf", withCheck(replacedIn(good, "scrypt", "pbkdf2")), malformed);
    row("no kdf", withCheck(replacedIn(good, "scrypt", "none")), malformed);
    row("other cipher", withCheck(replacedIn(good, "aes-256-gcm", "aes-128-gcm")), malformed);
    row("short salt", withCheck(replacedIn(good, "\"salt\":\"", "\"salt\":\"AAAA")), malformed);
    row("blank behind", good + " ", malformed);
    row("blank inside", replacedIn(good, "\"n\":16", "\"n\": 16"), malformed);
    row("surplus member", replacedIn(good, "{\"sealed\"", "{\"a\":1,\"sealed\""), malformed);
    row("twice the same member", replacedIn(good, "\"n\":16", "\"n\":16,\"n\":16"), malformed);
    row("escaped spelling", withCheck(replacedIn(good, "\"tests\"", "\"test\\u0073\"")), malformed);
    row("wrong check", good.substr(0, good.size() - 3) + "x\"}", "sealed-box-damaged");
    row("cut off", good.substr(0, good.size() / 2), malformed);
    row("too long", good + std::string(17U << 20U, ' '), malformed);
}

void SealedBoxTest::hostileBoxesAreRefused() {
    QFETCH(std::string, box);
    QFETCH(std::string, code);
    QCOMPARE(unsealCode(box), code);
}

void SealedBoxTest::everyFlippedBitFails() {
    const auto good = someBox();
    std::map<std::string, int> codes;
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        auto bad = good;
        bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << (bit % 8)));
        const auto code = unsealCode(bad);
        QVERIFY2(code != "ok" && code != "wrong-passphrase", format("bit {}: {}", bit, code).c_str());
        ++codes[code];
    }
    QVERIFY(codes["sealed-box-damaged"] > 0);
    QVERIFY(codes["sealed-box-malformed"] > 0);
}

void SealedBoxTest::mutatedBoxesNeverOpen() {
    // Random cuts, insertions, exchanges and repetitions of pieces.
    SeededRandom random(2026);
    const auto good = someBox();
    for (int i = 0; i < 4000; ++i) {
        auto bad = good;
        for (auto steps = 1 + random.below(3); steps > 0; --steps) {
            const auto at = random.below(bad.size() + 1);
            const auto length = std::min<std::uint64_t>(random.below(9), bad.size() - at);
            switch (random.below(4)) {
            case 0:
                bad.erase(at, length);
                break;
            case 1:
                bad.insert(at, std::string(1, static_cast<char>(random.below(256))));
                break;
            case 2:
                bad.insert(at, bad.substr(at, length));
                break;
            default:
                if (at < bad.size())
                    bad[at] = static_cast<char>(random.below(256));
            }
        }
        if (bad != good)
            QVERIFY2(!unseal(bad, kWords, "tests").ok(), bad.c_str());
    }
}

void SealedBoxTest::forgedChecksMeetTheTag() {
    const auto good = someBox();
    for (const char* member : {"\"salt\":\"", "\"nonce\":\"", "\"data\":\"", "\"tag\":\""}) {
        auto bad = good;
        auto& character = bad[bad.find(member) + std::string_view(member).size()];
        character = character == 'A' ? 'B' : 'A';
        QCOMPARE(unsealCode(bad), std::string("sealed-box-damaged"));
        QCOMPARE(unsealCode(withCheck(bad)), std::string("wrong-passphrase"));
    }
    QCOMPARE(unsealCode(withCheck(replacedIn(good, "\"n\":16", "\"n\":32"))),
             std::string("wrong-passphrase"));
}

void SealedBoxTest::costsAreBounded() {
    QVERIFY(ScryptCost().validate().ok());
    QVERIFY(ScryptCost::cheap().validate().ok());
    for (const ScryptCost& cost :
         {ScryptCost{8, 8, 1}, ScryptCost{1U << 21U, 1, 1}, ScryptCost{100, 8, 1}, ScryptCost{16, 0, 1},
          ScryptCost{16, 33, 1}, ScryptCost{16, 1, 0}, ScryptCost{16, 1, 17}, ScryptCost{1U << 20U, 16, 1}}) {
        QVERIFY(cost.validate().error().is(errors::kSealedBoxCost));
        SeededRandom random(1);
        QVERIFY(!seal(asBytes("x"), kWords, cost, random).ok());
    }
}

void SealedBoxTest::keyedBoxes() {
    SeededRandom random(5);
    const auto key = SecretBytes::random(32, random);
    const auto other = SecretBytes::random(32, random);
    const auto box = sealWithKey(asBytes("plain"), key, random, "k");
    QVERIFY(box.ok());
    QVERIFY(asText(unsealWithKey(*box, key, "k")->view()) == "plain");
    QVERIFY(unsealWithKey(*box, other, "k").error().is(errors::kWrongPassphrase));
    QVERIFY(unsealWithKey(*box, key, "l").error().is(errors::kSealedBoxPurpose));
    QVERIFY(unseal(*box, kWords, "k").error().is(errors::kSealedBoxMalformed));
    QVERIFY(unsealWithKey(someBox(), key, "tests").error().is(errors::kSealedBoxMalformed));
    QVERIFY(!sealWithKey(asBytes("plain"), SecretBytes(16), random).ok());
    auto bad = *box;
    bad[bad.find("\"data\":\"") + 8] = '*';
    QVERIFY(!unsealWithKey(bad, key, "k").ok());
}

void SealedBoxTest::sameInputDifferentBox() {
    SeededRandom random(5);
    const auto first = seal(asBytes("x"), kWords, ScryptCost::cheap(), random);
    const auto second = seal(asBytes("x"), kWords, ScryptCost::cheap(), random);
    QVERIFY(*first != *second);
    QCOMPARE(someBox(), someBox()); // the same random bytes, the same box
}

MANGROVE_TEST(SealedBoxTest)
#include "sealed_box_test.moc"
