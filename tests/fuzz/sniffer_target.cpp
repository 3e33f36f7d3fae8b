// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/sniffer_target.h"

#include "base/text.h"
#include "io/content_kind.h"
#include "io/csv_dialect.h"
#include "io/encoding.h"

#include <algorithm>

namespace mangrove::test {

namespace {

bool sameGuess(const io::EncodingGuess& a, const io::EncodingGuess& b) {
    return a.encoding == b.encoding && a.bomBytes == b.bomBytes && a.confidence == b.confidence
           && a.evidence == b.evidence;
}

std::string checkEncoding(std::string_view bytes, bool complete) {
    const io::EncodingGuess guess = io::detectEncoding(bytes, complete);
    if (!sameGuess(guess, io::detectEncoding(bytes, complete)))
        return "the encoding of the same bytes is judged in two ways";
    if (!(guess.confidence >= 0 && guess.confidence <= 1) || guess.bomBytes > bytes.size())
        return "a guess is out of its range";
    const std::string_view text = bytes.substr(guess.bomBytes);
    const bool ascii =
        std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (guess.encoding == io::Encoding::Ascii && !ascii)
        return "bytes beyond ASCII are called ASCII";
    const bool zeros = bytes.find('\0') != std::string_view::npos;
    if (complete && !ascii && !zeros && guess.bomBytes == 0
        && findInvalidUtf8(bytes) == std::string_view::npos && guess.encoding != io::Encoding::Utf8)
        return "well-formed UTF-8 is called something else";
    if (complete && guess.encoding != io::Encoding::Ascii) {
        const auto converted = io::toUtf8(text, guess.encoding);
        if (converted && findInvalidUtf8(*converted) != std::string_view::npos)
            return "what was decoded is no UTF-8";
    }
    if (const auto other = io::otherEncoding(bytes); other && !io::toUtf8(bytes, *other))
        return "another encoding is named in which the line does not read";
    return {};
}

bool sameDialect(const io::CsvDialect& a, const io::CsvDialect& b) {
    return a.syntax.delimiter == b.syntax.delimiter && a.syntax.backslash == b.syntax.backslash
           && a.header == b.header && a.quotesEverything == b.quotesEverything && a.crCrLf == b.crCrLf
           && a.titles.size() == b.titles.size() && a.bodyBegin == b.bodyBegin && a.bodyLine == b.bodyLine
           && a.nullWords == b.nullWords;
}

std::string checkDialect(std::string_view head, bool complete, const io::ReadOptions& options) {
    const io::CsvDialect dialect = io::sniffDialect(head, complete, options);
    if (!sameDialect(dialect, io::sniffDialect(head, complete, options)))
        return "the dialect of the same text is judged in two ways";
    const char delimiter = dialect.syntax.delimiter;
    if (delimiter == '"' || delimiter == '\r' || delimiter == '\n')
        return "a character of the syntax is called the delimiter";
    if ((options.delimiter && delimiter != *options.delimiter)
        || (options.header && dialect.header != *options.header)
        || (options.quoteEscape
            && dialect.syntax.backslash != (*options.quoteEscape == io::QuoteEscape::Backslash))
        || (options.skipLines == 0U && !dialect.titles.empty()))
        return "an option that was given is not obeyed";
    std::size_t at = 0;
    std::uint64_t line = 0;
    for (const io::TitleLine& title : dialect.titles) {
        if (title.begin < at || title.end <= title.begin || title.end > head.size() || title.line <= line)
            return "a title is not where it can be";
        at = title.end;
        line = title.line;
    }
    if (dialect.bodyBegin < at || dialect.bodyBegin > head.size() || dialect.bodyLine <= line)
        return "the table begins where it cannot";
    for (at = dialect.bodyBegin; at < head.size();) {
        const std::size_t before = at;
        const io::ParsedRecord record = io::parseRecord(head, at, dialect.syntax);
        if (at <= before || at > head.size() || record.cells.empty())
            return "the plain parser does not move on";
    }
    return {};
}

} // namespace

std::string checkSnifferBytes(std::string_view bytes) {
    (void)io::looksLikeJson(bytes);
    io::ReadOptions given;
    given.delimiter = ';';
    given.header = false;
    given.skipLines = 0;
    given.quoteEscape = io::QuoteEscape::Backslash;
    for (const bool complete : {true, false}) {
        for (std::string fault : {checkEncoding(bytes, complete), checkDialect(bytes, complete, {}),
                                  checkDialect(bytes, complete, given)}) {
            if (!fault.empty())
                return fault + (complete ? " (all of the file)" : " (the head of a file)");
        }
    }
    return {};
}

} // namespace mangrove::test
