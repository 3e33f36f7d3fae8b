// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace mangrove::deid {

/// The seed of one part of a seeded run, so that parts and single targets draw independently of each other
/// and of the number of threads. The mixing function is that of SplitMix64 (Steele et al. 2014).
[[nodiscard]] std::uint64_t seedOf(std::uint64_t seed, std::uint64_t part, std::uint64_t item = 0);

/// `count` different numbers below `bound`, ascending, drawn without replacement (all of them where there are
/// no more); Floyd's method (Bentley and Floyd, CACM 30(9), 1987).
[[nodiscard]] std::vector<std::uint64_t> drawWithout(std::uint64_t bound, std::uint64_t count,
                                                     std::uint64_t seed);

/// Calls `work(item)` for all items below `count`, from `threads` threads (this one among them). Stops and
/// returns kCancelled when asked to; an item must take less than 50 ms, or look at the context itself.
[[nodiscard]] Status runItems(std::uint64_t count, unsigned threads, const RunContext& context,
                              const std::function<void(unsigned thread, std::uint64_t item)>& work);

} // namespace mangrove::deid
