// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"

#include "theme/fonts.h"
#include "theme/mangrove_style.h"

#include <QApplication>
#include <QPalette>
#include <QWidget>

// Q_INIT_RESOURCE declares a global function; a static library would drop its resources without the call.
static void registerIcons() {
    Q_INIT_RESOURCE(icons);
}

namespace mangrove::ui {

namespace {

QPalette paletteOf(const Colors& c) {
    QPalette p;
    p.setColor(QPalette::Window, c.canvas);
    p.setColor(QPalette::WindowText, c.textPrimary);
    p.setColor(QPalette::Base, c.surface);
    p.setColor(QPalette::AlternateBase, c.sunken);
    p.setColor(QPalette::Text, c.textPrimary);
    p.setColor(QPalette::PlaceholderText, c.textMuted);
    p.setColor(QPalette::Button, c.surface);
    p.setColor(QPalette::ButtonText, c.textPrimary);
    p.setColor(QPalette::BrightText, c.critical);
    p.setColor(QPalette::Highlight, c.accentSoft);
    p.setColor(QPalette::HighlightedText, c.textPrimary);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::LinkVisited, c.accent);
    p.setColor(QPalette::ToolTipBase, c.surface);
    p.setColor(QPalette::ToolTipText, c.textPrimary);
    p.setColor(QPalette::Light, c.surface);
    p.setColor(QPalette::Midlight, c.lineSubtle);
    p.setColor(QPalette::Mid, c.lineStrong);
    p.setColor(QPalette::Dark, c.lineStrong);
    p.setColor(QPalette::Shadow, c.lineStrong);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, c.textMuted);
    return p;
}

} // namespace

Theme::Theme(Mode mode) : m_mode(mode) {
    registerIcons();
    // Qt 6.4 does not name the system's scheme; its palette tells: light text means dark windows.
    const QPalette system = QApplication::palette();
    m_systemDark =
        system.color(QPalette::WindowText).lightness() > system.color(QPalette::Window).lightness();
    m_style = new MangroveStyle(lightColors());
    QApplication::setStyle(m_style);
    QApplication::setFont(fontFor(TextStyle::Body));
    apply();
}

Theme::~Theme() = default;

void Theme::setMode(Mode mode) {
    if (mode == m_mode)
        return;
    m_mode = mode;
    apply();
    Q_EMIT changed();
}

bool Theme::isDark() const {
    return m_mode == Mode::Dark || (m_mode == Mode::System && m_systemDark);
}

const Colors& Theme::colors() const {
    return isDark() ? darkColors() : lightColors();
}

void Theme::setReducedMotion(bool reduced) {
    m_reducedMotion = reduced;
}

void Theme::apply() {
    m_style->setColors(colors());
    QApplication::setPalette(paletteOf(colors()));
}

const Colors& colorsOf(const QWidget* widget) {
    const auto* style =
        qobject_cast<const MangroveStyle*>(widget != nullptr ? widget->style() : QApplication::style());
    return style != nullptr ? style->colors() : lightColors();
}

} // namespace mangrove::ui
