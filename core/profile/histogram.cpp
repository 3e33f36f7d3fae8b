// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/histogram.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace mangrove::profile {

namespace {

double roundWidth(double least) {
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (power * factor >= least * (1 - 1e-12))
            return power * factor;
    }
    return power * 10;
}

double timeWidth(double least, ValueType type) {
    static constexpr std::array<double, 22> kWidths{
        1,    2,    5,    10,    15,    30,    60,    120,    300,    600,     900,
        1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 604800, 1209600, 2419200};
    const double smallest = type == ValueType::Date ? 86'400 : 1;
    for (const double width : kWidths) {
        if (width >= smallest && width >= least)
            return width;
    }
    // Beyond four weeks: round numbers of 365-day years, or quarters of one.
    constexpr double kQuarter = 91.25 * 86'400;
    if (least <= kQuarter)
        return kQuarter;
    if (least <= 2 * kQuarter)
        return 2 * kQuarter;
    return roundWidth(least / (4 * kQuarter)) * 4 * kQuarter;
}

double chooseWidth(double range, ValueType type, std::uint32_t maxBins) {
    // One bin fewer than allowed: aligning the first border downwards may need one more.
    const double least = range / std::max<double>(1.0, static_cast<double>(maxBins) - 1);
    switch (type) {
    case ValueType::Integer: {
        double width = std::max(1.0, roundWidth(least));
        return width == 2.5 ? 5.0 : width;
    }
    case ValueType::Date:
    case ValueType::DateTime:
    case ValueType::Time:
        return timeWidth(least, type);
    default:
        return roundWidth(least);
    }
}

/// Bins of dates end where dates with four digits do: 0001-01-01 and 9999-12-31.
void keepWithinCalendar(std::vector<HistogramBin>& bins, ValueType type) {
    constexpr double kFirst = -62'135'596'800;
    constexpr double kLastDay = 253'402'214'400;
    if (type != ValueType::Date && type != ValueType::DateTime)
        return;
    bins.front().from = std::max(bins.front().from, kFirst);
    bins.back().to = std::min(bins.back().to, type == ValueType::Date ? kLastDay : kLastDay + 86'399);
}

/// Largest remainders, so that the scaled counts add up.
void scaleTo(std::vector<HistogramBin>& bins, std::uint64_t total) {
    std::uint64_t sum = 0;
    for (const HistogramBin& bin : bins)
        sum += bin.count;
    if (sum == 0 || sum == total)
        return;
    std::vector<std::pair<double, std::size_t>> remainders;
    std::uint64_t given = 0;
    for (std::size_t i = 0; i < bins.size(); ++i) {
        const double exact =
            static_cast<double>(bins[i].count) * static_cast<double>(total) / static_cast<double>(sum);
        bins[i].count = static_cast<std::uint64_t>(exact);
        given += bins[i].count;
        remainders.emplace_back(-(exact - std::floor(exact)), i);
    }
    std::sort(remainders.begin(), remainders.end());
    for (std::size_t i = 0; given < total && !remainders.empty(); i = (i + 1) % remainders.size(), ++given)
        ++bins[remainders[i].second].count;
}

} // namespace

std::vector<HistogramBin> makeHistogram(std::span<const WeightedNumber> values, double min, double max,
                                        ValueType type, std::uint32_t maxBins, std::uint64_t total) {
    std::vector<HistogramBin> bins;
    const double range = max - min;
    if (!(range > 0) || !std::isfinite(range))
        return bins;
    const double width = chooseWidth(range, type, maxBins);
    const double first = std::floor(min / width) * width;
    // Far from zero a width may be lost in rounding; then equal parts of the range have to do.
    const double from = first <= min && first + width > min ? first : min;
    const auto count =
        std::clamp<std::size_t>(static_cast<std::size_t>(std::floor((max - from) / width)) + 1, 1, maxBins);
    for (std::size_t i = 0; i < count; ++i)
        bins.push_back({from + static_cast<double>(i) * width, from + static_cast<double>(i + 1) * width, 0});
    bins.back().to = std::max(bins.back().to, max);
    keepWithinCalendar(bins, type);
    for (const auto& [number, occurrences] : values) {
        auto i = static_cast<std::size_t>(
            std::clamp((number - from) / width, 0.0, static_cast<double>(count - 1)));
        // The division rounds; the borders as they are stated decide.
        if (number < bins[i].from && i > 0)
            --i;
        else if (number >= bins[i].to && i + 1 < count)
            ++i;
        bins[i].count += occurrences;
    }
    scaleTo(bins, total);
    return bins;
}

} // namespace mangrove::profile
