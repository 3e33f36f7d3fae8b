// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace mangrove::profile {

/// Mean and standard deviation that do not depend on the order of the values, nor on how they were divided
/// among threads: sums and sums of squares are kept as exact integers, one pair for each binary exponent (a
/// small superaccumulator, after Kulisch), and are put together in double-double arithmetic at the end.
/// Numbers as people write them (at most 15 digits) are summed as decimals, exactly and at a third of the
/// cost. Up to 2^33 values of one exponent. Finite values only. One thread.
class ExactMoments {
public:
    void add(double value, std::uint64_t count = 1);
    /// digits / 10^scale. Precondition: fits(digits, scale).
    void addDecimal(std::int64_t digits, std::uint8_t scale, std::uint64_t count = 1) {
        m_count += count;
        Scaled& to = m_scaled[scale];
        to.sum += Int128(digits) * Int128(count);
        to.squares += Uint128(Int128(digits) * digits) * count;
    }
    [[nodiscard]] static bool fits(std::int64_t digits, std::uint8_t scale) {
        return scale < kScales && digits > -kDigitsLimit && digits < kDigitsLimit;
    }
    void merge(const ExactMoments& other);

    [[nodiscard]] std::uint64_t count() const { return m_count; }
    /// nullopt without values.
    [[nodiscard]] std::optional<double> mean() const;
    /// Of the sample: divisor n - 1. nullopt under two values, or where the squares exceed a double.
    [[nodiscard]] std::optional<double> stddev() const;

private:
    struct Bin {
        int exponent = 0;
        std::int64_t sumHigh = 0; ///< two's complement, 128 bits
        std::uint64_t sumLow = 0;
        std::array<std::uint64_t, 3> squares{}; ///< little-endian, 192 bits
    };
    __extension__ using Int128 = __int128;
    __extension__ using Uint128 = unsigned __int128;
    /// Squares stay below 2^94, so that 2^33 of them fit.
    static constexpr std::int64_t kDigitsLimit = std::int64_t{1} << 47U;
    static constexpr std::uint8_t kScales = 16;
    struct Scaled {
        Int128 sum = 0;
        Uint128 squares = 0;
    };
    Bin& bin(int exponent);
    static void addSquares(Bin& to, const std::array<std::uint64_t, 3>& add);

    std::uint64_t m_count = 0;
    std::array<Scaled, kScales> m_scaled{};
    std::vector<Bin> m_bins;
    std::size_t m_lastBin = 0;
};

} // namespace mangrove::profile
