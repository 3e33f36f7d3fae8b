// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace mangrove::io {

/// The files directly in a folder that could be tables, sorted: regular ones that are not hidden and whose
/// name ends like a table's (.csv, .tsv, .txt, .json, .ndjson, .xlsx…, also with .gz or .zst behind it). At
/// most 10,000. Error: file-not-readable.
[[nodiscard]] Result<std::vector<std::string>> tablesOfFolder(const std::filesystem::path& folder);

/// The file of a folder that `wanted` names: in full, or without its ending and in any case ("person" is
/// PERSON.csv where there is no other). Errors: table-missing, several-tables (nothing wanted and not exactly
/// one there), csv-empty.
[[nodiscard]] Result<std::filesystem::path> tableOfFolder(const std::filesystem::path& folder,
                                                          const std::optional<std::string>& wanted);

} // namespace mangrove::io
