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

void CodeVector::append(std::span<const std::uint32_t> codes) {
    std::uint32_t most = 0;
    for (const std::uint32_t code : codes)
        most = std::max(most, code == kNullCode ? 0 : code);
    widenFor(most);
    const std::size_t end = m_bytes.size();
    m_bytes.resize(end + codes.size() * m_width);
    std::uint8_t* const to = m_bytes.data() + end;
    const auto write = [&]<typename Width>(Width) {
        for (std::size_t i = 0; i < codes.size(); ++i) {
            const auto narrow = static_cast<Width>(codes[i]);
            std::memcpy(to + i * sizeof(Width), &narrow, sizeof(Width));
        }
    };
    if (m_width == 1)
        write(std::uint8_t{});
    else if (m_width == 2)
        write(std::uint16_t{});
    else
        write(std::uint32_t{});
}

void CodeVector::keepOnly(std::span<const std::uint32_t> places) {
    for (std::size_t i = 0; i < places.size(); ++i)
        std::memmove(m_bytes.data() + i * m_width, m_bytes.data() + places[i] * m_width, m_width);
    m_bytes.resize(places.size() * m_width);
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
