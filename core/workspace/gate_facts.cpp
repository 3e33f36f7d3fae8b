// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/gate_facts.h"

#include "authorization/errors.h"
#include "crypto/sha256.h"
#include "io/fingerprint.h"
#include "io/postgres_connection.h"
#include "workspace/assessments.h"
#include "workspace/datasets.h"
#include "workspace/deidentification.h"
#include "workspace/errors.h"
#include "workspace/requests.h"
#include "workspace/rooms.h"
#include "workspace/source_file.h"
#include "workspace/workspace.h"

#include <algorithm>

namespace mangrove::workspace {

namespace {

std::string sha256Hex(std::string_view text) {
    return toHex(crypto::sha256(asBytes(text)));
}

/// Public sharing is the strictest model of GB/T 42460, the enclave the mildest.
int mildness(authorization::Sharing sharing) {
    switch (sharing) {
    case authorization::Sharing::Public:
        return 0;
    case authorization::Sharing::Controlled:
        return 1;
    case authorization::Sharing::Enclave:
        break;
    }
    return 2;
}

int mildness(deid::Sharing sharing) {
    switch (sharing) {
    case deid::Sharing::Public:
        return 0;
    case deid::Sharing::Controlled:
        return 1;
    case deid::Sharing::Enclave:
        break;
    }
    return 2;
}

/// The level under the request's sharing model. A level measured under the same or a stricter model holds;
/// one measured under a milder model proves nothing for a stricter one, so it counts as "risk at or above the
/// threshold".
int levelFor(const authorization::Request& request, const deid::Gbt42460& measured) {
    constexpr int kAboveThreshold = 2;
    constexpr int kNoIdentifiers = 4;
    if (measured.level == kNoIdentifiers || mildness(request.sharing) >= mildness(measured.sharing))
        return measured.level;
    return std::min(measured.level, kAboveThreshold);
}

/// The digest of a file as far as a look at the folder tells: the recorded one unless the size differs or it
/// is gone.
std::string recordedHash(const std::string& path, std::uint64_t bytes, const std::string& sha256) {
    if (io::isDatabaseName(path))
        return sha256; // only reading it whole would tell more
    const auto now = io::quickFingerprint(path);
    return now.ok() && now->bytes == bytes ? sha256 : std::string();
}

Result<authorization::ReleaseFacts> releaseFacts(const catalog::Dataset& dataset,
                                                 const catalog::Release& release,
                                                 const authorization::Request& request, FactsDepth depth,
                                                 const RunContext& context) {
    authorization::ReleaseFacts facts;
    MANGROVE_ASSIGN(const auto report, releaseReport(release));
    std::string source;
    if (depth == FactsDepth::Measured) {
        MANGROVE_ASSIGN(facts.sha256, releaseFileHash(release, context));
        MANGROVE_ASSIGN(source, sourceSha256(dataset, context));
    } else {
        facts.sha256 = recordedHash(release.path, release.bytes, release.sha256);
        source = recordedHash(dataset.path, dataset.bytes, dataset.sha256);
    }
    facts.measuredSha256 = release.sha256;
    facts.sourceUnchanged = source == dataset.sha256 && release.sourceSha256 == dataset.sha256;
    facts.smallestGroup = report.after.smallestGroup;
    facts.level42460 = levelFor(request, report.after.gbt42460);
    facts.columns = release.columns;
    facts.reportSha256 = sha256Hex(release.reportJson);
    return facts;
}

Result<std::optional<authorization::QualityFacts>> qualityFacts(Workspace& workspace, const DatasetId& id,
                                                                const std::optional<GateEvidence>& evidence) {
    MANGROVE_ASSIGN(const auto stored, storedQuality(workspace, id));
    if (!stored || stored->stale)
        return std::optional<authorization::QualityFacts>();
    authorization::QualityFacts facts;
    for (const auto& finding : stored->value.findings) {
        if (finding.status != quality::FindingStatus::Fail)
            continue;
        facts.failedErrors += finding.severity == quality::Severity::Error ? 1U : 0U;
        facts.failedWarnings += finding.severity == quality::Severity::Warning ? 1U : 0U;
    }
    if (evidence && !evidence->qualityAcceptedReason.empty()) {
        facts.acceptedBy = evidence->by.text();
        facts.acceptedReason = evidence->qualityAcceptedReason;
    }
    MANGROVE_ASSIGN(const auto assessment,
                    workspace.rooms().catalog.assessment(id, catalog::AssessmentKind::Quality));
    if (assessment)
        facts.reportSha256 = sha256Hex(assessment->json);
    return std::optional<authorization::QualityFacts>(std::move(facts));
}

void addEvidence(authorization::GateFacts& facts, const GateEvidence& evidence) {
    facts.ethicsRequired = evidence.ethicsRequired;
    facts.recipientForeignControlled = evidence.recipientForeignControlled;
    facts.humanGeneticFiling = evidence.humanGeneticFiling;
    facts.crossBorderPath = evidence.crossBorderPath;
    facts.crossBorderReference = evidence.crossBorderReference;
    facts.agreementReference = evidence.agreementReference;
    facts.registrationNumber = evidence.registrationNumber;
}

} // namespace

Result<authorization::GateFacts> gateFacts(Workspace& workspace, const authorization::Request& request,
                                           FactsDepth depth, const RunContext& context) {
    Rooms& rooms = workspace.rooms();
    authorization::GateFacts facts;
    MANGROVE_ASSIGN(const auto dataset, rooms.catalog.find(request.dataset));
    MANGROVE_ASSIGN(const auto classification, storedClassification(workspace, dataset.id));
    if (classification) {
        facts.level39725 = classification->value.tableLevel39725;
        for (const auto& column : classification->value.columns) {
            if (std::find(column.flags.begin(), column.flags.end(), "genetic") != column.flags.end())
                facts.humanGeneticColumns.push_back(column.name);
        }
    }
    if (request.release) {
        MANGROVE_ASSIGN(const auto release, rooms.catalog.findRelease(*request.release));
        MANGROVE_ASSIGN(facts.release, releaseFacts(dataset, release, request, depth, context));
    }
    MANGROVE_ASSIGN(const auto evidence, gateEvidence(workspace, request.id));
    if (evidence)
        addEvidence(facts, *evidence);
    MANGROVE_ASSIGN(facts.quality, qualityFacts(workspace, dataset.id, evidence));
    return facts;
}

Status requireIntact(Workspace& workspace, const authorization::Request& request, const RunContext& context) {
    if (!request.release)
        return Error(errors::kNoRelease, {request.id.text()});
    MANGROVE_TRY(checkSource(workspace, request.dataset, context));
    return checkRelease(workspace, *request.release, context);
}

Status recordGateEvidence(Workspace& workspace, const Session& session, const RequestId& id,
                          const GateEvidence& evidence) {
    MANGROVE_ASSIGN(const auto role, session.roleFor(Act::RecordEvidence));
    Rooms& rooms = workspace.rooms();
    MANGROVE_ASSIGN(auto transaction, rooms.database.begin());
    MANGROVE_ASSIGN(const auto request, rooms.authorization.find(id));
    if (session.user().id == request.applicant)
        return Error(errors::kFourEyesApplicant, {session.user().id.text(), id.text()});
    MANGROVE_TRY(rooms.database.run(
        "INSERT INTO gate_evidence (request, ethics_required, foreign_controlled, genetic_filing, "
        "border_path, "
        "border_reference, agreement, registration, quality_reason, by, at) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        id, evidence.ethicsRequired ? 1 : 0, evidence.recipientForeignControlled ? 1 : 0,
        evidence.humanGeneticFiling, evidence.crossBorderPath, evidence.crossBorderReference,
        evidence.agreementReference, evidence.registrationNumber, evidence.qualityAcceptedReason,
        session.user().id, workspace.environment().clock.now()));
    Payload payload;
    payload.add("ethicsRequired", evidence.ethicsRequired)
        .add("recipientForeignControlled", evidence.recipientForeignControlled)
        .add("humanGeneticFiling", evidence.humanGeneticFiling)
        .add("crossBorderPath", evidence.crossBorderPath)
        .add("crossBorderReference", evidence.crossBorderReference)
        .add("agreementReference", evidence.agreementReference)
        .add("registrationNumber", evidence.registrationNumber)
        .add("qualityAcceptedReason", evidence.qualityAcceptedReason);
    MANGROVE_TRY(record(rooms, session, role, "request.gate-evidence", id.text(), payload));
    return transaction.commit();
}

Result<std::optional<GateEvidence>> gateEvidence(Workspace& workspace, const RequestId& id) {
    MANGROVE_ASSIGN(auto row, workspace.rooms().database.query(
                                  "SELECT ethics_required, foreign_controlled, genetic_filing, border_path, "
                                  "border_reference, agreement, registration, quality_reason, by, at FROM "
                                  "gate_evidence WHERE request = ? ORDER BY seq DESC LIMIT 1",
                                  id));
    MANGROVE_ASSIGN(const bool found, row.step());
    if (!found)
        return std::optional<GateEvidence>();
    return std::optional<GateEvidence>(GateEvidence{row.boolean(0), row.boolean(1), row.text(2), row.text(3),
                                                    row.text(4), row.text(5), row.text(6), row.text(7),
                                                    UserId(row.text(8)), row.instant(9)});
}

} // namespace mangrove::workspace
