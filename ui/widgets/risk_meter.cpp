// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/risk_meter.h"

#include "i18n/format.h"
#include "theme/fonts.h"
#include "theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace mangrove::ui {

namespace {
constexpr int kDial = 76;
constexpr double kDialLine = 7;
// The dial is open at the bottom: 225° … -45°.
constexpr double kDialStart = 225;
constexpr double kDialSpan = 270;
} // namespace

RiskMeter::RiskMeter(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    clear();
}

void RiskMeter::setTitle(const QString& title) {
    m_title = title;
    updateName();
}

void RiskMeter::setValue(double share, const QString& figure, const QString& caption) {
    m_share = std::clamp(share, 0.0, 1.0);
    m_figure = figure;
    m_caption = caption;
    m_empty = false;
    updateName();
}

void RiskMeter::setThreshold(double share) {
    m_threshold = share;
    update();
}

void RiskMeter::setTone(Tone tone) {
    m_tone = tone;
    update();
}

void RiskMeter::clear() {
    m_empty = true;
    m_figure = dash();
    m_caption.clear();
    updateName();
}

void RiskMeter::updateName() {
    setAccessibleName(m_title + QStringLiteral(": ") + m_figure);
    setAccessibleDescription(m_caption);
    setToolTip(m_caption);
    updateGeometry();
    update();
}

QSize RiskMeter::sizeHint() const {
    const int text = std::max({QFontMetrics(fontFor(TextStyle::Emphasis)).horizontalAdvance(m_title),
                               QFontMetrics(fontFor(TextStyle::Page)).horizontalAdvance(m_figure),
                               QFontMetrics(fontFor(TextStyle::Caption)).horizontalAdvance(m_caption)});
    return {kDial + space::k16 + text, kDial};
}

QSize RiskMeter::minimumSizeHint() const {
    return {kDial + space::k16 + 96, kDial};
}

void RiskMeter::paintEvent(QPaintEvent* /*event*/) {
    const Colors& c = colorsOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF dial = QRectF(0, (height() - kDial) / 2.0 + 4, kDial, kDial)
                            .adjusted(kDialLine / 2, kDialLine / 2, -kDialLine / 2, -kDialLine / 2);
    const auto arc = [&](double from, double span, const QColor& color) {
        painter.setPen(QPen(color, kDialLine, Qt::SolidLine, Qt::RoundCap));
        painter.drawArc(dial, static_cast<int>(std::lround(from * 16)),
                        static_cast<int>(std::lround(span * 16)));
    };
    arc(kDialStart, -kDialSpan, c.lineSubtle);
    if (!m_empty && m_share > 0)
        arc(kDialStart, -kDialSpan * m_share, c.tone(m_tone));
    if (m_threshold >= 0 && m_threshold <= 1) {
        const double angle = (kDialStart - kDialSpan * m_threshold) * std::numbers::pi / 180;
        const QPointF direction(std::cos(angle), -std::sin(angle));
        const double outer = dial.width() / 2 + kDialLine / 2 + 1;
        painter.setPen(QPen(c.textPrimary, 2, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(dial.center() + direction * (outer - kDialLine - 4),
                         dial.center() + direction * outer);
    }
    const int left = kDial + space::k16;
    const int room = width() - left;
    painter.setFont(fontFor(TextStyle::Emphasis));
    painter.setPen(c.textSecondary);
    const int top = (height() - 68) / 2;
    painter.drawText(QRect(left, top, room, 20), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_title, Qt::ElideRight, room));
    painter.setFont(fontFor(TextStyle::Page));
    painter.setPen(m_empty ? c.textMuted : c.textPrimary);
    painter.drawText(QRect(left, top + 20, room, 28), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_figure, Qt::ElideRight, room));
    painter.setFont(fontFor(TextStyle::Caption));
    painter.setPen(c.textMuted);
    painter.drawText(QRect(left, top + 49, room, 18), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_caption, Qt::ElideRight, room));
}

void RiskMeter::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace mangrove::ui
