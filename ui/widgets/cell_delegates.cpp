// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cell_delegates.h"

#include "i18n/format.h"
#include "theme/fonts.h"
#include "theme/icons.h"
#include "theme/style_parts.h"
#include "theme/theme.h"
#include "widgets/chip.h"
#include "widgets/data_table.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace mangrove::ui {

namespace {

constexpr int kCellPadding = 12;
constexpr int kSparkHeight = 18;
constexpr int kBarHeight = 6;

QString cellText(const QModelIndex& index) {
    return index.data(Qt::DisplayRole).toString();
}

void paintText(QPainter& painter, QRect box, const QModelIndex& index, const QStyleOptionViewItem& option,
               bool link, const Colors& c) {
    const QString text = cellText(index);
    const QVariant aligned = index.data(Qt::TextAlignmentRole);
    const int alignment = (aligned.isValid() ? aligned.toInt() : int(Qt::AlignLeft)) | Qt::AlignVCenter;
    const QString icon = index.data(cell::IconRole).toString();
    if (!icon.isEmpty()) {
        paintIcon(
            painter,
            QRect(box.left(), box.center().y() - size::kIconSmall / 2, size::kIconSmall, size::kIconSmall),
            icon, c.textSecondary);
        box.setLeft(box.left() + size::kIconSmall + space::k8);
    }
    QFont font = index.data(cell::MonospacedRole).toBool() ? monospacedFont(TextStyle::Body) : option.font;
    if (link)
        font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    const QFontMetrics metrics(font);
    if (text.isEmpty()) {
        painter.setPen(c.textMuted);
        painter.drawText(box, alignment, dash());
        return;
    }
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    painter.setPen(link ? c.accent : (enabled ? c.textPrimary : c.textMuted));
    const QString shown = metrics.elidedText(QString(text).replace(QLatin1Char('\n'), QLatin1Char(' ')),
                                             Qt::ElideRight, box.width());
    const QString secondary = index.data(cell::SecondaryRole).toString();
    if (secondary.isEmpty() || (alignment & Qt::AlignRight)) {
        painter.drawText(box, alignment | Qt::TextSingleLine, shown);
        return;
    }
    painter.drawText(box, alignment | Qt::TextSingleLine, shown);
    box.setLeft(box.left() + metrics.horizontalAdvance(shown) + space::k8);
    if (box.width() < space::k24)
        return;
    painter.setFont(option.font);
    painter.setPen(c.textSecondary);
    painter.drawText(box, alignment | Qt::TextSingleLine,
                     QFontMetrics(option.font).elidedText(secondary, Qt::ElideRight, box.width()));
}

} // namespace

CellDelegate::CellDelegate(QObject* parent) : QStyledItemDelegate(parent) {}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const auto* table = qobject_cast<const DataTable*>(option.widget);
    const Colors& c = colorsOf(option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = table != nullptr && table->hoveredRow() == index.row();
    painter->save();
    if (selected)
        painter->fillRect(option.rect, c.accentSoft);
    else if (index.data(cell::ChangedRole).toBool())
        painter->fillRect(option.rect, c.changed);
    else if (hovered)
        painter->fillRect(option.rect, c.sunken);
    const bool closing =
        table != nullptr && table->hugsRows() && index.row() + 1 == index.model()->rowCount();
    if (!closing)
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          c.lineSubtle);

    const QRect box = option.rect.adjusted(kCellPadding, 0, -kCellPadding, -1);
    const QVariant level = index.data(cell::LevelRole);
    const QVariant tone = index.data(cell::ToneRole);
    const QVariant spark = index.data(cell::SparkRole);
    const QVariant share = index.data(cell::ShareRole);
    if (level.isValid()) {
        paintChip(*painter, box, levelChipLook(level.toInt(), true), c);
    } else if (spark.isValid()) {
        paintSparkline(*painter, box, spark.value<QList<double>>(), c);
    } else if (share.isValid()) {
        paintShareBar(*painter, box, share.toDouble(), cellText(index),
                      tone.isValid() ? static_cast<Tone>(tone.toInt()) : Tone::Accent, c, c.textPrimary);
    } else if (tone.isValid() && !cellText(index).isEmpty()) {
        paintChip(
            *painter, box,
            {cellText(index), index.data(cell::IconRole).toString(), static_cast<Tone>(tone.toInt()), 0}, c);
    } else {
        const bool link = (table != nullptr && table->linkColumn() == index.column())
                          || index.data(cell::LinkRole).toBool();
        paintText(*painter, box, index, option, link, c);
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && table != nullptr
        && table->selectionBehavior() != QTableView::SelectRows)
        parts::focusRing(*painter, option.rect, 2, c);
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QVariant level = index.data(cell::LevelRole);
    if (level.isValid())
        return {chipWidth(levelChipLook(level.toInt(), true)) + 2 * kCellPadding, size::kRow};
    if (index.data(cell::ToneRole).isValid())
        return {chipWidth({cellText(index), QString(), Tone::Neutral, 0}) + 2 * kCellPadding, size::kRow};
    if (index.data(cell::SparkRole).isValid() || index.data(cell::ShareRole).isValid())
        return {140, size::kRow};
    QFont font = option.font;
    font.setWeight(QFont::DemiBold);
    return {QFontMetrics(font).horizontalAdvance(cellText(index)) + 2 * kCellPadding, size::kRow};
}

void paintSparkline(QPainter& painter, const QRect& box, const QList<double>& counts, const Colors& colors) {
    if (counts.isEmpty())
        return;
    const double largest = *std::max_element(counts.begin(), counts.end());
    const int n = static_cast<int>(counts.size());
    const int step = std::clamp(box.width() / n, 2, 12);
    const int bar = std::max(1, step - 2);
    const int base = box.center().y() + kSparkHeight / 2;
    painter.fillRect(QRect(box.left(), base, std::min(box.width(), step * n), 1), colors.lineStrong);
    for (int i = 0; i < n && (i + 1) * step <= box.width() + 2; ++i) {
        const double count = counts.at(i);
        if (count <= 0 || largest <= 0)
            continue;
        const int height = std::max(1, static_cast<int>(std::lround(count / largest * kSparkHeight)));
        painter.fillRect(QRect(box.left() + i * step, base - height, bar, height), colors.accent);
    }
}

void paintShareBar(QPainter& painter, const QRect& box, double share, const QString& text, Tone tone,
                   const Colors& colors, const QColor& ink) {
    const int textWidth =
        text.isEmpty() ? 0 : std::max(56, painter.fontMetrics().horizontalAdvance(text)) + space::k8;
    const QRectF track(box.left(), box.center().y() - kBarHeight / 2.0 + 0.5,
                       std::max(12, box.width() - textWidth), kBarHeight);
    parts::roundedBox(painter, track, kBarHeight / 2.0, colors.lineSubtle);
    if (share > 0) {
        QRectF filled = track;
        filled.setWidth(std::max<double>(kBarHeight, track.width() * std::min(share, 1.0)));
        parts::roundedBox(painter, filled, kBarHeight / 2.0, colors.tone(tone));
    }
    painter.setPen(ink);
    painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, text);
}

} // namespace mangrove::ui
