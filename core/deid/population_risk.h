// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/model.h"

#include <cstdint>
#include <map>

namespace mangrove::deid {

/// Number of equivalence classes of the sample by their size.
using SizeHistogram = std::map<std::uint64_t, std::uint64_t>;

/// Share of the population that is unique in it, estimated from the class sizes of a sample; 0 where the
/// sample has no uniques and where the estimator finds no answer. `population` > records of the histogram.
///
/// pitman: Hoshino 2001, "Applying Pitman's sampling formula to microdata disclosure risk assessment": theta
/// and alpha by maximum likelihood, uniques = Gamma(theta + 1) / Gamma(theta + alpha) x population^alpha.
/// zayatz: Zayatz 1991, "Estimation of the percent of unique population elements on a microdata file using
/// the sample": hypergeometric. snb: Chen and Keller-McNulty 1998, slide negative binomial, with the number
/// of classes in the population after Shlosser (Haas and Stokes 1998). dankar: Dankar et al. 2012,
/// "Estimating the re-identification risk of clinical data sets": pitman up to a sampling fraction of 0.1,
/// else the smaller of zayatz and snb.
[[nodiscard]] double populationUniques(PopulationEstimator estimator, const SizeHistogram& sizes,
                                       double population);

} // namespace mangrove::deid
