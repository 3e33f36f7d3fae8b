// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/shared_distinct.h"

#include "base/on_threads.h"

#include <algorithm>

namespace mangrove::profile {

void SharedDistinct::charge() {
    if (m_counter.exactLimit() > m_pool->exactLimit())
        m_counter.lowerLimit(m_pool->exactLimit());
    const std::uint64_t charge = chargeFor(m_counter.kept());
    m_pool->m_charged += charge - m_charged; // may wrap around to less
    m_charged = charge;
}

void SharedDistinct::add(std::span<const std::uint64_t> hashes) {
    {
        const std::lock_guard lock(m_mutex);
        m_counter.add(hashes);
        charge();
    }
    if (m_pool->m_charged > m_pool->m_bytes)
        m_pool->lowerLimit();
}

DistinctPool::DistinctPool(std::uint64_t bytes, std::size_t columns) : m_bytes(bytes) {
    for (std::size_t c = 0; c < columns; ++c)
        m_columns.push_back(std::make_unique<SharedDistinct>(*this));
}

void DistinctPool::settle(unsigned threads) {
    forEachOnThreads(threads, m_columns.size(), [&](std::size_t c) {
        SharedDistinct& column = *m_columns[c];
        const std::lock_guard lock(column.m_mutex);
        column.m_counter.settle();
        column.charge();
    });
    lowerLimit();
}

/// What all columns would be charged under a limit. No column is locked.
std::uint64_t DistinctPool::chargeUnder(std::size_t limit) {
    std::uint64_t bytes = 0;
    for (const auto& column : m_columns) {
        const std::lock_guard lock(column->m_mutex);
        bytes += SharedDistinct::chargeFor(std::min(column->m_counter.kept(), limit));
    }
    return bytes;
}

void DistinctPool::lowerLimit() {
    const std::lock_guard lowering(m_lowering);
    // Another thread may have done so meanwhile, or have added to a column that was already charged anew.
    while (m_charged > m_bytes && m_limit > kLeastLimit) {
        // The limit is found first and applied once: on the way there every column would become a sketch
        // larger than what it may keep.
        std::size_t limit = m_limit;
        do {
            limit /= 2;
        } while (limit > kLeastLimit && chargeUnder(limit) > m_bytes);
        m_limit = limit;
        for (const auto& column : m_columns) {
            const std::lock_guard lock(column->m_mutex);
            column->charge();
        }
    }
}

} // namespace mangrove::profile
