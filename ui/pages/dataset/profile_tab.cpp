// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/dataset/profile_tab.h"

#include "models/words.h"
#include "pages/dataset/reader_card.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/empty_state.h"
#include "widgets/filter_chip_row.h"
#include "widgets/text_label.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

namespace mangrove::ui {

namespace {

using ColumnModel = RowsModel<ColumnView>;

/// The counts of the histogram, or of the frequent values of a column without one.
QList<double> distribution(const ColumnView& column) {
    QList<double> counts;
    const profile::ColumnProfile* facts = column.profile();
    if (facts == nullptr)
        return counts;
    for (const profile::HistogramBin& bin : facts->histogram)
        counts << static_cast<double>(bin.count);
    if (counts.isEmpty() && facts->distinct <= 50 && facts->distinct > 1)
        for (const profile::ValueCount& value : facts->top)
            counts << static_cast<double>(value.count);
    return counts;
}

QVariant distributionCell(const ColumnView& column, int role) {
    const profile::ColumnProfile* facts = column.profile();
    if (facts == nullptr)
        return {};
    const QList<double> counts = distribution(column);
    if (role == cell::SparkRole && counts.size() > 1)
        return QVariant::fromValue(counts);
    const bool hasPattern = counts.size() <= 1 && !facts->patterns.empty();
    if (role == Qt::DisplayRole && hasPattern)
        return fromUtf8(facts->patterns.front().pattern);
    if (role == cell::MonospacedRole)
        return hasPattern;
    if (role == Qt::ToolTipRole && !facts->histogram.empty())
        return ProfileTab::tr("%1 to %2").arg(fromUtf8(facts->min), fromUtf8(facts->max));
    return {};
}

QVariant missingCell(const ColumnView& column, int role) {
    if (column.profile() == nullptr)
        return {};
    if (role == Qt::DisplayRole)
        return formatShare(column.missingShare());
    if (role == cell::ShareRole || role == cell::SortRole)
        return column.missingShare();
    if (role == cell::ToneRole)
        return static_cast<int>(column.missingShare() > 0.2 ? Tone::Warning : Tone::Neutral);
    return {};
}

QVariant distinctCell(const ColumnView& column, int role) {
    const profile::ColumnProfile* facts = column.profile();
    if (facts == nullptr)
        return {};
    if (role == Qt::DisplayRole)
        return facts->distinctExact ? formatCount(facts->distinct)
                                    : QStringLiteral("≈ %1").arg(formatCount(facts->distinct));
    if (role == cell::SortRole)
        return static_cast<qulonglong>(facts->distinct);
    return {};
}

QVariant identifierCell(const ColumnView& column, int role) {
    const classify::ColumnClassification* found = column.classification();
    if (found == nullptr)
        return {};
    const QString kind = kindText(found->identifier);
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return kind.isEmpty() ? classText(found->cls) : kind;
    if (role == cell::SecondaryRole) {
        if (found->distinct > 0 && found->valid > 0)
            return formatShare(static_cast<double>(found->valid) / static_cast<double>(found->distinct));
        return QString();
    }
    if (role == cell::IconRole)
        return column.unresolved() ? QStringLiteral("question") : classChip(found->cls).icon;
    return {};
}

/// What one ought to know of the rows before the columns; empty where there is nothing.
QString findingsOf(const profile::TableProfile& profile) {
    QStringList parts;
    if (profile.rowsRejected > 0)
        parts << ProfileTab::tr("%n row(s) could not be read.", nullptr,
                                static_cast<int>(profile.rowsRejected));
    if (profile.duplicateRows.has_value() && profile.duplicateRows->rows > 0) {
        const int rows = static_cast<int>(profile.duplicateRows->rows);
        parts << (profile.duplicateRows->exact
                      ? ProfileTab::tr("%n row(s) repeat an earlier one in every column.", nullptr, rows)
                      : ProfileTab::tr("About %n row(s) repeat an earlier one in every column.", nullptr,
                                       rows));
    }
    if (!profile.warnings.empty())
        parts << ProfileTab::tr("The reader has %n warning(s).", nullptr,
                                static_cast<int>(profile.warnings.size()));
    return parts.join(QLatin1Char(' '));
}

bool hasClass(const ColumnView& column, classify::IdentifierClass cls) {
    return column.classification() != nullptr && column.classification()->cls == cls;
}

bool isFreeText(const ColumnView& column) {
    return column.classification() != nullptr && column.classification()->freeText;
}

} // namespace

ProfileTab::ProfileTab(QWidget* parent) : QStackedWidget(parent), m_model(new ColumnModel(this)) {
    auto* filled = new QWidget(this);
    auto* column = new QVBoxLayout(filled);
    column->setContentsMargins(0, space::k4, 0, 0);
    column->setSpacing(space::k12);
    m_findings = new TextLabel(TextStyle::Body, TextRole::Warning, filled);
    m_findings->setWrapping(true);
    m_showReader = new Button({}, ButtonKind::Quiet, {}, filled);
    m_reader = new ReaderCard(filled);
    m_reader->hide();
    auto* findings = new QHBoxLayout;
    findings->setSpacing(space::k8);
    findings->addWidget(m_findings, 1);
    findings->addWidget(m_showReader);
    column->addLayout(findings);
    column->addWidget(m_reader);
    m_chips = new FilterChipRow(filled);
    column->addWidget(m_chips);
    m_table = new DataTable(filled);
    m_table->setModel(m_model);
    m_table->setHugsRows();
    column->addWidget(Card::around(m_table, filled));
    column->addStretch();
    addWidget(filled);
    m_empty = new EmptyState(QStringLiteral("chart"), this);
    addWidget(m_empty);

    connect(m_chips, &FilterChipRow::changed, this, &ProfileTab::applyFilter);
    connect(m_showReader, &QAbstractButton::clicked, this, [this] { showReader(m_reader->isHidden()); });
    connect(m_empty->action(), &QAbstractButton::clicked, this, &ProfileTab::profileRequested);
    connect(m_table, &DataTable::currentRowChanged, this, [this](const QModelIndex& index) {
        const ColumnView* row = m_model->at(index);
        Q_EMIT columnSelected(row == nullptr ? ColumnView() : *row);
    });
    connect(m_table, &DataTable::linkActivated, this, [this](const QModelIndex& index) {
        if (const ColumnView* row = m_model->at(index))
            Q_EMIT columnOpened(*row);
    });
    retranslate();
}

void ProfileTab::retranslate() {
    m_table->setName(tr("Columns"));
    m_table->setPlaceholder(tr("No column matches the filters."));
    m_empty->setTexts(tr("Not profiled yet"),
                      tr("Profiling reads the file once and counts: types, missing and distinct values, "
                         "distributions, patterns. Then the columns are classified."),
                      tr("Profile and classify"));
    m_model->setColumns(
        {ColumnModel::text(tr("Column"), [](const ColumnView& row) { return fromUtf8(row.name()); }),
         ColumnModel::text(tr("Type"),
                           [](const ColumnView& row) {
                               return row.profile() == nullptr ? QString()
                                                               : valueTypeText(row.profile()->type);
                           }),
         {tr("Distribution"), Qt::AlignLeft | Qt::AlignVCenter, distributionCell},
         {tr("Missing"), Qt::AlignRight | Qt::AlignVCenter, missingCell},
         {tr("Distinct"), Qt::AlignRight | Qt::AlignVCenter, distinctCell},
         {tr("Recognised as"), Qt::AlignLeft | Qt::AlignVCenter, identifierCell},
         ColumnModel::level(tr("Level"), [](const ColumnView& row) {
             return row.classification() == nullptr ? 0 : row.classification()->level39725;
         })});
    m_table->setColumnWidths({0, 76, 136, 104, 80, 204, 124});
    m_reader->retranslate();
    showFindings();
    updateChips();
}

void ProfileTab::setBlocked(const QString& reason) {
    m_empty->action()->setBlocked(reason);
}

void ProfileTab::setView(const std::shared_ptr<const DatasetView>& view) {
    m_view = view;
    const bool profiled = view != nullptr && view->profile.has_value();
    setCurrentIndex(profiled ? 0 : 1);
    showFindings();
    updateChips();
    applyFilter();
}

void ProfileTab::showFindings() {
    const bool profiled = m_view != nullptr && m_view->profile.has_value();
    m_findings->setText(profiled ? findingsOf(m_view->profile->value) : QString());
    m_findings->setVisible(!m_findings->text().isEmpty());
    const bool warned = profiled && !m_view->profile->value.warnings.empty();
    m_showReader->setVisible(warned);
    if (warned)
        m_reader->setProfile(m_view->profile->value,
                             QFileInfo(fromUtf8(m_view->summary.dataset.path)).fileName());
    showReader(warned && !m_reader->isHidden());
}

void ProfileTab::showReader(bool show) {
    m_reader->setVisible(show);
    m_showReader->setText(show ? tr("Hide") : tr("Show"));
}

void ProfileTab::updateChips() {
    const std::vector<ColumnView> columns = columnsOf(m_view);
    const auto count = [&](const auto& holds) {
        return static_cast<qint64>(std::count_if(columns.begin(), columns.end(), holds));
    };
    std::vector<FilterChip> chips;
    chips.push_back({QStringLiteral("unresolved"), tr("To decide"),
                     count([](const ColumnView& column) { return column.unresolved(); }),
                     QStringLiteral("question")});
    for (const classify::IdentifierClass cls :
         {classify::IdentifierClass::Direct, classify::IdentifierClass::Quasi,
          classify::IdentifierClass::Sensitive, classify::IdentifierClass::Professional}) {
        const ChipLook look = classChip(cls);
        chips.push_back({fromUtf8(classify::toText(cls)), look.text,
                         count([&](const ColumnView& column) { return hasClass(column, cls); }), look.icon});
    }
    chips.push_back({QStringLiteral("text"), tr("Free text"), count(isFreeText), QStringLiteral("text")});
    m_chips->setChips(chips);
}

void ProfileTab::applyFilter() {
    const QStringList active = m_chips->active();
    std::vector<ColumnView> shown;
    for (const ColumnView& column : columnsOf(m_view)) {
        bool holds = active.isEmpty();
        for (const QString& filter : active) {
            if (filter == QLatin1String("unresolved"))
                holds = holds || column.unresolved();
            else if (filter == QLatin1String("text"))
                holds = holds || isFreeText(column);
            else if (const auto cls = classify::parseIdentifierClass(toUtf8(filter)); cls.has_value())
                holds = holds || hasClass(column, *cls);
        }
        if (holds)
            shown.push_back(column);
    }
    m_model->setRows(std::move(shown));
}

bool ProfileTab::clearFilters() {
    const bool had = m_chips->clear();
    if (had)
        applyFilter();
    return had;
}

void ProfileTab::focusFilter() {
    m_chips->setFocus();
}

} // namespace mangrove::ui
