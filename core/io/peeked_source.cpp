// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/peeked_source.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace mangrove::io {

Result<std::string_view> PeekedSource::peek(std::size_t count, const RunContext& context) {
    if (m_head.empty()) {
        m_head.resize(count);
        RunContext quiet;
        quiet.stop = context.stop;
        MANGROVE_ASSIGN(const std::size_t got, m_source->read(m_head, quiet));
        m_head.resize(got);
        m_unreported = m_source->rawBytes();
    }
    return std::string_view(m_head);
}

Result<std::size_t> PeekedSource::read(std::span<char> into, const RunContext& context) {
    context.advance(std::exchange(m_unreported, 0));
    const std::size_t fromHead = std::min(into.size(), m_head.size() - m_at);
    if (fromHead > 0) {
        std::memcpy(into.data(), m_head.data() + m_at, fromHead);
        m_at += fromHead;
        if (m_at == m_head.size()) {
            m_head = {};
            m_at = 0;
        }
    }
    if (fromHead == into.size())
        return fromHead;
    MANGROVE_ASSIGN(const std::size_t more, m_source->read(into.subspan(fromHead), context));
    return fromHead + more;
}

} // namespace mangrove::io
