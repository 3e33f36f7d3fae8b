// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/der_reader.h"

#include "crypto/errors.h"

#include <algorithm>

namespace mangrove::crypto {

Error DerReader::malformed(std::string_view what) const {
    return Error(errors::kCmsMalformed, {std::string(what), std::to_string(m_offset + m_at)});
}

Result<std::size_t> DerReader::readLength(std::size_t& at) const {
    if (at >= m_bytes.size())
        return malformed("a length is missing");
    const std::uint8_t first = m_bytes[at++];
    if (first < 0x80)
        return std::size_t{first};
    const std::size_t count = first & 0x7FU;
    if (count == 0 || count > 4 || count > m_bytes.size() - at)
        return malformed("a length is not definite or too long");
    std::size_t length = 0;
    for (std::size_t i = 0; i < count; ++i)
        length = length << 8U | m_bytes[at++];
    const bool shortest = count == 1 ? length >= 0x80 : length >> (8 * (count - 1)) != 0;
    if (!shortest)
        return malformed("a length is not in its shortest form");
    return length;
}

Result<DerElement> DerReader::expect(std::uint8_t tag, std::string_view what) {
    if (peek() != tag || atEnd())
        return malformed(std::string(what) + " is missing or of another type");
    std::size_t at = m_at + 1;
    MANGROVE_ASSIGN(const std::size_t length, readLength(at));
    if (length > m_bytes.size() - at)
        return malformed(std::string(what) + " is cut off");
    const DerElement element{tag, m_bytes.subspan(at, length), m_bytes.subspan(m_at, at + length - m_at),
                             m_offset + m_at};
    m_at = at + length;
    return element;
}

Status DerReader::expectBytes(ByteView bytes, std::string_view what) {
    const auto rest = m_bytes.subspan(m_at);
    if (rest.size() < bytes.size() || !std::equal(bytes.begin(), bytes.end(), rest.begin()))
        return malformed(std::string(what) + " is not what is expected");
    m_at += bytes.size();
    return {};
}

Status DerReader::end(std::string_view what) const {
    if (!atEnd())
        return malformed("something stands behind " + std::string(what));
    return {};
}

} // namespace mangrove::crypto
