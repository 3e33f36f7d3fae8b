// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/code_vector.h"

#include <algorithm>
#include <utility>

namespace mangrove::table {

void CodeVector::push_back(std::uint32_t code) {
    if (code != kNullCode)
        widenFor(code);
    // The low bytes of kNullCode are all ones in every width.
    static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__);
    const std::size_t end = m_bytes.size();
    m_bytes.resize(end + m_width);
    std::memcpy(m_bytes.data() + end, &code, m_width);
}

void CodeVector::widenFor(std::uint32_t code) {
    const std::size_t needed = code < 0xFFU ? 1 : code < 0xFFFFU ? 2 : 4;
    if (needed <= m_width)
        return;
    const CodeVector narrow = std::exchange(*this, CodeVector());
    m_width = needed;
    m_bytes.reserve((narrow.size() + 1) * needed);
    for (const std::uint32_t old : narrow)
        push_back(old);
}

bool operator==(const CodeVector& a, const CodeVector& b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin());
}

} // namespace mangrove::table
