// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/solution.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace mangrove::deid {

/// The levels of one of several linked tables while they are raised until the joined view holds: one for a
/// column, or with local recoding one for each combination and column. They rise to their bounds at most, so
/// raising ends. The problem outlives it. One thread.
///
/// Local recoding cuts every table into clusters of its own, and two persons in one cluster of one table are
/// seldom in one of another. So its levels are only where raising begins: either those of combinations that
/// people have who are not alike enough rise, or the lowest of a column; applyLinked() tries both ways.
class LinkedLevels {
public:
    /// `solution`: of solve(). Combinations that local recoding suppresses stay, at the highest levels:
    /// whoever leaves linked tables leaves them as a person.
    LinkedLevels(const Problem& problem, Solution solution);

    /// A step up in one column.
    struct Step {
        std::size_t quasi = 0;
        bool onlyMarked = false; ///< of the marked combinations; else of all, or of the lowest (local)
    };
    /// `marked`: by combination. What the step costs: the share of the records that it concerns, each by the
    /// share of the column's distinct labels that it merges. 0 where the levels are at their bounds.
    [[nodiscard]] double costOf(const Step& step, const std::vector<bool>& marked) const;
    void raise(const Step& step, const std::vector<bool>& marked);
    /// One level less in a column, for all combinations that are above where they began.
    void lower(std::size_t q);
    /// What lower() takes back, as costOf(); 0 where nothing is above where it began.
    [[nodiscard]] double costOfLast(std::size_t q) const;
    /// From now on levels begin where they are: what the table's own models need is not taken back.
    void keep();
    [[nodiscard]] bool isLocal() const { return !m_solution.clusterOf.empty(); }

    /// Which combinations read the same: a number for each.
    [[nodiscard]] std::vector<std::uint32_t> classes() const;
    /// By column; with local recoding the highest in use.
    [[nodiscard]] const Levels& levels() const { return m_solution.levels; }
    /// What these levels make of the table: everything is kept, `loss` is measured anew.
    [[nodiscard]] Solution solution() const;

private:
    [[nodiscard]] std::uint32_t levelOf(std::size_t q, std::size_t bottomClass) const;
    /// Whether the step raises the bottom class.
    [[nodiscard]] std::vector<bool> raisedBy(const Step& step, const std::vector<bool>& marked) const;
    [[nodiscard]] double costOfLabel(std::size_t q, std::uint32_t level) const;

    /// How many levels a bottom class is above where it began.
    [[nodiscard]] std::uint32_t risen(std::size_t q, std::size_t bottomClass) const;
    /// Adds `by` to the level of column `q` where `which` says so; local recoding only.
    void shift(std::size_t q, const std::vector<bool>& which, std::uint32_t by);

    const Problem* m_problem;
    Solution m_solution;                    ///< `clusterOf` is not used
    Levels m_least;                         ///< where levels began
    std::vector<Levels> m_leastOf;          ///< the same by bottom class; local recoding only
    std::vector<std::uint32_t> m_clusterOf; ///< by bottom class of the lattice; local recoding only
    using Labels = std::vector<std::vector<std::vector<std::uint32_t>>>; ///< [q][level][label]
    std::shared_ptr<const Labels> m_labels;                              ///< local recoding only
};

} // namespace mangrove::deid
