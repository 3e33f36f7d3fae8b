// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/model.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
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
    /// Distinct values that a class needs at least: of all its finer classes too, so it prunes the search.
    [[nodiscard]] std::uint32_t leastDistinct() const { return m_leastDistinct; }
    /// True where leastDistinct() says it all.
    [[nodiscard]] bool isDistinctOnly() const {
        return m_model.type == ModelType::LDiversity && m_model.variant == ModelVariant::Distinct;
    }

private:
    using Values = std::span<const std::uint32_t>;
    [[nodiscard]] bool isDiverse(Values counts, std::uint64_t records) const;
    [[nodiscard]] bool isRecursive(Values counts) const;
    [[nodiscard]] bool isClose(Values values, Values counts, std::uint64_t records) const;
    [[nodiscard]] bool isCloseOrdered(Values values, Values counts, std::uint64_t records) const;
    [[nodiscard]] bool isCloseHierarchical(Values values, Values counts, std::uint64_t records) const;
    [[nodiscard]] bool isLikely(Values values, Values counts, std::uint64_t records) const;
    [[nodiscard]] bool isKmAnonymous(Values values, Values counts) const;
    [[nodiscard]] long double timesLog(std::uint64_t n) const; ///< n ln n

    Model m_model;
    const SensitiveColumn* m_column;
    std::uint32_t m_leastDistinct = 1;
    std::vector<long double> m_timesLog; ///< of small n
    std::vector<long double> m_bound;    ///< delta, beta: largest and (delta) smallest allowed p/q by value
};

} // namespace mangrove::deid
