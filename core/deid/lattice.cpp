// SPDX-License-Identifier: GPL-3.0-or-later
#include "deid/lattice.h"

#include "deid/errors.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace mangrove::deid {

namespace {

constexpr unsigned kWordBits = 64;
constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

/// The label at `level` + 1 of each label at `level`; kNone for labels that no value of the data has. A
/// hierarchy is monotone by itself; only the labels added for missing and unknown values can clash with one
/// of its own.
Result<std::vector<std::uint32_t>> parents(const LatticeAttribute& attribute, std::uint32_t level) {
    const QuasiDomain& domain = *attribute.domain;
    std::vector<std::uint32_t> parent(domain.labels(level), kNone);
    for (std::uint32_t value = 0; value < domain.values(); ++value) {
        std::uint32_t& known = parent[domain.labelOf(level, value)];
        const std::uint32_t above = domain.labelOf(level + 1, value);
        if (known != kNone && known != above)
            return Error(errors::kHierarchyReserved, {attribute.column, std::to_string(level)});
        known = above;
    }
    return parent;
}

} // namespace

Result<Lattice> Lattice::make(std::vector<LatticeAttribute> attributes, const ClassTable& classes) {
    Lattice lattice;
    lattice.m_attributes = std::move(attributes);
    lattice.m_records = classes.records();
    for (const LatticeAttribute& attribute : lattice.m_attributes) {
        const std::uint64_t levels = attribute.maxLevel - attribute.minLevel + 1;
        const bool overflows = lattice.m_nodes > std::numeric_limits<std::uint64_t>::max() / levels;
        lattice.m_nodes = overflows ? std::numeric_limits<std::uint64_t>::max() : lattice.m_nodes * levels;
        const QuasiDomain& domain = *attribute.domain;
        const std::uint32_t leaves = domain.labels(attribute.minLevel);
        lattice.m_leafCount.push_back(leaves);
        auto& weights = lattice.m_weights.emplace_back();
        for (std::uint32_t level = attribute.minLevel; level <= attribute.maxLevel; ++level) {
            auto& ofLeaf = weights.emplace_back(leaves, 0);
            for (std::uint32_t value = 0; value < domain.values(); ++value)
                ofLeaf[domain.labelOf(attribute.minLevel, value)] =
                    domain.weight(level, domain.labelOf(level, value));
        }
    }
    MANGROVE_TRY(lattice.makeCodes());
    lattice.collapse(classes);
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
                if (parent[label] != kNone)
                    most = std::max(most, (number[label] = children[parent[label]]++) + 1);
            }
            const auto bits = static_cast<unsigned>(std::bit_width(most - 1));
            if (bitsUpTo.back() + bits > kWordBits)
                return Error(errors::kTooManyClasses, {"2^64"});
            for (std::size_t label = 0; label < parent.size(); ++label) {
                if (parent[label] != kNone)
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

void Lattice::collapse(const ClassTable& classes) {
    const std::size_t m = m_attributes.size();
    ClassTable collapsed(m);
    std::vector<std::uint32_t> leaves(m);
    for (std::size_t c = 0; c < classes.size(); ++c) {
        const auto codes = classes.codes(c);
        for (std::size_t a = 0; a < m; ++a)
            leaves[a] = leafOf(a, codes[a]);
        m_classOf.push_back(collapsed.add(leaves, classes.count(c)));
    }
    m_counts.assign(collapsed.counts().begin(), collapsed.counts().end());
    m_leaves.assign(m, std::vector<std::uint32_t>(collapsed.size()));
    m_keys.assign(collapsed.size() * m_words, 0);
    for (std::size_t c = 0; c < collapsed.size(); ++c) {
        const auto codes = collapsed.codes(c);
        for (std::size_t a = 0; a < m; ++a) {
            m_leaves[a][c] = codes[a];
            addToKey(a, codes[a], std::span(m_keys).subspan(c * m_words, m_words));
        }
    }
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
