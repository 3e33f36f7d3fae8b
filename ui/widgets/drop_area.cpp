// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/drop_area.h"

#include "theme/fonts.h"
#include "theme/icons.h"
#include "theme/style_parts.h"
#include "theme/theme.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

namespace mangrove::ui {

namespace {
constexpr int kDropHeight = 148;
constexpr int kDropIcon = 32;
} // namespace

DropArea::DropArea(const QString& icon, QWidget* parent) : QAbstractButton(parent), m_icon(icon) {
    setAcceptDrops(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DropArea::setTexts(const QString& headline, const QString& hint) {
    m_headline = headline;
    m_hint = hint;
    setAccessibleName(headline);
    setAccessibleDescription(hint);
    update();
}

QSize DropArea::sizeHint() const {
    return {320, kDropHeight};
}

void DropArea::paintEvent(QPaintEvent* /*event*/) {
    const Colors& c = colorsOf(this);
    QPainter painter(this);
    const bool lively = m_over || underMouse();
    parts::roundedBox(painter, rect(), radius::kCard, m_over ? c.accentSoft : c.surface);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(lively ? c.accent : c.lineStrong, 1.5, Qt::CustomDashLine, Qt::RoundCap));
    QPen pen = painter.pen();
    pen.setDashPattern({4, 4});
    painter.setPen(pen);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius::kCard, radius::kCard);
    const int top = (height() - kDropIcon - 52) / 2;
    paintIcon(painter, QRectF((width() - kDropIcon) / 2.0, top, kDropIcon, kDropIcon), m_icon,
              m_over ? c.accent : c.textMuted);
    painter.setPen(c.textPrimary);
    painter.setFont(fontFor(TextStyle::Emphasis));
    painter.drawText(QRect(0, top + kDropIcon + 8, width(), 22), Qt::AlignCenter, m_headline);
    painter.setPen(c.textSecondary);
    painter.setFont(fontFor(TextStyle::Body));
    painter.drawText(QRect(0, top + kDropIcon + 30, width(), 22), Qt::AlignCenter, m_hint);
    if (parts::showsFocus(this))
        parts::focusRing(painter, rect(), radius::kCard, c);
}

void DropArea::dragEnterEvent(QDragEnterEvent* event) {
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile()) {
        m_over = true;
        update();
        event->acceptProposedAction();
    }
}

void DropArea::dragLeaveEvent(QDragLeaveEvent* event) {
    m_over = false;
    update();
    QAbstractButton::dragLeaveEvent(event);
}

void DropArea::dropEvent(QDropEvent* event) {
    m_over = false;
    update();
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile()) {
        event->acceptProposedAction();
        Q_EMIT dropped(urls.first().toLocalFile());
    }
}

} // namespace mangrove::ui
