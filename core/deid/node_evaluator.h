// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/lattice.h"
#include "deid/loss.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace mangrove::deid {

/// What a node must fulfil.
struct NodeRules {
    std::uint64_t minClassSize = 1;     ///< smaller classes are suppressed whole
    std::uint64_t suppressionLimit = 0; ///< records that may be suppressed
    /// GB/T 42460 for controlled and enclave sharing: mean of 1/f over kept classes, times `probability`,
    /// must be below `acceptable`. Not monotone, so it only decides about the node itself.
    struct MeanRisk {
        double probability = 1;
        double acceptable = 0.05;
    };
    std::optional<MeanRisk> meanRisk;
};

/// floor(limit x records) for a limit written in decimals: 0.29 of 100 records are 29, although the binary
/// number nearest to 0.29 is a little smaller.
[[nodiscard]] std::uint64_t suppressionBudget(double limit, std::uint64_t records);

struct NodeResult {
    std::uint64_t suppressed = 0;
    std::uint64_t keptClasses = 0;
    bool valid = false; ///< suppressed <= limit and the mean risk, if asked for, is acceptable
    double score = 0;   ///< of LossMeasure
};

/// Forms the classes of one node after the other. Owns scratch memory: one object a thread.
class NodeEvaluator {
public:
    NodeEvaluator(const Lattice& lattice, const LossMeasure& loss, const NodeRules& rules);

    [[nodiscard]] NodeResult evaluate(std::span<const std::uint32_t> levels);
    /// Of the last node: suppressed records per leaf of attribute `a`.
    [[nodiscard]] std::span<const std::uint64_t> suppressedPerLeaf(std::size_t a) const {
        return m_suppressed[a];
    }
    /// Of the last node: sizes of the kept classes, in order of first appearance.
    [[nodiscard]] std::vector<std::uint64_t> keptSizes() const;
    /// Of the last node: is class `c` of the lattice kept?
    [[nodiscard]] bool keeps(std::size_t c) const {
        return m_groupCount[m_groupOf[c]] >= m_rules.minClassSize;
    }

private:
    template<std::size_t Words>
    void group(std::span<const std::uint64_t> mask);
    void countSuppressed();
    [[nodiscard]] bool meanRiskHolds(std::uint64_t keptClasses) const;

    struct Slot {
        std::uint32_t epoch = 0;
        std::uint32_t group = 0;
    };
    const Lattice& m_lattice;
    const LossMeasure& m_loss;
    NodeRules m_rules;
    std::vector<Slot> m_slots;
    std::uint32_t m_epoch = 0;
    std::vector<std::uint64_t> m_groupKeys;
    std::vector<std::uint64_t> m_groupCount;
    std::vector<std::uint32_t> m_groupOf;
    std::vector<std::uint32_t> m_lost; ///< classes suppressed at the last node
    std::vector<std::vector<std::uint64_t>> m_suppressed;
    std::vector<std::vector<std::uint64_t>> m_all; ///< records per leaf
};

} // namespace mangrove::deid
