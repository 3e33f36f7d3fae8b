// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/button_kind.h"
#include "theme/tokens.h"

#include <QPushButton>

namespace mangrove::ui {

/// A push button with an icon of our set; drawn by MangroveStyle.
class Button : public QPushButton {
    Q_OBJECT
public:
    explicit Button(const QString& text = {}, ButtonKind kind = ButtonKind::Secondary,
                    const QString& icon = {}, QWidget* parent = nullptr);
    [[nodiscard]] ButtonKind kind() const { return m_kind; }
    void setKind(ButtonKind kind);
    void setIconName(const QString& icon);
    /// Disabled buttons say why: enabled when `reason` is empty, otherwise disabled with it as tooltip and
    /// accessible description.
    void setBlocked(const QString& reason);

private:
    void applyIcon();
    ButtonKind m_kind;
    QString m_icon;
};

/// An icon-only button: `name` is its tooltip and accessible name.
class IconButton : public Button {
    Q_OBJECT
public:
    explicit IconButton(const QString& icon, const QString& name = {}, QWidget* parent = nullptr);
    void setName(const QString& name);
};

} // namespace mangrove::ui
