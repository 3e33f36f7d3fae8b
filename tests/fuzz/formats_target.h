// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace mangrove::test {

/// Reads `bytes` as JSON, whatever they are, under each policy for broken records. The outcomes must agree
/// with one another, and the tape with another JSON parser about what is proper; the sentence says what does
/// not, empty = all is well.
std::string checkJsonBytes(std::string_view bytes);

/// Reads the parts of a workbook, divided by lines of "%%%": the first sheet, then shared strings, styles,
/// workbook and relations, of which the later ones may be missing. Also reads the bytes as they are as a
/// file.
std::string checkWorkbookBytes(std::string_view bytes);

} // namespace mangrove::test
