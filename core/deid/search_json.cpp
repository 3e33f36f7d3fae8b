// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/explanation_tree_internal.h"
#include "deid/report_tree_internal.h"
#include "deid/search.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace mangrove::deid {

namespace {

using Tree = nlohmann::ordered_json;

std::string dump(const Tree& tree) {
    return tree.dump(-1, ' ', false, Tree::error_handler_t::replace);
}

/// A number, or a list for the aggregate rank.
Tree lossTree(double loss, const std::vector<double>& rank) {
    return rank.empty() ? Tree(loss) : Tree(rank);
}

} // namespace

std::string toJson(const SearchReport& report) {
    Tree levels = Tree::object();
    Tree maxLevels = Tree::object();
    for (std::size_t q = 0; q < report.columns.size(); ++q) {
        levels[report.columns[q]] = report.levels[q];
        maxLevels[report.columns[q]] = report.maxLevels[q];
    }
    Tree tree;
    tree["optimum"] = Tree{{"levels", std::move(levels)},
                           {"loss", lossTree(report.loss, report.rank)},
                           {"suppressed", report.suppressed}};
    tree["maxLevels"] = std::move(maxLevels);
    tree["records"] = report.records;
    tree["distinct"] = report.distinct;
    tree["lattice"] = report.lattice;
    tree["checked"] = report.checked;
    tree["exhaustive"] = report.exhaustive;
    if (!report.recordsAtLevel.empty()) {
        tree["recoding"] = "local";
        tree["clusters"] = report.clusters;
        Tree records = Tree::object();
        for (std::size_t q = 0; q < report.columns.size(); ++q)
            records[report.columns[q]] = report.recordsAtLevel[q];
        tree["recordsAtLevel"] = std::move(records);
    } else if (!report.exhaustive) {
        // Where nothing is proven the JSON says so with null.
        const bool isBounded = std::isfinite(report.bound);
        tree["bound"] = isBounded ? Tree(report.bound) : Tree();
        tree["gap"] = isBounded ? Tree(report.loss - report.bound) : Tree();
    }
    tree["risk"] = riskTree(report.risk);
    if (report.explanation)
        tree["explanation"] = explanationTree(*report.explanation, report.columns);
    tree["ms"] = Tree{{"read", report.ms.read}, {"encode", report.ms.encode}, {"search", report.ms.search}};
    return dump(tree);
}

std::string toJson(const NodeReport& report) {
    Tree tree;
    tree["levels"] = report.levels;
    tree["valid"] = report.valid;
    tree["loss"] = lossTree(report.loss, report.rank);
    tree["suppressed"] = report.suppressed;
    tree["classes"] = report.classes;
    tree["risk"] = riskTree(report.risk);
    return dump(tree);
}

} // namespace mangrove::deid
