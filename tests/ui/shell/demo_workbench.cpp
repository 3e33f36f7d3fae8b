// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_workbench.h"

#include <QtTest>

namespace mangrove::test {

DemoWorkbench::DemoWorkbench() {
    ui::UiSettings settings;
    settings.theme = ui::Theme::Mode::Light;
    settings.language = ui::Translator::Language::English;
    settings.reducedMotion = true;
    auto dialogs = std::make_unique<ui::ScriptedDialogs>();
    m_dialogs = dialogs.get();
    m_workbench = std::make_unique<gui::Workbench>(settings, std::move(dialogs));
    m_workbench->window().resize(1280, 800);
    m_workbench->window().show();
    QSignalSpy ready(m_workbench.get(), &gui::Workbench::demoReady);
    m_workbench->openDemo(QString::fromStdU16String((m_folder / "demo").u16string()));
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, 120'000);
    settle();
}

void DemoWorkbench::settle() {
    QTRY_VERIFY_WITH_TIMEOUT(m_workbench->jobs().isIdle(), 60'000);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::processEvents();
    QTRY_VERIFY_WITH_TIMEOUT(m_workbench->jobs().isIdle(), 60'000);
}

} // namespace mangrove::test
