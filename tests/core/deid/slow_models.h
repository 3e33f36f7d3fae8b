// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <set>
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

using SlowCounts = std::map<std::string, double>; ///< records by value

double digammaSlowly(double x);
/// Earth mover's distance of two distributions: "equal", "ordered" (bytes), "hierarchical".
double distanceSlowly(const SlowTable& table, const std::string& variant, const SlowCounts& p,
                      const SlowCounts& q);
/// The items of a set, separated by semicolons.
std::set<std::string> itemsSlowly(const std::string& cell);

/// The fewest cells that have one of the sets of 1 to `most` items that occur in any of them; infinite where
/// no cell has an item.
double leastSupportSlowly(const std::vector<std::string>& cells, double most);

/// One node by the definitions of peers.md A2, on the rows one by one, with strings and maps; shares no code
/// with the engine.
SlowResult measureSlowly(const SlowTable& table, const std::vector<unsigned>& levels,
                         const std::vector<SlowModel>& models, const SlowMeasure& measure);

} // namespace mangrove::test
