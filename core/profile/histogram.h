// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile/table_profile.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace mangrove::profile {

/// A number and how often it occurs, ascending by number.
using WeightedNumber = std::pair<double, std::uint64_t>;

/// At most `maxBins` bins of equal, round width (1, 2, 2.5, 5 times a power of ten; for times whole seconds,
/// minutes, hours, days, weeks, years) that cover [min, max]. Integers never get bins narrower than 1. Empty
/// where min = max. The counts of `values` are scaled to `total` where `values` is a sample, so that the bins
/// add up to it.
[[nodiscard]] std::vector<HistogramBin> makeHistogram(std::span<const WeightedNumber> values, double min,
                                                      double max, ValueType type, std::uint32_t maxBins,
                                                      std::uint64_t total);

} // namespace mangrove::profile
