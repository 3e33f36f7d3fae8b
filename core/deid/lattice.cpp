// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/lattice.h"

#include "deid/errors.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace mangrove::deid {

namespace {

constexpr unsigned kWordBits = 64;
constexpr std::uint32_t kNoParent = std::numeric_limits<std::uint32_t>::max();

/// The label at `level` + 1 of each label at `level`; kNoParent for labels that no value of the data has. A
/// hierarchy is monotone by itself; only the labels added for missing and unknown values can clash with one
/// of its own.
Result<std::vector<std::uint32_t>> parents(const LatticeAttribute& attribute, std::uint32_t level) {
    const QuasiDomain& domain = *attribute.domain;
    std::vector<std::uint32_t> parent(domain.labels(level), kNoParent);
    for (std::uint32_t value = 0; value < domain.values(); ++value) {
        std::uint32_t& known = parent[domain.labelOf(level, value)];
        const std::uint32_t above = domain.labelOf(level + 1, value);
        if (known != kNoParent && known != above)
            return Error(errors::kHierarchyReserved, {attribute.column, std::to_string(level)});
        known = above;
    }
    return parent;
}

} // namespace

Result<Lattice> Lattice::make(std::vector<LatticeAttribute> attributes, const ClassTable& classes,
                              const ClassFacts& facts) {
    Lattice lattice;
    lattice.m_attributes = std::move(attributes);
    for (const LatticeAttribute& attribute : lattice.m_attributes) {
        const std::uint64_t levels = attribute.maxLevel - attribute.minLevel + 1;
        const bool overflows = lattice.m_nodes > std::numeric_limits<std::uint64_t>::max() / levels;
        lattice.m_nodes = overflows ? std::numeric_limits<std::uint64_t>::max() : lattice.m_nodes * levels;
        const QuasiDomain& domain = *attribute.domain;
        const std::uint32_t leaves = domain.labels(attribute.minLevel);
        if (leaves > std::numeric_limits<std::uint32_t>::max() - lattice.m_leafBegin.back())
            return Error(errors::kTooManyClasses, {"2^32"});
        lattice.m_leafBegin.push_back(lattice.m_leafBegin.back() + leaves);
        auto& weights = lattice.m_weights.emplace_back();
        auto& labels = lattice.m_labels.emplace_back();
        for (std::uint32_t level = attribute.minLevel; level <= attribute.maxLevel; ++level) {
            auto& weightOf = weights.emplace_back(leaves, 0);
            auto& labelOf = labels.emplace_back(leaves, 0);
            for (std::uint32_t value = 0; value < domain.values(); ++value) {
                const std::uint32_t leaf = domain.labelOf(attribute.minLevel, value);
                labelOf[leaf] = domain.labelOf(level, value);
                weightOf[leaf] = domain.weight(level, labelOf[leaf]);
            }
        }
    }
    MANGROVE_TRY(lattice.makeCodes());
    lattice.collapse(classes, facts);
    return lattice;
}

Status Lattice::makeCodes() {
    std::size_t word = 0;
    unsigned used = 0;
    for (const LatticeAttribute& attribute : m_attributes) {
        const QuasiDomain& domain = *attribute.domain;
        Code code;
        // From the top down: the code of a label is its parent's code followed by its number among the
        // children.
        std::vector<std::uint64_t> upper(domain.labels(attribute.maxLevel));
        for (std::size_t label = 0; label < upper.size(); ++label)
            upper[label] = label;
        std::vector<unsigned> bitsUpTo{
            static_cast<unsigned>(std::bit_width(std::max<std::size_t>(upper.size(), 1) - 1))};
        for (std::uint32_t level = attribute.maxLevel; level-- > attribute.minLevel;) {
            MANGROVE_ASSIGN(const std::vector<std::uint32_t> parent, parents(attribute, level));
            std::vector<std::uint32_t> children(upper.size(), 0);
            std::vector<std::uint64_t> lower(parent.size(), 0);
            std::uint32_t most = 1;
            // Labels of the hierarchy that no value of the data has keep no parent and get no code.
            std::vector<std::uint32_t> number(parent.size(), 0);
            for (std::size_t label = 0; label < parent.size(); ++label) {
                if (parent[label] != kNoParent)
                    most = std::max(most, (number[label] = children[parent[label]]++) + 1);
            }
            const auto bits = static_cast<unsigned>(std::bit_width(most - 1));
            if (bitsUpTo.back() + bits > kWordBits)
                return Error(errors::kTooManyClasses, {"2^64"});
            for (std::size_t label = 0; label < parent.size(); ++label) {
                if (parent[label] != kNoParent)
                    lower[label] = (upper[parent[label]] << bits) | number[label];
            }
            bitsUpTo.push_back(bitsUpTo.back() + bits);
            upper = std::move(lower);
        }
        code.ofLeaf = std::move(upper);
        code.bits = bitsUpTo.back();
        if (used + code.bits > kWordBits) {
            ++word;
            used = 0;
        }
        code.word = word;
        code.shift = used;
        used += code.bits;
        for (std::size_t i = bitsUpTo.size(); i-- > 0;) {
            const unsigned kept = bitsUpTo[i];
            const std::uint64_t low = kept == 0 ? 0 : ~std::uint64_t{0} >> (kWordBits - kept);
            code.maskOfLevel.push_back(low << (code.bits - kept));
        }
        m_codes.push_back(std::move(code));
    }
    m_words = std::bit_ceil(word + 1);
    if (m_words > kMaxWords)
        return Error(errors::kTooManyClasses, {"2^1024"});
    return {};
}

void Lattice::collapse(const ClassTable& classes, const ClassFacts& facts) {
    const std::size_t m = m_attributes.size();
    const bool hasSubset = !facts.released.empty();
    ClassTable collapsed(m);
    std::vector<std::uint32_t> leaves(m);
    for (std::size_t a = 0; a < m; ++a)
        m_perValue.emplace_back(m_attributes[a].domain->values(), 0);
    m_classOf.reserve(classes.size());
    for (std::size_t c = 0; c < classes.size(); ++c) {
        const auto codes = classes.codes(c);
        const std::uint64_t released = hasSubset ? facts.released[c] : classes.count(c);
        for (std::size_t a = 0; a < m; ++a) {
            leaves[a] = leafOf(a, codes[a]);
            m_perValue[a][codes[a]] += released;
        }
        m_records += released;
        m_classOf.push_back(collapsed.add(leaves, classes.count(c)));
    }
    m_bottom.words = m_words;
    m_bottom.counts.assign(collapsed.size(), 0);
    for (std::size_t c = 0; c < classes.size(); ++c)
        m_bottom.counts[m_classOf[c]] += hasSubset ? facts.released[c] : classes.count(c);
    if (hasSubset)
        m_bottom.population.assign(collapsed.counts().begin(), collapsed.counts().end());
    m_leafPlaces.reserve(collapsed.size() * m);
    m_bottom.keys.assign(collapsed.size() * m_words, 0);
    m_perLeaf.assign(m_leafBegin[m], 0);
    for (std::size_t c = 0; c < collapsed.size(); ++c) {
        const auto codes = collapsed.codes(c);
        for (std::size_t a = 0; a < m; ++a) {
            m_leafPlaces.push_back(m_leafBegin[a] + codes[a]);
            m_perLeaf[m_leafPlaces.back()] += m_bottom.counts[c];
            addToKey(a, codes[a], std::span(m_bottom.keys).subspan(c * m_words, m_words));
        }
        m_bottom.representative.push_back(static_cast<std::uint32_t>(c));
    }
    if (facts.squares) {
        m_bottom.squares.assign(collapsed.size(), 0);
        for (std::size_t c = 0; c < classes.size(); ++c) {
            const std::uint64_t count = hasSubset ? facts.released[c] : classes.count(c);
            const auto share =
                static_cast<double>(count) / static_cast<double>(std::max<std::uint64_t>(m_records, 1));
            m_bottom.squares[m_classOf[c]] += count * count;
            m_divergence += count == 0 ? 0 : static_cast<double>(count) * share * std::log2(share);
        }
    }
    for (const ClassTable* counts : facts.sensitive)
        addSensitive(*counts);
}

void Lattice::addSensitive(const ClassTable& counts) {
    std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> perClass(m_bottom.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto codes = counts.codes(i);
        perClass[m_classOf[codes[0]]].emplace_back(codes[1], static_cast<std::uint32_t>(counts.count(i)));
    }
    Distribution& distribution = m_bottom.sensitive.emplace_back();
    for (auto& entries : perClass) {
        std::sort(entries.begin(), entries.end());
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (i > 0 && entries[i].first == entries[i - 1].first) {
                distribution.counts.back() += entries[i].second;
            } else {
                distribution.values.push_back(entries[i].first);
                distribution.counts.push_back(entries[i].second);
            }
        }
        distribution.begin.push_back(static_cast<std::uint32_t>(distribution.values.size()));
    }
}

std::uint32_t Lattice::lowestLevelWithText(std::size_t a, std::uint32_t level, std::uint32_t leaf) const {
    const QuasiDomain& domain = *m_attributes[a].domain;
    const std::string& text = domain.text(level, leafLabels(a, level)[leaf]);
    while (level > m_attributes[a].minLevel && domain.text(level - 1, leafLabels(a, level - 1)[leaf]) == text)
        --level;
    return level;
}

std::pair<std::size_t, std::uint64_t> Lattice::levelBits(std::size_t a, std::uint32_t level) const {
    const Code& code = m_codes[a];
    const std::uint64_t bits = code.maskOfLevel[level - m_attributes[a].minLevel];
    return {code.word, code.bits == 0 ? 0 : bits << code.shift};
}

bool Lattice::isAllTop(std::size_t bottomClass, std::span<const std::uint32_t> levels) const {
    for (std::size_t a = 0; a < levels.size(); ++a) {
        const std::uint32_t label = leafLabels(a, levels[a])[leaf(a, bottomClass)];
        if (m_attributes[a].domain->text(levels[a], label) != kTop)
            return false;
    }
    return true;
}

bool Lattice::contains(std::span<const std::uint32_t> levels) const {
    if (levels.size() != m_attributes.size())
        return false;
    for (std::size_t a = 0; a < levels.size(); ++a) {
        if (levels[a] < m_attributes[a].minLevel || levels[a] > m_attributes[a].maxLevel)
            return false;
    }
    return true;
}

void Lattice::addToKey(std::size_t a, std::uint32_t leaf, std::span<std::uint64_t> key) const {
    const Code& code = m_codes[a];
    if (code.bits > 0)
        key[code.word] |= code.ofLeaf[leaf] << code.shift;
}

std::vector<std::uint64_t> Lattice::mask(std::span<const std::uint32_t> levels) const {
    std::vector<std::uint64_t> bits(m_words, 0);
    for (std::size_t a = 0; a < levels.size(); ++a) {
        const Code& code = m_codes[a];
        if (code.bits > 0)
            bits[code.word] |= code.maskOfLevel[levels[a] - m_attributes[a].minLevel] << code.shift;
    }
    return bits;
}

} // namespace mangrove::deid
