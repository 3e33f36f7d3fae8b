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

/// Newest first. Reads records only.
[[nodiscard]] Result<std::vector<ProfiledVersion>> profiledVersions(Workspace& workspace,
                                                                    const DatasetId& id);

/// How the present version differs from an earlier one, by their newest profiles; nullopt where either was
/// not profiled. Reads records only.
[[nodiscard]] Result<std::optional<profile::ProfileDiff>> compareVersions(Workspace& workspace,
                                                                          const DatasetId& id, int before);

} // namespace mangrove::workspace
