// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hex.h"
#include "base/result.h"

#include <cstdint>
#include <string_view>

namespace mangrove::crypto {

/// One element of DER (ITU-T X.690).
struct DerElement {
    std::uint8_t tag = 0; ///< identifier octet: class, constructed bit and number below 31
    ByteView content;
    ByteView whole;         ///< with identifier and length
    std::size_t offset = 0; ///< of the element in the whole file, for messages
};

/// The identifier octets that a SignedData has.
namespace der {
inline constexpr std::uint8_t kInteger = 0x02;
inline constexpr std::uint8_t kOctetString = 0x04;
inline constexpr std::uint8_t kOid = 0x06;
inline constexpr std::uint8_t kUtcTime = 0x17;
inline constexpr std::uint8_t kGeneralizedTime = 0x18;
inline constexpr std::uint8_t kSequence = 0x30;
inline constexpr std::uint8_t kSet = 0x31;
inline constexpr std::uint8_t kContext0 = 0xA0;
} // namespace der

/// Walks the elements of one constructed value strictly: definite lengths in the fewest bytes, low tag
/// numbers, nothing left over. Private to the room. Errors are kCmsMalformed with the place.
class DerReader {
public:
    /// `offset` is where `bytes` begin in the file.
    explicit DerReader(ByteView bytes, std::size_t offset = 0) : m_bytes(bytes), m_offset(offset) {}
    /// Into an element's content.
    [[nodiscard]] static DerReader inside(const DerElement& element) {
        return DerReader(element.content, element.offset + (element.whole.size() - element.content.size()));
    }

    [[nodiscard]] bool atEnd() const { return m_at == m_bytes.size(); }
    /// The identifier octet of the next element, or 0 at the end.
    [[nodiscard]] std::uint8_t peek() const { return atEnd() ? std::uint8_t{0} : m_bytes[m_at]; }
    /// The next element, which must have this identifier octet. `what` names it in errors.
    [[nodiscard]] Result<DerElement> expect(std::uint8_t tag, std::string_view what);
    /// The next element, which must be these bytes.
    [[nodiscard]] Status expectBytes(ByteView bytes, std::string_view what);
    /// kCmsMalformed where something is left.
    [[nodiscard]] Status end(std::string_view what) const;
    [[nodiscard]] Error malformed(std::string_view what) const;

private:
    [[nodiscard]] Result<std::size_t> readLength(std::size_t& at) const;

    ByteView m_bytes;
    std::size_t m_offset;
    std::size_t m_at = 0;
};

} // namespace mangrove::crypto
