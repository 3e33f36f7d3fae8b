// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/deidentify/deidentify_page.h"

#include "dialogs/dialogs.h"
#include "i18n/format.h"
#include "models/governance_words.h"
#include "models/note_texts.h"
#include "models/words.h"
#include "pages/deidentify/preview_tables.h"
#include "pages/deidentify/recipe_analyses.h"
#include "pages/deidentify/recipe_panel.h"
#include "session/workspace_access.h"
#include "widgets/banner.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/details_panel.h"
#include "widgets/empty_state.h"
#include "widgets/page_header.h"
#include "widgets/risk_meter.h"
#include "widgets/step_bar.h"
#include "widgets/text_label.h"
#include "workspace/assessments.h"
#include "workspace/deidentification.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

namespace mangrove::ui {

namespace {

constexpr std::uint64_t kPreviewRows = 200;
/// A slider that is dragged asks for one preview, not for twenty.
constexpr int kPreviewDelayMs = 200;
/// In the order of RecipeAnalyses::View.
constexpr std::array<std::string_view, 5> kViewNames{"rows", "levels", "reasons", "attacks", "use"};
constexpr std::array kSharings{deid::Sharing::Public, deid::Sharing::Controlled, deid::Sharing::Enclave};

} // namespace

struct DeidentifyPage::Loaded {
    std::vector<workspace::DatasetSummary> datasets;
    std::optional<workspace::DatasetSummary> dataset;
    std::optional<deid::Recipe> suggested;
    std::vector<catalog::Release> releases; ///< of the data set
    QSet<QString> covered;                  ///< columns that identify directly
};

DeidentifyPage::DeidentifyPage(Services& services, QWidget* parent)
    : Page(PageId::Deidentify, services, parent), m_releasesModel(new RowsModel<catalog::Release>(this)),
      m_delay(new QTimer(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    row->addLayout(column, 1);
    m_header = new PageHeader(this);
    m_header->primary()->setIconName(QStringLiteral("shield-check"));
    column->addWidget(m_header);
    auto* outer = new QVBoxLayout;
    outer->setContentsMargins(space::k24, 0, space::k24, space::k24);
    outer->setSpacing(space::k16);
    column->addLayout(outer, 1);
    m_banner = new Banner(this);
    outer->addWidget(m_banner);
    m_empty = new EmptyState(QStringLiteral("deidentify"), this);
    m_content = new QWidget(this);
    auto* content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(space::k16);
    makeTop(m_content);
    m_rows = new QWidget(m_content);
    auto* rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(space::k16);
    m_tables = new PreviewTables(m_rows);
    rows->addWidget(m_tables, 1);
    makeBottom(m_rows);
    m_analyses = new RecipeAnalyses(
        services, m_figures, m_rows, [this] { return subject(); }, m_content);
    content->addWidget(m_analyses, 1);
    outer->addWidget(m_empty, 1);
    outer->addWidget(m_content, 1);
    makeDetails();
    row->addWidget(m_details);
    m_empty->hide();
    m_content->hide();
    m_details->hide();

    m_delay->setSingleShot(true);
    m_delay->setInterval(kPreviewDelayMs);
    connect(m_delay, &QTimer::timeout, this, &DeidentifyPage::preview);
    connect(m_header->primary(), &QAbstractButton::clicked, this, &DeidentifyPage::apply);
    connect(m_analyses, &RecipeAnalyses::levelsChosen, this, &DeidentifyPage::takeLevels);
    connect(m_analyses, &RecipeAnalyses::failed, m_banner, &Banner::showError);
    connect(m_recipePanel, &RecipePanel::changed, this, [this] {
        m_recipeChanged = true;
        m_analyses->recipeChanged(m_recipePanel->recipe());
        m_delay->start();
    });
    connect(m_recipePanel, &RecipePanel::columnFocused, this, [this](const QString& name) {
        m_focused = name;
        showWhy();
    });
    connect(m_empty->action(), &QAbstractButton::clicked, this, [this] {
        if (m_loaded != nullptr && m_loaded->dataset.has_value())
            this->services().navigator.open(PageId::Dataset, fromUtf8(m_loaded->dataset->dataset.id.text())
                                                                 + QStringLiteral("/fields"));
        else
            this->services().navigator.open(PageId::Catalogue);
    });
    connect(m_releases, &DataTable::linkActivated, this, [this](const QModelIndex& index) {
        if (const catalog::Release* release = m_releasesModel->at(index))
            this->services().navigator.open(PageId::Authorizations,
                                            QStringLiteral("new/%1").arg(fromUtf8(release->id.text())));
    });
    connect(&services.workspace, &WorkspaceAccess::userChanged, this, &DeidentifyPage::updateActions);
    DeidentifyPage::retranslate();
}

DeidentifyPage::~DeidentifyPage() = default;

void DeidentifyPage::makeTop(QWidget* parent) {
    auto* content = qobject_cast<QVBoxLayout*>(parent->layout());
    auto* choices = new QHBoxLayout;
    choices->setSpacing(space::k8);
    m_steps = new StepBar(parent);
    m_datasets = new QComboBox(parent);
    m_sharing = new QComboBox(parent);
    choices->addWidget(m_steps);
    choices->addStretch();
    choices->addWidget(m_datasets);
    choices->addWidget(m_sharing);
    content->addLayout(choices);

    m_figures = new Card({}, parent);
    m_risk = new RiskMeter(m_figures);
    m_utility = new RiskMeter(m_figures);
    auto* figures = new QHBoxLayout;
    figures->setSpacing(space::k32);
    figures->addWidget(m_risk, 1);
    figures->addWidget(m_utility, 1);
    m_figures->body()->addLayout(figures);
    m_figures->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    connect(m_datasets, &QComboBox::activated, this, &DeidentifyPage::chooseDataset);
    connect(m_sharing, &QComboBox::activated, this, [this] {
        deid::Recipe recipe = m_recipePanel->recipe();
        for (deid::Model& model : recipe.models)
            if (model.type == deid::ModelType::Gbt42460)
                model.sharing = sharing();
        m_recipePanel->setRecipe(recipe);
        m_recipeChanged = true;
        m_analyses->clear();
        preview();
    });
    connect(m_steps, &StepBar::stepChosen, this, [this](int step) {
        const QString id = m_loaded != nullptr && m_loaded->dataset.has_value()
                               ? fromUtf8(m_loaded->dataset->dataset.id.text())
                               : QString();
        if (step == 0)
            m_datasets->setFocus();
        else if (step == 1)
            services().navigator.open(PageId::Dataset, id + QStringLiteral("/fields"));
        else if (step == 4)
            services().navigator.open(PageId::Authorizations);
        showSteps();
    });
}

void DeidentifyPage::makeBottom(QWidget* parent) {
    auto* row = new QHBoxLayout;
    row->setSpacing(space::k16);
    m_whyCard = new Card({}, parent);
    m_why = new TextLabel(TextStyle::Caption, TextRole::Secondary, m_whyCard);
    m_why->setWrapping(true);
    m_whyCard->body()->addWidget(m_why);
    m_whyCard->body()->addStretch();
    m_releasesCard = new Card({}, parent);
    m_releasesCard->setFlush(true);
    m_releases = new DataTable(m_releasesCard);
    m_releases->setModel(m_releasesModel);
    m_releases->setHugsRows();
    m_releasesCard->body()->addWidget(m_releases);
    m_releasesCard->body()->addStretch();
    row->addWidget(m_whyCard, 1);
    row->addWidget(m_releasesCard, 1);
    qobject_cast<QVBoxLayout*>(parent->layout())->addLayout(row);
}

void DeidentifyPage::makeDetails() {
    m_details = new DetailsPanel(this);
    m_recipePanel = new RecipePanel(m_details);
    m_details->body()->addWidget(m_recipePanel, 1);
}

QString DeidentifyPage::title() const {
    return tr("De-identification");
}

QString DeidentifyPage::icon() const {
    return QStringLiteral("deidentify");
}

QStringList DeidentifyPage::breadcrumb() const {
    if (m_loaded == nullptr || !m_loaded->dataset.has_value())
        return {title()};
    return {title(), fromUtf8(m_loaded->dataset->dataset.name)};
}

void DeidentifyPage::retranslate() {
    m_header->setTitle(title());
    m_header->primary()->setText(tr("Make the table…"));
    m_datasets->setAccessibleName(tr("Data set"));
    m_datasets->setToolTip(tr("Data set"));
    m_sharing->setAccessibleName(tr("Shared as"));
    m_sharing->setToolTip(tr("Shared as"));
    const int chosen = m_sharing->currentIndex() < 0 ? 1 : m_sharing->currentIndex();
    m_sharing->clear();
    for (const deid::Sharing one : kSharings)
        m_sharing->addItem(sharingText(one));
    m_sharing->setCurrentIndex(chosen);
    m_steps->setSteps({tr("Goal"), tr("Identifiers"), tr("Process"), tr("Verify"), tr("Approve")});
    m_whyCard->setTitle(tr("Why"));
    m_analyses->retranslate();
    m_releasesCard->setTitle(tr("De-identified tables of this data set"));
    m_details->setTitle(tr("Recipe"));
    m_tables->retranslate();
    m_recipePanel->retranslate();
    retranslateReleases();
    showSteps();
    showRisk();
    showUtility();
    showWhy();
    updateActions();
}

void DeidentifyPage::retranslateReleases() {
    using Model = RowsModel<catalog::Release>;
    using Row = catalog::Release;
    m_releases->setName(tr("De-identified tables of this data set"));
    m_releases->setPlaceholder(tr("None yet."));
    m_releasesModel->setColumns(
        {Model::text(tr("Table"), [](const Row& row) { return fromUtf8(row.id.text()); }),
         Model::count(tr("Rows"), [](const Row& row) { return row.rows; }),
         Model::text(tr("Risk"), [](const Row& row) { return oneIn(row.highestRisk); }),
         Model::chip(tr("GB/T 42460"), [](const Row& row) {
             return ChipLook{
                 tr("level %1").arg(row.level42460), {}, row.level42460 >= 3 ? Tone::Ok : Tone::Warning};
         })});
    m_releases->setColumnWidths({0, 72, 64, 96});
}

void DeidentifyPage::reveal(const QString& target) {
    const QString id = target.section(QLatin1Char('/'), 0, 0);
    if (!id.isEmpty())
        m_reference = toUtf8(id);
    const QString view = target.section(QLatin1Char('/'), 1, 1);
    const auto* const known = std::find(kViewNames.begin(), kViewNames.end(), toUtf8(view));
    if (known != kViewNames.end())
        m_analyses->setView(static_cast<RecipeAnalyses::View>(known - kViewNames.begin()));
}

QList<CommandId> DeidentifyPage::pageCommands() const {
    QList<CommandId> commands{CommandId::Refresh, CommandId::Preview, CommandId::Run};
    if (blockedReason().isEmpty())
        commands << CommandId::Apply;
    return commands;
}

void DeidentifyPage::runCommand(CommandId command) {
    switch (command) {
    case CommandId::Preview:
        preview();
        break;
    case CommandId::Run:
        if (m_analyses->view() == RecipeAnalyses::Rows)
            preview();
        else
            m_analyses->run(m_analyses->view());
        break;
    case CommandId::Apply:
        apply();
        break;
    case CommandId::Refresh:
        refresh();
        break;
    default:
        break;
    }
}

void DeidentifyPage::refresh() {
    if (!services().workspace.isOpen())
        return;
    services().workspace.read<std::shared_ptr<const Loaded>>(
        {tr("Reading the recipe"), Lane::Reader, QStringLiteral("deidentify"), true}, this,
        [reference = m_reference](const WorkspaceCall& call) -> Result<std::shared_ptr<const Loaded>> {
            auto loaded = std::make_shared<Loaded>();
            MANGROVE_ASSIGN(loaded->datasets, workspace::listDatasets(call.workspace));
            for (const workspace::DatasetSummary& one : loaded->datasets) {
                const bool wanted = reference.empty() ? one.classified : one.dataset.id.text() == reference;
                if (wanted && !loaded->dataset.has_value())
                    loaded->dataset = one;
            }
            if (!loaded->dataset.has_value() && !loaded->datasets.empty())
                loaded->dataset = loaded->datasets.front();
            if (!loaded->dataset.has_value())
                return std::shared_ptr<const Loaded>(std::move(loaded));
            const DatasetId id = loaded->dataset->dataset.id;
            MANGROVE_ASSIGN(loaded->releases, workspace::listReleases(call.workspace, id));
            MANGROVE_ASSIGN(const auto classes, workspace::storedClassification(call.workspace, id));
            if (!classes.has_value())
                return std::shared_ptr<const Loaded>(std::move(loaded));
            for (const classify::ColumnClassification& column : classes->value.columns)
                if (column.cls == classify::IdentifierClass::Direct
                    || column.cls == classify::IdentifierClass::Professional || column.freeText)
                    loaded->covered.insert(fromUtf8(column.name));
            MANGROVE_ASSIGN(loaded->suggested, workspace::suggestRecipe(call.workspace, id));
            return std::shared_ptr<const Loaded>(std::move(loaded));
        },
        [this](Result<std::shared_ptr<const Loaded>> result) { take(std::move(result)); });
}

void DeidentifyPage::take(Result<std::shared_ptr<const Loaded>> result) {
    if (!result.ok()) {
        m_banner->showError(result.error());
        return;
    }
    const std::string before = m_loaded != nullptr && m_loaded->dataset.has_value()
                                   ? m_loaded->dataset->dataset.id.text()
                                   : std::string();
    m_loaded = std::move(result).value();
    const bool ready = m_loaded->dataset.has_value() && m_loaded->suggested.has_value();
    m_content->setVisible(ready);
    m_details->setVisible(ready);
    m_empty->setVisible(!ready);
    if (!m_loaded->dataset.has_value())
        m_empty->setTexts(tr("No data set to de-identify"), tr("Register a file in the catalogue first."),
                          tr("Open the catalogue"));
    else if (!ready)
        m_empty->setTexts(
            tr("“%1” is not classified yet").arg(fromUtf8(m_loaded->dataset->dataset.name)),
            tr("A recipe is proposed from what each column is. Profile and classify the data set first."),
            tr("Open the data set"));
    fillDatasets();
    m_releasesModel->setRows(m_loaded->releases);
    m_releasesCard->setVisible(!m_loaded->releases.empty());
    if (ready && (before != m_loaded->dataset->dataset.id.text() || !m_recipeChanged)) {
        m_reference = m_loaded->dataset->dataset.id.text();
        if (before != m_reference || m_recipePanel->recipe() != *m_loaded->suggested)
            m_analyses->clear();
        suggest();
    }
    showSteps();
    updateActions();
    Q_EMIT breadcrumbChanged();
}

void DeidentifyPage::fillDatasets() {
    const QSignalBlocker blocker(m_datasets);
    m_datasets->clear();
    for (const workspace::DatasetSummary& one : m_loaded->datasets) {
        m_datasets->addItem(fromUtf8(one.dataset.name), fromUtf8(one.dataset.id.text()));
        if (m_loaded->dataset.has_value() && m_loaded->dataset->dataset.id == one.dataset.id)
            m_datasets->setCurrentIndex(m_datasets->count() - 1);
    }
}

void DeidentifyPage::chooseDataset() {
    m_reference = toUtf8(m_datasets->currentData().toString());
    m_recipeChanged = false;
    m_preview.reset();
    m_tables->clear();
    refresh();
}

void DeidentifyPage::suggest() {
    m_recipeChanged = false;
    m_tables->setUncovered(services().workspace.isDemo());
    m_recipePanel->setRecipe(*m_loaded->suggested);
    // what is shared how is proposed with the recipe; a choice for another data set is none for this one
    for (const deid::Model& model : m_loaded->suggested->models)
        if (model.type == deid::ModelType::Gbt42460)
            m_sharing->setCurrentIndex(static_cast<int>(
                std::find(kSharings.begin(), kSharings.end(), model.sharing) - kSharings.begin()));
    preview();
}

deid::Sharing DeidentifyPage::sharing() const {
    return kSharings.at(static_cast<std::size_t>(std::max(0, m_sharing->currentIndex())));
}

std::optional<RecipeAnalyses::Subject> DeidentifyPage::subject() const {
    if (m_loaded == nullptr || !m_loaded->dataset.has_value() || !m_loaded->suggested.has_value())
        return std::nullopt;
    workspace::ReleaseOptions options;
    options.recipe = m_recipePanel->recipe();
    options.sharing = sharing();
    const catalog::Dataset& dataset = m_loaded->dataset->dataset;
    return RecipeAnalyses::Subject{dataset.id, fromUtf8(dataset.name), options, *m_loaded->suggested,
                                   deid::tauOf(options.sharing)};
}

void DeidentifyPage::preview() {
    if (m_loaded == nullptr || !m_loaded->dataset.has_value() || !m_loaded->suggested.has_value())
        return;
    workspace::ReleaseOptions options;
    options.recipe = m_recipePanel->recipe();
    options.sharing = sharing();
    const DatasetId id = m_loaded->dataset->dataset.id;
    services().workspace.read<deid::PreviewReport>(
        {tr("Trying the recipe on %1").arg(fromUtf8(m_loaded->dataset->dataset.name)), Lane::Reader,
         QStringLiteral("preview"), true},
        this,
        [id, options](const WorkspaceCall& call) {
            return workspace::previewRecipe(call.workspace, id, options, kPreviewRows, call.run);
        },
        [this](Result<deid::PreviewReport> result) { takePreview(std::move(result)); });
}

void DeidentifyPage::takePreview(Result<deid::PreviewReport> result) {
    if (!result.ok()) {
        if (result.error().kind() != ErrorKind::Cancelled)
            m_banner->showError(result.error());
        m_preview.reset();
    } else {
        m_banner->clear();
        m_preview = std::move(result).value();
        m_tables->setPreview(*m_preview, m_loaded->covered);
        m_recipePanel->setMeasured(m_preview->columns);
        m_analyses->setPreview(*m_preview, m_recipePanel->recipe());
    }
    showRisk();
    showUtility();
    showWhy();
    showSteps();
    updateActions();
}

void DeidentifyPage::takeLevels(const std::vector<std::string>& columns, const deid::Levels& levels) {
    deid::Recipe recipe = m_recipePanel->recipe();
    for (deid::Attribute& attribute : recipe.attributes)
        for (std::size_t q = 0; q < columns.size(); ++q)
            if (attribute.column == columns[q])
                attribute.fixLevel(levels.at(q));
    m_recipePanel->setRecipe(recipe);
    m_recipeChanged = true;
    m_analyses->recipeChanged(recipe);
    preview();
}

void DeidentifyPage::showRisk() {
    m_risk->setTitle(tr("Highest prosecutor risk"));
    if (!m_preview.has_value() || !m_preview->after.prosecutor.has_value()) {
        m_risk->clear();
        return;
    }
    const deid::RiskReport& after = m_preview->after;
    const double highest = after.prosecutor->highest;
    const QString before =
        m_preview->before.prosecutor.has_value() ? oneIn(m_preview->before.prosecutor->highest) : dash();
    m_risk->setThreshold(after.gbt42460.tau);
    m_risk->setTone(m_preview->valid && after.gbt42460.level >= 3 ? Tone::Ok : Tone::Critical);
    m_risk->setValue(highest, oneIn(highest),
                     tr("before %1 · level %2 (τ %3, R %4)")
                         .arg(before)
                         .arg(after.gbt42460.level)
                         .arg(oneIn(after.gbt42460.tau), formatDecimal(after.gbt42460.r, 3)));
}

void DeidentifyPage::showUtility() {
    m_utility->setTitle(tr("Information kept"));
    if (!m_preview.has_value()) {
        m_utility->clear();
        return;
    }
    const double kept = std::clamp(1.0 - m_preview->loss, 0.0, 1.0);
    m_utility->setTone(Tone::Accent);
    m_utility->setValue(kept, formatShare(kept, 0),
                        tr("%n row(s) suppressed", nullptr, static_cast<int>(m_preview->rowsSuppressed)));
}

void DeidentifyPage::showWhy() {
    QStringList lines;
    if (!m_focused.isEmpty() && m_loaded != nullptr) {
        if (const deid::Attribute* attribute = m_recipePanel->recipe().find(toUtf8(m_focused)))
            lines << QStringLiteral("%1: %2").arg(m_focused,
                                                  transformEffect(deid::effectiveTransform(*attribute).type));
    }
    if (m_preview.has_value()) {
        const deid::RiskReport& after = m_preview->after;
        lines << tr("GB/T 39725 10.2 d: every group larger than 5; the smallest has %1.")
                     .arg(formatCount(after.smallestGroup));
        for (const deid::CodedNote& line : after.gbt42460.arithmetic)
            lines << noteText(line);
        const auto& models = m_recipePanel->recipe().models;
        for (std::size_t i = 0; i < m_preview->models.size() && models.size() == m_preview->models.size();
             ++i)
            lines << modelCheckText(models[i], m_preview->models[i]);
        if (!m_preview->valid)
            lines.prepend(tr("The recipe does not meet its models yet."));
    }
    m_why->setText(lines.join(QLatin1Char('\n')));
}

void DeidentifyPage::showSteps() {
    int done = 0;
    if (m_loaded != nullptr && m_loaded->dataset.has_value())
        done = m_loaded->suggested.has_value() ? 2 : 1;
    if (done == 2 && m_preview.has_value())
        done = m_preview->valid ? 4 : 3;
    const bool released = m_loaded != nullptr && !m_loaded->releases.empty();
    m_steps->setDone(done);
    m_steps->setReachable(4);
    m_steps->setCurrent(std::min(done == 4 && !released ? 3 : done, 4));
}

QString DeidentifyPage::blockedReason() const {
    if (!services().workspace.isOpen())
        return tr("No workspace is open.");
    if (services().workspace.user() == nullptr)
        return tr("Log in first.");
    if (!services().workspace.hasRole(QStringLiteral("data-officer")))
        return tr("Only a data officer de-identifies.");
    if (m_busy)
        return tr("A table is being made.");
    if (!m_preview.has_value())
        return tr("The recipe has not been tried yet.");
    if (!m_preview->valid)
        return tr("The recipe does not meet its models yet.");
    return {};
}

void DeidentifyPage::updateActions() {
    m_header->primary()->setBlocked(blockedReason());
    if (m_loaded == nullptr || !m_loaded->dataset.has_value() || !m_preview.has_value()) {
        m_header->setState(tr("What is done to each column, what risk and what use are left."));
    } else {
        QStringList models;
        for (const deid::Model& model : m_recipePanel->recipe().models)
            models << modelText(model);
        m_header->setState(m_preview->valid
                               ? tr("Meets: %1").arg(models.join(QStringLiteral(" · ")))
                               : tr("Does not meet: %1").arg(models.join(QStringLiteral(" · "))));
    }
    Q_EMIT commandsChanged();
}

void DeidentifyPage::apply() {
    if (!blockedReason().isEmpty())
        return;
    const CurrentUser* user = services().workspace.user();
    const QString name = fromUtf8(m_loaded->dataset->dataset.name);
    services().dialogs.confirmAct(
        this,
        {tr("Make the de-identified table"),
         tr("%1 makes a de-identified table of “%2” with the recipe shown: %3 columns, about %4 rows. It is "
            "recorded in the audit log and can then be requested.")
             .arg(user->name, name,
                  formatCount(static_cast<quint64>(
                      std::count_if(m_preview->columns.begin(), m_preview->columns.end(),
                                    [](const deid::AppliedColumn& column) { return column.written; }))),
                  formatCount(m_loaded->dataset->dataset.rows
                              - std::min(m_loaded->dataset->dataset.rows, m_preview->rowsSuppressed))),
         tr("Make the table"), false},
        [this] { startApply(); });
}

void DeidentifyPage::startApply() {
    workspace::ReleaseOptions options;
    options.recipe = m_recipePanel->recipe();
    options.sharing = sharing();
    const DatasetId id = m_loaded->dataset->dataset.id;
    m_busy = true;
    updateActions();
    services().workspace.write<catalog::Release>(
        {tr("De-identifying %1").arg(fromUtf8(m_loaded->dataset->dataset.name)), Lane::Writer, {}, false},
        this,
        [id, options](const WorkspaceCall& call) -> Result<catalog::Release> {
            if (call.session == nullptr)
                return Error(errors::kInternal, {"nobody is logged in"});
            return workspace::applyRecipe(call.workspace, *call.session, id, options, call.run);
        },
        [this](Result<catalog::Release> result) {
            m_busy = false;
            updateActions();
            if (!result.ok()) {
                m_banner->showError(result.error());
                return;
            }
            m_banner->showMessage(
                Tone::Ok,
                tr("%1 is made: %2 rows, highest risk %3. It can be requested now.")
                    .arg(fromUtf8(result->id.text()), formatCount(result->rows), oneIn(result->highestRisk)));
        });
}

} // namespace mangrove::ui
