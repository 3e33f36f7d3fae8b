// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/model.h"

#include "deid/errors.h"

#include <array>
#include <cmath>

namespace mangrove::deid {

namespace {

constexpr std::array<std::string_view, 14> kModelTypes{
    "k-anonymity",           "gbt-39725",      "gbt-42460",
    "l-diversity",           "t-closeness",    "delta-disclosure",
    "beta-likeness",         "delta-presence", "k-map",
    "average-risk",          "highest-risk",   "sample-uniqueness",
    "population-uniqueness", "km-anonymity"};
constexpr std::array<std::string_view, 10> kVariants{
    "",      "distinct", "entropy", "entropy-grassberger", "recursive", "equal", "ordered", "hierarchical",
    "basic", "enhanced"};
constexpr std::array<std::string_view, 4> kEstimators{"dankar", "pitman", "zayatz", "snb"};

/// (k, k^m)-anonymity looks at every set of m items of every record.
constexpr std::uint32_t kMostItems = 3;

bool isShare(double value) {
    return value >= 0 && value <= 1;
}

} // namespace

std::string_view nameOf(ModelType type) {
    return kModelTypes[static_cast<std::size_t>(type)];
}

std::string_view nameOf(ModelVariant variant) {
    return kVariants[static_cast<std::size_t>(variant)];
}

std::string_view nameOf(PopulationEstimator estimator) {
    return kEstimators[static_cast<std::size_t>(estimator)];
}

bool hasSensitiveColumn(ModelType type) {
    return type == ModelType::LDiversity || type == ModelType::TCloseness
           || type == ModelType::DeltaDisclosure || type == ModelType::BetaLikeness
           || type == ModelType::KmAnonymity;
}

Status validate(const Model& model) {
    const auto invalid = [&](const char* what) {
        return Error(errors::kRecipeInvalid, {"asks for " + std::string(nameOf(model.type)) + what});
    };
    if (hasSensitiveColumn(model.type) && model.column.empty())
        return invalid(" without naming the sensitive column");
    switch (model.type) {
    case ModelType::KAnonymity:
    case ModelType::KMap:
        if (model.k < 2)
            return invalid(" with k below 2, which asks for nothing");
        break;
    case ModelType::KmAnonymity:
        if (model.k < 2 || model.m == 0 || model.m > kMostItems)
            return invalid(" with k below 2 or m outside 1 to 3");
        break;
    case ModelType::Gbt39725:
        break;
    case ModelType::Gbt42460:
        if (!(isShare(model.context.deliberate) && isShare(model.context.inadvertent)
              && isShare(model.context.breach)))
            return Error(errors::kRecipeInvalid, {"has a context probability outside 0 to 1"});
        break;
    case ModelType::LDiversity:
        if (!(model.l > 1))
            return invalid(" with l of 1 or below, which asks for nothing");
        if (model.variant == ModelVariant::Recursive && !(model.c > 0))
            return invalid(" without a positive c");
        if ((model.variant == ModelVariant::Distinct || model.variant == ModelVariant::Recursive)
            && model.l != std::floor(model.l))
            return invalid(" with an l that is not whole");
        break;
    case ModelType::TCloseness:
        if (!isShare(model.t))
            return invalid(" with t outside 0 to 1");
        break;
    case ModelType::DeltaDisclosure:
        if (!(model.delta > 0))
            return invalid(" without a positive delta");
        break;
    case ModelType::BetaLikeness:
        if (!(model.beta > 0))
            return invalid(" without a positive beta");
        break;
    case ModelType::DeltaPresence:
        if (!isShare(model.min) || !isShare(model.max) || model.min > model.max)
            return invalid(" with bounds that are not 0 <= min <= max <= 1");
        break;
    case ModelType::HighestRisk:
        if (!(model.threshold > 0 && model.threshold <= 1))
            return invalid(" with a threshold outside (0, 1]");
        break;
    case ModelType::AverageRisk:
    case ModelType::SampleUniqueness:
        if (!isShare(model.threshold))
            return invalid(" with a threshold outside 0 to 1");
        break;
    case ModelType::PopulationUniqueness:
        if (!isShare(model.threshold))
            return invalid(" with a threshold outside 0 to 1");
        if ((model.population > 0) == (model.samplingFraction > 0) || model.samplingFraction >= 1)
            return invalid(" without either a population or a samplingFraction between 0 and 1");
        break;
    }
    return {};
}

} // namespace mangrove::deid
