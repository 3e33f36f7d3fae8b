// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/run_context.h"
#include "io/read_options.h"
#include "profile/table_profile.h"

#include <cstdint>
#include <filesystem>

namespace mangrove::profile {

struct ProfileOptions {
    unsigned threads = 0; ///< 0 = as many as the machine has. The result is the same for every number
    std::uint32_t topValues = 10;
    std::uint32_t patterns = 10;
    std::uint32_t histogramBins = 20; ///< at most; 2…1000
    /// Bytes to aim at, 0 = a quarter of the machine's memory; at least kLeastMemory. What does not fit is
    /// sketched and flagged (see ColumnLimits). The blocks being read (some 3 MiB a thread) come on top.
    std::uint64_t memoryBudget = 0;
    static constexpr std::uint64_t kLeastMemory = 1U << 20U;

    [[nodiscard]] Status validate() const;
};

/// Reads the file once and counts (phase "reading", in bytes). Types are decided by all values, never by a
/// sample. Distinct values are exact up to 1,000,000, then estimated (HyperLogLog, standard error 0.4 %, more
/// under a small budget); quantiles, histogram and top values are exact up to 65,536 distinct values or as
/// many rows, then from a sample of rows (rank error within 1 %), and flagged so. Memory is bounded whatever
/// the file's size. Errors: those of io::RecordReader, bad-option.
[[nodiscard]] Result<TableProfile> profileFile(const std::filesystem::path& path,
                                               const io::ReadOptions& readOptions,
                                               const ProfileOptions& options, const RunContext& context);

/// The same of the first `rows` rows alone, for a first look while the whole is still being read: encoding,
/// dialect and columns are those of the file, everything else is of these rows. One thread; a fraction of a
/// second.
[[nodiscard]] Result<TableProfile> profileHead(const std::filesystem::path& path,
                                               const io::ReadOptions& readOptions,
                                               const ProfileOptions& options, std::uint64_t rows,
                                               const RunContext& context);

} // namespace mangrove::profile
