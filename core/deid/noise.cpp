// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/noise.h"

#include "deid/number_cell.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace mangrove::deid {

namespace {

constexpr int kMostDraws = 64;

double amount(const NoiseOptions& options, double unit) {
    if (options.shape == NoiseShape::Uniform)
        return options.scale * (2 * unit - 1);
    const double centred = unit - 0.5;
    const double size = -options.scale * std::log1p(-2 * std::abs(centred));
    return centred < 0 ? -size : size;
}

} // namespace

std::string_view nameOf(NoiseShape shape) {
    static constexpr std::array<std::string_view, 2> kNames{"laplace", "uniform"};
    return kNames[static_cast<std::size_t>(shape)];
}

std::optional<std::string> addNoise(std::string_view cell, std::uint64_t row, const NoiseOptions& options,
                                    const KeyedFunction& function) {
    const auto number = parseCellNumber(cell);
    if (!number)
        return std::nullopt;
    KeyedRandom random(function, std::to_string(row) + ' ');
    double value = number->value;
    bool inside = false;
    for (int draw = 0; draw < kMostDraws && !inside; ++draw) {
        value = number->value + amount(options, random.unit());
        inside = (!options.lower || value >= *options.lower) && (!options.upper || value <= *options.upper);
    }
    // A number far outside its bounds is brought to the nearer one.
    if (options.lower)
        value = std::max(value, *options.lower);
    if (options.upper)
        value = std::min(value, *options.upper);
    return numberText(value, number->decimals);
}

} // namespace mangrove::deid
