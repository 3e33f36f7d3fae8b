// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/dataset/fields_tab.h"

#include "models/words.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/empty_state.h"
#include "widgets/filter_chip_row.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace mangrove::ui {

namespace {

using FieldModel = RowsModel<ColumnView>;
using workspace::FieldState;

constexpr std::array kFilterClasses{
    classify::IdentifierClass::Direct,       classify::IdentifierClass::Quasi,
    classify::IdentifierClass::Sensitive,    classify::IdentifierClass::Professional,
    classify::IdentifierClass::Organisation, classify::IdentifierClass::Code,
    classify::IdentifierClass::None};

FieldState stateOf(const ColumnView& column) {
    return column.field() == nullptr ? FieldState::ToDecide : column.field()->state;
}

ChipLook stateChip(const ColumnView& column) {
    switch (stateOf(column)) {
    case FieldState::Decided:
        return {FieldsTab::tr("Decided"), QStringLiteral("check-circle"), Tone::Ok};
    case FieldState::Stale:
        return {FieldsTab::tr("Stale"), QStringLiteral("clock"), Tone::Warning};
    case FieldState::ToDecide:
        return {FieldsTab::tr("To decide"), QStringLiteral("question"), Tone::Warning};
    case FieldState::Proposed:
        break;
    }
    return {FieldsTab::tr("Proposed"), QStringLiteral("dot"), Tone::Neutral};
}

QVariant evidenceCell(const ColumnView& column, int role) {
    const classify::ColumnClassification* now = column.classification();
    if (now == nullptr || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    QString text = evidenceSentence(*now);
    if (role == Qt::ToolTipRole)
        for (const classify::AppliedRule& rule : now->rules)
            text += QStringLiteral("\n") + appliedRuleText(rule);
    return text;
}

QVariant samplesCell(const ColumnView& column, int role) {
    const bool asked = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    if (!asked || column.field() == nullptr)
        return {};
    QStringList samples;
    for (const std::string& sample : column.field()->samples)
        samples << fromUtf8(sample);
    return samples.join(QStringLiteral("  "));
}

QVariant classCell(const ColumnView& column, int role) {
    const classify::ColumnClassification* now = column.classification();
    if (now == nullptr)
        return {};
    const ChipLook look = classChip(now->cls);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return look.text;
    case Qt::ToolTipRole:
        return kindText(now->identifier);
    case cell::ToneRole:
        return static_cast<int>(look.tone);
    case cell::IconRole:
        return look.icon;
    default:
        return {};
    }
}

} // namespace

FieldsTab::FieldsTab(QWidget* parent) : QStackedWidget(parent), m_model(new FieldModel(this)) {
    auto* filled = new QWidget(this);
    auto* column = new QVBoxLayout(filled);
    column->setContentsMargins(0, space::k4, 0, 0);
    column->setSpacing(space::k12);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::k12);
    m_chips = new FilterChipRow(filled);
    m_accept = new Button({}, ButtonKind::Secondary, QStringLiteral("check"), filled);
    row->addWidget(m_chips, 1);
    row->addWidget(m_accept, 0, Qt::AlignTop);
    column->addLayout(row);
    m_table = new DataTable(filled);
    m_table->setModel(m_model);
    m_table->setHugsRows();
    column->addWidget(Card::around(m_table, filled));
    column->addStretch();
    addWidget(filled);
    m_empty = new EmptyState(QStringLiteral("rules"), this);
    addWidget(m_empty);

    connect(m_empty->action(), &QAbstractButton::clicked, this, &FieldsTab::classifyRequested);
    connect(m_chips, &FilterChipRow::changed, this, &FieldsTab::applyFilter);
    connect(m_accept, &QAbstractButton::clicked, this, [this] { Q_EMIT acceptRequested(undecided()); });
    connect(m_table, &DataTable::currentRowChanged, this, [this] { Q_EMIT columnSelected(current()); });
    retranslate();
}

void FieldsTab::retranslate() {
    m_table->setName(tr("Fields"));
    m_table->setPlaceholder(tr("No column matches the filters."));
    m_empty->setTexts(tr("Not classified yet"),
                      tr("Classification looks at every distinct value and at the names of the columns, and "
                         "proposes a class and a level for each, with its evidence."),
                      tr("Classify"));
    m_model->setColumns(
        {FieldModel::text(tr("Column"), [](const ColumnView& row) { return fromUtf8(row.name()); }),
         {tr("Class"), Qt::AlignLeft | Qt::AlignVCenter, classCell},
         FieldModel::level(tr("Level"),
                           [](const ColumnView& row) {
                               return row.classification() == nullptr ? 0 : row.classification()->level39725;
                           }),
         {tr("Evidence"), Qt::AlignLeft | Qt::AlignVCenter, evidenceCell},
         {tr("Samples, masked"), Qt::AlignLeft | Qt::AlignVCenter, samplesCell},
         FieldModel::chip(tr("Decision"), stateChip)});
    m_table->setColumnWidths({112, 152, 124, 0, 124, 112});
    updateChips();
    updateActions();
}

void FieldsTab::setBlocked(const QString& reason) {
    m_blocked = reason;
    m_empty->action()->setBlocked(reason);
    updateActions();
}

void FieldsTab::setView(const std::shared_ptr<const DatasetView>& view) {
    const std::string before = current().view == nullptr ? std::string() : current().name();
    m_view = view;
    setCurrentIndex(view != nullptr && view->classification.has_value() ? 0 : 1);
    updateChips();
    applyFilter();
    select(before);
}

void FieldsTab::updateChips() {
    const std::vector<ColumnView> columns = columnsOf(m_view);
    const auto count = [&](const auto& holds) {
        return static_cast<qint64>(std::count_if(columns.begin(), columns.end(), holds));
    };
    std::vector<FilterChip> chips;
    chips.push_back({QStringLiteral("unresolved"), tr("To decide"),
                     count([](const ColumnView& column) { return column.unresolved(); }),
                     QStringLiteral("question")});
    for (const classify::IdentifierClass cls : kFilterClasses) {
        const qint64 held = count([&](const ColumnView& column) {
            return column.classification() != nullptr && column.classification()->cls == cls;
        });
        if (held > 0)
            chips.push_back({fromUtf8(classify::toText(cls)), classText(cls), held, classChip(cls).icon});
    }
    m_chips->setChips(chips);
}

void FieldsTab::applyFilter() {
    const QStringList active = m_chips->active();
    std::vector<ColumnView> shown;
    for (const ColumnView& column : columnsOf(m_view)) {
        const classify::ColumnClassification* now = column.classification();
        const bool unresolved = active.contains(QLatin1String("unresolved")) && column.unresolved();
        const bool ofClass = now != nullptr && active.contains(fromUtf8(classify::toText(now->cls)));
        if (active.isEmpty() || unresolved || ofClass)
            shown.push_back(column);
    }
    std::stable_partition(shown.begin(), shown.end(),
                          [](const ColumnView& column) { return column.unresolved(); });
    m_model->setRows(std::move(shown));
    updateActions();
}

std::vector<std::string> FieldsTab::undecided() const {
    std::vector<std::string> names;
    for (const ColumnView& column : m_model->rows())
        if (column.proposal() != nullptr && stateOf(column) != FieldState::Decided)
            names.push_back(column.name());
    return names;
}

void FieldsTab::updateActions() {
    const auto open = static_cast<int>(undecided().size());
    m_accept->setText(open == 0 ? tr("Accept the proposals") : tr("Accept %n proposal(s)…", nullptr, open));
    m_accept->setBlocked(!m_blocked.isEmpty() ? m_blocked
                         : open == 0          ? tr("Every column shown is decided.")
                                              : QString());
}

ColumnView FieldsTab::current() const {
    const ColumnView* column = m_model->at(m_table->currentIndex());
    return column == nullptr ? ColumnView() : *column;
}

void FieldsTab::select(const std::string& column) {
    const auto& rows = m_model->rows();
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const ColumnView& row) { return row.name() == column; });
    if (!rows.empty())
        m_table->setCurrentIndex(
            m_model->index(found == rows.end() ? 0 : static_cast<int>(found - rows.begin()), 0));
}

bool FieldsTab::clearFilters() {
    const bool had = m_chips->clear();
    if (had)
        applyFilter();
    return had;
}

void FieldsTab::focusFilter() {
    m_chips->setFocus();
}

} // namespace mangrove::ui
