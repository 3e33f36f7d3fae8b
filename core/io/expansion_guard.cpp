// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/expansion_guard.h"

#include "io/errors.h"

#include <algorithm>

namespace mangrove::io {

Status ExpansionGuard::add(std::uint64_t bytes, std::uint64_t compressed) {
    constexpr std::uint64_t kFree = 256ULL << 20U;
    m_expanded += bytes;
    const std::uint64_t byRatio =
        std::max(kFree, compressed > m_maxBytes / m_maxTimes ? m_maxBytes : compressed * m_maxTimes);
    const std::uint64_t limit = std::min(m_maxBytes, byRatio);
    if (m_expanded <= limit)
        return {};
    return Error(errors::kArchiveExpands, {m_path, std::to_string(limit)}, {m_path, 0, 0});
}

} // namespace mangrove::io
