// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/main_window.h"

#include "commands/commands.h"
#include "dialogs/dialogs.h"
#include "i18n/format.h"
#include "i18n/translator.h"
#include "models/governance_words.h"
#include "pages/page.h"
#include "session/workspace_access.h"
#include "settings/settings_dialog.h"
#include "shell/command_palette.h"
#include "shell/help_dialog.h"
#include "shell/page_stack.h"
#include "shell/rail.h"
#include "shell/status_strip.h"
#include "shell/top_bar.h"
#include "shell/welcome_page.h"
#include "theme/theme.h"
#include "widgets/banner.h"
#include "widgets/details_panel.h"

#include <QAction>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace mangrove::ui {

MainWindow::MainWindow(const Parts& parts, UiSettings& settings, PageFactory makePage, DemoOpener openDemo)
    : m_services{parts.workspace,  parts.jobs,     parts.dialogs, parts.theme,
                 parts.translator, parts.commands, *this},
      m_settings(settings), m_makePage(std::move(makePage)), m_openDemo(std::move(openDemo)) {
    buildLayout();
    registerCommands();
    registerViewCommands();
    connectWorkspace();
    showWelcome();
    retranslate();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildLayout() {
    m_rail = new Rail;
    m_topBar = new TopBar;
    m_stack = new PageStack;
    m_welcome = new WelcomePage;
    m_banner = new Banner;
    m_status = new StatusStrip(m_services.jobs);
    m_stack->addWidget(m_welcome);
    auto* bannerRow = new QHBoxLayout;
    bannerRow->setContentsMargins(space::k24, 0, space::k24, 0);
    bannerRow->addWidget(m_banner);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_topBar);
    column->addLayout(bannerRow);
    column->addWidget(m_stack, 1);
    column->addWidget(m_status);
    auto* central = new QWidget;
    auto* row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(column, 1);
    setCentralWidget(central);
    m_palette = new CommandPalette(central);
    m_rail->setCollapsed(m_settings.railCollapsed);
    setMinimumSize(960, 600);
    resize(1280, 800);
    if (!m_settings.geometry.isEmpty())
        restoreGeometry(m_settings.geometry);
    connect(m_rail, &Rail::pageChosen, this, [this](PageId id) { open(id); });
    connect(m_rail, &Rail::settingsChosen, this,
            [this] { m_services.commands.trigger(CommandId::Settings); });
    connect(m_rail, &Rail::userChosen, this, [this] {
        m_services.commands.trigger(m_services.workspace.user() == nullptr ? CommandId::LogIn
                                                                           : CommandId::LogOut);
    });
    connect(m_topBar, &TopBar::paletteRequested, this,
            [this] { m_services.commands.trigger(CommandId::Palette); });
    connect(m_status, &StatusStrip::auditClicked, this, [this] {
        if (m_services.workspace.isOpen())
            open(PageId::Audit);
    });
    connect(m_welcome, &WelcomePage::newRequested, this, &MainWindow::newWorkspace);
    connect(m_welcome, &WelcomePage::openRequested, this, &MainWindow::chooseWorkspace);
    connect(m_welcome, &WelcomePage::demoRequested, this, [this] { m_openDemo(); });
    connect(m_welcome, &WelcomePage::recentChosen, this, &MainWindow::openWorkspace);
}

void MainWindow::registerCommands() {
    Commands& commands = m_services.commands;
    for (QAction* action : commands.actions())
        addAction(action);
    for (int i = 0; i < kPageCount; ++i)
        commands.setHandler(static_cast<CommandId>(i), this, [this, i] { open(static_cast<PageId>(i)); });
    commands.setHandler(CommandId::WorkspaceNew, this, [this] { newWorkspace(); });
    commands.setHandler(CommandId::WorkspaceOpen, this, [this] { chooseWorkspace(); });
    commands.setHandler(CommandId::WorkspaceDemo, this, [this] { m_openDemo(); });
    commands.setHandler(CommandId::WorkspaceClose, this, [this] { m_services.workspace.close(); });
    commands.setHandler(CommandId::LogIn, this, [this] { logIn(); });
    commands.setHandler(CommandId::LogOut, this, [this] { m_services.workspace.logOut(); });
    for (const CommandInfo& info : commandTable()) {
        if (info.category == CommandCategory::Page)
            commands.setHandler(info.id, this, [this, id = info.id] { page(m_current)->runCommand(id); });
    }
}

void MainWindow::registerViewCommands() {
    Commands& commands = m_services.commands;
    commands.setHandler(CommandId::ClearFilters, this, [this] { escape(); });
    commands.setHandler(CommandId::Refresh, this, [this] {
        if (m_services.workspace.isOpen())
            page(m_current)->refresh();
    });
    commands.setHandler(CommandId::Palette, this, [this] { openPalette(); });
    commands.setHandler(CommandId::SearchCatalogue, this, [this] {
        open(PageId::Catalogue);
        page(PageId::Catalogue)->runCommand(CommandId::Find);
    });
    commands.setHandler(CommandId::Details, this, [this] { toggleDetails(); });
    commands.setHandler(CommandId::Rail, this, [this] {
        m_rail->setCollapsed(!m_rail->collapsed());
        rememberSettings();
    });
    const auto theme = [this](Theme::Mode mode) {
        return [this, mode] {
            m_services.theme.setMode(mode);
            rememberSettings();
        };
    };
    commands.setHandler(CommandId::ThemeSystem, this, theme(Theme::Mode::System));
    commands.setHandler(CommandId::ThemeLight, this, theme(Theme::Mode::Light));
    commands.setHandler(CommandId::ThemeDark, this, theme(Theme::Mode::Dark));
    const auto language = [this](Translator::Language which) {
        return [this, which] {
            m_services.translator.setLanguage(which);
            rememberSettings();
        };
    };
    commands.setHandler(CommandId::LanguageEnglish, this, language(Translator::Language::English));
    commands.setHandler(CommandId::LanguageChinese, this, language(Translator::Language::Chinese));
    commands.setHandler(CommandId::Settings, this, [this] {
        if (!m_settingsDialog) {
            auto* dialog = new SettingsDialog(m_services.theme, m_services.translator, this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &SettingsDialog::changed, this, &MainWindow::rememberSettings);
            m_settingsDialog = dialog;
        }
        m_settingsDialog->show();
        m_settingsDialog->raise();
    });
    commands.setHandler(CommandId::Help, this, [this] {
        if (!m_help) {
            m_help = new HelpDialog(this);
            m_help->setAttribute(Qt::WA_DeleteOnClose);
        }
        m_help->show();
        m_help->raise();
    });
    commands.setHandler(CommandId::About, this, [this] {
        m_services.dialogs.confirmAct(this,
                                      {tr("Mangrove %1").arg(QCoreApplication::applicationVersion()),
                                       tr("A workbench for governed health data. Free software under the GNU "
                                          "General Public License, version 3 or "
                                          "later, without any warranty. Its source comes with it."),
                                       tr("Close"), false},
                                      [] {});
    });
    commands.setHandler(CommandId::Quit, this, [this] { close(); });
}

void MainWindow::connectWorkspace() {
    WorkspaceAccess& workspace = m_services.workspace;
    connect(&workspace, &WorkspaceAccess::opened, this, [this] {
        m_settings.remember(m_services.workspace.path());
        if (!m_services.workspace.isDemo())
            rememberSettings();
        m_banner->clear();
        m_rail->setPagesEnabled(true);
        m_topBar->setDemo(m_services.workspace.isDemo());
        updateUser();
        verifyAudit();
        loadPaletteTargets();
        open(PageId::Overview);
    });
    connect(&workspace, &WorkspaceAccess::closed, this, [this] {
        // Pages hold what they loaded from the old file; the next workspace gets new ones.
        for (Page*& page : m_pages) {
            delete page;
            page = nullptr;
        }
        m_targets.clear();
        showWelcome();
    });
    connect(&workspace, &WorkspaceAccess::userChanged, this, [this] {
        updateUser();
        if (m_services.workspace.isOpen()
            && m_stack->currentWidget() == m_pages.at(static_cast<std::size_t>(m_current)))
            page(m_current)->refresh();
    });
    connect(&workspace, &WorkspaceAccess::changed, this, [this] {
        if (!m_services.workspace.isOpen())
            return;
        page(m_current)->refresh();
        verifyAudit();
        loadPaletteTargets();
    });
    connect(&m_services.jobs, &JobRunner::jobFinished, this, [this](JobId id) {
        for (const JobView& job : m_services.jobs.jobs()) {
            // What was too short to be seen running needs no word afterwards.
            if (job.id == id && !job.background
                && (job.state == JobState::Failed || job.elapsedMs >= StatusStrip::kShownAfterMs))
                m_status->setNote(job.state == JobState::Failed ? Tone::Critical : Tone::Neutral,
                                  job.state == JobState::Done
                                      ? tr("%1: done in %2").arg(job.title, formatDuration(job.elapsedMs))
                                      : job.title + QStringLiteral(": ") + job.error);
        }
    });
}

Page* MainWindow::page(PageId id) {
    Page*& slot = m_pages.at(static_cast<std::size_t>(id));
    if (slot == nullptr) {
        slot = m_makePage(id, m_services, m_stack);
        slot->retranslate();
        m_stack->addWidget(slot);
        connect(slot, &Page::breadcrumbChanged, this, &MainWindow::updateBreadcrumb);
        connect(slot, &Page::commandsChanged, this, &MainWindow::updateCommands);
        if (DetailsPanel* panel = slot->details(); panel != nullptr)
            connect(panel, &DetailsPanel::closeRequested, panel, &QWidget::hide);
    }
    return slot;
}

void MainWindow::open(PageId id, const QString& target) {
    if (!m_services.workspace.isOpen())
        return;
    m_current = id;
    Page* shown = page(id);
    shown->reveal(target);
    m_rail->setCurrent(id);
    m_stack->showPage(shown, m_services.theme.fadeMs());
    shown->refresh();
    updateBreadcrumb();
    updateCommands();
}

void MainWindow::openWorkspace(const QString& path) {
    m_services.workspace.open(path, this, [this](const Status& status) {
        if (!status.ok())
            showError(status.error());
    });
}

void MainWindow::showError(const Error& error) {
    m_banner->showError(error);
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    m_settings.geometry = saveGeometry();
    rememberSettings();
    m_services.jobs.cancelAll();
    QMainWindow::closeEvent(event);
}

void MainWindow::retranslate() {
    m_services.commands.retranslate();
    updateBreadcrumb();
    updateUser();
    if (m_services.workspace.isOpen())
        verifyAudit();
}

void MainWindow::updateBreadcrumb() {
    const WorkspaceAccess& workspace = m_services.workspace;
    QStringList parts;
    QString title = tr("Mangrove");
    if (workspace.isOpen()) {
        parts << workspace.organisation();
        if (Page* shown = m_pages.at(static_cast<std::size_t>(m_current)); shown != nullptr) {
            parts << shown->breadcrumb();
            title = shown->title() + QStringLiteral(" · ") + workspace.organisation() + QStringLiteral(" · ")
                    + title;
        }
        if (workspace.isDemo())
            title += QStringLiteral(" · DEMO");
    } else {
        parts << tr("Welcome");
    }
    m_topBar->setBreadcrumb(parts);
    setWindowTitle(title);
}

void MainWindow::updateCommands() {
    Commands& commands = m_services.commands;
    const bool open = m_services.workspace.isOpen();
    const QList<CommandId> possible = open && m_pages.at(static_cast<std::size_t>(m_current)) != nullptr
                                          ? page(m_current)->pageCommands()
                                          : QList<CommandId>();
    for (const CommandInfo& info : commandTable()) {
        if (info.category == CommandCategory::Page)
            commands.action(info.id)->setEnabled(possible.contains(info.id));
        else if (info.category == CommandCategory::Navigate)
            commands.action(info.id)->setEnabled(open);
    }
    commands.action(CommandId::WorkspaceClose)->setEnabled(open);
    commands.action(CommandId::SearchCatalogue)->setEnabled(open);
    commands.action(CommandId::LogIn)->setEnabled(open);
    commands.action(CommandId::LogOut)->setEnabled(open && m_services.workspace.user() != nullptr);
}

void MainWindow::updateUser() {
    const WorkspaceAccess& workspace = m_services.workspace;
    const CurrentUser* user = workspace.user();
    QStringList roles;
    if (user != nullptr) {
        for (const QString& role : user->roles)
            roles << roleText(toUtf8(role));
    }
    const QString separator = QStringLiteral(", ");
    m_rail->setUser(user != nullptr ? user->name : QString(), roles.join(separator));
    if (!workspace.isOpen())
        m_status->setUser({});
    else if (user == nullptr)
        m_status->setUser(tr("Nobody is logged in"));
    else
        m_status->setUser(user->name + QStringLiteral(" · ") + roles.join(separator));
    updateCommands();
}

void MainWindow::showWelcome() {
    QStringList existing;
    for (const QString& path : m_settings.recentWorkspaces) {
        if (QFileInfo::exists(path))
            existing << path;
    }
    m_welcome->setRecent(existing);
    m_rail->setPagesEnabled(false);
    m_topBar->setDemo(false);
    m_status->setAudit(Tone::Neutral, tr("No workspace is open"));
    m_stack->showPage(m_welcome, m_services.theme.fadeMs());
    updateBreadcrumb();
    updateUser();
}

void MainWindow::toggleDetails() {
    if (!m_services.workspace.isOpen())
        return;
    if (DetailsPanel* panel = page(m_current)->details(); panel != nullptr)
        panel->setVisible(panel->isHidden());
}

// Esc takes one thing away at a time: the banner, then filters.
void MainWindow::escape() {
    if (!m_banner->isHidden())
        m_banner->clear();
    else if (m_services.workspace.isOpen())
        page(m_current)->clearFilters();
}

void MainWindow::rememberSettings() {
    m_settings.theme = m_services.theme.mode();
    m_settings.language = m_services.translator.language();
    m_settings.reducedMotion = m_services.theme.reducedMotion();
    m_settings.railCollapsed = m_rail->collapsed();
    m_settings.save();
}

} // namespace mangrove::ui
