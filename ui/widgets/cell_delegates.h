// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QList>
#include <QStyledItemDelegate>

namespace mangrove::ui {

/// Draws every cell of a DataTable from the roles in data_table.h. A cell with SparkRole or ShareRole is
/// drawn as a sparkline or a bar without further set-up.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit CellDelegate(QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// A small histogram: bars of one hue on the baseline, heights relative to the largest count.
void paintSparkline(QPainter& painter, const QRect& box, const QList<double>& counts, const Colors& colors);
/// A share 0…1 as a bar on a track, with its text at the right.
void paintShareBar(QPainter& painter, const QRect& box, double share, const QString& text, Tone tone,
                   const Colors& colors, const QColor& ink);

} // namespace mangrove::ui
