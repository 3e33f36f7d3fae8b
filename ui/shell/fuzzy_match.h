// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace mangrove::ui {

/// How well `pattern` fits `text` for the palette: 0 = not at all, larger = better. All characters of the
/// pattern occur in the text in order, case-insensitively; starts of words, runs and an early first hit count
/// more. An empty pattern fits everything with 1. Every pattern word (blank-separated) must fit.
[[nodiscard]] int fuzzyScore(const QString& pattern, const QString& text);

} // namespace mangrove::ui
