// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/overview/overview_page.h"

#include "i18n/format.h"
#include "models/governance_words.h"
#include "models/words.h"
#include "pages/overview/heat_strip.h"
#include "pages/overview/todo_list.h"
#include "session/workspace_access.h"
#include "widgets/banner.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/empty_state.h"
#include "widgets/icon_label.h"
#include "widgets/metric_card.h"
#include "widgets/page_body.h"
#include "widgets/page_header.h"
#include "widgets/text_label.h"
#include "widgets/timeline.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

namespace mangrove::ui {

namespace {

constexpr std::size_t kShownActivities = 8;
constexpr std::array kAimIcons{"catalogue", "handoff", "quality", "deidentify"};

} // namespace

OverviewPage::OverviewPage(Services& services, QWidget* parent) : Page(PageId::Overview, services, parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new PageHeader(this);
    column->addWidget(m_header);
    m_body = new PageBody(this);
    column->addWidget(m_body, 1);

    m_banner = new Banner(m_body);
    m_empty = new EmptyState(QStringLiteral("dataset"), m_body);
    m_content = new QWidget(m_body);
    auto* content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(space::k24);
    content->addWidget(makeColumns());
    content->addWidget(makeLower(), 1);
    m_body->column()->addWidget(m_banner);
    m_body->column()->addWidget(m_empty, 1);
    m_body->column()->addWidget(m_content, 1);
    m_empty->hide();
    connect(m_empty->action(), &QAbstractButton::clicked, this,
            [this] { this->services().navigator.open(PageId::Catalogue); });
    connect(m_banner, &Banner::actionClicked, this, &OverviewPage::refresh);

    link(Datasets, PageId::Catalogue);
    link(Unclassified, PageId::Catalogue, QStringLiteral("unclassified"));
    link(Releases, PageId::Deidentify);
    link(Pending, PageId::Authorizations, QStringLiteral("pending"));
    link(Permits, PageId::Authorizations, QStringLiteral("active"));
    link(Packages, PageId::Handoff);
    link(QualityPassed, PageId::Quality);
    link(RowsKept, PageId::Deidentify);
    link(Recipients, PageId::Handoff);
    link(Risk, PageId::Deidentify);
    link(Unresolved, PageId::Catalogue, QStringLiteral("unresolved"));
    link(Audit, PageId::Audit);
    OverviewPage::retranslate();
}

QWidget* OverviewPage::makeColumns() {
    auto* columns = new QWidget(m_content);
    auto* grid = new QGridLayout(columns);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::k24);
    grid->setVerticalSpacing(space::k12);
    for (int aim = 0; aim < 4; ++aim) {
        const auto at = static_cast<std::size_t>(aim);
        auto* head = new QHBoxLayout;
        head->setSpacing(space::k8);
        head->addWidget(
            new IconLabel(QString::fromLatin1(kAimIcons.at(at)), TextRole::Accent, size::kIcon, columns));
        m_aims.at(at) = new TextLabel(TextStyle::Title, TextRole::Primary, columns);
        head->addWidget(m_aims.at(at), 1);
        grid->addLayout(head, 0, aim);
        for (int i = 0; i < 3; ++i) {
            auto* card = new MetricCard(columns);
            m_cards.at(at * 3 + static_cast<std::size_t>(i)) = card;
            grid->addWidget(card, i + 1, aim);
        }
        grid->setColumnStretch(aim, 1);
    }
    return columns;
}

QWidget* OverviewPage::makeLower() {
    auto* lower = new QWidget(m_content);
    auto* row = new QHBoxLayout(lower);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::k24);
    m_todoCard = new Card({}, lower);
    m_todos = new TodoList(m_todoCard);
    m_todoCard->body()->addWidget(m_todos);
    row->addWidget(m_todoCard, 1);

    auto* right = new QVBoxLayout;
    right->setSpacing(space::k24);
    m_heatCard = new Card({}, lower);
    m_heat = new HeatStrip(m_heatCard);
    m_heatCard->body()->addWidget(m_heat);
    right->addWidget(m_heatCard);
    m_activityCard = new Card({}, lower);
    m_activity = new Timeline(m_activityCard);
    m_activityCard->body()->addWidget(m_activity);
    m_activityCard->body()->addStretch();
    right->addWidget(m_activityCard, 1);
    row->addLayout(right, 1);

    connect(m_todos, &TodoList::opened, this,
            [this](PageId page, const QString& target) { services().navigator.open(page, target); });
    connect(m_heat, &HeatStrip::opened, this,
            [this](const QString& target) { services().navigator.open(PageId::Quality, target); });
    return lower;
}

void OverviewPage::link(Metric metric, PageId page, const QString& target) {
    connect(m_cards.at(metric), &QAbstractButton::clicked, this,
            [this, page, target] { services().navigator.open(page, target); });
}

QString OverviewPage::title() const {
    return tr("Overview");
}

QString OverviewPage::icon() const {
    return QStringLiteral("overview");
}

QList<CommandId> OverviewPage::pageCommands() const {
    return {CommandId::Refresh};
}

void OverviewPage::runCommand(CommandId command) {
    if (command == CommandId::Refresh)
        refresh();
}

void OverviewPage::retranslate() {
    m_header->setTitle(title());
    m_aims[0]->setText(tr("Supplied"));
    m_aims[1]->setText(tr("Circulated"));
    m_aims[2]->setText(tr("Used well"));
    m_aims[3]->setText(tr("Kept safe"));
    m_cards[Datasets]->setTitle(tr("Data sets"));
    m_cards[Unclassified]->setTitle(tr("Not classified"));
    m_cards[Releases]->setTitle(tr("De-identified tables"));
    m_cards[Pending]->setTitle(tr("Requests waiting"));
    m_cards[Permits]->setTitle(tr("Active permits"));
    m_cards[Packages]->setTitle(tr("Packages handed off"));
    m_cards[QualityPassed]->setTitle(tr("Quality checks passed"));
    m_cards[RowsKept]->setTitle(tr("Rows kept"));
    m_cards[Recipients]->setTitle(tr("Recipients"));
    m_cards[Risk]->setTitle(tr("Highest re-identification risk"));
    m_cards[Unresolved]->setTitle(tr("Columns to decide"));
    m_cards[Audit]->setTitle(tr("Audit log"));
    m_todoCard->setTitle(tr("To do"));
    m_heatCard->setTitle(tr("Quality: share of cells that conform"));
    m_activityCard->setTitle(tr("Recent activity"));
    m_empty->setTexts(tr("No data sets yet"),
                      tr("Register the file of an extract. It stays where it is; only what is found out "
                         "about it is kept here."),
                      tr("Open the catalogue"));
    if (m_overview.has_value())
        show(*m_overview);
    else
        m_header->setState(tr("What can be supplied, what circulates, how well it serves, how safe it is."));
}

void OverviewPage::refresh() {
    if (!services().workspace.isOpen())
        return;
    services().workspace.read<workspace::Overview>(
        {tr("Reading the overview"), Lane::Reader, QStringLiteral("overview"), true}, this,
        [](const WorkspaceCall& call) { return workspace::overview(call.workspace, call.run); },
        [this](Result<workspace::Overview> result) { take(std::move(result)); });
}

void OverviewPage::take(Result<workspace::Overview> result) {
    if (!result.ok()) {
        m_banner->showError(result.error());
        m_banner->setAction(tr("Try again"));
        return;
    }
    m_banner->clear();
    m_overview = std::move(result).value();
    show(*m_overview);
}

void OverviewPage::show(const workspace::Overview& overview) {
    const bool empty = overview.supply.datasets == 0;
    m_empty->setVisible(empty);
    m_content->setVisible(!empty);
    const auto waiting = static_cast<int>(overview.todos.size());
    m_header->setState(
        waiting == 0 ? tr("%1 · nothing is waiting").arg(fromUtf8(overview.organisation))
                     : tr("%1 · %n thing(s) to do", nullptr, waiting).arg(fromUtf8(overview.organisation)));
    showSupply(overview.supply);
    showFlow(overview.flow);
    showUse(overview.use);
    showSafety(overview.safety, overview.now);
    m_todos->setTodos(overview.todos);
    m_heat->setCells(overview.heat);
    m_heatCard->setVisible(!overview.heat.empty());
    showActivity(overview.activity, overview.now);
}

void OverviewPage::showSupply(const workspace::SupplyFigures& figures) {
    m_cards[Datasets]->setFigure(formatCount(figures.datasets));
    m_cards[Datasets]->setCaption(
        tr("%1 rows, %2 columns").arg(formatCount(figures.rows), formatCount(figures.columns)));
    m_cards[Unclassified]->setFigure(formatCount(figures.unclassified));
    if (figures.unclassified == 0)
        m_cards[Unclassified]->setCaption(tr("every column has a class and a level"), Tone::Ok);
    else
        m_cards[Unclassified]->setCaption(
            tr("%n not profiled", nullptr, static_cast<int>(figures.unprofiled)), Tone::Warning);
    m_cards[Releases]->setFigure(formatCount(figures.releases));
    m_cards[Releases]->setCaption(figures.releases == 0 ? tr("none yet") : tr("ready to be requested"));
}

void OverviewPage::showFlow(const workspace::FlowFigures& figures) {
    m_cards[Pending]->setFigure(formatCount(figures.requestsPending));
    m_cards[Pending]->setCaption(
        figures.medianDaysToDecision.has_value()
            ? tr("median %1 days to a decision").arg(formatDecimal(*figures.medianDaysToDecision, 1))
            : tr("of %1 requests").arg(formatCount(figures.requests)),
        figures.requestsPending > 0 ? Tone::Info : Tone::Neutral);
    m_cards[Permits]->setFigure(formatCount(figures.permitsActive));
    if (figures.permitsExpiring > 0)
        m_cards[Permits]->setCaption(
            tr("%n end(s) within 30 days", nullptr, static_cast<int>(figures.permitsExpiring)),
            Tone::Warning);
    else
        m_cards[Permits]->setCaption(tr("none ends within 30 days"));
    m_cards[Packages]->setFigure(formatCount(figures.packages));
    m_cards[Packages]->setCaption(tr("%1 in the last 30 days").arg(formatCount(figures.packagesLast30Days)));
}

void OverviewPage::showUse(const workspace::UseFigures& figures) {
    if (figures.qualityChecks == 0) {
        m_cards[QualityPassed]->setFigure(dash());
        m_cards[QualityPassed]->setCaption(tr("not checked yet"));
    } else {
        m_cards[QualityPassed]->setFigure(formatShare(static_cast<double>(figures.qualityPassed)
                                                      / static_cast<double>(figures.qualityChecks)));
        m_cards[QualityPassed]->setCaption(tr("%1 of %2 fail, %3 critical")
                                               .arg(formatCount(figures.qualityFailed),
                                                    formatCount(figures.qualityChecks),
                                                    formatCount(figures.criticalFindings)),
                                           figures.criticalFindings > 0 ? Tone::Critical
                                           : figures.qualityFailed > 0  ? Tone::Warning
                                                                        : Tone::Ok);
    }
    m_cards[RowsKept]->setFigure(figures.rowsKept.has_value() ? formatShare(*figures.rowsKept) : dash());
    m_cards[RowsKept]->setCaption(tr("after de-identification"));
    m_cards[Recipients]->setFigure(formatCount(figures.recipients));
    m_cards[Recipients]->setCaption(tr("organisations hold a package"));
}

void OverviewPage::showSafety(const workspace::SafetyFigures& figures, Instant now) {
    if (figures.highestRisk.has_value()) {
        m_cards[Risk]->setFigure(oneIn(*figures.highestRisk));
        const QString level =
            figures.averageLevel42460.has_value()
                ? tr("GB/T 42460 level %1 on average").arg(formatDecimal(*figures.averageLevel42460, 1))
                : tr("of all released tables");
        m_cards[Risk]->setCaption(level, *figures.highestRisk > 0.2 ? Tone::Critical : Tone::Ok);
    } else {
        m_cards[Risk]->setFigure(dash());
        m_cards[Risk]->setCaption(tr("nothing released yet"));
    }
    m_cards[Unresolved]->setFigure(formatCount(figures.unresolvedColumns));
    m_cards[Unresolved]->setCaption(figures.unresolvedColumns == 0 ? tr("no column is in doubt")
                                                                   : tr("a person has to decide"),
                                    figures.unresolvedColumns == 0 ? Tone::Ok : Tone::Warning);
    m_cards[Audit]->setFigure(formatCount(figures.auditEvents));
    if (!figures.auditOk)
        m_cards[Audit]->setCaption(tr("does not verify"), Tone::Critical);
    else if (figures.lastCheckpoint.has_value())
        m_cards[Audit]->setCaption(
            tr("verified · checkpoint %1").arg(formatRelative(*figures.lastCheckpoint, now)), Tone::Ok);
    else
        m_cards[Audit]->setCaption(tr("verified · no checkpoint yet"), Tone::Warning);
}

void OverviewPage::showActivity(const std::vector<workspace::Activity>& activity, Instant now) {
    std::vector<TimelineEntry> entries;
    for (std::size_t i = 0; i < activity.size() && i < kShownActivities; ++i) {
        const workspace::Activity& event = activity[i];
        const QString actor = fromUtf8(event.actorName.empty() ? event.actor.text() : event.actorName);
        entries.push_back({auditActionIcon(event.action), Tone::Neutral,
                           fromUtf8(event.objectName.empty() ? event.object : event.objectName),
                           QStringLiteral("%1 %2").arg(actor, auditActionText(event.action)),
                           formatRelative(event.time, now), formatUtc(event.time), QString(), false});
    }
    m_activity->setEntries(entries);
}

} // namespace mangrove::ui
