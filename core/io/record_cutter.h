// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace mangrove::io {

/// Finds where records end in text that arrives piece by piece, so that blocks are cut at record borders.
/// Exact, not a guess by quote parity: a quote counts only where RFC 4180 lets one stand. Serial by nature;
/// everything else about a block can be done elsewhere. Also counts physical lines (LF, CRLF and CR end one).
class RecordCutter {
public:
    explicit RecordCutter(char delimiter) : m_delimiter(delimiter) {}

    /// Looks at text[from, to); text[0, from) was seen by earlier calls. Offsets reported count from text.
    void scan(const char* text, std::size_t from, std::size_t to);
    /// The text before `cut` was taken away: offsets count from there now.
    void rebase(std::size_t cut);

    /// Behind the last record end that is certain, or 0.
    [[nodiscard]] std::size_t lastEnd() const { return m_lastEnd; }
    /// Physical line (from 1) that begins at lastEnd(), counted over the whole file.
    [[nodiscard]] std::uint64_t lineAtLastEnd() const { return m_lineAtLastEnd; }
    [[nodiscard]] bool insideQuotes() const { return m_state == State::Quoted; }
    /// Physical line of the quote that is open; meaningful while insideQuotes().
    [[nodiscard]] std::uint64_t quoteLine() const { return m_quoteLine; }
    /// Where the present cell begins, and its line: for judging cells that do not end.
    [[nodiscard]] std::size_t cellStart() const { return m_cellStart; }
    [[nodiscard]] std::uint64_t line() const { return m_line; }
    [[nodiscard]] bool sawQuote() const { return m_sawQuote; }
    void forgetQuote() { m_sawQuote = m_state == State::Quoted || m_state == State::AfterQuote; }

private:
    enum class State : std::uint8_t { Start, Bare, Quoted, AfterQuote };
    void step(char c, std::size_t at);

    char m_delimiter;
    State m_state = State::Start;
    bool m_afterCr = false;        ///< the last byte was CR; an LF now belongs to it
    bool m_afterCrOutside = false; ///< … and that CR ended a record
    bool m_sawQuote = false;
    std::size_t m_lastEnd = 0;
    std::size_t m_cellStart = 0;
    std::uint64_t m_line = 1;
    std::uint64_t m_lineAtLastEnd = 1;
    std::uint64_t m_quoteLine = 0;
};

} // namespace mangrove::io
