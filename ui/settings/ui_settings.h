// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "i18n/translator.h"
#include "theme/theme.h"

#include <QStringList>

namespace mangrove::ui {

/// What the workbench remembers between runs, for this user on this machine. Unknown keys in the file are
/// kept. Nothing of a workspace is stored but the paths of recent ones.
struct UiSettings {
    Theme::Mode theme = Theme::Mode::System;
    Translator::Language language = Translator::Language::English;
    bool reducedMotion = false;
    bool railCollapsed = false;
    QStringList recentWorkspaces; ///< latest first, at most kRecent
    QByteArray geometry;

    static constexpr int kRecent = 6;

    [[nodiscard]] static UiSettings load();
    void save() const;
    /// Puts `path` first.
    void remember(const QString& path);
};

} // namespace mangrove::ui
