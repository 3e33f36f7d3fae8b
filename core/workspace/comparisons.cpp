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

Result<VersionComparison> compareVersions(Workspace& workspace, const DatasetId& id,
                                          std::optional<int> before) {
    MANGROVE_ASSIGN(const auto dataset, workspace.rooms().catalog.find(id));
    MANGROVE_ASSIGN(const auto versions, datasetVersions(workspace, id));
    VersionComparison comparison;
    if (versions.empty())
        return comparison;
    MANGROVE_ASSIGN(const Profiles profiles, profilesOf(workspace, id));
    const catalog::Assessment* earlier = nullptr;
    for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
        const auto* profile = profileOf(profiles, version->sha256);
        if (profile == nullptr)
            continue;
        comparison.former.push_back({version->version, version->rows, version->until});
        if (earlier == nullptr || version->version == before) {
            earlier = profile;
            comparison.with = comparison.former.back();
        }
    }
    const auto* later = profileOf(profiles, dataset.sha256);
    if (earlier == nullptr || later == nullptr)
        return comparison;
    MANGROVE_ASSIGN(const auto beforeProfile, profile::fromJson(earlier->json));
    MANGROVE_ASSIGN(const auto afterProfile, profile::fromJson(later->json));
    comparison.changes = profile::compare(beforeProfile, afterProfile);
    return comparison;
}

} // namespace mangrove::workspace
