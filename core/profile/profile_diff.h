// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile/table_profile.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::profile {

/// How one column differs between two profiles.
struct ColumnDiff {
    std::string name;   ///< in the later profile
    std::string before; ///< in the earlier one; differs from `name` where the column was renamed
    ValueType typeBefore = ValueType::Empty;
    ValueType typeAfter = ValueType::Empty;
    double missingBefore = 0; ///< share of the rows
    double missingAfter = 0;
    std::uint64_t distinctBefore = 0;
    std::uint64_t distinctAfter = 0;
    /// Population stability index: sum of (p - q) ln(p / q) over bins, shares under 0.0001 taken as 0.0001,
    /// "missing" a bin of its own (Siddiqi, Credit Risk Scorecards, 2006; its rule of thumb: under 0.1
    /// stable, from 0.25 shifted). Numbers and times: the earlier profile's histogram bins and one on each
    /// side. Others: its most frequent values and "all others". nullopt where a type changed or there are no
    /// values.
    std::optional<double> psi;
    /// Largest distance of the two distribution functions (Smirnov 1939), each linear within the bins of its
    /// histogram; numbers and times only.
    std::optional<double> ks;

    [[nodiscard]] bool renamed() const { return name != before; }
    [[nodiscard]] bool typeChanged() const { return typeBefore != typeAfter; }
    /// PSI of 0.25 or more.
    [[nodiscard]] bool shifted() const { return psi && *psi >= 0.25; }
};

struct ProfileDiff {
    std::uint64_t rowsBefore = 0;
    std::uint64_t rowsAfter = 0;
    bool sameFile = false; ///< the SHA-256 of both is the same
    std::vector<std::string> added;
    std::vector<std::string> dropped;
    std::vector<ColumnDiff> columns; ///< those of both, in the later order

    /// The number of distinct values more than doubled or halved, and the number of rows does not explain it:
    /// what PSI cannot see of a column whose values are all rare.
    [[nodiscard]] bool varietyChanged(const ColumnDiff& column) const;
    /// Whether anything at all differs: rows, columns, types, or a drift of 0.1 or more.
    [[nodiscard]] bool differs() const;
};

/// Compares two profiles of one data set. A column that is gone and one that is new count as one that was
/// renamed where type and content agree: at least 80 % of the values by the shares of patterns and of the
/// most frequent values (or, for ordered columns, a KS distance under 0.1; or, where no value is frequent, by
/// the patterns and with the same first or last value and nearly as many different ones), and no other pair
/// agrees better. Cheap: works on the profiles alone.
[[nodiscard]] ProfileDiff compare(const TableProfile& before, const TableProfile& after);

/// The object of `mangrove profile-diff --json`.
[[nodiscard]] std::string toJson(const ProfileDiff& diff);

} // namespace mangrove::profile
