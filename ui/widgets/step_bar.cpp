// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/step_bar.h"

#include "theme/fonts.h"
#include "theme/icons.h"
#include "theme/style_parts.h"
#include "theme/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace mangrove::ui {

namespace {
constexpr int kStepCircle = 24;
constexpr int kStepBarHeight = 40;
constexpr int kStepGap = 16; ///< the line between two steps
} // namespace

StepBar::StepBar(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setFont(fontFor(TextStyle::Emphasis));
}

void StepBar::setSteps(const QStringList& steps) {
    m_steps = steps;
    updateName();
}

void StepBar::setCurrent(int step) {
    m_current = step;
    updateName();
}

void StepBar::setReachable(int step) {
    m_reachable = step;
    update();
}

void StepBar::setDone(int done) {
    m_done = done;
    update();
}

void StepBar::updateName() {
    if (m_current >= 0 && m_current < m_steps.size())
        setAccessibleName(
            tr("Step %1 of %2: %3").arg(m_current + 1).arg(m_steps.size()).arg(m_steps.at(m_current)));
    updateGeometry();
    update();
}

QSize StepBar::sizeHint() const {
    int width = 0;
    for (const QString& step : m_steps)
        width += kStepCircle + space::k8 + fontMetrics().horizontalAdvance(step) + space::k8 + kStepGap
                 + space::k8;
    return {std::max(0, width - kStepGap - space::k8), kStepBarHeight};
}

QSize StepBar::minimumSizeHint() const {
    return {static_cast<int>(m_steps.size()) * (kStepCircle + space::k16), kStepBarHeight};
}

QRect StepBar::stepRect(int step) const {
    const bool tight = sizeHint().width() > width();
    if (tight) {
        const int share = width() / std::max(1, static_cast<int>(m_steps.size()));
        return {step * share, 0, share - space::k8, height()};
    }
    int x = 0;
    for (int i = 0; i < step; ++i)
        x += kStepCircle + space::k8 + fontMetrics().horizontalAdvance(m_steps.at(i)) + space::k8 + kStepGap
             + space::k8;
    return {x, 0, kStepCircle + space::k8 + fontMetrics().horizontalAdvance(m_steps.at(step)) + 2, height()};
}

int StepBar::stepAt(const QPoint& position) const {
    for (int i = 0; i < m_steps.size(); ++i) {
        if (stepRect(i).contains(position))
            return i;
    }
    return -1;
}

void StepBar::paintEvent(QPaintEvent* /*event*/) {
    const Colors& c = colorsOf(this);
    QPainter painter(this);
    const bool tight = sizeHint().width() > width();
    for (int i = 0; i < m_steps.size(); ++i) {
        const QRect box = stepRect(i);
        const bool current = i == m_current;
        const bool done = i < m_done;
        const bool reachable = i <= m_reachable;
        const QRectF circle(box.left(), box.center().y() - kStepCircle / 2.0 + 0.5, kStepCircle, kStepCircle);
        const QColor ink = current ? c.textPrimary : (reachable ? c.textSecondary : c.textMuted);
        parts::roundedBox(painter, circle, kStepCircle / 2.0,
                          current ? c.accent : (done ? c.accentSoft : c.surface),
                          current ? QColor() : (done ? c.accent : c.lineStrong), 1);
        if (done && !current) {
            paintIcon(painter, circle.adjusted(5, 5, -5, -5), QStringLiteral("check"), c.accent);
        } else {
            painter.setFont(fontFor(TextStyle::Emphasis));
            painter.setPen(current ? c.onAccent : ink);
            painter.drawText(circle, Qt::AlignCenter, QString::number(i + 1));
        }
        QFont font = fontFor(current ? TextStyle::Emphasis : TextStyle::Body);
        font.setUnderline(i == m_hovered && reachable && !current);
        painter.setFont(font);
        painter.setPen(ink);
        const QRect text(box.left() + kStepCircle + space::k8, 0, box.width() - kStepCircle - space::k8,
                         height());
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                         painter.fontMetrics().elidedText(m_steps.at(i), Qt::ElideRight, text.width()));
        if (!tight && i + 1 < m_steps.size())
            painter.fillRect(QRect(box.right() + space::k8, height() / 2, kStepGap, 1),
                             i < m_done ? c.accent : c.lineStrong);
        if (current && parts::showsFocus(this))
            parts::focusRing(painter, QRectF(box).adjusted(0, 4, 0, -4), radius::kControl, c);
    }
}

void StepBar::mouseMoveEvent(QMouseEvent* event) {
    m_hovered = stepAt(event->position().toPoint());
    setCursor(m_hovered >= 0 && m_hovered <= m_reachable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void StepBar::mousePressEvent(QMouseEvent* event) {
    const int step = stepAt(event->position().toPoint());
    if (step >= 0 && step <= m_reachable && step != m_current)
        Q_EMIT stepChosen(step);
}

void StepBar::leaveEvent(QEvent* event) {
    m_hovered = -1;
    update();
    QWidget::leaveEvent(event);
}

void StepBar::keyPressEvent(QKeyEvent* event) {
    const int step =
        event->key() == Qt::Key_Right ? m_current + 1 : (event->key() == Qt::Key_Left ? m_current - 1 : -1);
    if (step >= 0 && step <= m_reachable && step < m_steps.size())
        Q_EMIT stepChosen(step);
    else
        QWidget::keyPressEvent(event);
}

void StepBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace mangrove::ui
