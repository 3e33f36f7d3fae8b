// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/assessments.h"

#include "classify/classifier.h"
#include "classify/classify_json.h"
#include "profile/profile_json.h"
#include "profile/profiler.h"
#include "quality/quality_json.h"
#include "workspace/column_decisions.h"
#include "workspace/datasets.h"
#include "workspace/errors.h"
#include "workspace/rooms.h"
#include "workspace/source_file.h"
#include "workspace/workspace.h"

#include <algorithm>

namespace mangrove::workspace {

namespace {

using catalog::Assessment;
using catalog::AssessmentKind;

Assessment newAssessment(const Workspace& workspace, const Session& session, const catalog::Dataset& dataset,
                         AssessmentKind kind, std::string json) {
    Assessment assessment;
    assessment.kind = kind;
    assessment.dataset = dataset.id;
    assessment.at = workspace.environment().clock.now();
    assessment.by = session.user().id;
    assessment.sourceSha256 = dataset.sha256;
    assessment.json = std::move(json);
    return assessment;
}

template<typename T>
Stored<T> stored(T value, const Assessment& assessment, const catalog::Dataset& dataset) {
    return {std::move(value), assessment.at, assessment.by, assessment.sourceSha256,
            assessment.sourceSha256 != dataset.sha256};
}

/// The newest result of a stage, read by `parse`.
template<typename T, typename Parse>
Result<std::optional<Stored<T>>> newest(Workspace& workspace, const DatasetId& id, AssessmentKind kind,
                                        const Parse& parse) {
    auto& catalog = workspace.rooms().catalog;
    MANGROVE_ASSIGN(const auto dataset, catalog.find(id));
    MANGROVE_ASSIGN(const auto assessment, catalog.assessment(id, kind));
    if (!assessment)
        return std::optional<Stored<T>>();
    MANGROVE_ASSIGN(T value, parse(assessment->json));
    return std::optional<Stored<T>>(stored(std::move(value), *assessment, dataset));
}

/// Stores a result together with its audit event.
Status store(Workspace& workspace, const Session& session, identity::Role role, const Assessment& assessment,
             std::string_view action, const Payload& payload, std::optional<int> level = {}) {
    Rooms& rooms = workspace.rooms();
    MANGROVE_ASSIGN(auto transaction, rooms.database.begin());
    MANGROVE_TRY(rooms.catalog.addAssessment(assessment));
    if (level)
        MANGROVE_TRY(rooms.catalog.setLevel(assessment.dataset, *level));
    MANGROVE_TRY(record(rooms, session, role, action, assessment.dataset.text(), payload));
    return transaction.commit();
}

Result<StoredQuality> parseQuality(const Assessment& assessment, const catalog::Dataset& dataset) {
    MANGROVE_ASSIGN(auto report, quality::qualityReportFromJson(assessment.json));
    return stored(std::move(report), assessment, dataset);
}

} // namespace

Result<StoredProfile> runProfile(Workspace& workspace, const Session& session, const DatasetId& id,
                                 const RunContext& context) {
    MANGROVE_ASSIGN(const auto role, session.roleFor(Act::AssessDataset));
    MANGROVE_ASSIGN(const auto dataset, workspace.rooms().catalog.find(id));
    MANGROVE_ASSIGN(const auto options, readOptionsOf(dataset));
    auto profile = profile::profileFile(dataset.path, options, {}, context);
    if (!profile.ok())
        return explainSourceError(dataset, profile.error(), context);
    MANGROVE_TRY(expectSource(dataset, profile->source.sha256));

    const auto assessment =
        newAssessment(workspace, session, dataset, AssessmentKind::Profile, profile::toJson(*profile));
    Payload payload;
    payload.add("sourceSha256", dataset.sha256)
        .add("rows", profile->rows)
        .add("warnings", profile->warnings.size());
    MANGROVE_TRY(store(workspace, session, role, assessment, "dataset.profile", payload));
    return stored(std::move(profile).value(), assessment, dataset);
}

Result<StoredClassification> runClassification(Workspace& workspace, const Session& session,
                                               const DatasetId& id, const RunContext& context) {
    MANGROVE_ASSIGN(const auto role, session.roleFor(Act::AssessDataset));
    auto& catalog = workspace.rooms().catalog;
    MANGROVE_ASSIGN(const auto dataset, catalog.find(id));
    MANGROVE_ASSIGN(const auto table, readSource(dataset, context));
    MANGROVE_ASSIGN(auto found, classify::classifyTable(table, {}, context));

    const auto assessment =
        newAssessment(workspace, session, dataset, AssessmentKind::Classification, classify::toJson(found));
    MANGROVE_TRY(layDecisionsOver(found, workspace, id, dataset.sha256));
    Payload payload;
    payload.add("sourceSha256", dataset.sha256)
        .add("level39725", found.tableLevel39725)
        .add("undecided", std::count_if(found.columns.begin(), found.columns.end(), needsDecision));
    MANGROVE_TRY(
        store(workspace, session, role, assessment, "dataset.classify", payload, found.tableLevel39725));
    return stored(std::move(found), assessment, dataset);
}

Result<StoredQuality> runQuality(Workspace& workspace, const Session& session, const DatasetId& id,
                                 const std::optional<std::vector<quality::QualityRule>>& rules,
                                 const RunContext& context) {
    MANGROVE_ASSIGN(const auto role, session.roleFor(Act::AssessDataset));
    MANGROVE_ASSIGN(const auto dataset, workspace.rooms().catalog.find(id));
    MANGROVE_ASSIGN(auto used, qualityRules(workspace, id));
    MANGROVE_ASSIGN(const auto classification, storedClassification(workspace, id));
    const bool suggest = !rules && used.empty();
    if (suggest && !classification)
        return Error(errors::kNotClassified, {displayName(dataset)});
    MANGROVE_ASSIGN(const auto table, readSource(dataset, context));
    if (rules)
        used = *rules;
    else if (suggest)
        used = quality::suggestRules(table, classification->value);
    MANGROVE_ASSIGN(auto report, quality::checkQuality(table, used, context));

    auto assessment =
        newAssessment(workspace, session, dataset, AssessmentKind::Quality, quality::toJson(report));
    assessment.inputJson = quality::toJson(used);
    Payload payload;
    payload.add("sourceSha256", dataset.sha256)
        .add("rules", used.size())
        .add("failed", report.count(quality::FindingStatus::Fail));
    MANGROVE_TRY(store(workspace, session, role, assessment, "dataset.check-quality", payload));
    return stored(std::move(report), assessment, dataset);
}

Result<std::optional<StoredProfile>> storedProfile(Workspace& workspace, const DatasetId& id) {
    return newest<profile::TableProfile>(workspace, id, AssessmentKind::Profile, profile::fromJson);
}

Result<std::optional<StoredClassification>> storedProposal(Workspace& workspace, const DatasetId& id) {
    return newest<classify::TableClassification>(workspace, id, AssessmentKind::Classification,
                                                 classify::classificationFromJson);
}

Result<std::optional<StoredClassification>> storedClassification(Workspace& workspace, const DatasetId& id) {
    MANGROVE_ASSIGN(auto proposal, storedProposal(workspace, id));
    if (proposal) {
        MANGROVE_TRY(layDecisionsOver(proposal->value, workspace, id, proposal->sourceSha256));
    }
    return proposal;
}

Result<std::optional<StoredQuality>> storedQuality(Workspace& workspace, const DatasetId& id) {
    return newest<quality::QualityReport>(workspace, id, AssessmentKind::Quality,
                                          quality::qualityReportFromJson);
}

Result<std::vector<StoredQuality>> qualityHistory(Workspace& workspace, const DatasetId& id) {
    auto& catalog = workspace.rooms().catalog;
    MANGROVE_ASSIGN(const auto dataset, catalog.find(id));
    MANGROVE_ASSIGN(const auto assessments, catalog.assessments(id, AssessmentKind::Quality));
    std::vector<StoredQuality> history;
    for (const auto& assessment : assessments) {
        MANGROVE_ASSIGN(auto one, parseQuality(assessment, dataset));
        history.push_back(std::move(one));
    }
    return history;
}

Result<std::vector<quality::QualityRule>> qualityRules(Workspace& workspace, const DatasetId& id) {
    MANGROVE_ASSIGN(const auto last, workspace.rooms().catalog.assessment(id, AssessmentKind::Quality));
    if (!last)
        return std::vector<quality::QualityRule>();
    return quality::parseRules(last->inputJson);
}

} // namespace mangrove::workspace
