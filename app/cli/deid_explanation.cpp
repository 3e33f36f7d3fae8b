// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid_explanation.h"

#include "base/format.h"
#include "base/number.h"

namespace mangrove::cli {

namespace {

std::string demandsText(const deid::CandidateNode& node) {
    std::string text;
    for (const deid::ModelDemand& demand : node.demands)
        text += format("{}{}{} {}", text.empty() ? "" : ", ", demand.model,
                       demand.column.empty() ? "" : " of " + demand.column, demand.suppressed);
    return text;
}

std::string whyNotFiner(const deid::LevelReason& reason) {
    switch (reason.why) {
    case deid::LevelReason::Why::LeastLevel:
        return "the finest that the recipe allows";
    case deid::LevelReason::Why::TooManyRecords:
        return format("one level less would suppress {} records, too many ({})", reason.finer->suppressed,
                      demandsText(*reason.finer));
    case deid::LevelReason::Why::CostsMore:
        return format("one level less would suppress {} records and cost {}", reason.finer->suppressed,
                      formatDouble(reason.finer->loss));
    }
    return {};
}

} // namespace

void printExplanation(const Terminal& terminal, const deid::SearchReport& report) {
    if (!report.explanation) {
        terminal.print(
            "Nothing to explain by level: with local recoding each cluster has levels of its own.");
        return;
    }
    const deid::Explanation& explanation = *report.explanation;
    std::vector<std::vector<std::string>> rows{{"ATTRIBUTE", "LEVEL", "WHY", "ONE LEVEL MORE"}};
    for (const deid::LevelReason& reason : explanation.attributes)
        rows.push_back({reason.column, std::to_string(reason.level), whyNotFiner(reason),
                        reason.coarser ? format("loss {}, {} suppressed", formatDouble(reason.coarser->loss),
                                                reason.coarser->suppressed)
                                       : "there is none"});
    terminal.printTable(rows);
    if (!explanation.suppressedSizes.empty()) {
        std::uint64_t classes = 0;
        for (const auto& [size, count] : explanation.suppressedSizes)
            classes += count;
        terminal.print(format("Suppressed: {} classes of {} to {} records. By themselves the models would "
                              "suppress: {} records.",
                              classes, explanation.suppressedSizes.begin()->first,
                              explanation.suppressedSizes.rbegin()->first, demandsText(explanation.chosen)));
    }
    if (explanation.nextBest) {
        std::string levels;
        for (const std::uint32_t level : explanation.nextBest->levels)
            levels += (levels.empty() ? "" : ",") + std::to_string(level);
        terminal.print(format("Next best{}: levels {}, loss {} ({} more), {} records suppressed.",
                              explanation.nextBestProven ? "" : " met so far", levels,
                              formatDouble(explanation.nextBest->loss),
                              formatDouble(explanation.nextBest->loss - explanation.chosen.loss),
                              explanation.nextBest->suppressed));
    } else {
        terminal.print("No other node is valid.");
    }
    for (const deid::CodedNote& caution : explanation.cautions)
        terminal.print("Beware: " + caution.text);
}

} // namespace mangrove::cli
