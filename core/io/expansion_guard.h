// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "io/read_options.h"

#include <cstdint>
#include <string>

namespace mangrove::io {

/// Stops a compressed source that becomes far more than it is. Memory never grows with it (sources are
/// streams), but hours and disks would. The ratio counts only beyond 256 MiB, since small tables of zeros are
/// honest.
class ExpansionGuard {
public:
    ExpansionGuard(std::string path, const ReadOptions& options)
        : m_path(std::move(path)), m_maxBytes(options.maxExpandedBytes), m_maxTimes(options.maxExpansion) {}

    /// `bytes` more came out; `compressed` is the size of what they came from. Errors:
    /// archive-expands-too-much.
    [[nodiscard]] Status add(std::uint64_t bytes, std::uint64_t compressed);

private:
    std::string m_path;
    std::uint64_t m_maxBytes;
    std::uint64_t m_maxTimes;
    std::uint64_t m_expanded = 0;
};

} // namespace mangrove::io
