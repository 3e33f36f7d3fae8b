// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mangrove::deid {

/// Masking. Irreversible by itself, but what stays visible narrows the original down; length and the visible
/// places remain for analysis, equal values may no longer be told apart.

/// Which code points between the kept ends are hidden; the others stay as they are.
enum class MaskHide : std::uint8_t {
    All,
    Digits,          ///< ASCII and full-width digits: "0898-6666" becomes "****-****"
    LettersAndDigits ///< everything but ASCII punctuation and blanks
};

/// `text` with all but its first and last code points replaced by `maskWith`, one for one. A text too short
/// to hide at least one code point is masked whole. Precondition: well-formed UTF-8.
[[nodiscard]] std::string maskText(std::string_view text, std::uint32_t keepFirst, std::uint32_t keepLast,
                                   std::string_view maskWith, MaskHide hide = MaskHide::All);

/// By a pattern of one code point each: `#` keeps, `*` hides, anything else must stand there and is kept:
/// "###****####", "(####) ****". A text of another length or with another fixed character is masked whole:
/// what does not look as expected is never shown. Precondition: well-formed UTF-8.
[[nodiscard]] std::string maskByPattern(std::string_view text, std::string_view pattern,
                                        std::string_view maskWith);

} // namespace mangrove::deid
