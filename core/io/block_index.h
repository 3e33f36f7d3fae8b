// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/structural_scan.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace mangrove::io {

/// The skeleton of a block: where its cells and records end. Offsets into the block's text. Reused from block
/// to block, so that its memory is touched for the first time only once.
class BlockIndex {
public:
    explicit BlockIndex(const ScanKernels& kernels = scanKernels()) : m_kernels(&kernels) {}

    /// Finds the ends in text[0, size), which begins at a record border; the last record may lack its line
    /// end: text[size], which must be writable, is overwritten with LF then.
    void build(char* text, std::size_t size, ScanSyntax syntax);

    /// One per cell, in order: the offset of the delimiter, CR or LF that ends it.
    [[nodiscard]] const std::uint32_t* marks() const { return m_marks.get(); }
    /// One per record: index behind its last mark.
    [[nodiscard]] const std::vector<std::uint32_t>& recordEnds() const { return m_recordEnds; }
    /// Line ends inside quotes (the CR of a CRLF), in order; rare.
    [[nodiscard]] const std::vector<std::uint32_t>& quotedLineEnds() const { return m_quotedLineEnds; }
    /// Quotes that stand where none belongs, in order; rare.
    [[nodiscard]] const std::vector<std::uint32_t>& strayQuotes() const { return m_strayQuotes; }

private:
    const ScanKernels* m_kernels;
    std::unique_ptr<std::uint32_t[]> m_marks;
    std::size_t m_capacity = 0;
    std::vector<std::uint32_t> m_recordEnds;
    std::vector<std::uint32_t> m_quotedLineEnds;
    std::vector<std::uint32_t> m_strayQuotes;
};

} // namespace mangrove::io
