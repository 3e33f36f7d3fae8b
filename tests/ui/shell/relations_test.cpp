// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_workbench.h"
#include "i18n/format.h"
#include "pages/dataset/column_relations_card.h"
#include "pages/dataset/dataset_links_card.h"
#include "pages/dataset/relations_tab.h"
#include "pages/page.h"
#include "shown.h"
#include "support/test_registry.h"
#include "widgets/button.h"
#include "widgets/data_table.h"
#include "widgets/details_panel.h"
#include "widgets/empty_state.h"
#include "widgets/filter_toggle.h"
#include "workspace/datasets.h"
#include "workspace/errors.h"

#include <QLabel>
#include <QtTest>

using namespace mangrove;
using namespace mangrove::ui;
using test::cellOf;
using test::says;
using test::tableOf;

namespace {

/// How columns and data sets hang together, on the data set's page, by the widgets alone, over a demo
/// workspace.
class RelationsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void whatWasNotLookedAtIsSaid();
    void nothingIsReadUnasked();
    void theWorkIsStoppedWithoutAWord();
    void datasetsBelongTogetherByTheirColumns();
    void kindsAreFiltered();
    void sentencesSpeakTheLanguageOfTheWindow();
    void anotherDatasetIsOneClickAway();
    void aChangedSourceIsAnError();
    void refusedRecordsAreListed();

private:
    void settle() { m_workbench->settle(); }
    [[nodiscard]] auto& window() const { return (*m_workbench)->window(); }
    [[nodiscard]] Page* page() const { return window().page(PageId::Dataset); }
    [[nodiscard]] RelationsTab* tab() const { return page()->findChild<RelationsTab*>(); }
    /// The one primary button that is to be seen in the tab.
    [[nodiscard]] Button* action() const {
        for (EmptyState* state : tab()->findChildren<EmptyState*>())
            if (state->isVisible())
                return state->action();
        return nullptr;
    }
    [[nodiscard]] DataTable* table(const char* name) const { return tableOf(*tab(), name); }
    [[nodiscard]] DataTable* columns() const { return table("Relations between columns"); }
    [[nodiscard]] DataTable* links() const { return table("Relations with other data sets"); }
    [[nodiscard]] bool anyError() const { return test::showsBanner(*page()); }
    std::unique_ptr<test::DemoWorkbench> m_workbench;
};

void RelationsTest::initTestCase() {
    m_workbench = std::make_unique<test::DemoWorkbench>();
    window().open(PageId::Dataset, QStringLiteral("/profile"));
    settle();
}

void RelationsTest::cleanupTestCase() {
    m_workbench.reset();
}

/// Samples, lists that were cut, data sets that were not compared: by cards alone.
void RelationsTest::whatWasNotLookedAtIsSaid() {
    workspace::DatasetRelations found;
    profile::ColumnRelations& within = found.within;
    within.columns = {"number", "one", "a", "b"};
    within.rows = 5000;
    within.sampledRows = 5000;
    ColumnRelationsCard columnsCard;
    columnsCard.setRelations(within);
    QVERIFY(says(columnsCard, QStringLiteral("All 5,000 rows")));
    QVERIFY(!says(columnsCard, QStringLiteral("Every value"))
            && !says(columnsCard, QStringLiteral("were found")));
    within.sampledRows = 2500;
    within.keys = {0};
    within.constants = {1};
    within.dependencies = {{2, 3, 2500, 0.004, 2400, 0.99}};
    within.dependenciesFound = 7;
    within.warnings = {{"relations-left-out", 0, "6 of 7 dependencies were left out"}};
    columnsCard.setRelations(within);
    QVERIFY(says(columnsCard, QStringLiteral("A sample of 2,500 of 5,000 rows")));
    QVERIFY(says(columnsCard, QStringLiteral("Every value occurs once in: number.")));
    QVERIFY(says(columnsCard, QStringLiteral("One value or none in: one.")));
    QVERIFY(says(columnsCard, QStringLiteral("7 were found")));
    QVERIFY(!says(columnsCard, QStringLiteral("too many columns")));
    const auto* table = columnsCard.findChild<DataTable*>();
    QCOMPARE(cellOf(table, 0, 4), QStringLiteral("0.4 %"));
    QCOMPARE(cellOf(table, 0, 6), QStringLiteral("Equal a nearly always means equal b."));
    within.warnings.push_back({"relations-left-out", 0, "columns were left out of the pairs"});
    // r and rho far apart: not a straight line, or a few values that make it
    within.correlations = {{2, 3, 2500, 0.2, -0.95}, {2, 3, 2500, 0.7, 0.1}, {2, 3, 2500, {}, 0.35}};
    columnsCard.setRelations(within);
    QVERIFY(says(columnsCard, QStringLiteral("too many columns")));
    QCOMPARE(cellOf(table, 1, 3), QStringLiteral("-0.95"));
    QCOMPARE(cellOf(table, 1, 6), QStringLiteral("b falls closely as a grows. Not in proportion."));
    QCOMPARE(cellOf(table, 2, 6), QStringLiteral("b mostly grows with a. A few extreme values may make it."));
    QVERIFY(cellOf(table, 3, 6).startsWith(QStringLiteral("b tends to grow with a.")));
    QCOMPARE(table->model()->index(3, 3).data(Qt::ToolTipRole).toString(),
             QStringLiteral("Pearson —, Spearman 0.35"));

    DatasetLinksCard linksCard;
    linksCard.setRelations(found);
    QVERIFY(says(linksCard, QStringLiteral("no other data set")));
    QVERIFY(!linksCard.findChild<DataTable*>()->isVisibleTo(&linksCard));
    found.others.resize(2);
    found.others[0].name = "bills";
    found.others[0].columns = {"visit"};
    found.others[1].name = "drugs";
    found.others[1].leftOut = Error(errors::kDatasetSourceMissing, {"drugs (DS-1)", "/gone.csv"});
    found.links = {{0, {0, 0, 900, true, 0.1}, {1, 0, 100, false, 0.95}, 90, false, 0.01, 0.9}};
    found.linksFound = 3;
    linksCard.setRelations(found);
    QVERIFY(says(linksCard, QStringLiteral("Compared with 1 other data set.")));
    QVERIFY(says(linksCard, QStringLiteral("3 were found")));
    QVERIFY(says(linksCard, QStringLiteral("drugs was not compared. The source file of drugs (DS-1)")));
    const auto* links = linksCard.findChild<DataTable*>();
    QCOMPARE(cellOf(links, 0, 1), QStringLiteral("1:n"));
    QCOMPARE(cellOf(links, 0, 4), QStringLiteral("≈ 10 %")); // an estimate says so
    QCOMPARE(cellOf(links, 0, 5), QStringLiteral("≈ 95 %"));
    QCOMPARE(cellOf(links, 0, 6), QStringLiteral("≈ 90"));
}

void RelationsTest::nothingIsReadUnasked() {
    QVERIFY(page()->details()->isVisible());
    window().open(PageId::Dataset, QStringLiteral("/relations"));
    settle();
    QVERIFY(tab()->isVisible() && tab()->state() == AnalysisTab::State::Empty);
    QVERIFY(action() != nullptr && action()->text() == QLatin1String("Relate the columns"));
    // the table has the whole width; elsewhere the details are back
    QVERIFY(!page()->details()->isVisible());
    window().open(PageId::Dataset, QStringLiteral("/profile"));
    settle();
    QVERIFY(page()->details()->isVisible());
    page()->details()->hide();
    window().open(PageId::Dataset, QStringLiteral("/relations"));
    settle();
    window().open(PageId::Dataset, QStringLiteral("/profile"));
    settle();
    QVERIFY(!page()->details()->isVisible()); // closed stays closed
    window().open(PageId::Dataset, QStringLiteral("/relations"));
    settle();
}

void RelationsTest::theWorkIsStoppedWithoutAWord() {
    QTest::mouseClick(action(), Qt::LeftButton);
    QVERIFY(tab()->state() == AnalysisTab::State::Running);
    QTest::mouseClick(action(), Qt::LeftButton); // "Stop" now
    settle();
    QVERIFY(tab()->state() == AnalysisTab::State::Empty && !tab()->relations().has_value());
    QVERIFY(!anyError());
}

void RelationsTest::datasetsBelongTogetherByTheirColumns() {
    QTest::mouseClick(action(), Qt::LeftButton);
    settle();
    QVERIFY(tab()->state() == AnalysisTab::State::Result && !anyError());
    const workspace::DatasetRelations& found = *tab()->relations();
    QCOMPARE(found.others.size(), 2U);
    QCOMPARE(links()->model()->rowCount(), static_cast<int>(found.links.size()));
    // by the number of the visit: one visit has one settlement and several drugs
    QStringList byVisit;
    for (int row = 0; row < links()->model()->rowCount(); ++row)
        if (cellOf(links(), row, 0) == QStringLiteral("就诊流水号"))
            byVisit << QStringLiteral("%1 %2 %3")
                           .arg(cellOf(links(), row, 1), cellOf(links(), row, 2), cellOf(links(), row, 3));
    byVisit.sort();
    QCOMPARE(byVisit,
             (QStringList{QStringLiteral("1:1 医保结算 MDTRT_ID"), QStringLiteral("1:n 药品发放 MDTRT_ID")}));
    QCOMPARE(cellOf(links(), 0, 4), formatShare(found.links[0].here.containment));
    QCOMPARE(cellOf(links(), 0, 5), formatShare(found.links[0].there.containment));
    QCOMPARE(cellOf(links(), 0, 6), formatCount(found.links[0].shared));
    for (int row = 0; row < links()->model()->rowCount(); ++row)
        QVERIFY(!cellOf(links(), row, 7).isEmpty());
    // what did not change the content does not take the result away
    window().open(PageId::Dataset, QStringLiteral("/relations"));
    settle();
    QVERIFY(tab()->state() == AnalysisTab::State::Result);
}

void RelationsTest::kindsAreFiltered() {
    const profile::ColumnRelations& within = tab()->relations()->within;
    const int all = static_cast<int>(within.dependencies.size() + within.correlations.size()
                                     + within.associations.size());
    QVERIFY(!within.dependencies.empty() && !within.correlations.empty() && !within.associations.empty());
    QCOMPARE(columns()->model()->rowCount(), all);
    const QStringList words{QStringLiteral("determines"), QStringLiteral("correlates"),
                            QStringLiteral("goes with")};
    const std::array counts{within.dependencies.size(), within.correlations.size(),
                            within.associations.size()};
    const auto chips = tab()->findChildren<FilterToggle*>();
    QCOMPARE(chips.size(), 3);
    for (int kind = 0; kind < 3; ++kind) {
        QTest::mouseClick(chips.at(kind), Qt::LeftButton);
        QCOMPARE(columns()->model()->rowCount(), static_cast<int>(counts.at(static_cast<std::size_t>(kind))));
        for (int row = 0; row < columns()->model()->rowCount(); ++row) {
            QCOMPARE(cellOf(columns(), row, 1), words.at(kind));
            // an exception is what a dependency has
            QCOMPARE(cellOf(columns(), row, 4).isEmpty(), kind != 0);
            QVERIFY(cellOf(columns(), row, 6).contains(cellOf(columns(), row, 0)));
            QVERIFY(cellOf(columns(), row, 6).contains(cellOf(columns(), row, 2)));
        }
        QVERIFY(page()->clearFilters());
    }
    QVERIFY(!page()->clearFilters());
    QCOMPARE(columns()->model()->rowCount(), all);
    const profile::Dependency& first = within.dependencies.front();
    QCOMPARE(cellOf(columns(), 0, 0), fromUtf8(within.columns[first.from]));
    QCOMPARE(cellOf(columns(), 0, 2), fromUtf8(within.columns[first.to]));
    QCOMPARE(cellOf(columns(), 0, 5), formatCount(first.support));
    // exact and approximate ones are told apart
    for (std::size_t i = 0; i < within.dependencies.size(); ++i)
        QCOMPARE(cellOf(columns(), static_cast<int>(i), 6).contains(QStringLiteral(" always means"))
                     && !cellOf(columns(), static_cast<int>(i), 6).contains(QStringLiteral("nearly")),
                 within.dependencies[i].error <= 0);
}

void RelationsTest::sentencesSpeakTheLanguageOfTheWindow() {
    DataTable* shown = columns();
    QVERIFY(cellOf(shown, 0, 6).startsWith(QStringLiteral("Equal")));
    (*m_workbench)->translator().setLanguage(Translator::Language::Chinese);
    settle();
    QVERIFY(cellOf(shown, 0, 6).contains(QStringLiteral("相同")));
    (*m_workbench)->translator().setLanguage(Translator::Language::English);
    settle();
    QVERIFY(cellOf(shown, 0, 6).startsWith(QStringLiteral("Equal")));
}

void RelationsTest::anotherDatasetIsOneClickAway() {
    links()->setFocus();
    links()->setCurrentIndex(links()->model()->index(0, 0));
    const QString other = cellOf(links(), 0, 2);
    QTest::keyClick(links(), Qt::Key_Return);
    settle();
    QCOMPARE(page()->breadcrumb().at(1), other);
    QVERIFY(tab()->isVisible() && tab()->state() == AnalysisTab::State::Empty);
    QVERIFY(!tab()->relations().has_value());
    // seen from there, several drugs have one visit
    page()->runCommand(CommandId::Run);
    settle();
    QVERIFY(tab()->relations().has_value());
    bool several = false;
    for (int row = 0; row < links()->model()->rowCount(); ++row)
        several = several
                  || (cellOf(links(), row, 3) == QStringLiteral("就诊流水号")
                      && cellOf(links(), row, 1) == QLatin1String("n:1"));
    QCOMPARE(several, other == QStringLiteral("药品发放"));
}

void RelationsTest::aChangedSourceIsAnError() {
    const DatasetId id = tab()->relations()->others.front().id;
    std::filesystem::path source;
    (*m_workbench)
        ->workspace()
        .read<catalog::Dataset>(
            {QStringLiteral("find"), Lane::Reader, {}, true}, this,
            [id](const WorkspaceCall& call) { return workspace::findDataset(call.workspace, id.text()); },
            [&](Result<catalog::Dataset> found) {
                if (found.ok())
                    source = found->path;
            });
    settle();
    const std::string before = test::readAll(source);
    m_workbench->folder().write(source, before + before.substr(before.rfind('\n', before.size() - 2) + 1));
    // of another data set: said, and passed over
    page()->runCommand(CommandId::Run);
    settle();
    QVERIFY(tab()->state() == AnalysisTab::State::Result && !anyError());
    bool said = false;
    for (const QLabel* label : tab()->findChildren<QLabel*>())
        said = said || (label->isVisible() && label->text().contains(QStringLiteral("was not compared")));
    QVERIFY(said);
    // of the data set itself: an error
    window().open(PageId::Dataset, fromUtf8(id.text()) + QStringLiteral("/relations"));
    settle();
    page()->runCommand(CommandId::Run);
    settle();
    QVERIFY(tab()->state() == AnalysisTab::State::Empty && anyError());
    bool changed = false;
    for (const QLabel* label : page()->findChildren<QLabel*>())
        changed = changed || label->text().contains(QStringLiteral("has changed since it was registered"));
    QVERIFY(changed);
}

void RelationsTest::refusedRecordsAreListed() {
    const auto button = [this](const QString& text) {
        for (Button* one : page()->findChildren<Button*>())
            if (one->isVisible() && one->text().startsWith(text))
                return one;
        return static_cast<Button*>(nullptr);
    };
    const auto reader = [this] { return tableOf(*page(), "Warnings of the reader"); };
    window().open(PageId::Dataset, QStringLiteral("/profile"));
    settle();
    QVERIFY(button(QStringLiteral("Show")) == nullptr && !reader()->isVisible()); // nothing to tell
    // one record of two fields at the end, and the content is the next version's
    std::filesystem::path source;
    (*m_workbench)
        ->workspace()
        .read<catalog::Dataset>(
            {QStringLiteral("find"), Lane::Reader, {}, true}, this,
            [name = page()->breadcrumb().at(1).toStdString()](const WorkspaceCall& call) {
                return workspace::findDataset(call.workspace, name);
            },
            [&](Result<catalog::Dataset> found) {
                if (found.ok())
                    source = found->path;
            });
    settle();
    m_workbench->folder().write(source, test::readAll(source) + "secret,value\n");
    window().open(PageId::Dataset, QStringLiteral("/profile"));
    settle();
    QTest::mouseClick(button(QStringLiteral("Enter version 2")), Qt::LeftButton);
    settle();
    QTest::mouseClick(button(QStringLiteral("Profile and classify")), Qt::LeftButton);
    settle();
    QVERIFY(!reader()->isVisible());
    QTest::mouseClick(button(QStringLiteral("Show")), Qt::LeftButton);
    QVERIFY(reader()->isVisible());
    QCOMPARE(reader()->model()->rowCount(), 2); // the total, and the record
    QCOMPARE(cellOf(reader(), 0, 1), QStringLiteral("Rows refused"));
    QCOMPARE(cellOf(reader(), 1, 1), QStringLiteral("Row of another width"));
    QVERIFY(!cellOf(reader(), 1, 0).isEmpty());
    QVERIFY(cellOf(reader(), 1, 2).contains(QStringLiteral("2 fields")));
    bool told = false;
    for (const QLabel* label : page()->findChildren<QLabel*>()) {
        told = told || (label->isVisible() && label->text().contains(QStringLiteral("--rejects")));
        QVERIFY(!label->text().contains(QStringLiteral("secret")));
    }
    for (int row = 0; row < 2; ++row)
        for (int column = 0; column < 3; ++column)
            QVERIFY(!cellOf(reader(), row, column).contains(QStringLiteral("secret")));
    QVERIFY(told);
    QTest::mouseClick(button(QStringLiteral("Hide")), Qt::LeftButton);
    QVERIFY(!reader()->isVisible());
}

} // namespace

MANGROVE_TEST(RelationsTest)
#include "relations_test.moc"
