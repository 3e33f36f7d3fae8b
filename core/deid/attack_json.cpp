// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/attack.h"
#include "deid/coded_note_tree_internal.h"

#include <nlohmann/json.hpp>

namespace mangrove::deid {

namespace {

using Tree = nlohmann::ordered_json;

Tree rateTree(const AttackRate& rate) {
    return Tree{{"attacks", rate.attacks},
                {"successes", rate.successes},
                {"rate", rate.rate},
                {"low", rate.low},
                {"high", rate.high}};
}

Tree trialTree(const AttackTrial& trial) {
    Tree tree{{"attack", rateTree(trial.attack)}, {"baseline", rateTree(trial.baseline)}};
    tree["control"] = trial.control ? rateTree(*trial.control) : Tree(nullptr);
    tree["compared"] = trial.compared ? rateTree(*trial.compared) : Tree(nullptr);
    tree["risk"] = nullptr;
    if (trial.risk)
        tree["risk"] =
            Tree{{"value", trial.risk->value}, {"low", trial.risk->low}, {"high", trial.risk->high}};
    tree["weak"] = trial.isWeak;
    return tree;
}

std::vector<std::string> columnNames(const AttackReport& report, const std::vector<std::size_t>& columns) {
    std::vector<std::string> names;
    for (const std::size_t column : columns)
        names.push_back(report.columns[column].name);
    return names;
}

Tree linkageTree(const AttackReport& report) {
    const LinkageOutcome& all = report.linkage->all;
    const double share = all.records > 0 ? all.expectedCorrect / static_cast<double>(all.records) : 0;
    Tree tree{{"known", columnNames(report, all.columns)}, {"records", all.records},
              {"sampled", report.linkage->sampled},        {"released", all.released},
              {"expectedCorrect", all.expectedCorrect},    {"expectedShare", share},
              {"uniquelyRight", all.uniquelyRight},        {"wrongUnique", all.wrongUnique},
              {"noCandidates", all.noCandidates},          {"highestChance", all.highestChance},
              {"averageCandidates", all.averageCandidates}};
    tree["byKnown"] = Tree::array();
    for (const LinkageByKnown& entry : report.linkage->byKnown)
        tree["byKnown"].push_back(Tree{{"known", entry.known},
                                       {"combinations", entry.combinations},
                                       {"evaluated", entry.evaluated},
                                       {"averageCorrect", entry.averageCorrect},
                                       {"best", Tree{{"columns", columnNames(report, entry.best.columns)},
                                                     {"expectedCorrect", entry.best.expectedCorrect},
                                                     {"uniquelyRight", entry.best.uniquelyRight}}}});
    return tree;
}

} // namespace

std::string toJson(const AttackReport& report) {
    Tree tree{{"original", Tree{{"rows", report.originalRows}}},
              {"released", Tree{{"rows", report.releasedRows}}}};
    tree["rowMatch"] = Tree{{"by", nameOf(report.matchedBy)},
                            {"uncertain", report.uncertainRows},
                            {"leftOut", report.leftOutRows}};
    tree["control"] = Tree{{"source", nameOf(report.control)}, {"rows", report.controlRows}};
    tree["columns"] = Tree::array();
    for (const AttackedColumn& column : report.columns)
        tree["columns"].push_back(Tree{{"name", column.name},
                                       {"relation", nameOf(column.relation)},
                                       {"reason", column.reason},
                                       {"strangeLabels", column.strangeLabels}});
    tree["seed"] = report.seed;
    tree["attacks"] = report.attacks;
    tree["linkage"] = report.linkage ? linkageTree(report) : Tree(nullptr);
    tree["singlingOut"] = Tree{{"univariate", trialTree(report.singlingOut.univariate.trial)},
                               {"multivariate", trialTree(report.singlingOut.multivariate.trial)},
                               {"columns", report.singlingOut.columns},
                               {"attempts", report.singlingOut.attempts}};
    tree["linkability"] = nullptr;
    if (report.linkability) {
        tree["linkability"] = trialTree(*report.linkability);
        tree["linkability"]["first"] = report.first;
        tree["linkability"]["second"] = report.second;
    }
    tree["inference"] = Tree::array();
    for (const InferenceResult& result : report.inference) {
        Tree entry{{"secret", result.secret}};
        entry.update(trialTree(result.trial));
        tree["inference"].push_back(std::move(entry));
    }
    tree["notes"] = notesTree(report.notes);
    return tree.dump(-1, ' ', false, Tree::error_handler_t::replace);
}

} // namespace mangrove::deid
