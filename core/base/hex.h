// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

/// The bytes of a text, not copied.
[[nodiscard]] ByteView asBytes(std::string_view text);
/// Bytes as text, not copied.
[[nodiscard]] std::string_view asText(ByteView bytes);

/// Lower-case hexadecimal.
[[nodiscard]] std::string toHex(ByteView bytes);
/// nullopt on odd length or a character that is no hexadecimal digit.
[[nodiscard]] std::optional<Bytes> fromHex(std::string_view text);
/// RFC 4648 base 64 with padding.
[[nodiscard]] std::string toBase64(ByteView bytes);
/// Strict: canonical padding, no blanks.
[[nodiscard]] std::optional<Bytes> fromBase64(std::string_view text);

} // namespace mangrove
