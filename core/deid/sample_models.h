// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/model.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace mangrove::deid {

/// How many of the smallest classes must be dropped for a model over all classes (average-risk,
/// sample-uniqueness, population-uniqueness) to hold on the rest, at least `dropped`. `sizes` ascending.
/// The last class may have to go, too: no record breaks no model. `records` = all released ones, which a
/// samplingFraction refers to. Decimal limits as in SensitiveModel. Population uniqueness is not monotone in
/// the number of classes dropped; as in ARX the number is found by bisection, and an estimate of 0 counts
/// only where there is no sample unique.
[[nodiscard]] std::size_t smallestPrefixToDrop(const Model& model, std::span<const std::uint64_t> sizes,
                                               std::size_t dropped, std::uint64_t records);

} // namespace mangrove::deid
