// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/deid/slow_models.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::test {

/// A release as its file has it, beside the table it was made from: classes of equal labels, told apart by
/// the labels' text. Reads and counts with maps of strings; shares no code with the engine.
struct SlowRelease {
    const SlowTable* table = nullptr; ///< what was released
    /// Sensitive values of each class of the file.
    std::map<std::vector<std::string>, std::vector<std::string>> classes;
    /// All rows of the table under the same levels.
    std::map<std::vector<std::string>, double> population;
    SlowCounts everyone; ///< sensitive values of all rows that might have been released

    SlowRelease() = default;
    /// `file`: the quasi-identifiers in the table's order, then the sensitive column.
    SlowRelease(const SlowTable& original, const std::vector<unsigned>& levels,
                const std::filesystem::path& file);
};

/// What a model says of a release.
struct SlowFigure {
    double classes = 0, broken = 0;
    std::optional<double> measured, measuredLeast; ///< of the worst class; absent where infinite
    bool holds = true;
};
SlowFigure judgeSlowly(const SlowRelease& release, const SlowModel& model);

} // namespace mangrove::test
