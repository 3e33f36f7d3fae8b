// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/coded_note.h"

#include <QString>
#include <optional>
#include <string_view>

/// The notes of the engine's reports (deid/notes.h) in the user's language.
namespace mangrove::ui {

/// The note's sentence with its arguments as people read them: numbers rounded and grouped, words of the
/// field translated, column names as they are. The English text where no sentence has that code.
[[nodiscard]] QString noteText(const deid::CodedNote& note);
/// A stable word of core/deid that stands in notes: a model, a measure, an attack, a reason, a way of
/// sharing. nullopt where it is none.
[[nodiscard]] std::optional<QString> noteWord(std::string_view word);

} // namespace mangrove::ui
