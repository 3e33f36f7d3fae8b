// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/search.h"

#include "base/format.h"
#include "deid/apply.h"
#include "deid/collector.h"
#include "deid/plan.h"
#include "deid/solution.h"
#include "io/record_reader.h"

#include <chrono>

namespace mangrove::deid {

namespace {

constexpr unsigned kMostThreads = 256;

using Watch = std::chrono::steady_clock;

double millisecondsSince(Watch::time_point start) {
    return std::chrono::duration<double, std::milli>(Watch::now() - start).count();
}

/// What both commands do before they look at nodes. The parts refer to one another, so it stays where it is.
struct Prepared {
    Plan plan;
    std::optional<Collector> collector;
    std::unique_ptr<Problem> problem;
    SearchTimes ms;
};

Status prepare(Prepared& into, const std::filesystem::path& input, const io::ReadOptions& read,
               const Recipe& recipe, const SearchOptions& options, const RunContext& context) {
    MANGROVE_TRY(options.validate());
    const auto start = Watch::now();
    PlanAids aids;
    MANGROVE_ASSIGN(aids.subset, RowSubset::of(recipe, options.hierarchyFolder));
    MANGROVE_ASSIGN(aids.survey,
                    Survey::ofFile(input, read, recipe, standInKeys(), aids.subset.get(), context));
    MANGROVE_ASSIGN(const auto reader, io::RecordReader::open(input, read, context));
    MANGROVE_ASSIGN(into.plan,
                    Plan::make(recipe, reader->columnNames(), nullptr, options.hierarchyFolder, aids));
    if (into.plan.quasi.empty())
        return Error(errors::kRecipeNoQuasi, {"search"});
    into.collector.emplace(into.plan);
    MANGROVE_TRY(into.collector->read(*reader, options.threads, context));
    MANGROVE_TRY(into.collector->checkCells());
    into.ms.read = millisecondsSince(start);
    const auto encode = Watch::now();
    MANGROVE_ASSIGN(into.problem, Problem::make(recipe, into.plan, *into.collector, true));
    into.ms.encode = millisecondsSince(encode);
    return {};
}

RiskReport riskOf(const Prepared& prepared, const Recipe& recipe, const Solution& solution) {
    RiskOptions options = riskOptionsOf(recipe, 0.2, Sharing::Public, {});
    options.directIdentifiers = prepared.plan.directAfter;
    RiskReport risk =
        riskOfClasses(solution.keptSizes, solution.node.suppressed, prepared.plan.quasi.size(), options);
    risk.quasiIdentifiers = prepared.plan.namesOf(prepared.plan.quasi);
    return risk;
}

void addClusters(SearchReport& report, const Prepared& prepared, const Solution& solution) {
    if (solution.clusterOf.empty())
        return;
    report.clusters = solution.clusterLevels.size();
    for (const std::uint32_t most : report.maxLevels)
        report.recordsAtLevel.emplace_back(most + 1, 0);
    const ClassTable& classes = prepared.collector->classes();
    for (std::uint32_t c = 0; c < classes.size(); ++c) {
        for (std::size_t q = 0; solution.keeps[c] && q < report.maxLevels.size(); ++q)
            report.recordsAtLevel[q][solution.levelOf(c, q)] += classes.count(c);
    }
}

std::string levelsText(const Levels& levels) {
    std::string text;
    for (const std::uint32_t level : levels)
        text += (text.empty() ? "" : ",") + std::to_string(level);
    return text;
}

} // namespace

Status SearchOptions::validate() const {
    if (threads == 0 || threads > kMostThreads)
        return Error(errors::kBadOption, {"threads", std::to_string(threads), "it must be from 1 to 256"});
    return {};
}

Result<SearchReport> searchRecipe(const std::filesystem::path& input, const io::ReadOptions& read,
                                  const Recipe& recipe, const SearchOptions& options,
                                  const RunContext& context) {
    Prepared prepared;
    MANGROVE_TRY(prepare(prepared, input, read, recipe, options, context));
    const auto start = Watch::now();
    const LatticeSearchOptions how = searchOptionsOf(recipe, options.threads);
    MANGROVE_ASSIGN(const Solution solution, solve(*prepared.problem, how, context));
    const Lattice& lattice = prepared.problem->lattice();
    SearchReport report;
    report.columns = prepared.plan.namesOf(prepared.plan.quasi);
    report.levels = solution.levels;
    for (std::size_t q = 0; q < lattice.attributes(); ++q)
        report.maxLevels.push_back(lattice.attribute(q).domain->levels() - 1);
    report.loss = solution.loss;
    report.rank = solution.rank;
    report.bound = solution.bound;
    report.suppressed = solution.node.suppressed;
    report.records = lattice.records();
    report.distinct = prepared.collector->classes().size();
    report.lattice = lattice.nodes();
    report.checked = solution.checked;
    report.exhaustive = solution.exhaustive;
    addClusters(report, prepared, solution);
    report.risk = riskOf(prepared, recipe, solution);
    report.ms = prepared.ms;
    report.ms.search = millisecondsSince(start);
    if (options.explain && solution.clusterOf.empty() && lattice.attributes() > 0) {
        MANGROVE_ASSIGN(report.explanation, explain(recipe, *prepared.problem, solution, how, context));
    }
    return report;
}

Result<NodeReport> measureNode(const std::filesystem::path& input, const io::ReadOptions& read,
                               const Recipe& recipe, const Levels& levels, const SearchOptions& options,
                               const RunContext& context) {
    // Any level of the hierarchies may be asked about, whatever bounds the recipe gives the search.
    Recipe unbounded = recipe;
    for (Attribute& attribute : unbounded.attributes) {
        if (attribute.role == AttributeRole::Quasi) {
            attribute.level.reset();
            attribute.minLevel.reset();
            attribute.maxLevel.reset();
        }
    }
    Prepared prepared;
    MANGROVE_TRY(prepare(prepared, input, read, unbounded, options, context));
    const Lattice& lattice = prepared.problem->lattice();
    if (!lattice.contains(levels)) {
        std::string most;
        for (std::size_t q = 0; q < lattice.attributes(); ++q)
            most += (q == 0 ? "" : ",") + std::to_string(lattice.attribute(q).maxLevel);
        return Error(errors::kRecipeLevels,
                     {levelsText(levels), format("it has {} quasi-identifiers with the highest levels {}",
                                                 lattice.attributes(), most)});
    }
    const Solution solution = solutionAt(*prepared.problem, levels);
    NodeReport report;
    report.levels = levels;
    report.valid = solution.node.valid;
    report.loss = solution.loss;
    report.rank = solution.rank;
    report.suppressed = solution.node.suppressed;
    report.classes = solution.node.keptClasses;
    report.risk = riskOf(prepared, unbounded, solution);
    return report;
}

} // namespace mangrove::deid
