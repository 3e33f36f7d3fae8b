// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace mangrove::profile {

/// How much of a column is kept before it is sketched. They follow from the memory budget and the number of
/// columns alone, so that the profile is the same for any number of threads.
struct ColumnLimits {
    std::size_t dictionaryValues = 65'536;    ///< distinct values kept with their counts
    std::size_t dictionaryBytes = 16U << 20U; ///< … and of their text
    std::size_t distinctBytes = 1U << 30U;    ///< of all columns together, see DistinctPool
    std::size_t patterns = 5'000;             ///< beyond: none are shown
    std::size_t shapes = 4'096;               ///< beyond: values are read one by one
    std::size_t sampleRows = 131'072;         ///< of the table, for quantiles
    std::size_t sampleBytes = 16U << 20U;     ///< of the sampled texts of a column; longer ones are cut out
    std::size_t rowHashes = 16U << 20U;       ///< of the table, 16 bytes each; beyond: a sample of hashes

    /// Shares `budget` bytes: half for exact distinct values, an eighth for row hashes, the rest for the
    /// dictionaries, samples and patterns of two threads. Never below what a column needs to be of use (some
    /// 10 KiB, and 6 for each further thread).
    [[nodiscard]] static ColumnLimits within(std::uint64_t budget, std::size_t columns);
};

/// A quarter of the machine's memory.
[[nodiscard]] std::uint64_t defaultMemoryBudget();

} // namespace mangrove::profile
