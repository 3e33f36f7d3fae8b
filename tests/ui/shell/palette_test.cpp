// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/fuzzy_match.h"
#include "shell/palette_model.h"
#include "support/test_registry.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace mangrove::ui;

class PaletteTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fits_data();
    void fits();
    void betterFitsComeFirst();
    void theModelHolds();
};

void PaletteTest::fits_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fit");
    QTest::newRow("empty") << QString() << QStringLiteral("Overview") << true;
    QTest::newRow("letters in order") << QStringLiteral("ovw") << QStringLiteral("Overview") << true;
    QTest::newRow("letters out of order") << QStringLiteral("wvo") << QStringLiteral("Overview") << false;
    QTest::newRow("case") << QStringLiteral("AUDIT") << QStringLiteral("Verify the audit log") << true;
    QTest::newRow("two words, any order")
        << QStringLiteral("log ver") << QStringLiteral("Verify the audit log") << true;
    QTest::newRow("one word missing")
        << QStringLiteral("audit zebra") << QStringLiteral("Verify the audit log") << false;
    QTest::newRow("Chinese") << QStringLiteral("住院") << QStringLiteral("住院病案首页") << true;
}

void PaletteTest::fits() {
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(bool, fit);
    QCOMPARE(fuzzyScore(pattern, text) > 0, fit);
}

void PaletteTest::betterFitsComeFirst() {
    const QString p = QStringLiteral("aud");
    QVERIFY(fuzzyScore(p, QStringLiteral("Audit")) > fuzzyScore(p, QStringLiteral("Verify the audit log")));
    QVERIFY(fuzzyScore(p, QStringLiteral("Verify the audit log")) > fuzzyScore(p, QStringLiteral("fraud")));
    QVERIFY(fuzzyScore(p, QStringLiteral("fraud")) > fuzzyScore(p, QStringLiteral("a unified word")));
}

void PaletteTest::theModelHolds() {
    PaletteModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    int ran = 0;
    model.setEntries({{QStringLiteral("Verify the audit log"), {}, {}, {}, {}, [&ran] { ran = 1; }},
                      {QStringLiteral("Audit"), {}, {}, {}, {}, [&ran] { ran = 2; }},
                      {QStringLiteral("总览"), {}, {}, {}, QStringLiteral("Overview"), [&ran] { ran = 3; }}});
    QCOMPARE(model.rowCount(), 3);
    model.setPattern(QStringLiteral("aud"));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("Audit"));
    model.entry(0).run();
    QCOMPARE(ran, 2);
    model.setPattern(QStringLiteral("overview"));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("总览"));
    model.setPattern(QStringLiteral("zzz"));
    QCOMPARE(model.rowCount(), 0);
}

MANGROVE_TEST(PaletteTest)
#include "palette_test.moc"
