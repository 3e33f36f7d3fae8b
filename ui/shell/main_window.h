// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job_runner.h"
#include "services.h"
#include "settings/ui_settings.h"
#include "shell/palette_model.h"

#include <QMainWindow>
#include <QPointer>
#include <array>
#include <functional>

namespace mangrove::ui {

class Banner;
class CommandPalette;
class Page;
class PageStack;
class Rail;
class StatusStrip;
class TopBar;
class WelcomePage;

/// The frame around the pages: rail, top bar, page area, status strip, palette. It owns the pages (made when
/// they are first opened), carries out navigation and the commands that belong to no page.
class MainWindow : public QMainWindow, public Navigator {
    Q_OBJECT
public:
    /// What the window needs but does not own; everything outlives it.
    struct Parts {
        WorkspaceAccess& workspace;
        JobRunner& jobs;
        Dialogs& dialogs;
        Theme& theme;
        Translator& translator;
        Commands& commands;
    };
    using PageFactory = std::function<Page*(PageId, Services&, QWidget*)>;
    /// Makes a demo workspace and opens it (app/gui knows the demo room).
    using DemoOpener = std::function<void()>;

    MainWindow(const Parts& parts, UiSettings& settings, PageFactory makePage, DemoOpener openDemo);
    ~MainWindow() override;

    void open(PageId page, const QString& target = {}) override;
    [[nodiscard]] PageId currentPage() const { return m_current; }
    [[nodiscard]] Page* page(PageId id);
    [[nodiscard]] CommandPalette& palettePopup() { return *m_palette; }
    /// The palette with `text` typed in.
    void openPalette(const QString& text = {});
    /// Opens the file and shows the Overview; an error stands in a banner.
    void openWorkspace(const QString& path);
    void showError(const Error& error);

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void buildLayout();
    void registerCommands();
    void registerViewCommands();
    void connectWorkspace();
    void retranslate();
    void updateBreadcrumb();
    void updateCommands();
    void updateUser();
    void showWelcome();
    void verifyAudit();
    void loadPaletteTargets();
    void fillPalette();
    void newWorkspace();
    void chooseWorkspace();
    void logIn();
    void toggleDetails();
    void escape();
    void rememberSettings();

    Services m_services;
    UiSettings& m_settings;
    PageFactory m_makePage;
    DemoOpener m_openDemo;
    std::array<Page*, kPageCount> m_pages{};
    PageId m_current = PageId::Overview;
    std::vector<PaletteEntry> m_targets; ///< data sets and requests
    Rail* m_rail = nullptr;
    TopBar* m_topBar = nullptr;
    PageStack* m_stack = nullptr;
    WelcomePage* m_welcome = nullptr;
    Banner* m_banner = nullptr;
    StatusStrip* m_status = nullptr;
    CommandPalette* m_palette = nullptr;
    QPointer<QWidget> m_help;
    QPointer<QWidget> m_settingsDialog;
};

} // namespace mangrove::ui
