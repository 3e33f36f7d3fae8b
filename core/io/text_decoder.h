// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "io/byte_source.h"
#include "io/encoding.h"
#include "io/mixed_lines.h"
#include "io/text_block.h"

#include <iconv.h>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::io {

/// Turns the bytes of a source into UTF-8. A byte that is no character becomes U+FFFD, and its place is
/// written down in the block, so that nothing is replaced in silence. Text in UTF-8 passes through
/// unconverted and is checked later, by the thread that parses it. Without a given encoding the decision
/// falls at the first byte beyond ASCII, wherever that is. One thread.
class TextDecoder {
public:
    TextDecoder(std::unique_ptr<ByteSource> source, std::optional<Encoding> encoding);
    ~TextDecoder();
    TextDecoder(const TextDecoder&) = delete;
    TextDecoder& operator=(const TextDecoder&) = delete;

    /// Appends about `bytes` bytes of text to `block` (up to four times as many); false = there are no more.
    /// `block.firstLine` has to be right: places are reported by it.
    [[nodiscard]] Result<bool> append(TextBlock& block, std::size_t bytes, const RunContext& context);
    [[nodiscard]] ByteSource& source() { return *m_source; }
    /// Final once a byte beyond ASCII was seen or append() returned false.
    [[nodiscard]] const EncodingGuess& encoding() const { return m_guess; }
    /// Length of the byte order mark that was skipped.
    [[nodiscard]] std::uint32_t skippedMark() const { return m_skippedMark; }
    /// Lines that read as UTF-8 in a file that is not; complete once append() returned false.
    [[nodiscard]] const MixedLines& mixedLines() const { return m_mixed; }

private:
    [[nodiscard]] Result<bool> appendDirect(TextBlock& block, std::size_t bytes, const RunContext& context);
    [[nodiscard]] Result<bool> appendConverted(TextBlock& block, std::size_t bytes,
                                               const RunContext& context);
    [[nodiscard]] Status decide(TextBlock& block, std::size_t from, const RunContext& context);
    /// Begins to convert: the bytes of `block` from `from` on are taken back.
    [[nodiscard]] Status openConverter(TextBlock& block, std::size_t from);
    [[nodiscard]] Result<std::size_t> readMore(std::span<char> into, const RunContext& context);
    void convert(TextBlock& block);

    std::unique_ptr<ByteSource> m_source;
    EncodingGuess m_guess;
    bool m_decided = false;
    bool m_started = false;
    bool m_sourceEnded = false;
    iconv_t m_converter;
    std::vector<char> m_raw;      ///< bytes not yet converted
    std::uint64_t m_rawBegin = 0; ///< offset in the file of m_raw
    std::uint64_t m_position = 0; ///< bytes taken from the source
    std::uint32_t m_skippedMark = 0;
    bool m_watching = false; ///< for lines in another encoding
    MixedLines m_mixed;
};

} // namespace mangrove::io
