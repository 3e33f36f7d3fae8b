// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace mangrove::profile {

/// The bytes of a text of at most 16 bytes, zeros behind them: with the length they are the text, so that
/// comparing two costs two words.
struct ValueKey {
    static constexpr std::uint32_t kMaxLength = 16;

    std::uint64_t low = 0;
    std::uint64_t high = 0;

    /// Reads 16 bytes from `text` whatever its length is (see io::RecordBatch::kReadable). length <= 16.
    [[nodiscard]] static ValueKey ofPadded(const char* text, std::uint32_t length) {
        ValueKey key;
        std::memcpy(&key.low, text, 8);
        std::memcpy(&key.high, text + 8, 8);
        key.low &= kMasks[length];
        key.high &= kMasks[length < 8 ? 0 : length - 8];
        return key;
    }
    [[nodiscard]] static ValueKey of(std::string_view text) {
        ValueKey key;
        std::array<char, kMaxLength> bytes{};
        std::copy_n(text.data(), text.size(), bytes.data()); // not memcpy: an empty text may have no address
        std::memcpy(&key.low, bytes.data(), 8);
        std::memcpy(&key.high, bytes.data() + 8, 8);
        return key;
    }
    friend bool operator==(const ValueKey&, const ValueKey&) = default;

private:
    static constexpr std::array<std::uint64_t, 17> kMasks = [] {
        std::array<std::uint64_t, 17> masks{};
        for (std::size_t length = 0; length < masks.size(); ++length)
            masks[length] = length >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * length)) - 1;
        return masks;
    }();
    static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__);
};

} // namespace mangrove::profile
