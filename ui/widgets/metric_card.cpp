// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/metric_card.h"

#include "i18n/format.h"
#include "theme/fonts.h"
#include "theme/icons.h"
#include "theme/style_parts.h"
#include "theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace mangrove::ui {

namespace {
constexpr int kMetricHeight = 112;
constexpr int kMetricIcon = 14;
} // namespace

MetricCard::MetricCard(QWidget* parent) : QAbstractButton(parent) {
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    m_figure = dash();
}

void MetricCard::setTitle(const QString& title) {
    m_title = title;
    updateName();
}

void MetricCard::setFigure(const QString& figure, const QString& unit) {
    m_figure = figure;
    m_unit = unit;
    updateName();
}

void MetricCard::setCaption(const QString& caption, Tone tone) {
    m_caption = caption;
    m_tone = tone;
    updateName();
}

void MetricCard::updateName() {
    setAccessibleName(m_title + QStringLiteral(": ") + m_figure + QLatin1Char(' ') + m_unit);
    setAccessibleDescription(m_caption);
    setToolTip(m_caption);
    updateGeometry();
    update();
}

QSize MetricCard::sizeHint() const {
    const int title = QFontMetrics(fontFor(TextStyle::Emphasis)).horizontalAdvance(m_title);
    const int caption =
        QFontMetrics(fontFor(TextStyle::Caption)).horizontalAdvance(m_caption) + kMetricIcon + 4;
    return {std::max(title, caption) + 2 * space::k16, kMetricHeight};
}

QSize MetricCard::minimumSizeHint() const {
    return {160, kMetricHeight};
}

void MetricCard::paintEvent(QPaintEvent* /*event*/) {
    const Colors& c = colorsOf(this);
    QPainter painter(this);
    const bool hover = underMouse() && isEnabled();
    parts::roundedBox(painter, rect(), radius::kCard, c.surface, hover ? c.accent : c.lineSubtle);
    const int left = space::k16;
    const int inner = width() - 2 * space::k16;

    painter.setFont(fontFor(TextStyle::Emphasis));
    painter.setPen(c.textSecondary);
    painter.drawText(QRect(left, 14, inner, 20), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_title, Qt::ElideRight, inner));
    painter.setFont(fontFor(TextStyle::Figure));
    painter.setPen(c.textPrimary);
    const QRect figure(left, 38, inner, 38);
    painter.drawText(figure, Qt::AlignLeft | Qt::AlignVCenter, m_figure);
    if (!m_unit.isEmpty()) {
        const int advance = painter.fontMetrics().horizontalAdvance(m_figure) + space::k8;
        const int descent = painter.fontMetrics().descent();
        painter.setFont(fontFor(TextStyle::Body));
        painter.setPen(c.textSecondary);
        const int baseline =
            figure.center().y() + QFontMetrics(fontFor(TextStyle::Figure)).ascent() / 2 - descent / 2;
        painter.drawText(QPoint(left + advance, baseline), m_unit);
    }
    painter.setFont(fontFor(TextStyle::Caption));
    int x = left;
    painter.setPen(m_tone == Tone::Neutral ? c.textMuted : c.tone(m_tone));
    if (m_tone != Tone::Neutral) {
        paintIcon(painter, QRectF(x, 84, kMetricIcon, kMetricIcon), toneIcon(m_tone), c.tone(m_tone));
        x += kMetricIcon + space::k4;
    }
    const int room = left + inner - x;
    painter.drawText(QRect(x, 81, room, 20), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_caption, Qt::ElideRight, room));
    if (parts::showsFocus(this))
        parts::focusRing(painter, rect(), radius::kCard, c);
}

void MetricCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        update();
    QAbstractButton::changeEvent(event);
}

} // namespace mangrove::ui
