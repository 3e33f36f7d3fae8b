// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/read_options.h"
#include "io/structural_scan.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::io {

/// A record above the header: head[begin, end), on a physical line.
struct TitleLine {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint64_t line = 1;
};

/// How records and cells are told apart in one file. The quote is always '"'.
struct CsvDialect {
    ScanSyntax syntax;
    bool header = true;
    bool quotesSeen = false;
    bool quotesEverything =
        false;           ///< the writer quotes every value, so that "" is its way to write "missing"
    bool crCrLf = false; ///< lines end with CR CR LF (a text-mode accident): no blank line between them
    std::string delimiterEvidence; ///< English, for people
    std::string headerEvidence;
    std::string escapeEvidence;
    std::vector<TitleLine> titles; ///< passed over
    std::string titleEvidence;     ///< empty where there are no titles
    std::size_t bodyBegin =
        0; ///< where the first record begins that is no title (blank lines may come first)
    std::uint64_t bodyLine = 1;         ///< its physical line
    std::vector<std::string> nullWords; ///< candidates met as whole cells
};

/// One cell of a record taken apart by the plain, strict parser. `text` is unquoted.
struct ParsedCell {
    std::string text;
    bool quoted = false;
    bool stray = false; ///< a quote where none belongs
};

/// Takes the record at `at` apart and moves `at` behind its line end. `closed` = false: the text ends inside
/// quotes. The reference that the fast paths are tested against, used for the header and for sniffing.
struct ParsedRecord {
    std::vector<ParsedCell> cells;
    bool closed = true;
    [[nodiscard]] bool blank() const {
        return cells.size() == 1 && cells[0].text.empty() && !cells[0].quoted;
    }
};
[[nodiscard]] ParsedRecord parseRecord(std::string_view text, std::size_t& at, ScanSyntax syntax);

/// Decides from the head of a file (UTF-8; `complete` = it is all of it) what `options` leaves open.
[[nodiscard]] CsvDialect sniffDialect(std::string_view head, bool complete, const ReadOptions& options);

} // namespace mangrove::io
