// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/run_context.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace mangrove::io {

/// What tells one state of a source file from another.
struct Fingerprint {
    std::uint64_t bytes = 0;
    Instant mtime{};
    std::string sha256; ///< lower-case hex
    friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

/// Reads the whole file once (phase "hashing"). Errors: file-not-found, file-not-readable, file-changed,
/// cancelled.
[[nodiscard]] Result<Fingerprint> fingerprint(const std::filesystem::path& path, const RunContext& context);
/// Size and time alone (sha256 empty): the cheap look before deciding whether to hash again.
[[nodiscard]] Result<Fingerprint> quickFingerprint(const std::filesystem::path& path);

} // namespace mangrove::io
