// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/frontier_chart.h"
#include "demo_workbench.h"
#include "pages/deidentify/frontier_card.h"
#include "pages/deidentify/preview_tables.h"
#include "pages/deidentify/recipe_panel.h"
#include "pages/page.h"
#include "support/test_registry.h"
#include "widgets/banner.h"
#include "widgets/button.h"
#include "widgets/details_panel.h"

#include <QtTest>

using namespace mangrove;
using namespace mangrove::ui;

namespace {

/// Risk against use on the de-identification page, by the widgets alone, over a demo workspace.
class DeidentifyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void nothingIsComparedUnasked();
    void everyPointIsWhatItsLevelsGive();
    void anotherTransformTakesTheComparisonAway();

private:
    void settle() { m_workbench->settle(); }
    [[nodiscard]] auto& window() const { return (*m_workbench)->window(); }
    [[nodiscard]] QWidget* page() const { return window().page(PageId::Deidentify); }
    [[nodiscard]] FrontierCard* card() const { return page()->findChild<FrontierCard*>(); }
    [[nodiscard]] Button* compare() const {
        for (Button* one : page()->findChildren<Button*>())
            if (one->text() == QLatin1String("Compare all levels"))
                return one;
        return nullptr;
    }
    [[nodiscard]] RecipePanel* recipe() const {
        return window().page(PageId::Deidentify)->details()->findChild<RecipePanel*>();
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

void DeidentifyTest::nothingIsComparedUnasked() {
    QVERIFY(card() != nullptr);
    QVERIFY(!card()->report().has_value());
    QVERIFY(!card()->isVisible());
    QVERIFY(compare() != nullptr && compare()->isEnabled());
}

void DeidentifyTest::everyPointIsWhatItsLevelsGive() {
    QTest::mouseClick(compare(), Qt::LeftButton);
    settle();
    QVERIFY(card()->report().has_value());
    const deid::FrontierReport report = *card()->report();
    QVERIFY(!report.points.empty());
    auto* chart = card()->findChild<FrontierChart*>();
    QVERIFY(chart->isVisible());
    QVERIFY(!page()->findChild<PreviewTables*>()->isVisible());
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
    for (Banner* banner : page()->findChildren<Banner*>())
        QVERIFY(!banner->isVisible()); // bounds of the search that levels contradict would be an error
    // taking levels is no other recipe: the comparison stays, and gives the same again
    QVERIFY(card()->report().has_value());
    QTest::mouseClick(compare(), Qt::LeftButton);
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
    QVERIFY(!card()->isVisible());
    QVERIFY(page()->findChild<PreviewTables*>()->isVisible());
    settle();
}

} // namespace

MANGROVE_TEST(DeidentifyTest)
#include "deidentify_test.moc"
