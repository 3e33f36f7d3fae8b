// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/column_limits.h"

#include <algorithm>
#include <bit>
#include <unistd.h>

namespace mangrove::profile {

namespace {

/// `most`, or less where `bytes` do not allow for so many of `each` bytes; `least` in any case.
std::size_t affordable(std::uint64_t bytes, std::uint64_t each, std::size_t least, std::size_t most) {
    return std::clamp<std::size_t>(static_cast<std::size_t>(bytes / each), least, most);
}

} // namespace

ColumnLimits ColumnLimits::within(std::uint64_t budget, std::size_t columns) {
    const ColumnLimits most;
    ColumnLimits limits;
    const std::uint64_t share = budget / std::max<std::size_t>(columns, 1);
    // An entry takes 32 bytes, its count 8, and two to four slots of 24.
    limits.dictionaryValues = affordable(share / 4, 136, 64, most.dictionaryValues);
    limits.dictionaryBytes = affordable(share / 8, 1, 4096, most.dictionaryBytes);
    limits.distinctBytes = static_cast<std::size_t>(budget / 2);
    limits.patterns = affordable(share / 16, 100, 16, most.patterns);
    limits.shapes = affordable(share / 16, 72, 16, most.shapes);
    limits.sampleRows = affordable(share / 8, 48, 256, most.sampleRows);
    limits.sampleBytes = affordable(share / 8, 1, 4096, most.sampleBytes);
    limits.rowHashes = affordable(budget / 8, 16, 1024, most.rowHashes);
    return limits;
}

std::uint64_t defaultMemoryBudget() {
    const long pages = ::sysconf(_SC_PHYS_PAGES);
    const long size = ::sysconf(_SC_PAGESIZE);
    constexpr std::uint64_t kUnknown = std::uint64_t{1} << 30U;
    if (pages <= 0 || size <= 0)
        return kUnknown;
    return static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(size) / 4;
}

} // namespace mangrove::profile
