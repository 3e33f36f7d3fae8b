// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/deidentify/preview_tables.h"

#include "widgets/card.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

namespace mangrove::ui {

namespace {

constexpr int kNarrowestPreview = 72;
constexpr int kWidestPreview = 168;
constexpr std::size_t kMeasuredRows = 40;

QString cellText(const std::vector<std::string>& cells, std::size_t column) {
    return column < cells.size() ? fromUtf8(cells[column]) : QString();
}

} // namespace

PreviewTables::PreviewTables(QWidget* parent)
    : QWidget(parent), m_beforeModel(new Model(this)), m_afterModel(new Model(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::k12);
    m_beforeCard = new Card({}, this);
    m_afterCard = new Card({}, this);
    m_uncover = new QCheckBox(m_beforeCard);
    m_beforeCard->addHeaderWidget(m_uncover);
    // As high as the tick box, so that the rows of both sides stand level.
    m_level = new QWidget(m_afterCard);
    m_afterCard->addHeaderWidget(m_level);
    m_before = new DataTable(m_beforeCard);
    m_after = new DataTable(m_afterCard);
    for (DataTable* table : {m_before, m_after})
        table->setLinkColumn(-1);
    m_before->setModel(m_beforeModel);
    m_after->setModel(m_afterModel);
    m_beforeCard->setFlush(true);
    m_afterCard->setFlush(true);
    m_beforeCard->body()->addWidget(m_before);
    m_afterCard->body()->addWidget(m_after);
    row->addWidget(m_beforeCard, 1);
    row->addWidget(m_afterCard, 1);

    const auto couple = [](QScrollBar* left, QScrollBar* right) {
        connect(left, &QScrollBar::valueChanged, right, &QScrollBar::setValue);
        connect(right, &QScrollBar::valueChanged, left, &QScrollBar::setValue);
    };
    couple(m_before->verticalScrollBar(), m_after->verticalScrollBar());
    couple(m_before->horizontalScrollBar(), m_after->horizontalScrollBar());
    connect(m_uncover, &QCheckBox::toggled, this, &PreviewTables::rebuildColumns);
    retranslate();
}

void PreviewTables::retranslate() {
    m_beforeCard->setTitle(tr("Before"));
    m_afterCard->setTitle(tr("After"));
    m_uncover->setText(tr("Show direct identifiers"));
    m_level->setFixedSize(1, m_uncover->sizeHint().height());
    m_before->setName(tr("Rows before"));
    m_after->setName(tr("Rows after"));
    m_after->setPlaceholder(tr("Nothing to show: no level meets the models."));
    rebuildColumns();
}

void PreviewTables::setUncovered(bool uncovered) {
    m_uncover->setChecked(uncovered);
}

void PreviewTables::setPreview(const deid::PreviewReport& preview, const QSet<QString>& covered) {
    m_columns = preview.columns;
    m_covered = covered;
    m_beforeModel->setRows({});
    m_afterModel->setRows({});
    rebuildColumns();
    m_beforeModel->setRows(preview.rows);
    m_afterModel->setRows(preview.rows);
    fitWidths(preview.rows);
}

// One width for both sides, so that a column and its twin stand under each other while scrolling.
void PreviewTables::fitWidths(const std::vector<deid::PreviewRow>& rows) {
    const QFontMetrics metrics(m_before->font());
    QList<int> widths;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        int widest = metrics.horizontalAdvance(fromUtf8(m_columns[i].name));
        for (std::size_t r = 0; r < rows.size() && r < kMeasuredRows; ++r)
            widest = std::max({widest, metrics.horizontalAdvance(cellText(rows[r].before, i)),
                               metrics.horizontalAdvance(cellText(rows[r].after, i))});
        widths << std::clamp(widest + 2 * space::k12 + 2, kNarrowestPreview, kWidestPreview);
    }
    m_widths = widths;
    m_before->setColumnWidths(widths);
    m_after->setColumnWidths(widths);
}

void PreviewTables::clear() {
    m_widths.clear();
    m_columns.clear();
    m_beforeModel->setRows({});
    m_afterModel->setRows({});
    rebuildColumns();
}

std::vector<PreviewTables::Model::Column> PreviewTables::beforeColumns() const {
    std::vector<Model::Column> columns;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const QString name = fromUtf8(m_columns[i].name);
        const bool covered = m_covered.contains(name) && !m_uncover->isChecked();
        columns.push_back({name, Qt::AlignLeft | Qt::AlignVCenter,
                           [i, covered](const deid::PreviewRow& row, int role) -> QVariant {
                               const QString text = cellText(row.before, i);
                               if (role == Qt::DisplayRole)
                                   return covered && !text.isEmpty() ? QStringLiteral("••••••") : text;
                               if (role == Qt::ToolTipRole && !covered)
                                   return text;
                               return {};
                           }});
    }
    return columns;
}

std::vector<PreviewTables::Model::Column> PreviewTables::afterColumns() const {
    std::vector<Model::Column> columns;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const QString name = fromUtf8(m_columns[i].name);
        const bool written = m_columns[i].written;
        columns.push_back({name, Qt::AlignLeft | Qt::AlignVCenter,
                           [i, written](const deid::PreviewRow& row, int role) -> QVariant {
                               if (role == cell::ChangedRole)
                                   return row.suppressed || !written
                                          || (i < row.changed.size() && row.changed[i]);
                               if (role == Qt::ToolTipRole && row.suppressed)
                                   return tr("The record is suppressed: its group is too small.");
                               if (role == Qt::ToolTipRole && !written)
                                   return tr("The column leaves the table.");
                               if (role == Qt::DisplayRole)
                                   return row.suppressed || !written ? QString() : cellText(row.after, i);
                               return {};
                           }});
    }
    return columns;
}

void PreviewTables::rebuildColumns() {
    m_beforeModel->setColumns(beforeColumns());
    m_afterModel->setColumns(afterColumns());
    m_before->setColumnWidths(m_widths);
    m_after->setColumnWidths(m_widths);
}

} // namespace mangrove::ui
