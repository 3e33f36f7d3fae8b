// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/attack_linkage.h"

#include "deid/attack_sampling.h"
#include "deid/class_table.h"
#include "deid/label_walk.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

namespace mangrove::deid {

namespace {

constexpr std::uint64_t kTargetsBetweenPolls = 1024;
constexpr std::uint64_t kPartOfSample = 11;
constexpr std::uint64_t kPartOfSubsets = 12;

/// How many released rows fit values of some columns. Where every value has one label it is a look-up, else a
/// walk over the sorted distinct labels that goes only where something fits. Not to be asked once cancelled.
class CandidateCounter {
public:
    /// `which`: positions in `known`, the columns that `released` was made over.
    CandidateCounter(const AttackData& data, const std::vector<std::size_t>& known,
                     const ClassTable& released, const std::vector<std::size_t>& which,
                     const RunContext& context)
        : m_table(which.size()) {
        for (const std::size_t k : which)
            m_columns.push_back(&data.columns[known[k]]);
        std::vector<std::uint32_t> codes(which.size());
        for (std::size_t combination = 0; combination < released.size(); ++combination) {
            if (combination % kTargetsBetweenPolls == 0 && context.cancelled())
                return;
            for (std::size_t i = 0; i < which.size(); ++i)
                codes[i] = released.codes(combination)[which[i]];
            m_table.add(codes, released.count(combination));
        }
        m_isFunction = std::all_of(m_columns.begin(), m_columns.end(),
                                   [](const AttackColumn* column) { return column->isFunction(); });
        if (!m_isFunction)
            m_walk.emplace(m_columns, m_table, context);
        m_codes.resize(which.size());
    }

    [[nodiscard]] std::uint64_t count(std::span<const std::uint32_t> values) {
        if (m_walk) {
            std::uint64_t fitting = 0;
            m_walk->eachFit(values,
                            [&](std::size_t from, std::size_t to) { fitting += m_walk->records(from, to); });
            return fitting;
        }
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const auto labels = m_columns[i]->labelsOf(values[i]);
            if (labels.empty())
                return 0;
            m_codes[i] = labels.front();
        }
        const std::uint32_t found = m_table.find(m_codes);
        return found == ClassTable::kAbsent ? 0 : m_table.count(found);
    }

private:
    std::vector<const AttackColumn*> m_columns;
    ClassTable m_table;
    bool m_isFunction = true;
    std::vector<std::uint32_t> m_codes;
    std::optional<LabelWalk> m_walk;
};

class LinkageAttack {
public:
    LinkageAttack(const AttackData& data, const RowMatch& match, const std::vector<std::size_t>& known,
                  const LinkageOptions& options, const RunContext& context)
        : m_data(data), m_match(match), m_known(known), m_context(context), m_released(known.size()),
          m_targets(
              drawWithout(data.originalRows, options.mostRecords, seedOf(options.seed, kPartOfSample))) {}

    Status collapse() {
        std::vector<std::uint32_t> codes(m_known.size());
        for (std::uint64_t row = 0; row < m_data.releasedRows; ++row) {
            if (row % kTargetsBetweenPolls == 0)
                MANGROVE_TRY(m_context.check());
            for (std::size_t i = 0; i < m_known.size(); ++i)
                codes[i] = m_data.released[m_known[i]][row];
            m_released.add(codes);
        }
        return {};
    }
    [[nodiscard]] std::uint64_t workOfOne() const { return m_released.size() + m_targets.size() + 1; }
    [[nodiscard]] std::uint64_t targets() const { return m_targets.size(); }

    /// What is found may be wrong once the context is cancelled.
    [[nodiscard]] LinkageOutcome attack(const std::vector<std::size_t>& which) const {
        LinkageOutcome outcome;
        for (const std::size_t k : which)
            outcome.columns.push_back(m_known[k]);
        outcome.records = m_targets.size();
        CandidateCounter counter(m_data, m_known, m_released, which, m_context);
        std::vector<std::uint32_t> values(which.size());
        std::map<std::uint64_t, std::uint64_t> rightBySize; // so that the sum has one order
        std::uint64_t candidatesOfAll = 0;
        for (std::size_t t = 0; t < m_targets.size(); ++t) {
            if (t % kTargetsBetweenPolls == 0 && m_context.cancelled())
                return outcome;
            const std::uint64_t row = m_targets[t];
            for (std::size_t i = 0; i < which.size(); ++i)
                values[i] = m_data.original[outcome.columns[i]][row];
            const std::uint64_t candidates = counter.count(values);
            candidatesOfAll += candidates;
            outcome.noCandidates += candidates == 0 ? 1U : 0U;
            const std::uint64_t own = m_match.releasedOf[row];
            outcome.released += own != RowMatch::kNone ? 1U : 0U;
            const bool isAmong = own != RowMatch::kNone && ownFits(outcome.columns, row, own);
            if (isAmong)
                ++rightBySize[candidates];
            else if (candidates == 1)
                ++outcome.wrongUnique;
        }
        for (const auto& [size, records] : rightBySize)
            outcome.expectedCorrect += static_cast<double>(records) / static_cast<double>(size);
        if (!rightBySize.empty()) {
            outcome.highestChance = 1 / static_cast<double>(rightBySize.begin()->first);
            if (rightBySize.begin()->first == 1)
                outcome.uniquelyRight = rightBySize.begin()->second;
        }
        if (const std::uint64_t met = outcome.records - outcome.noCandidates; met > 0)
            outcome.averageCandidates = static_cast<double>(candidatesOfAll) / static_cast<double>(met);
        return outcome;
    }

private:
    [[nodiscard]] bool ownFits(const std::vector<std::size_t>& columns, std::uint64_t row,
                               std::uint64_t own) const {
        return std::all_of(columns.begin(), columns.end(), [&](std::size_t c) {
            return m_data.columns[c].covers(m_data.released[c][own], m_data.original[c][row]);
        });
    }

    const AttackData& m_data;
    const RowMatch& m_match;
    const std::vector<std::size_t>& m_known;
    const RunContext& m_context;
    ClassTable m_released;
    std::vector<std::uint64_t> m_targets;
};

double choicesOf(std::size_t count, std::size_t size) {
    double choices = 1;
    for (std::size_t i = 0; i < size; ++i)
        choices = choices * static_cast<double>(count - i) / static_cast<double>(i + 1);
    return std::round(choices);
}

void addChoices(std::size_t count, std::size_t size, std::vector<std::size_t>& chosen,
                std::vector<std::vector<std::size_t>>& all) {
    if (chosen.size() == size) {
        all.push_back(chosen);
        return;
    }
    for (std::size_t next = chosen.empty() ? 0 : chosen.back() + 1; next < count; ++next) {
        chosen.push_back(next);
        addChoices(count, size, chosen, all);
        chosen.pop_back();
    }
}

/// All choices of `size` of `count`, or `most` drawn ones where there are more; in lexicographic order.
std::vector<std::vector<std::size_t>> choose(std::size_t count, std::size_t size, std::uint64_t most,
                                             std::uint64_t seed) {
    std::vector<std::vector<std::size_t>> all;
    if (choicesOf(count, size) <= static_cast<double>(most)) {
        std::vector<std::size_t> chosen;
        addChoices(count, size, chosen, all);
        return all;
    }
    std::set<std::vector<std::size_t>> drawn;
    for (std::uint64_t draw = 0; drawn.size() < most; ++draw) {
        const auto numbers = drawWithout(count, size, seedOf(seed, draw));
        drawn.emplace(numbers.begin(), numbers.end());
    }
    return {drawn.begin(), drawn.end()};
}

} // namespace

Result<LinkageReport> attackByLinkage(const AttackData& data, const RowMatch& match,
                                      const std::vector<std::size_t>& known, const LinkageOptions& options,
                                      const RunContext& context) {
    LinkageAttack attack(data, match, known, options, context);
    MANGROVE_TRY(attack.collapse());
    LinkageReport report;
    report.sampled = attack.targets() < data.originalRows;
    const std::uint64_t most =
        std::max<std::uint64_t>(1, options.mostWork / (attack.workOfOne() * known.size()));
    std::vector<std::vector<std::size_t>> choices;
    for (std::size_t size = 1; size <= known.size(); ++size) {
        LinkageByKnown& entry = report.byKnown.emplace_back();
        entry.known = size;
        entry.combinations = choicesOf(known.size(), size);
        const auto chosen = choose(known.size(), size, most, seedOf(options.seed, kPartOfSubsets, size));
        entry.evaluated = chosen.size();
        choices.insert(choices.end(), chosen.begin(), chosen.end());
    }
    context.start("linking", choices.size());
    std::vector<LinkageOutcome> outcomes(choices.size());
    MANGROVE_TRY(runItems(choices.size(), options.threads, context, [&](unsigned, std::uint64_t item) {
        outcomes[item] = attack.attack(choices[item]);
    }));
    std::size_t at = 0;
    for (LinkageByKnown& entry : report.byKnown) {
        for (std::uint64_t i = 0; i < entry.evaluated; ++i, ++at) {
            entry.averageCorrect += outcomes[at].expectedCorrect / static_cast<double>(entry.evaluated);
            if (i == 0 || outcomes[at].expectedCorrect > entry.best.expectedCorrect)
                entry.best = outcomes[at];
        }
    }
    report.all = report.byKnown.back().best;
    return report;
}

} // namespace mangrove::deid
