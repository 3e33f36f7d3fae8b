// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/attack_sampling.h"

#include "base/on_threads.h"
#include "base/random.h"

#include <algorithm>
#include <atomic>
#include <numeric>
#include <unordered_set>

namespace mangrove::deid {

namespace {

std::uint64_t mixBits(std::uint64_t x) {
    x += 0x9E37'79B9'7F4A'7C15ULL;
    x = (x ^ (x >> 30U)) * 0xBF58'476D'1CE4'E5B9ULL;
    x = (x ^ (x >> 27U)) * 0x94D0'49BB'1331'11EBULL;
    return x ^ (x >> 31U);
}

} // namespace

std::uint64_t seedOf(std::uint64_t seed, std::uint64_t part, std::uint64_t item) {
    return mixBits(mixBits(mixBits(seed) + part) + item);
}

std::vector<std::uint64_t> drawWithout(std::uint64_t bound, std::uint64_t count, std::uint64_t seed) {
    std::vector<std::uint64_t> drawn;
    if (count >= bound) {
        drawn.resize(bound);
        std::iota(drawn.begin(), drawn.end(), std::uint64_t{0});
        return drawn;
    }
    SeededRandom random(seed);
    std::unordered_set<std::uint64_t> taken;
    for (std::uint64_t last = bound - count; last < bound; ++last) {
        const std::uint64_t number = random.below(last + 1);
        drawn.push_back(taken.insert(number).second ? number : last);
        taken.insert(drawn.back());
    }
    std::sort(drawn.begin(), drawn.end());
    return drawn;
}

Status runItems(std::uint64_t count, unsigned threads, const RunContext& context,
                const std::function<void(unsigned thread, std::uint64_t item)>& work) {
    std::atomic<std::uint64_t> next{0};
    const auto run = [&](unsigned thread) {
        for (std::uint64_t item = next++; item < count && !context.cancelled(); item = next++) {
            work(thread, item);
            context.advance(1);
        }
    };
    onThreads(static_cast<unsigned>(std::min<std::uint64_t>(threads, count)), run);
    return context.check();
}

} // namespace mangrove::deid
