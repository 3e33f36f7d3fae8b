// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"
#include "workspace/overview.h"

#include <QStringList>
#include <QWidget>
#include <vector>

namespace mangrove::ui {

/// Data sets (rows) × quality dimensions (columns): one hue from light to dark for the share that conforms,
/// the figure in each cell, a mark where a check failed. Arrow keys move, Enter or a click opens the cell's
/// findings.
class HeatStrip : public QWidget {
    Q_OBJECT
public:
    explicit HeatStrip(QWidget* parent = nullptr);
    void setCells(const std::vector<workspace::HeatCell>& cells);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void opened(const QString& target);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QRect cellRect(int row, int column) const;
    [[nodiscard]] QPoint cellAt(const QPoint& position) const; ///< x = column, y = row; -1 = none
    [[nodiscard]] const workspace::HeatCell* find(int row, int column) const;
    [[nodiscard]] QString describe(const workspace::HeatCell& cell) const;
    void open(const QPoint& cell);
    void paintCell(QPainter& painter, int row, int column);

    std::vector<workspace::HeatCell> m_cells;
    QStringList m_ids, m_names, m_dimensions;
    QPoint m_hovered{-1, -1};
    QPoint m_current{0, 0};
};

} // namespace mangrove::ui
