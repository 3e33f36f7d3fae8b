// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/shared_distinct.h"

namespace mangrove::profile {

void SharedDistinct::settle() {
    if (m_counter.exactLimit() > m_pool->exactLimit())
        m_counter.lowerLimit(m_pool->exactLimit());
    const std::size_t kept = m_counter.kept();
    const std::size_t charge = kept == 0 ? 0 : DistinctCounter::bytesFor(kept);
    m_pool->m_charged += charge - m_charged; // may wrap around to less
    m_charged = charge;
}

void SharedDistinct::add(std::span<const std::uint64_t> hashes) {
    {
        const std::lock_guard lock(m_mutex);
        m_counter.add(hashes);
        settle();
    }
    if (m_pool->m_charged > m_pool->m_bytes)
        m_pool->lowerLimit();
}

DistinctPool::DistinctPool(std::uint64_t bytes, std::size_t columns) : m_bytes(bytes) {
    for (std::size_t c = 0; c < columns; ++c)
        m_columns.push_back(std::make_unique<SharedDistinct>(*this));
}

void DistinctPool::lowerLimit() {
    const std::lock_guard lowering(m_lowering);
    // Another thread may have done so meanwhile, or have added to a column that was already charged anew.
    while (m_charged > m_bytes && m_limit > kLeastLimit) {
        m_limit = m_limit / 2;
        for (const auto& column : m_columns) {
            const std::lock_guard lock(column->m_mutex);
            column->settle();
        }
    }
}

} // namespace mangrove::profile
