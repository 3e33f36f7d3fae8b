// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hex.h"
#include "base/result.h"
#include "handoff/package_verifier.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace mangrove::handoff {

/// One plain file in a zip, with where its packed bytes lie.
struct ZipEntry {
    std::string name;
    std::uint64_t bytes = 0;
    std::uint64_t packed = 0;
    std::uint64_t dataOffset = 0;
    std::uint32_t crc32 = 0;
    bool deflated = false;
};

/// Reads exactly `size` bytes at `offset` of the archive.
using ReadAt = std::function<Result<Bytes>(std::uint64_t offset, std::size_t size)>;

/// The table of contents of a zip (PKWARE APPNOTE 6.3.10; zip64 too), read so strictly that there is only one
/// way to understand the file: the central directory ends right before the end record, the end record ends
/// the file, every byte before the directory belongs to exactly one member, and each local header says the
/// same as its central entry. Refused: comments, encryption, data descriptors, methods other than stored and
/// deflated, links and devices, extra fields that give another name or need other software, several disks.
/// Folder entries are accepted and dropped. Errors of kind CheckFailed: kZipMalformed, kZipTrailing,
/// kZipDisagrees, kZipEncrypted, kZipFeature, kPackageLink, kPackageLimit; kPackagePath for an unsafe name.
[[nodiscard]] Result<std::vector<ZipEntry>> readZipDirectory(std::uint64_t fileSize, const ReadAt& readAt,
                                                             const VerifyLimits& limits);

} // namespace mangrove::handoff
