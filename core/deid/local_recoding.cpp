// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/local_recoding.h"

#include "deid/errors.h"
#include "deid/local_clusters.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <numeric>

namespace mangrove::deid {

namespace {

using Members = std::vector<std::uint32_t>;
using Clock = std::chrono::steady_clock;

/// Sets of more bottom classes than this are not clustered by the nearest neighbour, which takes a time that
/// grows with the square of the set.
constexpr std::size_t kMostClustered = 3000;

class LocalRecoder {
public:
    LocalRecoder(const Lattice& lattice, const NodeRules& rules, const LocalOptions& options,
                 const RunContext& context)
        : m_space(lattice, rules), m_context(context),
          m_end(
              Clock::now()
              + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(options.seconds))) {
    }

    Result<std::vector<Members>> run(Members all) {
        Part root;
        root.cluster = m_space.clusterOf(all);
        root.members = std::move(all);
        MANGROVE_TRY(split(root));
        MANGROVE_TRY(refine(root));
        std::vector<Members> clusters;
        collect(root, clusters);
        return clusters;
    }

    [[nodiscard]] ClusterSpace& space() { return m_space; }
    [[nodiscard]] bool goesOn() const { return Clock::now() < m_end && !m_context.cancelled(); }

private:
    struct Part {
        Members members;
        Cluster cluster;
        std::vector<Part> children;
        std::vector<Members> clustered; ///< what takes the place of the children
        double loss = 0;                ///< of all that is below
    };

    Status split(Part& part) {
        MANGROVE_TRY(m_context.check());
        part.loss = part.cluster.loss;
        std::vector<Part> best;
        double bestLoss = part.cluster.loss;
        for (std::size_t a = 0; a < m_space.attributes(); ++a) {
            std::vector<Part> children = childrenOf(part, a);
            if (children.size() < 2)
                continue;
            double loss = 0;
            for (const Part& child : children)
                loss += child.cluster.loss;
            if (loss < bestLoss) {
                bestLoss = loss;
                best = std::move(children);
            }
        }
        part.children = std::move(best);
        if (part.children.empty())
            return {};
        part.loss = 0;
        for (Part& child : part.children) {
            MANGROVE_TRY(split(child));
            part.loss += child.loss;
        }
        return {};
    }

    /// The parts by the children of the set's label in attribute `a`; those that break a model are pooled,
    /// and the pool joins the part that it costs least where it breaks one itself.
    std::vector<Part> childrenOf(const Part& part, std::size_t a) {
        const std::uint32_t level = part.cluster.levels[a];
        if (level == m_space.minLevel(a))
            return {};
        m_space.order(part.members, a, level - 1, m_sorted);
        std::vector<Part> good;
        Members pool;
        for (std::size_t begin = 0; begin < m_sorted.size();) {
            std::size_t end = begin + 1;
            while (end < m_sorted.size() && m_sorted[end].first == m_sorted[begin].first)
                ++end;
            Members members;
            for (std::size_t i = begin; i < end; ++i)
                members.push_back(m_sorted[i].second);
            if (m_space.fulfils(members)) {
                Part& child = good.emplace_back();
                child.cluster = m_space.clusterOf(members);
                child.members = std::move(members);
            } else {
                pool.insert(pool.end(), members.begin(), members.end());
            }
            begin = end;
        }
        if (good.empty() || pool.empty())
            return good;
        std::sort(pool.begin(), pool.end());
        const Cluster pooled = m_space.clusterOf(pool);
        if (m_space.fulfils(pool)) {
            Part& child = good.emplace_back();
            child.cluster = pooled;
            child.members = std::move(pool);
            return good;
        }
        std::size_t chosen = 0;
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < good.size(); ++i) {
            const double more = m_space.joined(good[i].cluster, pooled).loss - good[i].cluster.loss;
            if (more < least) {
                least = more;
                chosen = i;
            }
        }
        Part& host = good[chosen];
        host.members.insert(host.members.end(), pool.begin(), pool.end());
        std::sort(host.members.begin(), host.members.end());
        host.cluster = m_space.clusterOf(host.members);
        return m_space.fulfils(host.members) ? std::move(good) : std::vector<Part>();
    }

    /// From the leaves up, since small sets are cheap to cluster.
    Status refine(Part& part) {
        if (part.children.empty() || !goesOn())
            return {};
        MANGROVE_TRY(m_context.check());
        part.loss = 0;
        for (Part& child : part.children) {
            MANGROVE_TRY(refine(child));
            part.loss += child.loss;
        }
        if (part.members.size() > kMostClustered || !goesOn())
            return {};
        double loss = 0;
        MANGROVE_ASSIGN(std::vector<Members> clusters,
                        m_space.clusterByNeighbours(part.members, m_context, loss));
        if (!clusters.empty() && loss < part.loss) {
            part.clustered = std::move(clusters);
            part.loss = loss;
        }
        return {};
    }

    void collect(Part& part, std::vector<Members>& into) {
        if (!part.clustered.empty())
            std::move(part.clustered.begin(), part.clustered.end(), std::back_inserter(into));
        else if (part.children.empty())
            into.push_back(std::move(part.members));
        else
            for (Part& child : part.children)
                collect(child, into);
    }

    ClusterSpace m_space;
    const RunContext& m_context;
    Clock::time_point m_end;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> m_sorted;
};

} // namespace

Result<LocalSolution> recodeLocally(const Lattice& lattice, const NodeRules& rules,
                                    const LocalOptions& options, const RunContext& context) {
    context.start("recoding", 0);
    LocalRecoder recoder(lattice, rules, options, context);
    ClusterSpace& space = recoder.space();
    LocalSolution solution;
    solution.clusterOf.assign(lattice.classes(), LocalSolution::kSuppressed);
    std::vector<Members> clusters;
    for (Members& root : space.byTop()) {
        if (!space.fulfils(root)) {
            solution.suppressed += space.clusterOf(root).records;
            continue;
        }
        MANGROVE_ASSIGN(std::vector<Members> parts, recoder.run(std::move(root)));
        std::move(parts.begin(), parts.end(), std::back_inserter(clusters));
    }
    if (solution.suppressed > rules.suppressionLimit || (clusters.empty() && lattice.records() > 0))
        return Error(errors::kNoValidNode,
                     {std::to_string(rules.suppressionLimit), std::to_string(solution.suppressed)});
    space.exchange(clusters, [&] { return recoder.goesOn(); });
    MANGROVE_TRY(context.check());
    MANGROVE_TRY(space.joinUntilFulfilled(clusters));
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        solution.levels.push_back(space.clusterOf(clusters[i]).levels);
        for (const std::uint32_t member : clusters[i])
            solution.clusterOf[member] = static_cast<std::uint32_t>(i);
    }
    solution.classSizes = space.classSizes(clusters);
    solution.loss = localLoss(lattice, solution.levels, solution.clusterOf);
    return solution;
}

} // namespace mangrove::deid
