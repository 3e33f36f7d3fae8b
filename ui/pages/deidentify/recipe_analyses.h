// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/preview.h"
#include "deid/recipe.h"
#include "jobs/job_runner.h"
#include "services.h"
#include "widgets/analysis_tab.h"
#include "workspace/recipe_trials.h"

#include <QWidget>
#include <array>
#include <functional>
#include <optional>

class QStackedWidget;
class QTabBar;

namespace mangrove::ui {

class AttackTab;
class ExplanationTab;
class FrontierCard;
class UtilityTab;

/// The rows of the preview and, on tabs beside them, what is worked out when somebody asks: all levels
/// compared, the reasons for the levels, attacks, and what use is left. The work reads files only, so it runs
/// beside everything else and never in the GUI thread. A result is of the recipe as it was when asked for:
/// it goes when the recipe changes.
class RecipeAnalyses : public QWidget {
    Q_OBJECT
public:
    enum View : std::uint8_t { Rows, Levels, Reasons, Attacks, Use };
    static constexpr std::size_t kAnalyses = 4; ///< all views but Rows

    /// The recipe as it is now.
    struct Subject {
        DatasetId id;
        QString name;
        workspace::ReleaseOptions options;
        deid::Recipe suggested; ///< its bounds hold where levels are compared
        double tau = 0;         ///< GB/T 42460-2023 D.1.5
    };

    /// `subject` is asked whenever work starts; nullopt while there is nothing to work on.
    /// `summary` stands above `rows` and the comparison of levels, whose levels it is about.
    RecipeAnalyses(Services& services, QWidget* summary, QWidget* rows,
                   std::function<std::optional<Subject>()> subject, QWidget* parent = nullptr);

    void setView(View view);
    [[nodiscard]] View view() const;
    /// Starts the work of a view and shows it.
    void run(View view);
    /// What the last preview said: choices, and the point of the levels that stand.
    void setPreview(const deid::PreviewReport& preview, const deid::Recipe& recipe);
    /// The recipe is another one: results of the old one go, and work on it stops. Levels alone leave the
    /// comparison of levels.
    void recipeChanged(const deid::Recipe& recipe);
    /// Another data set or another way of sharing: everything goes.
    void clear();
    /// Of any view but Rows.
    [[nodiscard]] AnalysisTab& tab(View view) const { return *m_analyses.at(view - 1U); }
    void retranslate();

Q_SIGNALS:
    /// A point of the comparison: its levels become the recipe's.
    void levelsChosen(const std::vector<std::string>& columns, const deid::Levels& levels);
    void failed(const mangrove::Error& error);

private:
    template<typename Report>
    using Work = std::function<Result<Report>(const workspace::RecipeSource&, const RunContext&)>;
    /// Takes the source from the workspace, then works on it in a lane of its own.
    template<typename Report>
    void start(View view, const QString& title, const Subject& subject, Work<Report> work,
               std::function<void(Report)> show);
    void compareLevels(const Subject& subject);
    void explain(const Subject& subject);
    void attack(const Subject& subject);
    void measureUse(const Subject& subject);
    void fail(View view, const Error& error);
    void drop(View view);

    Services& m_services;
    std::function<std::optional<Subject>()> m_subject;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    AnalysisTab* m_levels;
    FrontierCard* m_frontier;
    ExplanationTab* m_reasons;
    AttackTab* m_attacks;
    UtilityTab* m_use;
    std::array<AnalysisTab*, kAnalyses> m_analyses;
    std::array<quint64, kAnalyses> m_runs{}; ///< counts starts and drops: a late result is of another number
    std::array<JobId, kAnalyses> m_jobs{};
    DatasetId m_dataset;     ///< that the choices of the attacks are for
    deid::Recipe m_compared; ///< the recipe of m_frontier, without levels
};

} // namespace mangrove::ui
