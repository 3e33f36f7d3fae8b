// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/local_clusters.h"

#include "deid/errors.h"
#include "deid/local_recoding.h"
#include "deid/utility.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace mangrove::deid {

namespace {

constexpr double kUnreachable = std::numeric_limits<double>::infinity();
constexpr double kGain = 1e-9; ///< smaller gains are rounding

/// v of the loss measure for a sum of weights (utility.h).
double lossOf(std::uint64_t weight, std::uint64_t records, std::uint64_t domain) {
    if (domain <= 1 || records == 0)
        return 0;
    const auto n = static_cast<double>(records);
    const auto d = static_cast<double>(domain);
    const double v = (static_cast<double>(weight) / d - n / d) / (n - n / d);
    return std::floor(std::max(0.0, v) * 1e10) / 1e10;
}

} // namespace

ClusterSpace::ClusterSpace(const Lattice& lattice, const NodeRules& rules)
    : m_lattice(lattice), m_rules(rules), m_utility(lattice, {}), m_judge(lattice, m_utility, rules),
      m_words(lattice.words()) {
    m_sizesOnly = rules.minPopulation == 0 && rules.presence.empty() && rules.sensitive.empty();
    for (std::size_t a = 0; a < lattice.attributes(); ++a) {
        const LatticeAttribute& attribute = lattice.attribute(a);
        const auto domain = static_cast<double>(attribute.domain->domainSize());
        auto& masks = m_masks.emplace_back();
        auto& cost = m_cost.emplace_back();
        for (std::uint32_t level = attribute.minLevel; level <= attribute.maxLevel; ++level) {
            const auto [word, bits] = lattice.levelBits(a, level);
            if (level == attribute.minLevel)
                m_word.push_back(word);
            masks.push_back(bits);
            auto& perLeaf = cost.emplace_back();
            for (const std::uint64_t weight : lattice.leafWeights(a, level))
                perLeaf.push_back(domain <= 1 ? 0 : (static_cast<double>(weight) - 1) / (domain - 1));
        }
        masks.push_back(0);
        cost.emplace_back(lattice.leafCount(a), kUnreachable);
    }
}

std::vector<ClusterSpace::Members> ClusterSpace::byTop() const {
    Levels top;
    for (std::size_t a = 0; a < attributes(); ++a)
        top.push_back(m_lattice.attribute(a).maxLevel);
    Grouper grouper;
    Grouping groups;
    grouper.roll(m_lattice.bottom(), m_lattice.mask(top), groups);
    std::vector<Members> sets(groups.size());
    for (std::uint32_t c = 0; c < m_lattice.classes(); ++c)
        sets[groups.groupOf[c]].push_back(c);
    return sets;
}

std::uint32_t ClusterSpace::levelOf(std::span<const std::uint64_t> diff, std::size_t a,
                                    std::uint32_t from) const {
    const std::uint64_t bits = diff[m_word[a]];
    std::uint32_t level = from;
    while ((bits & m_masks[a][level - minLevel(a)]) != 0)
        ++level;
    return level;
}

void ClusterSpace::finish(Cluster& cluster) const {
    cluster.levels.resize(attributes());
    double perRecord = 0;
    for (std::size_t a = 0; a < attributes(); ++a) {
        cluster.levels[a] = levelOf(cluster.diff, a, minLevel(a));
        perRecord += m_cost[a][cluster.levels[a] - minLevel(a)][m_lattice.leaf(a, cluster.representative)];
    }
    cluster.loss = perRecord * static_cast<double>(cluster.records);
}

Cluster ClusterSpace::clusterOf(const Members& members) const {
    Cluster cluster;
    const auto keys = m_lattice.keys();
    cluster.representative = members.front();
    cluster.first.assign(keys.begin() + static_cast<std::ptrdiff_t>(members.front() * m_words),
                         keys.begin() + static_cast<std::ptrdiff_t>((members.front() + 1) * m_words));
    cluster.diff.assign(m_words, 0);
    for (const std::uint32_t member : members) {
        cluster.records += m_lattice.counts()[member];
        for (std::size_t w = 0; w < m_words; ++w)
            cluster.diff[w] |= keys[member * m_words + w] ^ cluster.first[w];
    }
    finish(cluster);
    return cluster;
}

Cluster ClusterSpace::joined(const Cluster& a, const Cluster& b) const {
    Cluster cluster = a;
    cluster.records += b.records;
    for (std::size_t w = 0; w < m_words; ++w)
        cluster.diff[w] |= b.diff[w] | (a.first[w] ^ b.first[w]);
    finish(cluster);
    return cluster;
}

double ClusterSpace::lossOfJoin(const Cluster& cluster, std::uint32_t member) const {
    std::uint64_t diff[Lattice::kMaxWords];
    const std::uint64_t* key = m_lattice.keys().data() + member * m_words;
    for (std::size_t w = 0; w < m_words; ++w)
        diff[w] = cluster.diff[w] | (key[w] ^ cluster.first[w]);
    double perRecord = 0;
    for (std::size_t a = 0; a < m_word.size(); ++a) {
        const std::uint32_t level = levelOf({diff, m_words}, a, cluster.levels[a]);
        perRecord += m_cost[a][level - minLevel(a)][m_lattice.leaf(a, member)];
    }
    return perRecord * static_cast<double>(cluster.records + m_lattice.counts()[member]);
}

bool ClusterSpace::fulfils(const Members& members) {
    m_class.counts.assign(1, 0);
    for (const std::uint32_t member : members)
        m_class.counts[0] += m_lattice.counts()[member];
    if (m_sizesOnly)
        return m_class.counts[0] >= m_rules.minClassSize;
    const auto& sensitive = m_lattice.bottom().sensitive;
    m_class.sensitive.resize(sensitive.size());
    for (std::size_t s = 0; s < sensitive.size(); ++s) {
        m_entries.clear();
        for (const std::uint32_t member : members) {
            for (std::uint32_t i = sensitive[s].begin[member]; i < sensitive[s].begin[member + 1]; ++i)
                m_entries.emplace_back(sensitive[s].values[i], sensitive[s].counts[i]);
        }
        std::sort(m_entries.begin(), m_entries.end());
        Distribution& merged = m_class.sensitive[s];
        merged.values.clear();
        merged.counts.clear();
        for (const auto& [value, count] : m_entries) {
            if (!merged.values.empty() && merged.values.back() == value) {
                merged.counts.back() += count;
            } else {
                merged.values.push_back(value);
                merged.counts.push_back(count);
            }
        }
        merged.begin = {0, static_cast<std::uint32_t>(merged.values.size())};
    }
    return m_class.counts[0] > 0 && m_judge.keepsClass(m_class, 0);
}

void ClusterSpace::order(const Members& members, std::size_t a, std::uint32_t level,
                         std::vector<std::pair<std::uint64_t, std::uint32_t>>& sorted) const {
    sorted.clear();
    const std::uint64_t mask = m_masks[a][level - minLevel(a)];
    for (const std::uint32_t member : members)
        sorted.emplace_back(m_lattice.keys()[member * m_words + m_word[a]] & mask, member);
    std::sort(sorted.begin(), sorted.end());
}

Result<std::vector<ClusterSpace::Members>>
ClusterSpace::clusterByNeighbours(const Members& members, const RunContext& context, double& loss) {
    std::vector<Members> clusters;
    std::vector<Cluster> facts;
    Members rest;
    for (const std::uint32_t member : members) {
        const Members alone{member};
        if (fulfils(alone)) {
            clusters.push_back(alone);
            facts.push_back(clusterOf(alone));
        } else {
            rest.push_back(member);
        }
    }
    Cluster last = rest.empty() ? Cluster() : clusterOf({rest.front()});
    Members left;
    while (!rest.empty()) {
        MANGROVE_TRY(context.check());
        // The farthest record from where the last cluster began.
        std::size_t seed = 0;
        double farthest = -1;
        for (std::size_t i = 0; i < rest.size(); ++i) {
            const double records = static_cast<double>(last.records + m_lattice.counts()[rest[i]]);
            const double distance = lossOfJoin(last, rest[i]) / records;
            if (distance > farthest) {
                farthest = distance;
                seed = i;
            }
        }
        Members cluster{rest[seed]};
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(seed));
        last = clusterOf(cluster);
        Cluster grown = last;
        bool good = false;
        while (!good && !rest.empty()) {
            std::size_t nearest = 0;
            double least = kUnreachable;
            for (std::size_t i = 0; i < rest.size(); ++i) {
                const double records = static_cast<double>(grown.records + m_lattice.counts()[rest[i]]);
                const double distance = lossOfJoin(grown, rest[i]) / records;
                if (distance < least) {
                    least = distance;
                    nearest = i;
                }
            }
            if (least == kUnreachable)
                break;
            cluster.push_back(rest[nearest]);
            grown = joined(grown, clusterOf({rest[nearest]}));
            rest[nearest] = rest.back();
            rest.pop_back();
            good = fulfils(cluster);
        }
        if (good) {
            clusters.push_back(std::move(cluster));
            facts.push_back(std::move(grown));
        } else {
            left.insert(left.end(), cluster.begin(), cluster.end());
        }
    }
    if (clusters.empty())
        return clusters;
    for (const std::uint32_t member : left) {
        double more = 0;
        const std::size_t host = cheapestHost(facts, member, facts.size(), more);
        if (more == kUnreachable)
            return std::vector<Members>();
        clusters[host].push_back(member);
        facts[host] = joined(facts[host], clusterOf({member}));
        // A model that is not convex may break; then the clusters are no use.
        if (!m_sizesOnly && !fulfils(clusters[host]))
            return std::vector<Members>();
    }
    loss = 0;
    for (const Cluster& cluster : facts)
        loss += cluster.loss;
    return clusters;
}

std::size_t ClusterSpace::cheapestHost(const std::vector<Cluster>& clusters, std::uint32_t member,
                                       std::size_t except, double& more) const {
    std::size_t host = 0;
    more = kUnreachable;
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        if (i == except || clusters[i].records == 0)
            continue;
        const double increase = lossOfJoin(clusters[i], member) - clusters[i].loss;
        if (increase < more) {
            more = increase;
            host = i;
        }
    }
    return host;
}

bool ClusterSpace::mayLeave(const Members& members, std::size_t index) {
    if (members.size() < 2)
        return false;
    Members others = members;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(index));
    return fulfils(others);
}

void ClusterSpace::exchange(std::vector<Members>& clusters, const std::function<bool()>& goesOn) {
    std::vector<Cluster> facts;
    for (const Members& members : clusters)
        facts.push_back(clusterOf(members));
    const auto move = [&](std::size_t from, std::size_t index, std::size_t to) {
        const std::uint32_t member = clusters[from][index];
        clusters[from].erase(clusters[from].begin() + static_cast<std::ptrdiff_t>(index));
        clusters[to].push_back(member);
        facts[to] = joined(facts[to], clusterOf({member}));
        facts[from] = clusters[from].empty() ? Cluster() : clusterOf(clusters[from]);
    };
    bool improved = true;
    while (improved && goesOn()) {
        improved = false;
        std::vector<std::size_t> order(clusters.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return facts[a].loss > facts[b].loss; });
        for (const std::size_t c : order) {
            if (clusters[c].empty() || facts[c].loss == 0)
                continue;
            if (!goesOn())
                break;
            // One member at a time, where enough are left without it.
            for (std::size_t index = 0; index < clusters[c].size();) {
                if (!mayLeave(clusters[c], index)) {
                    ++index;
                    continue;
                }
                Members others = clusters[c];
                others.erase(others.begin() + static_cast<std::ptrdiff_t>(index));
                const double less = facts[c].loss - clusterOf(others).loss;
                double more = 0;
                const std::size_t host = cheapestHost(facts, clusters[c][index], c, more);
                Members grown = clusters[host];
                grown.push_back(clusters[c][index]);
                if (more < less - kGain && (m_sizesOnly || fulfils(grown))) {
                    move(c, index, host);
                    improved = true;
                } else {
                    ++index;
                }
            }
            // All of them, each to the others' clusters.
            double more = 0;
            std::vector<std::size_t> hosts;
            std::map<std::size_t, Cluster> grown;
            for (const std::uint32_t member : clusters[c]) {
                double increase = 0;
                const std::size_t host = cheapestHost(facts, member, c, increase);
                if (increase == kUnreachable) {
                    more = kUnreachable;
                    break;
                }
                const Cluster& now = grown.try_emplace(host, facts[host]).first->second;
                const Cluster next = joined(now, clusterOf({member}));
                more += next.loss - now.loss;
                grown[host] = next;
                hosts.push_back(host);
                if (more >= facts[c].loss)
                    break;
            }
            if (!(more < facts[c].loss - kGain) || hosts.size() < clusters[c].size())
                continue;
            bool allowed = true;
            for (const auto& [host, cluster] : grown) {
                Members members = clusters[host];
                for (std::size_t i = 0; i < hosts.size(); ++i) {
                    if (hosts[i] == host)
                        members.push_back(clusters[c][i]);
                }
                allowed = allowed && (m_sizesOnly || fulfils(members));
            }
            if (!allowed)
                continue;
            for (std::size_t i = hosts.size(); i-- > 0;)
                move(c, i, hosts[i]);
            improved = true;
        }
    }
    std::erase_if(clusters, [](const Members& members) { return members.empty(); });
}

std::vector<std::vector<std::size_t>> ClusterSpace::equalLabels(const std::vector<Members>& clusters) const {
    std::map<std::vector<std::uint64_t>, std::size_t> number;
    std::vector<std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        const Cluster cluster = clusterOf(clusters[i]);
        std::vector<std::uint64_t> label(cluster.levels.begin(), cluster.levels.end());
        const std::vector<std::uint64_t> mask = m_lattice.mask(cluster.levels);
        for (std::size_t w = 0; w < m_words; ++w)
            label.push_back(cluster.first[w] & mask[w]);
        // The same label text at two levels is one label to whoever reads the output.
        for (std::size_t a = 0; a < attributes(); ++a) {
            const std::uint32_t leaf = m_lattice.leaf(a, cluster.representative);
            const std::uint32_t text = m_lattice.leafLabels(a, cluster.levels[a])[leaf];
            const std::uint32_t lowest = m_lattice.lowestLevelWithText(a, cluster.levels[a], leaf);
            label[a] = std::uint64_t{lowest} << 32U
                       | (lowest == cluster.levels[a] ? text : m_lattice.leafLabels(a, lowest)[leaf]);
        }
        label.resize(attributes());
        const auto [found, isNew] = number.try_emplace(std::move(label), groups.size());
        if (isNew)
            groups.emplace_back();
        groups[found->second].push_back(i);
    }
    return groups;
}

Status ClusterSpace::joinUntilFulfilled(std::vector<Members>& clusters) {
    for (bool broken = true; broken;) {
        broken = false;
        for (const auto& group : equalLabels(clusters)) {
            Members whole;
            for (const std::size_t i : group)
                whole.insert(whole.end(), clusters[i].begin(), clusters[i].end());
            if (fulfils(whole))
                continue;
            const Cluster cluster = clusterOf(whole);
            std::size_t host = clusters.size();
            double least = kUnreachable;
            for (std::size_t i = 0; i < clusters.size(); ++i) {
                if (std::find(group.begin(), group.end(), i) != group.end())
                    continue;
                const Cluster other = clusterOf(clusters[i]);
                const double more = joined(cluster, other).loss - other.loss;
                if (more < least) {
                    least = more;
                    host = i;
                }
            }
            if (host == clusters.size())
                return Error(errors::kNoValidNode, {"0", std::to_string(cluster.records)});
            clusters[host].insert(clusters[host].end(), whole.begin(), whole.end());
            for (const std::size_t i : group)
                clusters[i].clear();
            std::erase_if(clusters, [](const Members& members) { return members.empty(); });
            broken = true;
            break;
        }
    }
    return {};
}

std::vector<std::uint64_t> ClusterSpace::classSizes(const std::vector<Members>& clusters) const {
    std::vector<std::uint64_t> sizes;
    for (const auto& group : equalLabels(clusters)) {
        std::uint64_t& size = sizes.emplace_back(0);
        for (const std::size_t i : group) {
            for (const std::uint32_t member : clusters[i])
                size += m_lattice.counts()[member];
        }
    }
    return sizes;
}

double localLoss(const Lattice& lattice, const std::vector<Levels>& levels,
                 std::span<const std::uint32_t> clusterOf) {
    double sum = 0;
    for (std::size_t a = 0; a < lattice.attributes(); ++a) {
        const std::uint64_t domain = lattice.attribute(a).domain->domainSize();
        std::uint64_t weight = 0;
        for (std::size_t c = 0; c < lattice.classes(); ++c) {
            const bool isKept = clusterOf[c] != LocalSolution::kSuppressed;
            weight +=
                lattice.counts()[c]
                * (isKept ? lattice.leafWeights(a, levels[clusterOf[c]][a])[lattice.leaf(a, c)] : domain);
        }
        sum += lossOf(weight, lattice.records(), domain);
    }
    return lattice.attributes() == 0 ? 0 : sum / static_cast<double>(lattice.attributes());
}

} // namespace mangrove::deid
