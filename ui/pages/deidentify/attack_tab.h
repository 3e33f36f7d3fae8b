// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/attack.h"
#include "models/rows_model.h"
#include "widgets/analysis_tab.h"

#include <optional>

namespace mangrove::ui {

class AttackChoices;
class Card;
class DataTable;
class FigureRow;
class NotesCard;
class TextLabel;

/// What simulated attackers find out about the people in the table that the recipe gives: how many they get
/// right by columns that are known, and singling out, linkability and inference beside blind guesses and
/// people who are not in the table (Giomi et al., PoPETs 2023; GB/T 37964-2019, 4.3.2).
class AttackTab : public AnalysisTab {
    Q_OBJECT
public:
    explicit AttackTab(QWidget* parent = nullptr);
    /// What attackers know, want to know and are compared with.
    [[nodiscard]] AttackChoices& attackers() const { return *m_attackers; }
    /// `tau`: the highest chance for one person that GB/T 42460-2023 D.1.5 allows this kind of sharing.
    void setReport(deid::AttackReport report, double tau);
    void clear();
    [[nodiscard]] const std::optional<deid::AttackReport>& report() const { return m_report; }
    void retranslate();

private:
    struct Trial {
        QString name;
        deid::AttackTrial trial;
        QString details; ///< tooltip
    };
    using TrialModel = RowsModel<Trial>;
    using KnownModel = RowsModel<deid::LinkageByKnown>;
    void showReport();
    void showLinkage();
    void showTrials();
    [[nodiscard]] std::vector<TrialModel::Column> trialColumns() const;
    [[nodiscard]] std::vector<KnownModel::Column> knownColumns() const;
    [[nodiscard]] QString columnNames(const std::vector<std::size_t>& columns) const;

    std::optional<deid::AttackReport> m_report;
    double m_tau = 0;
    AttackChoices* m_attackers;
    Card* m_linkage;
    FigureRow* m_figures;
    DataTable* m_byKnown;
    TextLabel* m_linkageSource;
    Card* m_trials;
    DataTable* m_trialTable;
    TextLabel* m_trialSource;
    NotesCard* m_notes;
    KnownModel* m_knownModel;
    TrialModel* m_trialModel;
};

} // namespace mangrove::ui
