// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "i18n/format.h"
#include "widgets/chip.h"
#include "widgets/data_table.h"

#include <QAbstractTableModel>
#include <functional>
#include <utility>
#include <vector>

namespace mangrove::ui {

/// A read-only table over a vector of records: what a column shows is a small function. For lists that fit in
/// memory (catalogue, findings, requests, columns of a data set); rows of a file are RowWindowModel's. The
/// functions only read memory. GUI thread.
template<typename Row>
class RowsModel : public QAbstractTableModel {
public:
    /// One column; `data` answers every role but the alignment (see cell:: in widgets/data_table.h).
    struct Column {
        QString title;
        Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
        std::function<QVariant(const Row&, int role)> data;
    };

    explicit RowsModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    /// A plain text; empty shows "—".
    [[nodiscard]] static Column text(const QString& title, std::function<QString(const Row&)> value) {
        return {title, Qt::AlignLeft | Qt::AlignVCenter,
                [value = std::move(value)](const Row& row, int role) -> QVariant {
                    if (role == Qt::DisplayRole || role == Qt::ToolTipRole || role == cell::SortRole)
                        return value(row);
                    return {};
                }};
    }
    /// A count, right-aligned, grouped by the locale.
    [[nodiscard]] static Column count(const QString& title, std::function<quint64(const Row&)> value) {
        return {title, Qt::AlignRight | Qt::AlignVCenter,
                [value = std::move(value)](const Row& row, int role) -> QVariant {
                    if (role == Qt::DisplayRole)
                        return formatCount(value(row));
                    if (role == cell::SortRole)
                        return value(row);
                    return {};
                }};
    }
    /// A chip: word, icon and colour together.
    [[nodiscard]] static Column chip(const QString& title, std::function<ChipLook(const Row&)> value) {
        return {title, Qt::AlignLeft | Qt::AlignVCenter,
                [value = std::move(value)](const Row& row, int role) -> QVariant {
                    const ChipLook look = value(row);
                    switch (role) {
                    case Qt::DisplayRole:
                    case Qt::AccessibleTextRole:
                    case cell::SortRole:
                        return look.text;
                    case cell::ToneRole:
                        return look.text.isEmpty() ? QVariant() : static_cast<int>(look.tone);
                    case cell::IconRole:
                        return look.icon;
                    default:
                        return {};
                    }
                }};
    }
    /// A GB/T 39725 level chip.
    [[nodiscard]] static Column level(const QString& title, std::function<int(const Row&)> value) {
        return {title, Qt::AlignLeft | Qt::AlignVCenter,
                [value = std::move(value)](const Row& row, int role) -> QVariant {
                    if (role == cell::LevelRole || role == cell::SortRole)
                        return value(row);
                    if (role == Qt::DisplayRole)
                        return levelChipLook(value(row)).text;
                    return {};
                }};
    }
    /// A moment: date in local time, the exact instant as tooltip.
    [[nodiscard]] static Column time(const QString& title, std::function<Instant(const Row&)> value) {
        return {title, Qt::AlignLeft | Qt::AlignVCenter,
                [value = std::move(value)](const Row& row, int role) -> QVariant {
                    if (role == Qt::DisplayRole)
                        return formatDateTime(value(row));
                    if (role == Qt::ToolTipRole)
                        return formatUtc(value(row));
                    if (role == cell::SortRole)
                        return static_cast<qlonglong>(value(row).time_since_epoch().count());
                    return {};
                }};
    }
    /// A share 0…1 as a bar with its text.
    [[nodiscard]] static Column share(const QString& title, std::function<double(const Row&)> value) {
        return {title, Qt::AlignRight | Qt::AlignVCenter,
                [value = std::move(value)](const Row& row, int role) -> QVariant {
                    if (role == Qt::DisplayRole)
                        return formatShare(value(row));
                    if (role == cell::ShareRole || role == cell::SortRole)
                        return value(row);
                    return {};
                }};
    }

    /// After a language change too: rows stay.
    void setColumns(std::vector<Column> columns) {
        beginResetModel();
        m_columns = std::move(columns);
        endResetModel();
    }
    void setRows(std::vector<Row> rows) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    /// The record behind an index, or nullptr.
    [[nodiscard]] const Row* at(const QModelIndex& index) const {
        const auto row = static_cast<std::size_t>(index.row());
        return index.isValid() && row < m_rows.size() ? &m_rows[row] : nullptr;
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const Column& column = m_columns[static_cast<std::size_t>(index.column())];
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(column.alignment);
        return column.data(m_rows[static_cast<std::size_t>(index.row())], role);
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
            return {};
        const Column& column = m_columns[static_cast<std::size_t>(section)];
        if (role == Qt::DisplayRole)
            return column.title;
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(column.alignment);
        return {};
    }

private:
    std::vector<Column> m_columns;
    std::vector<Row> m_rows;
};

} // namespace mangrove::ui
