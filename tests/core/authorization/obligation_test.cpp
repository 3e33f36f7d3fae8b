// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization/errors.h"
#include "authorization/obligation.h"
#include "core/authorization/authorization_fixture.h"
#include "support/test_registry.h"

#include <QtTest>

using namespace mangrove;
using namespace mangrove::authorization;

class ObligationTest : public QObject {
    Q_OBJECT

private slots:
    void dueRule_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("due"); // "" = never
        QTest::newRow("always") << "always"
                                << "";
        QTest::newRow("date") << "2027-01-31T00:00:00.000Z"
                              << "2027-01-31T00:00:00.000Z";
        QTest::newRow("after issue") << "P7D after issue"
                                     << "2026-12-08T00:00:00.000Z";
        QTest::newRow("after expiry") << "P30D after expiry"
                                      << "2027-03-31T00:00:00.000Z";
        QTest::newRow("at expiry") << "P0D after expiry"
                                   << "2027-03-01T00:00:00.000Z";
    }

    void dueRule() {
        QFETCH(QString, text);
        const auto rule = DueRule::parse(text.toStdString());
        QVERIFY(rule.ok());
        QCOMPARE(rule->text(), text.toStdString());
        const auto due = rule->due(test::at("2026-12-01"), test::at("2027-03-01"));
        QTEST(due ? QString::fromStdString(toIso8601(*due)) : QString(), "due");
    }

    void badDueRule_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "never", "P after issue", "PxD after issue", "P-1D after issue",
                                 "P99999999D after issue", "P7D  after issue", "2027-02-30"})
            QTest::newRow(text) << text;
    }

    void badDueRule() {
        QFETCH(QString, text);
        const auto rule = DueRule::parse(text.toStdString());
        QVERIFY(!rule.ok());
        QVERIFY(rule.error().is(errors::kBadDueRule));
    }

    void namesRoundTrip() {
        for (int i = 0; i <= static_cast<int>(ObligationType::Register); ++i) {
            const auto type = static_cast<ObligationType>(i);
            QCOMPARE(obligationTypeFromName(name(type)), std::optional(type));
        }
        QVERIFY(!obligationTypeFromName("destroy"));
        for (int i = 0; i <= static_cast<int>(RequestState::Closed); ++i) {
            const auto state = static_cast<RequestState>(i);
            QCOMPARE(requestStateFromName(name(state)), std::optional(state));
        }
        QVERIFY(!requestStateFromName("Active"));
        for (int i = 0; i <= static_cast<int>(Move::Close); ++i) {
            const auto move = static_cast<Move>(i);
            QCOMPARE(moveFromName(name(move)), std::optional(move));
        }
    }
};

MANGROVE_TEST(ObligationTest)
#include "obligation_test.moc"
