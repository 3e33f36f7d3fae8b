// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/sample_models.h"

#include "deid/population_risk.h"

#include <algorithm>
#include <vector>

namespace mangrove::deid {

namespace {

constexpr long double kEqualWithin = 1e-15L;

bool holds(const Model& model, std::span<const std::uint64_t> kept, std::uint64_t records,
           std::uint64_t keptRecords) {
    if (kept.empty())
        return true;
    const long double limit =
        static_cast<long double>(model.threshold) * static_cast<long double>(keptRecords);
    if (model.type == ModelType::AverageRisk)
        return static_cast<long double>(kept.size()) <= limit + kEqualWithin * limit;
    const auto ones = std::upper_bound(kept.begin(), kept.end(), std::uint64_t{1}) - kept.begin();
    if (model.type == ModelType::SampleUniqueness)
        return static_cast<long double>(ones) <= limit + kEqualWithin * limit;
    if (ones == 0)
        return true;
    SizeHistogram sizes;
    for (const std::uint64_t size : kept)
        ++sizes[size];
    const double population = model.population > 0 ? static_cast<double>(model.population)
                                                   : static_cast<double>(records) / model.samplingFraction;
    const double share = populationUniques(model.estimator, sizes, population);
    return share > 0 && share <= model.threshold;
}

} // namespace

std::size_t smallestPrefixToDrop(const Model& model, std::span<const std::uint64_t> sizes,
                                 std::size_t dropped, std::uint64_t records) {
    std::vector<std::uint64_t> before(sizes.size() + 1, 0);
    for (std::size_t i = 0; i < sizes.size(); ++i)
        before[i + 1] = before[i] + sizes[i];
    const auto holdsFrom = [&](std::size_t first) {
        return holds(model, sizes.subspan(first), records, before.back() - before[first]);
    };
    if (holdsFrom(dropped))
        return dropped;
    std::size_t low = dropped + 1;
    std::size_t high = sizes.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (holdsFrom(middle))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

} // namespace mangrove::deid
