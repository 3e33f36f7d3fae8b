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

} // namespace mangrove::io
