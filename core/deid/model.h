// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "deid/sharing.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace mangrove::deid {

/// A privacy model that the output must fulfil. f = records of a class, p = share of a sensitive value in the
/// class, q = its share in the whole input (suppressed records included).
enum class ModelType : std::uint8_t {
    KAnonymity,       ///< f >= k (Samarati and Sweeney 1998)
    Gbt39725,         ///< GB/T 39725-2020 10.2 d: f > 5
    Gbt42460,         ///< GB/T 42460-2023: the result reaches level 3 (or 4) for the sharing model
    LDiversity,       ///< Machanavajjhala et al. 2007: distinct: at least l values; entropy: H >= ln l;
                      ///< recursive: r1 < c (r_l + … + r_m)
    TCloseness,       ///< Li et al. 2007: earth mover's distance of p and q <= t
    DeltaDisclosure,  ///< Brickell and Shmatikov 2008: |log2(p/q)| < delta for the values of the class
    BetaLikeness,     ///< Cao and Karras 2012: (p - q)/q <= beta (basic) or min(beta, -ln q) (enhanced)
    DeltaPresence,    ///< Nergiz et al. 2007: min <= records of the subset / records of all <= max
    KMap,             ///< Sweeney 2001: records of all rows in a class of the subset >= k
    AverageRisk,      ///< classes / records <= threshold; the smallest classes are suppressed until it holds
    HighestRisk,      ///< 1/f <= threshold
    SampleUniqueness, ///< records alone in their class / records <= threshold; as AverageRisk
    PopulationUniqueness, ///< estimated population uniques / population <= threshold; as AverageRisk
    KmAnonymity ///< Poulis et al. 2013, (k, k^m): every set of up to m items that a record of a class has,
                ///< k records of the class have
};
/// "k-anonymity", "gbt-39725"…: the words of recipes.
[[nodiscard]] std::string_view nameOf(ModelType type);

enum class ModelVariant : std::uint8_t {
    None,
    Distinct,
    Entropy,
    EntropyGrassberger, ///< entropy with the bias-corrected estimator of Grassberger 2003
    Recursive,
    Equal,        ///< all values equally far apart
    Ordered,      ///< distance in the order of the values: by number where all are, else by bytes
    Hierarchical, ///< distance in the sensitive attribute's hierarchy
    Basic,
    Enhanced
};
[[nodiscard]] std::string_view nameOf(ModelVariant variant);

/// How population uniques are estimated from the class sizes of the sample; see population_risk.h.
enum class PopulationEstimator : std::uint8_t { Dankar, Pitman, Zayatz, Snb };
[[nodiscard]] std::string_view nameOf(PopulationEstimator estimator);

/// A model with its parameters. Only those of its type count; the others stay at their defaults.
struct Model {
    ModelType type = ModelType::KAnonymity;
    ModelVariant variant = ModelVariant::None;
    std::string column;    ///< the sensitive column, where the model has one
    std::uint32_t k = 0;   ///< k-anonymity, k-map, km-anonymity
    std::uint32_t m = 0;   ///< km-anonymity: 1 to 3
    double l = 0;          ///< l-diversity; whole for distinct and recursive
    double c = 0;          ///< l-diversity, recursive
    double t = 0;          ///< t-closeness, 0…1
    double delta = 0;      ///< delta-disclosure, > 0
    double beta = 0;       ///< beta-likeness, > 0
    double min = 0;        ///< delta-presence, 0…1
    double max = 1;        ///< delta-presence, 0…1
    double threshold = 0;  ///< the risk models, 0…1
    std::string separator; ///< km-anonymity: between the items of a cell; "" = ";"
    PopulationEstimator estimator = PopulationEstimator::Dankar;
    std::uint64_t population = 0;      ///< population-uniqueness: persons in the population, or
    double samplingFraction = 0;       ///< records / population, in (0, 1)
    Sharing sharing = Sharing::Public; ///< gbt-42460
    ContextRisk context;               ///< gbt-42460
    friend bool operator==(const Model&, const Model&) = default;
};

/// True for models that look at a sensitive column.
[[nodiscard]] bool hasSensitiveColumn(ModelType type);
/// kRecipeInvalid for parameters out of range.
[[nodiscard]] Status validate(const Model& model);

} // namespace mangrove::deid
