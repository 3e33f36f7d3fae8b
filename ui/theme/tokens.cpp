// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/tokens.h"

#include <algorithm>
#include <cmath>

namespace mangrove::ui {

namespace {

QColor rgb(unsigned value) {
    return QColor::fromRgb(value);
}

// A chart keeps its order of colours in both themes; on dark they are lifted so that thin lines stay visible.
const std::array<QColor, 8> kLightSeries{rgb(0x0F766E), rgb(0xD97706), rgb(0x2563EB), rgb(0x9D4EDD),
                                         rgb(0xC2413B), rgb(0x65A30D), rgb(0x0891B2), rgb(0x6B7280)};
const std::array<QColor, 8> kDarkSeries{rgb(0x4FC3B5), rgb(0xF0A63C), rgb(0x7FA8F8), rgb(0xC39BEF),
                                        rgb(0xEF8B84), rgb(0xA3CF5B), rgb(0x4CC3E0), rgb(0xA3ABB6)};

Colors makeLight() {
    Colors c;
    c.dark = false;
    c.canvas = rgb(0xF5F8F7);
    c.surface = rgb(0xFFFFFF);
    c.sunken = rgb(0xECF1EF);
    c.lineSubtle = rgb(0xDCE4E1);
    c.lineStrong = rgb(0xB7C4BF);
    c.textPrimary = rgb(0x14201C);
    c.textSecondary = rgb(0x465650);
    c.textMuted = rgb(0x5F6F69);
    c.accent = rgb(0x0F766E);
    c.accentHover = rgb(0x0B5F59);
    c.accentSoft = rgb(0xD8EFEB);
    c.onAccent = rgb(0xFFFFFF);
    c.ok = rgb(0x2A7A30);
    c.warning = rgb(0xA84E06);
    c.critical = rgb(0xB42318);
    c.info = rgb(0x1D5FBF);
    c.okSoft = rgb(0xE3F2E4);
    c.warningSoft = rgb(0xFCEFDB);
    c.criticalSoft = rgb(0xFCE5E3);
    c.infoSoft = rgb(0xE2ECFA);
    c.level = {rgb(0xCFE3DE), rgb(0x9CCBC0), rgb(0xF2C572), rgb(0xE58A4B), rgb(0xC2413B)};
    c.levelText = {c.textPrimary, c.textPrimary, c.textPrimary, c.textPrimary, rgb(0xFFFFFF)};
    c.series = kLightSeries;
    c.seriesBefore = rgb(0x6B7280);
    c.changed = rgb(0xFCEFDB);
    return c;
}

Colors makeDark() {
    Colors c;
    c.dark = true;
    c.canvas = rgb(0x0F1513);
    c.surface = rgb(0x171F1C);
    c.sunken = rgb(0x0B100E);
    c.lineSubtle = rgb(0x2A3531);
    c.lineStrong = rgb(0x43524C);
    c.textPrimary = rgb(0xE8EFEC);
    c.textSecondary = rgb(0xB7C5BF);
    c.textMuted = rgb(0x93A49E);
    c.accent = rgb(0x4FC3B5);
    c.accentHover = rgb(0x74D6CA);
    c.accentSoft = rgb(0x12332F);
    c.onAccent = rgb(0x06201D);
    c.ok = rgb(0x6CC870);
    c.warning = rgb(0xE8A94A);
    c.critical = rgb(0xF28B82);
    c.info = rgb(0x83B1F5);
    c.okSoft = rgb(0x16301A);
    c.warningSoft = rgb(0x35270F);
    c.criticalSoft = rgb(0x3A1B18);
    c.infoSoft = rgb(0x162842);
    c.level = {rgb(0x27403A), rgb(0x2F6B5F), rgb(0x8A6A25), rgb(0xA85C2B), rgb(0xC9504A)};
    // Level 5 is too bright for the light ink and takes black, the only one that reaches 4.5:1 on it.
    c.levelText = {c.textPrimary, rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0x000000)};
    c.series = kDarkSeries;
    c.seriesBefore = rgb(0xA3ABB6);
    c.changed = rgb(0x35270F);
    return c;
}

double channel(double value) {
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF())
           + 0.0722 * channel(color.blueF());
}

std::size_t levelIndex(int level39725) {
    return static_cast<std::size_t>(std::clamp(level39725, 1, 5) - 1);
}

} // namespace

QColor Colors::text(TextRole role) const {
    switch (role) {
    case TextRole::Primary:
        return textPrimary;
    case TextRole::Secondary:
        return textSecondary;
    case TextRole::Muted:
        return textMuted;
    case TextRole::Accent:
        return accent;
    case TextRole::Ok:
        return ok;
    case TextRole::Warning:
        return warning;
    case TextRole::Critical:
        return critical;
    case TextRole::Info:
        return info;
    }
    return textPrimary;
}

QColor Colors::tone(Tone tone) const {
    switch (tone) {
    case Tone::Neutral:
        return textSecondary;
    case Tone::Accent:
        return accent;
    case Tone::Ok:
        return ok;
    case Tone::Warning:
        return warning;
    case Tone::Critical:
        return critical;
    case Tone::Info:
        return info;
    }
    return textSecondary;
}

TextRole toneRole(Tone tone) {
    switch (tone) {
    case Tone::Ok:
        return TextRole::Ok;
    case Tone::Warning:
        return TextRole::Warning;
    case Tone::Critical:
        return TextRole::Critical;
    case Tone::Info:
        return TextRole::Info;
    case Tone::Accent:
        return TextRole::Accent;
    case Tone::Neutral:
        break;
    }
    return TextRole::Secondary;
}

QColor Colors::soft(Tone tone) const {
    switch (tone) {
    case Tone::Neutral:
        return sunken;
    case Tone::Accent:
        return accentSoft;
    case Tone::Ok:
        return okSoft;
    case Tone::Warning:
        return warningSoft;
    case Tone::Critical:
        return criticalSoft;
    case Tone::Info:
        return infoSoft;
    }
    return sunken;
}

QColor Colors::levelFill(int level39725) const {
    return level[levelIndex(level39725)];
}

QColor Colors::levelInk(int level39725) const {
    return levelText[levelIndex(level39725)];
}

const Colors& lightColors() {
    static const Colors colors = makeLight();
    return colors;
}

const Colors& darkColors() {
    static const Colors colors = makeDark();
    return colors;
}

double contrastRatio(const QColor& a, const QColor& b) {
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor blend(const QColor& over, const QColor& under) {
    const float a = over.alphaF();
    return QColor::fromRgbF(over.redF() * a + under.redF() * (1 - a),
                            over.greenF() * a + under.greenF() * (1 - a),
                            over.blueF() * a + under.blueF() * (1 - a));
}

} // namespace mangrove::ui
