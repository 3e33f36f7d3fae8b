// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/overview/heat_strip.h"

#include "i18n/format.h"
#include "models/words.h"
#include "theme/icons.h"
#include "theme/style_parts.h"
#include "theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace mangrove::ui {

namespace {

constexpr int kHeatNames = 128;
constexpr int kHeatHead = 28;
constexpr int kHeatRow = 36;

} // namespace

HeatStrip::HeatStrip(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void HeatStrip::setCells(const std::vector<workspace::HeatCell>& cells) {
    m_cells = cells;
    m_ids.clear();
    m_names.clear();
    m_dimensions.clear();
    for (const workspace::HeatCell& cell : cells) {
        const QString id = fromUtf8(cell.dataset.text());
        if (!m_ids.contains(id)) {
            m_ids << id;
            m_names << fromUtf8(cell.datasetName);
        }
        const QString dimension = fromUtf8(cell.dimension);
        if (!m_dimensions.contains(dimension))
            m_dimensions << dimension;
    }
    QStringList lines;
    for (const workspace::HeatCell& cell : cells)
        lines << describe(cell);
    setAccessibleName(tr("Quality by data set and dimension"));
    setAccessibleDescription(lines.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

QSize HeatStrip::sizeHint() const {
    return {kHeatNames + static_cast<int>(m_dimensions.size()) * 96,
            kHeatHead + static_cast<int>(m_ids.size()) * kHeatRow};
}

QSize HeatStrip::minimumSizeHint() const {
    return {kHeatNames + static_cast<int>(m_dimensions.size()) * 56, sizeHint().height()};
}

QRect HeatStrip::cellRect(int row, int column) const {
    const int columns = std::max<int>(1, static_cast<int>(m_dimensions.size()));
    const int room = width() - kHeatNames;
    const int left = kHeatNames + room * column / columns;
    const int right = kHeatNames + room * (column + 1) / columns;
    return {left + 2, kHeatHead + row * kHeatRow + 2, right - left - 4, kHeatRow - 4};
}

QPoint HeatStrip::cellAt(const QPoint& position) const {
    for (int row = 0; row < m_ids.size(); ++row)
        for (int column = 0; column < m_dimensions.size(); ++column)
            if (cellRect(row, column).contains(position))
                return {column, row};
    return {-1, -1};
}

const workspace::HeatCell* HeatStrip::find(int row, int column) const {
    if (row < 0 || column < 0 || row >= m_ids.size() || column >= m_dimensions.size())
        return nullptr;
    const std::string id = toUtf8(m_ids[row]);
    const std::string dimension = toUtf8(m_dimensions[column]);
    for (const workspace::HeatCell& cell : m_cells)
        if (cell.dataset.text() == id && cell.dimension == dimension)
            return &cell;
    return nullptr;
}

QString HeatStrip::describe(const workspace::HeatCell& cell) const {
    const QString conforming = cell.conforming.has_value() ? formatShare(*cell.conforming) : dash();
    return tr("%1, %2: %3 conform, %4 of %5 checks fail")
        .arg(fromUtf8(cell.datasetName), dimensionText(cell.dimension), conforming, formatCount(cell.failed),
             formatCount(cell.checks));
}

void HeatStrip::paintCell(QPainter& painter, int row, int column) {
    const Colors& colors = colorsOf(this);
    const QRect box = cellRect(row, column);
    const workspace::HeatCell* cell = find(row, column);
    painter.setPen(Qt::NoPen);
    if (cell == nullptr || !cell->conforming.has_value()) {
        painter.setBrush(colors.sunken);
        painter.drawRoundedRect(box, radius::kControl, radius::kControl);
        painter.setPen(colors.textMuted);
        painter.drawText(box, Qt::AlignCenter, dash());
        return;
    }
    // conforming shares crowd near 1: the scale runs from 90 % to 100 %
    const double strength = std::clamp((*cell->conforming - 0.9) / 0.1, 0.0, 1.0);
    QColor fill = colors.accent;
    fill.setAlphaF(static_cast<float>(0.10 + 0.22 * strength));
    painter.setBrush(cell->failed > 0 ? colors.criticalSoft : blend(fill, colors.surface));
    painter.drawRoundedRect(box, radius::kControl, radius::kControl);
    if (parts::showsFocus(this) && m_current == QPoint(column, row)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colors.accent, 2));
        painter.drawRoundedRect(box, radius::kControl, radius::kControl);
    }
    const QString text = formatShare(*cell->conforming);
    QRect textBox = box;
    if (cell->failed > 0) {
        const int wide = fontMetrics().horizontalAdvance(text) + size::kIconSmall + space::k4;
        const QRectF icon(box.center().x() - wide / 2.0, box.center().y() - size::kIconSmall / 2.0 + 1,
                          size::kIconSmall, size::kIconSmall);
        paintIcon(painter, icon, QStringLiteral("critical"), colors.critical);
        textBox.setLeft(static_cast<int>(icon.right()) + space::k4);
        painter.setPen(colors.critical);
        painter.drawText(textBox, Qt::AlignLeft | Qt::AlignVCenter, text);
        return;
    }
    painter.setPen(colors.textPrimary);
    painter.drawText(textBox, Qt::AlignCenter, text);
}

void HeatStrip::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors& colors = colorsOf(this);
    painter.setPen(colors.textSecondary);
    for (int column = 0; column < m_dimensions.size(); ++column) {
        const QRect box = cellRect(0, column);
        const QString head = fontMetrics().elidedText(dimensionText(toUtf8(m_dimensions[column])),
                                                      Qt::ElideRight, box.width());
        painter.drawText(QRect(box.left(), 0, box.width(), kHeatHead), Qt::AlignCenter, head);
    }
    for (int row = 0; row < m_ids.size(); ++row) {
        painter.setPen(colors.textPrimary);
        const QRect name(0, kHeatHead + row * kHeatRow, kHeatNames - space::k8, kHeatRow);
        painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(m_names[row], Qt::ElideRight, name.width()));
        for (int column = 0; column < m_dimensions.size(); ++column)
            paintCell(painter, row, column);
    }
}

void HeatStrip::open(const QPoint& cell) {
    if (const workspace::HeatCell* found = find(cell.y(), cell.x()))
        Q_EMIT opened(
            QStringLiteral("%1/%2").arg(fromUtf8(found->dataset.text()), fromUtf8(found->dimension)));
}

void HeatStrip::mouseMoveEvent(QMouseEvent* event) {
    const QPoint cell = cellAt(event->pos());
    if (cell == m_hovered)
        return;
    m_hovered = cell;
    setCursor(cell.x() < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    const workspace::HeatCell* found = find(cell.y(), cell.x());
    setToolTip(found == nullptr ? QString() : describe(*found));
}

void HeatStrip::mouseReleaseEvent(QMouseEvent* event) {
    open(cellAt(event->pos()));
}

void HeatStrip::leaveEvent(QEvent* event) {
    m_hovered = {-1, -1};
    QWidget::leaveEvent(event);
}

void HeatStrip::keyPressEvent(QKeyEvent* event) {
    const int columns = static_cast<int>(m_dimensions.size());
    const int rows = static_cast<int>(m_ids.size());
    switch (event->key()) {
    case Qt::Key_Left:
        m_current.setX(std::max(0, m_current.x() - 1));
        break;
    case Qt::Key_Right:
        m_current.setX(std::min(columns - 1, m_current.x() + 1));
        break;
    case Qt::Key_Up:
        m_current.setY(std::max(0, m_current.y() - 1));
        break;
    case Qt::Key_Down:
        m_current.setY(std::min(rows - 1, m_current.y() + 1));
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        open(m_current);
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    update();
}

} // namespace mangrove::ui
