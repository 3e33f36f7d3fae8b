// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/explanation_tree_internal.h"

#include "deid/coded_note_tree_internal.h"

#include <nlohmann/json.hpp>

namespace mangrove::deid {

namespace {

using Tree = nlohmann::ordered_json;

Tree candidateTree(const CandidateNode& candidate, const std::vector<std::string>& columns) {
    Tree levels = Tree::object();
    for (std::size_t a = 0; a < columns.size(); ++a)
        levels[columns[a]] = candidate.levels[a];
    Tree demands = Tree::array();
    for (const ModelDemand& demand : candidate.demands) {
        Tree one{{"model", demand.model}};
        if (!demand.column.empty())
            one["column"] = demand.column;
        one["suppressed"] = demand.suppressed;
        demands.push_back(std::move(one));
    }
    return Tree{{"levels", std::move(levels)},
                {"valid", candidate.valid},
                {"suppressed", candidate.suppressed},
                {"loss", candidate.loss},
                {"models", std::move(demands)}};
}

Tree orNull(const std::optional<CandidateNode>& candidate, const std::vector<std::string>& columns) {
    return candidate ? candidateTree(*candidate, columns) : Tree();
}

} // namespace

Tree explanationTree(const Explanation& explanation, const std::vector<std::string>& columns) {
    Tree attributes = Tree::array();
    for (const LevelReason& reason : explanation.attributes)
        attributes.push_back(Tree{{"column", reason.column},
                                  {"level", reason.level},
                                  {"why", nameOf(reason.why)},
                                  {"finer", orNull(reason.finer, columns)},
                                  {"coarser", orNull(reason.coarser, columns)}});
    Tree sizes = Tree::array();
    for (const auto& [size, classes] : explanation.suppressedSizes)
        sizes.push_back(Tree{{"size", size}, {"classes", classes}});
    return Tree{{"chosen", candidateTree(explanation.chosen, columns)},
                {"attributes", std::move(attributes)},
                {"suppressedClasses", std::move(sizes)},
                {"nextBest", orNull(explanation.nextBest, columns)},
                {"nextBestProven", explanation.nextBestProven},
                {"cautions", notesTree(explanation.cautions)}};
}

} // namespace mangrove::deid
