// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/risk.h"

#include "base/format.h"
#include "base/number.h"
#include "base/text.h"
#include "deid/notes.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace mangrove::deid {

namespace {

constexpr std::array<std::string_view, 3> kSharingNames{"public", "controlled", "enclave"};
/// GB/T 42460-2023 D.1.5: tau = 1 / this.
constexpr std::array<std::uint64_t, 3> kTauDenominators{20, 5, 3};
/// GB/T 39725-2020 10.2 d: "more than 5".
constexpr std::uint64_t kSmallest39725 = 6;

void addLine(Gbt42460& verdict, const NoteInfo& line, std::vector<std::string> args = {}) {
    verdict.arithmetic.push_back(noteOf(line, std::move(args)));
}

double contextProbability(const RiskOptions& options) {
    if (options.sharing == Sharing::Public)
        return 1;
    return std::max({options.context.deliberate, options.context.inadvertent, options.context.breach});
}

void addContextLine(Gbt42460& verdict, const RiskOptions& options) {
    if (options.sharing == Sharing::Public)
        addLine(verdict, notes::kContextPublic);
    else
        addLine(verdict, notes::kContext,
                {formatDouble(options.context.deliberate), formatDouble(options.context.inadvertent),
                 formatDouble(options.context.breach), formatDouble(verdict.prContext)});
}

/// Clause 6.3 and Annex D.1 for classes that exist.
void judgeQuantitatively(Gbt42460& verdict, std::span<const std::uint64_t> sizes,
                         const RiskOptions& options) {
    const std::uint64_t tauDenominator = kTauDenominators[static_cast<std::size_t>(options.sharing)];
    std::uint64_t above = 0;
    std::uint64_t smallest = sizes.front();
    double sum = 0;
    for (const std::uint64_t size : sizes) {
        // 1/size > 1/denominator, without rounding
        above += size < tauDenominator ? 1U : 0U;
        smallest = std::min(smallest, size);
        sum += 1.0 / static_cast<double>(size);
    }
    const auto classes = static_cast<double>(sizes.size());
    verdict.ra = static_cast<double>(above) / classes;
    verdict.rb = 1.0 / static_cast<double>(smallest);
    verdict.rc = sum / classes;
    addLine(verdict, notes::kRa,
            {std::to_string(above), std::to_string(sizes.size()), formatDouble(verdict.ra)});
    addLine(verdict, notes::kRb, {std::to_string(smallest), formatDouble(verdict.rb)});
    addLine(verdict, notes::kRc, {std::to_string(sizes.size()), formatDouble(verdict.rc)});
    addContextLine(verdict, options);
    if (above > 0) {
        verdict.r = 1;
        addLine(verdict, notes::kRExceeded);
    } else if (options.sharing == Sharing::Public) {
        verdict.r = verdict.rb * verdict.prContext;
        addLine(verdict, notes::kRPublic,
                {formatDouble(verdict.rb), formatDouble(verdict.prContext), formatDouble(verdict.r)});
    } else {
        verdict.r = verdict.rc * verdict.prContext;
        addLine(verdict, notes::kRShared,
                {formatDouble(verdict.rc), formatDouble(verdict.prContext), formatDouble(verdict.r)});
    }
    verdict.level = verdict.r < verdict.acceptable ? 3 : 2;
    addLine(verdict, verdict.level == 3 ? notes::kVerdict3 : notes::kVerdict2,
            {formatDouble(verdict.r), formatDouble(verdict.acceptable)});
}

Gbt42460 judge(std::span<const std::uint64_t> sizes, std::size_t quasiCount, const RiskOptions& options) {
    Gbt42460 verdict;
    verdict.sharing = options.sharing;
    const std::uint64_t tauDenominator = kTauDenominators[static_cast<std::size_t>(options.sharing)];
    verdict.tau = tauOf(options.sharing);
    verdict.prContext = contextProbability(options);
    addLine(
        verdict, notes::kTau,
        {std::to_string(tauDenominator), formatDouble(verdict.tau), std::string(nameOf(options.sharing))});
    if (!sizes.empty())
        judgeQuantitatively(verdict, sizes, options);
    else
        addLine(verdict, notes::kNoRecords);
    // The qualitative clauses overrule the figures, which stay for information.
    if (!options.directIdentifiers.empty()) {
        verdict.level = 1;
        addLine(verdict, notes::kVerdict1, {join(options.directIdentifiers, ", ")});
    } else if (quasiCount == 0 && !sizes.empty()) {
        verdict.level = 4;
        addLine(verdict, notes::kVerdict4);
    }
    return verdict;
}

ProsecutorRisk prosecutorRisk(std::span<const std::uint64_t> sizes, const RiskReport& report) {
    std::uint64_t atRisk = 0;
    for (const std::uint64_t size : sizes) {
        if (1.0 / static_cast<double>(size) > report.threshold)
            atRisk += size;
    }
    ProsecutorRisk risk;
    risk.highest = 1.0 / static_cast<double>(report.smallestGroup);
    risk.lowest = 1.0 / static_cast<double>(report.largestGroup);
    risk.average = static_cast<double>(report.classes) / static_cast<double>(report.records);
    risk.recordsAtRisk = static_cast<double>(atRisk) / static_cast<double>(report.records);
    return risk;
}

bool isChance(double value) {
    return value >= 0 && value <= 1;
}

} // namespace

std::string_view nameOf(Sharing sharing) {
    return kSharingNames[static_cast<std::size_t>(sharing)];
}

std::optional<Sharing> sharingFromName(std::string_view name) {
    for (std::size_t i = 0; i < kSharingNames.size(); ++i) {
        if (kSharingNames[i] == name)
            return static_cast<Sharing>(i);
    }
    return std::nullopt;
}

double tauOf(Sharing sharing) {
    return 1.0 / static_cast<double>(kTauDenominators[static_cast<std::size_t>(sharing)]);
}

std::uint64_t smallestClassFor(Sharing sharing) {
    const std::uint64_t tauDenominator = kTauDenominators[static_cast<std::size_t>(sharing)];
    return sharing == Sharing::Public ? tauDenominator + 1 : tauDenominator;
}

std::string_view nameOf(Degenerate degenerate) {
    static constexpr std::array<std::string_view, 4> kNames{"", "no-records", "all-suppressed",
                                                            "all-generalised"};
    return kNames[static_cast<std::size_t>(degenerate)];
}

Status RiskOptions::validate() const {
    if (!(threshold > 0 && threshold <= 1))
        return Error(errors::kBadOption,
                     {"threshold", formatDouble(threshold), "it must be above 0 and at most 1"});
    for (const auto& [name, value] :
         {std::pair("deliberate", context.deliberate), std::pair("inadvertent", context.inadvertent),
          std::pair("breach", context.breach)}) {
        if (!isChance(value))
            return Error(errors::kBadOption,
                         {name, formatDouble(value), "a probability lies between 0 and 1"});
    }
    return {};
}

RiskReport riskOfClasses(std::span<const std::uint64_t> sizes, std::uint64_t suppressed,
                         std::size_t quasiCount, const RiskOptions& options) {
    RiskReport report;
    report.threshold = options.threshold;
    report.directIdentifiers = options.directIdentifiers;
    report.suppressed = suppressed;
    report.classes = sizes.size();
    for (const std::uint64_t size : sizes) {
        report.records += size;
        report.uniques += size == 1 ? 1U : 0U;
        report.largestGroup = std::max(report.largestGroup, size);
        report.smallestGroup = report.smallestGroup == 0 ? size : std::min(report.smallestGroup, size);
    }
    report.gbt39725 = report.smallestGroup >= kSmallest39725;
    report.gbt42460 = judge(sizes, quasiCount, options);
    if (report.records > 0)
        report.prosecutor = prosecutorRisk(sizes, report);
    if (report.records > 1 && report.classes == 1 && quasiCount > 0)
        report.degenerate = Degenerate::AllGeneralised;
    else if (report.records == 0)
        report.degenerate = suppressed > 0 ? Degenerate::AllSuppressed : Degenerate::NoRecords;
    return report;
}

PopulationRisk populationRiskOf(std::span<const ClassInPopulation> classes, double threshold) {
    PopulationRisk risk;
    std::uint64_t records = 0, fewest = 0, most = 0, atRisk = 0;
    // Summed by the classes' sizes, so that the order of rows changes no digit.
    std::map<std::pair<std::uint64_t, std::uint64_t>, std::uint64_t> classesBySizes;
    for (const auto& [size, people] : classes) {
        records += size;
        ++classesBySizes[{size, people}];
        if (people < size) {
            (people == 0 ? risk.absentClasses : risk.shortClasses) += 1;
            (people == 0 ? risk.absentRecords : risk.shortRecords) += size;
            continue;
        }
        fewest = fewest == 0 ? people : std::min(fewest, people);
        most = std::max(most, people);
        atRisk += 1 / static_cast<double>(people) > threshold ? size : 0;
    }
    if (records == 0 || !risk.holdsTheSample())
        return risk;
    double expected = 0;
    for (const auto& [sizes, number] : classesBySizes)
        expected += static_cast<double>(number) * static_cast<double>(sizes.first)
                    / static_cast<double>(sizes.second);
    const auto n = static_cast<double>(records);
    risk.journalist =
        PopulationRisk::Journalist{1 / static_cast<double>(fewest), expected / n,
                                   1 / static_cast<double>(most), static_cast<double>(atRisk) / n};
    risk.marketer = PopulationRisk::Marketer{expected / n, expected};
    return risk;
}

} // namespace mangrove::deid
