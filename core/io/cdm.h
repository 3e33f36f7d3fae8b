// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/table_listing.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::io {

/// A set of tables recognised as an extract of the OMOP Common Data Model (ohdsi.github.io/CommonDataModel).
struct CdmFacts {
    std::string version;  ///< "5.4", "5.3"…; empty where the columns do not tell
    std::string evidence; ///< English, for people
    struct Key {
        std::string table;  ///< as it is named in the listing
        std::string column; ///< as it is spelled there
    };
    /// A column by which rows of several tables belong together, with the table whose rows it names.
    struct Link {
        std::string column; ///< lower case: "person_id", "visit_occurrence_id"
        std::string owner;  ///< name in the listing of the table that has it as its own key; may be empty
        std::vector<Key> keys;
    };
    std::vector<Link> links;
    std::vector<std::string> tables; ///< those of the listing that belong to the model
};

/// Recognises the model by its tables: PERSON and at least three more of its names, with the columns they
/// must have. `statedVersion` = CDM_SOURCE.cdm_version where somebody read it; the columns decide, and a
/// statement that contradicts them is told in the evidence. Nothing where it is no such set.
[[nodiscard]] std::optional<CdmFacts> recogniseCdm(const std::vector<TableFacts>& tables,
                                                   std::string_view statedVersion);

/// The same for what listTables() found at `path`, reading CDM_SOURCE.cdm_version.
[[nodiscard]] Result<std::optional<CdmFacts>>
recogniseCdm(const std::filesystem::path& path, const TableListing& listing, const RunContext& context);

} // namespace mangrove::io
