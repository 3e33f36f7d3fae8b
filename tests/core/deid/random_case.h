// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "core/deid/slow_models.h"
#include "support/temp_dir.h"

#include <string>
#include <utility>
#include <vector>

namespace mangrove::test {

/// A random table with random hierarchies, as files for the engine and as maps for the slow checks. Columns
/// q0, q1... and secret.
struct RandomCase {
    SlowTable table;
    std::vector<unsigned> heights;

    RandomCase(SeededRandom& random, bool sets);
    /// in.csv, h0.csv, h1.csv..., secret.csv.
    void write(TempDir& folder) const;
    [[nodiscard]] std::vector<std::vector<unsigned>>
    nodes(const std::vector<std::pair<unsigned, unsigned>>& bounds) const;
};

template<typename Item>
Item oneOf(SeededRandom& random, const std::vector<Item>& items) {
    return items[random.below(items.size())];
}

/// A model for both sides: what the recipe says and what the slow check takes.
std::pair<std::string, SlowModel> randomModel(SeededRandom& random, bool sets, bool subset);

} // namespace mangrove::test
