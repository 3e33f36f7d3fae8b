// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/command_table.h"
#include "support/test_registry.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QPainter>
#include <QtTest>

using namespace mangrove::ui;

class ThemeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void contrastFormula_data();
    void contrastFormula();
    void everyPairIsReadable_data();
    void everyPairIsReadable();
    void everyIconIsOurs();
    void commandIconsExist();
    void iconsTakeTheColour();
    void switchesLive();
};

void ThemeTest::contrastFormula_data() {
    QTest::addColumn<QColor>("a");
    QTest::addColumn<QColor>("b");
    QTest::addColumn<double>("ratio");
    // WCAG 2.1: black on white is 21, a colour on itself 1, #767676 the darkest grey that just passes on
    // white.
    QTest::newRow("black on white") << QColor(Qt::black) << QColor(Qt::white) << 21.0;
    QTest::newRow("same") << QColor(0x12, 0x34, 0x56) << QColor(0x12, 0x34, 0x56) << 1.0;
    QTest::newRow("grey") << QColor(0x76, 0x76, 0x76) << QColor(Qt::white) << 4.5422;
}

void ThemeTest::contrastFormula() {
    QFETCH(QColor, a);
    QFETCH(QColor, b);
    QFETCH(double, ratio);
    QVERIFY(qAbs(contrastRatio(a, b) - ratio) < 0.001);
    QCOMPARE(contrastRatio(a, b), contrastRatio(b, a));
}

void ThemeTest::everyPairIsReadable_data() {
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("background");
    for (const Colors* c : {&lightColors(), &darkColors()}) {
        const QByteArray theme = c->dark ? "dark " : "light ";
        const auto add = [&theme](const char* name, const QColor& text, const QColor& background) {
            QTest::newRow((theme + name).constData()) << text << background;
        };
        const std::pair<const char*, QColor> texts[] = {{"primary", c->textPrimary},
                                                        {"secondary", c->textSecondary},
                                                        {"muted", c->textMuted},
                                                        {"accent", c->accent},
                                                        {"ok", c->ok},
                                                        {"warning", c->warning},
                                                        {"critical", c->critical},
                                                        {"info", c->info}};
        const std::pair<const char*, QColor> backgrounds[] = {
            {"canvas", c->canvas}, {"surface", c->surface}, {"sunken", c->sunken}};
        for (const auto& [textName, text] : texts) {
            for (const auto& [backName, back] : backgrounds)
                add(QByteArray(textName).append(" on ").append(backName).constData(), text, back);
        }
        for (const Tone tone :
             {Tone::Neutral, Tone::Accent, Tone::Ok, Tone::Warning, Tone::Critical, Tone::Info}) {
            add(QByteArray("tone ").append(QByteArray::number(int(tone))).constData(), c->tone(tone),
                c->soft(tone));
            add(QByteArray("primary on soft ").append(QByteArray::number(int(tone))).constData(),
                c->textPrimary, c->soft(tone));
        }
        for (int level = 1; level <= 5; ++level)
            add(QByteArray("level ").append(QByteArray::number(level)).constData(), c->levelInk(level),
                c->levelFill(level));
        add("on accent", c->onAccent, c->accent);
        add("on accent hover", c->onAccent, c->accentHover);
        add("secondary on accent soft", c->textSecondary, c->accentSoft);
        add("primary on changed", c->textPrimary, c->changed);
    }
}

void ThemeTest::everyPairIsReadable() {
    QFETCH(QColor, text);
    QFETCH(QColor, background);
    const double ratio = contrastRatio(text, background);
    QVERIFY2(ratio >= 4.5,
             qPrintable(QStringLiteral("%1 on %2: %3").arg(text.name(), background.name()).arg(ratio)));
}

void ThemeTest::everyIconIsOurs() {
    const Theme theme(Theme::Mode::Light);
    const QStringList names = iconNames();
    QVERIFY(names.size() >= 45);
    for (const QString& name : names) {
        QFile file(QStringLiteral(":/icons/") + name + QStringLiteral(".svg"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString svg = QString::fromUtf8(file.readAll());
        QVERIFY2(svg.contains(QStringLiteral("SPDX-License-Identifier")), qPrintable(name));
        QVERIFY2(svg.contains(QStringLiteral("viewBox=\"0 0 20 20\"")), qPrintable(name));
        QVERIFY2(svg.contains(QStringLiteral("stroke-width=\"1.5\"")), qPrintable(name));
        QVERIFY2(!svg.contains(QLatin1Char('#')), qPrintable(name + QStringLiteral(" names a colour")));
    }
}

void ThemeTest::commandIconsExist() {
    const Theme theme(Theme::Mode::Light);
    const QStringList names = iconNames();
    for (const CommandInfo& info : commandTable())
        QVERIFY2(names.contains(QString::fromLatin1(info.icon)), info.icon);
    for (const Tone tone : {Tone::Neutral, Tone::Ok, Tone::Warning, Tone::Critical, Tone::Info})
        QVERIFY(names.contains(toneIcon(tone)));
    QVERIFY(!names.contains(QStringLiteral("no-such-icon")));
}

void ThemeTest::iconsTakeTheColour() {
    const Theme theme(Theme::Mode::Light);
    QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
    for (const QString& name : iconNames()) {
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintIcon(painter, QRectF(0, 0, 40, 40), name, QColor(255, 0, 0));
        painter.end();
        int inked = 0;
        for (int y = 0; y < 40; ++y) {
            for (int x = 0; x < 40; ++x) {
                const QColor pixel = image.pixelColor(x, y);
                if (pixel.alpha() < 128)
                    continue;
                ++inked;
                QVERIFY2(pixel.green() < 30 && pixel.blue() < 30, qPrintable(name));
            }
        }
        QVERIFY2(inked > 20, qPrintable(name + QStringLiteral(" is blank")));
    }
}

void ThemeTest::switchesLive() {
    Theme theme(Theme::Mode::Light);
    QWidget widget;
    QCOMPARE(colorsOf(&widget).canvas, lightColors().canvas);
    QCOMPARE(QApplication::palette().color(QPalette::Window), lightColors().canvas);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setMode(Theme::Mode::Dark);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(colorsOf(&widget).canvas, darkColors().canvas);
    QCOMPARE(QApplication::palette().color(QPalette::Window), darkColors().canvas);
    QVERIFY(theme.fadeMs() > 0);
    theme.setReducedMotion(true);
    QCOMPARE(theme.fadeMs(), 0);
}

MANGROVE_TEST(ThemeTest)
#include "theme_test.moc"
