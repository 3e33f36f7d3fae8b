// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile/distinct_counter.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace mangrove::profile {

class DistinctPool;

/// The distinct values of one column as all threads see them: one table instead of one a thread, so that
/// memory and page faults do not grow with their number. Safe from several threads.
class SharedDistinct {
public:
    explicit SharedDistinct(DistinctPool& pool) : m_pool(&pool) {}

    void add(std::span<const std::uint64_t> hashes);
    /// One thread has found too many of them for a dictionary: so will the others, and need not go on.
    void noteOverfull() { m_overfull.store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool overfull() const { return m_overfull.load(std::memory_order_relaxed); }
    /// Once all threads are done and the pool is settled.
    [[nodiscard]] const DistinctCounter& counter() const { return m_counter; }

private:
    friend class DistinctPool;
    /// Brings the counter under the pool's limit and tells the pool what it takes then. Holds m_mutex.
    void charge();
    /// Bytes for a counter that keeps so many hashes.
    [[nodiscard]] static std::uint64_t chargeFor(std::size_t kept) {
        return kept == 0 ? 0 : DistinctCounter::bytesFor(kept);
    }

    DistinctPool* m_pool; ///< not owned
    std::mutex m_mutex;
    DistinctCounter m_counter;
    std::uint64_t m_charged = 0; ///< bytes
    std::atomic<bool> m_overfull{false};
};

/// The counters of all columns of a table and the memory they share. While it suffices every column is
/// counted exactly up to DistinctCounter::kExactLimit; when it does not, the limit of all is halved, as often
/// as needed. A column that outgrew the limit is charged as if it stood at it: so the limit in the end is the
/// highest at which what all columns take together fits, whatever came first, and the answers are the same
/// for any number of threads. Safe from several threads.
class DistinctPool {
public:
    /// Below it no column is brought: then they take more than `bytes`.
    static constexpr std::size_t kLeastLimit = 61;

    DistinctPool(std::uint64_t bytes, std::size_t columns);

    [[nodiscard]] SharedDistinct& column(std::size_t number) { return *m_columns[number]; }
    [[nodiscard]] std::size_t columns() const { return m_columns.size(); }
    [[nodiscard]] std::size_t exactLimit() const { return m_limit.load(); }
    /// To be called once no thread adds any more, before a counter is read.
    void settle(unsigned threads);

private:
    friend class SharedDistinct;
    [[nodiscard]] std::uint64_t chargeUnder(std::size_t limit);
    void lowerLimit();

    std::uint64_t m_bytes;
    std::atomic<std::size_t> m_limit{DistinctCounter::kExactLimit};
    std::atomic<std::uint64_t> m_charged{0};
    std::mutex m_lowering;
    std::vector<std::unique_ptr<SharedDistinct>> m_columns;
};

} // namespace mangrove::profile
