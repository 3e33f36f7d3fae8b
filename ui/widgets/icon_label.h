// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QString>
#include <QWidget>

namespace mangrove::ui {

/// An icon of our set that just stands there; follows theme changes.
class IconLabel : public QWidget {
    Q_OBJECT
public:
    explicit IconLabel(const QString& icon, TextRole role = TextRole::Secondary, int side = size::kIcon,
                       QWidget* parent = nullptr);
    void setIcon(const QString& icon, TextRole role);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_icon;
    TextRole m_role;
};

} // namespace mangrove::ui
