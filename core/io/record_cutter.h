// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/structural_scan.h"

#include <cstddef>
#include <cstdint>

namespace mangrove::io {

/// Finds where records end in text that arrives piece by piece, so that blocks are cut at record borders.
/// Exact, not a guess by quote parity: a quote counts only where RFC 4180 lets one stand. Serial by nature;
/// everything else about a block can be done elsewhere. Also counts physical lines (LF, CRLF and CR end one).
class RecordCutter {
public:
    /// The text begins on physical line `firstLine`.
    explicit RecordCutter(ScanSyntax syntax, std::uint64_t firstLine = 1,
                          const ScanKernels& kernels = scanKernels())
        : m_kernels(&kernels), m_syntax(syntax) {
        m_target.line = firstLine;
        m_target.lineAtLastEnd = firstLine;
    }

    /// Looks at text[from, to); text[0, from) was seen by earlier calls. Offsets reported count from text.
    void scan(const char* text, std::size_t from, std::size_t to);
    /// The text before `cut` was taken away: offsets count from there now.
    void rebase(std::size_t cut);

    /// Behind the last record end that is certain, or 0.
    [[nodiscard]] std::size_t lastEnd() const { return m_target.lastEnd; }
    /// Physical line (from 1) that begins at lastEnd(), counted over the whole file.
    [[nodiscard]] std::uint64_t lineAtLastEnd() const { return m_target.lineAtLastEnd; }
    [[nodiscard]] bool insideQuotes() const { return m_state.cell == ScanState::Cell::Quoted; }
    /// Physical line of the quote that is open; meaningful while insideQuotes().
    [[nodiscard]] std::uint64_t quoteLine() const { return m_target.quoteLine; }
    /// Where the present cell begins, and its line: for judging cells that do not end.
    [[nodiscard]] std::size_t cellStart() const { return m_target.cellStart; }
    [[nodiscard]] std::uint64_t line() const { return m_target.line; }

private:
    const ScanKernels* m_kernels;
    ScanSyntax m_syntax;
    ScanState m_state;
    CutTarget m_target;
};

} // namespace mangrove::io
