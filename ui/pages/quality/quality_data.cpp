// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/quality/quality_data.h"

#include "workspace/workspace.h"

#include <algorithm>

namespace mangrove::ui {

Result<std::vector<QualityRun>> loadQuality(workspace::Workspace& workspace) {
    MANGROVE_ASSIGN(auto summaries, workspace::listDatasets(workspace));
    std::vector<QualityRun> runs;
    for (workspace::DatasetSummary& summary : summaries) {
        QualityRun run;
        run.summary = std::move(summary);
        const DatasetId id = run.summary.dataset.id;
        MANGROVE_ASSIGN(run.quality, workspace::storedQuality(workspace, id));
        if (run.quality.has_value()) {
            MANGROVE_ASSIGN(run.rules, workspace::qualityRules(workspace, id));
            MANGROVE_ASSIGN(const auto history, workspace::qualityHistory(workspace, id));
            for (const workspace::StoredQuality& one : history)
                run.passRates.push_back(one.value.passRate());
        }
        runs.push_back(std::move(run));
    }
    return runs;
}

std::vector<FindingRow> findingsOf(const std::vector<QualityRun>& runs) {
    std::vector<FindingRow> rows;
    for (const QualityRun& run : runs) {
        if (!run.quality.has_value())
            continue;
        for (const quality::Finding& finding : run.quality->value.findings) {
            const auto rule =
                std::find_if(run.rules.begin(), run.rules.end(),
                             [&](const quality::QualityRule& one) { return one.id == finding.ruleId; });
            rows.push_back({run.summary.dataset.id, run.summary.dataset.name, finding,
                            rule == run.rules.end() ? std::string() : rule->description});
        }
    }
    const auto rank = [](const FindingRow& row) {
        switch (row.finding.status) {
        case quality::FindingStatus::Fail:
            return 0;
        case quality::FindingStatus::Error:
            return 1;
        case quality::FindingStatus::PassWithViolations:
            return 2;
        case quality::FindingStatus::Pass:
            return 3;
        case quality::FindingStatus::NotApplicable:
            break;
        }
        return 4;
    };
    std::stable_sort(rows.begin(), rows.end(), [&](const FindingRow& a, const FindingRow& b) {
        if (rank(a) != rank(b))
            return rank(a) < rank(b);
        return a.finding.severity > b.finding.severity;
    });
    return rows;
}

quality::FindingStatus judge(const quality::Finding& finding, double threshold) {
    if (finding.status == quality::FindingStatus::NotApplicable
        || finding.status == quality::FindingStatus::Error)
        return finding.status;
    if (finding.violated == 0)
        return quality::FindingStatus::Pass;
    return finding.share > threshold ? quality::FindingStatus::Fail
                                     : quality::FindingStatus::PassWithViolations;
}

} // namespace mangrove::ui
