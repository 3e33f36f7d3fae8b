// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/data_table.h"

#include "theme/fonts.h"
#include "theme/theme.h"
#include "widgets/cell_delegates.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace mangrove::ui {

namespace {
constexpr int kNarrowestColumn = 96;
// A hugging table: room for its placeholder, what stays visible in a small window, what no screen exceeds.
constexpr int kFewestRows = 2;
constexpr int kAlwaysRows = 4;
constexpr int kTallestRows = 1000;
} // namespace

DataTable::DataTable(QWidget* parent) : QTableView(parent) {
    setItemDelegate(new CellDelegate(this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(size::kRow);
    verticalHeader()->setMinimumSectionSize(size::kRow);
    horizontalHeader()->setFixedHeight(size::kTableHeader);
    // Highlighting walks the whole selection for every section painted.
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setMinimumSectionSize(48);
    horizontalHeader()->setFocusPolicy(Qt::NoFocus);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int section) {
        const int x = horizontalHeader()->sectionViewportPosition(section);
        Q_EMIT headerMenuRequested(section, horizontalHeader()->mapToGlobal(QPoint(x, size::kTableHeader)));
    });
}

void DataTable::setName(const QString& name) {
    setAccessibleName(name);
}

void DataTable::setLinkColumn(int column) {
    m_linkColumn = column;
    viewport()->update();
}

void DataTable::setPlaceholder(const QString& text) {
    m_placeholder = text;
    viewport()->update();
}

void DataTable::setColumnWidths(const QList<int>& widths) {
    m_widths = widths;
    fitColumns();
}

void DataTable::setFitsRows(int maximumRows) {
    m_maximumRows = maximumRows;
    fitHeight();
}

void DataTable::setModel(QAbstractItemModel* newModel) {
    if (QAbstractItemModel* old = model(); old != nullptr)
        old->disconnect(this, nullptr);
    QTableView::setModel(newModel);
    if (newModel == nullptr)
        return;
    const auto refit = [this] {
        fitHeight();
        fitColumns();
    };
    connect(newModel, &QAbstractItemModel::modelReset, this, refit);
    connect(newModel, &QAbstractItemModel::rowsInserted, this, refit);
    connect(newModel, &QAbstractItemModel::rowsRemoved, this, refit);
    refit();
}

void DataTable::setHugsRows() {
    m_hugs = true;
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    updateGeometry();
}

QSize DataTable::minimumSizeHint() const {
    if (!m_hugs || model() == nullptr)
        return QTableView::minimumSizeHint();
    const int rows = std::clamp(model()->rowCount(), kFewestRows, kAlwaysRows);
    return {kNarrowestColumn, size::kTableHeader + rows * size::kRow};
}

QSize DataTable::sizeHint() const {
    if (m_hugs && model() != nullptr) {
        const int rows = std::clamp(model()->rowCount(), kFewestRows, kTallestRows);
        return {400, size::kTableHeader + rows * size::kRow};
    }
    if (m_maximumRows <= 0 || model() == nullptr)
        return {400, size::kTableHeader + 8 * size::kRow};
    const int rows = std::clamp(model()->rowCount(), 1, m_maximumRows);
    return {400, size::kTableHeader + rows * size::kRow};
}

void DataTable::fitHeight() {
    if (m_hugs)
        updateGeometry();
    if (m_maximumRows <= 0)
        return;
    setFixedHeight(sizeHint().height());
    setVerticalScrollBarPolicy(model() != nullptr && model()->rowCount() > m_maximumRows
                                   ? Qt::ScrollBarAsNeeded
                                   : Qt::ScrollBarAlwaysOff);
}

void DataTable::fitColumns() {
    if (m_widths.isEmpty() || model() == nullptr)
        return;
    int fixed = 0;
    int open = 0;
    for (int i = 0; i < m_widths.size() && i < model()->columnCount(); ++i) {
        if (isColumnHidden(i))
            continue;
        fixed += m_widths.at(i);
        open += m_widths.at(i) == 0 ? 1 : 0;
    }
    const int share = open > 0 ? std::max(kNarrowestColumn, (viewport()->width() - fixed) / open) : 0;
    for (int i = 0; i < m_widths.size() && i < model()->columnCount(); ++i)
        setColumnWidth(i, m_widths.at(i) == 0 ? share : m_widths.at(i));
}

void DataTable::setHovered(int row) {
    if (row == m_hovered)
        return;
    m_hovered = row;
    viewport()->update();
}

void DataTable::mouseMoveEvent(QMouseEvent* event) {
    const QModelIndex index = indexAt(event->position().toPoint());
    setHovered(index.row());
    const bool link =
        index.isValid() && (index.column() == m_linkColumn || index.data(cell::LinkRole).toBool());
    viewport()->setCursor(link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QTableView::mouseMoveEvent(event);
}

void DataTable::mouseReleaseEvent(QMouseEvent* event) {
    QTableView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool link =
        index.isValid() && (index.column() == m_linkColumn || index.data(cell::LinkRole).toBool());
    if (link && event->button() == Qt::LeftButton)
        Q_EMIT linkActivated(index);
}

void DataTable::leaveEvent(QEvent* event) {
    setHovered(-1);
    QTableView::leaveEvent(event);
}

void DataTable::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()
        && event->modifiers() == Qt::NoModifier) {
        const int column = m_linkColumn >= 0 ? m_linkColumn : currentIndex().column();
        Q_EMIT linkActivated(currentIndex().siblingAtColumn(column));
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    if (m_placeholder.isEmpty() || model() == nullptr || model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setFont(fontFor(TextStyle::Body));
    painter.setPen(colorsOf(this).textMuted);
    painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, m_placeholder);
}

void DataTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fitColumns();
}

void DataTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row() || current.isValid() != previous.isValid())
        Q_EMIT currentRowChanged(current);
}

} // namespace mangrove::ui
