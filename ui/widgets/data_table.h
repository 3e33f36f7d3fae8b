// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QString>
#include <QTableView>

namespace mangrove::ui {

class CellDelegate;

/// What models give besides Qt's roles. Everything is optional.
namespace cell {
enum Role : int {
    /// int(Tone): the text is a chip of that tone.
    ToneRole = Qt::UserRole + 100,
    /// QString: icon before the text, or of the chip.
    IconRole,
    /// int 1…5: the cell is a level chip (0: "not classified").
    LevelRole,
    /// QList<double>: a histogram in the cell (SparklineDelegate).
    SparkRole,
    /// double 0…1: a bar in the cell (BarDelegate).
    ShareRole,
    /// QString: second text in secondary colour behind the first.
    SecondaryRole,
    /// bool: this cell is a link (first columns are without it).
    LinkRole,
    /// bool: tinted as changed.
    ChangedRole,
    /// bool: digits and hashes in the monospaced font.
    MonospacedRole,
    /// What sorting and searching use.
    SortRole
};
} // namespace cell

/// A QTableView set up as every table in Mangrove: rows 32, header 36, no grid, hover sunken, one row
/// selected in soft accent, first column a semibold link, empty cells "—". Numbers are right-aligned where
/// the model says so. Enter or a click on a link activates the row; a header click asks for a menu instead of
/// sorting.
class DataTable : public QTableView {
    Q_OBJECT
public:
    explicit DataTable(QWidget* parent = nullptr);

    /// Accessible name; every table has one.
    void setName(const QString& name);
    /// Column whose text is the link to the row's own page; -1 = none. Default 0.
    void setLinkColumn(int column);
    [[nodiscard]] int linkColumn() const { return m_linkColumn; }
    /// Shown in the middle while the model has no rows.
    void setPlaceholder(const QString& text);
    /// Width in px, or 0 = takes the rest.
    void setColumnWidths(const QList<int>& widths);
    /// The table is as tall as its rows (up to `maximumRows`) and does not scroll by itself.
    void setFitsRows(int maximumRows);
    /// The table is as tall as its rows where there is room, and scrolls where there is not. For tables in a
    /// Card::around() with a stretch below.
    void setHugsRows();
    [[nodiscard]] bool hugsRows() const { return m_hugs; }
    [[nodiscard]] int hoveredRow() const { return m_hovered; }
    void setModel(QAbstractItemModel* model) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A click on the link, or Enter.
    void linkActivated(const QModelIndex& index);
    /// The current row has changed (invalid index when none).
    void currentRowChanged(const QModelIndex& index);
    void headerMenuRequested(int column, const QPoint& globalPosition);

protected:
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void setHovered(int row);
    void fitHeight();
    void fitColumns();
    int m_linkColumn = 0;
    int m_hovered = -1;
    int m_maximumRows = 0;
    bool m_hugs = false;
    QString m_placeholder;
    QList<int> m_widths;
};

} // namespace mangrove::ui
