// SPDX-License-Identifier: GPL-3.0-or-later
#include "classify/value_form.h"
#include "support/test_registry.h"

#include <QtTest>

using namespace mangrove::classify;

/// The one form all checkers see.
class ValueFormTest final : public QObject {
    Q_OBJECT
private slots:
    void normalises_data() {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* name, const char* value, const char* expected) {
            QTest::newRow(name) << QByteArray(value) << QByteArray(expected);
        };
        row("as it is", "A-1", "A-1");
        row("empty", "", "");
        row("blanks only", " \t ", "");
        row("blanks at both ends", "  A 1\r\n", "A 1");
        row("ideographic and no-break blanks", "　A\u00A01　", "A 1");
        row("full-width letters and digits", "１３９ＡＢ＠", "139AB@");
        row("dashes and minus", "1‐2–3—4−5﹣6", "1-2-3-4-5-6");
        row("Han characters stay", "海口市，龙华区", "海口市,龙华区");
        row("other marks with the same first bytes stay", "“甲”、é¥﹏", "“甲”、é¥﹏");
        row("a lone first byte stays", "A\xC2", "A\xC2");
        row("an overlong letter stays", "\xC1\x81", "\xC1\x81");
        row("a cut character stays", "A\xEF\xBC", "A\xEF\xBC");
    }
    void normalises() {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, expected);
        std::string scratch;
        const std::string_view text(value.constData(), static_cast<std::size_t>(value.size()));
        const std::string normal(normaliseValue(text, scratch));
        QCOMPARE(QByteArray::fromStdString(normal), expected);
        const ValueForm form = formOf(text, scratch);
        QCOMPARE(QByteArray(form.text.data(), static_cast<int>(form.text.size())), expected);
        QCOMPARE(form.mask, characterMask(normal));
        QCOMPARE(std::uint16_t(form.mask & ~chars::kAny), std::uint16_t(0));
    }
};

MANGROVE_TEST(ValueFormTest)
#include "value_form_test.moc"
