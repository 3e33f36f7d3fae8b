// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/fonts.h"

#include <QFontDatabase>
#include <QStringList>

namespace mangrove::ui {

namespace {

struct TextStyleSize {
    int pixels;
    QFont::Weight weight;
};

TextStyleSize sizeOf(TextStyle style) {
    switch (style) {
    case TextStyle::Caption:
        return {11, QFont::Normal};
    case TextStyle::Body:
        return {13, QFont::Normal};
    case TextStyle::Emphasis:
        return {13, QFont::DemiBold};
    case TextStyle::Title:
        return {16, QFont::DemiBold};
    case TextStyle::Page:
        return {20, QFont::DemiBold};
    case TextStyle::Figure:
        return {28, QFont::DemiBold};
    }
    return {13, QFont::Normal};
}

QStringList families() {
#if defined(Q_OS_WIN)
    return {QStringLiteral("Segoe UI"), QStringLiteral("Microsoft YaHei UI")};
#elif defined(Q_OS_LINUX)
    return {QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans CJK SC"), QStringLiteral("DejaVu Sans")};
#else
    return {QFontDatabase::systemFont(QFontDatabase::GeneralFont).family()};
#endif
}

} // namespace

QFont fontFor(TextStyle style) {
    const TextStyleSize size = sizeOf(style);
    QFont font;
    font.setFamilies(families());
    font.setPixelSize(size.pixels);
    font.setWeight(size.weight);
    font.setHintingPreference(QFont::PreferVerticalHinting);
    return font;
}

QFont monospacedFont(TextStyle style) {
    QFont font = fontFor(style);
    QStringList names{QStringLiteral("Noto Sans Mono"), QStringLiteral("Noto Sans Mono CJK SC")};
#if defined(Q_OS_WIN)
    names = {QStringLiteral("Cascadia Mono"), QStringLiteral("Consolas")};
#endif
    names << QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    font.setFamilies(names);
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    return font;
}

double lineHeight(TextStyle style) {
    return style == TextStyle::Figure ? 1.2 : 1.4;
}

} // namespace mangrove::ui
