// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/row_window_model.h"

#include "i18n/format.h"
#include "widgets/data_table.h"

#include <QPointer>
#include <QTimer>
#include <algorithm>

namespace mangrove::ui {

RowWindowModel::RowWindowModel(QObject* parent) : QAbstractTableModel(parent) {}

void RowWindowModel::setSource(const QStringList& columns, quint64 rows, Fetch fetch) {
    beginResetModel();
    ++m_token;
    m_columns = columns;
    m_total = rows;
    m_fetch = std::move(fetch);
    m_pages.clear();
    m_recent.clear();
    m_inFlight.clear();
    endResetModel();
}

void RowWindowModel::setMasked(const QSet<int>& columns) {
    m_masked = columns;
    if (rowCount() > 0 && columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int RowWindowModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(std::min(m_total, kMaxRows));
}

int RowWindowModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant RowWindowModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const quint64 page = static_cast<quint64>(index.row()) / kPageRows;
    const auto found = m_pages.find(page);
    if (found == m_pages.end()) {
        request(page);
        return role == Qt::DisplayRole ? QVariant(QStringLiteral("…")) : QVariant();
    }
    const auto row = static_cast<std::size_t>(static_cast<quint64>(index.row()) % kPageRows);
    const auto column = static_cast<std::size_t>(index.column());
    if (row >= found->second.rows.size() || column >= found->second.rows[row].size())
        return {};
    const std::optional<std::string>& value = found->second.rows[row][column];
    if (!value.has_value())
        return {};
    if (isMasked(index.column()))
        return role == Qt::DisplayRole ? QVariant(QStringLiteral("••••••")) : QVariant();
    if (role == Qt::ToolTipRole && value->size() < 24)
        return {};
    return fromUtf8(*value);
}

QVariant RowWindowModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return formatCount(static_cast<quint64>(section) + 1);
    return section >= 0 && section < m_columns.size() ? m_columns[section] : QString();
}

void RowWindowModel::request(quint64 page) const {
    if (!m_fetch || m_inFlight.contains(page))
        return;
    m_inFlight.insert(page);
    // data() must not run anything: the fetch starts when the view has finished painting
    auto* self = const_cast<RowWindowModel*>(this); // NOLINT(cppcoreguidelines-pro-type-const-cast)
    const quint64 token = m_token;
    QTimer::singleShot(0, self, [self, page, token] {
        if (token != self->m_token)
            return;
        self->m_fetch(
            page * kPageRows, kPageRows,
            [model = QPointer<RowWindowModel>(self), page, token](Result<workspace::RowPage> result) {
                if (model)
                    model->take(page, token, std::move(result));
            });
    });
}

void RowWindowModel::take(quint64 page, quint64 token, Result<workspace::RowPage> result) {
    if (token != m_token)
        return;
    if (!result.ok()) {
        // the page stays marked as asked for: painting again must not start the same failure again
        if (result.error().kind() != ErrorKind::Cancelled)
            Q_EMIT failed(result.error());
        return;
    }
    m_inFlight.remove(page);
    m_pages[page] = std::move(result).value();
    m_recent.erase(std::remove(m_recent.begin(), m_recent.end(), page), m_recent.end());
    m_recent.push_back(page);
    if (m_recent.size() > kPages) {
        m_pages.erase(m_recent.front());
        m_recent.pop_front();
    }
    const int first = static_cast<int>(page * kPageRows);
    const int last = std::min(rowCount(), first + static_cast<int>(kPageRows)) - 1;
    if (last >= first && columnCount() > 0)
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
}

} // namespace mangrove::ui
