// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rows_model.h"
#include "pages/dataset/dataset_view.h"
#include "workspace/column_decisions.h"

#include <QStackedWidget>

namespace mangrove::ui {

class Button;
class DataTable;
class EmptyState;
class FilterChipRow;

/// What each column is and who says so: class, level, evidence in one sentence, masked samples. Columns that
/// need a person come first. One column is decided in the details panel, all shown ones are accepted at once.
class FieldsTab : public QStackedWidget {
    Q_OBJECT
public:
    explicit FieldsTab(QWidget* parent = nullptr);
    void setView(const std::shared_ptr<const DatasetView>& view);
    void retranslate();
    /// Empty, or why a person cannot classify or decide now.
    void setBlocked(const QString& reason);
    /// Selects the column with that name.
    void select(const std::string& column);
    /// The selected column; without a view where there is none.
    [[nodiscard]] ColumnView current() const;
    /// True when there were any.
    bool clearFilters();
    void focusFilter();

Q_SIGNALS:
    void classifyRequested();
    /// Names of the shown columns that are not decided yet.
    void acceptRequested(const std::vector<std::string>& columns);
    void columnSelected(const mangrove::ui::ColumnView& column);

private:
    void updateChips();
    void applyFilter();
    void updateActions();
    [[nodiscard]] std::vector<std::string> undecided() const;

    RowsModel<ColumnView>* m_model;
    DataTable* m_table;
    EmptyState* m_empty;
    FilterChipRow* m_chips;
    Button* m_accept;
    QString m_blocked;
    std::shared_ptr<const DatasetView> m_view;
};

} // namespace mangrove::ui
