// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>

namespace mangrove::deid {

/// The chance that `some` of `all` records, drawn at random, hold exactly one of `marked` ones
/// (hypergeometric).
[[nodiscard]] double chanceOfExactlyOne(std::uint64_t all, std::uint64_t marked, std::uint64_t some);

/// Number of predicates by how many records of a group satisfy them.
using HitHistogram = std::map<std::uint64_t, std::uint64_t>;

/// How many predicates would hold for exactly one record if the group had `size` records and not `records`.
/// For a smaller size it is the exact expectation over random choices of the group. For a larger one it is
/// extrapolated as by Giomi et al. 2023 (appendix A.1): predicates hold with weights w up to some w', so that
/// the number is proportional to the integral of n w (1-w)^(n-1) over [0, w'] (Cohen and Nissim 2020); w' is
/// fitted by least squares to the exact expectations at ten sizes from a tenth of the group (at most 1,000)
/// to all of it, and the number counted is scaled by the ratio of the model's values. At most all predicates.
[[nodiscard]] double singledOutAtSize(const HitHistogram& predicates, std::uint64_t records,
                                      std::uint64_t size);

} // namespace mangrove::deid
