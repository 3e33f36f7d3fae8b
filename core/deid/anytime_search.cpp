// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/anytime_search.h"

#include "base/random.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <queue>
#include <thread>

namespace mangrove::deid {

namespace {

using Clock = std::chrono::steady_clock;
constexpr double kNoBound = std::numeric_limits<double>::infinity();
/// Boxes kept in memory; about 150 bytes each for 24 attributes, and some of them a table.
constexpr std::size_t kMostBoxes = 2'000'000;
/// Part of one thread's time that goes into the bound.
constexpr double kPartForBound = 0.3;
/// Scores that differ relatively by less are equal.
constexpr double kSlack = 1e-9;

/// What the threads share.
class Best {
public:
    Best(const LatticeSearchOptions& options, const RunContext& context)
        : m_context(context), m_without(options.without),
          m_end(
              Clock::now()
              + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(options.seconds))) {
        m_optimum.exhaustive = false;
        m_optimum.bound = -kNoBound;
    }

    [[nodiscard]] bool goesOn() const { return !m_done && !m_context.cancelled() && Clock::now() < m_end; }
    void finish() { m_done = true; }
    [[nodiscard]] double score() const { return m_score.load(std::memory_order_relaxed); }

    void take(const Levels& levels, const NodeResult& result) {
        const std::lock_guard lock(m_guard);
        m_context.advance(1);
        LatticeOptimum& best = m_optimum;
        best.fewestSuppressed =
            best.checked == 0 ? result.suppressed : std::min(best.fewestSuppressed, result.suppressed);
        ++best.checked;
        if (result.valid && levels != m_without
            && (!best.found || isBetterNode(result, levels, best.node, best.levels))) {
            best.found = true;
            best.levels = levels;
            best.node = result;
            m_score.store(result.score.value, std::memory_order_relaxed);
        }
    }
    [[nodiscard]] Levels levels() const {
        const std::lock_guard lock(m_guard);
        return m_optimum.levels;
    }
    LatticeOptimum& optimum() { return m_optimum; }

private:
    const RunContext& m_context;
    const Levels& m_without;
    Clock::time_point m_end;
    std::atomic<bool> m_done{false};
    std::atomic<double> m_score{kNoBound};
    mutable std::mutex m_guard;
    LatticeOptimum m_optimum;
};

/// Splits boxes of levels, the one with the lowest bound first.
class BranchAndBound {
public:
    BranchAndBound(const Lattice& lattice, const UtilityMeasure& utility, const NodeRules& rules, Best& best)
        : m_lattice(lattice), m_utility(utility), m_rules(rules), m_evaluator(lattice, utility, rules),
          m_best(best) {
        Levels low, high;
        for (std::size_t a = 0; a < lattice.attributes(); ++a) {
            low.push_back(lattice.attribute(a).minLevel);
            high.push_back(lattice.attribute(a).maxLevel);
        }
        add(low, high, -kNoBound);
    }

    /// One box; false when nothing is left or no more fits.
    bool step() {
        // The box on top has the lowest bound: where it can but equal the best, so can all others.
        if (m_boxes.empty() || m_boxes.top().bound >= m_best.score() - slack()) {
            m_exhausted = true;
            return false;
        }
        if (m_boxes.size() >= kMostBoxes)
            return false;
        const Box box = m_boxes.top();
        m_boxes.pop();
        std::size_t chosen = box.low.size();
        double gain = -1;
        for (std::size_t a = 0; a < box.low.size(); ++a) {
            if (box.low[a] == box.high[a])
                continue;
            const std::uint32_t middle = middleOf(box, a);
            const double raised = at(*box.table, a, middle + 1) - at(*box.table, a, box.low[a]);
            if (raised > gain) {
                gain = raised;
                chosen = a;
            }
        }
        if (chosen == box.low.size())
            return true; // a single node, looked at when its box was made
        const std::uint32_t middle = middleOf(box, chosen);
        Box upper = box;
        upper.low[chosen] = middle + 1;
        upper.bound = std::max(box.bound, boundOf(*box.table, upper.low));
        if (upper.bound <= m_best.score() + slack())
            m_boxes.push(std::move(upper));
        Levels high = box.high;
        high[chosen] = middle;
        add(box.low, high, box.bound);
        return true;
    }

    /// No node scores below this.
    [[nodiscard]] double bound() const {
        if (m_exhausted || m_boxes.empty())
            return m_best.score();
        return std::min(m_best.score(), m_boxes.top().bound);
    }
    [[nodiscard]] bool exhausted() const { return m_exhausted; }

private:
    using Table = std::vector<std::vector<double>>;
    struct Box {
        Levels low, high;
        double bound = 0;
        std::shared_ptr<const Table> table; ///< weighted bounds by attribute and level, for `high`
        friend bool operator<(const Box& a, const Box& b) { return a.bound > b.bound; }
    };

    [[nodiscard]] double slack() const { return kSlack * std::max(1.0, std::abs(m_best.score())); }
    [[nodiscard]] std::uint32_t middleOf(const Box& box, std::size_t a) const {
        return box.low[a] + (box.high[a] - box.low[a]) / 2;
    }
    [[nodiscard]] double at(const Table& table, std::size_t a, std::uint32_t level) const {
        return table[a][level - m_lattice.attribute(a).minLevel];
    }
    [[nodiscard]] double boundOf(const Table& table, const Levels& low) const {
        double score = m_utility.start();
        for (std::size_t a = 0; a < low.size(); ++a)
            score = UtilityMeasure::combine(m_utility.aggregate(), score, at(table, a, low[a]));
        return m_utility.isOfAttributes() ? score : -kNoBound;
    }

    void add(const Levels& low, const Levels& high, double atLeast) {
        const NodeResult result = m_evaluator.evaluate(high);
        m_best.take(high, result);
        if (result.suppressedBelow > m_rules.suppressionLimit)
            return;
        auto table = std::make_shared<Table>(low.size());
        const bool learns = m_utility.isOfAttributes() && m_utility.growsWithSuppression();
        for (std::size_t a = 0; a < low.size(); ++a) {
            for (std::uint32_t level = m_lattice.attribute(a).minLevel; level <= high[a]; ++level) {
                const double bound =
                    !m_utility.isOfAttributes() ? 0
                    : learns ? m_utility.bound(a, level, m_evaluator.belowPerLeaf(a), result.suppressedBelow)
                             : m_utility.bound(a, level, {}, 0);
                (*table)[a].push_back(m_utility.weighted(a, bound));
            }
        }
        Box box{low, high, std::max(atLeast, boundOf(*table, low)), std::move(table)};
        if (low != high && box.bound <= m_best.score() + slack())
            m_boxes.push(std::move(box));
    }

    const Lattice& m_lattice;
    const UtilityMeasure& m_utility;
    const NodeRules& m_rules;
    NodeEvaluator m_evaluator;
    Best& m_best;
    std::priority_queue<Box> m_boxes;
    bool m_exhausted = false;
};

/// Greedy descent from the top, then steps, exchanges and restarts.
class LocalSearch {
public:
    LocalSearch(const Lattice& lattice, const UtilityMeasure& utility, const NodeRules& rules, Best& best,
                std::uint64_t seed, std::function<void()> tick)
        : m_lattice(lattice), m_utility(utility), m_evaluator(lattice, utility, rules), m_best(best),
          m_random(seed), m_tick(std::move(tick)), m_isFirst(seed == 0) {}

    void run() {
        Levels levels;
        for (std::size_t a = 0; a < m_lattice.attributes(); ++a)
            levels.push_back(m_lattice.attribute(a).maxLevel);
        if (!m_isFirst)
            disturb(levels, m_lattice.attributes() / 2);
        double score = scoreOf(levels, kNoBound);
        descend(levels, score);
        improve(levels, score);
        while (m_best.goesOn()) {
            Levels next = m_best.levels().empty() || m_random.below(4) == 0 ? levels : m_best.levels();
            disturb(next, 2 + m_random.below(3));
            double nextScore = scoreOf(next, kNoBound);
            improve(next, nextScore);
            if (nextScore <= score || m_random.below(8) == 0) {
                levels = next;
                score = nextScore;
            }
        }
    }

private:
    /// The node's score, or infinity where it is not valid or cannot be below `limit`.
    double scoreOf(const Levels& levels, double limit) {
        if (m_utility.isOfAttributes()) {
            double bound = m_utility.start();
            for (std::size_t a = 0; a < levels.size(); ++a)
                bound = UtilityMeasure::combine(m_utility.aggregate(), bound,
                                                m_utility.weighted(a, m_utility.bound(a, levels[a], {}, 0)));
            if (bound >= limit)
                return kNoBound;
        }
        if (m_seen.size() > kMostSeen)
            m_seen.clear();
        const auto found = m_seen.find(levels);
        if (found != m_seen.end())
            return found->second;
        const NodeResult result = m_evaluator.evaluate(levels);
        m_best.take(levels, result);
        m_tick();
        const double score = result.valid ? result.score.value : kNoBound;
        m_seen.emplace(levels, score);
        return score;
    }

    [[nodiscard]] bool canMove(const Levels& levels, std::size_t a, int by) const {
        return by > 0 ? levels[a] < m_lattice.attribute(a).maxLevel
                      : levels[a] > m_lattice.attribute(a).minLevel;
    }

    /// Refines the attribute that helps most, as long as one does. What a refinement helped when last tried
    /// decides which is tried next.
    void descend(Levels& levels, double& score) {
        std::vector<double> gain(levels.size(), kNoBound);
        while (m_best.goesOn()) {
            std::size_t chosen = levels.size();
            for (std::size_t a = 0; a < levels.size(); ++a) {
                if (canMove(levels, a, -1) && gain[a] > 0
                    && (chosen == levels.size() || gain[a] > gain[chosen]))
                    chosen = a;
            }
            if (chosen == levels.size())
                return;
            --levels[chosen];
            const double next = scoreOf(levels, kNoBound);
            const double nextGain = score == kNoBound ? (next < kNoBound ? 1 : 0) : score - next;
            double other = 0;
            for (std::size_t a = 0; a < levels.size(); ++a) {
                if (a != chosen && (levels[a] > m_lattice.attribute(a).minLevel))
                    other = std::max(other, gain[a]);
            }
            if (nextGain > 0 && nextGain >= other) {
                score = next;
                std::replace_if(
                    gain.begin(), gain.end(), [](double g) { return g <= 0; }, 1e-12);
            } else {
                ++levels[chosen];
            }
            gain[chosen] = nextGain;
        }
    }

    /// Single steps and exchanges until none helps.
    void improve(Levels& levels, double& score) {
        bool improved = true;
        while (improved && m_best.goesOn()) {
            improved = false;
            const std::size_t m = levels.size();
            const std::size_t first = m_random.below(m);
            for (std::size_t i = 0; i < m && !improved; ++i) {
                const std::size_t a = (first + i) % m;
                improved = tryMove(levels, score, a, -1, m, 0) || tryMove(levels, score, a, 1, m, 0);
            }
            for (std::size_t i = 0; i < m && !improved && m_best.goesOn(); ++i) {
                const std::size_t a = (first + i) % m;
                for (std::size_t b = 0; b < m && !improved; ++b)
                    improved =
                        a != b
                        && (tryMove(levels, score, a, -1, b, 1) || tryMove(levels, score, a, -1, b, 2));
            }
        }
    }

    bool tryMove(Levels& levels, double& score, std::size_t a, int by, std::size_t b, std::uint32_t up) {
        if (!m_best.goesOn() || !canMove(levels, a, by))
            return false;
        if (up > 0 && levels[b] + up > m_lattice.attribute(b).maxLevel)
            return false;
        Levels next = levels;
        next[a] = by > 0 ? next[a] + 1 : next[a] - 1;
        if (up > 0)
            next[b] += up;
        const double nextScore = scoreOf(next, score);
        if (!(nextScore < score))
            return false;
        levels = std::move(next);
        score = nextScore;
        return true;
    }

    void disturb(Levels& levels, std::size_t moves) {
        for (std::size_t i = 0; i < moves; ++i) {
            const std::size_t a = m_random.below(levels.size());
            const std::uint64_t span = m_lattice.attribute(a).maxLevel - m_lattice.attribute(a).minLevel + 1;
            levels[a] = m_lattice.attribute(a).minLevel + static_cast<std::uint32_t>(m_random.below(span));
        }
    }

    static constexpr std::size_t kMostSeen = 1'000'000;
    const Lattice& m_lattice;
    const UtilityMeasure& m_utility;
    NodeEvaluator m_evaluator;
    Best& m_best;
    SeededRandom m_random;
    std::function<void()> m_tick;
    bool m_isFirst;
    std::map<Levels, double> m_seen;
};

} // namespace

Result<LatticeOptimum> searchAnytime(const Lattice& lattice, const UtilityMeasure& utility,
                                     const NodeRules& rules, const LatticeSearchOptions& options,
                                     const RunContext& context) {
    MANGROVE_TRY(context.check());
    Best best(options, context);
    BranchAndBound boxes(lattice, utility, rules, best);
    bool grows = true;
    const auto stepBound = [&] {
        grows = boxes.step();
        if (boxes.exhausted())
            best.finish();
    };
    if (options.threads > 1) {
        std::vector<std::jthread> others;
        for (unsigned thread = 1; thread < options.threads; ++thread)
            others.emplace_back(
                [&, thread] { LocalSearch(lattice, utility, rules, best, thread - 1, [] {}).run(); });
        while (grows && best.goesOn())
            stepBound();
        if (!boxes.exhausted())
            LocalSearch(lattice, utility, rules, best, options.threads, [] {}).run();
    } else {
        Clock::duration spent{};
        const auto start = Clock::now();
        LocalSearch(lattice, utility, rules, best, 0, [&] {
            const auto now = Clock::now();
            const std::chrono::duration<double> passed = now - start;
            const std::chrono::duration<double> forBound = spent;
            if (!grows || forBound.count() > kPartForBound * passed.count())
                return;
            stepBound();
            spent += Clock::now() - now;
        }).run();
    }
    LatticeOptimum& optimum = best.optimum();
    if (!optimum.found)
        MANGROVE_TRY(context.check());
    optimum.exhaustive = boxes.exhausted();
    optimum.bound = boxes.bound();
    return optimum;
}

} // namespace mangrove::deid
