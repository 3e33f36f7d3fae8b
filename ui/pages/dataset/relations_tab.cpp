// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/dataset/relations_tab.h"

#include "i18n/format.h"
#include "pages/dataset/column_relations_card.h"
#include "pages/dataset/dataset_links_card.h"
#include "session/workspace_access.h"

#include <QVBoxLayout>

namespace mangrove::ui {

RelationsTab::RelationsTab(Services& services, QWidget* parent)
    : AnalysisTab(QStringLiteral("link"), parent), m_services(services), m_links(new DatasetLinksCard(this)),
      m_columns(new ColumnRelationsCard(this)) {
    column()->addWidget(m_links);
    column()->addWidget(m_columns);
    column()->addStretch();
    connect(this, &AnalysisTab::requested, this, &RelationsTab::run);
    connect(this, &AnalysisTab::stopRequested, this, &RelationsTab::drop);
    connect(m_links, &DatasetLinksCard::requested, this, &RelationsTab::run);
    connect(m_links, &DatasetLinksCard::datasetOpened, this, &RelationsTab::datasetOpened);
    retranslate();
}

void RelationsTab::setView(const std::shared_ptr<const DatasetView>& view) {
    const auto content = [](const std::shared_ptr<const DatasetView>& of) {
        return of == nullptr ? std::pair<DatasetId, std::string>()
                             : std::pair(of->summary.dataset.id, of->summary.dataset.sha256);
    };
    const bool isOther = content(view) != content(m_view);
    m_view = view;
    if (isOther)
        drop();
}

void RelationsTab::run() {
    if (m_view == nullptr)
        return;
    drop();
    Q_EMIT started();
    setState(State::Running);
    const quint64 number = m_run;
    const auto isCurrent = [this, number] { return m_run == number; };
    const QString title = tr("Relating the columns of %1").arg(fromUtf8(m_view->summary.dataset.name));
    m_job = m_services.workspace.read<workspace::RelationSource>(
        {title, Lane::Reader, {}, true}, this,
        [id = m_view->summary.dataset.id](const WorkspaceCall& call) {
            return workspace::relationSource(call.workspace, id);
        },
        [this, isCurrent, title](Result<workspace::RelationSource> source) {
            if (!isCurrent())
                return;
            if (!source.ok()) {
                finish(source.error());
                return;
            }
            m_job = m_services.jobs.run<workspace::DatasetRelations>(
                {title, Lane::Engine, {}, false}, this,
                [source = std::move(source).value()](const RunContext& run) {
                    return workspace::relateDataset(source, run);
                },
                [this, isCurrent](Result<workspace::DatasetRelations> result) {
                    if (isCurrent())
                        finish(std::move(result));
                });
        });
}

void RelationsTab::finish(Result<workspace::DatasetRelations> result) {
    if (!result.ok()) {
        drop();
        if (result.error().kind() != ErrorKind::Cancelled)
            Q_EMIT failed(result.error());
        return;
    }
    m_relations = std::move(result).value();
    m_links->setRelations(*m_relations);
    m_columns->setRelations(m_relations->within);
    setState(State::Result);
}

void RelationsTab::drop() {
    ++m_run;
    m_services.jobs.cancel(m_job);
    m_relations.reset();
    setState(State::Empty);
}

void RelationsTab::retranslate() {
    setPurpose(tr("What do the columns say about one another?"),
               tr("The source is read again, and the other data sets of the workspace with it. You see which "
                  "columns determine or follow others, and by which columns this data set belongs together "
                  "with others."),
               tr("Relate the columns"));
    setRunning(tr("Relating the columns"));
    m_links->retranslate();
    m_columns->retranslate();
}

bool RelationsTab::clearFilters() {
    return m_columns->clearFilters();
}

void RelationsTab::focusFilter() {
    m_columns->focusFilter();
}

} // namespace mangrove::ui
