// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/measure.h"

#include "deid/errors.h"

#include <array>

namespace mangrove::deid {

namespace {

constexpr std::array<std::string_view, 11> kMeasureTypes{"loss",
                                                         "aecs",
                                                         "discernibility",
                                                         "discernibility-star",
                                                         "entropy",
                                                         "entropy-monotonic",
                                                         "entropy-normalized",
                                                         "precision",
                                                         "height",
                                                         "kl-divergence",
                                                         "ambiguity"};
constexpr std::array<std::string_view, 5> kAggregates{"arithmetic-mean", "geometric-mean", "sum", "maximum",
                                                      "rank"};

} // namespace

std::string_view nameOf(MeasureType type) {
    return kMeasureTypes[static_cast<std::size_t>(type)];
}

std::string_view nameOf(Aggregate aggregate) {
    return kAggregates[static_cast<std::size_t>(aggregate)];
}

Aggregate defaultAggregate(MeasureType type) {
    return type == MeasureType::Loss || type == MeasureType::Precision ? Aggregate::ArithmeticMean
                                                                       : Aggregate::Sum;
}

bool hasAggregate(MeasureType type) {
    return type == MeasureType::Loss || type == MeasureType::Precision || type == MeasureType::Height
           || type == MeasureType::Entropy || type == MeasureType::EntropyMonotonic
           || type == MeasureType::EntropyNormalized;
}

bool hasGsFactor(MeasureType type) {
    return type == MeasureType::Loss || type == MeasureType::Precision || type == MeasureType::Aecs
           || type == MeasureType::Entropy;
}

Status validate(const Measure& measure) {
    if (!(measure.gsFactor >= 0 && measure.gsFactor <= 1))
        return Error(errors::kRecipeInvalid, {"has a gsFactor outside 0 to 1"});
    for (const auto& [column, weight] : measure.weights) {
        if (!(weight >= 0 && weight <= 1))
            return Error(errors::kRecipeInvalid, {"weighs the column " + column + " outside 0 to 1"});
    }
    return {};
}

} // namespace mangrove::deid
