// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>

namespace mangrove::store {

/// Looks at a file before SQLite may write to it. Reads the header (SQLite file format, section 1.3) and runs
/// PRAGMA quick_check without changing a byte of it. Private to the room.

/// kFileNotFound, kFileNotReadable, kNotAWorkspace, kWorkspaceDamaged (header or length).
[[nodiscard]] Status checkHeader(const std::filesystem::path& path);
/// kWorkspaceDamaged with the first finding; kWorkspaceBusy.
[[nodiscard]] Status checkPages(const std::filesystem::path& path);
/// Whether the file's folder lies on a network (or FUSE) file system. false where the system does not tell.
[[nodiscard]] bool isOnNetwork(const std::filesystem::path& path);

} // namespace mangrove::store
