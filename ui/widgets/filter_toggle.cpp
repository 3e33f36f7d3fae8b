// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filter_toggle.h"

#include "i18n/format.h"
#include "theme/fonts.h"
#include "theme/icons.h"
#include "theme/style_parts.h"
#include "theme/theme.h"

#include <QPainter>

namespace mangrove::ui {

namespace {
constexpr int kToggleHeight = 28;
constexpr int kToggleIcon = 14;
} // namespace

FilterToggle::FilterToggle(const FilterChip& chip, QWidget* parent) : QAbstractButton(parent), m_chip(chip) {
    setCheckable(true);
    setFont(fontFor(TextStyle::Body));
    setText(chip.text);
    setAccessibleName(chip.count < 0 ? chip.text : chip.text + QLatin1Char(' ') + countText());
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

QString FilterToggle::countText() const {
    return formatCount(static_cast<quint64>(m_chip.count));
}

QSize FilterToggle::sizeHint() const {
    const QFontMetrics metrics(font());
    int width = 2 * space::k12 + metrics.horizontalAdvance(m_chip.text);
    if (!m_chip.icon.isEmpty() || isCheckable())
        width += kToggleIcon + space::k4;
    if (m_chip.count >= 0)
        width += space::k8 + metrics.horizontalAdvance(countText());
    return {width, kToggleHeight};
}

void FilterToggle::paintEvent(QPaintEvent* /*event*/) {
    const Colors& c = colorsOf(this);
    QPainter painter(this);
    const bool on = isChecked();
    const QColor fill = on ? c.accentSoft : (underMouse() ? c.sunken : c.surface);
    parts::roundedBox(painter, rect(), kToggleHeight / 2.0, fill, on ? c.accent : c.lineStrong);
    const QFontMetrics metrics(font());
    int x = space::k12;
    const QString icon =
        on ? QStringLiteral("check") : (m_chip.icon.isEmpty() ? QStringLiteral("filter") : m_chip.icon);
    paintIcon(painter, QRectF(x, (height() - kToggleIcon) / 2.0, kToggleIcon, kToggleIcon), icon,
              on ? c.accent : c.textMuted);
    x += kToggleIcon + space::k4;
    painter.setPen(c.textPrimary);
    painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, m_chip.text);
    x += metrics.horizontalAdvance(m_chip.text) + space::k8;
    if (m_chip.count >= 0) {
        painter.setPen(c.textSecondary);
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, countText());
    }
    if (parts::showsFocus(this))
        parts::focusRing(painter, rect(), kToggleHeight / 2.0, c);
}

} // namespace mangrove::ui
