// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/rail_button.h"

#include "theme/fonts.h"
#include "theme/icons.h"
#include "theme/style_parts.h"
#include "theme/theme.h"

#include <QPainter>

namespace mangrove::ui {

namespace {
constexpr int kEntryHeight = 56;
constexpr int kEntryCollapsed = 44;
constexpr int kPillWidth = 44;
constexpr int kPillHeight = 28;
constexpr int kAvatar = 32;
} // namespace

RailButton::RailButton(const QString& icon, QWidget* parent) : QAbstractButton(parent), m_icon(icon) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setFont(fontFor(TextStyle::Caption));
}

void RailButton::setTexts(const QString& word, const QString& name) {
    setText(word);
    setToolTip(name);
    setAccessibleName(name);
    update();
}

void RailButton::setCollapsed(bool collapsed) {
    m_collapsed = collapsed;
    updateGeometry();
    update();
}

QSize RailButton::sizeHint() const {
    return m_collapsed ? QSize(size::kRailCollapsed, kEntryCollapsed) : QSize(size::kRail, kEntryHeight);
}

void RailButton::paintEvent(QPaintEvent* /*event*/) {
    const Colors& c = colorsOf(this);
    QPainter painter(this);
    const bool on = isChecked();
    const int pillWidth = m_collapsed ? 36 : kPillWidth;
    const QRectF pill((width() - pillWidth) / 2.0, m_collapsed ? (height() - kPillHeight) / 2.0 : 5,
                      pillWidth, kPillHeight);
    if (on)
        parts::roundedBox(painter, pill, kPillHeight / 2.0, c.accentSoft);
    else if (underMouse() && isEnabled())
        parts::roundedBox(painter, pill, kPillHeight / 2.0, c.sunken);
    const QColor ink = !isEnabled() ? c.lineStrong : (on ? c.accent : c.textSecondary);
    paintIcon(painter,
              QRectF(pill.center().x() - size::kIcon / 2.0, pill.center().y() - size::kIcon / 2.0,
                     size::kIcon, size::kIcon),
              m_icon, ink);
    if (!m_collapsed) {
        QFont font = fontFor(TextStyle::Caption);
        font.setWeight(on ? QFont::DemiBold : QFont::Normal);
        // Nine letters in 64 px: a word that is too wide gives way in size before it is cut.
        while (QFontMetrics(font).horizontalAdvance(text()) > width() - 4 && font.pixelSize() > 9)
            font.setPixelSize(font.pixelSize() - 1);
        painter.setFont(font);
        painter.setPen(!isEnabled() ? c.textMuted : (on ? c.textPrimary : c.textSecondary));
        painter.drawText(QRect(0, 34, width(), 18), Qt::AlignCenter, text());
    }
    if (parts::showsFocus(this))
        parts::focusRing(painter, pill, kPillHeight / 2.0, c);
}

UserChip::UserChip(QWidget* parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

void UserChip::setUser(const QString& name) {
    setText(name.left(1).toUpper());
    update();
}

QSize UserChip::sizeHint() const {
    return {kAvatar + 4, kAvatar + 4};
}

void UserChip::paintEvent(QPaintEvent* /*event*/) {
    const Colors& c = colorsOf(this);
    QPainter painter(this);
    const QRectF circle((width() - kAvatar) / 2.0, (height() - kAvatar) / 2.0, kAvatar, kAvatar);
    const bool known = !text().isEmpty();
    parts::roundedBox(painter, circle, kAvatar / 2.0, known ? c.accent : c.sunken,
                      underMouse() ? c.accentHover : (known ? QColor() : c.lineStrong));
    if (known) {
        painter.setFont(fontFor(TextStyle::Emphasis));
        painter.setPen(c.onAccent);
        painter.drawText(circle, Qt::AlignCenter, text());
    } else {
        paintIcon(painter, circle.adjusted(7, 7, -7, -7), QStringLiteral("lock"),
                  isEnabled() ? c.textSecondary : c.lineStrong);
    }
    if (parts::showsFocus(this))
        parts::focusRing(painter, rect(), width() / 2.0, c);
}

} // namespace mangrove::ui
