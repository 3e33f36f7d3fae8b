// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deid/adult_data.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mangrove::test {

/// The definitions of peers.md A2 written down as plainly as possible; shares no code with the engine.
class SlowLattice {
public:
    explicit SlowLattice(const AdultData& data);

    struct Question {
        unsigned k = 5;
        double gsFactor = 0.5;
        std::string aggregate = "arithmetic-mean";
    };
    struct Answer {
        std::uint64_t suppressed = 0;
        std::uint64_t keptClasses = 0;
        double loss = 0;
    };
    /// All levels at one node, for several questions at once.
    std::vector<Answer> measure(const std::vector<unsigned>& levels,
                                const std::vector<Question>& questions) const;
    /// Every node of the lattice.
    std::vector<std::vector<unsigned>> nodes() const;
    std::uint64_t records() const { return m_records; }

private:
    struct Combination {
        std::vector<std::size_t> value; ///< by attribute
        std::uint64_t count = 0;
    };
    struct Attribute {
        std::size_t levels = 0;
        double rows = 0;                             ///< hierarchy rows
        std::vector<std::vector<std::size_t>> label; ///< [level][value]
        std::vector<std::vector<double>> share;      ///< [level][value]
    };
    std::vector<Attribute> m_attributes;
    std::vector<Combination> m_combinations;
    std::uint64_t m_records = 0;
};

} // namespace mangrove::test
