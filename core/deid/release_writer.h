// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "deid/ordered_output.h"
#include "deid/row_transformer.h"
#include "io/record_reader.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace mangrove::deid {

/// Which persons stay in the output, where whole persons leave it (linked tables). The rows of others are not
/// written and count as suppressed ones.
struct PersonFilter {
    std::size_t column = 0;                             ///< of the persons
    std::function<bool(std::string_view person)> keeps; ///< called by several threads
    /// Whether the n-th row without a person stays; with such rows the output is written by one thread.
    const std::vector<bool>* keepsNameless = nullptr;
};

/// What the second pass works with. All outlive it.
struct ReleaseParts {
    const Recipe& recipe;
    const Plan& plan;
    const Collector& collector;
    const Problem& problem;
    const Solution& solution;
    const PersonFilter* persons = nullptr; ///< null = everybody
};

/// The second pass: reads the input again, transforms and writes it. The input is cut into blocks, which
/// `threads` threads parse and transform each on its own; they are written in order, so the output does not
/// depend on their number. Inputs that cannot be cut, and recipes whose results hang on row numbers, are done
/// by one thread. Errors: of reading and writing, kCancelled; kSourceChanged (with `file`) for a row that the
/// first pass did not meet; kOutputDiffers where the bytes written, read back, do not form the classes that
/// were counted (WrittenRows). Returns what was counted.
[[nodiscard]] Result<RowTransformer> writeRelease(io::RecordReader& reader, io::CsvWriter& writer,
                                                  const ReleaseParts& parts, unsigned threads,
                                                  const std::string& file, const RunContext& context);

} // namespace mangrove::deid
