// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/solution.h"

#include "base/format.h"
#include "base/number.h"

#include <algorithm>

namespace mangrove::deid {

Result<std::unique_ptr<Problem>> Problem::make(const Recipe& recipe, const Plan& plan,
                                               const Collector& collector, bool strict) {
    std::unique_ptr<Problem> problem(new Problem());
    for (std::size_t q = 0; q < plan.quasi.size(); ++q) {
        const PlannedColumn& column = plan.columns[plan.quasi[q]];
        const QuasiColumn& values = collector.column(q);
        const QuasiDomain& domain =
            problem->m_domains.emplace_back(QuasiDomain::make(values.values(), column.hierarchy));
        QuasiColumn::Trouble& trouble = problem->m_unmatched.emplace_back();
        for (const std::uint32_t code : domain.unmatched()) {
            trouble.cells += values.rowsOf(code);
            const std::uint64_t line = values.firstLineOf(code);
            trouble.firstLine = trouble.firstLine == 0 ? line : std::min(trouble.firstLine, line);
        }
        if (strict && trouble.cells > 0 && column.unmatched() == UnmatchedPolicy::Fail)
            return Error(errors::kHierarchyUnmatched,
                         {column.name, std::to_string(domain.unmatched().size()),
                          std::to_string(trouble.cells), std::to_string(trouble.firstLine),
                          column.attribute->hierarchy});
    }
    std::vector<LatticeAttribute> attributes;
    for (std::size_t q = 0; q < plan.quasi.size(); ++q) {
        const auto [least, most] = plan.levelBounds(q);
        attributes.push_back({&problem->m_domains[q], plan.columns[plan.quasi[q]].name, least, most});
    }
    MANGROVE_ASSIGN(problem->m_lattice, Lattice::make(std::move(attributes), collector.classes()));
    problem->m_loss.emplace(*problem->m_lattice, recipe.measure);
    problem->m_rules = rulesOf(recipe, collector.classes().records());
    return problem;
}

NodeRules rulesOf(const Recipe& recipe, std::uint64_t records) {
    NodeRules rules;
    rules.minClassSize = recipe.requiredClassSize();
    rules.suppressionLimit = suppressionBudget(recipe.suppressionLimit, records);
    for (const Model& model : recipe.models) {
        if (model.type != ModelType::Gbt42460 || model.sharing == Sharing::Public)
            continue;
        const ContextRisk& context = model.context;
        rules.meanRisk = NodeRules::MeanRisk{
            std::max({context.deliberate, context.inadvertent, context.breach}), Gbt42460().acceptable};
    }
    return rules;
}

Solution solutionAt(const Problem& problem, const Levels& levels) {
    const Lattice& lattice = problem.lattice();
    NodeEvaluator evaluator(lattice, problem.loss(), problem.rules());
    Solution solution;
    solution.levels = levels;
    solution.node = evaluator.evaluate(levels);
    solution.loss = problem.loss().loss(solution.node.score);
    solution.keptSizes = evaluator.keptSizes();
    solution.keeps.reserve(lattice.classOf().size());
    for (const std::uint32_t c : lattice.classOf())
        solution.keeps.push_back(evaluator.keeps(c));
    return solution;
}

Result<Solution> solve(const Problem& problem, const RunContext& context) {
    const Lattice& lattice = problem.lattice();
    if (lattice.attributes() == 0) {
        // No quasi-identifier stays in the output: nothing to search, nothing to suppress.
        Solution solution;
        solution.node.valid = true;
        solution.keeps.assign(lattice.classOf().size(), true);
        return solution;
    }
    MANGROVE_ASSIGN(const LatticeOptimum optimum,
                    searchLattice(lattice, problem.loss(), problem.rules(), context));
    if (!optimum.found)
        return Error(errors::kNoValidNode, {std::to_string(problem.rules().suppressionLimit),
                                            std::to_string(optimum.fewestSuppressed)});
    Solution solution = solutionAt(problem, optimum.levels);
    solution.checked = optimum.checked;
    solution.exhaustive = optimum.exhaustive;
    if (lattice.records() > 0 && solution.node.suppressed == lattice.records())
        return Error(errors::kEverythingSuppressed);
    return solution;
}

RiskOptions riskOptionsOf(const Recipe& recipe, double threshold, Sharing sharing,
                          const ContextRisk& contextRisk) {
    RiskOptions options;
    options.threshold = threshold;
    options.sharing = sharing;
    options.context = contextRisk;
    for (const Model& model : recipe.models) {
        if (model.type == ModelType::Gbt42460) {
            options.sharing = model.sharing;
            options.context = model.context;
        }
    }
    return options;
}

Status checkModels(const Recipe& recipe, const RiskReport& after) {
    for (const Model& model : recipe.models) {
        if (model.type == ModelType::Gbt42460) {
            if (after.gbt42460.level < 3)
                return Error(errors::kModelUnmet,
                             {"gbt-42460", format("level {}, R = {}", after.gbt42460.level,
                                                  formatDouble(after.gbt42460.r))});
            continue;
        }
        const bool isK = model.type == ModelType::KAnonymity;
        Recipe alone;
        alone.models.push_back(model);
        if (after.records > 0 && after.smallestGroup < alone.requiredClassSize())
            return Error(errors::kModelUnmet,
                         {isK ? "k-anonymity" : "gbt-39725",
                          format("its smallest class has {} records", after.smallestGroup)});
    }
    return {};
}

} // namespace mangrove::deid
