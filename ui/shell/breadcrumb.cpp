// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/breadcrumb.h"

#include "theme/fonts.h"
#include "theme/icons.h"
#include "theme/style_parts.h"
#include "theme/theme.h"

#include <QPainter>

namespace mangrove::ui {

namespace {
constexpr int kSeparator = 24;
constexpr int kPaletteBoxWidth = 280;
} // namespace

Breadcrumb::Breadcrumb(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Breadcrumb::setParts(const QStringList& parts) {
    m_parts = parts;
    setAccessibleName(parts.join(QStringLiteral(" › ")));
    update();
}

QSize Breadcrumb::sizeHint() const {
    return {200, size::kControl};
}

void Breadcrumb::paintEvent(QPaintEvent* /*event*/) {
    const Colors& c = colorsOf(this);
    QPainter painter(this);
    const QFontMetrics plain(fontFor(TextStyle::Body));
    const QFontMetrics strong(fontFor(TextStyle::Emphasis));
    int needed = 0;
    for (int i = 0; i < m_parts.size(); ++i)
        needed += (i + 1 == m_parts.size() ? strong : plain).horizontalAdvance(m_parts.at(i)) + kSeparator;
    int missing = std::max(0, needed - kSeparator - width());
    int x = 0;
    for (int i = 0; i < m_parts.size(); ++i) {
        const bool last = i + 1 == m_parts.size();
        const QFontMetrics& metrics = last ? strong : plain;
        int part = metrics.horizontalAdvance(m_parts.at(i)) + 1;
        const int given = std::min(missing, std::max(0, part - kSeparator * 2));
        part -= given;
        missing -= given;
        painter.setFont(fontFor(last ? TextStyle::Emphasis : TextStyle::Body));
        painter.setPen(last ? c.textPrimary : c.textSecondary);
        painter.drawText(QRect(x, 0, part + 1, height()), Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(m_parts.at(i), Qt::ElideRight, part));
        x += part;
        if (!last)
            paintIcon(painter, QRectF(x + (kSeparator - 14) / 2.0, (height() - 14) / 2.0, 14, 14),
                      QStringLiteral("chevron-right"), c.textMuted);
        x += kSeparator;
    }
}

PaletteBox::PaletteBox(QWidget* parent) : QAbstractButton(parent) {
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize PaletteBox::sizeHint() const {
    return {kPaletteBoxWidth, size::kControl};
}

void PaletteBox::paintEvent(QPaintEvent* /*event*/) {
    const Colors& c = colorsOf(this);
    QPainter painter(this);
    parts::roundedBox(painter, rect(), radius::kControl, c.canvas, underMouse() ? c.textMuted : c.lineStrong);
    paintIcon(painter, QRectF(10, (height() - 16) / 2.0, 16, 16), QStringLiteral("search"), c.textMuted);
    painter.setFont(fontFor(TextStyle::Body));
    painter.setPen(c.textSecondary);
    const QRect text = rect().adjusted(34, 0, -12, 0);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, this->text());
    painter.setFont(fontFor(TextStyle::Caption));
    painter.setPen(c.textMuted);
    painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("Ctrl+K"));
    if (parts::showsFocus(this))
        parts::focusRing(painter, rect(), radius::kControl, c);
}

} // namespace mangrove::ui
