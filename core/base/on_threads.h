// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace mangrove {

/// Calls work(0) here and work(1)…work(threads - 1) on threads of their own, and waits for all of them. Work
/// returns normally: errors are values that it leaves somewhere.
void onThreads(unsigned threads, const std::function<void(unsigned)>& work);

/// work(0)…work(count - 1), each once and in no order, on at most so many threads.
void forEachOnThreads(unsigned threads, std::size_t count, const std::function<void(std::size_t)>& work);

} // namespace mangrove
