// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/apply.h"
#include "deid/utility_report.h"
#include "models/rows_model.h"
#include "widgets/analysis_tab.h"

#include <optional>

class QComboBox;

namespace mangrove::ui {

class Card;
class DataTable;
class FigureRow;
class NotesCard;
class TextLabel;

/// What the table that the recipe gives is still good for: how far each column's distribution moved, what
/// columns say about one another, and how well a model predicts that learnt from it.
class UtilityTab : public AnalysisTab {
    Q_OBJECT
public:
    explicit UtilityTab(QWidget* parent = nullptr);
    /// The columns of the table, of which one can be predicted; a chosen one stays chosen.
    void setColumns(const std::vector<deid::AppliedColumn>& columns);
    /// The column to predict; "" = no model.
    [[nodiscard]] std::string target() const;
    void setReport(deid::UtilityReport report);
    void clear();
    [[nodiscard]] const std::optional<deid::UtilityReport>& report() const { return m_report; }
    void retranslate();

private:
    struct Score {
        QString from;
        std::uint64_t rows = 0;
        deid::ModelScores scores;
    };
    using ChangeModel = RowsModel<deid::ColumnChange>;
    using PairModel = RowsModel<deid::PairChange>;
    using ScoreModel = RowsModel<Score>;
    void showReport();
    void showFigures();
    void showModel();
    [[nodiscard]] std::vector<ChangeModel::Column> changeColumns() const;
    [[nodiscard]] std::vector<PairModel::Column> pairColumns() const;
    [[nodiscard]] static std::vector<ScoreModel::Column> scoreColumns();
    [[nodiscard]] QString columnName(std::size_t column) const;

    std::optional<deid::UtilityReport> m_report;
    TextLabel* m_targetLabel;
    QComboBox* m_target;
    Card* m_figuresCard;
    FigureRow* m_figures;
    Card* m_changes;
    DataTable* m_changeTable;
    TextLabel* m_changeSource;
    Card* m_pairs;
    DataTable* m_pairTable;
    TextLabel* m_pairSource;
    Card* m_scores;
    DataTable* m_scoreTable;
    TextLabel* m_scoreSource;
    NotesCard* m_notes;
    ChangeModel* m_changeModel;
    PairModel* m_pairModel;
    ScoreModel* m_scoreModel;
};

} // namespace mangrove::ui
