// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mangrove::profile {

/// How many different 64-bit hashes were seen: exactly up to a limit, beyond that by HyperLogLog
/// (Flajolet et al. 2007; 2^16 registers, standard error 0.41 %; under a limit of 16,384 only 2^14, 0.81 %).
/// The same answer for every order and every division of the values among counters that are merged. Two texts
/// with the same hash count once: with a million texts the chance that this happens at all is under 1 in 30
/// million. One thread.
class DistinctCounter {
public:
    static constexpr std::size_t kExactLimit = 1'000'000;

    /// `exactLimit` = how many are counted exactly; 16 bytes each at most.
    explicit DistinctCounter(std::size_t exactLimit = kExactLimit)
        : m_exactLimit(exactLimit), m_registerBits(exactLimit < 16'384 ? 14 : 16) {}

    void add(std::uint64_t hash) {
        if (m_registers.empty())
            insert(hash);
        else
            sketch(hash);
    }
    /// The same for many at once: their memory is fetched ahead.
    void add(std::span<const std::uint64_t> hashes);
    /// `other` has the same limit.
    void merge(const DistinctCounter& other);

    [[nodiscard]] bool exact() const { return m_registers.empty(); }
    [[nodiscard]] std::uint64_t count() const;

private:
    void insert(std::uint64_t hash);
    [[nodiscard]] std::size_t slotOf(std::uint64_t hash) const;
    void sketch(std::uint64_t hash);
    void grow();
    void turnToSketch();

    std::size_t m_exactLimit;
    unsigned m_registerBits;
    std::vector<std::uint64_t> m_slots; ///< 0 = free
    std::size_t m_size = 0;
    bool m_hasZero = false;
    std::vector<std::uint8_t> m_registers; ///< empty = still exact
};

} // namespace mangrove::profile
