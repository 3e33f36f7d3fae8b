// SPDX-License-Identifier: GPL-3.0-or-later
#include "handoff/verify_state.h"

#include "base/format.h"
#include "base/number.h"
#include "crypto/sha256.h"
#include "crypto/sm3.h"
#include "handoff/errors.h"
#include "handoff/layout.h"

#include <array>
#include <set>

namespace mangrove::handoff {

namespace {

Error structure(std::string_view file, std::string_view why) {
    return Error(errors::kPackageStructure, {std::string(file), std::string(why)}, {std::string(file), 0, 0});
}

/// sig/ may hold these files and no others.
const std::set<std::string>& sigNames() {
    static const std::set<std::string> names{
        std::string(layout::kSignature),  std::string(layout::kCa),  std::string(layout::kSeal),
        std::string(layout::kCheckpoint), layout::event("approval"), layout::proof("approval"),
        layout::event("export"),          layout::proof("export")};
    return names;
}

/// Every listed file has the digest it is listed with.
CheckResult compare(const Manifest& listed, const std::map<std::string, crypto::Digest>& computed,
                    std::string_view algorithm) {
    for (const auto& [path, digest] : listed) {
        const auto at = computed.find(path);
        if (at == computed.end())
            return Error(errors::kPackageMember, {path}, {path, 0, 0});
        if (at->second != digest) {
            return Error(errors::kPackageDigest,
                         {path, std::string(algorithm), toHex(at->second), toHex(digest)}, {path, 0, 0});
        }
    }
    return Passed{format("{} files have the {} they are listed with.", listed.size(), algorithm)};
}

Result<Manifest> manifest(const VerifyState& state, std::string_view path) {
    auto text = state.text(path);
    if (!text)
        return text.error().withLocation({std::string(path), 0, 0});
    return parseManifest(*text, path);
}

Status checkBagInfo(VerifyState& state) {
    MANGROVE_ASSIGN(const std::string text, state.text(layout::kBagInfo));
    auto info = BagInfo::parse(text);
    if (!info)
        return info.error().withLocation({std::string(layout::kBagInfo), 0, 0});
    state.bagInfo = *info;
    if (state.bagInfo.value(label::kFormat) != "1")
        return structure(layout::kBagInfo, "it is not a package of format 1");
    for (const auto name : {label::kIdentifier, label::kOxum, label::kExportedAt, label::kSigner,
                            label::kAuthority, label::kPermit, label::kRequest}) {
        if (state.bagInfo.value(name).empty())
            return structure(layout::kBagInfo, "the line '" + std::string(name) + "' is missing");
    }
    std::uint64_t bytes = 0;
    std::uint64_t files = 0;
    for (const auto& entry : state.source->entries()) {
        if (entry.path.starts_with(layout::kData)) {
            bytes += entry.bytes;
            ++files;
        }
    }
    if (state.bagInfo.value(label::kOxum) != format("{}.{}", bytes, files))
        return structure(layout::kBagInfo, format("Payload-Oxum is not {}.{}", bytes, files));
    const auto exported = parseIso8601(state.bagInfo.value(label::kExportedAt));
    if (!exported || toIso8601(*exported) != state.bagInfo.value(label::kExportedAt))
        return structure(layout::kBagInfo, "Exported-At is no UTC time");
    state.report.exportedAt = *exported;
    state.report.packageId = state.bagInfo.value(label::kIdentifier);
    state.report.permitId = state.bagInfo.value(label::kPermit);
    state.report.requestId = state.bagInfo.value(label::kRequest);
    return {};
}

} // namespace

Status hashFiles(VerifyState& state) {
    state.ctx.start("hashing", state.report.bytes);
    for (const auto& entry : state.source->entries()) {
        crypto::Sha256 sha256;
        crypto::Sm3 sm3;
        const bool payload = entry.path.starts_with(layout::kData);
        const auto sink = [&](ByteView bytes) -> Status {
            sha256.update(bytes);
            if (payload)
                sm3.update(bytes);
            return {};
        };
        if (auto status = state.source->read(entry.path, sink, state.ctx); !status)
            return status.error().withLocation({entry.path, 0, 0});
        state.sha256[entry.path] = sha256.finish();
        if (payload)
            state.sm3[entry.path] = sm3.finish();
    }
    return {};
}

CheckResult checkBagStructure(VerifyState& state) {
    for (const auto path : {layout::kBagit, layout::kBagInfo, layout::kReadme, layout::kManifestSha256,
                            layout::kManifestSm3, layout::kTagManifest, layout::kSignature, layout::kCa,
                            layout::kSeal, layout::kPermit, layout::kPermitSignature}) {
        if (state.source->find(path) == nullptr)
            return Error(errors::kPackageMember, {std::string(path)}, {std::string(path), 0, 0});
    }
    MANGROVE_ASSIGN(const std::string bagit, state.text(layout::kBagit));
    if (bagit != kBagitText)
        return structure(layout::kBagit, "it is not the declaration of BagIt 1.0 in UTF-8");
    MANGROVE_TRY(checkBagInfo(state));
    return Passed{"The package has the parts a bag must have (RFC 8493)."};
}

CheckResult checkFiles(VerifyState& state) {
    MANGROVE_ASSIGN(state.payloadSha256, manifest(state, layout::kManifestSha256));
    MANGROVE_ASSIGN(state.payloadSm3, manifest(state, layout::kManifestSm3));
    MANGROVE_ASSIGN(state.tags, manifest(state, layout::kTagManifest));
    MANGROVE_ASSIGN(state.seal, manifest(state, layout::kSeal));
    std::set<std::string> listed{std::string(layout::kTagManifest), std::string(layout::kSeal)};
    for (const auto& [path, digest] : state.payloadSha256) {
        if (!path.starts_with(layout::kData))
            return structure(layout::kManifestSha256, "it lists '" + path + "', which is not in data/");
        listed.insert(path);
    }
    for (const auto& [path, digest] : state.tags) {
        if (path.starts_with(layout::kData) || path.starts_with(layout::kSig) || path == layout::kTagManifest)
            return structure(layout::kTagManifest, "it lists '" + path + "', which is no tag file");
        listed.insert(path);
    }
    for (const auto& [path, digest] : state.seal) {
        if (!sigNames().contains(path) || path == layout::kSeal)
            return structure(layout::kSeal, "it lists '" + path + "', which does not belong to sig/");
        listed.insert(path);
    }
    for (const auto path :
         {layout::kBagit, layout::kBagInfo, layout::kReadme, layout::kManifestSha256, layout::kManifestSm3}) {
        if (!state.tags.contains(std::string(path)))
            return structure(layout::kTagManifest, "it does not list " + std::string(path));
    }
    for (const auto& path : listed) {
        if (state.source->find(path) == nullptr)
            return Error(errors::kPackageMember, {path}, {path, 0, 0});
    }
    for (const auto& entry : state.source->entries()) {
        if (!listed.contains(entry.path))
            return Error(errors::kPackageExtra, {entry.path}, {entry.path, 0, 0});
    }
    return Passed{format("{} files, none missing and none added.", listed.size())};
}

CheckResult checkTagManifest(VerifyState& state) {
    MANGROVE_ASSIGN(const Manifest tags, manifest(state, layout::kTagManifest));
    return compare(tags, state.sha256, "SHA-256");
}

CheckResult checkPayloadSha256(VerifyState& state) {
    MANGROVE_ASSIGN(const Manifest payload, manifest(state, layout::kManifestSha256));
    return compare(payload, state.sha256, "SHA-256");
}

CheckResult checkPayloadSm3(VerifyState& state) {
    MANGROVE_ASSIGN(const Manifest payload, manifest(state, layout::kManifestSm3));
    MANGROVE_ASSIGN(const Manifest other, manifest(state, layout::kManifestSha256));
    if (payload.size() != other.size())
        return structure(layout::kManifestSm3, "it does not list the files manifest-sha256.txt lists");
    return compare(payload, state.sm3, "SM3");
}

CheckResult checkSeal(VerifyState& state) {
    MANGROVE_ASSIGN(const Manifest seal, manifest(state, layout::kSeal));
    return compare(seal, state.sha256, "SHA-256");
}

} // namespace mangrove::handoff
