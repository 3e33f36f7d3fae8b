// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"

#include "support/test_registry.h"

#include <QtTest>

namespace {

using namespace mangrove;

constexpr ErrorInfo kTooSmall{"too-small", ErrorKind::BadInput, "{0} is below {1}; see {9} and {x}."};

Result<int> positive(int value) {
    if (value <= 0)
        return Error(kTooSmall, {std::to_string(value), "1"}, {"numbers.txt", 3, 7});
    return value;
}

Result<int> doubled(int value) {
    MANGROVE_ASSIGN(const int good, positive(value));
    return good * 2;
}

Status bothPositive(int a, int b) {
    MANGROVE_TRY(positive(a));
    MANGROVE_TRY(positive(b));
    return {};
}

class ResultTest : public QObject {
    Q_OBJECT
private slots:
    void carriesTheValue() {
        const auto result = doubled(21);
        QVERIFY(result.ok());
        QCOMPARE(*result, 42);
    }
    void carriesTheErrorThroughTheMacros() {
        const auto result = doubled(-4);
        QVERIFY(!result.ok());
        QVERIFY(result.error().is(kTooSmall));
        QCOMPARE(result.error().at(), (Location{"numbers.txt", 3, 7}));
        QVERIFY(bothPositive(1, 2).ok());
        QVERIFY(!bothPositive(1, 0).ok());
        QCOMPARE(bothPositive(-1, -2).error().args().front(), std::string("-1"));
    }
    void fillsOnlyPlaceholdersThatHaveAnArgument() {
        QCOMPARE(positive(0).error().message(), std::string("0 is below 1; see {9} and {x}."));
    }
    void keepsTheCauseChain() {
        const Error outer = Error(errors::kInternal, {"x"}).withCause(positive(0).error());
        QVERIFY(outer.cause() != nullptr);
        QVERIFY(outer.cause()->is(kTooSmall));
        QVERIFY(outer.cause()->cause() == nullptr);
    }
    void mapsKindsToDocumentedExitCodes_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("code");
        int code = 1;
        for (const auto kind : {ErrorKind::CheckFailed, ErrorKind::Usage, ErrorKind::BadInput,
                                ErrorKind::NotPermitted, ErrorKind::NotFound, ErrorKind::Conflict,
                                ErrorKind::Io, ErrorKind::Cancelled, ErrorKind::Internal}) {
            QTest::addRow("%d", code) << static_cast<int>(kind) << code;
            ++code;
        }
    }
    void mapsKindsToDocumentedExitCodes() {
        QFETCH(int, kind);
        QFETCH(int, code);
        QCOMPARE(exitCode(static_cast<ErrorKind>(kind)), code);
    }
};

} // namespace

MANGROVE_TEST(ResultTest)
#include "result_test.moc"
