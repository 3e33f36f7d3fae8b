// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/run_context.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::handoff {

/// What a hostile package may cost at most. Beyond a limit the container check fails.
struct VerifyLimits {
    std::uint64_t maxFiles = 10000;
    std::uint64_t maxTotalBytes = 256ULL << 30U; ///< unpacked
    std::uint64_t maxSmallFile = 64ULL << 20U;   ///< anything but data/payload/
    std::uint64_t freeBytes = 1ULL << 30U;       ///< up to here no ratio is looked at
    std::uint64_t maxRatio = 200;                ///< unpacked bytes / bytes of the zip
};

struct VerifyOptions {
    std::optional<std::string> caPem; ///< the authority's certificate, got from elsewhere
    std::optional<Instant> at;        ///< now; the computer's clock where absent
    VerifyLimits limits;
};

/// Passed; Failed; Absent: the package does not have the thing (no audit anchors), which is said and does not
/// fail; Skipped: not looked at because an earlier check failed.
enum class CheckOutcome : std::uint8_t { Passed, Failed, Absent, Skipped };
/// "passed", "failed", "absent", "skipped".
[[nodiscard]] std::string_view name(CheckOutcome outcome);

/// One line of the report. Ids, in order: container, bag-structure, files, tag-manifest, payload-sha256,
/// payload-sm3, seal, certificate, signature, signer, permit-signature, permit-decisions, permit-payload,
/// permit-validity, checkpoint, approval-proof, export-proof.
struct VerifyCheck {
    std::string id;
    bool ok = false; ///< Passed or Absent
    CheckOutcome outcome = CheckOutcome::Skipped;
    std::string code;   ///< kebab-case error code where it failed, else empty
    std::string detail; ///< English sentence
    std::string file;   ///< the (first) file concerned, below the package's folder; or empty
};

struct VerifyReport {
    bool ok = false;
    std::vector<VerifyCheck> checks;
    std::string packageId;
    std::string folder;
    std::uint64_t files = 0;
    std::uint64_t bytes = 0; ///< unpacked
    std::string signer;      ///< common name in the certificate
    std::string signerOrganisation;
    std::string signerFingerprint; ///< hex SHA-256
    std::optional<Instant> signedAt;
    bool caGiven = false; ///< false: the enclosed certificate was used; compare caFingerprint by other means
    std::string caFingerprint; ///< hex SHA-256
    std::string permitId;
    std::string requestId;
    std::optional<Instant> permitUntil;
    std::optional<Instant> exportedAt;
};

/// Verifies a package (a .zip, or its unpacked folder) without a workspace and without a network. A package
/// that does not hold is a report with ok = false, never an Error; errors are for files that cannot be read
/// (kFileNotFound, kFileNotReadable) and kCancelled. Payload is streamed; memory is bounded by the limits.
/// Any thread.
[[nodiscard]] Result<VerifyReport> verifyPackage(const std::filesystem::path& path,
                                                 const VerifyOptions& options, const RunContext& ctx);

/// {"ok","package","folder","files","bytes","signer":{"name","organisation","fingerprint","signedAt"},
///  "authority":{"given","fingerprint"},"permit":{"id","request","validUntil"},"exportedAt",
///  "checks":[{"id","ok","outcome","code","detail","file"}]}; one line, keys sorted.
[[nodiscard]] std::string toJson(const VerifyReport& report);

} // namespace mangrove::handoff
