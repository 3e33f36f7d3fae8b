// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authorization/request.h"
#include "base/result.h"
#include "base/run_context.h"

namespace mangrove::workspace {

class Workspace;

/// Reads the source and the released table of a request: kNoRelease, kDatasetSourceMissing,
/// kDatasetSourceChanged, kReleaseMissing, kReleaseChanged, or success. What must hold at a decision and at
/// an export.
[[nodiscard]] Status requireIntact(Workspace& workspace, const authorization::Request& request,
                                   const RunContext& context);

} // namespace mangrove::workspace
