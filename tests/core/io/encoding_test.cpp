// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/encoding.h"
#include "support/test_registry.h"

#include <QtTest>
#include <string>

using mangrove::io::Encoding;

class EncodingTest : public QObject {
    Q_OBJECT

private slots:
    void detects_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("encoding");
        const auto row = [](const char* name, const QByteArray& bytes, Encoding encoding) {
            QTest::newRow(name) << bytes << static_cast<int>(encoding);
        };
        row("ascii", "id,name\n", Encoding::Ascii);
        row("utf-8", "caf\xC3\xA9\n", Encoding::Utf8);
        row("gbk", "\xB1\xE0\xBA\xC5,\xD0\xD5\xC3\xFB\n", Encoding::Gb18030); // 编号,姓名
        row("windows-1252", "caf\xE9 cr\xE8me\n", Encoding::Windows1252);
        row("windows-1252 that is valid gbk", "J\xE9r\xF4me M\xFCller\n", Encoding::Windows1252);
        row("big5", "\xBD\x73\xB8\xB9,\xA9\x6D\xA6\x57,\xAC\xEC\xA7\x4F\n", Encoding::Big5); // 編號,姓名,科別
        row("utf-16le", QByteArray("i\0d\0,\0a\0\n\0", 10), Encoding::Utf16Le);
        row("utf-16be", QByteArray("\0i\0d\0,\0a\0\n", 10), Encoding::Utf16Be);
        row("utf-16le with mark", QByteArray("\xFF\xFEi\0", 4), Encoding::Utf16Le);
        row("utf-8 with one bad byte among many good", QByteArray("王海林小红张三丰李明").append("\xFF\n"),
            Encoding::Utf8);
    }
    void detects() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, encoding);
        const auto guess =
            mangrove::io::detectEncoding({bytes.constData(), static_cast<std::size_t>(bytes.size())}, true);
        QVERIFY2(guess.encoding == static_cast<Encoding>(encoding), guess.evidence.c_str());
        QVERIFY(!guess.evidence.empty());
    }

    void cutCharacterIsNoFault() {
        const std::string text = "林小红";
        for (std::size_t size = 4; size <= text.size(); ++size)
            QVERIFY(mangrove::io::detectEncoding(std::string_view(text).substr(0, size), false).encoding
                    == Encoding::Utf8);
        QVERIFY(mangrove::io::detectEncoding("\xE6\x9E", true).encoding != Encoding::Utf8);
    }

    void names_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("encoding");
        const auto row = [](const char* name, int encoding) {
            QTest::newRow(name) << QString(name) << encoding;
        };
        row("UTF-8", static_cast<int>(Encoding::Utf8));
        row("utf8", static_cast<int>(Encoding::Utf8));
        row("GBK", static_cast<int>(Encoding::Gb18030));
        row("gb2312", static_cast<int>(Encoding::Gb18030));
        row("GB18030", static_cast<int>(Encoding::Gb18030));
        row("cp1252", static_cast<int>(Encoding::Windows1252));
        row("ISO-8859-1", static_cast<int>(Encoding::Latin1));
        row("UTF-16LE", static_cast<int>(Encoding::Utf16Le));
        row("klingon", -1);
        row("", -1);
    }
    void names() {
        QFETCH(QString, name);
        QFETCH(int, encoding);
        const auto found = mangrove::io::encodingFromName(name.toStdString());
        QCOMPARE(found ? static_cast<int>(*found) : -1, encoding);
    }
};

MANGROVE_TEST(EncodingTest)
#include "encoding_test.moc"
