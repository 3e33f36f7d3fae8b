// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mangrove::profile {

/// How a value is built and what is odd about it, found in one walk over its characters.
struct TextShape {
    std::uint64_t codePoints = 0;
    bool blankEdge = false; ///< begins or ends with a blank (space, tab, U+3000, U+00A0)
    bool fullWidth =
        false; ///< has a full-width letter, digit or sign (U+FF01…U+FF5E) or the ideographic space
};

/// Writes the pattern of `value` into `pattern`: 9 digit, A upper case, a lower case (ASCII), 汉 hanzi, ９ Ａ
/// ａ their full-width forms, α any other letter or sign beyond ASCII; ASCII signs stand for themselves; a
/// run of a class is written once with its length: "510101199001011234" is 9{18}, "2026-11-23" is
/// 9{4}-9{2}-9{2}. After 24 runs follows "…". Precondition: well-formed UTF-8.
TextShape shapeOf(std::string_view value, std::string& pattern);

/// The pattern alone.
[[nodiscard]] std::string patternOf(std::string_view value);

} // namespace mangrove::profile
