// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/attack_neighbours.h"

#include <algorithm>
#include <numeric>

namespace mangrove::deid {

namespace {

constexpr std::uint64_t kRowsBetweenLooks = 16'384;
constexpr std::uint32_t kGroupsBetweenPolls = 1U << 17U;
constexpr std::size_t kHitsBeforeTidying = 4096;
/// Columns with more labels are worked out label by label, where the others have not ruled a group out.
constexpr std::uint32_t kMostInTable = 4096;

} // namespace

Result<NeighbourIndex> NeighbourIndex::make(const AttackData& data, std::vector<std::size_t> columns,
                                            const RunContext& context) {
    NeighbourIndex index(data, std::move(columns));
    const std::size_t m = index.m_columns.size();
    ClassTable classes(m);
    std::vector<std::uint32_t> codes(m), groupOf(data.releasedRows);
    for (std::uint64_t row = 0; row < data.releasedRows; ++row) {
        if (row % kRowsBetweenLooks == 0)
            MANGROVE_TRY(context.check());
        for (std::size_t i = 0; i < m; ++i)
            codes[i] = data.released[index.m_columns[i]][row];
        groupOf[row] = classes.add(codes);
    }
    index.m_start.assign(classes.size() + 1, 0);
    for (const std::uint32_t group : groupOf)
        ++index.m_start[group + 1];
    MANGROVE_TRY(context.check());
    std::partial_sum(index.m_start.begin(), index.m_start.end(), index.m_start.begin());
    index.m_rows.resize(data.releasedRows);
    std::vector<std::size_t> next(index.m_start.begin(), index.m_start.end() - 1);
    for (std::uint64_t row = 0; row < data.releasedRows; ++row)
        index.m_rows[next[groupOf[row]]++] = row;
    index.m_order.resize(m);
    std::iota(index.m_order.begin(), index.m_order.end(), std::size_t{0});
    const auto labelsOf = [&](std::size_t i) { return data.columns[index.m_columns[i]].labels(); };
    std::stable_sort(index.m_order.begin(), index.m_order.end(), [&](std::size_t a, std::size_t b) {
        const bool isLarge = labelsOf(a) > kMostInTable;
        if (isLarge != (labelsOf(b) > kMostInTable))
            return !isLarge;
        return labelsOf(a) > labelsOf(b);
    });
    while (index.m_tables < m && labelsOf(index.m_order[index.m_tables]) <= kMostInTable)
        ++index.m_tables;
    for (const std::size_t i : index.m_order) {
        MANGROVE_TRY(context.check());
        auto& labels = index.m_labels.emplace_back(classes.size());
        for (std::uint32_t group = 0; group < classes.size(); ++group)
            labels[group] = classes.codes(group)[i];
    }
    return index;
}

NeighbourIndex::Nearest NeighbourIndex::find(const AttackCells& cells, std::uint64_t row, std::uint64_t k,
                                             Workspace& space, const RunContext& context) const {
    space.costs.resize(m_tables);
    std::vector<std::pair<const AttackColumn*, std::uint32_t>> large; // with the record's value
    for (std::size_t i = 0; i < m_order.size(); ++i) {
        const AttackColumn& column = m_data->columns[m_columns[m_order[i]]];
        const std::uint32_t value = cells[m_columns[m_order[i]]][row];
        if (i >= m_tables) {
            large.emplace_back(&column, value);
            continue;
        }
        space.costs[i].resize(column.labels());
        for (std::uint32_t label = 0; label < column.labels(); ++label)
            space.costs[i][label] = column.costOf(value, label);
    }
    auto& hits = space.hits; // groups that may be among the k nearest: (cost, group)
    hits.clear();
    std::uint64_t bound = ~std::uint64_t{0};
    // Keeps what is among the k nearest, or tied with the k-th.
    const auto tidy = [&] {
        std::sort(hits.begin(), hits.end());
        std::uint64_t rows = 0;
        for (std::size_t i = 0; i < hits.size(); ++i) {
            if (rows >= k && hits[i].first > bound) {
                hits.resize(i);
                return;
            }
            rows += rowsOf(hits[i].second).size();
            if (rows >= k)
                bound = hits[i].first;
        }
    };
    std::size_t tidied = 0;
    for (std::uint32_t group = 0; group < groups(); ++group) {
        if (group % kGroupsBetweenPolls == 0 && context.cancelled())
            break;
        std::uint64_t cost = 0;
        for (std::size_t i = 0; i < m_tables && cost <= bound; ++i)
            cost += space.costs[i][m_labels[i][group]];
        for (std::size_t i = m_tables; i < m_order.size() && cost <= bound; ++i)
            cost += large[i - m_tables].first->costOf(large[i - m_tables].second, m_labels[i][group]);
        if (cost > bound)
            continue;
        hits.emplace_back(cost, group);
        // The bound is worth the most while it falls fast, at the start.
        if (cost < bound && (k == 1 || hits.size() >= tidied * 2 + 8 || hits.size() >= kHitsBeforeTidying)) {
            if (k == 1) {
                bound = cost;
                hits.assign(1, {cost, group});
            } else {
                tidy();
                tidied = hits.size();
            }
        }
    }
    tidy();
    Nearest nearest;
    for (const auto& [cost, group] : hits) {
        const bool isNearer = cost < hits.back().first;
        (isNearer ? nearest.nearer : nearest.tied).push_back(group);
        (isNearer ? nearest.nearerRows : nearest.tiedRows) += rowsOf(group).size();
    }
    std::sort(nearest.nearer.begin(), nearest.nearer.end());
    return nearest;
}

} // namespace mangrove::deid
