// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/judgement.h"

#include <algorithm>
#include <utility>

namespace mangrove::deid {

namespace {

PopulationRisk populationRisk(const WrittenClasses& written, double threshold) {
    std::vector<ClassInPopulation> classes;
    std::uint64_t fitting = 0;
    for (std::size_t c = 0; c < written.sizes.size(); ++c) {
        classes.push_back({written.sizes[c], written.populations[c]});
        fitting += written.populations[c];
    }
    PopulationRisk risk = populationRiskOf(classes, threshold);
    risk.records = written.population;
    risk.fittingRecords = fitting;
    return risk;
}

} // namespace

Result<Judgement> judge(const Recipe& recipe, const Plan& plan, const RowTransformer& rows,
                        const RiskOptions& options) {
    const WrittenClasses written = rows.written();
    // Ascending, so that figures made of them do not hang on the order of rows.
    std::vector<std::uint64_t> sizes = written.sizes;
    std::sort(sizes.begin(), sizes.end());
    RiskOptions own = options;
    own.directIdentifiers = plan.directAfter;
    Judgement judgement;
    judgement.risk = riskOfClasses(sizes, rows.suppressed(), plan.quasi.size(), own);
    judgement.risk.quasiIdentifiers = plan.namesOf(plan.quasi);
    if (plan.subset != nullptr)
        judgement.risk.population = populationRisk(written, options.threshold);
    for (std::size_t q = 0; q < plan.quasi.size(); ++q) {
        if (!sizes.empty() && written.columnIsTop[q])
            judgement.silentColumns.push_back(judgement.risk.quasiIdentifiers[q]);
    }
    MANGROVE_ASSIGN(judgement.models, checkWritten(recipe, written, judgement.risk));
    return judgement;
}

RiskReport riskBefore(const Plan& plan, const Collector& collector, const RiskOptions& options) {
    RiskOptions own = options;
    own.directIdentifiers = plan.directBefore;
    RiskReport report = riskOfClasses(collector.rawSizes(), 0, plan.rawQuasi.size(), own);
    report.quasiIdentifiers = plan.namesOf(plan.rawQuasi);
    return report;
}

} // namespace mangrove::deid
