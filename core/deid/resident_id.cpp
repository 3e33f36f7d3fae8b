// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/resident_id.h"

#include "base/clock.h"
#include "base/format.h"
#include "base/number.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace mangrove::deid {

namespace {

constexpr std::chrono::sys_days kFirstDay{std::chrono::year(1900) / 1 / 1};

/// ISO 7064 MOD 11-2 over 17 digits.
char checkOf(std::string_view digits) {
    static constexpr std::array<unsigned, 17> kWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    unsigned sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i)
        sum += static_cast<unsigned>(digits[i] - '0') * kWeights[i];
    return "10X98765432"[sum % 11];
}

} // namespace

std::optional<ResidentId> ResidentId::parse(std::string_view text) {
    if (text.size() != 18)
        return std::nullopt;
    const std::string_view digits = text.substr(0, 17);
    if (!std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    const char check = text[17] == 'x' ? 'X' : text[17];
    const auto birth = *parseUnsigned(text.substr(6, 8));
    const auto year = static_cast<int>(birth / 10000);
    const auto month = static_cast<unsigned>(birth / 100 % 100);
    const auto day = static_cast<unsigned>(birth % 100);
    if (check != checkOf(digits) || year < 1900 || year > 2099 || !isValidDate(year, month, day))
        return std::nullopt;
    const std::chrono::sys_days date{std::chrono::year(year) / static_cast<int>(month)
                                     / static_cast<int>(day)};
    ResidentId id;
    id.region = text.substr(0, 6);
    id.birthDay = static_cast<std::uint32_t>((date - kFirstDay).count());
    id.sequence = static_cast<std::uint32_t>(*parseUnsigned(text.substr(14, 3)));
    return id;
}

std::string ResidentId::text(std::string_view region, std::uint32_t number) {
    const std::chrono::year_month_day birth(kFirstDay
                                            + std::chrono::days(static_cast<std::int64_t>(number / 1000)));
    std::string text =
        format("{}{:04}{:02}{:02}{:03}", region, static_cast<int>(birth.year()),
               static_cast<unsigned>(birth.month()), static_cast<unsigned>(birth.day()), number % 1000);
    text += checkOf(text);
    return text;
}

} // namespace mangrove::deid
