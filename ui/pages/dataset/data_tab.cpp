// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/dataset/data_tab.h"

#include "i18n/format.h"
#include "models/row_window_model.h"
#include "session/workspace_access.h"
#include "widgets/banner.h"
#include "widgets/card.h"
#include "widgets/data_table.h"
#include "widgets/text_label.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

namespace mangrove::ui {

namespace {

bool isCovered(const ColumnView& column) {
    const classify::ColumnClassification* found = column.classification();
    if (found == nullptr)
        return true;
    return found->cls == classify::IdentifierClass::Direct
           || found->cls == classify::IdentifierClass::Professional || found->freeText || column.unresolved();
}

} // namespace

DataTab::DataTab(Services& services, QWidget* parent)
    : QWidget(parent), m_services(services), m_model(new RowWindowModel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::k4, 0, 0);
    column->setSpacing(space::k12);
    m_banner = new Banner(this);
    column->addWidget(m_banner);
    auto* row = new QHBoxLayout;
    m_footer = new TextLabel(TextStyle::Body, TextRole::Secondary, this);
    m_reveal = new QCheckBox(this);
    row->addWidget(m_footer, 1);
    row->addWidget(m_reveal);
    column->addLayout(row);
    m_table = new DataTable(this);
    m_table->setLinkColumn(-1);
    m_table->setModel(m_model);
    m_table->verticalHeader()->setVisible(true);
    auto* card = new Card({}, this);
    card->setFlush(true);
    card->body()->addWidget(m_table);
    column->addWidget(card, 1);
    connect(m_reveal, &QCheckBox::toggled, this, &DataTab::applyMask);
    connect(m_model, &RowWindowModel::failed, m_banner, &Banner::showError);
    retranslate();
}

void DataTab::retranslate() {
    m_table->setName(tr("Rows of the file"));
    m_reveal->setText(tr("Show direct identifiers"));
    if (m_view == nullptr) {
        m_footer->clear();
        return;
    }
    const quint64 rows = m_view->summary.dataset.rows;
    QString text = tr("%1 rows, read from the file as they come into view.").arg(formatCount(rows));
    if (rows > RowWindowModel::kMaxRows)
        text += QLatin1Char(' ') + tr("The first %1 are shown.").arg(formatCount(RowWindowModel::kMaxRows));
    m_footer->setText(text);
}

void DataTab::setView(const std::shared_ptr<const DatasetView>& view) {
    const bool same = m_view != nullptr && view != nullptr
                      && m_view->summary.dataset.sha256 == view->summary.dataset.sha256
                      && m_view->summary.dataset.id == view->summary.dataset.id;
    m_view = view;
    retranslate();
    if (view == nullptr) {
        m_model->setSource({}, 0, {});
        return;
    }
    if (!same) {
        m_banner->clear();
        m_reveal->setChecked(false);
        QStringList names;
        for (const std::string& name : view->summary.dataset.columns)
            names << fromUtf8(name);
        const DatasetId id = view->summary.dataset.id;
        m_model->setSource(names, view->summary.dataset.rows,
                           [this, id](quint64 first, quint64 count, RowWindowModel::Deliver deliver) {
                               m_services.workspace.read<workspace::RowPage>(
                                   {tr("Reading rows"), Lane::Reader, {}, true}, this,
                                   [id, first, count](const WorkspaceCall& call) {
                                       return workspace::readRows(call.workspace, id, first, count, call.run);
                                   },
                                   std::move(deliver));
                           });
        m_table->setColumnWidths(QList<int>(names.size(), 136));
    }
    applyMask();
}

void DataTab::applyMask() {
    QSet<int> covered;
    if (!m_reveal->isChecked())
        for (const ColumnView& column : columnsOf(m_view))
            if (isCovered(column))
                covered.insert(static_cast<int>(column.index));
    m_model->setMasked(covered);
}

} // namespace mangrove::ui
