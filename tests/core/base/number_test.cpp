// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/number.h"

#include "support/test_registry.h"

#include <QtTest>

namespace {

using namespace mangrove;

class NumberTest : public QObject {
    Q_OBJECT
private slots:
    void parsesWholeTextOnly() {
        QCOMPARE(parseInteger("-42"), std::optional<std::int64_t>(-42));
        QCOMPARE(parseInteger("+7"), std::optional<std::int64_t>(7));
        QCOMPARE(parseInteger("9223372036854775807"), std::optional<std::int64_t>(INT64_MAX));
        for (const char* bad : {"", " 1", "1 ", "1.0", "0x10", "9223372036854775808", "--1", "+-1", "+"})
            QVERIFY2(!parseInteger(bad), bad);
        QCOMPARE(parseDouble("250.83"), std::optional<double>(250.83));
        QCOMPARE(parseDouble("1e3"), std::optional<double>(1000.0));
        for (const char* bad : {"", "nan", "inf", "-inf", "1,5", "1e999", "7.75轻", "> 11.00"})
            QVERIFY2(!parseDouble(bad), bad);
        QVERIFY(!parseUnsigned("-1"));
    }
    void writesTheShortestTextThatReadsBack() {
        for (const double value : {0.1, 1.0 / 3.0, 1e300, -0.0, 123456789.0, 5e-324}) {
            const auto back = parseDouble(formatDouble(value));
            QVERIFY(back.has_value());
            QCOMPARE(*back, value);
        }
        QCOMPARE(formatDouble(0.1), std::string("0.1"));
        QCOMPARE(formatDouble(20), std::string("20"));
    }
};

} // namespace

MANGROVE_TEST(NumberTest)
#include "number_test.moc"
