// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "deid/recipe.h"
#include "deid/risk.h"
#include "deid/sensitive_counts.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::deid {

/// A model of the recipe on what was written.
struct ModelCheck {
    std::string model, variant, column; ///< words of the recipe; "" where it has none
    /// Models of classes: kept classes, and those of them that break it. Of a model over all classes `broken`
    /// is the number of classes that would have to go for it to hold.
    std::uint64_t classes = 0, broken = 0;
    /// Smallest class, share or risk; absent for models over a sensitive column.
    std::optional<double> measured;
    std::optional<double> limit; ///< of `measured`
    bool holds = true;
    friend bool operator==(const ModelCheck&, const ModelCheck&) = default;
};

/// The classes of a finished table as its rows were counted, apart from the search that chose them.
struct WrittenClasses {
    std::vector<std::uint64_t> sizes; ///< of the kept classes
    std::vector<bool> isTop;          ///< by class: `*` in every attribute
    std::uint64_t records = 0;        ///< released ones, suppressed ones included
    struct Sensitive {
        std::string column;
        std::optional<Hierarchy> hierarchy;
        /// By class, numbered from 1 as `sizes`; 0 = the suppressed records, which belong to the table's
        /// distribution.
        const SensitiveCounts* counts = nullptr; ///< not owned
    };
    std::vector<Sensitive> sensitive;
};

/// Judges every model of the recipe on these classes; `after` is the risk measured on them. kHierarchy… of
/// sensitive columns. delta-presence and k-map need a subset, of which no table is written: they are not
/// among them.
[[nodiscard]] Result<std::vector<ModelCheck>>
checkWritten(const Recipe& recipe, const WrittenClasses& written, const RiskReport& after);
/// kModelUnmet for the first that does not hold.
[[nodiscard]] Status requireAll(const std::vector<ModelCheck>& checks);

} // namespace mangrove::deid
