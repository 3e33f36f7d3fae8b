// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace mangrove::quality {

/// A moment of a calendar as a number that sorts: yyyymmdd·10^6 + hhmmss, of a value in one of the forms
/// classify::checkIdentifier("event-date") takes (ISO 8601 with - / or ., compact, 年月日). A time zone is
/// ignored: within one column it is the same. nullopt where it is no date of the calendar.
[[nodiscard]] std::optional<std::int64_t> momentOf(std::string_view value);

/// yyyymmdd of exactly "2026-01-31".
[[nodiscard]] std::optional<std::int64_t> isoDay(std::string_view value);

} // namespace mangrove::quality
