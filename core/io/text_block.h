// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace mangrove::io {

/// A piece of a file as UTF-8 that begins and ends at record borders, about 1 MiB (more where a record is
/// longer). kPadding bytes behind `size` may be read and written by the parser.
struct TextBlock {
    /// A byte that is no character in the encoding of the file.
    struct BadByte {
        std::uint32_t offset = 0;   ///< of the U+FFFD in its place, in this block
        std::uint64_t fileByte = 0; ///< offset in the file, of the decompressed bytes where it is compressed
    };

    static constexpr std::size_t kPadding = 128;

    std::unique_ptr<char[]> data;
    std::size_t capacity = 0; ///< without the padding
    std::size_t size = 0;
    std::uint64_t index = 0;     ///< 0, 1, 2…
    std::uint64_t firstLine = 1; ///< physical line of the first byte
    bool last = false;
    bool afterLoneCr = false; ///< the record before it ended with a CR alone
    bool validUtf8 = false;   ///< true: the decoder vouches for it
    std::uint64_t firstByte =
        0; ///< offset in the file of the first byte; only where the text was not converted
    std::vector<BadByte> undecodable; ///< the first 1,000, in order
    std::uint64_t undecodableCount = 0;

    /// Room for `bytes`; what was written before stays.
    void reserve(std::size_t bytes);
};

/// Physical lines that end in `text`: LF, CRLF and CR end one.
[[nodiscard]] std::uint64_t countLineEnds(std::string_view text);

} // namespace mangrove::io
