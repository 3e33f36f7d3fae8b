// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace mangrove::deid {

/// How what is lost is counted; the search makes it least. Formulas in utility.h.
enum class MeasureType : std::uint8_t {
    Loss,
    Aecs,
    Discernibility,
    DiscernibilityStar,
    Entropy,
    EntropyMonotonic,
    EntropyNormalized,
    Precision,
    Height,
    KlDivergence,
    Ambiguity
};
[[nodiscard]] std::string_view nameOf(MeasureType type);

/// How the values of the attributes become one (peers.md A2). Rank keeps them all, sorted descending, and
/// compares them in that order.
enum class Aggregate : std::uint8_t { ArithmeticMean, GeometricMean, Sum, Maximum, Rank };
[[nodiscard]] std::string_view nameOf(Aggregate aggregate);

struct Measure {
    MeasureType type = MeasureType::Loss;
    Aggregate aggregate = Aggregate::ArithmeticMean;
    /// 0 favours suppression, 1 generalization; 0.5 weighs both alike. Loss, aecs, entropy, precision.
    double gsFactor = 0.5;
    /// precision: levels only, suppression ignored.
    bool monotonic = false;
    /// Weights by column for measures made of attributes; the largest becomes 1, columns not named count as
    /// 0.5 before that (as in ARX). Empty = all 1.
    std::map<std::string, double, std::less<>> weights;
    friend bool operator==(const Measure&, const Measure&) = default;
};

/// The aggregate a measure has where the recipe names none.
[[nodiscard]] Aggregate defaultAggregate(MeasureType type);
/// True for measures that are put together from values of the attributes.
[[nodiscard]] bool hasAggregate(MeasureType type);
[[nodiscard]] bool hasGsFactor(MeasureType type);
/// kRecipeInvalid for parameters out of range.
[[nodiscard]] Status validate(const Measure& measure);

} // namespace mangrove::deid
