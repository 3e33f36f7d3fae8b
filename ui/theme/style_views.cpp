// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/icons.h"
#include "theme/style_parts.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>

namespace mangrove::ui::parts {

namespace {
// With the two pixels the base style leaves: the padding of cells.
constexpr int kHeaderPadding = 10;
} // namespace

void headerSection(QPainter& painter, const QStyleOptionHeader& option, const Colors& c) {
    const QRect rect = option.rect;
    const bool hover =
        option.state.testFlag(QStyle::State_MouseOver) && option.state.testFlag(QStyle::State_Enabled);
    painter.fillRect(rect, hover && option.orientation == Qt::Horizontal ? c.sunken : c.surface);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), c.lineSubtle);
}

void headerLabel(QPainter& painter, const QStyleOptionHeader& option, const Colors& c) {
    painter.save();
    QFont font = painter.font();
    font.setPixelSize(12);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(c.textSecondary);
    // The base style gives the whole section; the text stands above the cells' own padding.
    QRect box = option.rect.adjusted(kHeaderPadding, 0, -kHeaderPadding, 0);
    if (option.sortIndicator != QStyleOptionHeader::None) {
        const bool down = option.sortIndicator == QStyleOptionHeader::SortDown;
        const QRect mark(box.right() - 12, box.center().y() - 6, 12, 12);
        paintIcon(painter, mark, down ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down"),
                  c.accent);
        box.setRight(mark.left() - space::k4);
    }
    const QString text = QFontMetrics(font).elidedText(option.text, Qt::ElideRight, box.width());
    painter.drawText(box, static_cast<int>(option.textAlignment) | Qt::AlignVCenter | Qt::TextSingleLine,
                     text);
    painter.restore();
}

void itemPanel(QPainter& painter, const QStyleOptionViewItem& option, const Colors& c) {
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(option.rect, c.accentSoft);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter.fillRect(option.rect, c.sunken);
    else if (option.backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(option.rect, option.backgroundBrush);
}

void tabShape(QPainter& painter, const QStyleOptionTab& option, const Colors& c) {
    const QRect rect = option.rect;
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(QRect(rect.left() + space::k12, rect.bottom() - 1, rect.width() - space::k24, 2),
                         c.accent);
    if (option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange))
        focusRing(painter, QRectF(rect).adjusted(2, 4, -2, -4), radius::kControl, c);
}

void tabLabel(QPainter& painter, const QStyleOptionTab& option, const Colors& c) {
    painter.save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool hover = option.state.testFlag(QStyle::State_MouseOver);
    QFont font = painter.font();
    font.setWeight(selected ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(!enabled ? c.textMuted : (selected || hover ? c.textPrimary : c.textSecondary));
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextSingleLine, option.text);
    painter.restore();
}

void menuItem(QPainter& painter, const QStyleOptionMenuItem& option, const Colors& c) {
    const QRect rect = option.rect;
    painter.save();
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRect(rect.left() + space::k8, rect.center().y(), rect.width() - 2 * space::k8, 1),
                         c.lineSubtle);
        painter.restore();
        return;
    }
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    if (enabled && option.state.testFlag(QStyle::State_Selected))
        roundedBox(painter, rect.adjusted(space::k4, 0, -space::k4, 0), radius::kControl - 2, c.accentSoft);
    QRect box = rect.adjusted(space::k12, 0, -space::k12, 0);
    const QRect icon(box.left(), box.center().y() - size::kIconSmall / 2, size::kIconSmall, size::kIconSmall);
    if (option.checked)
        paintIcon(painter, icon, QStringLiteral("check"), c.accent);
    else if (!option.icon.isNull())
        option.icon.paint(&painter, icon, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    box.setLeft(icon.right() + space::k8);
    const QStringList texts = option.text.split(QLatin1Char('\t'));
    painter.setPen(enabled ? c.textPrimary : c.textMuted);
    painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine | Qt::TextHideMnemonic,
                     texts.value(0));
    if (texts.size() > 1) {
        painter.setPen(c.textMuted);
        painter.drawText(box, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, texts.at(1));
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        paintIcon(painter,
                  QRect(box.right() - size::kIconSmall, icon.top(), size::kIconSmall, size::kIconSmall),
                  QStringLiteral("chevron-right"), c.textSecondary);
    painter.restore();
}

void scrollBar(QPainter& painter, const QStyleOptionSlider& option, const QRect& handle, const Colors& c) {
    if (option.maximum <= option.minimum)
        return;
    const bool hover =
        option.state.testFlag(QStyle::State_MouseOver) || option.state.testFlag(QStyle::State_Sunken);
    const double inset = 3;
    roundedBox(painter, QRectF(handle).adjusted(inset, inset, -inset, -inset), 3,
               hover ? c.textMuted : c.lineStrong);
}

} // namespace mangrove::ui::parts
