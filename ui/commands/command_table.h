// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace mangrove::ui {

/// Every command a person can give. Menus, shortcuts, the palette and the help page are made from one table.
enum class CommandId : std::uint8_t {
    // navigation, Alt+1…8
    GoOverview,
    GoCatalogue,
    GoDataset,
    GoQuality,
    GoDeidentify,
    GoAuthorizations,
    GoHandoff,
    GoAudit,
    // workspace
    WorkspaceNew,
    WorkspaceOpen,
    WorkspaceDemo,
    WorkspaceClose,
    LogIn,
    LogOut,
    // on the current page (Page::runCommand)
    Import,
    Run,
    Profile,
    Classify,
    Preview,
    SaveRecipe,
    Apply,
    NewRequest,
    Submit,
    Export,
    VerifyPackage,
    VerifyAudit,
    Find,
    FocusFilter,
    ClearFilters,
    Refresh,
    // view
    Palette,
    SearchCatalogue,
    Details,
    Rail,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    LanguageEnglish,
    LanguageChinese,
    // application
    Settings,
    Help,
    About,
    Quit
};

enum class CommandCategory : std::uint8_t { Navigate, Workspace, Page, View, Application };

struct CommandInfo {
    CommandId id;
    const char* name; ///< stable kebab-case name, unique
    const char* text; ///< English, QT_TRANSLATE_NOOP("Commands", …); may hold a menu accelerator
    const char* icon; ///< of resources/icons, or ""
    const char* keys; ///< QKeySequence portable text, or ""
    CommandCategory category;
};

[[nodiscard]] std::span<const CommandInfo> commandTable();
[[nodiscard]] const CommandInfo& commandInfo(CommandId id);

} // namespace mangrove::ui
