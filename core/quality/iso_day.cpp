// SPDX-License-Identifier: GPL-3.0-or-later
#include "quality/iso_day.h"

#include "base/clock.h"
#include "classify/identifier_check.h"

#include <array>

namespace mangrove::quality {

namespace {

/// The groups of digits of a value, left to right.
struct Groups {
    std::array<std::int64_t, 6> numbers{};
    std::array<std::size_t, 6> digits{};
    std::size_t size = 0;
};

Groups groupsOf(std::string_view value) {
    Groups groups;
    bool inside = false;
    for (const char c : value) {
        const bool digit = c >= '0' && c <= '9';
        if (digit && !inside) {
            if (groups.size == groups.numbers.size())
                break;
            ++groups.size;
        }
        inside = digit;
        if (!digit)
            continue;
        std::int64_t& number = groups.numbers[groups.size - 1];
        if (groups.digits[groups.size - 1] < 14) {
            number = number * 10 + (c - '0');
            ++groups.digits[groups.size - 1];
        }
    }
    return groups;
}

} // namespace

std::optional<std::int64_t> momentOf(std::string_view value) {
    const auto verdict = classify::checkIdentifier("event-date", value);
    if (!verdict.ok() || !verdict->valid)
        return std::nullopt;
    const Groups groups = groupsOf(value);
    if (groups.size == 1 && groups.digits[0] == 8)
        return groups.numbers[0] * 1'000'000;
    if (groups.size == 1 && groups.digits[0] == 14)
        return groups.numbers[0];
    if (groups.size < 2 || groups.digits[0] != 4) // day or month first: which is not known
        return std::nullopt;
    const auto at = [&](std::size_t i) { return i < groups.size ? groups.numbers[i] : 0; };
    const std::int64_t day = groups.size >= 3 ? at(2) : 1;
    return (at(0) * 10'000 + at(1) * 100 + day) * 1'000'000 + at(3) * 10'000 + at(4) * 100 + at(5);
}

std::optional<std::int64_t> isoDay(std::string_view value) {
    if (value.size() != 10 || value[4] != '-' || value[7] != '-')
        return std::nullopt;
    const auto moment = momentOf(value);
    return moment ? std::optional(*moment / 1'000'000) : std::nullopt;
}

} // namespace mangrove::quality
