// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/quality/quality_page.h"

#include "i18n/format.h"
#include "models/words.h"
#include "pages/quality/quality_matrix.h"
#include "pages/quality/quality_trend.h"
#include "session/workspace_access.h"
#include "widgets/banner.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/details_panel.h"
#include "widgets/empty_state.h"
#include "widgets/filter_chip_row.h"
#include "widgets/key_value_list.h"
#include "widgets/page_header.h"
#include "widgets/text_label.h"

#include <QHBoxLayout>
#include <QSlider>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <cmath>

namespace mangrove::ui {

namespace {

constexpr std::array kShownStatuses{quality::FindingStatus::Fail, quality::FindingStatus::PassWithViolations,
                                    quality::FindingStatus::Pass, quality::FindingStatus::NotApplicable,
                                    quality::FindingStatus::Error};
/// The threshold slider: its positions in tenths of a percent, 0 to 20 %.
constexpr int kThresholdSteps = 200;

} // namespace

QualityPage::QualityPage(Services& services, QWidget* parent)
    : Page(PageId::Quality, services, parent), m_model(new RowsModel<FindingRow>(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    row->addLayout(column, 1);
    m_header = new PageHeader(this);
    m_header->primary()->setIconName(QStringLiteral("play"));
    column->addWidget(m_header);
    auto* outer = new QVBoxLayout;
    outer->setContentsMargins(space::k24, 0, space::k24, space::k24);
    outer->setSpacing(space::k16);
    column->addLayout(outer, 1);
    m_banner = new Banner(this);
    outer->addWidget(m_banner);
    m_empty = new EmptyState(QStringLiteral("quality"), this);
    outer->addWidget(m_empty, 1);
    m_content = new QWidget(this);
    auto* content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(space::k16);
    outer->addWidget(m_content, 1);
    m_matrixCard = new Card({}, m_content);
    m_matrix = new QualityMatrix(m_matrixCard);
    m_trend = new QualityTrend(m_matrixCard);
    auto* matrixRow = new QHBoxLayout;
    matrixRow->setSpacing(space::k32);
    matrixRow->addWidget(m_matrix, 1);
    matrixRow->addWidget(m_trend, 0, Qt::AlignTop);
    m_matrixCard->body()->addLayout(matrixRow);
    m_matrixCard->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    content->addWidget(m_matrixCard);
    m_chips = new FilterChipRow(m_content);
    content->addWidget(m_chips);
    m_table = new DataTable(m_content);
    m_table->setModel(m_model);
    m_table->setHugsRows();
    content->addWidget(Card::around(m_table, m_content));
    content->addStretch();
    m_details = new DetailsPanel(this);
    row->addWidget(m_details);
    m_empty->hide();
    m_content->hide();
    m_details->hide();

    connect(m_header->primary(), &QAbstractButton::clicked, this, &QualityPage::run);
    connect(m_empty->action(), &QAbstractButton::clicked, this, [this] {
        if (m_runs.empty())
            this->services().navigator.open(PageId::Catalogue);
        else
            run();
    });
    connect(m_matrix, &QualityMatrix::chosen, this, [this](const QString& dataset, const QString& dimension) {
        m_dataset = DatasetId(toUtf8(dataset));
        m_dimension = toUtf8(dimension);
        applyFilters();
    });
    connect(m_chips, &FilterChipRow::changed, this, &QualityPage::applyFilters);
    connect(m_table, &DataTable::currentRowChanged, this,
            [this](const QModelIndex& index) { showFinding(m_model->at(index)); });
    connect(m_table, &DataTable::linkActivated, this, [this](const QModelIndex& index) {
        if (const FindingRow* finding = m_model->at(index))
            this->services().navigator.open(PageId::Dataset,
                                            fromUtf8(finding->dataset.text()) + QStringLiteral("/profile"));
    });
    connect(&services.workspace, &WorkspaceAccess::userChanged, this, &QualityPage::showState);
    QualityPage::retranslate();
}

QString QualityPage::title() const {
    return tr("Quality");
}

QString QualityPage::icon() const {
    return QStringLiteral("quality");
}

void QualityPage::retranslate() {
    using Model = RowsModel<FindingRow>;
    m_header->setTitle(title());
    m_header->primary()->setText(tr("Check the quality"));
    m_matrixCard->setTitle(tr("Checks passed, by dimension and data set"));
    m_table->setName(tr("Findings"));
    m_table->setPlaceholder(tr("No finding matches the filters."));
    m_model->setColumns(
        {Model::text(tr("Column"), [](const FindingRow& row) { return fromUtf8(row.finding.column); }),
         Model::text(tr("Data set"), [](const FindingRow& row) { return fromUtf8(row.datasetName); }),
         Model::text(tr("Rule"), [](const FindingRow& row) { return ruleTypeText(row.finding.type); }),
         Model::chip(tr("State"),
                     [](const FindingRow& row) { return findingStatusChip(row.finding.status); }),
         Model::chip(tr("Severity"),
                     [](const FindingRow& row) { return severityChip(row.finding.severity); }),
         Model::count(tr("Violations"), [](const FindingRow& row) { return row.finding.violated; }),
         Model::share(tr("Share"), [](const FindingRow& row) { return row.finding.share; })});
    m_table->setColumnWidths({0, 96, 184, 152, 112, 88, 92});
    m_details->setTitle(tr("Finding"));
    updateChips();
    showState();
    showFinding(m_model->at(m_table->currentIndex()));
    if (m_loaded)
        m_matrix->setRuns(m_runs);
}

void QualityPage::reveal(const QString& target) {
    m_dataset = DatasetId(toUtf8(target.section(QLatin1Char('/'), 0, 0)));
    m_dimension = toUtf8(target.section(QLatin1Char('/'), 1, 1));
    m_matrix->select(m_dataset, m_dimension);
    applyFilters();
}

bool QualityPage::clearFilters() {
    const bool had = !m_dataset.empty() || !m_dimension.empty();
    m_dataset = DatasetId();
    m_dimension.clear();
    m_matrix->select({}, {});
    const bool chips = m_chips->clear();
    applyFilters();
    return had || chips;
}

QList<CommandId> QualityPage::pageCommands() const {
    QList<CommandId> commands{CommandId::Refresh, CommandId::ClearFilters};
    if (blockedReason().isEmpty())
        commands << CommandId::Run;
    return commands;
}

void QualityPage::runCommand(CommandId command) {
    if (command == CommandId::Run)
        run();
    else if (command == CommandId::Refresh)
        refresh();
    else if (command == CommandId::ClearFilters)
        clearFilters();
}

void QualityPage::refresh() {
    if (!services().workspace.isOpen())
        return;
    services().workspace.read<std::vector<QualityRun>>(
        {tr("Reading the quality findings"), Lane::Reader, QStringLiteral("quality"), true}, this,
        [](const WorkspaceCall& call) { return loadQuality(call.workspace); },
        [this](Result<std::vector<QualityRun>> result) { take(std::move(result)); });
}

void QualityPage::take(Result<std::vector<QualityRun>> result) {
    if (!result.ok()) {
        m_banner->showError(result.error());
        return;
    }
    m_runs = std::move(result).value();
    m_loaded = true;
    m_matrix->setRuns(m_runs);
    m_trend->setRuns(m_runs);
    m_matrix->select(m_dataset, m_dimension);
    updateChips();
    applyFilters();
    showState();
}

bool QualityPage::anyChecked() const {
    return std::any_of(m_runs.begin(), m_runs.end(),
                       [](const QualityRun& run) { return run.quality.has_value(); });
}

void QualityPage::showState() {
    const bool checked = anyChecked();
    m_content->setVisible(checked);
    m_details->setVisible(checked);
    m_empty->setVisible(m_loaded && !checked);
    m_empty->setTexts(tr("Nothing is checked yet"),
                      m_runs.empty() ? tr("Register a data set first.")
                                     : tr("Rules are proposed from what each column is: completeness, right "
                                          "form, unique keys, dates in order."),
                      m_runs.empty() ? tr("Open the catalogue") : tr("Check the quality"));
    const QString blocked = blockedReason();
    m_header->primary()->setBlocked(blocked);
    m_header->primary()->setVisible(checked);
    m_empty->action()->setBlocked(m_runs.empty() ? QString() : blocked);
    quint64 failed = 0;
    quint64 judged = 0;
    for (const QualityRun& run : m_runs) {
        if (!run.quality.has_value())
            continue;
        const quality::QualityReport& report = run.quality->value;
        failed += report.count(quality::FindingStatus::Fail);
        judged += report.count(quality::FindingStatus::Fail) + report.count(quality::FindingStatus::Pass)
                  + report.count(quality::FindingStatus::PassWithViolations);
    }
    m_header->setState(!checked ? tr("How good the data are, and where they are not.")
                       : failed > 0
                           ? tr("%1 of %2 checks fail.").arg(formatCount(failed), formatCount(judged))
                           : tr("All %1 checks pass.").arg(formatCount(judged)));
    Q_EMIT commandsChanged();
}

void QualityPage::updateChips() {
    const std::vector<FindingRow> all = findingsOf(m_runs);
    std::vector<FilterChip> chips;
    for (const quality::FindingStatus status : kShownStatuses) {
        const auto count = static_cast<qint64>(std::count_if(
            all.begin(), all.end(), [&](const FindingRow& row) { return row.finding.status == status; }));
        if (count > 0)
            chips.push_back({fromUtf8(quality::toText(status)), findingStatusText(status), count,
                             findingStatusChip(status).icon});
    }
    m_chips->setChips(chips);
}

void QualityPage::applyFilters() {
    const QStringList active = m_chips->active();
    std::vector<FindingRow> shown;
    for (FindingRow& row : findingsOf(m_runs)) {
        if (!m_dataset.empty() && row.dataset != m_dataset)
            continue;
        if (!m_dimension.empty() && quality::toText(row.finding.dimension) != m_dimension)
            continue;
        if (!active.isEmpty() && !active.contains(fromUtf8(quality::toText(row.finding.status))))
            continue;
        shown.push_back(std::move(row));
    }
    m_model->setRows(std::move(shown));
    if (!m_model->rows().empty())
        m_table->setCurrentIndex(m_model->index(0, 0));
    showFinding(m_model->at(m_table->currentIndex()));
}

void QualityPage::showFinding(const FindingRow* row) {
    m_details->clearBody();
    if (row == nullptr) {
        auto* nothing = new TextLabel(tr("Select a finding to see its rule and its rows."), TextStyle::Body,
                                      TextRole::Muted, m_details);
        nothing->setWrapping(true);
        m_details->body()->addWidget(nothing);
        m_details->body()->addStretch();
        return;
    }
    auto* sentence =
        new TextLabel(findingSentence(row->finding), TextStyle::Emphasis, TextRole::Primary, m_details);
    sentence->setWrapping(true);
    m_details->body()->addWidget(sentence);
    if (!row->description.empty()) {
        auto* rule =
            new TextLabel(fromUtf8(row->description), TextStyle::Body, TextRole::Secondary, m_details);
        rule->setWrapping(true);
        m_details->body()->addWidget(rule);
    }
    auto* facts = new KeyValueList(m_details);
    facts->setRows({{tr("Rule"), fromUtf8(row->finding.ruleId), {}, true},
                    {tr("Dimension"), dimensionText(quality::toText(row->finding.dimension))},
                    {tr("Violations"), formatCount(row->finding.violated)},
                    {tr("Looked at"), formatCount(row->finding.denominator)},
                    {tr("Share"), formatShare(row->finding.share, 2)},
                    {tr("Tolerated"), formatShare(row->finding.threshold, 2)}});
    m_details->body()->addWidget(facts);
    addThreshold(*row);
    addRows(*row);
    m_details->body()->addStretch();
}

void QualityPage::addThreshold(const FindingRow& row) {
    m_details->addSection(tr("Try another threshold"));
    auto* line = new QWidget(m_details);
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* slider = new QSlider(Qt::Horizontal, line);
    slider->setRange(0, kThresholdSteps);
    slider->setAccessibleName(tr("Tolerated share of violations"));
    auto* figure = new TextLabel(TextStyle::Body, TextRole::Primary, line);
    auto* verdict = new Chip({}, m_details);
    layout->addWidget(slider, 1);
    layout->addWidget(figure);
    m_details->body()->addWidget(line);
    m_details->body()->addWidget(verdict);
    const auto show = [slider, figure, verdict, finding = row.finding] {
        const double threshold = slider->value() / 1000.0;
        figure->setText(formatShare(threshold));
        verdict->setLook(findingStatusChip(judge(finding, threshold)));
    };
    connect(slider, &QSlider::valueChanged, verdict, show);
    slider->setValue(static_cast<int>(std::lround(row.finding.threshold * 1000)));
    show();
}

void QualityPage::addRows(const FindingRow& row) {
    if (row.finding.rows.empty())
        return;
    m_details->addSection(tr("Rows"));
    QStringList places;
    for (const quality::ViolatingRow& place : row.finding.rows)
        places << (place.line > 0
                       ? tr("row %1 (line %2)").arg(formatCount(place.row), formatCount(place.line))
                       : tr("row %1").arg(formatCount(place.row)));
    auto* list =
        new TextLabel(places.join(QStringLiteral(", ")), TextStyle::Body, TextRole::Secondary, m_details);
    list->setWrapping(true);
    m_details->body()->addWidget(list);
    if (row.finding.violated > row.finding.rows.size())
        m_details->body()->addWidget(
            new TextLabel(tr("The first %1 of %2.")
                              .arg(formatCount(row.finding.rows.size()), formatCount(row.finding.violated)),
                          TextStyle::Caption, TextRole::Muted, m_details));
    auto* open = new Button(tr("Open the rows"), ButtonKind::Secondary, QStringLiteral("table"), m_details);
    m_details->body()->addWidget(open);
    const QString target = fromUtf8(row.dataset.text()) + QStringLiteral("/data");
    connect(open, &QAbstractButton::clicked, this,
            [this, target] { services().navigator.open(PageId::Dataset, target); });
}

QString QualityPage::blockedReason() const {
    if (!services().workspace.isOpen())
        return tr("No workspace is open.");
    if (services().workspace.user() == nullptr)
        return tr("Log in first.");
    if (!services().workspace.hasRole(QStringLiteral("data-officer"))
        && !services().workspace.hasRole(QStringLiteral("privacy-reviewer")))
        return tr("Only a data officer or a privacy reviewer checks the quality.");
    if (m_running > 0)
        return tr("A check is under way.");
    const bool classified = std::any_of(m_runs.begin(), m_runs.end(),
                                        [](const QualityRun& run) { return run.summary.classified; });
    if (m_loaded && !classified)
        return tr("Classify a data set first: the rules follow from what its columns are.");
    return {};
}

void QualityPage::run() {
    if (!blockedReason().isEmpty())
        return;
    m_banner->clear();
    for (const QualityRun& one : m_runs) {
        const bool wanted = m_dataset.empty() || one.summary.dataset.id == m_dataset;
        if (!wanted || !one.summary.classified)
            continue;
        ++m_running;
        services().workspace.write<void>(
            {tr("Checking the quality of %1").arg(fromUtf8(one.summary.dataset.name)),
             Lane::Writer,
             {},
             false},
            this,
            [id = one.summary.dataset.id](const WorkspaceCall& call) -> Status {
                if (call.session == nullptr)
                    return Error(errors::kInternal, {"nobody is logged in"});
                MANGROVE_TRY(workspace::runQuality(call.workspace, *call.session, id, {}, call.run));
                return {};
            },
            [this](const Status& done) {
                --m_running;
                showState();
                if (!done.ok())
                    m_banner->showError(done.error());
            });
    }
    showState();
}

} // namespace mangrove::ui
