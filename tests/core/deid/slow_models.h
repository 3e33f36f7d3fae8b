// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace mangrove::test {

/// A table in memory with the hierarchies of its quasi-identifiers, and one sensitive column.
struct SlowTable {
    std::vector<std::vector<std::string>> rows; ///< quasi-identifiers only
    std::vector<std::string> sensitive;         ///< by row
    /// hierarchies[attribute][value] = all levels of the value
    std::vector<std::map<std::string, std::vector<std::string>>> hierarchies;
    std::map<std::string, std::vector<std::string>> sensitiveHierarchy;
    std::vector<bool> released; ///< by row; empty = all
};

struct SlowModel {
    std::string type, variant;
    double k = 0, m = 0, l = 0, c = 0, t = 0, delta = 0, beta = 0, min = 0, max = 0, threshold = 0;
};

struct SlowMeasure {
    std::string type = "loss";
    std::string aggregate = "arithmetic-mean";
    double gsFactor = 0.5;
    bool monotonic = false;
    std::vector<double> weights; ///< by attribute as used, largest 1
};

struct SlowResult {
    std::uint64_t suppressed = 0;
    std::uint64_t kept = 0;   ///< classes
    std::vector<double> loss; ///< one number, or all of them for the aggregate rank
};

/// One node by the definitions of peers.md A2, on the rows one by one, with strings and maps; shares no code
/// with the engine.
SlowResult measureSlowly(const SlowTable& table, const std::vector<unsigned>& levels,
                         const std::vector<SlowModel>& models, const SlowMeasure& measure);

} // namespace mangrove::test
