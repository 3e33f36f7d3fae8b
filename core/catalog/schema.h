// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace mangrove::catalog {

/// The SQL that makes the catalogue's STRICT tables and their append-only triggers (version 1 of the schema).
/// The workspace room puts it into its numbered migrations.
[[nodiscard]] std::string_view schemaSql();
/// From version 1 to 2: versions of a data set, and what a decision on a column rested on.
[[nodiscard]] std::string_view schemaV2();
/// From version 2 to 3: all the choices a data set was read with.
[[nodiscard]] std::string_view schemaV3();

} // namespace mangrove::catalog
