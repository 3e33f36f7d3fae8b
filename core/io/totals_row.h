// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace mangrove::io {

/// 合计, 小计, 总计, Total, Subtotal…: blanks inside, a colon behind and the case of ASCII letters make no
/// difference.
[[nodiscard]] bool isTotalsLabel(std::string_view cell);
/// Whether a label could begin with this byte (or with a quote or a blank before it); for passing over nearly
/// every row.
[[nodiscard]] bool mayBeginTotalsLabel(char first);
/// Digits with signs, separators, percent and currency.
[[nodiscard]] bool looksLikeAmount(std::string_view cell);

} // namespace mangrove::io
