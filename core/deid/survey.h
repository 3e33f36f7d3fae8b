// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "deid/recipe.h"

#include <cstdint>
#include <filesystem>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::io {
struct ReadOptions;
}
namespace mangrove::table {
class Table;
}

namespace mangrove::deid {

struct Keys;
class RowSubset;

/// What stands in a column's rows after a transform that looks at all of them.
struct RowTexts {
    static constexpr std::uint32_t kEmptied = std::numeric_limits<std::uint32_t>::max();
    static constexpr std::uint32_t kUnreadable = kEmptied - 1;
    std::vector<std::uint32_t> codeOf; ///< by data row: index into `texts`, or one of the above
    std::vector<std::string> texts;
};

/// What the whole table says about one column.
struct ColumnSurvey {
    std::vector<double> quantileEdges;    ///< bin by quantiles
    std::vector<std::string> rare;        ///< suppress-cells by count
    std::shared_ptr<const RowTexts> rows; ///< micro-aggregate, permute
};

/// The pass before all others, for transforms that need to know the whole table first (needsSurvey()): edges
/// of quantiles, rare values, groups of micro-aggregation, permutations. Only rows of the recipe's sample
/// count, and of a table with a subset only the subset's: nobody else's values may get into the release. Of
/// quasi-identifiers the population counts, too, since its labels are compared with the released ones.
/// Memory grows with distinct values, for micro-aggregation and permutation with rows (8 bytes a
/// cell). Rows with the same columns of a group missing (or unreadable) are treated among themselves; where
/// there are too few of them their cells are emptied. Immutable.
class Survey {
public:
    /// Null where the recipe needs none. Errors: kRecipeColumnMissing, kKeyMissing (permute), those of
    /// reading, kCancelled. Phase "surveying".
    [[nodiscard]] static Result<std::shared_ptr<const Survey>>
    ofFile(const std::filesystem::path& input, const io::ReadOptions& read, const Recipe& recipe,
           const Keys& keys, const RowSubset* subset, const RunContext& context);
    /// `subset`: of the recipe; null = all rows are released.
    [[nodiscard]] static Result<std::shared_ptr<const Survey>> ofTable(const table::Table& table,
                                                                       const Recipe& recipe, const Keys& keys,
                                                                       const RowSubset* subset,
                                                                       const RunContext& context);

    [[nodiscard]] const ColumnSurvey* find(std::string_view column) const;
    /// SHA-256 of the file that was surveyed; "" of a table.
    [[nodiscard]] const std::string& sourceSha256() const { return m_sha256; }

private:
    friend class Surveyor;
    std::map<std::string, ColumnSurvey, std::less<>> m_columns;
    std::string m_sha256;
};

} // namespace mangrove::deid
