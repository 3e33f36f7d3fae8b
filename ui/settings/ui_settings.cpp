// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/ui_settings.h"

#include <QSettings>

namespace mangrove::ui {

namespace {

// The one table of keys.
const QString kThemeKey = QStringLiteral("view/theme");
const QString kLanguageKey = QStringLiteral("view/language");
const QString kMotionKey = QStringLiteral("view/reducedMotion");
const QString kRailKey = QStringLiteral("view/railCollapsed");
const QString kGeometryKey = QStringLiteral("view/geometry");
const QString kRecentKey = QStringLiteral("workspaces/recent");

} // namespace

UiSettings UiSettings::load() {
    const QSettings store(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("mangrove"),
                          QStringLiteral("workbench"));
    UiSettings settings;
    const QString theme = store.value(kThemeKey).toString();
    if (theme == QLatin1String("light"))
        settings.theme = Theme::Mode::Light;
    else if (theme == QLatin1String("dark"))
        settings.theme = Theme::Mode::Dark;
    const QString language = store.value(kLanguageKey).toString();
    settings.language = language.isEmpty() ? Translator::systemLanguage() : Translator::fromCode(language);
    settings.reducedMotion = store.value(kMotionKey).toBool();
    settings.railCollapsed = store.value(kRailKey).toBool();
    settings.recentWorkspaces = store.value(kRecentKey).toStringList();
    settings.geometry = store.value(kGeometryKey).toByteArray();
    return settings;
}

void UiSettings::save() const {
    QSettings store(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("mangrove"),
                    QStringLiteral("workbench"));
    const QString themeText = theme == Theme::Mode::Light  ? QStringLiteral("light")
                              : theme == Theme::Mode::Dark ? QStringLiteral("dark")
                                                           : QStringLiteral("system");
    store.setValue(kThemeKey, themeText);
    store.setValue(kLanguageKey, Translator::code(language));
    store.setValue(kMotionKey, reducedMotion);
    store.setValue(kRailKey, railCollapsed);
    store.setValue(kRecentKey, recentWorkspaces);
    store.setValue(kGeometryKey, geometry);
}

void UiSettings::remember(const QString& path) {
    recentWorkspaces.removeAll(path);
    recentWorkspaces.prepend(path);
    while (recentWorkspaces.size() > kRecent)
        recentWorkspaces.removeLast();
}

} // namespace mangrove::ui
