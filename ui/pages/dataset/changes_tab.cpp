// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/dataset/changes_tab.h"

#include "models/words.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/empty_state.h"
#include "widgets/filter_chip_row.h"
#include "widgets/text_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

namespace mangrove::ui {

namespace {

constexpr double kDrifting = 0.1; ///< PSI; the rule of thumb in profile::ColumnDiff

/// "before → after", or the one value where nothing changed.
QString fromTo(const QString& before, const QString& after) {
    return before == after ? after : QStringLiteral("%1 → %2").arg(before, after);
}

} // namespace

ChangesTab::ChangesTab(QWidget* parent) : QStackedWidget(parent), m_model(new ChangeModel(this)) {
    auto* filled = new QWidget(this);
    auto* column = new QVBoxLayout(filled);
    column->setContentsMargins(0, space::k4, 0, 0);
    column->setSpacing(space::k12);
    m_rows = new TextLabel(TextStyle::Emphasis, TextRole::Primary, filled);
    m_rows->setWrapping(true);
    m_withLabel = new TextLabel(TextStyle::Body, TextRole::Secondary, filled);
    m_with = new QComboBox(filled);
    auto* heading = new QHBoxLayout;
    heading->setSpacing(space::k12);
    heading->addWidget(m_rows, 1);
    heading->addWidget(m_withLabel);
    heading->addWidget(m_with);
    column->addLayout(heading);
    m_chips = new FilterChipRow(filled);
    column->addWidget(m_chips);
    m_table = new DataTable(filled);
    m_table->setModel(m_model);
    m_table->setLinkColumn(-1);
    m_table->setHugsRows();
    column->addWidget(Card::around(m_table, filled));
    m_measure = new TextLabel(TextStyle::Caption, TextRole::Muted, filled);
    m_measure->setWrapping(true);
    column->addWidget(m_measure);
    column->addStretch();
    addWidget(filled);
    m_empty = new EmptyState(QStringLiteral("history"), this);
    addWidget(m_empty);

    connect(m_chips, &FilterChipRow::changed, this, &ChangesTab::applyFilter);
    connect(m_empty->action(), &QAbstractButton::clicked, this, &ChangesTab::profileRequested);
    connect(m_with, &QComboBox::activated, this,
            [this] { Q_EMIT versionChosen(m_with->currentData().toInt()); });
    connect(m_table, &DataTable::currentRowChanged, this, [this](const QModelIndex& index) {
        const Change* change = m_model->at(index);
        if (change == nullptr)
            return;
        const std::vector<ColumnView> columns = columnsOf(m_view);
        const auto found = std::find_if(columns.begin(), columns.end(),
                                        [&](const ColumnView& one) { return one.name() == change->name; });
        Q_EMIT columnSelected(found == columns.end() ? ColumnView() : *found);
    });
    retranslate();
}

ChangesTab::Kind ChangesTab::kindOf(const profile::ProfileDiff& all, const profile::ColumnDiff& diff) {
    if (diff.typeChanged())
        return Kind::Retyped;
    if (diff.renamed())
        return Kind::Renamed;
    if (diff.shifted() || all.varietyChanged(diff))
        return Kind::Shifted;
    return diff.psi && *diff.psi >= kDrifting ? Kind::Drifting : Kind::Stable;
}

ChipLook ChangesTab::look(const Change& change) {
    switch (change.kind) {
    case Kind::Added:
        return {tr("Added"), QStringLiteral("plus"), Tone::Info};
    case Kind::Dropped:
        return {tr("Dropped"), QStringLiteral("minus"), Tone::Warning};
    case Kind::Renamed:
        return {tr("Renamed"), QStringLiteral("edit"), Tone::Info};
    case Kind::Retyped:
        return {tr("Other type"), QStringLiteral("warning"), Tone::Warning};
    case Kind::Shifted:
        return {tr("Shifted"), QStringLiteral("trend"), Tone::Warning};
    case Kind::Drifting:
        return {tr("Drifting"), QStringLiteral("trend"), Tone::Info};
    case Kind::Stable:
        break;
    }
    return {tr("Stable"), QStringLiteral("check"), Tone::Neutral};
}

ChangesTab::ChangeModel::Column ChangesTab::figure(const QString& title,
                                                   std::optional<double> profile::ColumnDiff::*value) const {
    return {title, Qt::AlignRight | Qt::AlignVCenter, [value](const Change& change, int role) -> QVariant {
                if (change.diff == nullptr || !(change.diff->*value).has_value())
                    return {};
                if (role == Qt::DisplayRole)
                    return formatDecimal(*(change.diff->*value), 3);
                if (role == cell::SortRole)
                    return *(change.diff->*value);
                return {};
            }};
}

void ChangesTab::retranslate() {
    m_table->setName(tr("Changes"));
    m_withLabel->setText(tr("Compared with:"));
    m_with->setAccessibleName(tr("Earlier version to compare with"));
    m_table->setPlaceholder(tr("No column matches the filters."));
    m_measure->setText(tr("PSI: population stability index, under 0.1 stable, from 0.25 shifted (Siddiqi "
                          "2006). KS: largest distance of the two distribution functions (Smirnov 1939). "
                          "Shifted, too: the distinct values more than doubled or halved."));
    m_model->setColumns(
        {ChangeModel::text(tr("Column"),
                           [](const Change& change) {
                               const QString name = fromUtf8(change.name);
                               return change.diff != nullptr && change.diff->renamed()
                                          ? fromTo(fromUtf8(change.diff->before), name)
                                          : name;
                           }),
         ChangeModel::chip(tr("Change"), &ChangesTab::look),
         ChangeModel::text(tr("Type"),
                           [](const Change& change) {
                               return change.diff == nullptr ? QString()
                                                             : fromTo(valueTypeText(change.diff->typeBefore),
                                                                      valueTypeText(change.diff->typeAfter));
                           }),
         ChangeModel::text(tr("Missing"),
                           [](const Change& change) {
                               return change.diff == nullptr ? QString()
                                                             : fromTo(formatShare(change.diff->missingBefore),
                                                                      formatShare(change.diff->missingAfter));
                           }),
         ChangeModel::text(tr("Distinct"),
                           [](const Change& change) {
                               return change.diff == nullptr
                                          ? QString()
                                          : fromTo(formatCount(change.diff->distinctBefore),
                                                   formatCount(change.diff->distinctAfter));
                           }),
         figure(tr("PSI"), &profile::ColumnDiff::psi), figure(tr("KS"), &profile::ColumnDiff::ks)});
    m_table->setColumnWidths({0, 128, 136, 136, 152, 72, 72});
    showState();
    updateChips();
}

void ChangesTab::setBlocked(const QString& reason) {
    m_empty->action()->setBlocked(reason);
}

void ChangesTab::setView(const std::shared_ptr<const DatasetView>& view) {
    m_view = view;
    setComparison(view == nullptr
                      ? nullptr
                      : std::shared_ptr<const workspace::VersionComparison>(view, &view->comparison));
}

void ChangesTab::setComparison(std::shared_ptr<const workspace::VersionComparison> comparison) {
    m_model->setRows({}); // they point into the comparison before
    m_comparison = std::move(comparison);
    showState();
    updateChips();
    applyFilter();
}

void ChangesTab::showVersions() {
    m_with->clear();
    if (m_comparison != nullptr) {
        for (const workspace::ProfiledVersion& version : m_comparison->former) {
            m_with->addItem(tr("Version %1").arg(version.version), version.version);
            m_with->setItemData(
                m_with->count() - 1,
                tr("%1 rows, until %2").arg(formatCount(version.rows), formatDateTime(version.until)),
                Qt::ToolTipRole);
        }
        if (m_comparison->with.has_value())
            m_with->setCurrentIndex(m_with->findData(m_comparison->with->version));
    }
    m_with->setVisible(m_with->count() > 1);
    m_withLabel->setVisible(m_with->count() > 1);
}

void ChangesTab::showState() {
    showVersions();
    const bool compared = m_comparison != nullptr && m_comparison->changes.has_value();
    setCurrentIndex(compared ? 0 : 1);
    if (compared) {
        const profile::ProfileDiff& diff = *m_comparison->changes;
        const int version = m_view->summary.dataset.version;
        m_rows->setText(diff.rowsBefore == diff.rowsAfter
                            ? tr("Version %1 has %2 rows, as many as version %3.")
                                  .arg(version)
                                  .arg(formatCount(diff.rowsAfter))
                                  .arg(m_comparison->with->version)
                            : tr("Version %1 has %2 rows; version %3 had %4.")
                                  .arg(version)
                                  .arg(formatCount(diff.rowsAfter))
                                  .arg(m_comparison->with->version)
                                  .arg(formatCount(diff.rowsBefore)));
    } else if (m_comparison != nullptr && m_comparison->with.has_value()) {
        m_empty->setTexts(tr("This version is not profiled yet"),
                          tr("Its columns are compared with those of version %1 once it is.")
                              .arg(m_comparison->with->version),
                          tr("Profile and classify"));
    } else {
        m_empty->setTexts(
            tr("No earlier version to compare with"),
            tr("When the source holds other content and it is entered as the next version, this "
               "shows what changed: rows, columns, types, and how far values have drifted."));
    }
}

std::vector<ChangesTab::Change> ChangesTab::changes() const {
    std::vector<Change> all;
    if (m_comparison == nullptr || !m_comparison->changes.has_value())
        return all;
    for (const std::string& name : m_comparison->changes->added)
        all.push_back({Kind::Added, name, nullptr});
    for (const std::string& name : m_comparison->changes->dropped)
        all.push_back({Kind::Dropped, name, nullptr});
    for (const profile::ColumnDiff& diff : m_comparison->changes->columns)
        all.push_back({kindOf(*m_comparison->changes, diff), diff.name, &diff});
    std::stable_sort(all.begin(), all.end(),
                     [](const Change& a, const Change& b) { return a.kind < b.kind; });
    return all;
}

void ChangesTab::updateChips() {
    const std::vector<Change> all = changes();
    std::vector<FilterChip> chips;
    for (const Kind kind : {Kind::Added, Kind::Dropped, Kind::Renamed, Kind::Retyped, Kind::Shifted,
                            Kind::Drifting, Kind::Stable}) {
        const ChipLook shown = look({kind, {}, nullptr});
        chips.push_back({QString::number(static_cast<int>(kind)), shown.text,
                         static_cast<qint64>(std::count_if(
                             all.begin(), all.end(), [&](const Change& one) { return one.kind == kind; })),
                         shown.icon});
    }
    m_chips->setChips(chips);
}

void ChangesTab::applyFilter() {
    const QStringList active = m_chips->active();
    std::vector<Change> shown = changes();
    if (!active.isEmpty())
        shown.erase(std::remove_if(shown.begin(), shown.end(),
                                   [&](const Change& change) {
                                       return !active.contains(
                                           QString::number(static_cast<int>(change.kind)));
                                   }),
                    shown.end());
    m_model->setRows(std::move(shown));
}

bool ChangesTab::clearFilters() {
    const bool had = m_chips->clear();
    if (had)
        applyFilter();
    return had;
}

void ChangesTab::focusFilter() {
    m_chips->setFocus();
}

} // namespace mangrove::ui
