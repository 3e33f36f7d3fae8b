// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <span>
#include <string_view>

namespace mangrove::ui {

/// A word of core and how people read it, in English: marked with QT_TRANSLATE_NOOP where the table stands.
struct WordText {
    std::string_view core;
    const char* shown;
};

/// In the language of the window, from the table's `context` of the catalogue; nullopt where the table does
/// not have it. GUI thread.
[[nodiscard]] std::optional<QString> wordText(std::span<const WordText> table, const char* context,
                                              std::string_view core);

} // namespace mangrove::ui
