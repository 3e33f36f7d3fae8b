// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rows_model.h"
#include "pages/dataset/dataset_view.h"
#include "workspace/assessments.h"

#include <QStackedWidget>

class QComboBox;
class QLineEdit;

namespace mangrove::ui {

class Button;
class Card;
class DataTable;
class EmptyState;
class TextLabel;

/// What each column is, who said so, and the place to say otherwise: doubtful columns first; a proposal is
/// accepted or replaced, always with a reason.
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

Q_SIGNALS:
    void classifyRequested();
    void decided(const mangrove::workspace::ColumnVerdict& verdict);
    void columnSelected(const mangrove::ui::ColumnView& column);

private:
    [[nodiscard]] QWidget* makeDecision();
    void showCurrent();
    void fillKinds();
    void accept();
    void record();
    void updateButtons();

    RowsModel<ColumnView>* m_model;
    DataTable* m_table;
    EmptyState* m_empty;
    Card* m_card = nullptr;
    TextLabel* m_sentence = nullptr;
    TextLabel* m_classLabel = nullptr;
    TextLabel* m_kindLabel = nullptr;
    TextLabel* m_reasonLabel = nullptr;
    QComboBox* m_class = nullptr;
    QComboBox* m_kind = nullptr;
    QLineEdit* m_reason = nullptr;
    Button* m_accept = nullptr;
    Button* m_record = nullptr;
    QString m_blocked;
    std::shared_ptr<const DatasetView> m_view;
};

} // namespace mangrove::ui
