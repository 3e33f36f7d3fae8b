// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/search.h"
#include "models/rows_model.h"
#include "widgets/analysis_tab.h"

#include <optional>

namespace mangrove::ui {

class Card;
class DataTable;
class FigureRow;
struct Figure;
class NotesCard;
class TextLabel;

/// Why the levels are what they are: for each quasi-identifier what one level less and one more would mean,
/// which classes are suppressed, what the next best costs, and results that look good and say little.
class ExplanationTab : public AnalysisTab {
    Q_OBJECT
public:
    explicit ExplanationTab(QWidget* parent = nullptr);
    /// `measure`: stable name of the recipe's measure.
    void setReport(deid::SearchReport report, const std::string& measure);
    void clear();
    [[nodiscard]] const std::optional<deid::SearchReport>& report() const { return m_report; }
    void retranslate();

private:
    struct Reason {
        deid::LevelReason reason;
        std::uint32_t maxLevel = 0;
    };
    struct ClassSize {
        std::uint64_t size = 0, classes = 0;
    };
    using ReasonModel = RowsModel<Reason>;
    using SizeModel = RowsModel<ClassSize>;
    void showReport();
    void showExplanation(const deid::Explanation& explanation);
    [[nodiscard]] std::vector<Figure> figuresOf(const deid::Explanation& explanation) const;
    [[nodiscard]] std::vector<ReasonModel::Column> reasonColumns() const;
    [[nodiscard]] static std::vector<SizeModel::Column> sizeColumns();
    [[nodiscard]] QString candidateText(const std::optional<deid::CandidateNode>& candidate) const;

    std::optional<deid::SearchReport> m_report;
    std::string m_measure;
    Card* m_figuresCard;
    FigureRow* m_figures;
    NotesCard* m_cautions;
    TextLabel* m_none;
    Card* m_reasons;
    DataTable* m_reasonTable;
    TextLabel* m_reasonSource;
    Card* m_sizes;
    DataTable* m_sizeTable;
    TextLabel* m_sizeSource;
    ReasonModel* m_reasonModel;
    SizeModel* m_sizeModel;
};

} // namespace mangrove::ui
