// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/strong_id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mangrove::catalog {

/// What was found out about a data set: one engine stage each.
enum class AssessmentKind : std::uint8_t { Profile, Classification, Quality };

/// "profile", "classification", "quality".
[[nodiscard]] std::string_view name(AssessmentKind kind);

/// One stored result of an engine stage. Append-only: a new run adds one, the newest counts.
struct Assessment {
    AssessmentKind kind = AssessmentKind::Profile;
    DatasetId dataset;
    Instant at{};
    UserId by;
    std::string
        sourceSha256; ///< of the bytes that were read; another than the data set's means the result is stale
    std::string json; ///< the engine's own JSON (cli.md)
    std::string inputJson; ///< what steered the run (quality: the rules), or empty
    friend bool operator==(const Assessment&, const Assessment&) = default;
};

/// A person's word on what a column is, over the engine's proposal. Append-only; the newest per column
/// counts.
struct ColumnDecision {
    DatasetId dataset;
    std::string column;
    std::string classId;                   ///< "direct", "quasi", … as classify names them
    std::optional<std::string> identifier; ///< identifier kind, where one was named
    std::string reason;                    ///< never empty
    UserId by;
    Instant at{};
    std::string verdict = "change"; ///< "accept", "change" or "false": what the person said of the proposal
    int version = 1;                ///< of the data set that was looked at
    std::string basisJson = {};     ///< what was known of the column then (workspace room), or empty
    friend bool operator==(const ColumnDecision&, const ColumnDecision&) = default;
};

} // namespace mangrove::catalog
