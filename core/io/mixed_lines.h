// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/encoding.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::io {

/// Watches the bytes of a file in a legacy encoding for lines that are well-formed UTF-8: nearly every such
/// line also decodes as GB18030 or Windows-1252, into garbage, so that nothing else would tell. A line counts
/// where it has two characters beyond ASCII, one of them of three bytes, or under a single-byte encoding one.
/// One thread.
class MixedLines {
public:
    /// The first byte to come stands on physical line `firstLine`.
    void begin(Encoding declared, std::uint64_t firstLine);
    /// Bytes of the file in order, in pieces of any size.
    void feed(std::string_view bytes);
    void finish() { endLine(); }

    /// Physical lines, ascending; the first 1,000.
    [[nodiscard]] const std::vector<std::uint64_t>& lines() const { return m_lines; }
    [[nodiscard]] std::uint64_t count() const { return m_count; }

private:
    void endLine();

    bool m_singleByte = false;
    bool m_beyondAscii = false;
    bool m_afterCr = false;
    std::string m_text; ///< of the present line, at most 64 KiB of it
    std::uint64_t m_line = 1;
    std::uint64_t m_count = 0;
    std::vector<std::uint64_t> m_lines;
};

} // namespace mangrove::io
