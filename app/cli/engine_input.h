// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "reading_options.h"
#include "table/table.h"
#include "terminal.h"

#include <string>

namespace mangrove::cli {

/// The whole of `file` in memory, dictionary-encoded; what the reader warns of is noted on the terminal.
[[nodiscard]] Result<table::Table> readTable(const Terminal& terminal, const std::string& file,
                                             const ReadingArguments& reading, const RunContext& context);

/// A table that is compared with `original`: read by what is found in it, but with the original's null words,
/// so that a word means missing in both or in neither.
[[nodiscard]] Result<table::Table> readBeside(const Terminal& terminal, const std::string& file,
                                              const table::Table& original, const RunContext& context);

/// Notes the first warnings and how many more there are.
void noteWarnings(const Terminal& terminal, const std::vector<io::ReadWarning>& warnings);

} // namespace mangrove::cli
