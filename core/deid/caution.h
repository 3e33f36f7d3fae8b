// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/coded_note.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mangrove::deid {

/// What tells whether a result looks good because it says nothing.
struct PlainFacts {
    std::size_t quasi = 0;                     ///< quasi-identifiers that stay in the output
    std::vector<std::string> silentColumns;    ///< those of them that read `*` in every record kept
    std::uint64_t suppressed = 0, records = 0; ///< released records; suppressed ones are among them
};

/// The one source of these cautions, for the explanation of a search and for the report of a release: silent
/// columns, all of them silent, more than half of the records suppressed.
[[nodiscard]] std::vector<CodedNote> cautionsOf(const PlainFacts& facts);

} // namespace mangrove::deid
