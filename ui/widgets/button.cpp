// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/button.h"

#include "theme/icons.h"

#include <QStyle>

namespace mangrove::ui {

Button::Button(const QString& text, ButtonKind kind, const QString& icon, QWidget* parent)
    : QPushButton(text, parent), m_kind(kind), m_icon(icon) {
    setProperty(kButtonKindProperty, static_cast<int>(kind));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAutoDefault(false);
    applyIcon();
}

void Button::setKind(ButtonKind kind) {
    m_kind = kind;
    setProperty(kButtonKindProperty, static_cast<int>(kind));
    applyIcon();
    update();
}

void Button::setIconName(const QString& icon) {
    m_icon = icon;
    applyIcon();
}

void Button::setBlocked(const QString& reason) {
    setEnabled(reason.isEmpty());
    setToolTip(reason);
    setAccessibleDescription(reason);
}

void Button::applyIcon() {
    if (m_icon.isEmpty()) {
        setIcon({});
        return;
    }
    switch (m_kind) {
    case ButtonKind::Primary:
        setIcon(onAccentIcon(m_icon));
        break;
    case ButtonKind::Critical:
        setIcon(themedIcon(m_icon, TextRole::Critical));
        break;
    case ButtonKind::Secondary:
    case ButtonKind::Quiet:
        setIcon(themedIcon(m_icon, TextRole::Secondary));
        break;
    }
}

IconButton::IconButton(const QString& icon, const QString& name, QWidget* parent)
    : Button(QString(), ButtonKind::Quiet, icon, parent) {
    setIconSize({size::kIcon, size::kIcon});
    setName(name);
}

void IconButton::setName(const QString& name) {
    setToolTip(name);
    setAccessibleName(name);
}

} // namespace mangrove::ui
