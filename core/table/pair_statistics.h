// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/coded_column.h"

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace mangrove::table {

/// What one column says about another, over the rows where both are present. Formulas: Dependency.
struct DependencyFacts {
    std::uint64_t rows = 0;
    std::uint64_t violations = 0;                   ///< rows to remove so that it holds
    std::uint64_t support = 0;                      ///< rows whose value of `from` occurs more than once
    std::uint64_t groups = 0;                       ///< distinct values of `from`
    double meanPurity = 0;                          ///< pdep(from,to)
    double purity = 0;                              ///< pdep(to)
    [[nodiscard]] double error() const;             ///< g3; 0 where there are no rows
    [[nodiscard]] std::optional<double> mu() const; ///< nullopt: `from` is a key, or `to` constant
    [[nodiscard]] double
    expectedViolations() const; ///< of shuffled rows, at most: (rows-groups)·(1-pdep(to))
};

struct CorrelationFacts {
    std::uint64_t rows = 0;
    std::optional<double> pearson; ///< nullopt where a column is constant over the rows
    std::optional<double> spearman;
};

struct AssociationFacts {
    std::uint64_t rows = 0;
    double chiSquare = 0;           ///< of independence
    std::uint64_t freedom = 0;      ///< its degrees of freedom
    std::optional<double> cramersV; ///< nullopt where a column is constant over the rows
};

/// Counts pairs of columns, all of the same rows. Small tables of counts serve both directions and V at once;
/// where the distinct values are many, rows are walked in the order of one column, and the walk ends as soon
/// as a dependency cannot hold. Keeps its memory from pair to pair; one thread. Formulas:
/// profile/column_relations.h.
class PairStatistics {
public:
    struct Facts {
        std::optional<DependencyFacts> forward;  ///< a → b; nullopt: its g3 is greater than the limit
        std::optional<DependencyFacts> backward; ///< b → a
        std::optional<AssociationFacts> association;
    };

    /// `rowsOfA`, `rowsOfB`: rowsByCode() of the columns. `greatestError`: limit of g3. V only where both
    /// have at most `categories` distinct values.
    [[nodiscard]] Facts count(const CodedColumn& a, const std::vector<std::uint32_t>& rowsOfA,
                              const CodedColumn& b, const std::vector<std::uint32_t>& rowsOfB,
                              double greatestError, std::uint32_t categories);
    /// Precondition: both numeric.
    [[nodiscard]] CorrelationFacts correlate(const CodedColumn& a, const CodedColumn& b);

    /// The rows in order of their codes, missing ones left out.
    [[nodiscard]] static std::vector<std::uint32_t> rowsByCode(const CodedColumn& column);

private:
    Facts countTable(const CodedColumn& a, const CodedColumn& b, double greatestError, bool associate);
    std::optional<DependencyFacts> walk(const CodedColumn& from, const std::vector<std::uint32_t>& rows,
                                        const CodedColumn& to, double greatestError);
    void averageRanks(const std::vector<std::uint32_t>& counts, std::uint64_t rows,
                      std::vector<double>& ranks);

    std::vector<std::uint32_t> m_table;
    std::vector<std::uint64_t> m_sumsA;
    std::vector<std::uint64_t> m_sumsB;
    std::vector<std::uint32_t> m_counts; ///< by code of `to`, all zero between calls
    std::array<std::vector<std::uint32_t>, 2> m_rankCounts;
    std::array<std::vector<double>, 2> m_ranks;
};

} // namespace mangrove::table
