// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace mangrove::classify {

/// A province, prefecture or county of China.
struct Division {
    std::string_view code; ///< six digits, GB/T 2260; "460105"
    std::string_view name; ///< "秀英区"
};

/// The divisions of the shipped edition (resources/gazetteer/divisions-2023.txt), by code. Static.
[[nodiscard]] std::span<const Division> divisions();
/// nullptr where the shipped edition has no such code.
[[nodiscard]] const Division* findDivision(std::string_view code);

/// The edition of GB/T 2260 a code was written by. A citizen number keeps the code of its time for ever.
enum class DivisionEdition : unsigned char {
    Unknown,  ///< only the province may be told
    Year2002, ///< December 2002: the codes of Hainan that were given to other counties later
    Year2023  ///< the shipped edition
};

/// How far a code can be resolved without guessing.
struct DivisionPlace {
    std::string_view province; ///< "" where the code begins with no province
    std::string_view place;    ///< the county or prefecture; "" where the edition does not settle it
};

/// Codes were re-used (469025 was 定安县 in 2002 and is 白沙黎族自治县 today), so a code of unknown edition
/// is resolved to its province only. Takes two or six digits.
[[nodiscard]] DivisionPlace resolveDivision(std::string_view code,
                                            DivisionEdition edition = DivisionEdition::Unknown);

/// The text of the gazetteer: "codename" lines, '#' comments. Defined in resources/ (generated).
[[nodiscard]] std::string_view embeddedDivisions();

} // namespace mangrove::classify
