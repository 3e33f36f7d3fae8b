// SPDX-License-Identifier: GPL-3.0-or-later
#include "handoff/verify_state.h"

#include "authorization/errors.h"
#include "base/format.h"
#include "crypto/certificate.h"
#include "crypto/sha256.h"
#include "handoff/errors.h"
#include "handoff/layout.h"

#include <algorithm>
#include <chrono>
#include <set>

namespace mangrove::handoff {

namespace {

/// Strict verification of one detached signature against the trusted authorities.
Result<crypto::SignerInfo> verified(const VerifyState& state, std::string_view signaturePath,
                                    std::string_view contentPath) {
    MANGROVE_ASSIGN(const std::string signature, state.text(signaturePath));
    MANGROVE_ASSIGN(const std::string content, state.text(contentPath));
    auto signer = crypto::verifyDetached(asBytes(signature), asBytes(content), state.trustPem, state.at);
    if (!signer)
        return signer.error().withLocation({std::string(signaturePath), 0, 0});
    return signer;
}

std::string person(const crypto::SignerInfo& signer) {
    return signer.subject.commonName
           + (signer.subject.userId.empty() ? "" : " (" + signer.subject.userId + ")");
}

Error votes(std::string why, std::string_view file) {
    return Error(errors::kPermitVotes, {std::move(why)}, {std::string(file), 0, 0});
}

Result<authorization::PermitFacts> permitOf(VerifyState& state) {
    MANGROVE_ASSIGN(const std::string text, state.text(layout::kPermit));
    auto permit = authorization::readPermit(text);
    if (!permit)
        return permit.error().withLocation({std::string(layout::kPermit), 0, 0});
    state.permit = *permit;
    state.report.permitUntil = permit->validUntil;
    return permit;
}

/// One signed decision: it is the one the permit names, and it is signed by the decider it names.
Result<std::string> checkDecision(const VerifyState& state, const authorization::PermitFacts& permit,
                                  std::size_t number) {
    const auto& reference = permit.decisions[number - 1];
    const std::string path = layout::decision(number, ".json");
    MANGROVE_ASSIGN(const std::string text, state.text(path));
    if (toHex(crypto::sha256(text)) != reference.sha256)
        return votes("the permit names another text as decision " + std::to_string(number), path);
    MANGROVE_ASSIGN(const auto decision, authorization::readDecision(text));
    MANGROVE_ASSIGN(const auto signer, verified(state, layout::decision(number, ".p7s"), path));
    if (!decision.approve)
        return votes("decision " + std::to_string(number) + " is a rejection", path);
    if (decision.request != permit.request || decision.releaseSha256 != permit.releaseSha256)
        return votes("decision " + std::to_string(number) + " is about something else", path);
    if (decision.decider != reference.decider || signer.subject.userId != decision.decider)
        return votes("decision " + std::to_string(number) + " is not signed by the decider it names", path);
    return decision.decider;
}

} // namespace

CheckResult checkCertificate(VerifyState& state) {
    const Location at{std::string(layout::kCa), 0, 0};
    MANGROVE_ASSIGN(const std::string enclosedPem, state.text(layout::kCa));
    auto enclosed = crypto::Certificate::fromPem(enclosedPem);
    if (!enclosed)
        return enclosed.error().withLocation(at);
    const std::string fingerprint = toHex(enclosed->fingerprint());
    const std::string named(state.bagInfo.value(label::kAuthority));
    if (fingerprint != named)
        return Error(errors::kAuthorityDiffers, {fingerprint, named}, at);
    if (!state.options.caPem) {
        state.trustPem = enclosedPem;
        state.report.caFingerprint = fingerprint;
        return Passed{
            "No certificate of the authority was given: the enclosed one is trusted on first use. Compare "
            "its SHA-256 fingerprint with the organisation: "
            + fingerprint};
    }
    MANGROVE_ASSIGN(const auto given, crypto::certificatesFromPem(*state.options.caPem));
    const bool known = std::any_of(given.begin(), given.end(),
                                   [&](const crypto::Certificate& c) { return c.der() == enclosed->der(); });
    state.report.caGiven = true;
    state.report.caFingerprint = toHex(given.front().fingerprint());
    if (!known)
        return Error(errors::kAuthorityDiffers, {fingerprint, state.report.caFingerprint}, at);
    state.report.caFingerprint = fingerprint;
    state.trustPem = *state.options.caPem;
    return Passed{"The enclosed authority certificate is the given one: " + fingerprint};
}

CheckResult checkSignature(VerifyState& state) {
    MANGROVE_ASSIGN(const auto signer, verified(state, layout::kSignature, layout::kTagManifest));
    state.signer = signer;
    state.report.signer = signer.subject.commonName;
    state.report.signerOrganisation = signer.subject.organisation;
    state.report.signerFingerprint = signer.fingerprint;
    state.report.signedAt = signer.signingTime;
    return Passed{format("Signed by {}, {}, at {}.", person(signer), signer.subject.organisation,
                         toIso8601(signer.signingTime))};
}

CheckResult checkSigner(VerifyState& state) {
    const std::string named(state.bagInfo.value(label::kSigner));
    if (state.signer->fingerprint != named)
        return Error(errors::kSignerDiffers, {state.signer->fingerprint, named},
                     {std::string(layout::kSignature), 0, 0});
    const auto exported = std::chrono::floor<std::chrono::seconds>(*state.report.exportedAt);
    if (state.signer->signingTime != exported) {
        return Error(errors::kPackageStructure,
                     {std::string(layout::kSignature), "its signing time is not the time of export"},
                     {std::string(layout::kSignature), 0, 0});
    }
    return Passed{"The signer is the one the package names."};
}

CheckResult checkPermitSignature(VerifyState& state) {
    MANGROVE_ASSIGN(const auto signer, verified(state, layout::kPermitSignature, layout::kPermit));
    MANGROVE_ASSIGN(const auto permit, permitOf(state));
    if (permit.id != state.report.permitId || permit.request != state.report.requestId) {
        return Error(errors::kPackageStructure,
                     {std::string(layout::kPermit), "it is not the permit bag-info.txt names"},
                     {std::string(layout::kPermit), 0, 0});
    }
    if (permit.decisions.back().decider != signer.subject.userId)
        return votes("the permit is not signed by its last decider", layout::kPermitSignature);
    return Passed{format("Permit {} is signed by {}.", permit.id, person(signer))};
}

CheckResult checkPermitDecisions(VerifyState& state) {
    MANGROVE_ASSIGN(const auto permit, permitOf(state));
    std::set<std::string> deciders;
    for (std::size_t number = 1; number <= permit.decisions.size(); ++number) {
        MANGROVE_ASSIGN(const std::string decider, checkDecision(state, permit, number));
        if (decider == permit.applicant)
            return votes("the applicant decided herself", layout::kPermit);
        if (decider == state.signer->subject.userId)
            return votes("a decider exported the package", layout::kSignature);
        deciders.insert(decider);
    }
    if (static_cast<int>(deciders.size()) < std::max(permit.decidersNeeded, 1))
        return votes(format("{} deciders are needed", permit.decidersNeeded), layout::kPermit);
    const std::size_t files = static_cast<std::size_t>(std::count_if(
        state.source->entries().begin(), state.source->entries().end(), [](const SourceEntry& entry) {
            return entry.path.starts_with("data/permit/decision-") && entry.path.ends_with(".json");
        }));
    if (files != permit.decisions.size())
        return votes("there are decisions the permit does not name", layout::kPermit);
    return Passed{format("{} of {} needed deciders approved; none of them applied or exported.",
                         deciders.size(), permit.decidersNeeded)};
}

CheckResult checkPermitPayload(VerifyState& state) {
    MANGROVE_ASSIGN(const auto permit, permitOf(state));
    std::size_t tables = 0;
    for (const auto& [path, digest] : state.sha256) {
        if (!path.starts_with(layout::kPayload))
            continue;
        ++tables;
        if (toHex(digest) != permit.releaseSha256)
            return Error(errors::kPermitPayload, {path, permit.releaseSha256}, {path, 0, 0});
    }
    if (tables == 0)
        return Error(errors::kPackageMember, {std::string(layout::kPayload)},
                     {std::string(layout::kPayload), 0, 0});
    return Passed{"The permit names the SHA-256 of the payload."};
}

CheckResult checkPermitValidity(VerifyState& state) {
    MANGROVE_ASSIGN(const auto permit, permitOf(state));
    const Instant exported = *state.report.exportedAt;
    if (exported < permit.issued || exported >= permit.validUntil) {
        return Error(errors::kPermitTime,
                     {toIso8601(exported), toIso8601(permit.issued), toIso8601(permit.validUntil)},
                     {std::string(layout::kPermit), 0, 0});
    }
    if (state.at >= permit.validUntil) {
        return Passed{
            format("The permit was valid at the export; it ended at {}: the data may not be used any more.",
                   toIso8601(permit.validUntil))};
    }
    return Passed{
        format("The permit was valid at the export and is until {}.", toIso8601(permit.validUntil))};
}

} // namespace mangrove::handoff
