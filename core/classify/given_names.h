// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "classify/scan_parts.h"

#include <cstddef>
#include <string_view>

namespace mangrove::classify {

/// Characters that commonly occur in Chinese given names (about 800, written for Mangrove). Most are everyday
/// characters too: they tell only together with a family name and the places where a name may stand.
[[nodiscard]] bool isGivenNameCharacter(char32_t point);

/// The end of a Tibetan, Mongolian, Yi or Dai name written in Han characters without a dot (扎西顿珠,
/// 斯琴高娃): two to four of the parts such names are made of, at least four characters. `at` where none
/// begins.
[[nodiscard]] std::size_t composedNameEnd(const ScanText& text, std::size_t at);

/// Does a part of such names begin with the character?
[[nodiscard]] bool mayBeginComposedName(char32_t point);

/// A frequent given name of English and other Latin writing, in any case: "Emily", "Ahmed".
[[nodiscard]] bool isLatinGivenName(std::string_view word);

/// "Wang", "OUYANG": a Chinese family name in pinyin.
[[nodiscard]] bool isPinyinFamilyName(std::string_view word);

/// Is the word made of one to three syllables of pinyin ("Jianguo")?
[[nodiscard]] bool isPinyin(std::string_view word);

} // namespace mangrove::classify
