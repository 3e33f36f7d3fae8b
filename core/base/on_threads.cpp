// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/on_threads.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace mangrove {

void onThreads(unsigned threads, const std::function<void(unsigned)>& work) {
    std::vector<std::jthread> others;
    for (unsigned t = 1; t < threads; ++t)
        others.emplace_back([&work, t] { work(t); });
    work(0);
}

void forEachOnThreads(unsigned threads, std::size_t count, const std::function<void(std::size_t)>& work) {
    if (count == 0)
        return;
    std::atomic<std::size_t> next = 0;
    const std::size_t most = std::min<std::size_t>(std::max(1U, threads), count);
    onThreads(static_cast<unsigned>(most), [&](unsigned) {
        for (std::size_t i = next++; i < count; i = next++)
            work(i);
    });
}

} // namespace mangrove
