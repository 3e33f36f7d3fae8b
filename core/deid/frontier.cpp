// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/frontier.h"

#include "deid/collector.h"
#include "deid/plan.h"
#include "deid/rollup_search.h"
#include "deid/solution.h"
#include "io/record_reader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <memory>

namespace mangrove::deid {

namespace {

struct Candidate {
    FrontierPoint point;
    NodeResult node;
};

bool comesFirst(const Candidate& a, const Candidate& b) {
    if (a.point.averageRisk != b.point.averageRisk)
        return a.point.averageRisk < b.point.averageRisk;
    return isBetterNode(a.node, a.point.levels, b.node, b.point.levels);
}

/// Keeps those that none beats in both, sorted by risk.
void reduce(std::vector<Candidate>& candidates) {
    std::sort(candidates.begin(), candidates.end(), comesFirst);
    double least = std::numeric_limits<double>::infinity();
    std::erase_if(candidates, [&](const Candidate& candidate) {
        const bool beaten = candidate.node.score.value >= least;
        least = std::min(least, candidate.node.score.value);
        return beaten;
    });
}

/// Candidates of one thread before they are reduced again.
constexpr std::size_t kMostPending = 4096;

Result<std::vector<Candidate>> collect(const Problem& problem, unsigned threads, std::uint64_t& valid,
                                       const RunContext& context) {
    const Lattice& lattice = problem.lattice();
    struct Worker {
        std::unique_ptr<NodeEvaluator> evaluator;
        std::vector<Candidate> candidates;
        std::size_t reduced = 0;
        std::uint64_t valid = 0;
    };
    std::vector<Worker> workers(threads);
    for (Worker& worker : workers)
        worker.evaluator = std::make_unique<NodeEvaluator>(lattice, problem.utility(), problem.rules());
    RollUpVisitor visitor;
    visitor.wants = [](unsigned, const Levels&) { return true; };
    visitor.visit = [&](unsigned thread, const Levels& levels, const Grouping& groups) {
        Worker& worker = workers[thread];
        Candidate candidate;
        candidate.node = worker.evaluator->judge(groups, levels);
        context.advance(1);
        if (!candidate.node.valid || candidate.node.keptClasses == 0)
            return;
        ++worker.valid;
        const auto keeps = worker.evaluator->keptGroups();
        std::uint64_t smallest = std::numeric_limits<std::uint64_t>::max();
        for (std::size_t g = 0; g < groups.size(); ++g) {
            if (keeps[g] != 0)
                smallest = std::min(smallest, groups.counts[g]);
        }
        FrontierPoint& point = candidate.point;
        point.levels = levels;
        point.loss = problem.utility().loss(candidate.node.score.value);
        point.suppressed = candidate.node.suppressed;
        point.classes = candidate.node.keptClasses;
        point.averageRisk =
            static_cast<double>(point.classes) / static_cast<double>(lattice.records() - point.suppressed);
        point.highestRisk = 1 / static_cast<double>(smallest);
        worker.candidates.push_back(std::move(candidate));
        if (worker.candidates.size() > worker.reduced + kMostPending) {
            reduce(worker.candidates);
            worker.reduced = worker.candidates.size();
        }
    };
    MANGROVE_TRY(walkLattice(lattice, threads, visitor, context));
    std::vector<Candidate> all;
    for (Worker& worker : workers) {
        valid += worker.valid;
        std::move(worker.candidates.begin(), worker.candidates.end(), std::back_inserter(all));
    }
    reduce(all);
    return all;
}

} // namespace

Result<FrontierReport> frontierOf(const std::filesystem::path& input, const io::ReadOptions& read,
                                  const Recipe& recipe, const SearchOptions& options,
                                  const RunContext& context) {
    MANGROVE_TRY(options.validate());
    if (recipe.recoding == Recoding::Local || recipe.measure.aggregate == Aggregate::Rank)
        return Error(errors::kRecipeInvalid,
                     {"has local recoding or the aggregate rank, of which there is no frontier"});
    MANGROVE_ASSIGN(const auto reader, io::RecordReader::open(input, read, context));
    MANGROVE_ASSIGN(const Plan plan,
                    Plan::make(recipe, reader->columnNames(), nullptr, options.hierarchyFolder));
    if (plan.quasi.empty())
        return Error(errors::kRecipeNoQuasi, {"search"});
    Collector collector(plan);
    MANGROVE_TRY(collector.read(*reader, options.threads, context));
    MANGROVE_TRY(collector.checkCells());
    MANGROVE_ASSIGN(const auto problem, Problem::make(recipe, plan, collector, true));
    FrontierReport report;
    report.columns = plan.namesOf(plan.quasi);
    report.lattice = problem->lattice().nodes();
    if (report.lattice > kMaxFrontierNodes)
        return Error(errors::kRecipeInvalid, {"has a lattice of " + std::to_string(report.lattice)
                                              + " nodes, too many for a frontier; fix some levels"});
    context.start("searching", report.lattice);
    MANGROVE_ASSIGN(std::vector<Candidate> candidates,
                    collect(*problem, options.threads, report.valid, context));
    if (candidates.empty())
        return Error(errors::kNoValidNode, {std::to_string(problem->rules().suppressionLimit), "?"});
    for (Candidate& candidate : candidates)
        report.points.push_back(std::move(candidate.point));
    return report;
}

std::string toJson(const FrontierReport& report) {
    nlohmann::ordered_json tree;
    tree["lattice"] = report.lattice;
    tree["valid"] = report.valid;
    tree["points"] = nlohmann::ordered_json::array();
    for (const FrontierPoint& point : report.points) {
        nlohmann::ordered_json levels = nlohmann::ordered_json::object();
        for (std::size_t q = 0; q < report.columns.size(); ++q)
            levels[report.columns[q]] = point.levels[q];
        nlohmann::ordered_json entry;
        entry["levels"] = std::move(levels);
        entry["loss"] = point.loss;
        entry["suppressed"] = point.suppressed;
        entry["classes"] = point.classes;
        entry["averageRisk"] = point.averageRisk;
        entry["highestRisk"] = point.highestRisk;
        tree["points"].push_back(std::move(entry));
    }
    return tree.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

} // namespace mangrove::deid
