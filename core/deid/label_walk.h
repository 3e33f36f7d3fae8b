// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"
#include "deid/attack_column.h"
#include "deid/class_table.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace mangrove::deid {

/// Distinct combinations of labels, sorted, so that those that fit given values are found by going only where
/// something fits. Immutable, thread-safe; the columns outlive it.
class LabelWalk {
public:
    /// `combinations`: label codes of `columns`, in that order. Not to be asked once the context is
    /// cancelled.
    LabelWalk(std::vector<const AttackColumn*> columns, const ClassTable& combinations,
              const RunContext& context);

    /// Calls `take(from, to)` for each run of sorted places whose labels cover `values`; runs are disjoint.
    void eachFit(std::span<const std::uint32_t> values,
                 const std::function<void(std::size_t from, std::size_t to)>& take) const;
    /// Number of the combination at a sorted place.
    [[nodiscard]] std::uint32_t combinationAt(std::size_t place) const { return m_order[place]; }
    /// Records of all combinations at the places from `from` to before `to`.
    [[nodiscard]] std::uint64_t records(std::size_t from, std::size_t to) const {
        return m_before[to] - m_before[from];
    }

private:
    void walk(std::size_t column, std::size_t from, std::size_t to, std::span<const std::uint32_t> values,
              const std::function<void(std::size_t, std::size_t)>& take) const;

    std::vector<const AttackColumn*> m_columns;
    std::vector<std::uint32_t> m_order;
    std::vector<std::vector<std::uint32_t>> m_labels; ///< [column][sorted place]
    std::vector<std::uint64_t> m_before;              ///< records of all places before
};

} // namespace mangrove::deid
