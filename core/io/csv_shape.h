// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/structural_scan.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::io {

/// One record in the head of a file, as far as the sniffers look at it.
struct RecordShape {
    std::size_t begin = 0; ///< offset in the head
    std::size_t end = 0;   ///< behind the line end
    std::uint64_t line = 1;
    std::size_t fields = 0;
    std::size_t filled = 0; ///< fields that are not blank
    bool stray = false;     ///< a quote where none belongs
    bool comment = false;   ///< begins with '#' or "//"
    bool hashName =
        false; ///< begins with '#' and a letter, as in "#chrom": a comment only if it does not fit
    bool headerLike = false; ///< all but a few cells filled, none a number or a date, no two alike
};

/// How well a syntax explains the head.
struct TableFit {
    ScanSyntax syntax;
    std::size_t fields = 1;          ///< the most frequent number of fields in a record
    double share = 0;                ///< records below the titles that have so many
    double score = 0;                ///< 0…about 1
    std::size_t strays = 0;          ///< records with a quote where none belongs
    std::vector<RecordShape> titles; ///< records above the header
    bool titlesAreComments = false;
    std::size_t bodyBegin = 0; ///< where the first record begins that is no title
    std::uint64_t bodyLine = 1;
};

/// `complete` = the head is the whole file; `from` = where to begin, on physical line `line`; at most
/// `maxRecords` records that are not blank are looked at.
///
/// Titles are, from the first record on: remarks ('#', "//"); and, only where the record below them looks
/// like a header, records with one filled cell, or with at most half of the fields. So a short header is
/// never taken for a title because its rows are longer.
[[nodiscard]] TableFit fitTable(std::string_view head, bool complete, std::size_t from, std::uint64_t line,
                                ScanSyntax syntax, std::size_t maxRecords);

/// Something that a header cell would not be: a number or a date.
[[nodiscard]] bool looksLikeData(std::string_view cell);

} // namespace mangrove::io
