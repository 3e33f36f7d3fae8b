// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hex.h"

#include "base/random.h"
#include "support/test_registry.h"

#include <QtTest>

namespace {

using namespace mangrove;

class HexTest : public QObject {
    Q_OBJECT
private slots:
    void agreesWithQtOnRandomBytes() {
        SeededRandom random(1);
        for (std::size_t length = 0; length < 70; ++length) {
            Bytes bytes(length);
            random.fill(bytes);
            const QByteArray same(reinterpret_cast<const char*>(bytes.data()),
                                  static_cast<qsizetype>(length));
            QCOMPARE(QByteArray::fromStdString(toHex(bytes)), same.toHex());
            QCOMPARE(QByteArray::fromStdString(toBase64(bytes)), same.toBase64());
            QCOMPARE(*fromHex(toHex(bytes)), bytes);
            QCOMPARE(*fromBase64(toBase64(bytes)), bytes);
        }
    }
    void refusesWhatIsNotCanonical() {
        for (const char* bad : {"a", "0g", "0x"})
            QVERIFY2(!fromHex(bad), bad);
        // wrong length, blanks, padding in the middle, bits left over behind the padding
        for (const char* bad : {"QQ=", "Q Q=", "QQ==QQ==", "QR==", "QUJ=", "====", "Q==="})
            QVERIFY2(!fromBase64(bad), bad);
        QVERIFY(fromBase64("").has_value());
    }
};

} // namespace

MANGROVE_TEST(HexTest)
#include "hex_test.moc"
