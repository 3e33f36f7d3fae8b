// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace mangrove::io {

/// A piece of a file as UTF-8 that begins and ends at record borders, about 1 MiB (more where a record is
/// longer). kPadding bytes behind `size` may be read and written by the parser.
struct TextBlock {
    static constexpr std::size_t kPadding = 128;

    std::unique_ptr<char[]> data;
    std::size_t capacity = 0; ///< without the padding
    std::size_t size = 0;
    std::uint64_t index = 0;     ///< 0, 1, 2…
    std::uint64_t firstLine = 1; ///< physical line of the first byte
    bool last = false;
    bool validUtf8 = false;                 ///< true: the decoder vouches for it
    std::vector<std::uint32_t> undecodable; ///< offsets where the decoder put U+FFFD for a byte
    std::uint64_t undecodableCount = 0;

    /// Room for `bytes`; what was written before stays.
    void reserve(std::size_t bytes);
};

} // namespace mangrove::io
