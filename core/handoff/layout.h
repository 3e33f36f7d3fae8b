// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

/// Names inside a package; see FORMAT.md. Private to the room.
namespace mangrove::handoff::layout {

inline constexpr std::string_view kBagit = "bagit.txt";
inline constexpr std::string_view kBagInfo = "bag-info.txt";
inline constexpr std::string_view kReadme = "README.txt";
inline constexpr std::string_view kManifestSha256 = "manifest-sha256.txt";
inline constexpr std::string_view kManifestSm3 = "manifest-sm3.txt";
inline constexpr std::string_view kTagManifest = "tagmanifest-sha256.txt";

inline constexpr std::string_view kData = "data/";
inline constexpr std::string_view kPayload = "data/payload/";
inline constexpr std::string_view kRoCrate = "data/ro-crate-metadata.json";
inline constexpr std::string_view kDataPackage = "data/datapackage.json";
inline constexpr std::string_view kCroissant = "data/croissant.json";
inline constexpr std::string_view kOdrl = "data/policy/odrl.json";
inline constexpr std::string_view kToBind = "data/policy/to-bind.json";
inline constexpr std::string_view kPermit = "data/permit/permit.json";
inline constexpr std::string_view kPermitSignature = "data/permit/permit.p7s";
inline constexpr std::string_view kDeidReport = "data/evidence/deid-report.json";
inline constexpr std::string_view kQuality = "data/evidence/quality.json";
inline constexpr std::string_view kClassification = "data/evidence/classification.json";
inline constexpr std::string_view kRecipe = "data/evidence/recipe.json";

inline constexpr std::string_view kSig = "sig/";
inline constexpr std::string_view kSignature = "sig/tagmanifest.p7s";
inline constexpr std::string_view kCa = "sig/ca.pem";
inline constexpr std::string_view kCheckpoint = "sig/checkpoint.txt";
inline constexpr std::string_view kSeal = "sig/seal.sha256";

/// "data/permit/decision-1.json"; number counts from 1.
[[nodiscard]] inline std::string decision(std::size_t number, std::string_view extension) {
    return "data/permit/decision-" + std::to_string(number) + std::string(extension);
}
/// "sig/approval-event.json", "sig/approval.tlog-proof"; `name` is "approval" or "export".
[[nodiscard]] inline std::string event(std::string_view name) {
    return "sig/" + std::string(name) + "-event.json";
}
[[nodiscard]] inline std::string proof(std::string_view name) {
    return "sig/" + std::string(name) + ".tlog-proof";
}

} // namespace mangrove::handoff::layout
