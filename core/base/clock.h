// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <chrono>
#include <string>
#include <string_view>

namespace mangrove {

/// A UTC instant with millisecond resolution: what files and records hold.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// Where the time comes from. Passed in, never global, so that tests and the demo have fixed times.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

/// The computer's clock. Thread-safe.
class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
};

/// A clock that stands still until it is moved. For tests and the demo; one thread.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Instant instant) : m_instant(instant) {}
    [[nodiscard]] Instant now() const override { return m_instant; }
    void advance(std::chrono::milliseconds by) { m_instant += by; }
    void set(Instant instant) { m_instant = instant; }

private:
    Instant m_instant;
};

namespace errors {
inline constexpr ErrorInfo kBadInstant{
    "bad-instant", ErrorKind::BadInput,
    "'{0}' is not a UTC time of the form 2026-11-23T09:12:00Z or a date 2026-11-23."};
}

/// "2026-11-23T09:12:00.000Z": fixed length, sorts as text.
[[nodiscard]] std::string toIso8601(Instant instant);
/// Accepts toIso8601's form, without milliseconds too, and a bare date (midnight UTC).
[[nodiscard]] Result<Instant> parseIso8601(std::string_view text);

/// Days since 1970-01-01 for a proleptic Gregorian date, or nullopt-like failure for impossible dates (30
/// Feb).
[[nodiscard]] bool isValidDate(int year, unsigned month, unsigned day);

} // namespace mangrove
