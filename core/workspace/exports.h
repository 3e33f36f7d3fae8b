// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "base/strong_id.h"
#include "catalog/release.h"
#include "handoff/package_builder.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mangrove::workspace {

class Session;
class Workspace;

/// One file that will be in the package (size and hash are empty where they are known only at export).
using PackingItem = handoff::PackageFile;

/// What would leave with this request, before anything is written. Same checks as exportPackage() but the
/// file's.
[[nodiscard]] Result<std::vector<PackingItem>> packingList(Workspace& workspace, const RequestId& id);

/// A package that was exported, with what the builder says about it (files, commands that verify it).
struct ExportedPackage : catalog::PackageRecord {
    handoff::PackageInfo info;
};

/// Re-checks, at the moment of export: role and four eyes, the request's state, the permit's expiry
/// (kPermitExpired), every gate (kGateClosed), the source file (kDatasetSourceChanged), the released file
/// (kReleaseChanged). Then builds the signed package at `out`, which must not exist, writes a checkpoint and
/// the audit event "package.export", all or nothing: on any failure (a full disk too) there is no file at
/// `out` and no record. `out` empty: a name of its own in
/// "<workspace>.files/packages". Needs Act::Export; a decider of the permit cannot export it.
[[nodiscard]] Result<ExportedPackage> exportPackage(Workspace& workspace, const Session& session,
                                                    const RequestId& id, const std::filesystem::path& out,
                                                    const RunContext& context);

/// Newest first.
[[nodiscard]] Result<std::vector<catalog::PackageRecord>> listPackages(Workspace& workspace);

} // namespace mangrove::workspace
