// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rows_model.h"
#include "pages/dataset/dataset_view.h"

#include <QStackedWidget>

class QComboBox;

namespace mangrove::ui {

class DataTable;
class EmptyState;
class FilterChipRow;
class TextLabel;

/// What is new in this version of a data set, beside an earlier one that a person may choose: rows, columns
/// added, dropped and renamed, types, missing and distinct values, drift of the distributions (PSI, KS; see
/// profile::ColumnDiff). Filter chips by kind of change.
class ChangesTab : public QStackedWidget {
    Q_OBJECT
public:
    explicit ChangesTab(QWidget* parent = nullptr);
    void setView(const std::shared_ptr<const DatasetView>& view);
    /// With another earlier version than the view's.
    void setComparison(std::shared_ptr<const workspace::VersionComparison> comparison);
    void retranslate();
    /// Empty, or why a person cannot profile now.
    void setBlocked(const QString& reason);
    bool clearFilters();
    void focusFilter();

Q_SIGNALS:
    void profileRequested();
    void versionChosen(int before);
    /// Without a view for a column that is gone.
    void columnSelected(const mangrove::ui::ColumnView& column);

private:
    enum class Kind : std::uint8_t { Added, Dropped, Renamed, Retyped, Shifted, Drifting, Stable };
    struct Change {
        Kind kind = Kind::Stable;
        std::string name;
        const profile::ColumnDiff* diff = nullptr; ///< of a column in both versions
    };
    using ChangeModel = RowsModel<Change>;

    [[nodiscard]] static Kind kindOf(const profile::ProfileDiff& all, const profile::ColumnDiff& diff);
    [[nodiscard]] static ChipLook look(const Change& change);
    [[nodiscard]] std::vector<Change> changes() const;
    [[nodiscard]] ChangeModel::Column figure(const QString& title,
                                             std::optional<double> profile::ColumnDiff::*value) const;
    void showState();
    void showVersions();
    void updateChips();
    void applyFilter();

    TextLabel* m_rows;
    TextLabel* m_withLabel;
    QComboBox* m_with; ///< data = version
    TextLabel* m_measure;
    FilterChipRow* m_chips;
    DataTable* m_table;
    ChangeModel* m_model;
    EmptyState* m_empty;
    std::shared_ptr<const DatasetView> m_view;
    std::shared_ptr<const workspace::VersionComparison> m_comparison;
};

} // namespace mangrove::ui
