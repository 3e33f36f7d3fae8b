// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/dataset/dataset_page.h"

#include "dialogs/dialogs.h"
#include "i18n/format.h"
#include "models/words.h"
#include "pages/dataset/changes_tab.h"
#include "pages/dataset/column_details.h"
#include "pages/dataset/data_tab.h"
#include "pages/dataset/decision_form.h"
#include "pages/dataset/fields_tab.h"
#include "pages/dataset/lineage_tab.h"
#include "pages/dataset/profile_tab.h"
#include "pages/dataset/relations_tab.h"
#include "session/workspace_access.h"
#include "widgets/banner.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/chip.h"
#include "widgets/details_panel.h"
#include "widgets/elided_label.h"
#include "widgets/empty_state.h"
#include "widgets/page_header.h"
#include "widgets/text_label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace mangrove::ui {

namespace {

constexpr std::array kTabNames{"profile", "data", "fields", "relations", "changes", "lineage"};

Error notLoggedIn() {
    return Error(errors::kInternal, {"nobody is logged in"});
}

} // namespace

DatasetPage::DatasetPage(Services& services, QWidget* parent) : Page(PageId::Dataset, services, parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    row->addLayout(column, 1);
    m_header = new PageHeader(this);
    m_domain = new Chip({}, m_header);
    m_level = new LevelChip(0, m_header);
    m_header->addChip(m_domain);
    m_header->addChip(m_level);
    m_check = m_header->addSecondary(QStringLiteral("fingerprint"));
    m_header->primary()->setIconName(QStringLiteral("play"));
    column->addWidget(m_header);

    auto* outer = new QVBoxLayout;
    outer->setContentsMargins(space::k24, 0, space::k24, space::k24);
    outer->setSpacing(space::k16);
    column->addLayout(outer, 1);
    m_banner = new Banner(this);
    outer->addWidget(m_banner);
    m_empty = new EmptyState(QStringLiteral("dataset"), this);
    outer->addWidget(m_empty, 1);
    m_content = new QWidget(this);
    auto* content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(space::k12);
    outer->addWidget(m_content, 1);
    makeHeaderCard();
    content->addWidget(m_card);
    makeTabs();
    content->addWidget(m_tabs);
    content->addWidget(m_stack, 1);
    m_details = new DetailsPanel(this);
    row->addWidget(m_details);
    m_empty->hide();
    m_content->hide();

    connect(m_header->primary(), &QAbstractButton::clicked, this, &DatasetPage::profileAndClassify);
    connect(m_banner, &Banner::actionClicked, this, &DatasetPage::renew);
    connect(m_check, &QAbstractButton::clicked, this, &DatasetPage::checkSource);
    connect(m_empty->action(), &QAbstractButton::clicked, this,
            [this] { this->services().navigator.open(PageId::Catalogue); });
    connect(&services.workspace, &WorkspaceAccess::userChanged, this, &DatasetPage::updateActions);
    DatasetPage::retranslate();
}

DatasetPage::~DatasetPage() = default;

void DatasetPage::makeHeaderCard() {
    m_card = new Card({}, m_content);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::k24);
    grid->setVerticalSpacing(space::k4);
    for (std::size_t i = 0; i < kFacts; ++i) {
        m_captions.at(i) = new TextLabel(TextStyle::Caption, TextRole::Muted, m_card);
        m_values.at(i) = new ElidedLabel({}, TextStyle::Emphasis, TextRole::Primary, m_card);
        grid->addWidget(m_captions.at(i), 0, static_cast<int>(i));
        grid->addWidget(m_values.at(i), 1, static_cast<int>(i));
        grid->setColumnStretch(static_cast<int>(i), i >= Fingerprint ? 2 : 1);
    }
    m_values[Fingerprint]->setElideMode(Qt::ElideMiddle);
    m_card->body()->addLayout(grid);
    m_description = new ElidedLabel({}, TextStyle::Body, TextRole::Secondary, m_card);
    m_card->body()->addWidget(m_description);
}

void DatasetPage::makeTabs() {
    m_tabs = new QTabBar(m_content);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(true);
    for (std::size_t i = 0; i < kTabNames.size(); ++i)
        m_tabs->addTab({});
    m_stack = new QStackedWidget(m_content);
    m_profile = new ProfileTab(m_stack);
    m_data = new DataTab(services(), m_stack);
    m_fields = new FieldsTab(m_stack);
    m_relations = new RelationsTab(services(), m_stack);
    m_changes = new ChangesTab(m_stack);
    m_lineage = new LineageTab(m_stack);
    for (QWidget* tab :
         std::initializer_list<QWidget*>{m_profile, m_data, m_fields, m_relations, m_changes, m_lineage})
        m_stack->addWidget(tab);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        if (tab == FieldsView)
            showField(m_fields->current());
        giveRoom();
        Q_EMIT commandsChanged();
        Q_EMIT breadcrumbChanged();
    });
    const auto show = [this](const ColumnView& shown) { ColumnDetails::fill(*m_details, shown); };
    connect(m_profile, &ProfileTab::columnSelected, this, show);
    connect(m_changes, &ChangesTab::columnSelected, this, show);
    connect(m_changes, &ChangesTab::profileRequested, this, &DatasetPage::profileAndClassify);
    connect(m_changes, &ChangesTab::versionChosen, this, &DatasetPage::compareWith);
    connect(m_fields, &FieldsTab::columnSelected, this, &DatasetPage::showField);
    connect(m_profile, &ProfileTab::profileRequested, this, &DatasetPage::profileAndClassify);
    connect(m_profile, &ProfileTab::columnOpened, this, [this](const ColumnView& opened) {
        m_tabs->setCurrentIndex(FieldsView);
        m_fields->select(opened.name());
    });
    connect(m_fields, &FieldsTab::classifyRequested, this, &DatasetPage::classify);
    connect(m_fields, &FieldsTab::acceptRequested, this, &DatasetPage::askAccept);
    connect(m_relations, &RelationsTab::started, m_banner, &Banner::clear);
    connect(m_relations, &RelationsTab::failed, m_banner, &Banner::showError);
    connect(m_relations, &RelationsTab::datasetOpened, this, [this](const DatasetId& id) {
        services().navigator.open(PageId::Dataset, fromUtf8(id.text()) + QStringLiteral("/relations"));
    });
    connect(m_lineage, &LineageTab::opened, this,
            [this](PageId page, const QString& target) { services().navigator.open(page, target); });
}

/// The sentences of the relations need the width, and no column is selected there.
void DatasetPage::giveRoom() {
    const bool wide = m_tabs->currentIndex() == RelationsView;
    if (wide == m_wide)
        return;
    m_wide = wide;
    if (wide)
        m_hadDetails = !m_details->isHidden();
    m_details->setVisible(m_view != nullptr && !wide && m_hadDetails);
}

QString DatasetPage::title() const {
    return tr("Data set");
}

QString DatasetPage::icon() const {
    return QStringLiteral("dataset");
}

QStringList DatasetPage::breadcrumb() const {
    if (m_view == nullptr)
        return {title()};
    return {title(), fromUtf8(m_view->summary.dataset.name), m_tabs->tabText(m_tabs->currentIndex())};
}

void DatasetPage::retranslate() {
    m_tabs->setTabText(ProfileView, tr("Profile"));
    m_tabs->setTabText(DataView, tr("Data"));
    m_tabs->setTabText(FieldsView, tr("Fields"));
    m_tabs->setTabText(RelationsView, tr("Relations"));
    m_tabs->setTabText(ChangesView, tr("Changes"));
    m_tabs->setTabText(LineageView, tr("Lineage"));
    m_tabs->setAccessibleName(tr("Parts of the data set"));
    m_captions[Rows]->setText(tr("Rows"));
    m_captions[Columns]->setText(tr("Columns"));
    m_captions[Size]->setText(tr("Size"));
    m_captions[Version]->setText(tr("Version"));
    m_captions[Fingerprint]->setText(tr("Fingerprint"));
    m_captions[Owner]->setText(tr("Owner"));
    m_captions[Registered]->setText(tr("Registered"));
    m_check->setText(tr("Check the source"));
    m_header->primary()->setText(tr("Profile and classify"));
    m_empty->setTexts(tr("No data set to show"), tr("Register a file in the catalogue, then come back here."),
                      tr("Open the catalogue"));
    m_profile->retranslate();
    m_data->retranslate();
    m_fields->retranslate();
    m_relations->retranslate();
    m_changes->retranslate();
    m_lineage->retranslate();
    showView();
    showDetails();
}

void DatasetPage::reveal(const QString& target) {
    const QString id = target.section(QLatin1Char('/'), 0, 0);
    const QString part = target.section(QLatin1Char('/'), 1, 1);
    if (!id.isEmpty() && toUtf8(id) != m_reference) {
        m_reference = toUtf8(id);
        m_comparedWith.reset();
    }
    for (std::size_t i = 0; i < kTabNames.size(); ++i)
        if (part == QLatin1String(kTabNames.at(i)))
            m_tabs->setCurrentIndex(static_cast<int>(i));
}

bool DatasetPage::clearFilters() {
    switch (m_tabs->currentIndex()) {
    case FieldsView:
        return m_fields->clearFilters();
    case RelationsView:
        return m_relations->clearFilters();
    case ChangesView:
        return m_changes->clearFilters();
    default:
        return m_profile->clearFilters();
    }
}

QList<CommandId> DatasetPage::pageCommands() const {
    QList<CommandId> commands{CommandId::Refresh};
    const bool canAssess = blockedReason().isEmpty();
    if (m_view != nullptr && (canAssess || m_tabs->currentIndex() == RelationsView))
        commands << CommandId::Run;
    if (m_view != nullptr && canAssess)
        commands << CommandId::Profile << CommandId::Classify;
    if (m_tabs->currentIndex() != DataView && m_tabs->currentIndex() != LineageView)
        commands << CommandId::FocusFilter << CommandId::ClearFilters;
    return commands;
}

void DatasetPage::runCommand(CommandId command) {
    switch (command) {
    case CommandId::Run:
        if (m_tabs->currentIndex() == RelationsView)
            m_relations->run();
        else
            profileAndClassify();
        break;
    case CommandId::Profile:
        profileAndClassify();
        break;
    case CommandId::Classify:
        classify();
        break;
    case CommandId::FocusFilter:
        if (m_tabs->currentIndex() == FieldsView)
            m_fields->focusFilter();
        else if (m_tabs->currentIndex() == RelationsView)
            m_relations->focusFilter();
        else if (m_tabs->currentIndex() == ChangesView)
            m_changes->focusFilter();
        else
            m_profile->focusFilter();
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

void DatasetPage::refresh() {
    if (!services().workspace.isOpen())
        return;
    services().workspace.read<std::shared_ptr<const DatasetView>>(
        {tr("Reading the data set"), Lane::Reader, QStringLiteral("dataset"), true}, this,
        [reference = m_reference,
         before = m_comparedWith](const WorkspaceCall& call) -> Result<std::shared_ptr<const DatasetView>> {
            if (!reference.empty())
                return loadDatasetView(call.workspace, reference, before);
            MANGROVE_ASSIGN(const auto all, workspace::listDatasets(call.workspace));
            if (all.empty())
                return std::shared_ptr<const DatasetView>();
            return loadDatasetView(call.workspace, all.front().dataset.id.text(), {});
        },
        [this](Result<std::shared_ptr<const DatasetView>> result) { take(std::move(result)); });
}

void DatasetPage::take(Result<std::shared_ptr<const DatasetView>> result) {
    m_loaded = true;
    if (!result.ok()) {
        m_banner->showError(result.error());
        m_view = nullptr;
    } else {
        m_view = std::move(result).value();
    }
    if (m_view != nullptr)
        m_reference = m_view->summary.dataset.id.text();
    m_profile->setView(m_view);
    m_data->setView(m_view);
    m_fields->setView(m_view);
    m_relations->setView(m_view);
    m_changes->setView(m_view);
    m_lineage->setView(m_view, services().workspace.clock().now());
    showView();
    showDetails();
    Q_EMIT breadcrumbChanged();
}

void DatasetPage::showView() {
    m_empty->setVisible(m_loaded && m_view == nullptr);
    if (m_content->isHidden() || m_view == nullptr) // a panel that somebody closed stays closed
        m_details->setVisible(m_view != nullptr && !m_wide);
    m_content->setVisible(m_view != nullptr);
    m_domain->setVisible(m_view != nullptr);
    m_level->setVisible(m_view != nullptr);
    updateActions();
    if (m_view == nullptr) {
        m_header->setTitle(title());
        m_header->setState(tr("One data set with its columns, rows, classes and history."));
        return;
    }
    const catalog::Dataset& dataset = m_view->summary.dataset;
    m_header->setTitle(fromUtf8(dataset.name));
    m_domain->setLook(domainChip(dataset.domain));
    m_level->setLevel(dataset.level39725);
    m_values[Rows]->setText(formatCount(dataset.rows));
    m_values[Columns]->setText(formatCount(dataset.columns.size()));
    m_values[Size]->setText(formatBytes(dataset.bytes));
    m_values[Version]->setText(formatCount(static_cast<quint64>(dataset.version)));
    m_values[Fingerprint]->setText(fromUtf8(dataset.sha256));
    m_values[Owner]->setText(dataset.owner.empty() ? dash() : fromUtf8(dataset.owner));
    m_values[Registered]->setText(formatDateTime(dataset.registered));
    m_description->setText(fromUtf8(dataset.description));
    m_description->setVisible(!dataset.description.empty());
    showSource();
}

void DatasetPage::showSource() {
    const workspace::DatasetSummary& summary = m_view->summary;
    if (summary.source == workspace::SourceState::Missing) {
        m_header->setState(tr("The source file is not where it was registered."));
        return;
    }
    m_banner->setAction({});
    if (summary.source == workspace::SourceState::SizeDiffers) {
        m_header->setState(tr("The source file has another size than when it was registered."));
        m_banner->showMessage(
            Tone::Warning, tr("The file holds other content than version %1. Enter it as the next version, "
                              "then assess it; decisions on columns go on.")
                               .arg(summary.dataset.version));
        m_banner->setAction(tr("Enter version %1").arg(summary.dataset.version + 1));
        return;
    }
    if (!summary.profiled)
        m_header->setState(tr("Registered, not profiled yet."));
    else if (!summary.classified)
        m_header->setState(tr("Profiled, not classified yet."));
    else if (summary.unresolvedColumns > 0)
        m_header->setState(tr("%n column(s) need a person's decision.", nullptr,
                              static_cast<int>(summary.unresolvedColumns)));
    else
        m_header->setState(tr("Profiled and classified; every column is decided."));
}

QString DatasetPage::blockedReason() const {
    if (!services().workspace.isOpen())
        return tr("No workspace is open.");
    if (services().workspace.user() == nullptr)
        return tr("Log in first.");
    if (!services().workspace.hasRole(QStringLiteral("data-officer"))
        && !services().workspace.hasRole(QStringLiteral("privacy-reviewer")))
        return tr("Only a data officer or a privacy reviewer assesses data sets.");
    if (m_busy)
        return tr("A run is under way.");
    return {};
}

void DatasetPage::updateActions() {
    const QString blocked = blockedReason();
    m_header->primary()->setVisible(m_view != nullptr);
    m_check->setVisible(m_view != nullptr);
    m_header->primary()->setBlocked(blocked);
    m_profile->setBlocked(blocked);
    m_fields->setBlocked(blocked);
    m_changes->setBlocked(blocked);
    Q_EMIT commandsChanged();
}

void DatasetPage::profileAndClassify() {
    if (m_view == nullptr || !blockedReason().isEmpty())
        return;
    const DatasetId id = m_view->summary.dataset.id;
    m_busy = true;
    m_banner->clear();
    updateActions();
    services().workspace.write<void>(
        {tr("Profiling %1").arg(fromUtf8(m_view->summary.dataset.name)), Lane::Writer, {}, false}, this,
        [id](const WorkspaceCall& call) -> Status {
            if (call.session == nullptr)
                return notLoggedIn();
            MANGROVE_TRY(workspace::runProfile(call.workspace, *call.session, id, call.run));
            MANGROVE_TRY(workspace::runClassification(call.workspace, *call.session, id, call.run));
            return {};
        },
        [this](const Status& done) {
            m_busy = false;
            updateActions();
            if (!done.ok())
                m_banner->showError(done.error());
        });
}

void DatasetPage::classify() {
    if (m_view == nullptr || !blockedReason().isEmpty())
        return;
    const DatasetId id = m_view->summary.dataset.id;
    m_busy = true;
    m_banner->clear();
    updateActions();
    services().workspace.write<void>(
        {tr("Classifying %1").arg(fromUtf8(m_view->summary.dataset.name)), Lane::Writer, {}, false}, this,
        [id](const WorkspaceCall& call) -> Status {
            if (call.session == nullptr)
                return notLoggedIn();
            MANGROVE_TRY(workspace::runClassification(call.workspace, *call.session, id, call.run));
            return {};
        },
        [this](const Status& done) {
            m_busy = false;
            updateActions();
            if (!done.ok())
                m_banner->showError(done.error());
        });
}

void DatasetPage::checkSource() {
    if (m_view == nullptr)
        return;
    const DatasetId id = m_view->summary.dataset.id;
    m_banner->clear();
    services().workspace.read<void>(
        {tr("Checking the source of %1").arg(fromUtf8(m_view->summary.dataset.name)), Lane::Reader,
         QStringLiteral("check-source"), false},
        this,
        [id](const WorkspaceCall& call) { return workspace::checkSource(call.workspace, id, call.run); },
        [this](const Status& same) {
            if (same.ok())
                m_banner->showMessage(Tone::Ok,
                                      tr("The source file is exactly the one that was registered."));
            else
                m_banner->showError(same.error());
        });
}

void DatasetPage::compareWith(int version) {
    if (m_view == nullptr)
        return;
    m_comparedWith = version;
    services().workspace.read<workspace::VersionComparison>(
        {tr("Comparing with version %1").arg(version), Lane::Reader, QStringLiteral("compare"), true}, this,
        [id = m_view->summary.dataset.id, version](const WorkspaceCall& call) {
            return workspace::compareVersions(call.workspace, id, version);
        },
        [this, of = m_view](Result<workspace::VersionComparison> result) {
            if (!result.ok())
                m_banner->showError(result.error());
            else if (of == m_view) // otherwise it was read again with the choice
                m_changes->setComparison(
                    std::make_shared<const workspace::VersionComparison>(std::move(result).value()));
        });
}

void DatasetPage::showDetails() {
    if (m_tabs->currentIndex() == FieldsView)
        showField(m_fields->current());
    else
        ColumnDetails::fill(*m_details, m_view == nullptr ? ColumnView() : ColumnView{m_view, 0});
}

void DatasetPage::showField(const ColumnView& column) {
    if (m_tabs->currentIndex() != FieldsView)
        return;
    DecisionForm* form = nullptr;
    if (column.view != nullptr && column.view->classification.has_value()) {
        form = new DecisionForm(column, blockedReason(), m_details);
        connect(form, &DecisionForm::decided, this,
                [this](const workspace::ColumnVerdict& verdict) { decide({verdict}); });
    }
    ColumnDetails::fill(*m_details, column, form);
}

void DatasetPage::askAccept(const std::vector<std::string>& columns) {
    const CurrentUser* user = services().workspace.user();
    if (m_view == nullptr || columns.empty() || user == nullptr || !blockedReason().isEmpty())
        return;
    services().dialogs.askText(
        this,
        {tr("Accept the proposals"),
         tr("%1 accepts what is proposed for %n column(s) of “%2”. Each decision becomes part of the record.",
            nullptr, static_cast<int>(columns.size()))
             .arg(user->name, fromUtf8(m_view->summary.dataset.name)),
         tr("Reason"), tr("Accept the proposals"), tr("The proposal is right."), true, false},
        [this, columns](const QString& reason) {
            std::vector<workspace::ColumnVerdict> verdicts;
            for (const std::string& column : columns)
                verdicts.push_back({column, {}, {}, toUtf8(reason), workspace::VerdictKind::Accept});
            decide(verdicts);
        });
}

void DatasetPage::decide(const std::vector<workspace::ColumnVerdict>& verdicts) {
    if (m_view == nullptr)
        return;
    const DatasetId id = m_view->summary.dataset.id;
    m_banner->clear();
    services().workspace.write<void>(
        {tr("Recording %n decision(s)", nullptr, static_cast<int>(verdicts.size())), Lane::Writer, {}, true},
        this,
        [id, verdicts](const WorkspaceCall& call) -> Status {
            if (call.session == nullptr)
                return notLoggedIn();
            return workspace::decideColumns(call.workspace, *call.session, id, verdicts);
        },
        [this](const Status& done) {
            if (!done.ok())
                m_banner->showError(done.error());
        });
}

void DatasetPage::renew() {
    if (m_view == nullptr || !blockedReason().isEmpty())
        return;
    const DatasetId id = m_view->summary.dataset.id;
    m_busy = true;
    m_banner->clear();
    updateActions();
    services().workspace.write<catalog::Dataset>(
        {tr("Entering the new version of %1").arg(fromUtf8(m_view->summary.dataset.name)),
         Lane::Writer,
         {},
         false},
        this,
        [id](const WorkspaceCall& call) -> Result<catalog::Dataset> {
            if (call.session == nullptr)
                return notLoggedIn();
            return workspace::renewDataset(call.workspace, *call.session, id, {}, call.run);
        },
        [this](const Result<catalog::Dataset>& renewed) {
            m_busy = false;
            updateActions();
            if (!renewed.ok())
                m_banner->showError(renewed.error());
        });
}

} // namespace mangrove::ui
