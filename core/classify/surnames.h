// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace mangrove::classify {

/// Chinese family names in present use: the Hundred Family Surnames and the commonest others, single and
/// compound. A list of facts, written for Mangrove. The bytes of the surname at the head of UTF-8 `text` (3
/// for one character, 6 for a compound one), 0 where none is.
[[nodiscard]] std::size_t surnameAtHead(std::string_view text);

/// Is it a surname or the first character of one? One bit test.
[[nodiscard]] bool mayBeginSurname(char32_t codePoint);

/// The same as surnameAtHead for two code points: 0, 1 or 2 characters of a surname.
[[nodiscard]] std::size_t surnameLength(char32_t first, char32_t second);

/// One of the roughly 120 surnames that together name most people.
[[nodiscard]] bool isCommonSurname(char32_t codePoint);

} // namespace mangrove::classify
