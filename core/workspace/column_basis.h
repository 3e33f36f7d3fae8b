// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "classify/column_classification.h"
#include "profile/table_profile.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::workspace {

/// What was known of a column when a person decided on it: the proposal, and the profile's features that a
/// person looks at. Holds no cell value.
struct ColumnBasis {
    std::string cls;        ///< proposed class
    std::string identifier; ///< proposed kind, or empty
    std::string type;       ///< value type; empty without a profile
    std::string pattern;    ///< the pattern of at least half of the values, or empty
    double missing = -1;    ///< share of the rows, 0…1; negative without a profile
    double distinct = -1;   ///< distinct values by values, 0…1; negative without a profile
};

/// `profile`: of the same bytes as the proposal, where there is one.
[[nodiscard]] ColumnBasis basisOf(const classify::ColumnClassification& proposal,
                                  const std::optional<profile::TableProfile>& profile);
[[nodiscard]] std::string basisJson(const ColumnBasis& basis);
/// What has changed so much that the decision should be looked at again: "class", "kind", "type", "pattern",
/// "missing" (by more than 10 points of the rows), "distinct" (by more than 25 points). Features that one
/// side does not know are not compared; an empty or unreadable `json` (decisions of earlier workspaces)
/// compares as unchanged.
[[nodiscard]] std::vector<std::string> basisChanges(std::string_view json, const ColumnBasis& now);

/// Up to three frequent values, masked; the leading pattern instead where the column identifies or is free
/// text, or its values are rarer than the smallest cell that may be shown (5).
[[nodiscard]] std::vector<std::string> samplesOf(const classify::ColumnClassification& column,
                                                 const profile::TableProfile& profile);

} // namespace mangrove::workspace
