// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/scripted_dialogs.h"
#include "pages/page.h"
#include "shell/command_palette.h"
#include "support/temp_dir.h"
#include "support/test_registry.h"
#include "ui_walker.h"
#include "widgets/banner.h"
#include "workbench.h"

#include <QLineEdit>
#include <QtTest>

using namespace mangrove;
using namespace mangrove::ui;

namespace {
QByteArray lines(const QStringList& list) {
    return list.join(QLatin1Char('\n')).toUtf8();
}
} // namespace

/// The whole workbench over a demo workspace, on the offscreen platform.
class WorkbenchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void theWelcomePageIsComplete();
    void aMissingFileIsSaidInABanner();
    void opensTheDemo();
    void everyPageIsAccessible_data();
    void everyPageIsAccessible();
    void thePaletteGoesPlaces();
    void shortcutsMove();
    void lockingForgetsTheUser();

private:
    void settle();
    std::unique_ptr<test::TempDir> m_folder;
    std::unique_ptr<gui::Workbench> m_workbench;
};

void WorkbenchTest::initTestCase() {
    m_folder = std::make_unique<test::TempDir>();
    UiSettings settings;
    settings.theme = Theme::Mode::Light;
    settings.reducedMotion = true;
    m_workbench = std::make_unique<gui::Workbench>(settings, std::make_unique<ScriptedDialogs>());
    m_workbench->window().resize(1280, 800);
    m_workbench->window().show();
}

void WorkbenchTest::cleanupTestCase() {
    m_workbench.reset();
    m_folder.reset();
}

void WorkbenchTest::settle() {
    QTRY_VERIFY_WITH_TIMEOUT(m_workbench->jobs().isIdle(), 60'000);
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

void WorkbenchTest::theWelcomePageIsComplete() {
    QCOMPARE(lines(test::namelessWidgets(m_workbench->window())), QByteArray());
    QCOMPARE(lines(test::clippedTexts(m_workbench->window())), QByteArray());
    // The walkers find what is wrong.
    QWidget wrong(&m_workbench->window());
    QLineEdit field(&wrong);
    wrong.setGeometry(0, 0, 50, 50);
    wrong.show();
    QVERIFY(!test::namelessWidgets(m_workbench->window()).isEmpty());
}

void WorkbenchTest::aMissingFileIsSaidInABanner() {
    m_workbench->window().openWorkspace(QStringLiteral("/no/such/place.mangrove"));
    settle();
    QVERIFY(!m_workbench->workspace().isOpen());
    const auto banners = m_workbench->window().findChildren<Banner*>();
    QVERIFY(std::any_of(banners.begin(), banners.end(), [](const Banner* banner) {
        return banner->isVisible() && banner->text().contains(QStringLiteral("place.mangrove"));
    }));
}

void WorkbenchTest::opensTheDemo() {
    QSignalSpy ready(m_workbench.get(), &gui::Workbench::demoReady);
    m_workbench->openDemo(QString::fromStdU16String((*m_folder / "demo").u16string()));
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, 120'000);
    QVERIFY(ready.at(0).at(0).toBool());
    QVERIFY(m_workbench->workspace().isDemo());
    QVERIFY(m_workbench->workspace().user() != nullptr);
    QVERIFY(m_workbench->workspace().hasRole(QStringLiteral("data-officer")));
    QVERIFY(m_workbench->window().windowTitle().contains(QStringLiteral("DEMO")));
    settle();
}

void WorkbenchTest::everyPageIsAccessible_data() {
    QTest::addColumn<int>("page");
    QTest::addColumn<bool>("chinese");
    for (int page = 0; page < kPageCount; ++page) {
        for (const bool chinese : {false, true})
            QTest::newRow(QByteArray(commandInfo(static_cast<CommandId>(page)).name)
                              .append(chinese ? " zh_CN" : " en")
                              .constData())
                << page << chinese;
    }
}

void WorkbenchTest::everyPageIsAccessible() {
    QFETCH(int, page);
    QFETCH(bool, chinese);
    m_workbench->translator().setLanguage(chinese ? Translator::Language::Chinese
                                                  : Translator::Language::English);
    m_workbench->window().open(static_cast<PageId>(page));
    settle();
    const QWidget* shown = m_workbench->window().page(static_cast<PageId>(page));
    QVERIFY(shown->isVisible());
    QCOMPARE(lines(test::namelessWidgets(m_workbench->window())), QByteArray());
    QCOMPARE(lines(test::unreachableWidgets(m_workbench->window())), QByteArray());
    QCOMPARE(lines(test::clippedTexts(m_workbench->window())), QByteArray());
    QVERIFY(shown->minimumSizeHint().width() <= 1280 - size::kRail);
}

void WorkbenchTest::thePaletteGoesPlaces() {
    m_workbench->translator().setLanguage(Translator::Language::English);
    m_workbench->window().open(PageId::Overview);
    m_workbench->window().openPalette();
    CommandPalette& palette = m_workbench->window().palettePopup();
    QVERIFY(palette.isVisible());
    auto* field = palette.findChild<QLineEdit*>();
    QTest::keyClicks(field, QStringLiteral("audit"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!palette.isVisible());
    QCOMPARE(m_workbench->window().currentPage(), PageId::Audit);
    settle();
    m_workbench->window().openPalette();
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!palette.isVisible());
}

void WorkbenchTest::shortcutsMove() {
    QTest::keyClick(&m_workbench->window(), Qt::Key_2, Qt::AltModifier);
    QCOMPARE(m_workbench->window().currentPage(), PageId::Catalogue);
    settle();
}

void WorkbenchTest::lockingForgetsTheUser() {
    m_workbench->workspace().logOut();
    QVERIFY(m_workbench->workspace().user() == nullptr);
    settle();
}

MANGROVE_TEST(WorkbenchTest)
#include "workbench_test.moc"
