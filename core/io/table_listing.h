// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "io/read_options.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace mangrove::io {

/// One table of something that may hold several.
struct TableFacts {
    std::string name;                  ///< what --table (of a workbook: --sheet) takes
    std::string kind;                  ///< "table", "view", "sheet", "resource", "file"
    std::optional<std::uint64_t> rows; ///< where it is known without reading the table
    std::optional<std::uint64_t> bytes;
    std::vector<std::string> columns; ///< empty where the table cannot be opened; `note` says why
    std::string note;                 ///< English: "hidden", or why it cannot be read
};

/// What a file, a folder or a database holds.
struct TableListing {
    std::string format; ///< "zip", "folder", "xlsx", "sqlite", "postgresql", or that of the one table
    std::vector<TableFacts> tables;
};

/// Lists the tables of `path`: members of a .zip, files of a folder, sheets of a workbook, tables and views
/// of a database, types of FHIR resources; of a plain table that table alone. What macOS adds to archives
/// (`__MACOSX/`, `._name`) is no table. Errors: those of RecordReader::open for the container itself; a table
/// that cannot be opened is listed with its reason.
[[nodiscard]] Result<TableListing> listTables(const std::filesystem::path& path, const ReadOptions& options,
                                              const RunContext& context);

} // namespace mangrove::io
