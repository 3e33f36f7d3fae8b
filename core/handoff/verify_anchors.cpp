// SPDX-License-Identifier: GPL-3.0-or-later
#include "handoff/verify_state.h"

#include "audit/checkpoint.h"
#include "base/format.h"
#include "handoff/errors.h"
#include "handoff/layout.h"
#include "handoff/verifier_key.h"

namespace mangrove::handoff {

namespace {

bool anchored(const VerifyState& state) {
    return state.source->find(layout::kCheckpoint) != nullptr
           || !state.bagInfo.value(label::kAuditKey).empty();
}

Passed absent() {
    return {"The package has no audit anchors.", CheckOutcome::Absent};
}

/// The event is in the log the checkpoint signs, and it names `what`.
CheckResult checkProof(const VerifyState& state, std::string_view name, std::string_view what) {
    const std::string eventPath = layout::event(name);
    const std::string proofPath = layout::proof(name);
    MANGROVE_ASSIGN(const auto key, parseVerifierKey(state.bagInfo.value(label::kAuditKey)));
    MANGROVE_ASSIGN(const std::string leaf, state.text(eventPath));
    MANGROVE_ASSIGN(const std::string proofText, state.text(proofPath));
    MANGROVE_ASSIGN(const std::string checkpoint, state.text(layout::kCheckpoint));
    auto proof = audit::parseTlogProof(proofText);
    if (!proof)
        return proof.error().withLocation({proofPath, 0, 0});
    if (proof->checkpoint.text != checkpoint) {
        return Error(errors::kPackageStructure,
                     {proofPath, "it is about another checkpoint than sig/checkpoint.txt"},
                     {proofPath, 0, 0});
    }
    if (auto status = audit::verifyTlogProof(*proof, asBytes(leaf), key.name, key.key); !status)
        return status.error().withLocation({proofPath, 0, 0});
    // Quoted, so that one id cannot be the beginning of another.
    if (leaf.find("\"" + std::string(what) + "\"") == std::string::npos)
        return Error(errors::kAnchorElsewhere, {eventPath, std::string(what)}, {eventPath, 0, 0});
    return Passed{format("Event {} of the audit log names {}.", proof->index, what)};
}

} // namespace

CheckResult checkCheckpoint(VerifyState& state) {
    if (!anchored(state))
        return absent();
    MANGROVE_ASSIGN(const auto key, parseVerifierKey(state.bagInfo.value(label::kAuditKey)));
    MANGROVE_ASSIGN(const std::string text, state.text(layout::kCheckpoint));
    const Location at{std::string(layout::kCheckpoint), 0, 0};
    auto checkpoint = audit::parseCheckpoint(text);
    if (!checkpoint)
        return checkpoint.error().withLocation(at);
    if (auto status = audit::verifyCheckpoint(*checkpoint, key.name, key.key); !status)
        return status.error().withLocation(at);
    return Passed{format("The audit log {} had {} events with root {}.", checkpoint->origin, checkpoint->size,
                         toHex(checkpoint->root))};
}

CheckResult checkApprovalProof(VerifyState& state) {
    if (!anchored(state))
        return absent();
    return checkProof(state, "approval", state.report.requestId);
}

CheckResult checkExportProof(VerifyState& state) {
    if (!anchored(state))
        return absent();
    return checkProof(state, "export", toHex(state.sha256[std::string(layout::kTagManifest)]));
}

} // namespace mangrove::handoff
