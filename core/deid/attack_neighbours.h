// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/attack_data.h"
#include "deid/class_table.h"

#include <cstdint>
#include <span>
#include <vector>

namespace mangrove::deid {

/// The released rows in groups of equal labels over some columns, for finding those nearest to a record by
/// AttackColumn::costOf(). Immutable once made; the data outlive it.
class NeighbourIndex {
public:
    /// `columns`: of AttackData, none with LabelRelation::None. kCancelled.
    [[nodiscard]] static Result<NeighbourIndex> make(const AttackData& data, std::vector<std::size_t> columns,
                                                     const RunContext& context);

    [[nodiscard]] const std::vector<std::size_t>& columns() const { return m_columns; }
    [[nodiscard]] std::uint32_t groups() const { return static_cast<std::uint32_t>(m_start.size() - 1); }
    /// Rows of a group, ascending. Groups are numbered by their first row.
    [[nodiscard]] std::span<const std::uint64_t> rowsOf(std::uint32_t group) const {
        return {m_rows.data() + m_start[group], m_start[group + 1] - m_start[group]};
    }

    /// The k nearest rows, by groups, ascending within each list.
    struct Nearest {
        std::vector<std::uint32_t> nearer; ///< all their rows are among the k nearest
        std::vector<std::uint32_t> tied;   ///< equally far as the k-th
        std::uint64_t nearerRows = 0, tiedRows = 0;
    };
    /// Room of one thread, kept between calls.
    struct Workspace {
        std::vector<std::vector<std::uint64_t>> costs;
        std::vector<std::pair<std::uint64_t, std::uint32_t>> hits;
    };
    /// Nearest to the record `row` of `cells` (original or control). k >= 1. Gives up early, with a result
    /// that means nothing, once the context is cancelled.
    [[nodiscard]] Nearest find(const AttackCells& cells, std::uint64_t row, std::uint64_t k, Workspace& space,
                               const RunContext& context) const;

private:
    NeighbourIndex(const AttackData& data, std::vector<std::size_t> columns)
        : m_data(&data), m_columns(std::move(columns)) {}

    const AttackData* m_data;
    std::vector<std::size_t> m_columns;
    std::vector<std::size_t> m_order; ///< positions in m_columns, those that rule most out for little first
    std::size_t m_tables = 0;         ///< the first of m_order have few labels: costs are kept in tables
    std::vector<std::vector<std::uint32_t>> m_labels; ///< [place in m_order][group]
    std::vector<std::uint64_t> m_rows;
    std::vector<std::size_t> m_start;
};

} // namespace mangrove::deid
