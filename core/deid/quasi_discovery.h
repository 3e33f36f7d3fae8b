// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "deid/errors.h"
#include "io/read_options.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mangrove::deid {

/// How well a combination of columns tells records apart (Motwani and Xu 2007).
struct ColumnCombination {
    std::vector<std::size_t> columns; ///< of QuasiDiscovery::columns, ascending
    std::uint64_t distinct = 0;       ///< different combinations of values
    std::uint64_t uniques = 0;        ///< records alone with theirs
    std::uint64_t minimalUniques = 0; ///< of these, records that no smaller combination makes unique
    double distinction = 0;           ///< distinct / records
    double separation = 0;            ///< share of the pairs of records that differ
};

/// What one column does to single people out: its part in the special uniques.
struct ColumnPart {
    std::uint64_t minimalUniques = 0; ///< of all combinations that the column belongs to
    std::uint64_t records = 0;        ///< records that one of these combinations singles out
    double sudaShare = 0; ///< share of the table's SUDA score from combinations that the column belongs to
};

struct QuasiDiscovery {
    std::vector<std::string> columns;
    std::uint64_t records = 0;
    std::vector<ColumnCombination> combinations; ///< by size, then in column order
    std::uint64_t singledOut = 0;                ///< records that at least one combination makes unique
    /// Special uniques: records by how many columns suffice for them; [i] = i + 1 columns.
    std::vector<std::uint64_t> bySmallest;
    double sudaScore = 0;          ///< of all records together
    std::vector<ColumnPart> parts; ///< by column
};

struct QuasiDiscoveryOptions {
    std::size_t mostColumns = 3; ///< of a combination
    unsigned threads = 1;        ///< of reading; the result does not depend on it
    [[nodiscard]] Status validate() const;
};

/// Every combination of up to mostColumns of the named columns (all columns where none is named), on exact
/// counts. A missing value is a value of its own. minimalUniques are the minimal sample uniques of SUDA
/// (Elliot et al. 2002): the columns that suffice to single a person out. A minimal unique of k of the m
/// columns adds the product of (m - i) over i = k … min(mostColumns, m - 1) to its record's SUDA score
/// (Manning, Haglin and Keane 2008): the fewer columns suffice, the more. kRiskColumnMissing; kBadOption for
/// more than kMostCombinations combinations; kTooManyClasses, reading errors, kCancelled.
[[nodiscard]] Result<QuasiDiscovery> discoverQuasi(const std::filesystem::path& input,
                                                   const io::ReadOptions& read,
                                                   const std::vector<std::string>& columns,
                                                   const QuasiDiscoveryOptions& options,
                                                   const RunContext& context);

inline constexpr std::uint64_t kMostCombinations = 200'000;

/// {"records","combinations":[{"columns":[…],"distinct","uniques","minimalUniques","distinction",
/// "separation"}],"singledOut","bySmallest":[…],"sudaScore","columns":[{"name","minimalUniques","records",
/// "sudaShare"}]}
[[nodiscard]] std::string toJson(const QuasiDiscovery& discovery);

} // namespace mangrove::deid
