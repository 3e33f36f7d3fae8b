// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "deid/attack_column.h"
#include "table/table.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::deid {

/// Cells of one table as codes of the AttackColumns: [column][row].
using AttackCells = std::vector<std::vector<std::uint32_t>>;

/// The tables of an attack, with the columns that the original and the release have in common. Immutable once
/// made, thread-safe.
struct AttackData {
    std::vector<AttackColumn> columns; ///< in the original's order
    AttackCells original, released;
    AttackCells control; ///< the same columns of other people's records; empty where there is no such table
    std::uint64_t originalRows = 0, releasedRows = 0, controlRows = 0;

    /// `plan` = what the release was made by, nullptr where that is unknown; `planned` are its columns.
    /// kAttackNoColumns where no column has the same name in both; kRiskColumnMissing where the control lacks
    /// one of these; kCancelled.
    [[nodiscard]] static Result<AttackData> make(const table::Table& original, const table::Table& released,
                                                 const table::Table* control, const Plan* plan,
                                                 const std::string& idColumn, const RunContext& context);
    [[nodiscard]] std::optional<std::size_t> find(std::string_view column) const;
};

/// How it was found out which original record each released row was made of.
enum class RowMatchBy : std::uint8_t {
    None,  ///< not at all
    Order, ///< by order: a release keeps the order of rows and leaves some out
    Id     ///< by a column that tells records apart
};
/// "none", "order", "id".
[[nodiscard]] std::string_view nameOf(RowMatchBy by);

/// Which released row was made of which original record. With some rows left out the order alone may leave a
/// choice; `originalOf` then holds the first fit.
struct RowMatch {
    static constexpr std::uint64_t kNone = ~std::uint64_t{0};
    RowMatchBy by = RowMatchBy::None;
    std::vector<std::uint64_t> originalOf; ///< by released row; empty for None
    std::vector<std::uint64_t> releasedOf; ///< by original row: released row or kNone; empty for None
    std::vector<std::uint64_t> leftOut; ///< original rows that are in no possible match: not in the release
    std::uint64_t uncertain = 0; ///< released rows that could also have been made of another original record
    /// First released row that fits no original record left; where order was tried and failed.
    std::optional<std::uint64_t> firstUnmatched;
    [[nodiscard]] bool isKnown() const { return by != RowMatchBy::None; }
};

/// By order: each released row must fit its original record in every column whose labels cover values. The
/// match is found from the front and from the back; where both agree it is the only one. None where no match
/// exists, or no column covers values while rows were left out. kCancelled.
[[nodiscard]] Result<RowMatch> matchRowsByOrder(const AttackData& data, const RunContext& context);

/// By the values of a column. kRiskColumnMissing; kAttackIdRepeated, kAttackIdForeign where they do not tell;
/// kCancelled.
[[nodiscard]] Result<RowMatch> matchRowsById(const table::Table& original, const table::Table& released,
                                             const std::string& column, const RunContext& context);

} // namespace mangrove::deid
