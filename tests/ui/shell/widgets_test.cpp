// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/frontier_chart.h"
#include "charts/histogram_chart.h"
#include "i18n/translator.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"
#include "theme/theme.h"
#include "widgets/banner.h"
#include "widgets/button.h"
#include "widgets/chip.h"
#include "widgets/columns_box.h"
#include "widgets/data_table.h"
#include "widgets/filter_chip_row.h"
#include "widgets/filter_toggle.h"
#include "widgets/risk_meter.h"
#include "widgets/step_bar.h"

#include <QImage>
#include <QMenu>
#include <QPlainTextEdit>
#include <QStandardItemModel>
#include <QtTest>

using namespace mangrove;
using namespace mangrove::ui;

class WidgetsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aTableLinksByKeyAndMouse();
    void filtersAreClearedAtOnce();
    void bannersUnfoldTheirCause();
    void chipsNameTheirLevel();
    void stepsStayWithinReach();
    void chartsAreTablesToo();
    void chartsExportLight();
    void aDisabledButtonSaysWhy();
    void columnsAreChosenOrProposed();

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Translator> m_translator;
};

void WidgetsTest::init() {
    m_theme = std::make_unique<Theme>(Theme::Mode::Light);
    m_translator = std::make_unique<Translator>();
}

void WidgetsTest::cleanup() {
    m_translator.reset();
    m_theme.reset();
}

void WidgetsTest::aTableLinksByKeyAndMouse() {
    QStandardItemModel model(3, 2);
    for (int row = 0; row < 3; ++row)
        model.setItem(row, 0, new QStandardItem(QString::number(row)));
    DataTable table;
    table.setModel(&model);
    table.setColumnWidths({0, 120});
    table.resize(600, 300);
    table.show();
    QSignalSpy links(&table, &DataTable::linkActivated);
    QSignalSpy rows(&table, &DataTable::currentRowChanged);
    table.setCurrentIndex(model.index(1, 1));
    QCOMPARE(rows.count(), 1);
    QTest::keyClick(&table, Qt::Key_Return);
    QCOMPARE(links.count(), 1);
    QCOMPARE(links.at(0).at(0).toModelIndex(), model.index(1, 0));
    const QRect cell = table.visualRect(model.index(2, 0));
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, cell.center());
    QCOMPARE(links.count(), 2);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(model.index(2, 1)).center());
    QCOMPARE(links.count(), 2);
    QCOMPARE(table.rowHeight(0), size::kRow);
    QVERIFY(table.columnWidth(0) + table.columnWidth(1) <= table.viewport()->width());
}

void WidgetsTest::filtersAreClearedAtOnce() {
    FilterChipRow row;
    row.setChips({{QStringLiteral("a"), QStringLiteral("Unresolved"), 3, {}},
                  {QStringLiteral("b"), QStringLiteral("Direct"), 2, {}}});
    row.show();
    QSignalSpy changed(&row, &FilterChipRow::changed);
    const auto toggles = row.findChildren<FilterToggle*>();
    QCOMPARE(toggles.size(), 2);
    QVERIFY(!row.clear());
    toggles.at(0)->click();
    toggles.at(1)->click();
    QCOMPARE(row.active(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QVERIFY(row.clear());
    QVERIFY(row.active().isEmpty());
    QCOMPARE(changed.count(), 3);
    row.setExclusive(true);
    toggles.at(0)->click();
    toggles.at(1)->click();
    QCOMPARE(row.active(), QStringList{QStringLiteral("b")});
}

void WidgetsTest::bannersUnfoldTheirCause() {
    Banner banner;
    QVERIFY(banner.isHidden());
    banner.showError(Error(errors::kInternal, {"x"}).withCause(Error(errors::kFileNotFound, {"a.csv"})));
    QVERIFY(!banner.isHidden());
    auto* chain = banner.findChild<QPlainTextEdit*>();
    QVERIFY(chain->isHidden());
    for (Button* button : banner.findChildren<Button*>()) {
        if (button->text() == QStringLiteral("Details"))
            button->click();
    }
    QVERIFY(!chain->isHidden());
    QVERIFY(chain->toPlainText().contains(QStringLiteral("file-not-found")));
    banner.clear();
    QVERIFY(banner.isHidden());
}

void WidgetsTest::chipsNameTheirLevel() {
    LevelChip chip(4);
    QCOMPARE(chip.look().text, QStringLiteral("level 4 · high"));
    QCOMPARE(chip.accessibleName(), QStringLiteral("level 4 · high"));
    m_translator->setLanguage(Translator::Language::Chinese);
    QCoreApplication::sendPostedEvents();
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&chip, &change);
    QCOMPARE(chip.look().text, QStringLiteral("4 级 · 高"));
    chip.setLevel(9);
    QCOMPARE(chip.look().level, 0);
}

void WidgetsTest::stepsStayWithinReach() {
    StepBar bar;
    bar.setSteps({QStringLiteral("Goal"), QStringLiteral("Identifiers"), QStringLiteral("Process")});
    bar.setReachable(1);
    bar.resize(bar.sizeHint());
    bar.show();
    QSignalSpy chosen(&bar, &StepBar::stepChosen);
    QTest::keyClick(&bar, Qt::Key_Right);
    QCOMPARE(chosen.count(), 1);
    bar.setCurrent(1);
    QTest::keyClick(&bar, Qt::Key_Right);
    QCOMPARE(chosen.count(), 1);
    QTest::mouseClick(&bar, Qt::LeftButton, {}, QPoint(8, bar.height() / 2));
    QCOMPARE(chosen.count(), 2);
    QCOMPARE(chosen.at(1).at(0).toInt(), 0);
    QCOMPARE(bar.accessibleName(), QStringLiteral("Step 2 of 3: Identifiers"));
}

void WidgetsTest::chartsAreTablesToo() {
    HistogramChart chart;
    chart.setName(QStringLiteral("Distribution of age"));
    chart.setBars({{QStringLiteral("0–9"), 4, -1}, {QStringLiteral("10–19"), 9, -1}});
    QCOMPARE(chart.accessibleDescription(), QStringLiteral("2 bars; the highest is 10–19 with 9."));
    QVERIFY(!chart.tableShown());
    chart.showTable(true);
    QVERIFY(chart.tableShown());
    FrontierChart frontier;
    QSignalSpy chosen(&frontier, &FrontierChart::pointChosen);
    frontier.setPoints(
        {{0.2, 0.9, QStringLiteral("A"), true, false}, {0.05, 0.7, QStringLiteral("B"), false, true}});
    QTest::keyClick(&frontier, Qt::Key_Right);
    QTest::keyClick(&frontier, Qt::Key_Right);
    QTest::keyClick(&frontier, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(0).toInt(), 1);
}

void WidgetsTest::chartsExportLight() {
    const test::TempDir folder;
    m_theme->setMode(Theme::Mode::Dark);
    HistogramChart chart;
    chart.setBars({{QStringLiteral("a"), 4, 6}});
    const QString path = QString::fromStdU16String((folder / "chart.png").u16string());
    QVERIFY(chart.exportPng(path).ok());
    const QImage image(path);
    QCOMPARE(image.pixelColor(2, 2), lightColors().surface);
    QCOMPARE(image.width(), 1920);
    QVERIFY(!chart.exportPng(QStringLiteral("/no/such/folder/x.png")).ok());
}

void WidgetsTest::aDisabledButtonSaysWhy() {
    Button button(QStringLiteral("Approve"), ButtonKind::Primary);
    button.setBlocked(QStringLiteral("Another person has to decide."));
    QVERIFY(!button.isEnabled());
    QCOMPARE(button.toolTip(), QStringLiteral("Another person has to decide."));
    button.setBlocked({});
    QVERIFY(button.isEnabled());
    QVERIFY(button.toolTip().isEmpty());
}

void WidgetsTest::columnsAreChosenOrProposed() {
    ColumnsBox box;
    box.setTexts(QStringLiteral("Known"), QStringLiteral("these"), QStringLiteral("the first two"));
    QStringList columns;
    for (int i = 0; i < 300; ++i)
        columns << QStringLiteral("column & %1").arg(i);
    box.setColumns(columns, columns.mid(0, 2));
    const int narrow = box.sizeHint().width();
    QSignalSpy changed(&box, &ColumnsBox::choiceChanged);
    box.show();
    box.showPopup();
    auto* menu = box.findChild<QMenu*>();
    QVERIFY(menu->isVisible());
    // 300 columns in one list that scrolls, not in many beside one another
    QVERIFY(menu->height() <= menu->screen()->geometry().height());
    const QList<QAction*> entries = menu->actions();
    QCOMPARE(menu->actionGeometry(entries.at(2)).x(), menu->actionGeometry(entries.at(200)).x());
    QVERIFY(entries.at(0)->isChecked() && entries.at(2)->isChecked() && entries.at(3)->isChecked());
    QVERIFY(!entries.at(4)->isChecked());
    entries.at(2)->trigger();
    entries.at(9)->trigger();
    QVERIFY(!entries.at(0)->isChecked());
    QCOMPARE(box.chosen(), (QStringList{columns.at(1), columns.at(7)}));
    QCOMPARE(changed.count(), 0); // while the list is open
    QTest::keyClick(menu, Qt::Key_Escape);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(box.currentText(), QStringLiteral("Known: 2 columns"));
    // left without a change
    box.showPopup();
    QTest::keyClick(menu, Qt::Key_Escape);
    QCOMPARE(changed.count(), 1);
    // columns that are gone are chosen no more; without one left, what is proposed holds
    box.setColumns(columns.mid(7), columns.mid(8, 1));
    QCOMPARE(box.chosen(), QStringList{columns.at(7)});
    QCOMPARE(box.currentText(), QStringLiteral("Known: column & 7"));
    box.setColumns(columns.mid(8), columns.mid(8, 1));
    QVERIFY(box.chosen().isEmpty());
    QCOMPARE(box.currentText(), QStringLiteral("Known: these"));
    QCOMPARE(box.sizeHint().width(), narrow);
    // choosing what is proposed is no choice, nor is choosing nothing
    box.showPopup();
    menu->actions().at(2)->trigger();
    QVERIFY(box.chosen().isEmpty() && menu->actions().at(2)->isChecked());
    menu->actions().at(3)->trigger();
    menu->actions().at(0)->trigger();
    QVERIFY(box.chosen().isEmpty());
    QTest::keyClick(menu, Qt::Key_Escape);
    QCOMPARE(changed.count(), 1);
}

MANGROVE_TEST(WidgetsTest)
#include "widgets_test.moc"
