// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "catalog/release.h"
#include "deid/preview.h"
#include "deid/recipe.h"
#include "models/rows_model.h"
#include "pages/deidentify/recipe_analyses.h"
#include "pages/page.h"
#include "workspace/datasets.h"

#include <memory>
#include <optional>

class QComboBox;
class QTimer;

namespace mangrove::ui {

class Banner;
class Card;
class DataTable;
class DetailsPanel;
class EmptyState;
class KeyValueList;
class PageHeader;
class PreviewTables;
class RecipePanel;
class RiskMeter;
class StepBar;
class TextLabel;

/// From a classified data set to a table that may be given away: the recipe, what it does to real rows, how
/// much risk is left and how much use, and why (GB/T 37964 steps, GB/T 42460 arithmetic).
class DeidentifyPage : public Page {
    Q_OBJECT
public:
    explicit DeidentifyPage(Services& services, QWidget* parent = nullptr);
    ~DeidentifyPage() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString icon() const override;
    [[nodiscard]] QStringList breadcrumb() const override;
    void refresh() override;
    void retranslate() override;
    /// "DS-…/attacks": the data set to work on, and the view to show (rows, levels, reasons, attacks, use).
    void reveal(const QString& target) override;
    [[nodiscard]] DetailsPanel* details() override { return m_details; }
    [[nodiscard]] QList<CommandId> pageCommands() const override;
    void runCommand(CommandId command) override;

private:
    /// What the page knows of the chosen data set, read in one job.
    struct Loaded;

    void makeTop(QWidget* parent);
    void makeBottom(QWidget* parent);
    void makeDetails();
    void take(Result<std::shared_ptr<const Loaded>> result);
    void fillDatasets();
    void chooseDataset();
    void suggest();
    void preview();
    void takePreview(Result<deid::PreviewReport> result);
    void takeLevels(const std::vector<std::string>& columns, const deid::Levels& levels);
    void showRisk();
    void showUtility();
    void showWhy();
    void showSteps();
    void updateActions();
    void apply();
    void startApply();
    [[nodiscard]] std::optional<RecipeAnalyses::Subject> subject() const;
    void retranslateReleases();
    [[nodiscard]] deid::Sharing sharing() const;
    [[nodiscard]] QString blockedReason() const;

    PageHeader* m_header;
    Banner* m_banner;
    EmptyState* m_empty;
    QWidget* m_content;
    QComboBox* m_datasets;
    QComboBox* m_sharing;
    StepBar* m_steps;
    Card* m_figures;
    Card* m_whyCard;
    RiskMeter* m_risk;
    RiskMeter* m_utility;
    TextLabel* m_why;
    PreviewTables* m_tables;
    DetailsPanel* m_details;
    RecipePanel* m_recipePanel;
    QWidget* m_rows;
    RecipeAnalyses* m_analyses;
    Card* m_releasesCard;
    DataTable* m_releases;
    RowsModel<catalog::Release>* m_releasesModel;
    QTimer* m_delay;
    std::shared_ptr<const Loaded> m_loaded;
    std::optional<deid::PreviewReport> m_preview;
    std::string m_reference;
    QString m_focused; ///< column whose transform is explained
    bool m_recipeChanged = false;
    bool m_busy = false;
};

} // namespace mangrove::ui
