// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::io {

/// The words that mean "missing" in one file. Immutable, so safe from several threads.
class NullWords {
public:
    NullWords() : NullWords(std::vector<std::string>{}) {}
    explicit NullWords(std::vector<std::string> words);

    [[nodiscard]] bool contains(std::string_view value) const {
        // One table look-up settles nearly every cell: no word starts with its byte and has its length.
        if (value.empty() || value.size() >= 64)
            return !value.empty() && containsSlow(value);
        const auto lengths = m_lengthsByFirstByte[static_cast<unsigned char>(value.front())];
        return ((lengths >> value.size()) & 1U) != 0 && containsSlow(value);
    }
    [[nodiscard]] const std::vector<std::string>& words() const { return m_words; }

    /// Words that are taken for "missing" where the head of a file has them as whole cells.
    [[nodiscard]] static std::span<const std::string_view> candidates();

private:
    [[nodiscard]] bool containsSlow(std::string_view value) const;

    std::vector<std::string> m_words; ///< sorted, unique, not empty
    std::array<std::uint64_t, 256> m_lengthsByFirstByte{};
};

} // namespace mangrove::io
