// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mangrove::profile {

/// How many different 64-bit hashes were seen: exactly up to a limit, beyond that by HyperLogLog
/// (Flajolet et al. 2007). The same answer for every order of the values and every moment at which the limit
/// was lowered. Two texts with the same hash count once: with a million texts the chance that this happens at
/// all is under 1 in 30 million. One thread.
///
/// Hashes are only written down one behind the other; when the memory for them is full, the repeated ones are
/// thrown out in parts that fit in the cache. A hash table would touch a cold line for each value.
class DistinctCounter {
public:
    static constexpr std::size_t kExactLimit = 1'000'000;

    /// `exactLimit` = how many are counted exactly.
    explicit DistinctCounter(std::size_t exactLimit = kExactLimit) : m_exactLimit(exactLimit) {}

    void add(std::span<const std::uint64_t> hashes);
    /// Counts what was added since the last time. To be called before anything below is asked for.
    void settle();
    /// As if the limit had been this one from the beginning, and settled. Precondition: not above the present
    /// one.
    void lowerLimit(std::size_t exactLimit);

    [[nodiscard]] std::size_t exactLimit() const { return m_exactLimit; }
    [[nodiscard]] bool exact() const { return m_registers.empty(); }
    [[nodiscard]] std::uint64_t count() const;
    /// Different hashes that were kept: all where exact(), else the limit.
    [[nodiscard]] std::size_t kept() const { return exact() ? size() : m_exactLimit; }
    /// Bytes for so many hashes, a power of two; a sketch in their stead takes no more.
    [[nodiscard]] static std::size_t bytesFor(std::size_t hashes);
    /// The standard error of count() relative to it, 1.04 / sqrt(registers); 0 = exact.
    [[nodiscard]] double standardError() const;

private:
    [[nodiscard]] std::size_t size() const { return m_distinct + (m_hasZero ? 1 : 0); }
    void throwOutRepeated();
    void sketch(std::uint64_t hash);
    /// As many registers as the hashes took bytes, 2^16 at most (standard error 0.41 %).
    [[nodiscard]] unsigned registerBits() const;
    void turnToSketch();
    void foldRegisters();

    std::size_t m_exactLimit;
    unsigned m_bits = 0;                 ///< 2^m_bits registers
    std::vector<std::uint64_t> m_hashes; ///< none is 0; never more than bytesFor(m_distinct)
    std::size_t m_distinct = 0;          ///< so many of them differ, those in front; the others are new
    bool m_hasZero = false;
    std::vector<std::uint8_t> m_registers; ///< empty = still exact
};

} // namespace mangrove::profile
