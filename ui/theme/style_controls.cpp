// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/button_kind.h"
#include "theme/icons.h"
#include "theme/style_parts.h"

#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <QStyle>
#include <QStyleOption>
#include <QVariant>
#include <QWidget>

namespace mangrove::ui::parts {

namespace {

class PainterGuard {
public:
    explicit PainterGuard(QPainter& painter) : m_painter(painter) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
    }
    ~PainterGuard() { m_painter.restore(); }
    PainterGuard(const PainterGuard&) = delete;
    PainterGuard& operator=(const PainterGuard&) = delete;

private:
    QPainter& m_painter;
};

bool has(const QStyleOption& option, QStyle::StateFlag flag) {
    return option.state.testFlag(flag);
}

bool showsFocus(const QStyleOption& option) {
    return has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange);
}

ButtonKind kindOf(const QWidget* widget) {
    const QVariant value = widget != nullptr ? widget->property(kButtonKindProperty) : QVariant();
    return value.isValid() ? static_cast<ButtonKind>(value.toInt()) : ButtonKind::Secondary;
}

QColor buttonInk(ButtonKind kind, bool enabled, const Colors& c) {
    if (!enabled)
        return c.textMuted;
    switch (kind) {
    case ButtonKind::Primary:
        return c.onAccent;
    case ButtonKind::Critical:
        return c.critical;
    case ButtonKind::Quiet:
    case ButtonKind::Secondary:
        break;
    }
    return c.textPrimary;
}

} // namespace

void roundedBox(QPainter& painter, const QRectF& rect, double radius, const QColor& fill, const QColor& line,
                double width) {
    const PainterGuard guard(painter);
    painter.setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double inset = line.isValid() ? width / 2 : 0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
}

bool showsFocus(const QWidget* widget) {
    return widget->hasFocus() && widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

void focusRing(QPainter& painter, const QRectF& rect, double radius, const Colors& colors) {
    roundedBox(painter, rect, radius, {}, colors.accent, 2);
}

void buttonBevel(QPainter& painter, const QStyleOptionButton& option, const QWidget* widget,
                 const Colors& c) {
    const ButtonKind kind = kindOf(widget);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool hover = enabled && has(option, QStyle::State_MouseOver);
    const bool down = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    QColor fill;
    QColor line;
    switch (kind) {
    case ButtonKind::Primary:
        fill = !enabled ? c.sunken : (hover || down ? c.accentHover : c.accent);
        if (!enabled)
            line = c.lineSubtle;
        break;
    case ButtonKind::Quiet:
        fill = down ? c.accentSoft : (hover ? c.sunken : QColor());
        break;
    case ButtonKind::Critical:
        fill = down || hover ? c.criticalSoft : c.surface;
        line = enabled ? c.critical : c.lineSubtle;
        break;
    case ButtonKind::Secondary:
        fill = down ? c.accentSoft : (hover ? c.sunken : c.surface);
        line = enabled ? c.lineStrong : c.lineSubtle;
        break;
    }
    roundedBox(painter, option.rect, radius::kControl, fill, line);
    if (showsFocus(option)) {
        const bool onFill = kind == ButtonKind::Primary && enabled;
        if (onFill)
            roundedBox(painter, QRectF(option.rect).adjusted(2, 2, -2, -2), radius::kControl - 2, {},
                       c.onAccent, 1.5);
        else
            focusRing(painter, option.rect, radius::kControl, c);
    }
}

void buttonLabel(QPainter& painter, const QStyleOptionButton& option, const QWidget* widget,
                 const Colors& c) {
    const PainterGuard guard(painter);
    const bool enabled = has(option, QStyle::State_Enabled);
    const ButtonKind kind = kindOf(widget);
    QFont font = painter.font();
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    const QFontMetrics metrics(font);
    const QString text = QString(option.text).remove(QLatin1Char('&'));
    const int icon = option.icon.isNull() ? 0 : option.iconSize.width();
    const int gap = icon > 0 && !text.isEmpty() ? space::k8 : 0;
    const int available = option.rect.width() - 2 * space::k8 - icon - gap;
    const QString shown = metrics.elidedText(text, Qt::ElideRight, available);
    const int width = icon + gap + metrics.horizontalAdvance(shown);
    int x = option.rect.left() + (option.rect.width() - width) / 2;
    if (icon > 0) {
        const QRect box(x, option.rect.top() + (option.rect.height() - icon) / 2, icon, icon);
        option.icon.paint(&painter, box, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        x += icon + gap;
    }
    painter.setPen(buttonInk(kind, enabled, c));
    painter.drawText(QRect(x, option.rect.top(), available + space::k8, option.rect.height()),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

void toolButton(QPainter& painter, const QStyleOptionToolButton& option, const Colors& c) {
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool down = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    const bool hover = enabled && has(option, QStyle::State_MouseOver);
    if (down || hover)
        roundedBox(painter, option.rect, radius::kControl, down ? c.accentSoft : c.sunken);
    const int icon = option.iconSize.width();
    QRect text = option.rect;
    if (!option.icon.isNull()) {
        const bool alone = option.text.isEmpty() || option.toolButtonStyle == Qt::ToolButtonIconOnly;
        const int x = alone ? option.rect.center().x() - icon / 2 : option.rect.left() + space::k8;
        option.icon.paint(&painter, QRect(x, option.rect.center().y() - icon / 2, icon, icon),
                          Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        text.setLeft(x + icon + space::k8);
    }
    if (!option.text.isEmpty() && option.toolButtonStyle != Qt::ToolButtonIconOnly) {
        painter.setPen(enabled ? c.textPrimary : c.textMuted);
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, option.text);
    }
    if (showsFocus(option))
        focusRing(painter, option.rect, radius::kControl, c);
}

void fieldBox(QPainter& painter, const QStyleOption& option, const Colors& c) {
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool focus = has(option, QStyle::State_HasFocus);
    const bool hover = enabled && has(option, QStyle::State_MouseOver);
    roundedBox(painter, option.rect, radius::kControl, enabled ? c.surface : c.sunken,
               focus ? c.accent : (hover ? c.textMuted : c.lineStrong), focus ? 2 : 1);
}

void checkBox(QPainter& painter, const QStyleOption& option, const Colors& c) {
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On);
    const bool partly = has(option, QStyle::State_NoChange);
    const QRectF box(option.rect);
    const bool filled = on || partly;
    const QColor accent = enabled ? c.accent : c.lineStrong;
    const QColor line = filled ? accent : (has(option, QStyle::State_MouseOver) ? c.textMuted : c.lineStrong);
    roundedBox(painter, box, 4, filled ? accent : c.surface, line, 1.5);
    if (!filled)
        return;
    const PainterGuard guard(painter);
    painter.setPen(QPen(c.onAccent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPainterPath path;
    const QPointF origin = box.topLeft();
    if (on) {
        path.moveTo(origin + QPointF(4, 8.2));
        path.lineTo(origin + QPointF(6.9, 11));
        path.lineTo(origin + QPointF(12, 5.2));
    } else {
        path.moveTo(origin + QPointF(4.5, 8));
        path.lineTo(origin + QPointF(11.5, 8));
    }
    painter.drawPath(path);
}

void radioButton(QPainter& painter, const QStyleOption& option, const Colors& c) {
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On);
    const QRectF box(option.rect);
    const QColor accent = enabled ? c.accent : c.lineStrong;
    roundedBox(painter, box, box.width() / 2, c.surface, on ? accent : c.lineStrong, 1.5);
    if (on)
        roundedBox(painter, box.adjusted(4, 4, -4, -4), 4, accent);
}

void comboBox(QPainter& painter, const QStyleOptionComboBox& option, const Colors& c) {
    fieldBox(painter, option, c);
    const QRect arrow(option.rect.right() - space::k24, option.rect.top(), size::kIconSmall,
                      option.rect.height());
    paintIcon(painter, arrow, QStringLiteral("chevron-down"), c.textSecondary);
}

void spinBox(QPainter& painter, const QStyleOptionSpinBox& option, const QStyle& style, const QWidget* widget,
             const Colors& c) {
    fieldBox(painter, option, c);
    const auto arrow = [&](QStyle::SubControl part, const QString& icon, bool possible) {
        const QRect box = style.subControlRect(QStyle::CC_SpinBox, &option, part, widget);
        const QRect small(box.center().x() - 5, box.center().y() - 5, 12, 12);
        paintIcon(painter, small, icon, possible ? c.textSecondary : c.lineStrong);
    };
    arrow(QStyle::SC_SpinBoxUp, QStringLiteral("chevron-up"),
          option.stepEnabled.testFlag(QAbstractSpinBox::StepUpEnabled));
    arrow(QStyle::SC_SpinBoxDown, QStringLiteral("chevron-down"),
          option.stepEnabled.testFlag(QAbstractSpinBox::StepDownEnabled));
}

void slider(QPainter& painter, const QStyleOptionSlider& option, const QRect& groove, const QRect& handle,
            const Colors& c) {
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool horizontal = option.orientation == Qt::Horizontal;
    const QPointF knob = QRectF(handle).center();
    QRectF track = horizontal ? QRectF(groove.left(), knob.y() - 2, groove.width(), 4)
                              : QRectF(knob.x() - 2, groove.top(), 4, groove.height());
    roundedBox(painter, track, 2, c.lineStrong);
    if (horizontal)
        track.setRight(knob.x());
    else
        track.setTop(knob.y());
    roundedBox(painter, track, 2, enabled ? c.accent : c.lineStrong);
    const QRectF circle(knob.x() - 8, knob.y() - 8, 16, 16);
    roundedBox(painter, circle, 8, c.surface, enabled ? c.accent : c.lineStrong, 2);
    if (showsFocus(option))
        roundedBox(painter, circle.adjusted(3, 3, -3, -3), 5, c.accent);
}

void progressBar(QPainter& painter, const QStyleOptionProgressBar& option, const Colors& c) {
    const QRectF rect(option.rect);
    const double height = std::min(6.0, rect.height());
    QRectF track(rect.left(), rect.center().y() - height / 2, rect.width(), height);
    roundedBox(painter, track, height / 2, c.lineSubtle);
    if (option.maximum > option.minimum) {
        const double share =
            double(option.progress - option.minimum) / double(option.maximum - option.minimum);
        track.setWidth(std::max(height, track.width() * std::clamp(share, 0.0, 1.0)));
        if (share > 0)
            roundedBox(painter, track, height / 2, c.accent);
    } else {
        // Length unknown: a third of the track in the middle, standing still (no motion that says nothing).
        track.adjust(track.width() / 3, 0, -track.width() / 3, 0);
        roundedBox(painter, track, height / 2, c.accent);
    }
}

} // namespace mangrove::ui::parts
