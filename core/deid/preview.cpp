// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/preview.h"

#include "deid/collector.h"
#include "deid/judgement.h"
#include "deid/plan.h"
#include "deid/row_transformer.h"
#include "deid/solution.h"

#include <algorithm>

namespace mangrove::deid {

namespace {

constexpr std::uint64_t kRowsBetweenChecks = 8192;

/// Fills in keys that are absent, so that a preview can be shown before anybody unlocked the real ones.
Keys previewKeys(const Keys& keys) {
    Keys usable = standInKeys();
    if (keys.pseudonymKey.size() >= kMinKeyBytes)
        usable.pseudonymKey = keys.pseudonymKey.clone();
    if (keys.dateShiftKey.size() >= kMinKeyBytes)
        usable.dateShiftKey = keys.dateShiftKey.clone();
    return usable;
}

std::vector<std::string> namesOf(const table::Table& table) {
    std::vector<std::string> names;
    for (const table::Column& column : table.columns())
        names.push_back(column.name);
    return names;
}

PreviewRow rowOf(const RowTransformer::Row& row, const std::vector<OutputCell>& after) {
    PreviewRow shown;
    shown.row = row.row;
    for (std::size_t c = 0; c < after.size(); ++c) {
        const InputCell cell = row.cell(c);
        shown.before.emplace_back(cell.text);
        shown.after.emplace_back(after[c].value_or(std::string_view()));
        shown.changed.push_back(shown.before.back() != shown.after.back());
    }
    return shown;
}

/// The best node, or, where none is valid, the most general one, so that there is something to look at.
Result<Solution> solveOrTop(const Recipe& recipe, const Problem& problem, PreviewReport& report,
                            const RunContext& context) {
    Result<Solution> solved = solve(problem, searchOptionsOf(recipe, 1), context);
    if (solved.ok()) {
        report.valid = true;
        return solved;
    }
    if (solved.error().is(errors::kCancelled))
        return solved;
    report.problem = solved.error().code();
    Levels top;
    for (std::size_t q = 0; q < problem.lattice().attributes(); ++q)
        top.push_back(problem.lattice().attribute(q).maxLevel);
    return solutionAt(problem, top);
}

} // namespace

Result<PreviewReport> previewRecipe(const table::Table& table, const Recipe& recipe, const Keys& keys,
                                    const PreviewOptions& options, const RunContext& context) {
    const Keys usable = previewKeys(keys);
    PlanAids aids;
    aids.finder = options.textFinder;
    MANGROVE_ASSIGN(aids.subset, RowSubset::of(recipe, options.hierarchyFolder));
    MANGROVE_ASSIGN(aids.survey, Survey::ofTable(table, recipe, usable, aids.subset.get(), context));
    MANGROVE_ASSIGN(const Plan plan,
                    Plan::make(recipe, namesOf(table), &usable, options.hierarchyFolder, aids));
    Collector collector(plan);
    MANGROVE_TRY(collector.read(table, context));
    MANGROVE_ASSIGN(const auto problem, Problem::make(recipe, plan, collector, false));
    PreviewReport report;
    MANGROVE_ASSIGN(const Solution solution, solveOrTop(recipe, *problem, report, context));

    CombinationLookup lookup(collector);
    RowTransformer rows(recipe, plan, *problem, solution);
    std::vector<OutputCell> cells;
    RowTransformer::Row row;
    row.source = &table;
    row.cellAt = [](const void* source, std::size_t column, std::uint64_t number) {
        return cellOf(*static_cast<const table::Table*>(source), column, number);
    };
    for (std::uint64_t number = 0; number < table.rows(); ++number) {
        if (number % kRowsBetweenChecks == 0)
            MANGROVE_TRY(context.check());
        row.row = number;
        row.number = number;
        row.line = number + 1;
        row.combination = lookup.find(table, number);
        if (row.combination == CombinationLookup::kLeftOut)
            continue;
        row.codes = lookup.codes(0);
        if (!plan.releases(number)) {
            rows.countPopulation(row);
            continue;
        }
        static_cast<void>(rows.transform(row, cells));
        if (report.rows.size() < options.rows) {
            report.rows.push_back(rowOf(row, cells));
            report.rows.back().suppressed = !solution.keeps[row.combination];
        }
    }

    const RiskOptions risk =
        riskOptionsOf(recipe, options.riskThreshold, options.sharing, options.contextRisk);
    report.before = riskBefore(plan, collector, risk);
    MANGROVE_ASSIGN(Judgement judgement, judge(recipe, plan, rows, risk));
    report.after = std::move(judgement.risk);
    report.models = std::move(judgement.models);
    report.columns = rows.columns();
    report.rowsSuppressed = rows.suppressed();
    report.loss = solution.loss;
    report.levels = solution.levels;
    if (report.valid) {
        if (const Status met = requireAll(report.models); !met.ok()) {
            report.valid = false;
            report.problem = met.error().code();
        }
    }
    return report;
}

} // namespace mangrove::deid
