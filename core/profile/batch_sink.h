// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "io/record_reader.h"

#include <cstdint>
#include <span>

namespace mangrove::profile {

/// Takes the rows that one thread reads. Never from two threads at once.
class BatchSink {
public:
    virtual ~BatchSink() = default;
    /// `blockIndex` and RecordBatch::firstRow() are the place of the rows in the file, the same whichever
    /// thread reads them. Formats that are read in one piece have the block 0 alone.
    virtual void append(const io::RecordBatch& batch, std::uint64_t blockIndex) = 0;
};

/// Reads `reader` to its end with one thread a sink; formats without blocks go to the first sink alone. Which
/// sink sees which rows is chance. Precondition: at least one sink. Errors: those of the reader, of the
/// lowest block where several fail; cancelled.
[[nodiscard]] Status readInParallel(io::RecordReader& reader, std::span<BatchSink* const> sinks,
                                    const RunContext& context);

/// `wanted` threads, or as many as the machine has for 0.
[[nodiscard]] unsigned threadsFor(unsigned wanted);

} // namespace mangrove::profile
