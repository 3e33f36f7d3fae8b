// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/pseudonym.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mangrove::deid {

/// Realistic replacements, drawn from a keyed hash of the value: equal values get equal surrogates in all
/// tables of one key, recipient and domain. Not reversible (the key's holder may try known values). Different
/// values may meet in one surrogate, so links are kept by pseudonyms, not by surrogates; content and
/// distribution are gone.
enum class SurrogateKind : std::uint8_t {
    ChineseName, ///< surname and one or two characters out of common ones. A name is anybody's: it says
                 ///< nothing of the person replaced, but other people bear it
    EnglishName, ///< first and last name, likewise
    /// 18 characters with the right check character and a possible date, but region 77xxxx, which GB/T 2260
    /// has never used (71 to 79 is Taiwan's and the islands' decade; only 71 is given out), and a birth date
    /// in 1901 to 1919, before anybody now living: nobody bears it.
    ResidentId,
    /// 154 and eight digits: fits the pattern of mobile numbers; 154 is not given to any operator as far as
    /// is known here [not checked against the ministry's list: no range is reserved for fiction in China].
    MobileNumber,
    Email ///< p-<12 characters>@example.invalid: RFC 2606 2 keeps .invalid from ever existing
};
[[nodiscard]] std::string_view nameOf(SurrogateKind kind);

/// The surrogate of a value. Thread-safe.
[[nodiscard]] std::string surrogateOf(SurrogateKind kind, const KeyedFunction& function,
                                      std::string_view value);

} // namespace mangrove::deid
