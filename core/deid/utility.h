// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/grouping.h"
#include "deid/lattice.h"
#include "deid/levels.h"
#include "deid/measure.h"

#include <cstdint>
#include <span>
#include <vector>

namespace mangrove::deid {

/// A node's cost: `value` decides, and for the aggregate rank the list behind it, sorted descending.
struct Score {
    double value = 0;
    std::vector<double> rank;
    friend bool operator==(const Score&, const Score&) = default;
    /// Less is better.
    friend bool operator<(const Score& a, const Score& b) {
        return a.rank.empty() ? a.value < b.value : a.rank < b.rank;
    }
};

/// The measures of peers.md A2, on exact integer sums wherever there are any, so that the order of adding
/// cannot matter. N = released records, m = attributes, D = rows of an attribute's hierarchy, w = hierarchy
/// rows with the same label, g = min(1, 2 - 2 gs), s = min(1, 2 gs).
///
/// Made of attributes, v per attribute, then aggregated with weights:
///   loss (Iyengar 2002): S = sum of g w/D over kept and of 1 (for s < 1: w/D + s (1 - w/D)) over suppressed
///     records; v = (S - g N/D) / (N - g N/D), not below 0, cut to 1e-10; 0 where D = 1;
///   precision (Sweeney 2002): (g kept level/height + s suppressed) / N; monotonic: level/height;
///   height: level;
///   entropy-monotonic (De Waal and Willenborg 1999): sum over records of log2(n(label) / n(value));
///   entropy: g x that + s x sum over suppressed records of log2(suppressed / n(label among suppressed));
///   both
///     cut to 1e-10;
///   entropy-normalized: entropy with g = s = 1 over its value for one label: sum of log2(N / n(value)).
/// Of classes:
///   aecs (LeFevre et al. 2006): N / (s kept classes + g if anything is suppressed);
///   discernibility (Bayardo and Agrawal 2005): sum of size^2 of kept classes + N suppressed;
///   discernibility-star: sum of size^2 of all classes;
///   kl-divergence (Machanavajjhala et al. 2007): sum over records of p log2(p / q), p = share of the
///   record's
///     raw combination, q = share of its class / number of combinations its labels cover;
///   ambiguity (Goldberger and Tassa 2010): sum over records of the combinations their labels cover.
/// Immutable, thread-safe. The lattice outlives it.
class UtilityMeasure {
public:
    /// `columns` = the lattice's attributes, for the weights.
    UtilityMeasure(const Lattice& lattice, const Measure& measure);

    /// Whether values of attributes make the score; lower bounds exist then.
    [[nodiscard]] bool isOfAttributes() const { return hasAggregate(m_measure.type); }
    /// Whether suppressing records can only raise the value of an attribute at a level.
    [[nodiscard]] bool growsWithSuppression() const { return m_growsWithSuppression; }
    [[nodiscard]] Aggregate aggregate() const { return m_measure.aggregate; }

    /// The least v of attribute `a` at `level` when the records with these counts per leaf, `suppressed` in
    /// all, and possibly more are suppressed. Unweighted.
    [[nodiscard]] double bound(std::size_t a, std::uint32_t level, std::span<const std::uint64_t> perLeaf,
                               std::uint64_t suppressed) const;
    /// v of attribute `a` at `level` when exactly these records are suppressed. Unweighted.
    [[nodiscard]] double value(std::size_t a, std::uint32_t level, std::span<const std::uint64_t> perLeaf,
                               std::uint64_t suppressed) const;

    /// Scores of attributes are built one after the other: start(), combine() in attribute order.
    [[nodiscard]] double start() const { return m_measure.aggregate == Aggregate::GeometricMean ? 1 : 0; }
    [[nodiscard]] double weighted(std::size_t a, double value) const {
        return m_measure.aggregate == Aggregate::GeometricMean ? (value + 1) * m_weights[a]
                                                               : value * m_weights[a];
    }
    [[nodiscard]] static double combine(Aggregate aggregate, double score, double weighted) {
        switch (aggregate) {
        case Aggregate::ArithmeticMean:
        case Aggregate::Sum:
            break;
        case Aggregate::GeometricMean:
            return score * weighted;
        case Aggregate::Maximum:
        case Aggregate::Rank:
            return score > weighted ? score : weighted;
        }
        return score + weighted;
    }
    /// The score of the values of all attributes.
    [[nodiscard]] Score scoreOf(std::span<const double> values) const;
    /// The score of a measure of classes: `keeps[g]` tells which groups of the node `levels` are kept.
    [[nodiscard]] double ofClasses(const Grouping& groups, std::span<const std::uint8_t> keeps,
                                   std::span<const std::uint32_t> levels) const;
    /// What one class of `size` records costs by itself; all 0 for measures that do not tell classes of one
    /// size apart. Only for an order among equal sizes.
    [[nodiscard]] Score ofClass(std::size_t representative, std::uint64_t size,
                                std::span<const std::uint32_t> levels) const;
    /// The measure itself, from a score's value.
    [[nodiscard]] double loss(double score) const;

private:
    [[nodiscard]] double lossValue(std::size_t a, std::uint32_t level, std::uint64_t weight,
                                   std::uint64_t suppressed) const;
    [[nodiscard]] double entropyOfSuppressed(std::size_t a, std::uint32_t level,
                                             std::span<const std::uint64_t> perLeaf,
                                             std::uint64_t suppressed) const;
    [[nodiscard]] std::uint64_t weightOf(std::size_t a, std::uint32_t level,
                                         std::span<const std::uint64_t> perLeaf) const;
    /// How many combinations the labels of a bottom class cover at a node.
    class Area {
    public:
        Area(const Lattice& lattice, std::span<const std::uint32_t> levels);
        [[nodiscard]] double of(std::size_t representative) const;

    private:
        const Lattice& m_lattice;
        std::vector<const std::uint64_t*> m_weights; ///< of the leaves, one for each attribute
    };

    const Lattice& m_lattice;
    Measure m_measure;
    double m_generalization, m_suppression; ///< g, s
    bool m_growsWithSuppression = true;
    std::vector<double> m_weights;
    std::vector<std::vector<std::uint64_t>> m_weightSums; ///< [attribute][level - minLevel], all records
    std::vector<std::vector<double>> m_entropy;           ///< [attribute][level - minLevel], all records
    std::vector<double> m_mostEntropy;
    double m_divergence = 0; ///< sum of p log2 p over records
    double m_wholeArea = 1;
};

} // namespace mangrove::deid
