// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rows_model.h"
#include "pages/dataset/dataset_view.h"

#include <QStackedWidget>

namespace mangrove::ui {

class Button;
class DataTable;
class EmptyState;
class FilterChipRow;
class ReaderCard;
class TextLabel;

/// The columns of a data set with their facts: type, distribution, missing values, distinct values, what they
/// were recognised as, level. Filter chips by class. What the reader of the source met folds out above them.
class ProfileTab : public QStackedWidget {
    Q_OBJECT
public:
    explicit ProfileTab(QWidget* parent = nullptr);
    void setView(const std::shared_ptr<const DatasetView>& view);
    void retranslate();
    /// Empty, or why a person cannot profile now.
    void setBlocked(const QString& reason);
    bool clearFilters();
    void focusFilter();

Q_SIGNALS:
    void profileRequested();
    /// nullptr view: nothing is selected.
    void columnSelected(const mangrove::ui::ColumnView& column);
    void columnOpened(const mangrove::ui::ColumnView& column);

private:
    void applyFilter();
    void updateChips();
    void showFindings();
    void showReader(bool show);

    DataTable* m_table;
    TextLabel* m_findings;
    Button* m_showReader;
    ReaderCard* m_reader; ///< hidden until somebody asks
    FilterChipRow* m_chips;
    EmptyState* m_empty;
    RowsModel<ColumnView>* m_model;
    std::shared_ptr<const DatasetView> m_view;
};

} // namespace mangrove::ui
