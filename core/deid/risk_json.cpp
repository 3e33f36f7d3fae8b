// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/risk_json.h"

#include "deid/coded_note_tree_internal.h"
#include "deid/report_tree_internal.h"

#include <nlohmann/json.hpp>

namespace mangrove::deid {

namespace {

using Tree = nlohmann::ordered_json;

Tree verdictTree(const Gbt42460& verdict) {
    return Tree{{"level", verdict.level},
                {"sharing", nameOf(verdict.sharing)},
                {"tau", verdict.tau},
                {"Ra", verdict.ra},
                {"Rb", verdict.rb},
                {"Rc", verdict.rc},
                {"prContext", verdict.prContext},
                {"R", verdict.r},
                {"acceptable", verdict.acceptable},
                {"arithmetic", notesTree(verdict.arithmetic)}};
}

Gbt42460 verdictFromTree(const Tree& tree) {
    Gbt42460 verdict;
    verdict.level = tree.at("level").get<int>();
    verdict.sharing = sharingFromName(tree.at("sharing").get<std::string>()).value_or(Sharing::Public);
    verdict.tau = tree.at("tau").get<double>();
    verdict.ra = tree.at("Ra").get<double>();
    verdict.rb = tree.at("Rb").get<double>();
    verdict.rc = tree.at("Rc").get<double>();
    verdict.prContext = tree.at("prContext").get<double>();
    verdict.r = tree.at("R").get<double>();
    verdict.acceptable = tree.at("acceptable").get<double>();
    verdict.arithmetic = notesFromTree(tree.at("arithmetic"));
    return verdict;
}

Tree populationTree(const PopulationRisk& population) {
    return Tree{{"records", population.records},
                {"fittingRecords", population.fittingRecords},
                {"absentClasses", population.absentClasses},
                {"absentRecords", population.absentRecords},
                {"shortClasses", population.shortClasses},
                {"shortRecords", population.shortRecords}};
}

void addPopulation(Tree& tree, const PopulationRisk& population) {
    tree["population"] = populationTree(population);
    tree["journalist"] = nullptr;
    if (const auto& risk = population.journalist)
        tree["journalist"] = Tree{{"highest", risk->highest},
                                  {"average", risk->average},
                                  {"lowest", risk->lowest},
                                  {"recordsAtRisk", risk->recordsAtRisk}};
    tree["marketer"] = nullptr;
    if (const auto& risk = population.marketer)
        tree["marketer"] = Tree{{"average", risk->average}, {"expected", risk->expected}};
}

PopulationRisk populationFromTree(const Tree& tree) {
    PopulationRisk population;
    const Tree& counts = tree.at("population");
    population.records = counts.at("records").get<std::uint64_t>();
    population.fittingRecords = counts.at("fittingRecords").get<std::uint64_t>();
    population.absentClasses = counts.at("absentClasses").get<std::uint64_t>();
    population.absentRecords = counts.at("absentRecords").get<std::uint64_t>();
    population.shortClasses = counts.at("shortClasses").get<std::uint64_t>();
    population.shortRecords = counts.at("shortRecords").get<std::uint64_t>();
    if (const Tree& risk = tree.at("journalist"); !risk.is_null())
        population.journalist = PopulationRisk::Journalist{
            risk.at("highest").get<double>(), risk.at("average").get<double>(),
            risk.at("lowest").get<double>(), risk.at("recordsAtRisk").get<double>()};
    if (const Tree& risk = tree.at("marketer"); !risk.is_null())
        population.marketer =
            PopulationRisk::Marketer{risk.at("average").get<double>(), risk.at("expected").get<double>()};
    return population;
}

Degenerate degenerateFromName(const std::string& name) {
    for (const Degenerate each :
         {Degenerate::NoRecords, Degenerate::AllSuppressed, Degenerate::AllGeneralised}) {
        if (nameOf(each) == name)
            return each;
    }
    return Degenerate::None;
}

} // namespace

nlohmann::ordered_json riskTree(const RiskReport& report) {
    Tree tree{{"records", report.records}, {"classes", report.classes}, {"uniques", report.uniques}};
    tree["prosecutor"] = nullptr;
    if (report.prosecutor)
        tree["prosecutor"] = Tree{{"highest", report.prosecutor->highest},
                                  {"average", report.prosecutor->average},
                                  {"lowest", report.prosecutor->lowest},
                                  {"recordsAtRisk", report.prosecutor->recordsAtRisk}};
    if (report.population)
        addPopulation(tree, *report.population);
    tree["gbt42460"] = verdictTree(report.gbt42460);
    tree["gbt39725"] = Tree{{"smallestGroupAbove5", report.gbt39725}};
    tree["smallestGroup"] = report.smallestGroup;
    tree["largestGroup"] = report.largestGroup;
    tree["suppressed"] = report.suppressed;
    tree["threshold"] = report.threshold;
    tree["degenerate"] =
        report.degenerate == Degenerate::None ? Tree(nullptr) : Tree(nameOf(report.degenerate));
    tree["quasiIdentifiers"] = report.quasiIdentifiers;
    tree["directIdentifiers"] = report.directIdentifiers;
    return tree;
}

RiskReport riskFromTree(const nlohmann::ordered_json& tree) {
    RiskReport report;
    report.records = tree.at("records").get<std::uint64_t>();
    report.classes = tree.at("classes").get<std::uint64_t>();
    report.uniques = tree.at("uniques").get<std::uint64_t>();
    if (const Tree& risk = tree.at("prosecutor"); !risk.is_null())
        report.prosecutor =
            ProsecutorRisk{risk.at("highest").get<double>(), risk.at("average").get<double>(),
                           risk.at("lowest").get<double>(), risk.at("recordsAtRisk").get<double>()};
    if (tree.contains("population"))
        report.population = populationFromTree(tree);
    report.gbt42460 = verdictFromTree(tree.at("gbt42460"));
    report.gbt39725 = tree.at("gbt39725").at("smallestGroupAbove5").get<bool>();
    report.smallestGroup = tree.at("smallestGroup").get<std::uint64_t>();
    report.largestGroup = tree.at("largestGroup").get<std::uint64_t>();
    report.suppressed = tree.at("suppressed").get<std::uint64_t>();
    report.threshold = tree.at("threshold").get<double>();
    if (const Tree& degenerate = tree.at("degenerate"); !degenerate.is_null())
        report.degenerate = degenerateFromName(degenerate.get<std::string>());
    report.quasiIdentifiers = tree.at("quasiIdentifiers").get<std::vector<std::string>>();
    report.directIdentifiers = tree.at("directIdentifiers").get<std::vector<std::string>>();
    return report;
}

std::string toJson(const RiskReport& report) {
    return riskTree(report).dump(-1, ' ', false, Tree::error_handler_t::replace);
}

Result<RiskReport> riskFromJson(std::string_view json) {
    const Tree tree = Tree::parse(json, nullptr, false);
    try {
        return riskFromTree(tree);
    } catch (const Tree::exception&) {
        return Error(errors::kDeidReportMalformed, {"it is not the JSON of a risk report"});
    }
}

} // namespace mangrove::deid
