// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/number_cell.h"

#include "base/format.h"
#include "base/number.h"

#include <algorithm>
#include <cmath>

namespace mangrove::deid {

namespace {

constexpr double kLargest = 1e15;
constexpr std::size_t kMostCharacters = 40;
constexpr std::uint32_t kMostDecimals = 15;

} // namespace

std::optional<CellNumber> parseCellNumber(std::string_view text) {
    std::string_view digits = text;
    if (!digits.empty() && (digits[0] == '-' || digits[0] == '+'))
        digits.remove_prefix(1);
    if (digits.empty() || text.size() > kMostCharacters)
        return std::nullopt;
    std::size_t point = std::string_view::npos;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (digits[i] == '.' && point == std::string_view::npos)
            point = i;
        else if (digits[i] < '0' || digits[i] > '9')
            return std::nullopt;
    }
    if (point == 0 || point + 1 == digits.size())
        return std::nullopt;
    if (text[0] == '+')
        text.remove_prefix(1);
    const auto value = parseDouble(text);
    if (!value || std::abs(*value) > kLargest)
        return std::nullopt;
    CellNumber number;
    number.value = *value;
    number.decimals =
        point == std::string_view::npos ? 0 : static_cast<std::uint32_t>(digits.size() - point - 1);
    return number;
}

std::string numberText(double value, std::uint32_t decimals) {
    decimals = std::min(decimals, kMostDecimals);
    // Half away from zero, as people round; printing alone would round the binary value half to even.
    const double scale = std::pow(10.0, decimals);
    if (std::abs(value) * scale < kLargest)
        value = std::round(value * scale) / scale;
    std::string text = format("{:.{}f}", value, decimals);
    const bool isZero = text.find_first_not_of("-0.") == std::string::npos;
    if (isZero && text[0] == '-')
        text.erase(0, 1);
    return text;
}

std::uint32_t decimalsOf(double value) {
    for (std::uint32_t decimals = 0; decimals < kMostDecimals; ++decimals) {
        if (parseDouble(format("{:.{}f}", value, decimals)) == value)
            return decimals;
    }
    return kMostDecimals;
}

} // namespace mangrove::deid
