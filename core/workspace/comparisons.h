// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/strong_id.h"
#include "profile/profile_diff.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace mangrove::workspace {

class Workspace;

/// A version the data set once had, and whose content was profiled then.
struct ProfiledVersion {
    int version = 1;
    std::uint64_t rows = 0;
    Instant until{}; ///< when the next version took its place
    friend bool operator==(const ProfiledVersion&, const ProfiledVersion&) = default;
};

/// The present version beside an earlier one.
struct VersionComparison {
    std::vector<ProfiledVersion> former; ///< all that can be compared with, newest first
    std::optional<ProfiledVersion> with; ///< the one of them that was; nullopt where there is none
    /// How the present version differs from it, by their newest profiles; nullopt while one is missing.
    std::optional<profile::ProfileDiff> changes;
};

/// Compares with version `before`, or with the newest former one where that is none of them. Reads records
/// only, each profile once.
[[nodiscard]] Result<VersionComparison> compareVersions(Workspace& workspace, const DatasetId& id,
                                                        std::optional<int> before = {});

} // namespace mangrove::workspace
