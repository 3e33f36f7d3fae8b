// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/overview.h"

#include "workspace/assessments.h"
#include "workspace/audit_trail.h"
#include "workspace/column_decisions.h"
#include "workspace/datasets.h"
#include "workspace/deidentification.h"
#include "workspace/requests.h"
#include "workspace/rooms.h"
#include "workspace/workspace.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace mangrove::workspace {

namespace {

using authorization::Request;
using authorization::RequestState;
using std::chrono::days;
using std::chrono::floor;

constexpr days kExpiringWithin{30};
constexpr days kRecent{30};
constexpr days kCheckpointEvery{7};
constexpr std::uint32_t kActivityLines = 20;

/// What the figures are computed from, read once.
struct Material {
    Instant now{};
    std::vector<DatasetSummary> datasets;
    std::map<DatasetId, std::optional<StoredQuality>> quality;
    std::vector<Request> requests;
    std::vector<catalog::Release> releases;
    std::vector<catalog::PackageRecord> packages;
    std::vector<audit::StoredCheckpoint> checkpoints;
    audit::AuditState audit;
};

Result<Material> gather(Workspace& workspace, const RunContext& context) {
    Rooms& rooms = workspace.rooms();
    Material material;
    material.now = workspace.environment().clock.now();
    MANGROVE_ASSIGN(material.datasets, listDatasets(workspace));
    for (const auto& summary : material.datasets) {
        MANGROVE_ASSIGN(material.quality[summary.dataset.id], storedQuality(workspace, summary.dataset.id));
    }
    MANGROVE_ASSIGN(material.requests, rooms.authorization.list());
    MANGROVE_ASSIGN(material.releases, rooms.catalog.releases());
    MANGROVE_ASSIGN(material.packages, rooms.catalog.packages());
    MANGROVE_ASSIGN(material.checkpoints, rooms.audit.checkpoints());
    MANGROVE_ASSIGN(material.audit, verifyAudit(workspace, context));
    return material;
}

std::int64_t daysUntil(Instant now, Instant then) {
    return floor<days>(then - now).count();
}

bool expiresSoon(const Request& request, Instant now) {
    return request.state == RequestState::Active && request.validUntil
           && *request.validUntil - now <= kExpiringWithin;
}

SupplyFigures supplyOf(const Material& material) {
    SupplyFigures figures;
    figures.datasets = material.datasets.size();
    for (const auto& summary : material.datasets) {
        figures.rows += summary.dataset.rows;
        figures.columns += summary.dataset.columns.size();
        figures.unprofiled += summary.profiled ? 0U : 1U;
        figures.unclassified += summary.classified ? 0U : 1U;
    }
    figures.releases = material.releases.size();
    return figures;
}

/// Days from the (last) submission to the first decision.
std::optional<double> daysToDecision(const Request& request) {
    if (request.decisions.empty())
        return std::nullopt;
    const Instant decided = request.decisions.front().time;
    std::optional<Instant> submitted;
    for (const auto& event : request.history) {
        if (event.kind == "submitted" && event.time <= decided)
            submitted = event.time;
    }
    if (!submitted)
        return std::nullopt;
    return std::chrono::duration<double, days::period>(decided - *submitted).count();
}

std::optional<double> median(std::vector<double> values) {
    if (values.empty())
        return std::nullopt;
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
}

FlowFigures flowOf(const Material& material) {
    FlowFigures figures;
    figures.requests = material.requests.size();
    std::vector<double> waits;
    for (const auto& request : material.requests) {
        figures.requestsPending += authorization::isDecidable(request.state) ? 1U : 0U;
        figures.permitsActive += request.state == RequestState::Active ? 1U : 0U;
        figures.permitsExpiring += expiresSoon(request, material.now) ? 1U : 0U;
        if (const auto wait = daysToDecision(request))
            waits.push_back(*wait);
    }
    figures.packages = material.packages.size();
    for (const auto& package : material.packages)
        figures.packagesLast30Days += material.now - package.created <= kRecent ? 1U : 0U;
    figures.medianDaysToDecision = median(std::move(waits));
    return figures;
}

bool applies(const quality::Finding& finding) {
    return finding.status != quality::FindingStatus::NotApplicable
           && finding.status != quality::FindingStatus::Error;
}

Result<UseFigures> useOf(const Material& material) {
    UseFigures figures;
    std::set<std::string> recipients;
    for (const auto& package : material.packages)
        recipients.insert(package.recipientOrganisation);
    figures.recipients = recipients.size();
    for (const auto& [id, stored] : material.quality) {
        if (!stored)
            continue;
        for (const auto& finding : stored->value.findings) {
            if (!applies(finding))
                continue;
            const bool failed = finding.status == quality::FindingStatus::Fail;
            ++figures.qualityChecks;
            figures.qualityFailed += failed ? 1U : 0U;
            figures.criticalFindings += failed && finding.severity == quality::Severity::Error ? 1U : 0U;
        }
    }
    figures.qualityPassed = figures.qualityChecks - figures.qualityFailed;
    std::uint64_t in = 0;
    std::uint64_t out = 0;
    for (const auto& release : material.releases) {
        MANGROVE_ASSIGN(const auto report, releaseReport(release));
        in += report.rowsIn;
        out += report.rowsOut;
    }
    if (in > 0)
        figures.rowsKept = static_cast<double>(out) / static_cast<double>(in);
    return figures;
}

SafetyFigures safetyOf(const Material& material) {
    SafetyFigures figures;
    double levels = 0;
    std::uint64_t graded = 0;
    for (const auto& release : material.releases) {
        figures.highestRisk = std::max(figures.highestRisk.value_or(0.0), release.highestRisk);
        if (release.level42460 == 0)
            continue;
        levels += release.level42460;
        ++graded;
    }
    if (graded > 0)
        figures.averageLevel42460 = levels / static_cast<double>(graded);
    for (const auto& summary : material.datasets) {
        figures.unresolvedColumns += summary.unresolvedColumns;
        figures.sourcesChanged += summary.source == SourceState::Present ? 0U : 1U;
    }
    figures.auditOk = material.audit.ok;
    figures.auditEvents = material.audit.events;
    figures.auditRoot = material.audit.rootHex;
    figures.auditVerified = material.now;
    if (!material.checkpoints.empty())
        figures.lastCheckpoint = material.checkpoints.back().time;
    return figures;
}

std::vector<HeatCell> heatOf(const Material& material) {
    std::vector<HeatCell> cells;
    for (const auto& summary : material.datasets) {
        const auto& stored = material.quality.at(summary.dataset.id);
        if (!stored)
            continue;
        struct Sums {
            std::uint64_t checks = 0, failed = 0, violated = 0, denominator = 0;
        };
        std::map<std::string, Sums> byDimension;
        for (const auto& finding : stored->value.findings) {
            auto& sums = byDimension[std::string(quality::toText(finding.dimension))];
            if (!applies(finding))
                continue;
            ++sums.checks;
            sums.failed += finding.status == quality::FindingStatus::Fail ? 1U : 0U;
            sums.violated += finding.violated;
            sums.denominator += finding.denominator;
        }
        for (const auto& [dimension, sums] : byDimension) {
            HeatCell cell{summary.dataset.id, summary.dataset.name, dimension, sums.checks, sums.failed, {}};
            if (sums.denominator > 0)
                cell.conforming =
                    1.0 - static_cast<double>(sums.violated) / static_cast<double>(sums.denominator);
            cells.push_back(std::move(cell));
        }
    }
    return cells;
}

Result<std::vector<Activity>> activityOf(Workspace& workspace, const Material& material) {
    Rooms& rooms = workspace.rooms();
    std::map<std::string, std::string> names;
    for (const auto& summary : material.datasets)
        names[summary.dataset.id.text()] = summary.dataset.name;
    for (const auto& request : material.requests)
        names[request.id.text()] = request.title;
    for (const auto& release : material.releases)
        names[release.id.text()] = names[release.dataset.text()];
    std::map<UserId, std::string> people;
    MANGROVE_ASSIGN(const auto users, rooms.users.list());
    for (const auto& user : users) {
        people[user.id] = user.displayName;
        names[user.id.text()] = user.displayName;
    }
    audit::EventFilter filter;
    filter.limit = kActivityLines;
    MANGROVE_ASSIGN(const auto events, rooms.audit.list(filter));
    std::vector<Activity> lines;
    for (const auto& event : events)
        lines.push_back({event.seq, event.time, event.actor, people[event.actor], event.action, event.object,
                         names[event.object]});
    return lines;
}

Todo about(const catalog::Dataset& dataset, TodoKind kind, std::uint64_t count = 0) {
    Todo todo;
    todo.kind = kind;
    todo.subject = dataset.name;
    todo.dataset = dataset.id;
    todo.count = count;
    return todo;
}

Todo about(const Request& request, TodoKind kind, std::optional<Instant> due, Instant now) {
    Todo todo;
    todo.kind = kind;
    todo.subject = request.title;
    todo.dataset = request.dataset;
    todo.request = request.id;
    todo.due = due;
    if (due)
        todo.daysLeft = daysUntil(now, *due);
    return todo;
}

void addDatasetTodos(const Material& material, std::vector<Todo>& todos) {
    for (const auto& summary : material.datasets) {
        const auto& dataset = summary.dataset;
        if (summary.source == SourceState::Missing)
            todos.push_back(about(dataset, TodoKind::SourceMissing));
        if (summary.source == SourceState::SizeDiffers)
            todos.push_back(about(dataset, TodoKind::SourceChanged));
        if (!summary.profiled)
            todos.push_back(about(dataset, TodoKind::ProfileDataset));
        if (!summary.classified)
            todos.push_back(about(dataset, TodoKind::ClassifyDataset));
        if (!summary.qualityChecked)
            todos.push_back(about(dataset, TodoKind::CheckQuality));
        if (summary.unresolvedColumns > 0)
            todos.push_back(about(dataset, TodoKind::ResolveColumns, summary.unresolvedColumns));
        const auto& stored = material.quality.at(dataset.id);
        const auto failed = stored ? stored->value.count(quality::FindingStatus::Fail) : 0;
        if (failed > 0)
            todos.push_back(about(dataset, TodoKind::QualityFailing, failed));
    }
}

void addRequestTodos(const Material& material, std::vector<Todo>& todos) {
    std::set<RequestId> exported;
    for (const auto& package : material.packages)
        exported.insert(package.request);
    for (const auto& request : material.requests) {
        const Instant now = material.now;
        if (request.state == RequestState::ReadyForDecision)
            todos.push_back(about(request, TodoKind::DecideRequest, request.requestedUntil, now));
        else if (authorization::isDecidable(request.state))
            todos.push_back(about(request, TodoKind::ReviewRequest, request.requestedUntil, now));
        if (request.state == RequestState::Active && !exported.contains(request.id))
            todos.push_back(about(request, TodoKind::ExportRequest, request.validUntil, now));
        if (expiresSoon(request, now))
            todos.push_back(about(request, TodoKind::PermitExpiring, request.validUntil, now));
    }
}

std::vector<Todo> todosOf(const Material& material) {
    std::vector<Todo> todos;
    addDatasetTodos(material, todos);
    addRequestTodos(material, todos);
    const auto& checkpoints = material.checkpoints;
    const bool uncovered = checkpoints.empty() || checkpoints.back().size < material.audit.events;
    const bool old = checkpoints.empty() || material.now - checkpoints.back().time >= kCheckpointEvery;
    if (uncovered && old) {
        Todo todo;
        todo.kind = TodoKind::Checkpoint;
        todo.count = material.audit.events - (checkpoints.empty() ? 0 : checkpoints.back().size);
        todos.push_back(todo);
    }
    // a thing with a date before one without
    std::sort(todos.begin(), todos.end(), [](const Todo& a, const Todo& b) {
        return std::tuple(a.due.value_or(Instant::max()), a.kind, a.subject, a.request)
               < std::tuple(b.due.value_or(Instant::max()), b.kind, b.subject, b.request);
    });
    return todos;
}

} // namespace

Result<Overview> overview(Workspace& workspace, const RunContext& context) {
    MANGROVE_ASSIGN(const auto info, workspace.info());
    MANGROVE_ASSIGN(const auto material, gather(workspace, context));
    Overview result;
    result.now = material.now;
    result.organisation = info.organisation;
    result.demo = info.demo;
    result.supply = supplyOf(material);
    result.flow = flowOf(material);
    MANGROVE_ASSIGN(result.use, useOf(material));
    result.safety = safetyOf(material);
    result.heat = heatOf(material);
    MANGROVE_ASSIGN(result.activity, activityOf(workspace, material));
    result.todos = todosOf(material);
    return result;
}

} // namespace mangrove::workspace
