// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handoff/package_source.h"

namespace mangrove::handoff {

/// An unpacked package: the folder that holds bagit.txt, or one that holds nothing but such a folder. Links
/// and devices are refused (kPackageLink) and never followed. Private to the room.
[[nodiscard]] Result<std::unique_ptr<PackageSource>> openFolderSource(const std::filesystem::path& path,
                                                                      const VerifyLimits& limits);

} // namespace mangrove::handoff
