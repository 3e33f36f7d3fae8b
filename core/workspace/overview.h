// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "base/run_context.h"
#include "base/strong_id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::workspace {

class Workspace;

/// 供得出: what can be supplied.
struct SupplyFigures {
    std::uint64_t datasets = 0;
    std::uint64_t rows = 0;
    std::uint64_t columns = 0;
    std::uint64_t unprofiled = 0;
    std::uint64_t unclassified = 0;
    std::uint64_t releases = 0;
};

/// 流得动: what circulates.
struct FlowFigures {
    std::uint64_t requests = 0;
    std::uint64_t requestsPending = 0; ///< submitted, not decided
    std::uint64_t permitsActive = 0;   ///< approved and not expired
    std::uint64_t permitsExpiring = 0; ///< active, at most 30 days left
    std::uint64_t packages = 0;
    std::uint64_t packagesLast30Days = 0;
    std::optional<double> medianDaysToDecision; ///< from submission; nullopt where nothing was decided
};

/// 用得好: how well it serves.
struct UseFigures {
    std::uint64_t recipients = 0;       ///< distinct organisations that hold a package
    std::uint64_t qualityChecks = 0;    ///< findings of the newest runs that apply
    std::uint64_t qualityPassed = 0;    ///< of these, passed (with violations below the threshold too)
    std::uint64_t qualityFailed = 0;    ///< of these, failed
    std::uint64_t criticalFindings = 0; ///< failed, severity error
    std::optional<double> rowsKept;     ///< share of rows kept by the releases, 0…1
};

/// 保安全: how safe it is.
struct SafetyFigures {
    std::optional<double> averageLevel42460; ///< mean GB/T 42460 level of the releases that are graded
    std::optional<double> highestRisk;       ///< highest prosecutor risk of all releases, 0…1
    std::uint64_t unresolvedColumns = 0; ///< columns classified below certainty and not decided by a person
    std::uint64_t sourcesChanged = 0;    ///< source files missing or of another size
    bool auditOk = false;
    std::uint64_t auditEvents = 0;
    std::string auditRoot; ///< hex
    std::optional<Instant> lastCheckpoint;
    Instant auditVerified{}; ///< when auditOk was computed: now
};

/// One cell of the heat strip data sets × dimensions.
struct HeatCell {
    DatasetId dataset;
    std::string datasetName;
    std::string dimension;    ///< as the rules name it: "completeness", "validity", "uniqueness"…
    std::uint64_t checks = 0; ///< findings that apply
    std::uint64_t failed = 0;
    std::optional<double>
        conforming; ///< 1 - violated / denominator over the findings, 0…1; nullopt: nothing applied
};

/// A line of recent activity: an audit event without its payload.
struct Activity {
    std::uint64_t seq = 0;
    Instant time{};
    UserId actor;
    std::string actorName;  ///< display name
    std::string action;     ///< "dataset.register"…
    std::string object;     ///< id
    std::string objectName; ///< the data set's name or the request's title, where there is one
};

enum class TodoKind : std::uint8_t {
    ProfileDataset,
    ClassifyDataset,
    CheckQuality,
    SourceMissing,
    SourceChanged,
    ResolveColumns, ///< count = columns
    QualityFailing, ///< count = failed checks
    ReviewRequest,
    DecideRequest,
    ExportRequest, ///< approved, nothing exported yet
    PermitExpiring,
    Checkpoint ///< count = events no signed checkpoint covers, the last one being at least 7 days old
};

/// One thing to do. Sentence and icon come from the face; the list is ordered by due date, then kind, then
/// subject.
struct Todo {
    TodoKind kind = TodoKind::ProfileDataset;
    std::string subject;     ///< name of the data set or title of the request
    DatasetId dataset;       ///< empty where it is about none
    RequestId request;       ///< empty where it is about none
    std::uint64_t count = 0; ///< see kind
    std::optional<Instant> due;
    std::optional<std::int64_t> daysLeft; ///< whole days from now to due; negative: overdue
};

/// What the Overview page shows, all of it computed from the workspace as it is now.
struct Overview {
    Instant now{};
    std::string organisation;
    bool demo = false;
    SupplyFigures supply;
    FlowFigures flow;
    UseFigures use;
    SafetyFigures safety;
    std::vector<HeatCell> heat;     ///< by data set name, then dimension
    std::vector<Activity> activity; ///< newest first, at most 20
    std::vector<Todo> todos;
};

/// Reads records only (and looks whether source files are there); verifies the audit log.
[[nodiscard]] Result<Overview> overview(Workspace& workspace, const RunContext& context);

} // namespace mangrove::workspace
