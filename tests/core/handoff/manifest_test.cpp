// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/authorization/authorization_fixture.h"
#include "crypto/sha256.h"
#include "handoff/bag_info.h"
#include "handoff/errors.h"
#include "handoff/manifest.h"
#include "handoff/safe_path.h"
#include "support/test_registry.h"

#include <QtTest>

using namespace mangrove;
using namespace mangrove::handoff;

class ManifestTest : public QObject {
    Q_OBJECT

private slots:
    void roundTrip() {
        Manifest manifest;
        manifest["data/b.csv"] = crypto::sha256(std::string_view("b"));
        manifest["data/a.csv"] = crypto::sha256(std::string_view("a"));
        const std::string text = handoff::toText(manifest);
        QCOMPARE(text, std::string(
                           "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  data/a.csv\n"
                           "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  data/b.csv\n"));
        QCOMPARE(test::must(parseManifest(text, "m")), manifest);
    }

    void looseSpellings_data() {
        QTest::addColumn<QString>("text");
        const QString good = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";
        QTest::newRow("empty") << "";
        QTest::newRow("upper case") << good.toUpper() + "  data/a\n";
        QTest::newRow("binary mark") << good + " *data/a\n";
        QTest::newRow("one blank") << good + " data/a\n";
        QTest::newRow("CR") << good + "  data/a\r\n";
        QTest::newRow("no LF") << good + "  data/a";
        QTest::newRow("empty line") << good + "  data/a\n\n";
        QTest::newRow("escaped") << "\\" + good + "  data/a\n";
        QTest::newRow("climbing") << good + "  ../a\n";
        QTest::newRow("dot") << good + "  ./a\n";
        QTest::newRow("twice") << good + "  a\n" + good + "  a\n";
        QTest::newRow("unsorted") << good + "  b\n" + good + "  a\n";
        QTest::newRow("short digest") << good.left(63) + "  data/a\n";
        QTest::newRow("no path") << good + "  \n";
    }

    void looseSpellings() {
        QFETCH(QString, text);
        const auto parsed = parseManifest(text.toStdString(), "m");
        QVERIFY(!parsed.ok());
        QVERIFY(parsed.error().is(errors::kManifestMalformed));
    }

    void bagInfo() {
        BagInfo info;
        info.add("Title", " two\nlines ");
        info.add("Empty", "");
        info.add("Name", "医院");
        QCOMPARE(info.text(), std::string("Title: two lines\nName: 医院\n"));
        const BagInfo read = test::must(BagInfo::parse(info.text()));
        QCOMPARE(read.value("Name"), std::string_view("医院"));
        QCOMPARE(read.value("None"), std::string_view());
        for (const char* bad :
             {"Name", "Name: \n", "Name:x\n", ": x\n", "A: 1\nA: 2\n", "A: 1\r\n", "A:  1\n", "\n"})
            QVERIFY2(BagInfo::parse(bad).error().is(errors::kBagInfoMalformed), bad);
    }

    void safeNames() {
        for (const char* good : {"a", "A-1_b.csv", "0", "tagmanifest.p7s"})
            QVERIFY2(isSafeName(good), good);
        for (const char* bad :
             {"", ".", "..", ".a", "-a", "a.", "a b", "a/b", "CON", "nul.txt", "Lpt1", "com9.csv", "ä"})
            QVERIFY2(!isSafeName(bad), bad);
        QVERIFY(isSafeName("comma.csv"));
        QVERIFY(!isSafeName(std::string(101, 'a')));
    }
};

MANGROVE_TEST(ManifestTest)
#include "manifest_test.moc"
