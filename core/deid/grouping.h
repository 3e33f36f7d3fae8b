// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mangrove::deid {

/// How often each value of a sensitive column occurs in each group: group g has the entries begin[g] to
/// begin[g + 1], sorted by value. Counts records of the released subset.
struct Distribution {
    std::vector<std::uint32_t> begin{0};
    std::vector<std::uint32_t> values;
    std::vector<std::uint32_t> counts;
};

/// Equivalence classes of one node, in order of their first bottom class, which makes every later result
/// independent of the way the node was reached.
struct Grouping {
    std::size_t words = 1;
    std::vector<std::uint64_t> keys;           ///< `words` each
    std::vector<std::uint64_t> counts;         ///< records; of the subset where there is one, so it may be 0
    std::vector<std::uint32_t> representative; ///< the first bottom class of each group
    std::vector<std::uint64_t> population;     ///< records of all rows; empty without a subset
    std::vector<std::uint64_t> squares; ///< sum of the squared counts of raw combinations; empty where unused
    std::vector<Distribution> sensitive;
    std::vector<std::uint32_t> groupOf; ///< group of each group of the finer grouping this came from

    [[nodiscard]] std::size_t size() const { return counts.size(); }
};

/// Forms coarser groups from finer ones. Owns scratch memory: one object a thread.
class Grouper {
public:
    /// `into` becomes the groups of `finer` under `mask`; what it held is reused. Precondition: `finer` is at
    /// or below the node of the mask.
    void roll(const Grouping& finer, std::span<const std::uint64_t> mask, Grouping& into);

private:
    template<std::size_t Words>
    void assign(const Grouping& finer, std::span<const std::uint64_t> mask, std::size_t slots,
                Grouping& into);
    void merge(const Distribution& finer, const Grouping& into, Distribution& merged);

    struct Slot {
        std::uint64_t firstWord = 0; ///< of the group's key: most groups are told apart without a second look
        std::uint32_t epoch = 0;
        std::uint32_t group = 0;
    };
    std::vector<Slot> m_slots;
    std::uint32_t m_epoch = 0;
    std::vector<std::uint32_t> m_order, m_first;
    std::vector<std::uint32_t> m_sums, m_touched;
};

} // namespace mangrove::deid
