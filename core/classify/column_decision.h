// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "classify/classifier.h"
#include "classify/name_index.h"
#include "classify/value_tally.h"

#include <string>
#include <vector>

namespace mangrove::classify {

/// Lower end of the Wilson score interval for `hits` of `total` (Wilson 1927), 0 where total is 0.
[[nodiscard]] double wilsonLower(std::uint64_t hits, std::uint64_t total, double z);

/// Decides what one column is from what its name and its values say (identifiers.md 4.5). Fills identifier,
/// cls, confidence, evidence, rejected, conflict and the counts; levels come later from the rule packs.
class ColumnDecision {
public:
    ColumnDecision(const ClassifyOptions& options, const ValueTester& tester)
        : m_options(options), m_tester(tester) {}

    [[nodiscard]] ColumnClassification decide(const ColumnValues& column, const std::vector<NameMatch>& names,
                                              const ValueTally& tally) const;

    /// Kinds to try on the values besides those always tried: what the name speaks for and its relatives.
    [[nodiscard]] static std::vector<std::string> kindsToTry(const std::vector<NameMatch>& names);

private:
    struct Candidate {
        std::string kind;
        IdentifierClass cls = IdentifierClass::None;
        KindTally tally;
        double chance = 1;
        double shapeChance = 1;
        bool pack = false;
    };
    struct Work;

    [[nodiscard]] Candidate candidate(const std::string& kind, const ValueTally& tally) const;
    [[nodiscard]] std::vector<Candidate> byValues(Work& work) const;
    [[nodiscard]] bool passesByValues(const Candidate& candidate, std::uint64_t total,
                                      std::string& why) const;
    [[nodiscard]] std::optional<Candidate> byName(Work& work) const;
    [[nodiscard]] bool acceptsName(Work& work, const NameMatch& name, const Candidate& candidate) const;
    void settle(Work& work, const std::vector<Candidate>& values, std::optional<Candidate> name) const;
    void accept(Work& work, const Candidate& winner, const NameMatch* name) const;
    void byDictionary(Work& work) const;
    void organisationInsteadOfPerson(Work& work) const;
    void byText(Work& work) const;

    const ClassifyOptions& m_options;
    const ValueTester& m_tester;
};

/// How strict a class is, 0 (none) to 6 (direct). Where two findings or decisions disagree the stricter one
/// wins, so that nothing is lowered in silence.
[[nodiscard]] int strictness(IdentifierClass cls);

} // namespace mangrove::classify
