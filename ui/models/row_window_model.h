// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "services.h"
#include "workspace/datasets.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QStringList>
#include <deque>
#include <functional>
#include <map>

namespace mangrove::ui {

/// The rows of a file that is larger than memory: fixed pages of rows, loaded by a job when a view asks for
/// them and kept in a small cache; a cell in flight shows "…". Columns can be masked: their values never
/// reach a view. GUI thread; data() only reads memory.
class RowWindowModel : public QAbstractTableModel {
    Q_OBJECT
public:
    static constexpr quint64 kPageRows = 512;
    static constexpr std::size_t kPages = 32;
    /// QTableView holds about 8 bytes a row and overflows near 100 million; more rows than this are not
    /// shown.
    static constexpr quint64 kMaxRows = 10'000'000;

    /// Reads rows [first, first + count) by a job and calls back in the GUI thread. `token` marks the
    /// request: answers with an old token are dropped by the model.
    using Deliver = std::function<void(Result<workspace::RowPage>)>;
    using Fetch = std::function<void(quint64 first, quint64 count, Deliver deliver)>;

    explicit RowWindowModel(QObject* parent = nullptr);

    /// Another file, or none (rows = 0). Drops the cache; answers on the way are ignored.
    void setSource(const QStringList& columns, quint64 rows, Fetch fetch);
    /// Columns whose values are covered by dots.
    void setMasked(const QSet<int>& columns);
    [[nodiscard]] bool isMasked(int column) const { return m_masked.contains(column); }
    [[nodiscard]] quint64 totalRows() const { return m_total; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void failed(const Error& error);

private:
    void request(quint64 page) const;
    void take(quint64 page, quint64 token, Result<workspace::RowPage> result);

    QStringList m_columns;
    quint64 m_total = 0;
    Fetch m_fetch;
    QSet<int> m_masked;
    std::map<quint64, workspace::RowPage> m_pages;
    mutable std::deque<quint64> m_recent; ///< most recently used page last
    mutable QSet<quint64> m_inFlight;
    quint64 m_token = 0;
};

} // namespace mangrove::ui
