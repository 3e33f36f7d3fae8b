// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/catalogue/catalogue_page.h"

#include "dialogs/dialogs.h"
#include "i18n/format.h"
#include "models/words.h"
#include "pages/catalogue/register_form.h"
#include "session/workspace_access.h"
#include "widgets/banner.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/empty_state.h"
#include "widgets/filter_chip_row.h"
#include "widgets/page_header.h"
#include "widgets/search_field.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

namespace mangrove::ui {

namespace {

/// How far a data set has come, as one chip: the first thing that is missing.
ChipLook progressChip(const workspace::DatasetSummary& summary) {
    if (summary.source == workspace::SourceState::Missing)
        return {CataloguePage::tr("Source missing"), QStringLiteral("critical"), Tone::Critical};
    if (summary.source == workspace::SourceState::SizeDiffers)
        return {CataloguePage::tr("Source changed"), QStringLiteral("critical"), Tone::Critical};
    if (!summary.profiled)
        return {CataloguePage::tr("New"), QStringLiteral("plus"), Tone::Info};
    if (!summary.classified)
        return {CataloguePage::tr("Not classified"), QStringLiteral("warning"), Tone::Warning};
    if (summary.unresolvedColumns > 0)
        return {
            CataloguePage::tr("%n column(s) to decide", nullptr, static_cast<int>(summary.unresolvedColumns)),
            QStringLiteral("warning"), Tone::Warning};
    if (!summary.qualityChecked)
        return {CataloguePage::tr("Quality not checked"), QStringLiteral("clock"), Tone::Warning};
    if (summary.releases == 0)
        return {CataloguePage::tr("Ready to de-identify"), QStringLiteral("check-circle"), Tone::Accent};
    return {CataloguePage::tr("%n released table(s)", nullptr, static_cast<int>(summary.releases)),
            QStringLiteral("check-circle"), Tone::Ok};
}

bool isUnclassified(const workspace::DatasetSummary& summary) {
    return !summary.classified;
}
bool isUnresolved(const workspace::DatasetSummary& summary) {
    return summary.unresolvedColumns > 0;
}
bool isSourceTrouble(const workspace::DatasetSummary& summary) {
    return summary.source != workspace::SourceState::Present;
}

bool matchesText(const workspace::DatasetSummary& summary, const QString& text) {
    const catalog::Dataset& dataset = summary.dataset;
    const auto holds = [&](const std::string& value) {
        return fromUtf8(value).contains(text, Qt::CaseInsensitive);
    };
    return holds(dataset.name) || holds(dataset.description) || holds(dataset.owner)
           || std::any_of(dataset.columns.begin(), dataset.columns.end(), holds);
}

} // namespace

CataloguePage::CataloguePage(Services& services, QWidget* parent)
    : Page(PageId::Catalogue, services, parent), m_model(new RowsModel<workspace::DatasetSummary>(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new PageHeader(this);
    m_header->primary()->setIconName(QStringLiteral("plus"));
    column->addWidget(m_header);

    auto* content = new QVBoxLayout;
    content->setContentsMargins(space::k24, 0, space::k24, space::k24);
    content->setSpacing(space::k16);
    column->addLayout(content, 1);
    m_banner = new Banner(this);
    content->addWidget(m_banner);
    m_form = new RegisterForm(this);
    m_form->hide();
    content->addWidget(m_form);

    m_filters = new QWidget(this);
    auto* filterRow = new QHBoxLayout(m_filters);
    filterRow->setContentsMargins(0, 0, 0, 0);
    filterRow->setSpacing(space::k16);
    m_chips = new FilterChipRow(m_filters);
    m_search = new SearchField({}, m_filters);
    m_search->setFixedWidth(size::kDetails);
    filterRow->addWidget(m_chips, 1);
    filterRow->addWidget(m_search, 0, Qt::AlignTop);
    content->addWidget(m_filters);

    m_table = new DataTable(this);
    m_table->setModel(m_model);
    m_table->setHugsRows();
    m_tableCard = Card::around(m_table, this);
    content->addWidget(m_tableCard);
    m_empty = new EmptyState(QStringLiteral("catalogue"), this);
    m_empty->hide();
    content->addWidget(m_empty, 1);
    content->addStretch();

    connect(m_header->primary(), &QAbstractButton::clicked, this, &CataloguePage::chooseFile);
    connect(m_empty->action(), &QAbstractButton::clicked, this, &CataloguePage::chooseFile);
    connect(m_form, &RegisterForm::submitted, this, &CataloguePage::registerFile);
    connect(m_form, &RegisterForm::cancelled, m_form, &QWidget::hide);
    connect(m_chips, &FilterChipRow::changed, this, &CataloguePage::applyFilters);
    connect(m_search, &SearchField::searchChanged, this, &CataloguePage::applyFilters);
    connect(m_table, &DataTable::linkActivated, this, [this](const QModelIndex& index) {
        if (const workspace::DatasetSummary* row = m_model->at(index))
            this->services().navigator.open(PageId::Dataset, fromUtf8(row->dataset.id.text()));
    });
    connect(&services.workspace, &WorkspaceAccess::userChanged, this, &CataloguePage::updateState);
    CataloguePage::retranslate();
}

QString CataloguePage::title() const {
    return tr("Catalogue");
}

QString CataloguePage::icon() const {
    return QStringLiteral("catalogue");
}

void CataloguePage::retranslate() {
    using Model = RowsModel<workspace::DatasetSummary>;
    using Row = workspace::DatasetSummary;
    m_header->setTitle(title());
    m_header->primary()->setText(tr("Register a file…"));
    m_search->setPrompt(tr("Name, owner or column"));
    m_table->setName(tr("Data sets"));
    m_table->setPlaceholder(tr("No data set matches the filters."));
    m_empty->setTexts(
        tr("No data sets yet"),
        tr("A data set is the description of a file: where it is, its columns, its fingerprint. "
           "The file itself stays where it is."),
        tr("Register a file…"));
    m_form->retranslate();
    m_model->setColumns(
        {Model::text(tr("Name"), [](const Row& row) { return fromUtf8(row.dataset.name); }),
         Model::chip(tr("Domain"), [](const Row& row) { return domainChip(row.dataset.domain); }),
         Model::level(tr("Level"), [](const Row& row) { return row.dataset.level39725; }),
         Model::count(tr("Rows"), [](const Row& row) { return row.dataset.rows; }),
         Model::count(tr("Columns", "how many"),
                      [](const Row& row) { return quint64{row.dataset.columns.size()}; }),
         Model::chip(tr("State"), [](const Row& row) { return progressChip(row); }),
         Model::text(tr("Owner"), [](const Row& row) { return fromUtf8(row.dataset.owner); }),
         Model::time(tr("Registered"), [](const Row& row) { return row.dataset.registered; })});
    m_table->setColumnWidths({0, 156, 112, 92, 92, 184, 148, 156});
    updateChips();
    updateState();
}

void CataloguePage::reveal(const QString& target) {
    if (target == QLatin1String("register"))
        chooseFile();
    else if (!target.isEmpty())
        m_chips->setActive({target});
    applyFilters();
}

bool CataloguePage::clearFilters() {
    const bool hadText = !m_search->text().isEmpty();
    m_search->clear();
    const bool hadChips = m_chips->clear();
    applyFilters();
    return hadText || hadChips;
}

QList<CommandId> CataloguePage::pageCommands() const {
    return {CommandId::Import, CommandId::Find, CommandId::FocusFilter, CommandId::ClearFilters,
            CommandId::Refresh};
}

void CataloguePage::runCommand(CommandId command) {
    switch (command) {
    case CommandId::Import:
        chooseFile();
        break;
    case CommandId::Find:
    case CommandId::FocusFilter:
        m_search->setFocus();
        m_search->selectAll();
        break;
    case CommandId::ClearFilters:
        clearFilters();
        break;
    case CommandId::Refresh:
        refresh();
        break;
    default:
        break;
    }
}

void CataloguePage::refresh() {
    if (!services().workspace.isOpen())
        return;
    services().workspace.read<Summaries>(
        {tr("Reading the catalogue"), Lane::Reader, QStringLiteral("catalogue"), true}, this,
        [](const WorkspaceCall& call) { return workspace::listDatasets(call.workspace); },
        [this](Result<Summaries> result) { take(std::move(result)); });
}

void CataloguePage::take(Result<Summaries> result) {
    if (!result.ok()) {
        m_banner->showError(result.error());
        return;
    }
    m_banner->clear();
    m_all = std::move(result).value();
    m_loaded = true;
    updateChips();
    applyFilters();
    updateState();
}

void CataloguePage::updateChips() {
    const auto count = [this](const auto& holds) {
        return static_cast<qint64>(std::count_if(m_all.begin(), m_all.end(), holds));
    };
    std::vector<FilterChip> chips;
    for (const catalog::Domain domain : catalog::kDomains) {
        const qint64 held =
            count([&](const workspace::DatasetSummary& row) { return row.dataset.domain == domain; });
        if (held > 0)
            chips.push_back(
                {fromUtf8(catalog::name(domain)), domainText(domain), held, domainChip(domain).icon});
    }
    chips.push_back({QStringLiteral("unclassified"), tr("Not classified"), count(isUnclassified), {}});
    chips.push_back({QStringLiteral("unresolved"), tr("Columns to decide"), count(isUnresolved), {}});
    if (const qint64 trouble = count(isSourceTrouble); trouble > 0)
        chips.push_back({QStringLiteral("source"), tr("Source missing or changed"), trouble, {}});
    m_chips->setChips(chips);
}

void CataloguePage::applyFilters() {
    const QStringList active = m_chips->active();
    const QString text = m_search->text().trimmed();
    QStringList domains;
    for (const catalog::Domain domain : catalog::kDomains)
        if (active.contains(fromUtf8(catalog::name(domain))))
            domains << fromUtf8(catalog::name(domain));
    Summaries shown;
    for (const workspace::DatasetSummary& row : m_all) {
        if (!domains.isEmpty() && !domains.contains(fromUtf8(catalog::name(row.dataset.domain))))
            continue;
        if (active.contains(QLatin1String("unclassified")) && !isUnclassified(row))
            continue;
        if (active.contains(QLatin1String("unresolved")) && !isUnresolved(row))
            continue;
        if (active.contains(QLatin1String("source")) && !isSourceTrouble(row))
            continue;
        if (!text.isEmpty() && !matchesText(row, text))
            continue;
        shown.push_back(row);
    }
    m_model->setRows(std::move(shown));
}

QString CataloguePage::blockedReason() const {
    if (!services().workspace.isOpen())
        return tr("No workspace is open.");
    if (services().workspace.user() == nullptr)
        return tr("Log in to register a file.");
    if (!services().workspace.hasRole(QStringLiteral("data-officer")))
        return tr("Only a data officer registers files.");
    return {};
}

void CataloguePage::updateState() {
    const QString blocked = blockedReason();
    m_header->primary()->setBlocked(blocked);
    m_empty->action()->setBlocked(blocked);
    const bool empty = m_loaded && m_all.empty();
    m_empty->setVisible(empty && !m_form->isVisible());
    m_tableCard->setVisible(!empty);
    m_filters->setVisible(!empty);
    quint64 rows = 0;
    for (const workspace::DatasetSummary& row : m_all)
        rows += row.dataset.rows;
    m_header->setState(m_loaded ? tr("%n data set(s), %1 rows. The files stay where they are.", nullptr,
                                     static_cast<int>(m_all.size()))
                                      .arg(formatCount(rows))
                                : tr("Every registered data set."));
    Q_EMIT commandsChanged();
}

void CataloguePage::chooseFile() {
    if (!blockedReason().isEmpty())
        return;
    services().dialogs.openFile(
        this,
        {tr("Register a file"),
         {},
         {},
         {tr("Tables (*.csv *.tsv *.txt *.xlsx *.json *.ndjson *.gz *.zst *.zip *.db *.sqlite)"),
          tr("All files (*)")}},
        [this](const QString& path) {
            m_form->start(path);
            m_form->show();
            m_empty->hide();
        });
}

void CataloguePage::registerFile() {
    const workspace::RegisterOptions options = m_form->options();
    m_form->setBusy(true);
    m_banner->clear();
    services().workspace.write<catalog::Dataset>(
        {tr("Registering %1").arg(fromUtf8(options.name)), Lane::Writer, {}, false}, this,
        [options](const WorkspaceCall& call) -> Result<catalog::Dataset> {
            if (call.session == nullptr)
                return Error(errors::kInternal, {"nobody is logged in"});
            return workspace::registerDataset(call.workspace, *call.session, options, call.run);
        },
        [this](Result<catalog::Dataset> result) {
            m_form->setBusy(false);
            if (!result.ok()) {
                m_banner->showError(result.error());
                return;
            }
            m_form->hide();
            services().navigator.open(PageId::Dataset, fromUtf8(result->id.text()));
        });
}

} // namespace mangrove::ui
