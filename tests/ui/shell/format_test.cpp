// SPDX-License-Identifier: GPL-3.0-or-later
#include "i18n/error_texts.h"
#include "i18n/format.h"
#include "i18n/translator.h"
#include "support/test_registry.h"

#include <QtTest>

using namespace mangrove;
using namespace mangrove::ui;

namespace {
Instant instantAt(const char* text) {
    return *parseIso8601(text);
}
const Error kMissing = Error(errors::kFileNotFound, {"a.csv"});
} // namespace

class FormatTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shares_data();
    void shares();
    void amounts();
    void relativeTimes_data();
    void relativeTimes();
    void errorsSpeakTheLanguage();
    void detailsHoldTheChain();
};

void FormatTest::shares_data() {
    QTest::addColumn<double>("share");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << 0.0 << QStringLiteral("0 %");
    QTest::newRow("almost nothing") << 0.0001 << QStringLiteral("< 0.1 %");
    QTest::newRow("some") << 0.1254 << QStringLiteral("12.5 %");
    QTest::newRow("almost all") << 0.9999 << QStringLiteral("> 99.9 %");
    QTest::newRow("all") << 1.0 << QStringLiteral("100 %");
}

void FormatTest::shares() {
    const Translator translator;
    QFETCH(double, share);
    QFETCH(QString, text);
    QCOMPARE(formatShare(share), text);
}

void FormatTest::amounts() {
    const Translator translator;
    QCOMPARE(formatCount(1284), QStringLiteral("1,284"));
    QCOMPARE(formatDecimal(2.50, 2), QStringLiteral("2.5"));
    QCOMPARE(formatDecimal(100, 0), QStringLiteral("100"));
    QCOMPARE(formatBytes(0), QStringLiteral("0\u00A0B"));
    QCOMPARE(formatBytes(999), QStringLiteral("999\u00A0B"));
    QCOMPARE(formatBytes(1'250'000'000), QStringLiteral("1.3\u00A0GB"));
    QCOMPARE(formatDuration(400), QStringLiteral("0.4 s"));
    QCOMPARE(formatDuration(12'300), QStringLiteral("12 s"));
    QCOMPARE(formatDuration(185'000), QStringLiteral("3 min 5 s"));
    QCOMPARE(shortHash("9f2c41d0aabb"), QStringLiteral("9f2c41d0…"));
    QCOMPARE(shortHash("9f2c"), QStringLiteral("9f2c"));
    QCOMPARE(formatUtc(instantAt("2026-11-23T09:12:00Z")), QStringLiteral("2026-11-23 09:12:00 UTC"));
}

void FormatTest::relativeTimes_data() {
    QTest::addColumn<QString>("then");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    QTest::newRow("now") << "2026-11-23T11:59:30Z"
                         << "just now" << QStringLiteral("刚刚");
    QTest::newRow("a minute") << "2026-11-23T11:59:00Z"
                              << "1 minute ago" << QStringLiteral("1 分钟前");
    QTest::newRow("minutes") << "2026-11-23T11:55:00Z"
                             << "5 minutes ago" << QStringLiteral("5 分钟前");
    QTest::newRow("hours") << "2026-11-23T09:00:00Z"
                           << "3 hours ago" << QStringLiteral("3 小时前");
    QTest::newRow("days") << "2026-11-20T12:00:00Z"
                          << "3 days ago" << QStringLiteral("3 天前");
    QTest::newRow("in days") << "2026-11-25T12:00:00Z"
                             << "in 2 days" << QStringLiteral("2 天后");
    QTest::newRow("months") << "2026-08-20T12:00:00Z"
                            << "3 months ago" << QStringLiteral("3 个月前");
    QTest::newRow("years") << "2023-11-20T12:00:00Z"
                           << "3 years ago" << QStringLiteral("3 年前");
}

void FormatTest::relativeTimes() {
    QFETCH(QString, then);
    QFETCH(QString, english);
    QFETCH(QString, chinese);
    const Instant now = instantAt("2026-11-23T12:00:00Z");
    Translator translator;
    QCOMPARE(formatRelative(instantAt(qPrintable(then)), now), english);
    translator.setLanguage(Translator::Language::Chinese);
    QCOMPARE(formatRelative(instantAt(qPrintable(then)), now), chinese);
}

void FormatTest::errorsSpeakTheLanguage() {
    Translator translator;
    QCOMPARE(errorText(kMissing), QStringLiteral("There is no file a.csv. Check the path."));
    const Error placed = kMissing.withLocation({"a.csv", 3, 7});
    QCOMPARE(errorText(placed), QStringLiteral("There is no file a.csv. Check the path. (a.csv:3:7)"));
    translator.setLanguage(Translator::Language::Chinese);
    const QString chinese = errorText(kMissing);
    QVERIFY(chinese.contains(QStringLiteral("a.csv")));
    QVERIFY(chinese != QStringLiteral("There is no file a.csv. Check the path."));
}

void FormatTest::detailsHoldTheChain() {
    const Error error = Error(errors::kInternal, {"x"}).withCause(kMissing);
    const QString details = errorDetails(error);
    QVERIFY(details.startsWith(QStringLiteral("internal: ")));
    QVERIFY(details.contains(QStringLiteral("file-not-found: There is no file a.csv.")));
    QCOMPARE(details.count(QLatin1Char('\n')), 1);
}

MANGROVE_TEST(FormatTest)
#include "format_test.moc"
