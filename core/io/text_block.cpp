// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/text_block.h"

#include <cstring>

namespace mangrove::io {

void TextBlock::reserve(std::size_t bytes) {
    if (data != nullptr && bytes <= capacity)
        return;
    // Not initialised on purpose: zeroing a megabyte for each block costs as much as reading it.
    std::unique_ptr<char[]> bigger(new char[bytes + kPadding]);
    std::memset(bigger.get() + bytes, 0, kPadding);
    if (size > 0)
        std::memcpy(bigger.get(), data.get(), size);
    data = std::move(bigger);
    capacity = bytes;
}

std::uint64_t countLineEnds(std::string_view text) {
    std::uint64_t lines = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool ofCrLf = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        lines += text[i] == '\n' || (text[i] == '\r' && !ofCrLf) ? 1 : 0;
    }
    return lines;
}

} // namespace mangrove::io
