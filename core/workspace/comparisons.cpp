// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/comparisons.h"

#include "profile/profile_json.h"
#include "workspace/datasets.h"
#include "workspace/rooms.h"
#include "workspace/workspace.h"

#include <algorithm>
#include <string>

namespace mangrove::workspace {

namespace {

using Profiles = std::vector<catalog::Assessment>;

Result<Profiles> profilesOf(Workspace& workspace, const DatasetId& id) {
    return workspace.rooms().catalog.assessments(id, catalog::AssessmentKind::Profile);
}

/// The newest profile of that content, or nullptr.
const catalog::Assessment* profileOf(const Profiles& profiles, const std::string& sha256) {
    const auto found = std::find_if(profiles.rbegin(), profiles.rend(),
                                    [&](const auto& profile) { return profile.sourceSha256 == sha256; });
    return found == profiles.rend() ? nullptr : &*found;
}

} // namespace

Result<std::vector<ProfiledVersion>> profiledVersions(Workspace& workspace, const DatasetId& id) {
    MANGROVE_ASSIGN(const auto versions, datasetVersions(workspace, id));
    MANGROVE_ASSIGN(const Profiles profiles, profilesOf(workspace, id));
    std::vector<ProfiledVersion> found;
    for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
        if (profileOf(profiles, version->sha256) != nullptr)
            found.push_back({version->version, version->rows, version->until});
    }
    return found;
}

Result<std::optional<profile::ProfileDiff>> compareVersions(Workspace& workspace, const DatasetId& id,
                                                            int before) {
    MANGROVE_ASSIGN(const auto dataset, workspace.rooms().catalog.find(id));
    MANGROVE_ASSIGN(const auto versions, datasetVersions(workspace, id));
    MANGROVE_ASSIGN(const Profiles profiles, profilesOf(workspace, id));
    const auto version = std::find_if(versions.begin(), versions.end(),
                                      [&](const auto& one) { return one.version == before; });
    const auto* earlier = version == versions.end() ? nullptr : profileOf(profiles, version->sha256);
    const auto* later = profileOf(profiles, dataset.sha256);
    if (earlier == nullptr || later == nullptr)
        return std::optional<profile::ProfileDiff>();
    MANGROVE_ASSIGN(const auto beforeProfile, profile::fromJson(earlier->json));
    MANGROVE_ASSIGN(const auto afterProfile, profile::fromJson(later->json));
    return std::optional(profile::compare(beforeProfile, afterProfile));
}

} // namespace mangrove::workspace
