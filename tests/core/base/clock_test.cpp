// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include "support/test_registry.h"

#include <QtTest>

namespace {

using namespace mangrove;

class ClockTest : public QObject {
    Q_OBJECT
private slots:
    void writesAndReadsUtc() {
        const auto instant = parseIso8601("2026-11-23T09:12:03.045Z");
        QVERIFY(instant.ok());
        QCOMPARE(toIso8601(*instant), std::string("2026-11-23T09:12:03.045Z"));
        QCOMPARE(toIso8601(*parseIso8601("2026-11-23T09:12:03Z")), std::string("2026-11-23T09:12:03.000Z"));
        QCOMPARE(toIso8601(*parseIso8601("1969-12-31")), std::string("1969-12-31T00:00:00.000Z"));
        QCOMPARE(toIso8601(Instant(std::chrono::milliseconds(-1))), std::string("1969-12-31T23:59:59.999Z"));
    }
    void refusesWhatIsNoInstant_data() {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"", "2026", "2026-02-30", "2026-13-01", "2026-11-23T24:00:00Z", "2026-11-23T09:60:00Z",
              "2026-11-23T09:12:03", "2026-11-23 09:12:03Z", "2026-11-23T09:12:03.1Z", "2026/11/23",
              "2026-11-23T09:12:03+08:00", "-026-11-23"})
            QTest::addRow("%s", text) << QString::fromLatin1(text);
    }
    void refusesWhatIsNoInstant() {
        QFETCH(QString, text);
        const auto instant = parseIso8601(text.toStdString());
        QVERIFY(!instant.ok());
        QVERIFY(instant.error().is(errors::kBadInstant));
    }
    void knowsLeapYears() {
        QVERIFY(isValidDate(2000, 2, 29));
        QVERIFY(!isValidDate(1900, 2, 29));
        QVERIFY(isValidDate(2024, 2, 29));
        QVERIFY(!isValidDate(2023, 2, 29));
    }
};

} // namespace

MANGROVE_TEST(ClockTest)
#include "clock_test.moc"
