// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/model.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace mangrove::deid {

/// What models need to know of one sensitive column. Values are numbered; missing is a value of its own.
struct SensitiveColumn {
    std::string name;
    std::uint64_t records = 0;          ///< all released records, later suppressed ones included
    std::vector<std::uint64_t> totals;  ///< records by value
    std::vector<std::uint32_t> ordered; ///< values in order; filled where a model is ordered
    /// labelOf[level][value], level 0 = the value; filled where a model is hierarchical
    std::vector<std::vector<std::uint32_t>> labelOf;
    std::vector<std::vector<std::uint32_t>> items; ///< items of a value's set; filled for km-anonymity
};

/// One model over one sensitive column, ready to judge a class. Immutable, thread-safe.
///
/// Counts are exact integers. Where a limit is a decimal or a logarithm is needed, both sides are long double
/// and count as equal when they differ by less than 1e-15 of their size: then "at most" and "at least" hold
/// and a strict inequality does not. So a class whose entropy is exactly ln l is l-diverse.
class SensitiveModel {
public:
    /// `column` outlives it.
    SensitiveModel(const Model& model, const SensitiveColumn& column);

    /// Whether a class with these values (sorted) and counts fulfils the model. `records` = sum of counts >
    /// 0.
    [[nodiscard]] bool holds(std::span<const std::uint32_t> values, std::span<const std::uint32_t> counts,
                             std::uint64_t records) const;
    /// The figure of such a class that the model limits, infinite where it has none:
    ///   l-diversity distinct        number of values                                 >= l
    ///               entropy         e^H, H = -sum p ln p                             >= l
    ///               grassberger     min(e^H, values), H = ln n - 1/n sum f G(f)      >= l
    ///               recursive       r1 / (r_l + ... + r_m)                           <  c
    ///   t-closeness                 the earth mover's distance of p and q            <= t
    ///   delta-disclosure            max |log2(p/q)|                                  <  delta
    ///   beta-likeness basic         max (p - q)/q                                    <= beta
    ///                 enhanced      max (p - q)/q x beta / min(beta, -ln q)          <= beta
    ///   km-anonymity                records of the rarest set of up to m items       >= k
    /// holds() decides by exact integers; near the limit this may differ from it by rounding.
    [[nodiscard]] long double measure(std::span<const std::uint32_t> values,
                                      std::span<const std::uint32_t> counts, std::uint64_t records) const;
    [[nodiscard]] double limit() const;
    /// Whether the limit is a least one: of diversity and of km-anonymity.
    [[nodiscard]] bool limitIsLeast() const {
        return m_model.type == ModelType::KmAnonymity
               || (m_model.type == ModelType::LDiversity && m_model.variant != ModelVariant::Recursive);
    }
    /// Distinct values that a class needs at least: of all its finer classes too, so it prunes the search.
    [[nodiscard]] std::uint32_t leastDistinct() const { return m_leastDistinct; }
    /// True where leastDistinct() says it all.
    [[nodiscard]] bool isDistinctOnly() const {
        return m_model.type == ModelType::LDiversity && m_model.variant == ModelVariant::Distinct;
    }

private:
    using Values = std::span<const std::uint32_t>;
    /// n ln n and sum f ln f (or f G(f)): their difference is the entropy times n.
    [[nodiscard]] std::pair<long double, long double> entropyParts(Values counts,
                                                                   std::uint64_t records) const;
    /// r1 and r_l + ... + r_m.
    [[nodiscard]] std::pair<std::uint64_t, std::uint64_t> headAndTail(Values counts) const;
    [[nodiscard]] bool isDiverse(Values counts, std::uint64_t records) const;
    [[nodiscard]] bool isLikely(Values values, Values counts, std::uint64_t records) const;
    /// The distance times distanceScale().
    [[nodiscard]] long double distance(Values values, Values counts, std::uint64_t records) const;
    [[nodiscard]] long double distanceEqual(Values values, Values counts, std::uint64_t records) const;
    [[nodiscard]] long double distanceOrdered(Values values, Values counts, std::uint64_t records) const;
    [[nodiscard]] long double distanceHierarchical(Values values, Values counts, std::uint64_t records) const;
    [[nodiscard]] long double distanceScale(std::uint64_t records) const;
    [[nodiscard]] long double likeness(Values values, Values counts, std::uint64_t records) const;
    /// Records of the rarest set of items; nullopt where there is no item.
    [[nodiscard]] std::optional<std::uint64_t> leastSupport(Values values, Values counts) const;
    [[nodiscard]] long double timesLog(std::uint64_t n) const; ///< n ln n

    Model m_model;
    const SensitiveColumn* m_column;
    std::uint32_t m_leastDistinct = 1;
    std::vector<long double> m_timesLog; ///< of small n
    std::vector<long double> m_bound;    ///< delta, beta: largest and (delta) smallest allowed p/q by value
};

} // namespace mangrove::deid
