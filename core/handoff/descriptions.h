// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "handoff/package_builder.h"
#include "handoff/package_contents.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

/// The machine-readable descriptions inside data/. Each is one JSON text: UTF-8, keys sorted, two blanks, LF,
/// final LF; the same contents and time give the same bytes. Private to the room.
namespace mangrove::handoff {

/// A payload file as measured.
struct MeasuredPayload {
    const PackagePayload* payload = nullptr;
    std::uint64_t bytes = 0;
    std::string sha256; ///< hex
};

/// Data Package 2.0 (Frictionless): one resource a table, with hash, size and Table Schema.
[[nodiscard]] std::string dataPackageJson(const PackageContents& contents,
                                          std::span<const MeasuredPayload> payloads, Instant created);
/// Croissant 1.1: the face for machine-learning tools; usageInfo carries the data-use terms and the policy's
/// id.
[[nodiscard]] std::string croissantJson(const PackageContents& contents,
                                        std::span<const MeasuredPayload> payloads, Instant created);
/// RO-Crate 1.2 over data/: what each file is, who made it, from what. `files` are those of data/ but itself.
[[nodiscard]] std::string roCrateJson(const PackageContents& contents, std::span<const PackageFile> files,
                                      Instant created);

/// "urn:mangrove:package:PK-…": absolute, since processors drop nodes with relative ids when no base is
/// given.
[[nodiscard]] std::string packageUrn(const PackageContents& contents);
/// Terms in words where the contents name none.
[[nodiscard]] std::string licenseText(const PackageContents& contents);

} // namespace mangrove::handoff
