// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/attack_guesses.h"
#include "deid/attack_sampling.h"

#include <algorithm>
#include <cmath>

namespace mangrove::deid {

namespace {

constexpr std::uint64_t kRowsOfGroupsBetweenLooks = 16'384;

class InferenceAttack {
public:
    InferenceAttack(const AttackData& data, const NeighbourIndex& index, std::size_t secret,
                    const GuessOptions& options, const RunContext& context)
        : m_secret(data.columns[secret]), m_place(secret), m_index(index), m_options(options),
          m_context(context), m_frequency(m_secret.labels(), 0), m_rooms(std::max(1U, options.threads)) {
        for (const std::uint32_t label : data.released[secret])
            ++m_frequency[label];
        m_labels.resize(index.groups());
        std::uint64_t looked = 0;
        for (std::uint32_t group = 0; group < index.groups(); ++group) {
            countLabels(data.released[secret], group);
            looked += index.rowsOf(group).size();
            if (looked < kRowsOfGroupsBetweenLooks)
                continue;
            if (context.cancelled())
                return; // attack() says so
            looked = 0;
        }
        for (Room& room : m_rooms)
            room.votes.assign(m_secret.labels(), 0);
        m_blindGuess = bestOf(m_frequency);
    }

    struct Rates {
        AttackRate attack, blind;
    };
    Result<Rates> attack(const AttackCells& cells, std::vector<std::uint64_t> rows) {
        MANGROVE_TRY(m_context.check());
        const std::uint32_t missing = m_secret.values() - 1;
        std::erase_if(rows, [&](std::uint64_t row) { return cells[m_place][row] == missing; });
        std::vector<std::uint8_t> right(rows.size(), 0);
        MANGROVE_TRY(runItems(rows.size(), m_options.threads, m_context, [&](unsigned thread, auto item) {
            const std::uint32_t guess = this->guess(cells, rows[item], m_rooms[thread]);
            right[item] = isRight(guess, cells[m_place][rows[item]]) ? 1 : 0;
        }));
        double blind = 0;
        for (const std::uint64_t row : rows)
            blind += isRight(m_blindGuess, cells[m_place][row]) ? 1 : 0;
        return Rates{attackRate(rows.size(), static_cast<double>(std::count(right.begin(), right.end(), 1))),
                     attackRate(rows.size(), blind)};
    }

private:
    struct Room {
        NeighbourIndex::Workspace space;
        std::vector<std::uint64_t> votes; ///< by label; all 0 between targets
        std::vector<std::uint32_t> voted;
    };

    /// The labels of a group's rows with their counts; empty ones are left out.
    void countLabels(const std::vector<std::uint32_t>& labels, std::uint32_t group) {
        std::vector<std::uint32_t> met;
        for (const std::uint64_t row : m_index.rowsOf(group)) {
            if (!m_secret.isEmptyLabel(labels[row]))
                met.push_back(labels[row]);
        }
        std::sort(met.begin(), met.end());
        for (const std::uint32_t label : met) {
            if (m_labels[group].empty() || m_labels[group].back().first != label)
                m_labels[group].emplace_back(label, 0);
            ++m_labels[group].back().second;
        }
    }

    [[nodiscard]] bool isBetter(std::uint32_t a, std::uint64_t aVotes, std::uint32_t b,
                                std::uint64_t bVotes) const {
        if (aVotes != bVotes)
            return aVotes > bVotes;
        return m_frequency[a] != m_frequency[b] ? m_frequency[a] > m_frequency[b] : a < b;
    }
    [[nodiscard]] std::uint32_t bestOf(const std::vector<std::uint64_t>& votes) const {
        std::uint32_t best = m_secret.missingLabel();
        for (std::uint32_t label = 0; label < votes.size(); ++label) {
            if (votes[label] == 0 || m_secret.isEmptyLabel(label))
                continue;
            if (best == m_secret.missingLabel() || isBetter(label, votes[label], best, votes[best]))
                best = label;
        }
        return best;
    }

    /// The missing label where there is nothing to guess from.
    std::uint32_t guess(const AttackCells& cells, std::uint64_t row, Room& room) const {
        const auto nearest = m_index.find(cells, row, m_options.neighbours, room.space, m_context);
        room.voted.clear();
        for (const auto* groups : {&nearest.nearer, &nearest.tied}) {
            for (const std::uint32_t group : *groups) {
                for (const auto& [label, rows] : m_labels[group]) {
                    if (room.votes[label] == 0)
                        room.voted.push_back(label);
                    room.votes[label] += rows;
                }
            }
        }
        std::uint32_t best = m_secret.missingLabel();
        for (const std::uint32_t label : room.voted) {
            if (best == m_secret.missingLabel() || isBetter(label, room.votes[label], best, room.votes[best]))
                best = label;
        }
        for (const std::uint32_t label : room.voted)
            room.votes[label] = 0;
        return best;
    }

    [[nodiscard]] bool isRight(std::uint32_t guess, std::uint32_t truth) const {
        if (m_secret.isEmptyLabel(guess))
            return false;
        if (m_secret.covers(guess, truth))
            return true;
        const double number = m_secret.labelNumber(guess);
        const double value = m_secret.numberOf(truth);
        return std::abs(number - value) <= m_options.tolerance * std::abs(value);
    }

    const AttackColumn& m_secret;
    std::size_t m_place;
    const NeighbourIndex& m_index;
    const GuessOptions& m_options;
    const RunContext& m_context;
    std::vector<std::uint64_t> m_frequency; ///< by label, in the whole release
    std::vector<std::vector<std::pair<std::uint32_t, std::uint64_t>>> m_labels; ///< by group: label, rows
    std::vector<Room> m_rooms;
    std::uint32_t m_blindGuess = 0;
};

} // namespace

Result<AttackTrial> attackByInference(const AttackData& data, const AttackTargets& targets,
                                      const std::vector<std::size_t>& known, std::size_t secret,
                                      const GuessOptions& options, const RunContext& context) {
    MANGROVE_ASSIGN(const NeighbourIndex index, NeighbourIndex::make(data, known, context));
    context.start("inference", targets.members.size() + targets.outside.size());
    InferenceAttack attack(data, index, secret, options, context);
    AttackTrial trial;
    MANGROVE_ASSIGN(const auto members, attack.attack(data.original, targets.members));
    trial.attack = members.attack;
    trial.baseline = members.blind;
    if (!targets.outside.empty()) {
        MANGROVE_ASSIGN(const auto outside, attack.attack(*targets.outsiders, targets.outside));
        trial.control = outside.attack;
    }
    trial.conclude();
    return trial;
}

} // namespace mangrove::deid
