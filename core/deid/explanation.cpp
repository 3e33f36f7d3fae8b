// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/explanation.h"

#include "deid/caution.h"
#include "deid/hierarchy.h"
#include "deid/notes.h"

#include <algorithm>
#include <memory>

namespace mangrove::deid {

namespace {

/// Measures nodes with all models, and with each of them alone.
class Measurer {
public:
    Measurer(const Recipe& recipe, const Problem& problem) : m_problem(problem) {
        m_evaluators.reserve(recipe.models.size() + 1);
        for (const Model& model : recipe.models) {
            Recipe alone = recipe;
            alone.models = {model};
            m_rules.push_back(std::make_unique<NodeRules>(
                rulesOf(alone, problem.lattice().records(), problem.sensitive())));
            m_models.push_back({std::string(nameOf(model.type)), model.column, 0});
        }
        m_evaluators.emplace_back(problem.lattice(), problem.utility(), problem.rules());
        for (const auto& rules : m_rules)
            m_evaluators.emplace_back(problem.lattice(), problem.utility(), *rules);
    }

    [[nodiscard]] CandidateNode measure(const Levels& levels) {
        const NodeResult node = m_evaluators.front().measure(levels);
        CandidateNode candidate{levels, node.valid, node.suppressed,
                                m_problem.utility().loss(node.score.value), m_models};
        for (std::size_t m = 0; m < m_models.size(); ++m)
            candidate.demands[m].suppressed = m_evaluators[m + 1].measure(levels).suppressed;
        return candidate;
    }
    /// With all models; after measure().
    [[nodiscard]] const NodeEvaluator& all() const { return m_evaluators.front(); }

private:
    const Problem& m_problem;
    std::vector<std::unique_ptr<NodeRules>> m_rules; ///< the evaluators refer to them
    std::vector<ModelDemand> m_models;
    std::vector<NodeEvaluator> m_evaluators;
};

void addCaution(Explanation& explanation, const NoteInfo& caution, std::vector<std::string> args = {}) {
    explanation.cautions.push_back(noteOf(caution, std::move(args)));
}

void addMeasureCautions(const Measure& measure, Explanation& explanation) {
    if (!hasGsFactor(measure.type))
        return;
    if (measure.gsFactor == 1)
        addCaution(explanation, notes::kGeneralisationFree, {std::string(nameOf(measure.type))});
    else if (measure.gsFactor == 0)
        addCaution(explanation, notes::kSuppressionFree, {std::string(nameOf(measure.type))});
}

/// Whether every value reads `*` at the level.
bool saysNothing(const Lattice& lattice, std::size_t a, std::uint32_t level) {
    const QuasiDomain& domain = *lattice.attribute(a).domain;
    const auto labels = lattice.leafLabels(a, level);
    return std::all_of(labels.begin(), labels.end(),
                       [&](std::uint32_t label) { return domain.text(level, label) == kTop; });
}

void addNodeCautions(const Problem& problem, const CandidateNode& bottom, Explanation& explanation) {
    const Lattice& lattice = problem.lattice();
    PlainFacts facts{lattice.attributes(), {}, explanation.chosen.suppressed, lattice.records()};
    for (std::size_t a = 0; a < lattice.attributes(); ++a) {
        if (saysNothing(lattice, a, explanation.chosen.levels[a]))
            facts.silentColumns.push_back(lattice.attribute(a).column);
    }
    std::vector<CodedNote> cautions = cautionsOf(facts);
    std::move(cautions.begin(), cautions.end(), std::back_inserter(explanation.cautions));
    for (const ModelDemand& demand : bottom.demands) {
        if (demand.suppressed > 0)
            continue;
        if (demand.column.empty())
            addCaution(explanation, notes::kModelWithoutEffect, {demand.model});
        else
            addCaution(explanation, notes::kColumnModelWithoutEffect, {demand.model, demand.column});
    }
    for (const SensitiveColumn& column : problem.sensitive()) {
        if (std::count_if(column.totals.begin(), column.totals.end(),
                          [](std::uint64_t records) { return records > 0; })
            == 1)
            addCaution(explanation, notes::kSensitiveConstant, {column.name});
    }
}

LevelReason reasonOf(const Lattice& lattice, std::size_t a, const Levels& levels, Measurer& measurer) {
    const LatticeAttribute& attribute = lattice.attribute(a);
    LevelReason reason;
    reason.column = attribute.column;
    reason.level = levels[a];
    Levels other = levels;
    if (levels[a] > attribute.minLevel) {
        --other[a];
        reason.finer = measurer.measure(other);
        reason.why = reason.finer->valid ? LevelReason::Why::CostsMore : LevelReason::Why::TooManyRecords;
        ++other[a];
    }
    if (levels[a] < attribute.maxLevel) {
        ++other[a];
        reason.coarser = measurer.measure(other);
    }
    return reason;
}

} // namespace

std::string_view nameOf(LevelReason::Why why) {
    switch (why) {
    case LevelReason::Why::LeastLevel:
        return "least-level";
    case LevelReason::Why::TooManyRecords:
        return "too-many-records";
    case LevelReason::Why::CostsMore:
        return "costs-more";
    }
    return {};
}

Result<Explanation> explain(const Recipe& recipe, const Problem& problem, const Solution& solution,
                            const LatticeSearchOptions& options, const RunContext& context) {
    const Lattice& lattice = problem.lattice();
    Measurer measurer(recipe, problem);
    Explanation explanation;
    Levels least;
    for (std::size_t a = 0; a < lattice.attributes(); ++a) {
        MANGROVE_TRY(context.check());
        explanation.attributes.push_back(reasonOf(lattice, a, solution.levels, measurer));
        least.push_back(lattice.attribute(a).minLevel);
    }
    LatticeSearchOptions without = options;
    without.without = solution.levels;
    MANGROVE_ASSIGN(const LatticeOptimum next,
                    searchLattice(lattice, problem.utility(), problem.rules(), without, context));
    explanation.nextBestProven = next.exhaustive;
    if (next.found)
        explanation.nextBest = measurer.measure(next.levels);
    const CandidateNode bottom = measurer.measure(least);
    explanation.chosen = measurer.measure(solution.levels);
    const auto kept = measurer.all().keptGroups();
    for (std::size_t g = 0; g < kept.size(); ++g) {
        if (kept[g] == 0 && measurer.all().groups().counts[g] > 0)
            ++explanation.suppressedSizes[measurer.all().groups().counts[g]];
    }
    addMeasureCautions(recipe.measure, explanation);
    addNodeCautions(problem, bottom, explanation);
    return explanation;
}

} // namespace mangrove::deid
