// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/strong_id.h"

#include <optional>
#include <string>
#include <vector>

namespace mangrove::workspace {

class Session;
class Workspace;

/// The originals behind reversible pseudonyms of a release, in the order of `codes`; nullopt for what is no
/// code of it. GB/T 39725-2020 10.2 e to g: the index lies sealed in "<workspace>.files/codes/<release
/// id>.codes", its key in the vault "deid" (see shareDeidKeys()), and only Act::ResolveCodes may open it. The
/// attempt is in the audit log ("code.resolve": column, numbers and the reason, never a value) before
/// anything is returned. Fails with reason-missing, release-not-found, code-index-missing (a release without
/// such pseudonyms), column-not-found, vault-not-granted, errors of the sealed boxes.
[[nodiscard]] Result<std::vector<std::optional<std::string>>>
resolveCodes(Workspace& workspace, const Session& session, const ReleaseId& release,
             const std::string& column, const std::vector<std::string>& codes, const std::string& reason);

} // namespace mangrove::workspace
