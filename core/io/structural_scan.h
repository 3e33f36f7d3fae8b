// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mangrove::io {

/// What tells cells and records apart, byte by byte. A quote opens only at the start of a cell (RFC 4180).
/// With `backslash`, `\"` and `\\` inside quotes stand for a quote and a backslash; any other backslash is
/// text.
struct ScanSyntax {
    char delimiter = ',';
    bool backslash = false;
};

/// What a scan knows after some bytes.
struct ScanState {
    enum class Cell : std::uint8_t { Start, Bare, Quoted, AfterQuote };
    Cell cell = Cell::Start;
    bool afterCr = false; ///< the last byte was CR; an LF now belongs to it
    bool escaped = false; ///< the last byte was a backslash inside quotes that may escape the next
};

/// 64 bytes (or fewer) taken apart, bit i = byte i. Only the CR of a CRLF counts as a line end.
struct ScanMasks {
    std::uint64_t delimiters = 0; ///< outside quotes
    std::uint64_t ends = 0;       ///< line ends outside quotes
    std::uint64_t allEnds = 0;    ///< line ends, those inside quotes too
    std::uint64_t opens = 0;      ///< quotes that open a cell
    std::uint64_t stray = 0;      ///< where a quote stands that does not belong, or text behind a closing one
};

/// Where marks and records go; see BlockIndex.
struct IndexTarget {
    std::uint32_t* marks; ///< room for one a byte and 64 more
    std::size_t markCount = 0;
    std::vector<std::uint32_t>* recordEnds;
    std::vector<std::uint32_t>* quotedLineEnds;
    std::vector<std::uint32_t>* strayQuotes;
};

/// Where the last record ended; see RecordCutter.
struct CutTarget {
    std::size_t lastEnd = 0;
    std::uint64_t lineAtLastEnd = 1;
    std::size_t cellStart = 0;
    std::uint64_t line = 1;
    std::uint64_t quoteLine = 0;
    bool endPending = false; ///< the last byte was a CR that ends a record, but its LF may follow
};

/// The two scans for one instruction set. They look at 64 bytes at a time: line ends and delimiters outside
/// quotes follow from the parity of the quotes before them, as long as every quote stands where one may;
/// where one does not, those 64 bytes go through the automaton byte by byte. So the result is that of the
/// automaton on any text. Parity by prefix XOR after Langdale and Lemire, "Parsing Gigabytes of JSON per
/// Second", VLDB Journal 28 (2019).
struct ScanKernels {
    const char* name;
    void (*index)(const char* text, std::size_t size, ScanSyntax syntax, IndexTarget& target);
    /// text[from, to); offsets in the target count from `text`.
    void (*cut)(const char* text, std::size_t from, std::size_t to, ScanSyntax syntax, ScanState& state,
                CutTarget& target);
};

/// The fastest that this processor has; chosen once.
[[nodiscard]] const ScanKernels& scanKernels();
/// All that this processor has, the plain byte by byte one first: for tests and benchmarks.
[[nodiscard]] std::span<const ScanKernels> allScanKernels();

/// The automaton over at most 64 bytes.
[[nodiscard]] ScanMasks scanBytes(const char* text, std::size_t size, ScanSyntax syntax, ScanState& state);

} // namespace mangrove::io
