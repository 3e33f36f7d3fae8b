// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/lattice.h"
#include "deid/recipe.h"

#include <cstdint>
#include <span>
#include <vector>

namespace mangrove::deid {

/// ARX's loss measure (peers.md A2), on exact integer sums so that the order of adding cannot matter.
///
/// Per attribute: S = sum over records of g * share for kept ones and of 1 (or, for gsFactor < 0.5, share + s
/// * (1 - share)) for suppressed ones, g = min(1, 2 - 2 gs), s = min(1, 2 gs); share = weight / D, D =
/// hierarchy rows. v = (S - g N/D) / (N - g N/D), not below 0, cut to 1e-10. An attribute with D = 1 cannot
/// lose: v = 0. A node's score grows with its loss and is built attribute by attribute: start(), then
/// combine() in attribute order; loss(score) is the measure. Immutable, thread-safe.
class LossMeasure {
public:
    LossMeasure(const Lattice& lattice, const Measure& measure);

    /// v of attribute `a` at `level` when records with the weights' sum `suppressedWeight` and the number
    /// `suppressed` are suppressed. Grows when more records are suppressed.
    [[nodiscard]] double value(std::size_t a, std::uint32_t level, std::uint64_t suppressedWeight,
                               std::uint64_t suppressed) const;

    [[nodiscard]] Aggregate aggregate() const { return m_aggregate; }
    [[nodiscard]] double start() const { return m_aggregate == Aggregate::GeometricMean ? 1 : 0; }
    [[nodiscard]] static double combine(Aggregate aggregate, double score, double value) {
        switch (aggregate) {
        case Aggregate::ArithmeticMean:
        case Aggregate::Sum:
            break;
        case Aggregate::GeometricMean:
            return score * (value + 1);
        case Aggregate::Maximum:
            return score > value ? score : value;
        }
        return score + value;
    }
    [[nodiscard]] double loss(double score) const;

private:
    const Lattice& m_lattice;
    Aggregate m_aggregate;
    double m_generalizationFactor;
    double m_suppressionFactor;
    std::vector<std::vector<std::uint64_t>>
        m_weightSums; ///< [attribute][level - minLevel], nothing suppressed
};

} // namespace mangrove::deid
