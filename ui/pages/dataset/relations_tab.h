// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_runner.h"
#include "pages/dataset/dataset_view.h"
#include "services.h"
#include "widgets/analysis_tab.h"
#include "workspace/dataset_relations.h"

namespace mangrove::ui {

class ColumnRelationsCard;
class DatasetLinksCard;

/// How the columns of a data set hang together, and by which of them it belongs together with the other data
/// sets. Worked out when somebody asks, from the files alone, beside everything else. A result is of the
/// content it was made from: it goes when the data set or its version changes.
class RelationsTab : public AnalysisTab {
    Q_OBJECT
public:
    explicit RelationsTab(Services& services, QWidget* parent = nullptr);
    void setView(const std::shared_ptr<const DatasetView>& view);
    /// Starts the work, from the beginning where it runs.
    void run();
    void retranslate();
    bool clearFilters();
    void focusFilter();
    [[nodiscard]] const std::optional<workspace::DatasetRelations>& relations() const { return m_relations; }

Q_SIGNALS:
    /// Before every run.
    void started();
    void failed(const mangrove::Error& error);
    void datasetOpened(const mangrove::DatasetId& id);

private:
    void drop();
    void finish(Result<workspace::DatasetRelations> result);

    Services& m_services;
    DatasetLinksCard* m_links;
    ColumnRelationsCard* m_columns;
    std::shared_ptr<const DatasetView> m_view;
    std::optional<workspace::DatasetRelations> m_relations;
    quint64 m_run = 0; ///< counts starts and drops: a late result is of another number
    JobId m_job = 0;
};

} // namespace mangrove::ui
