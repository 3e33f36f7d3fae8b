// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/label_walk.h"

#include "deid/stoppable_sort.h"

#include <algorithm>
#include <numeric>

namespace mangrove::deid {

namespace {
constexpr std::size_t kCombinationsBetweenPolls = 16'384;
} // namespace

LabelWalk::LabelWalk(std::vector<const AttackColumn*> columns, const ClassTable& combinations,
                     const RunContext& context)
    : m_columns(std::move(columns)), m_order(combinations.size()), m_labels(m_columns.size()),
      m_before(1, 0) {
    std::iota(m_order.begin(), m_order.end(), 0U);
    const auto isBefore = [&](std::uint32_t a, std::uint32_t b) {
        const auto left = combinations.codes(a), right = combinations.codes(b);
        return std::lexicographical_compare(left.begin(), left.end(), right.begin(), right.end());
    };
    if (!stoppableSort(m_order, context, isBefore))
        return;
    for (const std::uint32_t combination : m_order) {
        if (m_before.size() % kCombinationsBetweenPolls == 0 && context.cancelled())
            return;
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            m_labels[i].push_back(combinations.codes(combination)[i]);
        m_before.push_back(m_before.back() + combinations.count(combination));
    }
}

void LabelWalk::eachFit(std::span<const std::uint32_t> values,
                        const std::function<void(std::size_t, std::size_t)>& take) const {
    if (!m_order.empty())
        walk(0, 0, m_order.size(), values, take);
}

void LabelWalk::walk(std::size_t column, std::size_t from, std::size_t to,
                     std::span<const std::uint32_t> values,
                     const std::function<void(std::size_t, std::size_t)>& take) const {
    if (column == m_columns.size()) {
        take(from, to);
        return;
    }
    const auto& labels = m_labels[column];
    const auto end = labels.begin() + static_cast<std::ptrdiff_t>(to);
    auto at = labels.begin() + static_cast<std::ptrdiff_t>(from);
    for (const std::uint32_t label : m_columns[column]->labelsOf(values[column])) {
        const auto first = std::lower_bound(at, end, label);
        const auto behind = std::upper_bound(first, end, label);
        if (first != behind)
            walk(column + 1, static_cast<std::size_t>(first - labels.begin()),
                 static_cast<std::size_t>(behind - labels.begin()), values, take);
        at = behind;
    }
}

} // namespace mangrove::deid
