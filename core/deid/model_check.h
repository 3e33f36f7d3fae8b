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
    /// The worst class's figure: smallest size (k-anonymity, gbt-39725, highest-risk) or number of people
    /// (k-map), greatest share (delta-presence), of models of a sensitive column SensitiveModel::measure();
    /// of models over all classes their risk, of gbt-42460 R. Absent where there is no class, and where the
    /// figure is infinite.
    std::optional<double> measured;
    std::optional<double> limit; ///< of `measured`
    /// The worst figure at the other end where a model limits both (delta-presence: the least share).
    std::optional<double> measuredLeast, limitLeast;
    bool holds = true;
    friend bool operator==(const ModelCheck&, const ModelCheck&) = default;
};

/// The classes of a finished table as its rows were counted, apart from the search that chose them.
struct WrittenClasses {
    std::vector<std::uint64_t> sizes; ///< of the kept classes
    std::vector<bool> isTop;          ///< by class: `*` in every attribute
    std::vector<bool> columnIsTop;    ///< by quasi-identifier: `*` in every class
    /// By class: people of the population with its labels; empty where the table is all there is.
    std::vector<std::uint64_t> populations;
    std::uint64_t records = 0;    ///< released ones, suppressed ones included
    std::uint64_t population = 0; ///< people of the population, released ones included; 0 without one
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
/// sensitive columns.
[[nodiscard]] Result<std::vector<ModelCheck>>
checkWritten(const Recipe& recipe, const WrittenClasses& written, const RiskReport& after);
/// kModelUnmet for the first that does not hold.
[[nodiscard]] Status requireAll(const std::vector<ModelCheck>& checks);

} // namespace mangrove::deid
