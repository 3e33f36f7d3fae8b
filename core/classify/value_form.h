// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mangrove::classify {

/// Kinds of characters in a value, as bits: lets most kinds be ruled out by one comparison.
namespace chars {
inline constexpr std::uint16_t kDigit = 1U << 0U;
inline constexpr std::uint16_t kUpper = 1U << 1U;
inline constexpr std::uint16_t kLower = 1U << 2U;
inline constexpr std::uint16_t kDash = 1U << 3U;
inline constexpr std::uint16_t kDot = 1U << 4U;
inline constexpr std::uint16_t kColon = 1U << 5U;
inline constexpr std::uint16_t kAt = 1U << 6U;
inline constexpr std::uint16_t kSpace = 1U << 7U;
inline constexpr std::uint16_t kParen = 1U << 8U; ///< ( )
inline constexpr std::uint16_t kPlus = 1U << 9U;
inline constexpr std::uint16_t kSlash = 1U << 10U;
inline constexpr std::uint16_t kOther = 1U << 11U; ///< other ASCII
inline constexpr std::uint16_t kWide = 1U << 12U;  ///< beyond ASCII
inline constexpr std::uint16_t kAlpha = kUpper | kLower;
inline constexpr std::uint16_t kAlnum = kAlpha | kDigit;
inline constexpr std::uint16_t kAny = 0x1FFF;
} // namespace chars

/// The bits of all characters of `value`.
[[nodiscard]] std::uint16_t characterMask(std::string_view value);

/// The form every checker sees: blanks at both ends dropped (ideographic and no-break spaces too), full-width
/// ASCII made half-width, Unicode dashes and minus made '-'. Returns a view of `value` where nothing changes
/// and of `scratch` otherwise. Bytes that are no UTF-8 stay.
[[nodiscard]] std::string_view normaliseValue(std::string_view value, std::string& scratch);

/// A normalised value with the bits of its characters: one pass for most values.
struct ValueForm {
    std::string_view text; ///< as normaliseValue() gives it
    std::uint16_t mask = 0;
};
[[nodiscard]] ValueForm formOf(std::string_view value, std::string& scratch);

} // namespace mangrove::classify
