// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "deid/class_table.h"
#include "deid/levels.h"
#include "deid/quasi_domain.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace mangrove::deid {

/// One dimension of the lattice.
struct LatticeAttribute {
    const QuasiDomain* domain = nullptr; ///< not owned; outlives the lattice
    std::string column;                  ///< for errors
    std::uint32_t minLevel = 0;
    std::uint32_t maxLevel = 0; ///< inclusive
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
                                              const ClassTable& classes);

    [[nodiscard]] std::size_t attributes() const { return m_attributes.size(); }
    [[nodiscard]] const LatticeAttribute& attribute(std::size_t a) const { return m_attributes[a]; }
    [[nodiscard]] std::uint64_t records() const { return m_records; }
    /// Product of the attributes' numbers of levels; UINT64_MAX where it is larger.
    [[nodiscard]] std::uint64_t nodes() const { return m_nodes; }
    [[nodiscard]] bool contains(std::span<const std::uint32_t> levels) const;

    /// Classes at the bottom node (all minLevels).
    [[nodiscard]] std::size_t classes() const { return m_counts.size(); }
    [[nodiscard]] std::span<const std::uint64_t> counts() const { return m_counts; }
    /// Leaf of each class for attribute `a`.
    [[nodiscard]] std::span<const std::uint32_t> leaves(std::size_t a) const { return m_leaves[a]; }
    [[nodiscard]] std::uint32_t leafCount(std::size_t a) const { return m_leafCount[a]; }
    /// Hierarchy rows that share the label of `leaf` at `level` (minLevel <= level <= maxLevel).
    [[nodiscard]] std::span<const std::uint64_t> leafWeights(std::size_t a, std::uint32_t level) const {
        return m_weights[a][level - m_attributes[a].minLevel];
    }
    /// Leaf of a value code of the attribute's domain.
    [[nodiscard]] std::uint32_t leafOf(std::size_t a, std::uint32_t value) const {
        return m_attributes[a].domain->labelOf(m_attributes[a].minLevel, value);
    }

    /// Class at the bottom node of each combination of the ClassTable this was made from.
    [[nodiscard]] std::span<const std::uint32_t> classOf() const { return m_classOf; }

    [[nodiscard]] std::size_t words() const { return m_words; }
    /// Keys of all classes, words() each.
    [[nodiscard]] std::span<const std::uint64_t> keys() const { return m_keys; }
    /// Ors the key of a leaf into `key` (words() long).
    void addToKey(std::size_t a, std::uint32_t leaf, std::span<std::uint64_t> key) const;
    /// The bits that `levels` leaves.
    [[nodiscard]] std::vector<std::uint64_t> mask(std::span<const std::uint32_t> levels) const;

private:
    Lattice() = default;
    [[nodiscard]] Status makeCodes();
    void collapse(const ClassTable& classes);

    struct Code {
        std::vector<std::uint64_t> ofLeaf;      ///< path code of each leaf
        std::vector<std::uint64_t> maskOfLevel; ///< index level - minLevel
        unsigned bits = 0;
        std::size_t word = 0;
        unsigned shift = 0; ///< codes never straddle two words
    };
    std::vector<LatticeAttribute> m_attributes;
    std::vector<Code> m_codes;
    std::vector<std::uint32_t> m_leafCount;
    std::vector<std::vector<std::vector<std::uint64_t>>> m_weights; ///< [attribute][level - minLevel][leaf]
    std::vector<std::vector<std::uint32_t>> m_leaves;
    std::vector<std::uint32_t> m_classOf;
    std::vector<std::uint64_t> m_counts;
    std::vector<std::uint64_t> m_keys;
    std::size_t m_words = 1;
    std::uint64_t m_records = 0;
    std::uint64_t m_nodes = 1;
};

} // namespace mangrove::deid
