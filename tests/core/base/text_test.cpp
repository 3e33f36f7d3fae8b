// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

#include "support/test_registry.h"

#include <QtTest>

namespace {

using namespace mangrove;

class TextTest : public QObject {
    Q_OBJECT
private slots:
    void findsTheFirstMalformedByte_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("at"); // -1 = well-formed
        QTest::newRow("ascii") << QByteArray("abc") << -1;
        QTest::newRow("chinese") << QByteArray("红树林") << -1;
        QTest::newRow("four bytes") << QByteArray("a\xF0\x9F\x8C\xBF") << -1;
        QTest::newRow("lone continuation") << QByteArray("ab\x80") << 2;
        QTest::newRow("overlong slash") << QByteArray("\xC0\xAF") << 0;
        QTest::newRow("overlong three") << QByteArray("\xE0\x80\x80") << 0;
        QTest::newRow("surrogate") << QByteArray("x\xED\xA0\x80") << 1;
        QTest::newRow("above U+10FFFF") << QByteArray("\xF4\x90\x80\x80") << 0;
        QTest::newRow("cut off") << QByteArray("\xE7\xBA") << 0;
    }
    void findsTheFirstMalformedByte() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, at);
        const auto found = findInvalidUtf8(bytes.toStdString());
        QCOMPARE(found == std::string_view::npos ? -1 : static_cast<int>(found), at);
    }
    void judgesEveryThreeByteSequence() {
        // by the table of well-formed sequences (Unicode, table 3-7), with a letter behind and with nothing
        for (unsigned lead = 0xE0; lead <= 0xEF; ++lead) {
            for (unsigned second = 0; second < 256; ++second) {
                for (const unsigned third : {0x00U, 0x41U, 0x7FU, 0x80U, 0xA5U, 0xBFU, 0xC0U, 0xE4U, 0xFFU}) {
                    const unsigned low = lead == 0xE0 ? 0xA0 : 0x80;
                    const unsigned high = lead == 0xED ? 0x9F : 0xBF;
                    const bool good = second >= low && second <= high && third >= 0x80 && third <= 0xBF;
                    const std::string text{'x', static_cast<char>(lead), static_cast<char>(second),
                                           static_cast<char>(third)};
                    for (const std::string& tried :
                         {text, text + "a", "\xE4\xB8\xAD" + text + "\xE4\xB8\xAD"}) {
                        const std::size_t at = tried.find('x') + 1;
                        const std::size_t found = findInvalidUtf8(tried);
                        QVERIFY2(good ? found == std::string_view::npos : found == at,
                                 QByteArray::fromStdString(tried).toHex().constData());
                    }
                }
            }
        }
    }
    void decodesWhatItEncodes() {
        // every code point but the surrogates, against Qt's own encoder
        for (char32_t c = 1; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 97) {
            if (c >= 0xD800 && c <= 0xDFFF)
                continue;
            std::string text;
            appendCodePoint(text, c);
            QCOMPARE(QByteArray::fromStdString(text), QString::fromUcs4(&c, 1).toUtf8());
            std::size_t at = 0;
            QCOMPARE(static_cast<quint32>(nextCodePoint(text, at)), static_cast<quint32>(c));
            QCOMPARE(at, text.size());
        }
    }
    void countsCodePoints() {
        QCOMPARE(codePointCount("a红\xF0\x9F\x8C\xBF"), std::size_t(3));
        QCOMPARE(codePointCount(""), std::size_t(0));
    }
    void splitsTrimsAndJoins() {
        QCOMPARE(split("a,,b", ',').size(), std::size_t(3));
        QCOMPARE(split("", ',').size(), std::size_t(1));
        QCOMPARE(std::string(trim(" \t x y\r\n")), std::string("x y"));
        QCOMPARE(std::string(trim(" \t")), std::string());
        QCOMPARE(join({"a", "b", ""}, "; "), std::string("a; b; "));
        QCOMPARE(toLowerAscii("PSN_NO 海口"), std::string("psn_no 海口"));
    }
};

} // namespace

MANGROVE_TEST(TextTest)
#include "text_test.moc"
