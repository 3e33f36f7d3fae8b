// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/pseudonym.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mangrove::deid {

/// The shape of the amount added to a number.
enum class NoiseShape : std::uint8_t {
    Laplace, ///< density exp(-|x|/scale) / (2·scale): most amounts are small, any may be large
    Uniform  ///< from -scale to +scale
};
[[nodiscard]] std::string_view nameOf(NoiseShape shape);

/// Noise: a random amount with mean 0 is added, drawn from a keyed hash of the row's number, so that the same
/// run gives the same result and nobody without the key can take it off again. Sums and means stay about
/// right, single values, extremes and exact comparisons do not. Reversible by the holder of the key who knows
/// the row's number. Bounds are kept by drawing again, so results do not heap up at them. It is no
/// differential privacy by itself: that needs the sensitivity and a budget over all columns.
struct NoiseOptions {
    NoiseShape shape = NoiseShape::Laplace;
    double scale = 0;
    std::optional<double> lower, upper; ///< of the result
};

/// The number with noise, with as many decimals as it had; nullopt for what is no number (number_cell.h).
/// Thread-safe.
[[nodiscard]] std::optional<std::string> addNoise(std::string_view cell, std::uint64_t row,
                                                  const NoiseOptions& options, const KeyedFunction& function);

} // namespace mangrove::deid
