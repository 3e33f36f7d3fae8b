// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mangrove::deid {

/// A Chinese resident identity number (GB 11643-1999): 6 digits region, 8 digits birth date, 3 digits
/// sequence, check character by ISO 7064 MOD 11-2.
struct ResidentId {
    std::string_view region;    ///< into the parsed text; its meaning is not checked
    std::uint32_t birthDay = 0; ///< days since 1900-01-01
    std::uint32_t sequence = 0; ///< 0…999, odd = male

    /// Birth dates 1900-01-01 to 2099-12-31, times 1 000 sequences.
    static constexpr std::uint32_t kDays = 73'049;
    static constexpr std::uint32_t kNumbers = kDays * 1000;

    /// nullopt for anything but 17 digits with a possible birth date and the right check character (x = X).
    [[nodiscard]] static std::optional<ResidentId> parse(std::string_view text);
    /// Birth day and sequence as one number below kNumbers.
    [[nodiscard]] std::uint32_t number() const { return birthDay * 1000 + sequence; }
    /// The 18 characters. Preconditions: six digits, number < kNumbers.
    [[nodiscard]] static std::string text(std::string_view region, std::uint32_t number);
};

} // namespace mangrove::deid
