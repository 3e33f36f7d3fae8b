// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/exports.h"

#include "audit/checkpoint.h"
#include "authorization/errors.h"
#include "crypto/certificate.h"
#include "deid/apply_json.h"
#include "handoff/package_contents.h"
#include "workspace/assessments.h"
#include "workspace/deidentification.h"
#include "workspace/errors.h"
#include "workspace/file_rollback.h"
#include "workspace/gate_facts.h"
#include "workspace/requests.h"
#include "workspace/rooms.h"
#include "workspace/users.h"
#include "workspace/workspace.h"

#include <array>

namespace mangrove::workspace {

namespace {

/// "name+hash+base64(0x01 || key)": the C2SP verifier key of an Ed25519 note signer.
std::string noteVerifierKey(const std::string& keyName, const crypto::CheckpointPublicKey& key) {
    constexpr std::uint8_t kEd25519 = 0x01;
    const std::uint32_t id = audit::checkpointKeyId(keyName, key);
    const std::array<std::uint8_t, 4> idBytes{
        static_cast<std::uint8_t>(id >> 24U), static_cast<std::uint8_t>(id >> 16U),
        static_cast<std::uint8_t>(id >> 8U), static_cast<std::uint8_t>(id)};
    Bytes typed{kEd25519};
    typed.insert(typed.end(), key.begin(), key.end());
    return keyName + "+" + toHex(idBytes) + "+" + toBase64(typed);
}

/// A file name inside the package made of the data set's id: names of data sets may hold anything.
std::string payloadName(const catalog::Dataset& dataset) {
    return dataset.id.text() + ".csv";
}

handoff::PackagePayload payloadOf(const catalog::Dataset& dataset, const catalog::Release& release) {
    handoff::PackagePayload payload;
    payload.file = release.path;
    payload.name = payloadName(dataset);
    payload.sha256 = release.sha256;
    payload.rows = release.rows;
    for (const auto& column : release.columns)
        payload.columns.push_back({column, "string", ""});
    return payload;
}

Result<handoff::PackageEvidence> evidenceOf(Rooms& rooms, const catalog::Dataset& dataset,
                                            const catalog::Release& release) {
    handoff::PackageEvidence evidence;
    MANGROVE_ASSIGN(const auto report, deid::applyReportFromJson(release.reportJson));
    evidence.deidReport = release.reportJson;
    evidence.recipe = report.recipeJson;
    MANGROVE_ASSIGN(const auto quality,
                    rooms.catalog.assessment(dataset.id, catalog::AssessmentKind::Quality));
    if (quality)
        evidence.quality = quality->json;
    MANGROVE_ASSIGN(const auto classes,
                    rooms.catalog.assessment(dataset.id, catalog::AssessmentKind::Classification));
    if (classes)
        evidence.classification = classes->json;
    return evidence;
}

/// Everything but the permit's clearance and the audit anchor.
Result<handoff::PackageContents> contentsOf(Workspace& workspace, const authorization::Request& request,
                                            const authorization::Permit& permit) {
    Rooms& rooms = workspace.rooms();
    if (!request.release)
        return Error(errors::kNoRelease, {request.id.text()});
    MANGROVE_ASSIGN(const auto dataset, rooms.catalog.find(request.dataset));
    MANGROVE_ASSIGN(const auto release, rooms.catalog.findRelease(*request.release));
    MANGROVE_ASSIGN(const auto info, workspace.info());
    MANGROVE_ASSIGN(const auto authority, rooms.organisation.info());
    handoff::PackageContents contents;
    contents.title = request.title;
    contents.description = dataset.description.empty() ? dataset.name : dataset.description;
    contents.keywords = {std::string(catalog::name(dataset.domain))};
    contents.language = info.language == "zh_CN" ? "zh-CN" : "en";
    contents.organisation = info.organisation;
    contents.datasetName = dataset.name;
    contents.payloads = {payloadOf(dataset, release)};
    contents.request = request;
    contents.permit = permit;
    MANGROVE_ASSIGN(contents.evidence, evidenceOf(rooms, dataset, release));
    contents.caPem = authority.authorityPem;
    return contents;
}

/// The newest event of `action` about `object`.
Result<audit::AuditEvent> newestEvent(Rooms& rooms, const std::string& object, const std::string& action) {
    audit::EventFilter filter;
    filter.object = object;
    filter.actionPrefix = action;
    filter.limit = 1;
    MANGROVE_ASSIGN(const auto events, rooms.audit.list(filter));
    if (events.empty())
        return Error(errors::kInternal, {"the audit log lacks the event " + action});
    return events.front();
}

/// What the audit log says to a finished package: the export is recorded, the state signed, both events
/// proven.
Result<handoff::AuditAnchor> anchor(Rooms& rooms, const Session& session, identity::Role role,
                                    const catalog::PackageRecord& package,
                                    std::string_view tagManifestSha256) {
    MANGROVE_TRY(
        rooms.authorization.recordExport(package.request, session.user(), package.id, tagManifestSha256));
    Payload payload;
    payload.add("package", package.id.text())
        .add("permit", package.permit.text())
        .add("release", package.release.text())
        .add("tagManifestSha256", tagManifestSha256);
    MANGROVE_ASSIGN(const auto exported,
                    record(rooms, session, role, "package.export", package.request.text(), payload));
    MANGROVE_ASSIGN(const auto approved, newestEvent(rooms, package.request.text(), "request.approve"));
    MANGROVE_ASSIGN(const auto checkpoint,
                    rooms.audit.checkpoint(session.signer().checkpointKey, session.user().id));
    handoff::AuditAnchor result;
    result.checkpoint = checkpoint.note;
    for (const auto& [name, event] : {std::pair{"approval", approved}, std::pair{"export", exported}}) {
        MANGROVE_ASSIGN(auto proof, rooms.audit.tlogProof(event.seq));
        result.events.push_back({name, audit::leafText(event), std::move(proof)});
    }
    return result;
}

/// All that must hold before anything is built; the permit that covers it.
Result<authorization::Permit> clear(Workspace& workspace, const Session& session,
                                    const authorization::Request& request, const RunContext& context) {
    // role, four eyes, state and expiry first: they are cheap and need no file
    const auto& authorization = workspace.rooms().authorization;
    MANGROVE_ASSIGN(const auto recorded, gateFacts(workspace, request, FactsDepth::Recorded, context));
    const auto early = authorization.clearForExport(request.id, session.user(), recorded);
    const bool aboutFiles =
        !early.ok()
        && (early.error().kind() == ErrorKind::CheckFailed || early.error().is(errors::kPermitOtherRelease));
    if (!early.ok() && !aboutFiles)
        return early.error();
    MANGROVE_TRY(requireIntact(workspace, request, context));
    MANGROVE_ASSIGN(const auto measured, gateFacts(workspace, request, FactsDepth::Measured, context));
    return authorization.clearForExport(request.id, session.user(), measured);
}

} // namespace

Result<std::vector<PackingItem>> packingList(Workspace& workspace, const RequestId& id) {
    Rooms& rooms = workspace.rooms();
    MANGROVE_ASSIGN(const auto request, rooms.authorization.find(id));
    MANGROVE_ASSIGN(const auto permit, rooms.authorization.permit(id));
    MANGROVE_ASSIGN(auto contents, contentsOf(workspace, request, permit));
    contents.id = PackageId("PK-00000000");
    // never asked: it only says that the package will have anchors
    contents.anchor = [](std::string_view) -> Result<handoff::AuditAnchor> {
        return Error(errors::kInternal, {"a plan has no anchor"});
    };
    return handoff::planPackage(contents);
}

Result<ExportedPackage> exportPackage(Workspace& workspace, const Session& session, const RequestId& id,
                                      const std::filesystem::path& out, const RunContext& context) {
    MANGROVE_ASSIGN(const auto role, session.roleFor(Act::Export));
    Rooms& rooms = workspace.rooms();
    MANGROVE_ASSIGN(const auto request, rooms.authorization.find(id));
    MANGROVE_ASSIGN(const auto permit, clear(workspace, session, request, context));
    MANGROVE_ASSIGN(auto contents, contentsOf(workspace, request, permit));

    ExportedPackage package;
    package.id = PackageId(makeId("PK", workspace.environment().random));
    package.request = id;
    package.permit = permit.id;
    package.release = *request.release;
    package.dataset = request.dataset;
    package.recipientOrganisation = request.recipientOrganisation;
    package.created = workspace.environment().clock.now();
    package.by = session.user().id;
    auto target = out;
    if (target.empty()) {
        MANGROVE_TRY(makeFolder(rooms.packagesFolder()));
        target = rooms.packagesFolder() / (package.id.text() + ".zip");
    }
    std::error_code problem;
    target = std::filesystem::absolute(target, problem).lexically_normal();
    if (std::filesystem::exists(target, problem))
        return Error(errors::kFileExists, {target.string()});

    MANGROVE_ASSIGN(const auto origin, rooms.audit.origin());
    contents.id = package.id;
    contents.auditLogKey =
        noteVerifierKey(origin + "/" + session.user().id.text(), session.signer().checkpointKey.publicKey());
    MANGROVE_ASSIGN(auto transaction, rooms.database.begin());
    contents.anchor = [&](std::string_view tagManifestSha256) {
        return anchor(rooms, session, role, package, tagManifestSha256);
    };
    MANGROVE_ASSIGN(package.info, handoff::buildPackage(
                                      contents, {session.signer().signingKey, session.signer().certificate},
                                      workspace.environment().clock, target, context));
    FileRollback file(target);
    package.path = target.string();
    package.sha256 = package.info.sha256;
    package.bytes = package.info.bytes;
    MANGROVE_TRY(rooms.catalog.addPackage(package));
    MANGROVE_TRY(transaction.commit());
    file.keep();
    return package;
}

Result<std::vector<catalog::PackageRecord>> listPackages(Workspace& workspace) {
    return workspace.rooms().catalog.packages();
}

} // namespace mangrove::workspace
