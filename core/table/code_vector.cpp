// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/code_vector.h"

#include <algorithm>
#include <utility>

namespace mangrove::table {

namespace {

/// Calls work with a number as wide as the codes, so that the loop in it knows the width.
template<typename Work>
void inWidth(std::size_t width, const Work& work) {
    if (width == 1)
        work(std::uint8_t{});
    else if (width == 2)
        work(std::uint16_t{});
    else
        work(std::uint32_t{});
}

} // namespace

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
    inWidth(m_width, [&]<typename Width>(Width) {
        for (std::size_t i = 0; i < codes.size(); ++i) {
            const auto narrow = static_cast<Width>(codes[i]);
            std::memcpy(to + i * sizeof(Width), &narrow, sizeof(Width));
        }
    });
}

void CodeVector::keepOnly(std::span<const std::uint32_t> places) {
    std::uint8_t* const codes = m_bytes.data();
    inWidth(m_width, [&]<typename Width>(Width code) {
        for (std::size_t i = 0; i < places.size(); ++i) {
            std::memcpy(&code, codes + places[i] * sizeof(Width), sizeof(Width));
            std::memcpy(codes + i * sizeof(Width), &code, sizeof(Width));
        }
    });
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
