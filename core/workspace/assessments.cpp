// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/assessments.h"

#include "classify/classifier.h"
#include "classify/classify_json.h"
#include "profile/profile_json.h"
#include "profile/profiler.h"
#include "quality/quality_json.h"
#include "workspace/datasets.h"
#include "workspace/errors.h"
#include "workspace/rooms.h"
#include "workspace/source_file.h"
#include "workspace/workspace.h"

#include <algorithm>
#include <map>
#include <set>

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

int highestLevel(const std::vector<classify::ColumnClassification>& columns) {
    int level = 1;
    for (const auto& column : columns)
        level = std::max(level, column.level39725);
    return level;
}

/// The level of a column once a person has said what it is: that of the named kind; without one, a harmless
/// class sinks to the level of data without personal reference and any other keeps what the rules found.
int levelAfter(const catalog::ColumnDecision& decision, classify::IdentifierClass cls, int proposed) {
    constexpr int kHarmlessLevel = 2;
    if (decision.identifier) {
        if (const auto* kind = classify::findIdentifierKind(*decision.identifier))
            return kind->level39725;
    }
    switch (cls) {
    case classify::IdentifierClass::Organisation:
    case classify::IdentifierClass::Code:
    case classify::IdentifierClass::None:
        return kHarmlessLevel;
    default:
        return proposed;
    }
}

void overlay(classify::ColumnClassification& column, const catalog::ColumnDecision& decision) {
    const auto cls = classify::parseIdentifierClass(decision.classId);
    if (!cls)
        return;
    const bool accepted = column.cls == *cls && column.identifier == decision.identifier;
    if (!accepted)
        column.level39725 = levelAfter(decision, *cls, column.level39725);
    column.cls = *cls;
    column.identifier = decision.identifier;
    column.confidence = 1.0;
    column.conflict = false;
    column.evidence.insert(column.evidence.begin(),
                           {"decision", "decided by " + decision.by.text() + ": " + decision.reason, 1.0});
}

void overlay(classify::TableClassification& table, const std::vector<catalog::ColumnDecision>& decisions) {
    std::map<std::string, const catalog::ColumnDecision*> last;
    for (const auto& decision : decisions)
        last[decision.column] = &decision;
    const bool raisedByRule = table.tableLevel39725 > highestLevel(table.columns);
    for (auto& column : table.columns) {
        if (const auto found = last.find(column.name); found != last.end())
            overlay(column, *found->second);
    }
    const int columnsLevel = highestLevel(table.columns);
    table.tableLevel39725 = raisedByRule ? std::max(table.tableLevel39725, columnsLevel) : columnsLevel;
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
    MANGROVE_ASSIGN(const auto decisions, catalog.decisions(id));
    overlay(found, decisions);
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
        MANGROVE_ASSIGN(const auto decisions, columnDecisions(workspace, id));
        overlay(proposal->value, decisions);
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

bool needsDecision(const classify::ColumnClassification& column) {
    return column.conflict
           || (column.cls != classify::IdentifierClass::None && column.confidence < kSureConfidence);
}

Result<std::uint64_t> unresolvedColumns(Workspace& workspace, const DatasetId& id) {
    MANGROVE_ASSIGN(const auto classification, storedClassification(workspace, id));
    if (!classification)
        return std::uint64_t{0};
    const auto& columns = classification->value.columns;
    return static_cast<std::uint64_t>(std::count_if(columns.begin(), columns.end(), needsDecision));
}

Status decideColumn(Workspace& workspace, const Session& session, const DatasetId& id,
                    const ColumnVerdict& verdict) {
    MANGROVE_ASSIGN(const auto role, session.roleFor(Act::DecideColumn));
    if (verdict.reason.find_first_not_of(" \t\r\n") == std::string::npos)
        return Error(errors::kReasonMissing);
    Rooms& rooms = workspace.rooms();
    MANGROVE_ASSIGN(const auto dataset, rooms.catalog.find(id));
    if (std::find(dataset.columns.begin(), dataset.columns.end(), verdict.column) == dataset.columns.end())
        return Error(errors::kColumnNotFound, {displayName(dataset), verdict.column});
    MANGROVE_ASSIGN(auto transaction, rooms.database.begin());
    MANGROVE_TRY(rooms.catalog.addDecision({id, verdict.column, std::string(classify::toText(verdict.cls)),
                                            verdict.identifier, verdict.reason, session.user().id,
                                            workspace.environment().clock.now()}));
    MANGROVE_ASSIGN(const auto after, storedClassification(workspace, id));
    if (!after)
        return Error(errors::kNotClassified, {displayName(dataset)});
    MANGROVE_TRY(rooms.catalog.setLevel(id, after->value.tableLevel39725));
    Payload payload;
    payload.add("column", verdict.column)
        .add("class", classify::toText(verdict.cls))
        .add("identifier", verdict.identifier.value_or(""))
        .add("reason", verdict.reason);
    MANGROVE_TRY(record(rooms, session, role, "dataset.decide-column", id.text(), payload));
    return transaction.commit();
}

Result<std::vector<catalog::ColumnDecision>> columnDecisions(Workspace& workspace, const DatasetId& id) {
    return workspace.rooms().catalog.decisions(id);
}

} // namespace mangrove::workspace
