// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove {

/// Text is UTF-8 std::string everywhere in core.

/// The first byte that is not well-formed UTF-8 (Unicode 15, table 3-7), or npos.
[[nodiscard]] std::size_t findInvalidUtf8(std::string_view text);
/// Code points of well-formed UTF-8.
[[nodiscard]] std::size_t codePointCount(std::string_view text);
/// Decodes the code point at `at` and moves `at` behind it. Precondition: well-formed, at < size.
[[nodiscard]] char32_t nextCodePoint(std::string_view text, std::size_t& at);
void appendCodePoint(std::string& text, char32_t codePoint);

/// Without ASCII blanks (space, tab, CR, LF) at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view separator);
/// ASCII letters only; other bytes unchanged.
[[nodiscard]] std::string toLowerAscii(std::string_view text);

} // namespace mangrove
