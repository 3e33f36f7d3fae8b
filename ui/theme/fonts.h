// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QFont>

namespace mangrove::ui {

/// The font of a text style: Noto Sans + Noto Sans CJK SC on Linux, Segoe UI + Microsoft YaHei UI on Windows,
/// the system's elsewhere. Digits are tabular in these families. Sizes in px at 100 %.
[[nodiscard]] QFont fontFor(TextStyle style);
/// For hashes, ids and patterns.
[[nodiscard]] QFont monospacedFont(TextStyle style = TextStyle::Body);
/// 1.4 for text, 1.2 for figures, as a factor of the pixel size.
[[nodiscard]] double lineHeight(TextStyle style);

} // namespace mangrove::ui
