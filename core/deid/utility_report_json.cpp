// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/utility_report.h"

#include "deid/coded_note_tree_internal.h"

#include <nlohmann/json.hpp>

namespace mangrove::deid {

namespace {

using Tree = nlohmann::ordered_json;

template<typename Value>
Tree orNull(const std::optional<Value>& value) {
    return value ? Tree(*value) : Tree();
}

template<typename Value>
Tree beforeAndAfter(const Value& before, const Value& after) {
    return Tree{{"before", before}, {"after", after}};
}

Tree summaryTree(const std::optional<NumberSummary>& summary) {
    if (!summary)
        return {};
    const auto& q = summary->quantiles;
    return Tree{
        {"mean", summary->mean},
        {"sd", summary->sd},
        {"quantiles", Tree{{"p5", q[0]}, {"p25", q[1]}, {"p50", q[2]}, {"p75", q[3]}, {"p95", q[4]}}}};
}

Tree columnTree(const ColumnChange& change) {
    Tree tree{{"name", change.name},
              {"kind", nameOf(change.kind)},
              {"exact", change.exact},
              {"replaced", change.replaced},
              {"distinct", beforeAndAfter(change.distinctBefore, change.distinctAfter)},
              {"missing", beforeAndAfter(change.missingBefore, change.missingAfter)},
              {"suppressedShare", change.suppressed},
              {"unknownShare", change.unknown},
              {"changed", orNull(change.changed)},
              {"emptied", orNull(change.emptied)},
              {"totalVariation", change.totalVariation},
              {"totalVariationOfLabels", change.totalVariationOfLabels},
              {"jensenShannon", change.jensenShannon},
              {"hellinger", change.hellinger}};
    if (change.kind != ColumnKind::Category) {
        tree["numbers"] = Tree{{"before", summaryTree(change.before)}, {"after", summaryTree(change.after)}};
        tree["ks"] = orNull(change.ks);
        tree["wasserstein"] = orNull(change.wasserstein);
    }
    return tree;
}

Tree namesTree(const UtilityReport& report, const std::vector<std::size_t>& columns) {
    Tree names = Tree::array();
    for (const std::size_t column : columns)
        names.push_back(report.columns[column]);
    return names;
}

Tree relationsTree(const UtilityReport& report) {
    const RelationChange& relations = report.relations;
    Tree pairs = Tree::array();
    for (const PairChange& pair : relations.strongest) {
        Tree tree{{"columns", Tree{report.columns[pair.a], report.columns[pair.b]}}};
        if (pair.numeric) {
            tree["pearson"] = beforeAndAfter(orNull(pair.pearsonBefore), orNull(pair.pearsonAfter));
            tree["spearman"] = beforeAndAfter(orNull(pair.spearmanBefore), orNull(pair.spearmanAfter));
        } else {
            tree["cramersV"] = beforeAndAfter(orNull(pair.cramersVBefore), orNull(pair.cramersVAfter));
        }
        tree["change"] = pair.change;
        pairs.push_back(std::move(tree));
    }
    return Tree{{"rows", beforeAndAfter(relations.rowsBefore, relations.rowsAfter)},
                {"pairs", relations.pairs},
                {"meanChange", relations.meanChange},
                {"greatestChange", relations.greatestChange},
                {"strongest", std::move(pairs)},
                {"leftOut", namesTree(report, relations.leftOut)}};
}

Tree scoresTree(const ModelScores& scores) {
    return Tree{{"accuracy", scores.accuracy}, {"macroF1", scores.macroF1}, {"rocAuc", scores.rocAuc}};
}

Tree modelTree(const UtilityReport& report) {
    const ModelChange& model = *report.model;
    return Tree{{"target", report.target},
                {"method", "naive-bayes"},
                {"classes", model.classes},
                {"features", namesTree(report, model.features)},
                {"leftOut", namesTree(report, model.leftOut)},
                {"trained", beforeAndAfter(model.trainedBefore, model.trainedAfter)},
                {"tested", model.tested},
                {"majority", scoresTree(model.majority)},
                {"original", scoresTree(model.original)},
                {"released", scoresTree(model.released)}};
}

} // namespace

std::string toJson(const UtilityReport& report) {
    Tree tree;
    tree["rows"] = beforeAndAfter(report.rowsBefore, report.rowsAfter);
    tree["sha256"] = beforeAndAfter(report.sha256Before, report.sha256After);
    tree["aligned"] = report.aligned;
    tree["pairing"] = Tree{{"by", nameOf(report.pairing)}, {"rows", report.comparedRows}};
    tree["onlyOriginal"] = report.onlyOriginal;
    tree["onlyReleased"] = report.onlyReleased;
    tree["meanTotalVariation"] = report.meanVariation;
    tree["columns"] = Tree::array();
    for (const ColumnChange& change : report.changes)
        tree["columns"].push_back(columnTree(change));
    tree["correlations"] = relationsTree(report);
    if (report.model)
        tree["model"] = modelTree(report);
    tree["notes"] = notesTree(report.notes);
    return tree.dump(-1, ' ', false, Tree::error_handler_t::replace);
}

} // namespace mangrove::deid
