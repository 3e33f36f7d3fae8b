// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/exact_moments.h"

#include <algorithm>
#include <cmath>

namespace mangrove::profile {

namespace {

__extension__ using Int128 = __int128;
__extension__ using Uint128 = unsigned __int128;

/// An unevaluated sum of two doubles, about 106 bits (Dekker 1971, Knuth TAOCP 4.2.2).
struct DoubleDouble {
    double high = 0;
    double low = 0;
};

DoubleDouble quickTwoSum(double a, double b) {
    const double sum = a + b;
    return {sum, b - (sum - a)};
}

DoubleDouble twoSum(double a, double b) {
    const double sum = a + b;
    const double part = sum - a;
    return {sum, (a - (sum - part)) + (b - part)};
}

DoubleDouble add(DoubleDouble a, DoubleDouble b) {
    DoubleDouble sum = twoSum(a.high, b.high);
    const DoubleDouble low = twoSum(a.low, b.low);
    sum = quickTwoSum(sum.high, sum.low + low.high);
    return quickTwoSum(sum.high, sum.low + low.low);
}

DoubleDouble multiply(DoubleDouble a, DoubleDouble b) {
    const double product = a.high * b.high;
    const double error = std::fma(a.high, b.high, -product) + (a.high * b.low + a.low * b.high);
    return quickTwoSum(product, error);
}

DoubleDouble divide(DoubleDouble a, double b) {
    const double first = a.high / b;
    const DoubleDouble back = multiply({first, 0}, {b, 0});
    const DoubleDouble rest = add(a, {-back.high, -back.low});
    return quickTwoSum(first, rest.high / b);
}

double powerOfTen(std::size_t exponent) {
    double power = 1;
    for (; exponent > 0; --exponent)
        power *= 10; // exact up to 10^22
    return power;
}

/// 32 bits at a time: each piece is exact, the sum has the precision of a DoubleDouble.
template<std::size_t N>
DoubleDouble fromWords(const std::array<std::uint64_t, N>& words) {
    DoubleDouble value;
    for (std::size_t i = N; i-- > 0;) {
        value = add({value.high * 0x1p32, value.low * 0x1p32}, {static_cast<double>(words[i] >> 32U), 0});
        value =
            add({value.high * 0x1p32, value.low * 0x1p32}, {static_cast<double>(words[i] & 0xFFFFFFFFU), 0});
    }
    return value;
}

DoubleDouble scaled(DoubleDouble value, int exponent) {
    return {std::ldexp(value.high, exponent), std::ldexp(value.low, exponent)};
}

DoubleDouble fromUint128(Uint128 value) {
    return fromWords(std::array<std::uint64_t, 2>{static_cast<std::uint64_t>(value),
                                                  static_cast<std::uint64_t>(value >> 64U)});
}

DoubleDouble fromInt128(Int128 value) {
    const DoubleDouble magnitude = fromUint128(value < 0 ? -Uint128(value) : Uint128(value));
    return value < 0 ? DoubleDouble{-magnitude.high, -magnitude.low} : magnitude;
}

DoubleDouble signedWords(std::int64_t high, std::uint64_t low) {
    const bool negative = high < 0;
    Uint128 bits = (Uint128(static_cast<std::uint64_t>(high)) << 64U) | low;
    if (negative)
        bits = ~bits + 1;
    const std::array<std::uint64_t, 2> words{static_cast<std::uint64_t>(bits),
                                             static_cast<std::uint64_t>(bits >> 64U)};
    const DoubleDouble value = fromWords(words);
    return negative ? DoubleDouble{-value.high, -value.low} : value;
}

} // namespace

ExactMoments::Bin& ExactMoments::bin(int exponent) {
    if (m_lastBin < m_bins.size() && m_bins[m_lastBin].exponent == exponent)
        return m_bins[m_lastBin];
    for (m_lastBin = 0; m_lastBin < m_bins.size(); ++m_lastBin) {
        if (m_bins[m_lastBin].exponent == exponent)
            return m_bins[m_lastBin];
    }
    m_bins.emplace_back().exponent = exponent;
    return m_bins.back();
}

void ExactMoments::addSquares(Bin& to, const std::array<std::uint64_t, 3>& add) {
    Uint128 carry = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        carry += Uint128(to.squares[i]) + add[i];
        to.squares[i] = static_cast<std::uint64_t>(carry);
        carry >>= 64U;
    }
}

void ExactMoments::add(double value, std::uint64_t count) {
    m_count += count;
    if (value == 0)
        return;
    int exponent = 0;
    const auto mantissa = static_cast<std::int64_t>(std::frexp(value, &exponent) * 0x1p53);
    Bin& to = bin(exponent - 53);
    const Int128 product = Int128(mantissa) * Int128(count);
    const Uint128 sum =
        ((Uint128(static_cast<std::uint64_t>(to.sumHigh)) << 64U) | to.sumLow) + Uint128(product);
    to.sumHigh = static_cast<std::int64_t>(static_cast<std::uint64_t>(sum >> 64U));
    to.sumLow = static_cast<std::uint64_t>(sum);

    const auto magnitude = static_cast<std::uint64_t>(mantissa < 0 ? -mantissa : mantissa);
    const Uint128 square = Uint128(magnitude) * magnitude;
    const Uint128 low = Uint128(static_cast<std::uint64_t>(square)) * count;
    const Uint128 high = Uint128(static_cast<std::uint64_t>(square >> 64U)) * count + (low >> 64U);
    addSquares(to, {static_cast<std::uint64_t>(low), static_cast<std::uint64_t>(high),
                    static_cast<std::uint64_t>(high >> 64U)});
}

void ExactMoments::merge(const ExactMoments& other) {
    m_count += other.m_count;
    for (std::size_t scale = 0; scale < kScales; ++scale) {
        m_scaled[scale].sum += other.m_scaled[scale].sum;
        m_scaled[scale].squares += other.m_scaled[scale].squares;
    }
    for (const Bin& from : other.m_bins) {
        Bin& to = bin(from.exponent);
        const Uint128 sum = ((Uint128(static_cast<std::uint64_t>(to.sumHigh)) << 64U) | to.sumLow)
                            + ((Uint128(static_cast<std::uint64_t>(from.sumHigh)) << 64U) | from.sumLow);
        to.sumHigh = static_cast<std::int64_t>(static_cast<std::uint64_t>(sum >> 64U));
        to.sumLow = static_cast<std::uint64_t>(sum);
        addSquares(to, from.squares);
    }
}

std::optional<double> ExactMoments::mean() const {
    if (m_count == 0)
        return std::nullopt;
    std::vector<Bin> bins = m_bins;
    std::sort(bins.begin(), bins.end(), [](const Bin& a, const Bin& b) { return a.exponent < b.exponent; });
    DoubleDouble sum;
    for (std::size_t scale = 0; scale < kScales; ++scale)
        sum = mangrove::profile::add(sum, divide(fromInt128(m_scaled[scale].sum), powerOfTen(scale)));
    for (const Bin& part : bins)
        sum = mangrove::profile::add(sum, scaled(signedWords(part.sumHigh, part.sumLow), part.exponent));
    return divide(sum, static_cast<double>(m_count)).high;
}

std::optional<double> ExactMoments::stddev() const {
    if (m_count < 2)
        return std::nullopt;
    std::vector<Bin> bins = m_bins;
    std::sort(bins.begin(), bins.end(), [](const Bin& a, const Bin& b) { return a.exponent < b.exponent; });
    DoubleDouble sum;
    DoubleDouble squares;
    for (std::size_t scale = 0; scale < kScales; ++scale) {
        const double power = powerOfTen(scale);
        sum = mangrove::profile::add(sum, divide(fromInt128(m_scaled[scale].sum), power));
        squares = mangrove::profile::add(squares,
                                         divide(divide(fromUint128(m_scaled[scale].squares), power), power));
    }
    for (const Bin& part : bins) {
        sum = mangrove::profile::add(sum, scaled(signedWords(part.sumHigh, part.sumLow), part.exponent));
        squares = mangrove::profile::add(squares, scaled(fromWords(part.squares), 2 * part.exponent));
    }
    const DoubleDouble ofMean = divide(multiply(sum, sum), static_cast<double>(m_count));
    const DoubleDouble spread = mangrove::profile::add(squares, {-ofMean.high, -ofMean.low});
    const double variance = divide(spread, static_cast<double>(m_count - 1)).high;
    if (!std::isfinite(variance))
        return std::nullopt;
    return std::sqrt(std::max(variance, 0.0));
}

} // namespace mangrove::profile
