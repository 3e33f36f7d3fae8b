// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/icon_label.h"

#include "theme/icons.h"
#include "theme/theme.h"

#include <QPainter>

namespace mangrove::ui {

IconLabel::IconLabel(const QString& icon, TextRole role, int side, QWidget* parent)
    : QWidget(parent), m_icon(icon), m_role(role) {
    setFixedSize(side, side);
}

void IconLabel::setIcon(const QString& icon, TextRole role) {
    m_icon = icon;
    m_role = role;
    update();
}

void IconLabel::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    paintIcon(painter, rect(), m_icon, colorsOf(this).text(m_role));
}

} // namespace mangrove::ui
