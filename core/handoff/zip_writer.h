// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mangrove::handoff {

/// One member to write: either `bytes` or, where `file` is set, a file that is streamed.
struct ZipMember {
    std::string name; ///< with the top folder; a safe path
    std::string bytes;
    std::filesystem::path file;
    std::string sha256; ///< hex, expected of `file`
};

/// Writes a deflated zip whose bytes follow from the members alone: sorted names, the time 1980-01-01, mode
/// 0644, no extra fields or comments. The file appears under `path` only when complete and synced; it must
/// not exist. kFileExists, kFileNotReadable, kPackagePayloadChanged (a streamed file is not the expected
/// one), kPackageWrite, kCancelled.
[[nodiscard]] Status writeZip(const std::filesystem::path& path, std::vector<ZipMember> members,
                              const RunContext& ctx);

} // namespace mangrove::handoff
