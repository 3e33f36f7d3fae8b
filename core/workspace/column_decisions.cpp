// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/column_decisions.h"

#include "base/text.h"
#include "classify/column_decision.h"
#include "classify/identifier_kind.h"
#include "classify/level_rules.h"
#include "workspace/assessments.h"
#include "workspace/column_basis.h"
#include "workspace/errors.h"
#include "workspace/rooms.h"
#include "workspace/source_file.h"
#include "workspace/workspace.h"

#include <algorithm>
#include <map>

namespace mangrove::workspace {

namespace {

using catalog::ColumnDecision;
using classify::ColumnClassification;
using classify::IdentifierClass;

/// The level of a column once a person has said what it is: that of the named kind; without one, a harmless
/// class sinks to the level of data without personal reference and any other keeps what the rules found.
int levelAfter(const ColumnDecision& decision, IdentifierClass cls, int proposed) {
    constexpr int kHarmlessLevel = 2;
    if (decision.identifier) {
        if (const auto* kind = classify::findIdentifierKind(*decision.identifier))
            return kind->level39725;
    }
    switch (cls) {
    case IdentifierClass::Organisation:
    case IdentifierClass::Code:
    case IdentifierClass::None:
        return kHarmlessLevel;
    default:
        return proposed;
    }
}

void overlay(ColumnClassification& column, const ColumnDecision& decision, bool stale) {
    const auto cls = classify::parseIdentifierClass(decision.classId);
    if (!cls)
        return;
    const bool accepted = column.cls == *cls && column.identifier == decision.identifier;
    const int decided = accepted ? column.level39725 : levelAfter(decision, *cls, column.level39725);
    column.level39725 = stale ? std::max(column.level39725, decided) : decided;
    const std::string words = "decided by " + decision.by.text() + ": " + decision.reason;
    if (stale) {
        if (classify::strictness(*cls) >= classify::strictness(column.cls)) {
            column.cls = *cls;
            column.identifier = decision.identifier;
        }
        column.evidence.insert(column.evidence.begin(), {std::string(kStaleDecision), words, 1.0});
        return;
    }
    column.cls = *cls;
    column.identifier = decision.identifier;
    column.confidence = 1.0;
    column.conflict = false;
    column.evidence.insert(column.evidence.begin(), {"decision", words, 1.0});
}

std::map<std::string, const ColumnDecision*> newestByColumn(const std::vector<ColumnDecision>& decisions) {
    std::map<std::string, const ColumnDecision*> last;
    for (const auto& decision : decisions)
        last[decision.column] = &decision;
    return last;
}

/// The profile of the same bytes, where there is one: only that may be compared with.
Result<std::optional<profile::TableProfile>> profileOf(Workspace& workspace, const DatasetId& id,
                                                       std::string_view sourceSha256) {
    MANGROVE_ASSIGN(auto profile, storedProfile(workspace, id));
    if (!profile || profile->sourceSha256 != sourceSha256)
        return std::optional<profile::TableProfile>();
    return std::optional<profile::TableProfile>(std::move(profile->value));
}

std::string reasonOf(const ColumnVerdict& verdict) {
    return std::string(trim(verdict.reason));
}

/// The record of a verdict: what it says, and what was known of the column when it was said.
Result<ColumnDecision> decisionFor(const ColumnVerdict& verdict, const ColumnClassification& proposal,
                                   const std::optional<profile::TableProfile>& profile,
                                   const catalog::Dataset& dataset) {
    ColumnDecision decision;
    decision.dataset = dataset.id;
    decision.column = verdict.column;
    decision.reason = reasonOf(verdict);
    decision.verdict = std::string(toText(verdict.kind));
    decision.version = dataset.version;
    decision.basisJson = basisJson(basisOf(proposal, profile));
    IdentifierClass cls = IdentifierClass::None;
    if (verdict.kind == VerdictKind::Accept) {
        cls = proposal.cls;
        decision.identifier = proposal.identifier;
    } else if (verdict.kind == VerdictKind::Change) {
        cls = verdict.cls;
        decision.identifier = verdict.identifier;
        const bool proposed = verdict.identifier == proposal.identifier;
        if (verdict.identifier && !proposed && classify::findIdentifierKind(*verdict.identifier) == nullptr)
            return Error(errors::kKindUnknown, {*verdict.identifier});
    }
    decision.classId = std::string(classify::toText(cls));
    return decision;
}

const ColumnClassification* findColumn(const classify::TableClassification& table, const std::string& name) {
    const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                    [&](const ColumnClassification& column) { return column.name == name; });
    return found == table.columns.end() ? nullptr : &*found;
}

} // namespace

std::string_view toText(VerdictKind kind) {
    switch (kind) {
    case VerdictKind::Accept:
        return "accept";
    case VerdictKind::NotIdentifier:
        return "false";
    case VerdictKind::Change:
        break;
    }
    return "change";
}

std::string_view toText(FieldState state) {
    switch (state) {
    case FieldState::ToDecide:
        return "to-decide";
    case FieldState::Decided:
        return "decided";
    case FieldState::Stale:
        return "stale";
    case FieldState::Proposed:
        break;
    }
    return "proposed";
}

bool needsDecision(const ColumnClassification& column) {
    const bool stale = !column.evidence.empty() && column.evidence.front().kind == kStaleDecision;
    return stale || column.conflict
           || (column.cls != IdentifierClass::None && column.confidence < kSureConfidence);
}

Result<std::uint64_t> unresolvedColumns(Workspace& workspace, const DatasetId& id) {
    MANGROVE_ASSIGN(const auto classification, storedClassification(workspace, id));
    if (!classification)
        return std::uint64_t{0};
    const auto& columns = classification->value.columns;
    return static_cast<std::uint64_t>(std::count_if(columns.begin(), columns.end(), needsDecision));
}

Status layDecisionsOver(classify::TableClassification& table, Workspace& workspace, const DatasetId& id,
                        std::string_view sourceSha256) {
    MANGROVE_ASSIGN(const auto decisions, workspace.rooms().catalog.decisions(id));
    if (decisions.empty())
        return {};
    const auto last = newestByColumn(decisions);
    MANGROVE_ASSIGN(const auto profile, profileOf(workspace, id, sourceSha256));
    std::vector<std::size_t> changed;
    for (std::size_t place = 0; place < table.columns.size(); ++place) {
        ColumnClassification& column = table.columns[place];
        const auto found = last.find(column.name);
        if (found == last.end())
            continue;
        const auto& decision = *found->second;
        const auto before = std::pair(column.cls, column.identifier);
        overlay(column, decision, !basisChanges(decision.basisJson, basisOf(column, profile)).empty());
        if (before != std::pair(column.cls, column.identifier))
            changed.push_back(place);
    }
    return classify::reapplyRules(table, changed);
}

Status decideColumns(Workspace& workspace, const Session& session, const DatasetId& id,
                     const std::vector<ColumnVerdict>& verdicts) {
    MANGROVE_ASSIGN(const auto role, session.roleFor(Act::DecideColumn));
    Rooms& rooms = workspace.rooms();
    MANGROVE_ASSIGN(const auto dataset, rooms.catalog.find(id));
    for (const auto& verdict : verdicts) {
        if (reasonOf(verdict).empty())
            return Error(errors::kReasonMissing);
        if (std::find(dataset.columns.begin(), dataset.columns.end(), verdict.column)
            == dataset.columns.end())
            return Error(errors::kColumnNotFound, {displayName(dataset), verdict.column});
    }
    MANGROVE_ASSIGN(auto transaction, rooms.database.begin());
    MANGROVE_ASSIGN(const auto proposal, storedProposal(workspace, id));
    if (!proposal)
        return Error(errors::kNotClassified, {displayName(dataset)});
    MANGROVE_ASSIGN(const auto profile, profileOf(workspace, id, proposal->sourceSha256));
    for (const auto& verdict : verdicts) {
        // a column that came with a new version is decided once the new version is classified
        const auto* column = findColumn(proposal->value, verdict.column);
        if (column == nullptr)
            return Error(errors::kNotClassified, {displayName(dataset)});
        MANGROVE_ASSIGN(auto decision, decisionFor(verdict, *column, profile, dataset));
        decision.by = session.user().id;
        decision.at = workspace.environment().clock.now();
        MANGROVE_TRY(rooms.catalog.addDecision(decision));
        Payload payload;
        payload.add("column", decision.column)
            .add("verdict", decision.verdict)
            .add("class", decision.classId)
            .add("identifier", decision.identifier.value_or(""))
            .add("proposedClass", classify::toText(column->cls))
            .add("proposedIdentifier", column->identifier.value_or(""))
            .add("version", decision.version)
            .add("reason", decision.reason);
        MANGROVE_TRY(record(rooms, session, role, "dataset.decide-column", id.text(), payload));
    }
    MANGROVE_ASSIGN(const auto after, storedClassification(workspace, id));
    MANGROVE_TRY(rooms.catalog.setLevel(id, after->value.tableLevel39725));
    return transaction.commit();
}

Status decideColumn(Workspace& workspace, const Session& session, const DatasetId& id,
                    const ColumnVerdict& verdict) {
    return decideColumns(workspace, session, id, {verdict});
}

Result<std::vector<ColumnDecision>> columnDecisions(Workspace& workspace, const DatasetId& id) {
    return workspace.rooms().catalog.decisions(id);
}

Result<FieldList> listFields(Workspace& workspace, const DatasetId& id) {
    MANGROVE_ASSIGN(const auto dataset, workspace.rooms().catalog.find(id));
    MANGROVE_ASSIGN(const auto proposal, storedProposal(workspace, id));
    if (!proposal)
        return Error(errors::kNotClassified, {displayName(dataset)});
    MANGROVE_ASSIGN(const auto inForce, storedClassification(workspace, id));
    MANGROVE_ASSIGN(const auto profile, profileOf(workspace, id, proposal->sourceSha256));
    MANGROVE_ASSIGN(const auto decisions, columnDecisions(workspace, id));
    const auto last = newestByColumn(decisions);
    FieldList list;
    list.version = dataset.version;
    list.tableLevel39725 = inForce->value.tableLevel39725;
    list.stale = proposal->stale;
    for (std::size_t i = 0; i < proposal->value.columns.size(); ++i) {
        Field field;
        field.proposal = proposal->value.columns[i];
        field.classification = inForce->value.columns[i];
        if (const auto found = last.find(field.proposal.name); found != last.end()) {
            field.decision = *found->second;
            field.changes = basisChanges(field.decision->basisJson, basisOf(field.proposal, profile));
            field.state = field.changes.empty() ? FieldState::Decided : FieldState::Stale;
        } else {
            field.state = needsDecision(field.classification) ? FieldState::ToDecide : FieldState::Proposed;
        }
        if (profile)
            field.samples = samplesOf(field.classification, *profile);
        list.fields.push_back(std::move(field));
    }
    return list;
}

} // namespace mangrove::workspace
