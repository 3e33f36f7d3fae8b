// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "deid/row_subset.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::deid {

struct LinkedTable;

/// The persons who are released, out of all that linked tables know: a research subset is one of people.
struct PersonList {
    std::vector<std::string> persons; ///< as they stand in the tables' columns of persons
    std::string file;                 ///< or a text file beside the recipe set with one a line
    friend bool operator==(const PersonList&, const PersonList&) = default;
};

/// What a person subset means for one table.
struct PersonRows {
    std::shared_ptr<const RowSubset> rows; ///< the rows of the released persons
    std::uint64_t beyond = 0; ///< of these, rows that the table's own subset of rows does not name
    std::string sourceSha256;
};
struct PersonSubset {
    std::vector<PersonRows> tables;
    std::uint64_t absent = 0; ///< persons of the list who are in no table
};

/// Finds the rows of the released persons in all tables. Who they are is said once: by `list`, whose file
/// lies in `folder`, or by the subset of one table's recipe, whose rows then stand for their persons (rows
/// without a person for themselves). nullopt where nothing names a subset. Reads every table once more;
/// memory grows with the persons and with the rows that are released (8 bytes each). kRecipeSetInvalid where
/// several places name one; kRecipeColumnMissing, kSubsetMalformed, kSubsetBeyond, errors of reading,
/// kCancelled.
[[nodiscard]] Result<std::optional<PersonSubset>> findPersonSubset(const std::vector<LinkedTable>& tables,
                                                                   const std::optional<PersonList>& list,
                                                                   const std::filesystem::path& folder,
                                                                   const RunContext& context);

} // namespace mangrove::deid
