// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/attack_data.h"
#include "deid/attack_group_size.h"
#include "deid/attack_rates.h"

#include <cstdint>
#include <span>
#include <tuple>
#include <vector>

namespace mangrove::deid {

/// Rows of one table in the order of their codes, so that the rows of a code, or those up to a number, are
/// one span. Immutable, thread-safe.
class CellIndex {
public:
    /// `numbers`: of each code, NaN where it has none. Not to be asked once the context is cancelled.
    CellIndex(const std::vector<std::uint32_t>& cells, std::span<const double> numbers,
              const RunContext& context);

    [[nodiscard]] std::span<const std::uint32_t> rowsOf(std::uint32_t code) const;
    [[nodiscard]] std::span<const std::uint32_t> rowsAtMost(double number) const;
    [[nodiscard]] std::span<const std::uint32_t> rowsAtLeast(double number) const;

private:
    [[nodiscard]] std::span<const std::uint32_t> rowsBetween(std::size_t from, std::size_t to) const {
        return {m_rows.data() + m_start[from], m_start[to] - m_start[from]};
    }
    std::vector<std::uint32_t> m_rows;
    std::vector<std::size_t> m_start; ///< by place, one more than codes
    std::vector<std::uint32_t> m_placeOf;
    std::vector<double> m_numbers; ///< ascending, those that are there; the first places
};

/// A condition on one column, made from what the release shows.
struct AttackPredicate {
    enum class Operator : std::uint8_t { Equal, Unequal, AtMost, AtLeast };
    std::size_t column = 0; ///< of AttackData
    Operator op = Operator::Equal;
    std::uint32_t label = 0; ///< Equal, Unequal: a value satisfies it where the label covers it
    double number = 0;       ///< AtMost, AtLeast
    friend bool operator==(const AttackPredicate&, const AttackPredicate&) = default;
    friend bool operator<(const AttackPredicate& a, const AttackPredicate& b) {
        return std::tie(a.column, a.op, a.label, a.number) < std::tie(b.column, b.op, b.label, b.number);
    }
};

struct SinglingOutOptions {
    std::uint64_t seed = 1;
    std::uint64_t attacks = 2000; ///< predicates at most
    std::size_t columns = 3;      ///< of a multivariate predicate
    unsigned threads = 1;         ///< the result does not depend on it
};

/// All conditions must hold; ascending by column.
using AttackQuery = std::vector<AttackPredicate>;

/// One way of singling out, with what was tried.
struct SinglingOutTrial {
    AttackTrial trial; ///< attacks = 0 where no predicate singles out a released row: nothing to start from
    std::vector<AttackQuery> queries;
    std::vector<AttackQuery> blind; ///< of the baseline
};

struct SinglingOutReport {
    SinglingOutTrial univariate, multivariate;
    std::size_t columns = 0;    ///< of a multivariate predicate, at most
    std::uint64_t attempts = 0; ///< random predicates that were made to find the multivariate ones
};

/// Singling out (Giomi et al. 2023, 5.1). A predicate that holds for exactly one released row is a guess that
/// there is exactly one such person; it is right where it holds for exactly one record of the original.
/// Univariate: labels that stand in one released row; at most the smallest and at least the greatest number.
/// Multivariate: the labels (numbers: at most, or at least, on the outer side of the median) that a random
/// released row has in random columns. `*` is no condition. Baseline: random conditions on the labels met.
///
/// Control: the same predicates on `control` rows, as if they were as many as the members: whether exactly
/// one record satisfies a predicate hangs on how many there are (singledOutAtSize()). It is compared with
/// what the predicates do on the members alone. `members`, `control`: rows of the original (or, with
/// AttackData::control, all its rows are the control and `control` is not looked at); an empty `control`
/// without such a table = no control. kCancelled.
[[nodiscard]] Result<SinglingOutReport> attackBySinglingOut(const AttackData& data,
                                                            const std::vector<std::uint64_t>& members,
                                                            const std::vector<std::uint64_t>& control,
                                                            const SinglingOutOptions& options,
                                                            const RunContext& context);

} // namespace mangrove::deid
