// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "commands/commands.h"
#include "crypto/system_random.h"
#include "dialogs/dialogs.h"
#include "i18n/translator.h"
#include "jobs/job_runner.h"
#include "session/workspace_access.h"
#include "settings/ui_settings.h"
#include "shell/main_window.h"
#include "theme/theme.h"

#include <QTemporaryDir>
#include <memory>

namespace mangrove::gui {

/// The parts of the workbench in the order in which they live. GUI thread; made by main() after QApplication.
class Workbench : public QObject {
    Q_OBJECT
public:
    /// `settings` as loaded and overridden by options.
    Workbench(ui::UiSettings settings, std::unique_ptr<ui::Dialogs> dialogs);
    ~Workbench() override;

    /// Makes a demo workspace in `folder` (a temporary one where empty), opens it and logs the data officer
    /// in. demoReady() follows; an error stands in the window's banner.
    void openDemo(const QString& folder = {});

    [[nodiscard]] ui::MainWindow& window() { return *m_window; }
    [[nodiscard]] ui::JobRunner& jobs() { return m_jobs; }
    [[nodiscard]] ui::Theme& theme() { return m_theme; }
    [[nodiscard]] ui::Translator& translator() { return m_translator; }
    [[nodiscard]] ui::WorkspaceAccess& workspace() { return m_workspace; }

Q_SIGNALS:
    void demoReady(bool ok);

private:
    void enterDemo(const QString& workspace, const QString& passphrases);

    ui::UiSettings m_settings;
    SystemClock m_clock;
    crypto::SystemRandom m_random;
    ui::Theme m_theme;
    ui::Translator m_translator;
    ui::Commands m_commands;
    std::unique_ptr<QTemporaryDir> m_demoFolder;
    ui::JobRunner m_jobs;
    ui::WorkspaceAccess m_workspace;
    std::unique_ptr<ui::Dialogs> m_dialogs;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace mangrove::gui
