// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <algorithm>

namespace mangrove::demo {

/// The clock of a story that is told in one go but happened over weeks: it starts some days before the
/// present, is moved forward scene by scene, and never passes the present. One thread.
class StoryClock final : public Clock {
public:
    StoryClock(Instant present, int daysBefore)
        : m_present(present), m_now(present - std::chrono::days(daysBefore)) {}
    [[nodiscard]] Instant now() const override { return m_now; }
    [[nodiscard]] Instant present() const { return m_present; }
    /// To so many days before the present; never backwards.
    void goTo(int daysBefore) { m_now = std::max(m_now, m_present - std::chrono::days(daysBefore)); }
    /// A few minutes on: between two acts.
    void tick() { m_now = std::min(m_now + std::chrono::minutes(4), m_present); }

private:
    Instant m_present;
    Instant m_now;
};

} // namespace mangrove::demo
