// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/run_context.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace mangrove::deid {

/// std::sort of a vector so large that it would not be stopped within 50 ms: runs are sorted, then merged two
/// by two. False, and in no order, once the context is cancelled.
template<typename Value, typename Less>
[[nodiscard]] bool stoppableSort(std::vector<Value>& values, const RunContext& context, Less less) {
    constexpr std::ptrdiff_t kRun = 1 << 16; // sorted at once
    const auto size = std::ssize(values);
    const auto place = [&](std::ptrdiff_t at) { return values.begin() + std::min(at, size); };
    for (std::ptrdiff_t at = 0; at < size; at += kRun) {
        if (context.cancelled())
            return false;
        std::sort(place(at), place(at + kRun), less);
    }
    for (std::ptrdiff_t run = kRun; run < size; run *= 2) {
        for (std::ptrdiff_t at = 0; at + run < size; at += 2 * run) {
            if (context.cancelled())
                return false;
            std::inplace_merge(place(at), place(at + run), place(at + 2 * run), less);
        }
    }
    return !context.cancelled();
}

} // namespace mangrove::deid
