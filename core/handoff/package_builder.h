// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/run_context.h"
#include "crypto/certificate.h"
#include "crypto/signing_key.h"
#include "handoff/package_contents.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mangrove::handoff {

/// The exporter's key. References must outlive the call.
struct PackageSigner {
    const crypto::SigningKey& key;
    const crypto::Certificate& certificate;
};

/// One file of a package. `what` is a stable word: "payload", "permit", "policy", "evidence", "description",
/// "signature", "anchor", "tag".
struct PackageFile {
    std::string path; ///< below the package's own folder, e.g. "data/payload/visits.csv"
    std::string what;
    std::uint64_t bytes = 0; ///< 0 in a plan where it is only known at export
    std::string sha256;      ///< hex; empty in a plan where it is only known at export
};

/// What was built.
struct PackageInfo {
    PackageId id;
    std::filesystem::path path;
    std::string folder;             ///< the one top folder inside the zip
    std::uint64_t bytes = 0;        ///< of the zip
    std::string sha256;             ///< hex, of the zip
    std::string tagManifestSha256;  ///< hex, of the signed file
    std::string signerFingerprint;  ///< hex SHA-256 of the signer's certificate
    std::string caFingerprint;      ///< hex SHA-256 of the authority's certificate
    std::vector<PackageFile> files; ///< sorted by path
    std::string commands; ///< shell commands that verify the unpacked package (as in its README.txt)
};

/// Builds the package described in core/handoff/FORMAT.md at `out` (a .zip that must not exist: kFileExists).
/// Sorted names, fixed times: the same input and clock give the same bytes apart from signatures and
/// sig/seal.sha256. Nothing stands under `out` unless all went well; a full disk, an error or a cancelled
/// context leaves no trace. Errors: kPackageContents, kPackagePayloadChanged, kPackageWrite, those of crypto
/// and of the anchor source.
[[nodiscard]] Result<PackageInfo> buildPackage(const PackageContents& contents, const PackageSigner& signer,
                                               const Clock& clock, const std::filesystem::path& out,
                                               const RunContext& ctx);

/// The files such a package would have, before anything is written. `contents.anchor` is not called.
[[nodiscard]] Result<std::vector<PackageFile>> planPackage(const PackageContents& contents);

} // namespace mangrove::handoff
