// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "models/rows_model.h"
#include "pages/page.h"
#include "workspace/datasets.h"

namespace mangrove::ui {

class Banner;
class Button;
class Card;
class DataTable;
class EmptyState;
class FilterChipRow;
class PageHeader;
class RegisterForm;
class SearchField;

/// What there is: every registered data set with where it comes from, how sensitive it is and how far it has
/// come. Filters by domain and by what is left to do; registers a new file.
class CataloguePage : public Page {
    Q_OBJECT
public:
    explicit CataloguePage(Services& services, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString icon() const override;
    void refresh() override;
    void retranslate() override;
    /// A filter: "unclassified", "unresolved", "care", "insurance", "pharma", "other", "source".
    void reveal(const QString& target) override;
    bool clearFilters() override;
    [[nodiscard]] QList<CommandId> pageCommands() const override;
    void runCommand(CommandId command) override;

private:
    using Summaries = std::vector<workspace::DatasetSummary>;
    void take(Result<Summaries> result);
    void applyFilters();
    void updateChips();
    void updateState();
    void chooseFile();
    void registerFile();
    /// Empty when the person may register, otherwise the reason.
    [[nodiscard]] QString blockedReason() const;

    PageHeader* m_header;
    Banner* m_banner;
    RegisterForm* m_form;
    QWidget* m_filters;
    FilterChipRow* m_chips;
    SearchField* m_search;
    DataTable* m_table;
    Card* m_tableCard;
    EmptyState* m_empty;
    RowsModel<workspace::DatasetSummary>* m_model;
    Summaries m_all;
    bool m_loaded = false;
};

} // namespace mangrove::ui
