// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/demo_table.h"
#include "demo/hospital.h"

#include <algorithm>
#include <filesystem>

namespace mangrove::demo {

/// The three extracts of a hospital. Each writes `file` with its defects and adds its table to `manifest`.
/// Order matters for the bytes: they draw from hospital.random one after the other. `repeats` stays are
/// written twice in the visits.
[[nodiscard]] Status writeVisits(Hospital& hospital, std::uint64_t repeats, const std::filesystem::path& file,
                                 DemoManifest& manifest, const RunContext& context);
[[nodiscard]] Status writeSettlements(Hospital& hospital, const std::filesystem::path& file,
                                      DemoManifest& manifest, const RunContext& context);
[[nodiscard]] Status writeDispensing(Hospital& hospital, const std::filesystem::path& file,
                                     DemoManifest& manifest, const RunContext& context);

/// Rows between two looks at RunContext.
inline constexpr std::size_t kPollRows = 2048;

/// `share` of `rows`, at least one.
[[nodiscard]] std::uint64_t shareOf(std::uint64_t rows, double share);
/// "1234.50".
[[nodiscard]] std::string moneyText(std::int64_t cents);
/// "2025-03-01".
[[nodiscard]] std::string dateText(Day day);
/// "2025-03-01 09:12:00"; `minute` of the day.
[[nodiscard]] std::string timeText(Day day, std::uint32_t minute);
/// prefix + yyyymmdd + eight digits: 20 digits with a prefix of four.
[[nodiscard]] std::string serialText(std::string_view prefix, Day day, std::uint64_t number);
/// 就诊流水号 = MDTRT_ID of the stay at `index`.
[[nodiscard]] std::string visitNumber(const Visit& visit, std::size_t index);

} // namespace mangrove::demo
