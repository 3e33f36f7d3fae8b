// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/attack_group_size.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace mangrove::deid {

namespace {

/// Products below this change no figure any more.
constexpr double kNegligible = 1e-18;
constexpr int kSizes = 10;
constexpr double kSmallestSize = 1000;
constexpr double kLeastLogWeight = -25; ///< ln w'; below, the model is proportional to n for any table
constexpr int kScan = 500;
constexpr int kRefine = 80;

double expectedAt(const HitHistogram& predicates, std::uint64_t records, std::uint64_t size) {
    double sum = 0;
    for (const auto& [hits, number] : predicates)
        sum += static_cast<double>(number) * chanceOfExactlyOne(records, hits, size);
    return sum;
}

/// Integral of n w (1-w)^(n-1) over [0, e^logWeight].
double modelAt(double n, double logWeight) {
    const double w = std::exp(logWeight);
    if (w >= 1)
        return 1 / (n + 1);
    return -std::expm1(n * std::log1p(-w) + std::log1p(n * w)) / (n + 1);
}

struct Measured {
    double size = 0;
    double successes = 0;
};

/// Sum of squares that is left when the model's free factor is the best one.
double misfit(const std::vector<Measured>& measured, double logWeight) {
    double yy = 0, ym = 0, mm = 0;
    for (const Measured& each : measured) {
        const double model = modelAt(each.size, logWeight);
        yy += each.successes * each.successes;
        ym += each.successes * model;
        mm += model * model;
    }
    return mm > 0 ? yy - ym * ym / mm : std::numeric_limits<double>::infinity();
}

double fitLogWeight(const std::vector<Measured>& measured) {
    const double step = -kLeastLogWeight / kScan;
    int best = 0;
    for (int i = 1; i <= kScan; ++i) {
        if (misfit(measured, kLeastLogWeight + step * i) < misfit(measured, kLeastLogWeight + step * best))
            best = i;
    }
    // Thirds, around the best of the scan.
    double from = kLeastLogWeight + step * std::max(0, best - 1);
    double to = kLeastLogWeight + step * std::min(kScan, best + 1);
    for (int i = 0; i < kRefine; ++i) {
        const double third = (to - from) / 3;
        if (misfit(measured, from + third) <= misfit(measured, to - third))
            to -= third;
        else
            from += third;
    }
    return (from + to) / 2;
}

} // namespace

double chanceOfExactlyOne(std::uint64_t all, std::uint64_t marked, std::uint64_t some) {
    if (marked == 0 || some == 0 || marked - 1 > all - some)
        return 0;
    double chance = static_cast<double>(marked) * static_cast<double>(some) / static_cast<double>(all);
    for (std::uint64_t i = 1; i < marked && chance > kNegligible; ++i)
        chance *= static_cast<double>(all - some - i + 1) / static_cast<double>(all - i);
    return chance;
}

double singledOutAtSize(const HitHistogram& predicates, std::uint64_t records, std::uint64_t size) {
    if (records == 0)
        return 0;
    if (size <= records)
        return expectedAt(predicates, records, size);
    std::vector<Measured> measured;
    double all = 0;
    for (const auto& [hits, number] : predicates)
        all += static_cast<double>(number);
    const auto most = static_cast<double>(records);
    const double least = std::max(1.0, std::min(kSmallestSize, most / 10));
    for (int i = 0; i < kSizes; ++i) {
        const double at = std::floor(least + (most - least) * i / (kSizes - 1));
        measured.push_back({at, expectedAt(predicates, records, static_cast<std::uint64_t>(at))});
    }
    const double counted = measured.back().successes;
    if (counted <= 0)
        return 0;
    const double logWeight = fitLogWeight(measured);
    return std::min(all, counted * modelAt(static_cast<double>(size), logWeight) / modelAt(most, logWeight));
}

} // namespace mangrove::deid
