// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/frontier_chart.h"
#include "demo_workbench.h"
#include "i18n/format.h"
#include "models/note_texts.h"
#include "pages/deidentify/attack_choices.h"
#include "pages/deidentify/attack_tab.h"
#include "pages/deidentify/explanation_tab.h"
#include "pages/deidentify/frontier_card.h"
#include "pages/deidentify/preview_tables.h"
#include "pages/deidentify/recipe_analyses.h"
#include "pages/deidentify/recipe_panel.h"
#include "pages/deidentify/utility_tab.h"
#include "pages/page.h"
#include "shown.h"
#include "support/test_registry.h"
#include "widgets/button.h"
#include "widgets/columns_box.h"
#include "widgets/data_table.h"
#include "widgets/details_panel.h"
#include "widgets/empty_state.h"

#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QTabBar>
#include <QtTest>

using namespace mangrove;
using namespace mangrove::ui;
using test::cellOf;
using test::says;
using test::tableOf;

namespace {

/// What an officer should know before releasing, on the de-identification page, by the widgets alone, over a
/// demo workspace.
class DeidentifyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void nothingIsWorkedOutUnasked();
    void everyPointIsWhatItsLevelsGive();
    void anotherTransformTakesTheComparisonAway();
    void attackersKnowWhatIsChosen();
    void secretsPartiesAndControlGroupAreChosen();
    void theUseOfAModelIsMeasured();
    void levelsAreExplained();
    void aResultOfAnotherRecipeIsNeverShown();
    void workIsStoppedWithoutAWord();
    void resultsSpeakTheLanguageOfTheWindow();
    void theChosenSharingStaysWithTheDataset();

private:
    void settle() const { m_workbench->settle(); }
    [[nodiscard]] auto& window() const { return (*m_workbench)->window(); }
    [[nodiscard]] QWidget* page() const { return window().page(PageId::Deidentify); }
    template<typename Widget>
    [[nodiscard]] Widget* find() const {
        return page()->findChild<Widget*>();
    }
    [[nodiscard]] FrontierCard* card() const { return find<FrontierCard>(); }
    [[nodiscard]] RecipePanel* recipe() const {
        return window().page(PageId::Deidentify)->details()->findChild<RecipePanel*>();
    }
    /// The one primary button that is to be seen in a tab.
    [[nodiscard]] static Button* action(const QWidget* tab) {
        for (EmptyState* state : tab->findChildren<EmptyState*>())
            if (state->isVisible())
                return state->action();
        return nullptr;
    }
    /// Goes to a tab by the keyboard.
    void show(RecipeAnalyses::View view) const {
        auto* tabs = find<RecipeAnalyses>()->findChild<QTabBar*>();
        tabs->setFocus();
        while (tabs->currentIndex() != view)
            QTest::keyClick(tabs, tabs->currentIndex() < view ? Qt::Key_Right : Qt::Key_Left);
    }
    void ask(RecipeAnalyses::View view, const QWidget* tab) const {
        show(view);
        QTest::mouseClick(action(tab), Qt::LeftButton);
    }
    [[nodiscard]] bool anyError() const { return test::showsBanner(*page()); }
    [[nodiscard]] QComboBox* combo(const char* name) const {
        for (QComboBox* one : page()->findChildren<QComboBox*>())
            if (one->accessibleName() == QLatin1String(name))
                return one;
        return nullptr;
    }
    /// By the keyboard.
    void choose(QComboBox* of, int index) const {
        of->setFocus();
        while (of->currentIndex() != index)
            QTest::keyClick(of, of->currentIndex() < index ? Qt::Key_Down : Qt::Key_Up);
        settle();
    }
    /// Another data set and back: the recipe is the proposed one again.
    void startAgain() const {
        QComboBox* datasets = combo("Data set");
        const int here = datasets->currentIndex();
        choose(datasets, here == 0 ? 1 : 0);
        choose(datasets, here);
    }
    [[nodiscard]] ColumnsBox* box(const char* name) const {
        for (ColumnsBox* one : page()->findChildren<ColumnsBox*>())
            if (one->accessibleName() == QLatin1String(name))
                return one;
        return nullptr;
    }
    /// Clicks on the ticks of these columns in the list of a box, then leaves the list.
    static void tick(ColumnsBox* of, const QStringList& columns) {
        QTest::mouseClick(of, Qt::LeftButton);
        auto* menu = of->findChild<QMenu*>();
        QVERIFY(menu->isVisible());
        for (QAction* one : menu->actions()) {
            if (!columns.contains(one->data().toString()))
                continue;
            const bool before = one->isChecked();
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(one).center());
            QVERIFY(menu->isVisible() && one->isChecked() != before);
        }
        QTest::keyClick(menu, Qt::Key_Escape);
        QVERIFY(!menu->isVisible());
    }
    std::unique_ptr<test::DemoWorkbench> m_workbench;
};

void DeidentifyTest::initTestCase() {
    m_workbench = std::make_unique<test::DemoWorkbench>();
    window().open(PageId::Deidentify);
    settle();
}

void DeidentifyTest::cleanupTestCase() {
    m_workbench.reset();
}

void DeidentifyTest::init() {
    show(RecipeAnalyses::Rows);
}

void DeidentifyTest::nothingIsWorkedOutUnasked() {
    QVERIFY(find<PreviewTables>()->isVisible());
    QVERIFY(!card()->report().has_value() && !card()->isVisible());
    for (AnalysisTab* tab : page()->findChildren<AnalysisTab*>())
        QVERIFY(tab->state() == AnalysisTab::State::Empty);
    QCOMPARE(page()->findChildren<AnalysisTab*>().size(), static_cast<qsizetype>(RecipeAnalyses::kAnalyses));
    // each says what it is for and has one action
    for (const auto view :
         {RecipeAnalyses::Levels, RecipeAnalyses::Reasons, RecipeAnalyses::Attacks, RecipeAnalyses::Use}) {
        show(view);
        const QWidget* tab = &find<RecipeAnalyses>()->tab(view);
        QVERIFY(tab->isVisible() && action(tab) != nullptr && action(tab)->isVisible());
        QVERIFY(!action(tab)->text().isEmpty());
    }
}

void DeidentifyTest::everyPointIsWhatItsLevelsGive() {
    ask(RecipeAnalyses::Levels, &find<RecipeAnalyses>()->tab(RecipeAnalyses::Levels));
    settle();
    QVERIFY(card()->report().has_value());
    const deid::FrontierReport report = *card()->report();
    QVERIFY(!report.points.empty());
    auto* chart = card()->findChild<FrontierChart*>();
    QVERIFY(chart->isVisible());
    QVERIFY(!find<PreviewTables>()->isVisible());
    // the points get riskier and keep more
    for (std::size_t i = 1; i < report.points.size(); ++i) {
        QVERIFY(report.points[i].averageRisk > report.points[i - 1].averageRisk);
        QVERIFY(report.points[i].loss < report.points[i - 1].loss);
    }
    // chosen by the keyboard: the recipe has its levels now
    QTest::keyClick(chart, Qt::Key_Right);
    QTest::keyClick(chart, Qt::Key_Return);
    settle();
    for (std::size_t q = 0; q < report.columns.size(); ++q)
        QCOMPARE(recipe()->recipe().find(report.columns[q])->level.value(), report.points[0].levels[q]);
    QVERIFY(!anyError()); // bounds of the search that levels contradict would be an error
    // taking levels is no other recipe: the comparison stays, and gives the same again
    QVERIFY(card()->report().has_value() && chart->isVisible());
    find<RecipeAnalyses>()->run(RecipeAnalyses::Levels);
    settle();
    QCOMPARE(card()->report()->points.size(), report.points.size());
    QCOMPARE(card()->report()->lattice, report.lattice);
}

void DeidentifyTest::anotherTransformTakesTheComparisonAway() {
    QVERIFY(card()->report().has_value());
    deid::Recipe other = recipe()->recipe();
    other.suppressionLimit = 0.5;
    recipe()->setRecipe(other);
    Q_EMIT recipe()->changed();
    QVERIFY(!card()->report().has_value());
    show(RecipeAnalyses::Levels);
    QVERIFY(!card()->isVisible());
    settle();
}

void DeidentifyTest::attackersKnowWhatIsChosen() {
    startAgain();
    auto* tab = find<AttackTab>();
    ask(RecipeAnalyses::Attacks, tab);
    QVERIFY(tab->state() == AnalysisTab::State::Running);
    settle();
    QVERIFY(tab->state() == AnalysisTab::State::Result && !anyError());
    const deid::AttackReport all = *tab->report();
    QVERIFY(all.linkage.has_value() && all.known.size() > 1);
    QVERIFY(says(*tab, formatDecimal(all.linkage->all.expectedCorrect, 1)));
    const DataTable* known = tableOf(*tab, "People found by the number of known columns");
    QCOMPARE(known->model()->rowCount(), static_cast<int>(all.known.size()));
    QCOMPARE(cellOf(known, 0, 1), formatDecimal(all.linkage->byKnown[0].averageCorrect, 1));
    const DataTable* trials = tableOf(*tab, "Attacks with baseline and control group");
    QCOMPARE(trials->model()->rowCount(), 3 + static_cast<int>(all.inference.size()));
    QVERIFY(cellOf(trials, 2, 1).startsWith(formatShare(all.linkability->attack.rate)));
    for (int row = 0; row < trials->model()->rowCount(); ++row)
        QVERIFY(!cellOf(trials, row, 5).isEmpty()); // a verdict in words
    // too few are suppressed, so some are held back to compare with
    QVERIFY(all.control == deid::ControlSource::HeldBack && !trials->isColumnHidden(3));
    QVERIFY(!cellOf(trials, 2, 3).isEmpty() && !cellOf(trials, 2, 4).isEmpty());
    QVERIFY(!all.notes.empty() && says(*tab, noteText(all.notes.front())));
    // who knows less gets less right; the choice alone asks again, once, when the list is left
    QStringList others;
    for (const std::string& column : all.known)
        others << fromUtf8(column);
    const QString kept = others.takeFirst();
    tick(box("Known"), others);
    QVERIFY(tab->state() == AnalysisTab::State::Running);
    settle();
    QCOMPARE(tab->report()->known, std::vector<std::string>{toUtf8(kept)});
    QVERIFY(box("Known")->currentText().endsWith(kept));
    QCOMPARE(known->model()->rowCount(), 1);
    QVERIFY(tab->report()->linkage->all.expectedCorrect < all.linkage->all.expectedCorrect);
    // ticked back it is what is proposed, and the figures are those again
    tick(box("Known"), others);
    QVERIFY(tab->attackers().attack().options.known.empty());
    settle();
    QCOMPARE(tab->report()->known, all.known);
    QCOMPARE(tab->report()->linkage->all.expectedCorrect, all.linkage->all.expectedCorrect);
    // nobody left anything in the folder of trials
    const auto trialsFolder =
        std::filesystem::path(toUtf8((*m_workbench)->workspace().path())).replace_extension(".files")
        / "trials";
    QVERIFY(std::filesystem::exists(trialsFolder) && std::filesystem::is_empty(trialsFolder));
}

void DeidentifyTest::secretsPartiesAndControlGroupAreChosen() {
    auto* tab = find<AttackTab>();
    show(RecipeAnalyses::Attacks);
    QVERIFY(tab->report().has_value());
    const deid::AttackReport all = *tab->report();
    QVERIFY(all.inference.size() > 1 && all.known.size() > 2);
    // all secrets but the first
    tick(box("Secret"), {fromUtf8(all.inference.front().secret)});
    settle();
    QCOMPARE(tab->report()->inference.size(), all.inference.size() - 1);
    QCOMPARE(tab->report()->inference.front().secret, all.inference[1].secret);
    // one party alone: the other one has the other known columns
    tick(box("Party A"), {fromUtf8(all.known.front())});
    settle();
    QCOMPARE(tab->report()->first, std::vector<std::string>{all.known.front()});
    QCOMPARE(tab->report()->second, std::vector<std::string>(all.known.begin() + 1, all.known.end()));
    const QString tip = tableOf(*tab, "Attacks with baseline and control group")
                            ->model()
                            ->index(2, 0)
                            .data(Qt::ToolTipRole)
                            .toString();
    QVERIFY(tip.contains(fromUtf8(all.known.front())));
    // by the keyboard: the list opens, an entry is ticked, the list stays until it is left
    ColumnsBox* party = box("Party B");
    party->setFocus();
    QTest::keyClick(party, Qt::Key_Space);
    auto* menu = party->findChild<QMenu*>();
    QVERIFY(menu->isVisible());
    while (menu->activeAction() == nullptr
           || menu->activeAction()->data().toString() != fromUtf8(all.known.back()))
        QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Space);
    QVERIFY(menu->isVisible() && menu->activeAction()->isChecked());
    QTest::keyClick(menu, Qt::Key_Escape);
    settle();
    QCOMPARE(tab->report()->second, std::vector<std::string>{all.known.back()});
    // a control group of a file, here the rows of the source themselves
    const auto source = m_workbench->folder() / "control.csv";
    std::filesystem::path original;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(m_workbench->folder().path()))
        if (entry.path().filename() == "visits.csv")
            original = entry.path();
    std::filesystem::copy_file(original, source);
    m_workbench->dialogs().answerOpenFile(QString::fromStdString(source.string()));
    const auto buttonOf = [&](const QString& text) {
        for (Button* one : tab->findChildren<Button*>())
            if (one->isVisible() && (one->text().startsWith(text) || one->accessibleName() == text))
                return one;
        return static_cast<Button*>(nullptr);
    };
    QVERIFY(buttonOf(QStringLiteral("Without the control file")) == nullptr);
    QTest::mouseClick(buttonOf(QStringLiteral("Control file…")), Qt::LeftButton);
    settle();
    QVERIFY(!anyError());
    QVERIFY(tab->report()->control == deid::ControlSource::File);
    QCOMPARE(tab->report()->controlRows, tab->report()->originalRows);
    QVERIFY(buttonOf(QStringLiteral("Control: control.csv")) != nullptr);
    QTest::mouseClick(buttonOf(QStringLiteral("Without the control file")), Qt::LeftButton);
    settle();
    QVERIFY(tab->report()->control == all.control);
    // a file of something else is an error
    m_workbench->folder().write("strange.csv", "a,b\n1,2\n3,4\n");
    m_workbench->dialogs().answerOpenFile(
        QString::fromStdString((m_workbench->folder() / "strange.csv").string()));
    QTest::mouseClick(buttonOf(QStringLiteral("Control file…")), Qt::LeftButton);
    settle();
    QVERIFY(anyError() && tab->state() == AnalysisTab::State::Empty);
    QTest::mouseClick(buttonOf(QStringLiteral("Without the control file")), Qt::LeftButton);
    for (Banner* banner : page()->findChildren<Banner*>())
        banner->clear();
    // what was chosen stays while the recipe is the same data set's
    QVERIFY(!tab->attackers().attack().options.secrets.empty());
}

void DeidentifyTest::theUseOfAModelIsMeasured() {
    auto* tab = find<UtilityTab>();
    ask(RecipeAnalyses::Use, tab);
    settle();
    QVERIFY(tab->report().has_value() && !anyError());
    QVERIFY(!tab->report()->model.has_value());
    const DataTable* changes = tableOf(*tab, "Change of each column's distribution");
    QCOMPARE(changes->model()->rowCount(), static_cast<int>(tab->report()->changes.size()));
    const deid::ColumnChange& first = tab->report()->changes.front();
    QCOMPARE(cellOf(changes, 0, 0), fromUtf8(first.name));
    QCOMPARE(cellOf(changes, 0, 5), formatShare(first.totalVariation));
    QVERIFY(first.changed.has_value()); // the trial's own report pairs the rows
    const DataTable* scores = tableOf(*tab, "Accuracy of a model");
    QVERIFY(!scores->isVisible());
    // by the keyboard: the discharge disposition has few values
    auto* target = tab->findChild<QComboBox*>();
    target->setCurrentIndex(target->findText(QStringLiteral("离院方式")) - 1);
    QTest::keyClick(target, Qt::Key_Down);
    settle();
    QVERIFY(tab->report()->model.has_value() && !anyError());
    QCOMPARE(cellOf(scores, 2, 2), formatShare(tab->report()->model->released.accuracy));
    QVERIFY(says(*tab, formatShare(tab->report()->model->majority.accuracy)));
}

void DeidentifyTest::levelsAreExplained() {
    auto* tab = find<ExplanationTab>();
    ask(RecipeAnalyses::Reasons, tab);
    settle();
    QVERIFY(tab->report().has_value() && tab->report()->explanation.has_value() && !anyError());
    const deid::Explanation& explanation = *tab->report()->explanation;
    const DataTable* reasons = tableOf(*tab, "Reasons for the level of each column");
    QCOMPARE(reasons->model()->rowCount(), static_cast<int>(explanation.attributes.size()));
    for (int row = 0; row < reasons->model()->rowCount(); ++row) {
        const deid::LevelReason& reason = explanation.attributes.at(static_cast<std::size_t>(row));
        QVERIFY(cellOf(reasons, row, 1).startsWith(QString::number(reason.level)));
        QVERIFY(!cellOf(reasons, row, 2).isEmpty());
        QCOMPARE(cellOf(reasons, row, 3).isEmpty(), !reason.finer.has_value());
        if (reason.finer.has_value())
            QVERIFY(cellOf(reasons, row, 3).contains(formatCount(reason.finer->suppressed)));
    }
    QVERIFY(says(*tab, formatCount(explanation.chosen.suppressed)));
    for (const deid::CodedNote& caution : explanation.cautions)
        QVERIFY(says(*tab, noteText(caution)));
}

void DeidentifyTest::aResultOfAnotherRecipeIsNeverShown() {
    auto* tab = find<ExplanationTab>();
    QVERIFY(tab->report().has_value());
    find<RecipeAnalyses>()->run(RecipeAnalyses::Reasons);
    QVERIFY(tab->state() == AnalysisTab::State::Running);
    Q_EMIT recipe()->changed();
    settle();
    QVERIFY(!tab->report().has_value() && tab->state() == AnalysisTab::State::Empty);
    QVERIFY(!find<AttackTab>()->report().has_value() && !find<UtilityTab>()->report().has_value());
    QVERIFY(!anyError());
    find<RecipeAnalyses>()->run(RecipeAnalyses::Reasons); // the twin
    settle();
    QVERIFY(tab->report().has_value());
}

void DeidentifyTest::workIsStoppedWithoutAWord() {
    auto* tab = find<AttackTab>();
    ask(RecipeAnalyses::Attacks, tab);
    QVERIFY(tab->state() == AnalysisTab::State::Running);
    QTest::mouseClick(action(tab), Qt::LeftButton); // "Stop" now
    settle();
    QVERIFY(tab->state() == AnalysisTab::State::Empty && !tab->report().has_value());
    QVERIFY(!anyError());
}

void DeidentifyTest::resultsSpeakTheLanguageOfTheWindow() {
    auto* tab = find<ExplanationTab>();
    show(RecipeAnalyses::Reasons);
    QVERIFY(tab->report().has_value());
    QVERIFY(says(*tab, QStringLiteral("Records suppressed")));
    (*m_workbench)->translator().setLanguage(Translator::Language::Chinese);
    settle();
    QVERIFY(tab->report().has_value());
    QVERIFY(says(*tab, QStringLiteral("抑制的记录")) && !says(*tab, QStringLiteral("Records suppressed")));
    (*m_workbench)->translator().setLanguage(Translator::Language::English);
    settle();
    QVERIFY(says(*tab, QStringLiteral("Records suppressed")));
}

/// The recipe that stands and the sharing that is shown never disagree.
void DeidentifyTest::theChosenSharingStaysWithTheDataset() {
    QComboBox* sharing = combo("Shared as");
    QComboBox* datasets = combo("Data set");
    QVERIFY(sharing != nullptr && datasets != nullptr);
    const auto ofRecipe = [&] {
        for (const deid::Model& model : recipe()->recipe().models)
            if (model.type == deid::ModelType::Gbt42460)
                return model.sharing;
        return deid::Sharing::Public;
    };
    const int here = datasets->currentIndex();
    const AttackChoices& attackers = find<AttackTab>()->attackers();
    QVERIFY(!attackers.attack().options.secrets.empty());
    choose(datasets, here == 0 ? 1 : 0);
    QVERIFY(attackers.attack().options.secrets.empty()); // these are for a data set
    QVERIFY(attackers.attack().options.first.empty() && attackers.attack().options.second.empty());
    choose(datasets, here); // as it is proposed
    QCOMPARE(sharing->currentIndex(), 1);
    QVERIFY(ofRecipe() == deid::Sharing::Controlled);
    choose(sharing, 2);
    QVERIFY(ofRecipe() == deid::Sharing::Enclave);
    // read again, it stays
    window().open(PageId::Overview);
    settle();
    window().open(PageId::Deidentify);
    settle();
    QCOMPARE(sharing->currentIndex(), 2);
    QVERIFY(ofRecipe() == deid::Sharing::Enclave);
    // another data set is shared as is proposed for it
    choose(datasets, here == 0 ? 1 : 0);
    QCOMPARE(sharing->currentIndex(), 1);
    QVERIFY(ofRecipe() == deid::Sharing::Controlled);
    QVERIFY(!anyError());
}

} // namespace

MANGROVE_TEST(DeidentifyTest)
#include "deidentify_test.moc"
