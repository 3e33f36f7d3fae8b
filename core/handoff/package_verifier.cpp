// SPDX-License-Identifier: GPL-3.0-or-later
#include "handoff/package_verifier.h"

#include "base/format.h"
#include "handoff/errors.h"
#include "handoff/verify_state.h"

#include <algorithm>
#include <array>

namespace mangrove::handoff {

namespace {

/// A check and the checks it builds on: it is skipped unless all of them passed.
struct Step {
    std::string_view id;
    CheckResult (*run)(VerifyState&);
    std::array<std::string_view, 3> needs;
};

constexpr std::array<Step, 16> kSteps{{
    {"bag-structure", &checkBagStructure, {}},
    {"files", &checkFiles, {}},
    {"tag-manifest", &checkTagManifest, {}},
    {"payload-sha256", &checkPayloadSha256, {}},
    {"payload-sm3", &checkPayloadSm3, {}},
    {"seal", &checkSeal, {}},
    {"certificate", &checkCertificate, {"bag-structure"}},
    {"signature", &checkSignature, {"certificate"}},
    {"signer", &checkSigner, {"bag-structure", "signature"}},
    {"permit-signature", &checkPermitSignature, {"certificate"}},
    {"permit-decisions", &checkPermitDecisions, {"signature", "permit-signature"}},
    {"permit-payload", &checkPermitPayload, {"permit-signature"}},
    {"permit-validity", &checkPermitValidity, {"bag-structure", "permit-signature"}},
    {"checkpoint", &checkCheckpoint, {"bag-structure"}},
    {"approval-proof", &checkApprovalProof, {"bag-structure", "checkpoint"}},
    {"export-proof", &checkExportProof, {"bag-structure", "checkpoint"}},
}};

/// A package that is not in order is an answer; a disk that cannot be read is not.
bool isVerdict(const Error& error) {
    return error.kind() == ErrorKind::CheckFailed || error.kind() == ErrorKind::BadInput
           || error.kind() == ErrorKind::Usage;
}

VerifyCheck failed(std::string_view id, const Error& error) {
    std::string detail = error.message();
    for (const Error* cause = error.cause(); cause != nullptr; cause = cause->cause())
        detail += " " + cause->message();
    return {std::string(id),   false,          CheckOutcome::Failed, std::string(error.code()),
            std::move(detail), error.at().file};
}

Status checkContainer(VerifyState& state, const std::filesystem::path& path) {
    MANGROVE_ASSIGN(state.source, PackageSource::open(path, state.options.limits));
    state.report.folder = state.source->folder();
    state.report.files = state.source->entries().size();
    for (const auto& entry : state.source->entries())
        state.report.bytes += entry.bytes;
    return hashFiles(state);
}

bool holds(const VerifyReport& report, std::string_view id) {
    return id.empty()
           || std::any_of(report.checks.begin(), report.checks.end(),
                          [&](const VerifyCheck& check) { return check.id == id && check.ok; });
}

VerifyCheck skipped(const Step& step, const VerifyReport& report) {
    const auto missing = std::find_if_not(step.needs.begin(), step.needs.end(),
                                          [&](std::string_view id) { return holds(report, id); });
    return {std::string(step.id),
            false,
            CheckOutcome::Skipped,
            "",
            format("Not looked at, since the check '{}' does not hold.",
                   missing == step.needs.end() ? std::string_view("container") : *missing),
            ""};
}

Status runSteps(VerifyState& state) {
    for (const auto& step : kSteps) {
        const bool ready = holds(state.report, "container")
                           && std::all_of(step.needs.begin(), step.needs.end(),
                                          [&](std::string_view id) { return holds(state.report, id); });
        if (!ready) {
            state.report.checks.push_back(skipped(step, state.report));
            continue;
        }
        const CheckResult result = step.run(state);
        if (result) {
            state.report.checks.push_back(
                {std::string(step.id), true, result->outcome, "", result->detail, ""});
        } else if (isVerdict(result.error())) {
            state.report.checks.push_back(failed(step.id, result.error()));
        } else {
            return result.error();
        }
    }
    return {};
}

} // namespace

std::string_view name(CheckOutcome outcome) {
    constexpr std::array<std::string_view, 4> kNames{"passed", "failed", "absent", "skipped"};
    return kNames.at(static_cast<std::size_t>(outcome));
}

Result<VerifyReport> verifyPackage(const std::filesystem::path& path, const VerifyOptions& options,
                                   const RunContext& ctx) {
    VerifyState state(options, options.at ? *options.at : SystemClock().now(), ctx);
    if (auto status = checkContainer(state, path); status) {
        state.report.checks.push_back(
            {"container", true, CheckOutcome::Passed, "",
             format("{} plain files with portable names in one folder.", state.report.files), ""});
    } else if (isVerdict(status.error())) {
        state.report.checks.push_back(failed("container", status.error()));
    } else {
        return status.error();
    }
    MANGROVE_TRY(runSteps(state));
    state.report.ok = std::all_of(state.report.checks.begin(), state.report.checks.end(),
                                  [](const VerifyCheck& check) { return check.ok; });
    return std::move(state.report);
}

} // namespace mangrove::handoff
