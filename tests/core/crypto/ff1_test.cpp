// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "crypto/errors.h"
#include "crypto/ff1.h"
#include "support/test_registry.h"

#include <QtTest>
#include <set>

using namespace mangrove;
using namespace mangrove::crypto;

namespace {

constexpr std::string_view kSymbols = "0123456789abcdefghijklmnopqrstuvwxyz";

Ff1::Numerals numeralsOf(std::string_view text) {
    Ff1::Numerals numerals;
    for (const char c : text)
        numerals.push_back(static_cast<std::uint16_t>(kSymbols.find(c)));
    return numerals;
}

QString textOf(const Ff1::Numerals& numerals) {
    QString text;
    for (const auto numeral : numerals)
        text += QLatin1Char(kSymbols[numeral]);
    return text;
}

Ff1 cipher(const std::string& keyHex, std::uint32_t radix) {
    return Ff1::make(SecretBytes::copyOf(*fromHex(keyHex)), radix).value();
}

} // namespace

class Ff1Test : public QObject {
    Q_OBJECT

private slots:
    /// NIST's "FF1 samples" 1 to 9.
    void publishedSamples_data() {
        QTest::addColumn<std::string>("key");
        QTest::addColumn<quint32>("radix");
        QTest::addColumn<std::string>("tweak");
        QTest::addColumn<std::string>("plain");
        QTest::addColumn<QString>("code");
        const std::string k128 = "2B7E151628AED2A6ABF7158809CF4F3C";
        const std::string k192 = k128 + "EF4359D8D580AA4F";
        const std::string k256 = k192 + "7F036D6F04FC6A94";
        const std::string t2 = "39383736353433323130";
        const std::string t3 = "3737373770717273373737";
        const std::string digits = "0123456789";
        const std::string letters = "0123456789abcdefghi";
        QTest::newRow("1") << k128 << 10U << std::string() << digits << "2433477484";
        QTest::newRow("2") << k128 << 10U << t2 << digits << "6124200773";
        QTest::newRow("3") << k128 << 36U << t3 << letters << "a9tv40mll9kdu509eum";
        QTest::newRow("4") << k192 << 10U << std::string() << digits << "2830668132";
        QTest::newRow("5") << k192 << 10U << t2 << digits << "2496655549";
        QTest::newRow("6") << k192 << 36U << t3 << letters << "xbj3kv35jrawxv32ysr";
        QTest::newRow("7") << k256 << 10U << std::string() << digits << "6657667009";
        QTest::newRow("8") << k256 << 10U << t2 << digits << "1001623463";
        QTest::newRow("9") << k256 << 36U << t3 << letters << "xs8a0azh2avyalyzuwd";
    }
    void publishedSamples() {
        QFETCH(std::string, key);
        QFETCH(quint32, radix);
        QFETCH(std::string, tweak);
        QFETCH(std::string, plain);
        QFETCH(QString, code);
        const Ff1 ff1 = cipher(key, radix);
        const Bytes tweakBytes = *fromHex(tweak);
        QCOMPARE(textOf(ff1.encrypt(numeralsOf(plain), tweakBytes)), code);
        QCOMPARE(ff1.decrypt(numeralsOf(code.toStdString()), tweakBytes), numeralsOf(plain));
        // the twin: another key, another tweak, another plain text
        QVERIFY(
            textOf(cipher(std::string(key).replace(0, 1, "3"), radix).encrypt(numeralsOf(plain), tweakBytes))
            != code);
        Bytes otherTweak = tweakBytes;
        otherTweak.push_back(1);
        QVERIFY(textOf(ff1.encrypt(numeralsOf(plain), otherTweak)) != code);
    }

    void everyLengthAndRadixComesBack() {
        SeededRandom random(20260917);
        for (const std::uint32_t radix : {2U, 3U, 10U, 26U, 62U, 256U, 3755U, 65536U}) {
            const Ff1 ff1 = cipher("000102030405060708090a0b0c0d0e0f", radix);
            for (const std::size_t extra : {0U, 1U, 2U, 7U, 40U, 301U}) {
                const std::size_t length = ff1.minLength() + extra;
                QVERIFY(ff1.accepts(length));
                Ff1::Numerals plain;
                for (std::size_t i = 0; i < length; ++i)
                    plain.push_back(static_cast<std::uint16_t>(random.below(radix)));
                Bytes tweak(random.below(40));
                random.fill(tweak);
                const auto code = ff1.encrypt(plain, tweak);
                QCOMPARE(code.size(), length);
                QVERIFY(std::all_of(code.begin(), code.end(), [&](std::uint16_t n) { return n < radix; }));
                QVERIFY(ff1.decrypt(code, tweak) == plain);
            }
        }
    }

    void isOneToOne() {
        // Six decimal digits with the first three fixed: a thousand codes, all different.
        const Ff1 ff1 = cipher("000102030405060708090a0b0c0d0e0f", 10);
        std::set<Ff1::Numerals> codes;
        for (std::uint16_t i = 0; i < 1000; ++i)
            codes.insert(
                ff1.encrypt({1, 2, 3, static_cast<std::uint16_t>(i / 100),
                             static_cast<std::uint16_t>(i / 10 % 10), static_cast<std::uint16_t>(i % 10)},
                            {}));
        QCOMPARE(codes.size(), std::size_t{1000});
    }

    void holdsTheMinimumDomain() {
        QCOMPARE(cipher("000102030405060708090a0b0c0d0e0f", 10).minLength(), std::size_t{6});
        QCOMPARE(cipher("000102030405060708090a0b0c0d0e0f", 36).minLength(), std::size_t{4});
        QCOMPARE(cipher("000102030405060708090a0b0c0d0e0f", 2).minLength(), std::size_t{20});
        QCOMPARE(cipher("000102030405060708090a0b0c0d0e0f", 1000).minLength(), std::size_t{2});
        QVERIFY(!cipher("000102030405060708090a0b0c0d0e0f", 10).accepts(5));
        QVERIFY(!cipher("000102030405060708090a0b0c0d0e0f", 10).accepts(Ff1::kMaxLength + 1));
        QVERIFY(Ff1::make(SecretBytes(15), 10).error().is(errors::kKeyMalformed));
        QVERIFY(!Ff1::make(SecretBytes(16), 1).ok());
        QVERIFY(!Ff1::make(SecretBytes(16), 65537).ok());
    }
};

MANGROVE_TEST(Ff1Test)
#include "ff1_test.moc"
