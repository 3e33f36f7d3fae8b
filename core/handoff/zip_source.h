// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handoff/package_source.h"

namespace mangrove::handoff {

/// A zipped package, read in place (see zip_directory.h for what is refused). Members are inflated in pieces,
/// never beyond their declared size, and checked against their CRC-32. Private to the room.
[[nodiscard]] Result<std::unique_ptr<PackageSource>> openZipSource(const std::filesystem::path& path,
                                                                   const VerifyLimits& limits);

} // namespace mangrove::handoff
