// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/deidentify/recipe_analyses.h"

#include "dialogs/dialogs.h"
#include "i18n/format.h"
#include "pages/deidentify/attack_choices.h"
#include "pages/deidentify/attack_tab.h"
#include "pages/deidentify/explanation_tab.h"
#include "pages/deidentify/frontier_card.h"
#include "pages/deidentify/utility_tab.h"
#include "session/workspace_access.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace mangrove::ui {

RecipeAnalyses::RecipeAnalyses(Services& services, QWidget* summary, QWidget* rows,
                               std::function<std::optional<Subject>()> subject, QWidget* parent)
    : QWidget(parent), m_services(services), m_subject(std::move(subject)), m_tabs(new QTabBar(this)),
      m_stack(new QStackedWidget(this)), m_levels(new AnalysisTab(QStringLiteral("trend"), m_stack)),
      m_frontier(new FrontierCard(m_levels)), m_reasons(new ExplanationTab(m_stack)),
      m_attacks(new AttackTab(m_stack)),
      m_use(new UtilityTab(m_stack)), m_analyses{m_levels, m_reasons, m_attacks, m_use} {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::k12);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(true);
    column->addWidget(m_tabs);
    column->addWidget(summary);
    column->addWidget(m_stack, 1);
    m_stack->addWidget(rows);
    m_tabs->addTab({});
    m_levels->column()->addWidget(m_frontier, 1);
    for (const View view : {Levels, Reasons, Attacks, Use}) {
        m_tabs->addTab({});
        m_stack->addWidget(&tab(view));
        connect(&tab(view), &AnalysisTab::requested, this, [this, view] { run(view); });
        connect(&tab(view), &AnalysisTab::stopRequested, this, [this, view] { drop(view); });
    }
    connect(m_tabs, &QTabBar::currentChanged, this, [this, summary](int index) {
        summary->setVisible(index == Rows || index == Levels);
        m_stack->setCurrentIndex(index);
    });
    connect(&m_attacks->attackers(), &AttackChoices::controlFileRequested, this, [this] {
        m_services.dialogs.openFile(
            this,
            {tr("Records of people who are not in the data set"),
             {},
             {},
             {tr("Tables (*.csv *.tsv *.txt *.xlsx *.json *.ndjson *.gz *.zst *.zip *.db *.sqlite)"),
              tr("All files (*)")}},
            [this](const QString& path) { m_attacks->attackers().setControlFile(path); });
    });
    connect(m_frontier, &FrontierCard::pointChosen, this, [this](int index) {
        const deid::FrontierReport& report = *m_frontier->report();
        Q_EMIT levelsChosen(report.columns, report.points.at(static_cast<std::size_t>(index)).levels);
    });
}

void RecipeAnalyses::setView(View view) {
    m_tabs->setCurrentIndex(view);
}

RecipeAnalyses::View RecipeAnalyses::view() const {
    return static_cast<View>(m_tabs->currentIndex());
}

void RecipeAnalyses::run(View view) {
    const auto subject = m_subject();
    if (!subject.has_value() || view == Rows)
        return;
    setView(view);
    if (view == Levels)
        compareLevels(*subject);
    else if (view == Reasons)
        explain(*subject);
    else if (view == Attacks)
        attack(*subject);
    else
        measureUse(*subject);
}

template<typename Report>
void RecipeAnalyses::start(View view, const QString& title, const Subject& subject, Work<Report> work,
                           std::function<void(Report)> show) {
    const std::size_t slot = view - 1U;
    const quint64 number = ++m_runs.at(slot);
    m_services.jobs.cancel(m_jobs.at(slot));
    tab(view).setState(AnalysisTab::State::Running);
    const auto isCurrent = [this, slot, number] { return m_runs.at(slot) == number; };
    m_jobs.at(slot) = m_services.workspace.read<workspace::RecipeSource>(
        {title, Lane::Reader, {}, true}, this,
        [id = subject.id](const WorkspaceCall& call) { return workspace::recipeSource(call.workspace, id); },
        [this, view, slot, title, isCurrent, work = std::move(work),
         show = std::move(show)](Result<workspace::RecipeSource> source) {
            if (!isCurrent())
                return;
            if (!source.ok()) {
                fail(view, source.error());
                return;
            }
            m_jobs.at(slot) = m_services.jobs.run<Report>(
                {title, Lane::Engine, {}, false}, this,
                [source = std::move(source).value(), work](const RunContext& run) {
                    return work(source, run);
                },
                [this, view, isCurrent, show](Result<Report> result) {
                    if (!isCurrent())
                        return;
                    if (result.ok())
                        show(std::move(result).value());
                    else
                        fail(view, result.error());
                });
        });
}

void RecipeAnalyses::compareLevels(const Subject& subject) {
    workspace::ReleaseOptions options = subject.options;
    m_compared = deid::withoutLevels(options.recipe);
    // Levels that somebody chose are open again, within the bounds that were proposed.
    for (deid::Attribute& attribute : options.recipe.attributes) {
        if (!attribute.level.has_value())
            continue;
        attribute.level.reset();
        if (const deid::Attribute* proposed = subject.suggested.find(attribute.column)) {
            attribute.minLevel = proposed->minLevel;
            attribute.maxLevel = proposed->maxLevel;
        }
    }
    start<deid::FrontierReport>(
        Levels, tr("Comparing all levels of %1").arg(subject.name), subject,
        [options](const workspace::RecipeSource& source, const RunContext& run) {
            return workspace::frontierOf(source, options, run);
        },
        [this](deid::FrontierReport report) {
            m_frontier->setReport(std::move(report));
            m_levels->setState(AnalysisTab::State::Result);
        });
}

void RecipeAnalyses::explain(const Subject& subject) {
    start<deid::SearchReport>(
        Reasons, tr("Explaining the levels of %1").arg(subject.name), subject,
        [options = subject.options](const workspace::RecipeSource& source, const RunContext& run) {
            return workspace::explainRecipe(source, options, run);
        },
        [this, measure = std::string(deid::nameOf(subject.options.recipe.measure.type))](
            deid::SearchReport report) { m_reasons->setReport(std::move(report), measure); });
}

void RecipeAnalyses::attack(const Subject& subject) {
    start<deid::AttackReport>(
        Attacks, tr("Attacking a trial table of %1").arg(subject.name), subject,
        [options = subject.options, attack = m_attacks->attackers().attack()](
            const workspace::RecipeSource& source, const RunContext& run) {
            return workspace::attackRecipe(source, options, attack, run);
        },
        [this, tau = subject.tau](deid::AttackReport report) {
            m_attacks->setReport(std::move(report), tau);
        });
}

void RecipeAnalyses::measureUse(const Subject& subject) {
    start<deid::UtilityReport>(
        Use, tr("Measuring the utility of %1").arg(subject.name), subject,
        [options = subject.options, target = m_use->target()](const workspace::RecipeSource& source,
                                                              const RunContext& run) {
            return workspace::utilityOfRecipe(source, options, target, run);
        },
        [this](deid::UtilityReport report) { m_use->setReport(std::move(report)); });
}

void RecipeAnalyses::fail(View view, const Error& error) {
    drop(view);
    if (error.kind() != ErrorKind::Cancelled)
        Q_EMIT failed(error);
}

void RecipeAnalyses::drop(View view) {
    const std::size_t slot = view - 1U;
    ++m_runs.at(slot);
    m_services.jobs.cancel(m_jobs.at(slot));
    if (view == Levels) {
        m_frontier->clear();
        m_levels->setState(AnalysisTab::State::Empty);
    } else if (view == Reasons) {
        m_reasons->clear();
    } else if (view == Attacks) {
        m_attacks->clear();
    } else {
        m_use->clear();
    }
}

void RecipeAnalyses::setPreview(const deid::PreviewReport& preview, const deid::Recipe& recipe) {
    if (const auto subject = m_subject(); subject.has_value() && subject->id != m_dataset) {
        m_dataset = subject->id;
        m_attacks->attackers().clear();
    }
    m_attacks->attackers().setRecipe(recipe, preview.columns);
    m_use->setColumns(preview.columns);
    if (!m_frontier->report().has_value())
        return;
    deid::Levels levels;
    for (const std::string& name : m_frontier->report()->columns)
        for (const deid::AppliedColumn& column : preview.columns)
            if (column.name == name && column.level.has_value())
                levels.push_back(*column.level);
    m_frontier->setCurrent(levels);
}

void RecipeAnalyses::recipeChanged(const deid::Recipe& recipe) {
    for (const View view : {Reasons, Attacks, Use})
        drop(view);
    if (deid::withoutLevels(recipe) != m_compared)
        drop(Levels);
}

void RecipeAnalyses::clear() {
    for (const View view : {Levels, Reasons, Attacks, Use})
        drop(view);
}

void RecipeAnalyses::retranslate() {
    m_tabs->setAccessibleName(tr("Views of the recipe"));
    m_tabs->setTabText(Rows, tr("Rows"));
    m_tabs->setTabText(Levels, tr("All levels"));
    m_tabs->setTabText(Reasons, tr("Reasons"));
    m_tabs->setTabText(Attacks, tr("Attacks"));
    m_tabs->setTabText(Use, tr("Utility"));
    m_levels->setPurpose(
        tr("Which levels are worth choosing?"),
        tr("Every combination of levels within the recipe's bounds is measured. You see those "
           "that no other beats in both risk and information kept, and take one over."),
        tr("Compare all levels"));
    m_levels->setRunning(tr("Comparing all levels"));
    m_frontier->retranslate();
    m_reasons->retranslate();
    m_attacks->retranslate();
    m_use->retranslate();
}

} // namespace mangrove::ui
