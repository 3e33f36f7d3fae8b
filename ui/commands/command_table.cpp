// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/command_table.h"

#include <QtGlobal>
#include <array>

namespace mangrove::ui {

namespace {

using enum CommandId;
using enum CommandCategory;

constexpr auto kCommands = std::to_array<CommandInfo>({
    // clang-format off
    {GoOverview, "go-overview", QT_TRANSLATE_NOOP("Commands", "Overview"), "overview", "Alt+1", Navigate},
    {GoCatalogue, "go-catalogue", QT_TRANSLATE_NOOP("Commands", "Catalogue"), "catalogue", "Alt+2", Navigate},
    {GoDataset, "go-dataset", QT_TRANSLATE_NOOP("Commands", "Data set"), "dataset", "Alt+3", Navigate},
    {GoQuality, "go-quality", QT_TRANSLATE_NOOP("Commands", "Quality"), "quality", "Alt+4", Navigate},
    {GoDeidentify, "go-deidentify", QT_TRANSLATE_NOOP("Commands", "De-identification"), "deidentify", "Alt+5", Navigate},
    {GoAuthorizations, "go-authorizations", QT_TRANSLATE_NOOP("Commands", "Authorizations"), "authorize", "Alt+6", Navigate},
    {GoHandoff, "go-handoff", QT_TRANSLATE_NOOP("Commands", "Hand-off"), "handoff", "Alt+7", Navigate},
    {GoAudit, "go-audit", QT_TRANSLATE_NOOP("Commands", "Audit"), "audit", "Alt+8", Navigate},
    {WorkspaceNew, "workspace-new", QT_TRANSLATE_NOOP("Commands", "New workspace…"), "plus", "Ctrl+N", Workspace},
    {WorkspaceOpen, "workspace-open", QT_TRANSLATE_NOOP("Commands", "Open workspace…"), "folder", "Ctrl+O", Workspace},
    {WorkspaceDemo, "workspace-demo", QT_TRANSLATE_NOOP("Commands", "Open a demo workspace"), "demo", "", Workspace},
    {WorkspaceClose, "workspace-close", QT_TRANSLATE_NOOP("Commands", "Close the workspace"), "close", "Ctrl+W", Workspace},
    {LogIn, "log-in", QT_TRANSLATE_NOOP("Commands", "Log in…"), "key", "Ctrl+Shift+L", Workspace},
    {LogOut, "log-out", QT_TRANSLATE_NOOP("Commands", "Lock"), "lock", "Ctrl+Alt+L", Workspace},
    {Import, "import", QT_TRANSLATE_NOOP("Commands", "Register a data set…"), "import", "Ctrl+I", CommandCategory::Page},
    {Run, "run", QT_TRANSLATE_NOOP("Commands", "Run"), "play", "Ctrl+R", CommandCategory::Page},
    {Profile, "profile", QT_TRANSLATE_NOOP("Commands", "Profile the data set"), "chart", "", CommandCategory::Page},
    {Classify, "classify", QT_TRANSLATE_NOOP("Commands", "Classify the columns"), "tag", "", CommandCategory::Page},
    {Preview, "preview", QT_TRANSLATE_NOOP("Commands", "Preview"), "eye", "Ctrl+Shift+P", CommandCategory::Page},
    {SaveRecipe, "save-recipe", QT_TRANSLATE_NOOP("Commands", "Save the recipe…"), "save", "Ctrl+S", CommandCategory::Page},
    {Apply, "apply", QT_TRANSLATE_NOOP("Commands", "Apply the recipe…"), "deidentify", "", CommandCategory::Page},
    {NewRequest, "new-request", QT_TRANSLATE_NOOP("Commands", "New request…"), "plus", "Ctrl+Shift+N", CommandCategory::Page},
    {Submit, "submit", QT_TRANSLATE_NOOP("Commands", "Submit"), "send", "Ctrl+Return", CommandCategory::Page},
    {Export, "export", QT_TRANSLATE_NOOP("Commands", "Export a package…"), "handoff", "Ctrl+E", CommandCategory::Page},
    {VerifyPackage, "verify-package", QT_TRANSLATE_NOOP("Commands", "Verify a package…"), "shield-check", "", CommandCategory::Page},
    {VerifyAudit, "verify-audit", QT_TRANSLATE_NOOP("Commands", "Verify the audit log"), "audit", "", CommandCategory::Page},
    {Find, "find", QT_TRANSLATE_NOOP("Commands", "Find on this page"), "search", "Ctrl+F", CommandCategory::Page},
    {FocusFilter, "focus-filter", QT_TRANSLATE_NOOP("Commands", "Go to the filter"), "filter", "Ctrl+L", CommandCategory::Page},
    {ClearFilters, "clear-filters", QT_TRANSLATE_NOOP("Commands", "Clear the filters"), "close", "Esc", View},
    {Refresh, "refresh", QT_TRANSLATE_NOOP("Commands", "Refresh"), "refresh", "F5", View},
    {Palette, "palette", QT_TRANSLATE_NOOP("Commands", "Search or do…"), "command", "Ctrl+K", View},
    {SearchCatalogue, "search-catalogue", QT_TRANSLATE_NOOP("Commands", "Search the catalogue"), "search", "Ctrl+Shift+F", View},
    {Details, "details", QT_TRANSLATE_NOOP("Commands", "Show or hide the details"), "panel-right", "F9", View},
    {Rail, "rail", QT_TRANSLATE_NOOP("Commands", "Narrow or widen the rail"), "panel-left", "Ctrl+B", View},
    {ThemeSystem, "theme-system", QT_TRANSLATE_NOOP("Commands", "Theme: like the system"), "settings", "", View},
    {ThemeLight, "theme-light", QT_TRANSLATE_NOOP("Commands", "Theme: light"), "sun", "", View},
    {ThemeDark, "theme-dark", QT_TRANSLATE_NOOP("Commands", "Theme: dark"), "moon", "", View},
    {LanguageEnglish, "language-english", QT_TRANSLATE_NOOP("Commands", "Language: English"), "globe", "", View},
    {LanguageChinese, "language-chinese", QT_TRANSLATE_NOOP("Commands", "Language: Chinese (中文)"), "globe", "", View},
    {Settings, "settings", QT_TRANSLATE_NOOP("Commands", "Settings…"), "settings", "Ctrl+,", Application},
    {Help, "help", QT_TRANSLATE_NOOP("Commands", "Help and shortcuts"), "question", "F1", Application},
    {About, "about", QT_TRANSLATE_NOOP("Commands", "About Mangrove"), "leaf", "", Application},
    {Quit, "quit", QT_TRANSLATE_NOOP("Commands", "Quit"), "logout", "Ctrl+Q", Application},
    // clang-format on
});

// commandInfo() looks up by position.
constexpr bool inOrder() {
    for (std::size_t i = 0; i < kCommands.size(); ++i) {
        if (static_cast<std::size_t>(kCommands[i].id) != i)
            return false;
    }
    return kCommands.size() == static_cast<std::size_t>(Quit) + 1;
}
static_assert(inOrder(), "the table is in the order of CommandId and complete");

} // namespace

std::span<const CommandInfo> commandTable() {
    return kCommands;
}

const CommandInfo& commandInfo(CommandId id) {
    return kCommands.at(static_cast<std::size_t>(id));
}

} // namespace mangrove::ui
