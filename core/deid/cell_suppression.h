// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace mangrove::deid {

/// Which cells are emptied. Irreversible; all other cells stay exact and identify as before. Missing values
/// are then no longer missing at random.
struct CellSuppression {
    std::vector<std::string> values;    ///< these texts
    std::optional<double> lower, upper; ///< numbers below, above
    std::uint32_t fewerThan = 0;        ///< values that stand in fewer rows of the table
};

/// Decides by value. Immutable, thread-safe.
class CellSuppressor {
public:
    /// `rare`: the values that stand in fewer than options.fewerThan rows.
    CellSuppressor(const CellSuppression& options, const std::vector<std::string>& rare);
    [[nodiscard]] bool empties(std::string_view cell) const;

private:
    std::unordered_set<std::string> m_values;
    std::optional<double> m_lower, m_upper;
};

} // namespace mangrove::deid
