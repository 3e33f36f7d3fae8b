// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deid/recipe.h"

#include <string>
#include <vector>

namespace mangrove::deid {

/// What classification found out about a column, in plain words so that this room needs not know that one.
struct ColumnRole {
    std::string name;
    std::string cls;             ///< direct | quasi | sensitive | professional | organisation | code | none
    std::string identifier;      ///< identifier kind ("cn-resident-id", "birth-date"…) or empty
    int level = 1;               ///< GB/T 39725 level, 1…5
    std::string type;            ///< value type ("date", "integer", "text"…), empty if unknown
    std::uint64_t distinct = 0;  ///< 0 = unknown
    std::uint32_t maxLength = 0; ///< longest value in code points, 0 = unknown
    std::vector<std::string>
        samples; ///< a few frequent values; they pick between built-in hierarchies, never leave
};

struct SuggestOptions {
    Sharing sharing =
        Sharing::Controlled; ///< of the gbt-42460 model; gbt-39725 (groups above 5) is asked in any case
    double suppressionLimit = 0.05;
    std::uint32_t dateShiftDays = 182;
};

/// A recipe to start from, never to trust blindly: direct identifiers are pseudonymised (person and record
/// numbers) or suppressed, quasi-identifiers generalised where a built-in hierarchy fits, dates shifted per
/// person where a person column exists and generalised otherwise, free text suppressed, the rest kept.
[[nodiscard]] Recipe suggestRecipe(const std::vector<ColumnRole>& columns,
                                   const SuggestOptions& options = {});

} // namespace mangrove::deid
