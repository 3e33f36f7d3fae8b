// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "models/rows_model.h"
#include "pages/page.h"
#include "pages/quality/quality_data.h"

namespace mangrove::ui {

class Banner;
class Card;
class DataTable;
class DetailsPanel;
class EmptyState;
class FilterChipRow;
class PageHeader;
class QualityMatrix;
class QualityTrend;
class TextLabel;

/// How good the data are: one matrix answers it, every count leads to the findings behind it, every finding
/// to the rows. Thresholds can be tried live, since the counts are kept.
class QualityPage : public Page {
    Q_OBJECT
public:
    explicit QualityPage(Services& services, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString icon() const override;
    void refresh() override;
    void retranslate() override;
    /// "DS-…" or "DS-…/completeness".
    void reveal(const QString& target) override;
    bool clearFilters() override;
    [[nodiscard]] DetailsPanel* details() override { return m_details; }
    [[nodiscard]] QList<CommandId> pageCommands() const override;
    void runCommand(CommandId command) override;

private:
    void take(Result<std::vector<QualityRun>> result);
    void showState();
    void updateChips();
    void applyFilters();
    void showFinding(const FindingRow* row);
    void addThreshold(const FindingRow& row);
    void addRows(const FindingRow& row);
    void run();
    [[nodiscard]] QString blockedReason() const;
    [[nodiscard]] bool anyChecked() const;

    PageHeader* m_header;
    Banner* m_banner;
    EmptyState* m_empty;
    QWidget* m_content;
    Card* m_matrixCard;
    QualityMatrix* m_matrix;
    QualityTrend* m_trend;
    FilterChipRow* m_chips;
    DataTable* m_table;
    RowsModel<FindingRow>* m_model;
    DetailsPanel* m_details;
    std::vector<QualityRun> m_runs;
    DatasetId m_dataset;     ///< filter; empty = all
    std::string m_dimension; ///< filter; empty = all
    bool m_loaded = false;
    int m_running = 0;
};

} // namespace mangrove::ui
