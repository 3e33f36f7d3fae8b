// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/solution.h"

#include "deid/local_recoding.h"

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
    ClassFacts facts;
    facts.released = collector.released();
    if (plan.subset != nullptr)
        facts.released.resize(collector.classes().size(), 0);
    facts.squares = recipe.measure.type == MeasureType::KlDivergence;
    for (std::size_t s = 0; s < plan.sensitive.size(); ++s) {
        const std::string& name = plan.columns[plan.sensitive[s].column].name;
        facts.sensitive.push_back(&collector.sensitive(s).counts());
        MANGROVE_ASSIGN(SensitiveColumn column,
                        collector.sensitive(s).column(name, recipe, plan.sensitive[s].hierarchy));
        problem->m_sensitive.push_back(std::move(column));
    }
    MANGROVE_ASSIGN(problem->m_lattice, Lattice::make(std::move(attributes), collector.classes(), facts));
    problem->m_utility.emplace(*problem->m_lattice, recipe.measure);
    problem->m_recoding = recipe.recoding;
    problem->m_rules = rulesOf(recipe, problem->m_lattice->records(), problem->m_sensitive);
    return problem;
}

LatticeSearchOptions searchOptionsOf(const Recipe& recipe, unsigned threads) {
    return {threads, recipe.search.strategy == SearchStrategy::Anytime, recipe.search.seconds};
}

NodeRules rulesOf(const Recipe& recipe, std::uint64_t records,
                  const std::vector<SensitiveColumn>& sensitive) {
    NodeRules rules;
    rules.minClassSize = recipe.requiredClassSize();
    rules.suppressionLimit = suppressionBudget(recipe.suppressionLimit, records);
    for (const Model& model : recipe.models) {
        if (model.type == ModelType::Gbt42460 && model.sharing != Sharing::Public) {
            const ContextRisk& context = model.context;
            NodeRules::MeanRisk most = rules.meanRisk.value_or(NodeRules::MeanRisk{0, Gbt42460().acceptable});
            most.probability =
                std::max({most.probability, context.deliberate, context.inadvertent, context.breach});
            rules.meanRisk = most;
        } else if (model.type == ModelType::KMap) {
            rules.minPopulation = std::max<std::uint64_t>(rules.minPopulation, model.k);
        } else if (model.type == ModelType::DeltaPresence) {
            rules.presence.emplace_back(model.min, model.max);
        } else if (model.type == ModelType::AverageRisk || model.type == ModelType::SampleUniqueness
                   || model.type == ModelType::PopulationUniqueness) {
            rules.sampled.push_back(model);
        }
        for (std::size_t s = 0; hasSensitiveColumn(model.type) && s < sensitive.size(); ++s) {
            if (sensitive[s].name == model.column)
                rules.sensitive.emplace_back(s, SensitiveModel(model, sensitive[s]));
        }
    }
    return rules;
}

Solution solutionAt(const Problem& problem, const Levels& levels) {
    const Lattice& lattice = problem.lattice();
    NodeEvaluator evaluator(lattice, problem.utility(), problem.rules());
    Solution solution;
    solution.levels = levels;
    solution.node = evaluator.measure(levels);
    solution.loss = problem.utility().loss(solution.node.score.value);
    solution.rank = solution.node.score.rank;
    solution.keptSizes = evaluator.keptSizes();
    solution.keeps.reserve(lattice.classOf().size());
    for (const std::uint32_t c : lattice.classOf())
        solution.keeps.push_back(evaluator.keeps(c));
    return solution;
}

namespace {

Result<Solution> solveLocally(const Problem& problem, const LatticeSearchOptions& options,
                              const RunContext& context) {
    const Lattice& lattice = problem.lattice();
    MANGROVE_ASSIGN(LocalSolution local, recodeLocally(lattice, problem.rules(), {options.seconds}, context));
    Solution solution;
    solution.node.valid = true;
    solution.node.suppressed = local.suppressed;
    solution.node.keptClasses = local.classSizes.size();
    solution.node.score.value = local.loss;
    solution.loss = local.loss;
    solution.exhaustive = false;
    solution.keptSizes = std::move(local.classSizes);
    solution.levels.assign(lattice.attributes(), 0);
    for (const Levels& levels : local.levels) {
        for (std::size_t q = 0; q < levels.size(); ++q)
            solution.levels[q] = std::max(solution.levels[q], levels[q]);
    }
    for (const std::uint32_t c : lattice.classOf()) {
        solution.keeps.push_back(local.clusterOf[c] != LocalSolution::kSuppressed);
        solution.clusterOf.push_back(local.clusterOf[c]);
    }
    solution.clusterLevels = std::move(local.levels);
    return solution;
}

} // namespace

Result<Solution> solve(const Problem& problem, const LatticeSearchOptions& options,
                       const RunContext& context) {
    const Lattice& lattice = problem.lattice();
    if (lattice.attributes() == 0) {
        // No quasi-identifier stays in the output: nothing to search, nothing to suppress.
        Solution solution;
        solution.node.valid = true;
        solution.keeps.assign(lattice.classOf().size(), true);
        return solution;
    }
    if (problem.recoding() == Recoding::Local)
        return solveLocally(problem, options, context);
    MANGROVE_ASSIGN(const LatticeOptimum optimum,
                    searchLattice(lattice, problem.utility(), problem.rules(), options, context));
    if (!optimum.found)
        return Error(errors::kNoValidNode, {std::to_string(problem.rules().suppressionLimit),
                                            std::to_string(optimum.fewestSuppressed)});
    Solution solution = solutionAt(problem, optimum.levels);
    solution.checked = optimum.checked;
    solution.exhaustive = optimum.exhaustive;
    solution.bound = problem.utility().loss(optimum.bound);
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

} // namespace mangrove::deid
