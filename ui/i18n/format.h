// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QString>
#include <string_view>

/// Values as people read them, in the language of QLocale's default. Files use base/clock.h and
/// base/number.h.
namespace mangrove::ui {

/// UTF-8 of core to QString and back.
[[nodiscard]] QString fromUtf8(std::string_view text);
[[nodiscard]] std::string toUtf8(const QString& text);

/// What an empty cell or an unknown value shows: "—".
[[nodiscard]] QString dash();
/// "1,284"
[[nodiscard]] QString formatCount(quint64 value);
/// At most `decimals` digits after the point, no trailing zeros.
[[nodiscard]] QString formatDecimal(double value, int decimals = 2);
/// A share 0…1 as "12.5 %"; never rounds a non-zero share to 0 or a partial one to 100: "< 0.1 %", "> 99.9
/// %".
[[nodiscard]] QString formatShare(double share, int decimals = 1);
/// "1.2 GB" (powers of 1,000)
[[nodiscard]] QString formatBytes(quint64 bytes);
/// "0.4 s", "12 s", "3 min 5 s"
[[nodiscard]] QString formatDuration(qint64 milliseconds);
/// "2026-11-23" and "2026-11-23 17:12" in local time, for tables.
[[nodiscard]] QString formatDate(Instant instant);
[[nodiscard]] QString formatDateTime(Instant instant);
/// "2026-11-23 09:12:00 UTC", for tooltips.
[[nodiscard]] QString formatUtc(Instant instant);
/// "just now", "5 minutes ago", "3 days ago", "in 2 days", for sentences.
[[nodiscard]] QString formatRelative(Instant instant, Instant now);
/// The first characters of a hash: "9f2c41d0…"
[[nodiscard]] QString shortHash(std::string_view hex, int characters = 8);

} // namespace mangrove::ui
