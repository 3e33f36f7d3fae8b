// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/attack_guesses.h"
#include "deid/attack_sampling.h"

#include <algorithm>

namespace mangrove::deid {

namespace {

constexpr std::uint64_t kFirstParty = 21;
constexpr std::uint64_t kSecondParty = 22;

/// k rows of those found, drawn among the tied ones; ascending.
std::vector<std::uint64_t> drawNearest(const NeighbourIndex& index, const NeighbourIndex::Nearest& nearest,
                                       std::uint64_t k, std::uint64_t seed) {
    std::vector<std::uint64_t> rows;
    for (const std::uint32_t group : nearest.nearer)
        rows.insert(rows.end(), index.rowsOf(group).begin(), index.rowsOf(group).end());
    const auto drawn = drawWithout(nearest.tiedRows, k - nearest.nearerRows, seed);
    std::uint64_t before = 0;
    auto next = drawn.begin();
    for (const std::uint32_t group : nearest.tied) {
        const auto members = index.rowsOf(group);
        for (; next != drawn.end() && *next < before + members.size(); ++next)
            rows.push_back(members[*next - before]);
        before += members.size();
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

/// The chance that two random choices of k of n rows have one in common: 1 - C(n-k, k) / C(n, k).
double chanceOfMeeting(std::uint64_t n, std::uint64_t k) {
    if (2 * k > n)
        return 1;
    double apart = 1;
    for (std::uint64_t i = 0; i < k; ++i)
        apart *= static_cast<double>(n - k - i) / static_cast<double>(n - i);
    return 1 - apart;
}

class LinkabilityAttack {
public:
    LinkabilityAttack(const NeighbourIndex& first, const NeighbourIndex& second, const GuessOptions& options,
                      const RunContext& context)
        : m_first(first), m_second(second), m_options(options), m_context(context),
          m_spaces(std::max(1U, options.threads)) {}

    Result<AttackRate> attack(const AttackCells& cells, const std::vector<std::uint64_t>& rows) {
        std::vector<std::uint8_t> meets(rows.size(), 0);
        MANGROVE_TRY(runItems(rows.size(), m_options.threads, m_context, [&](unsigned thread, auto item) {
            meets[item] = this->meets(cells, rows[item], m_spaces[thread]) ? 1 : 0;
        }));
        return attackRate(rows.size(), static_cast<double>(std::count(meets.begin(), meets.end(), 1)));
    }

private:
    struct Spaces {
        NeighbourIndex::Workspace first, second;
    };
    bool meets(const AttackCells& cells, std::uint64_t row, Spaces& spaces) const {
        const std::uint64_t k = m_options.neighbours;
        const auto a = drawNearest(m_first, m_first.find(cells, row, k, spaces.first, m_context), k,
                                   seedOf(m_options.seed, kFirstParty, row));
        const auto b = drawNearest(m_second, m_second.find(cells, row, k, spaces.second, m_context), k,
                                   seedOf(m_options.seed, kSecondParty, row));
        std::vector<std::uint64_t> both;
        std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
        return !both.empty();
    }

    const NeighbourIndex& m_first;
    const NeighbourIndex& m_second;
    const GuessOptions& m_options;
    const RunContext& m_context;
    std::vector<Spaces> m_spaces;
};

} // namespace

Result<AttackTrial> attackByLinkability(const AttackData& data, const AttackTargets& targets,
                                        const std::vector<std::size_t>& first,
                                        const std::vector<std::size_t>& second, const GuessOptions& options,
                                        const RunContext& context) {
    MANGROVE_ASSIGN(const NeighbourIndex a, NeighbourIndex::make(data, first, context));
    MANGROVE_ASSIGN(const NeighbourIndex b, NeighbourIndex::make(data, second, context));
    context.start("linkability", targets.members.size() + targets.outside.size());
    LinkabilityAttack attack(a, b, options, context);
    AttackTrial trial;
    MANGROVE_ASSIGN(trial.attack, attack.attack(data.original, targets.members));
    trial.baseline =
        attackRate(targets.members.size(), static_cast<double>(targets.members.size())
                                               * chanceOfMeeting(data.releasedRows, options.neighbours));
    if (!targets.outside.empty()) {
        MANGROVE_ASSIGN(trial.control, attack.attack(*targets.outsiders, targets.outside));
    }
    trial.conclude();
    return trial;
}

} // namespace mangrove::deid
