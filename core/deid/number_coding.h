// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mangrove::deid {

/// Top and bottom coding: values at or beyond a bound become one group. Irreversible for these; all others
/// stay exact and identify as before. Extremes, means and variances of the column change.
struct LimitOptions {
    std::optional<double> lower, upper;
    bool labelled = true; ///< "<=0" and ">=90"; otherwise the bound itself
};
/// nullopt for what is no number (number_cell.h).
[[nodiscard]] std::optional<std::string> limitNumber(std::string_view cell, const LimitOptions& options);

/// The nearest multiple of `step` > 0, half away from zero, with the decimals of the step. Irreversible, but
/// the result narrows the original down to one step. nullopt for what is no number.
[[nodiscard]] std::optional<std::string> roundNumber(std::string_view cell, double step);

} // namespace mangrove::deid
