// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "deid/class_table.h"
#include "deid/grouping.h"
#include "deid/levels.h"
#include "deid/quasi_domain.h"

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace mangrove::deid {

/// One dimension of the lattice.
struct LatticeAttribute {
    const QuasiDomain* domain = nullptr; ///< not owned; outlives the lattice
    std::string column;                  ///< for errors
    std::uint32_t minLevel = 0;
    std::uint32_t maxLevel = 0; ///< inclusive
};

/// What is known of the combinations of a ClassTable beside their counts; each part may be empty.
struct ClassFacts {
    /// Records of the released subset, by combination; empty = all records are released.
    std::vector<std::uint64_t> released;
    /// For each sensitive column how many released records of a combination have a value; codes are
    /// (combination, value).
    std::vector<const ClassTable*> sensitive;
    bool squares = false; ///< keep Grouping::squares
};

/// The search space over the distinct classes: generalizing to a node is one AND per class. Every value has a
/// path code, the child numbers on its way down from the top of its hierarchy, most significant first, so a
/// level is a bit mask. Values that agree at an attribute's minLevel are one leaf. Immutable after make(),
/// thread-safe.
class Lattice {
public:
    /// Words of 64 bits in a key. More than kMaxWords * 64 bits are refused with kTooManyClasses.
    static constexpr std::size_t kMaxWords = 16;
    [[nodiscard]] static Result<Lattice> make(std::vector<LatticeAttribute> attributes,
                                              const ClassTable& classes, const ClassFacts& facts = {});

    [[nodiscard]] std::size_t attributes() const { return m_attributes.size(); }
    [[nodiscard]] const LatticeAttribute& attribute(std::size_t a) const { return m_attributes[a]; }
    /// Released records: those of the subset where there is one.
    [[nodiscard]] std::uint64_t records() const { return m_records; }
    /// Product of the attributes' numbers of levels; UINT64_MAX where it is larger.
    [[nodiscard]] std::uint64_t nodes() const { return m_nodes; }
    [[nodiscard]] bool contains(std::span<const std::uint32_t> levels) const;

    /// Classes at the bottom node (all minLevels).
    [[nodiscard]] std::size_t classes() const { return m_bottom.size(); }
    [[nodiscard]] std::span<const std::uint64_t> counts() const { return m_bottom.counts; }
    /// The classes at the bottom node, each its own representative.
    [[nodiscard]] const Grouping& bottom() const { return m_bottom; }
    /// Leaf of class `c` for attribute `a`.
    [[nodiscard]] std::uint32_t leaf(std::size_t a, std::size_t c) const {
        return m_leafPlaces[c * m_attributes.size() + a] - m_leafBegin[a];
    }
    [[nodiscard]] std::uint32_t leafCount(std::size_t a) const { return m_leafBegin[a + 1] - m_leafBegin[a]; }
    /// The leaves of all attributes stand in one row of places, those of attribute `a` from leafBegin(a) on;
    /// leafBegin(attributes()) = their number. What is counted by leaf is counted in such a row.
    [[nodiscard]] std::uint32_t leafBegin(std::size_t a) const { return m_leafBegin[a]; }
    /// The places of class `c`, one for each attribute.
    [[nodiscard]] std::span<const std::uint32_t> leafPlaces(std::size_t c) const {
        return {m_leafPlaces.data() + c * m_attributes.size(), m_attributes.size()};
    }
    /// Hierarchy rows that share the label of `leaf` at `level` (minLevel <= level <= maxLevel).
    [[nodiscard]] std::span<const std::uint64_t> leafWeights(std::size_t a, std::uint32_t level) const {
        return m_weights[a][level - m_attributes[a].minLevel];
    }
    /// Label of each leaf at `level`, as numbered by the domain.
    [[nodiscard]] std::span<const std::uint32_t> leafLabels(std::size_t a, std::uint32_t level) const {
        return m_labels[a][level - m_attributes[a].minLevel];
    }
    /// The lowest level from minLevel on at which the label of `leaf` reads the same up to `level`.
    [[nodiscard]] std::uint32_t lowestLevelWithText(std::size_t a, std::uint32_t level,
                                                    std::uint32_t leaf) const;
    /// The word of a key that holds the code of attribute `a`, and its bits that `level` leaves.
    [[nodiscard]] std::pair<std::size_t, std::uint64_t> levelBits(std::size_t a, std::uint32_t level) const;
    /// Whether a bottom class says nothing at all at the node: `*` in every attribute.
    [[nodiscard]] bool isAllTop(std::size_t bottomClass, std::span<const std::uint32_t> levels) const;
    /// Released records by leaf, in places, and by value code.
    [[nodiscard]] std::span<const std::uint64_t> recordsPerLeaf() const { return m_perLeaf; }
    [[nodiscard]] std::span<const std::uint64_t> recordsPerLeaf(std::size_t a) const {
        return recordsPerLeaf().subspan(m_leafBegin[a], leafCount(a));
    }
    [[nodiscard]] std::span<const std::uint64_t> recordsPerValue(std::size_t a) const {
        return m_perValue[a];
    }
    /// Sum over released records of p log2 p, p = share of the record's raw combination; with
    /// ClassFacts::squares.
    [[nodiscard]] double divergence() const { return m_divergence; }
    /// Leaf of a value code of the attribute's domain.
    [[nodiscard]] std::uint32_t leafOf(std::size_t a, std::uint32_t value) const {
        return m_attributes[a].domain->labelOf(m_attributes[a].minLevel, value);
    }

    /// Class at the bottom node of each combination of the ClassTable this was made from.
    [[nodiscard]] std::span<const std::uint32_t> classOf() const { return m_classOf; }

    [[nodiscard]] std::size_t words() const { return m_words; }
    /// Keys of all classes, words() each.
    [[nodiscard]] std::span<const std::uint64_t> keys() const { return m_bottom.keys; }
    /// Ors the key of a leaf into `key` (words() long).
    void addToKey(std::size_t a, std::uint32_t leaf, std::span<std::uint64_t> key) const;
    /// The bits that `levels` leaves.
    [[nodiscard]] std::vector<std::uint64_t> mask(std::span<const std::uint32_t> levels) const;

private:
    Lattice() = default;
    [[nodiscard]] Status makeCodes();
    void collapse(const ClassTable& classes, const ClassFacts& facts);
    void addSensitive(const ClassTable& counts);

    struct Code {
        std::vector<std::uint64_t> ofLeaf;      ///< path code of each leaf
        std::vector<std::uint64_t> maskOfLevel; ///< index level - minLevel
        unsigned bits = 0;
        std::size_t word = 0;
        unsigned shift = 0; ///< codes never straddle two words
    };
    std::vector<LatticeAttribute> m_attributes;
    std::vector<Code> m_codes;
    std::vector<std::uint32_t> m_leafBegin{0};
    std::vector<std::vector<std::vector<std::uint64_t>>> m_weights; ///< [attribute][level - minLevel][leaf]
    std::vector<std::uint32_t> m_leafPlaces;                        ///< [class][attribute]
    std::vector<std::uint32_t> m_classOf;
    std::vector<std::vector<std::vector<std::uint32_t>>> m_labels; ///< as m_weights
    std::vector<std::uint64_t> m_perLeaf;
    std::vector<std::vector<std::uint64_t>> m_perValue;
    Grouping m_bottom;
    std::size_t m_words = 1;
    std::uint64_t m_records = 0;
    double m_divergence = 0;
    std::uint64_t m_nodes = 1;
};

} // namespace mangrove::deid
