// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "authorization/permit.h"
#include "base/clock.h"
#include "base/run_context.h"
#include "crypto/cms.h"
#include "crypto/digest.h"
#include "handoff/bag_info.h"
#include "handoff/manifest.h"
#include "handoff/package_source.h"
#include "handoff/package_verifier.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace mangrove::handoff {

/// What the checks of one verification learn from one another. Private to the room.
struct VerifyState {
    VerifyState(const VerifyOptions& givenOptions, Instant now, const RunContext& context)
        : options(givenOptions), at(now), ctx(context) {}

    const VerifyOptions& options;
    Instant at;
    const RunContext& ctx;
    std::unique_ptr<PackageSource> source;
    VerifyReport report;

    BagInfo bagInfo;
    Manifest payloadSha256;
    Manifest payloadSm3;
    Manifest tags;
    Manifest seal;
    std::map<std::string, crypto::Digest> sha256; ///< as computed, every file of the package
    std::map<std::string, crypto::Digest> sm3;    ///< as computed, files of data/
    std::string trustPem;                         ///< the authorities signatures must lead to
    std::optional<crypto::SignerInfo> signer;
    std::optional<authorization::PermitFacts> permit;

    /// A small file of the package.
    [[nodiscard]] Result<std::string> text(std::string_view path) const {
        return source->text(path, options.limits.maxSmallFile, ctx);
    }
};

/// What a passed check says; the text is an English sentence.
struct Passed {
    std::string detail;
    CheckOutcome outcome = CheckOutcome::Passed; ///< or Absent
};
/// The failing file goes into Error::at().file.
using CheckResult = Result<Passed>;

/// Reads every file once and keeps its digests; part of the container check (a member may be damaged).
[[nodiscard]] Status hashFiles(VerifyState& state);

// The checks, in order. Each returns why it fails; errors of other kinds than CheckFailed, BadInput and
// NotFound end the verification.
[[nodiscard]] CheckResult checkBagStructure(VerifyState& state);
[[nodiscard]] CheckResult checkFiles(VerifyState& state);
[[nodiscard]] CheckResult checkTagManifest(VerifyState& state);
[[nodiscard]] CheckResult checkPayloadSha256(VerifyState& state);
[[nodiscard]] CheckResult checkPayloadSm3(VerifyState& state);
[[nodiscard]] CheckResult checkSeal(VerifyState& state);
[[nodiscard]] CheckResult checkCertificate(VerifyState& state);
[[nodiscard]] CheckResult checkSignature(VerifyState& state);
[[nodiscard]] CheckResult checkSigner(VerifyState& state);
[[nodiscard]] CheckResult checkPermitSignature(VerifyState& state);
[[nodiscard]] CheckResult checkPermitDecisions(VerifyState& state);
[[nodiscard]] CheckResult checkPermitPayload(VerifyState& state);
[[nodiscard]] CheckResult checkPermitValidity(VerifyState& state);
[[nodiscard]] CheckResult checkCheckpoint(VerifyState& state);
[[nodiscard]] CheckResult checkApprovalProof(VerifyState& state);
[[nodiscard]] CheckResult checkExportProof(VerifyState& state);

} // namespace mangrove::handoff
