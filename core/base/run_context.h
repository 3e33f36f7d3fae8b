// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <atomic>
#include <cstdint>
#include <stop_token>

namespace mangrove {

/// Counters a long function fills and any thread may poll (10 times a second is plenty). The engine never
/// prints. All members are atomic; `phase` points to a string literal.
struct Progress {
    std::atomic<const char*> phase{""}; ///< stable code: "reading", "grouping", "writing", "hashing"…
    std::atomic<std::uint64_t> done{0};
    std::atomic<std::uint64_t> total{0}; ///< 0 = unknown

    void start(const char* newPhase, std::uint64_t newTotal) {
        done.store(0, std::memory_order_relaxed);
        total.store(newTotal, std::memory_order_relaxed);
        phase.store(newPhase, std::memory_order_relaxed);
    }
};

/// How a long function is watched and stopped. Copyable; a default one never stops and reports nowhere.
/// Functions that take one poll cancelled() at least every 50 ms and then return errors::kCancelled.
struct RunContext {
    std::stop_token stop;
    Progress* progress = nullptr; ///< not owned; outlives the call

    [[nodiscard]] bool cancelled() const { return stop.stop_requested(); }
    /// errors::kCancelled when a stop was requested.
    [[nodiscard]] Status check() const {
        if (cancelled())
            return Error(errors::kCancelled);
        return {};
    }
    void start(const char* phase, std::uint64_t total = 0) const {
        if (progress != nullptr)
            progress->start(phase, total);
    }
    void advance(std::uint64_t by) const {
        if (progress != nullptr)
            progress->done.fetch_add(by, std::memory_order_relaxed);
    }
};

} // namespace mangrove
