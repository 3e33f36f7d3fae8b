// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/handoff/raw_zip.h"

#include <zlib.h>

namespace mangrove::test {

namespace {

std::string little(std::uint64_t value, int count) {
    std::string text;
    for (int i = 0; i < count; ++i)
        text += static_cast<char>((value >> (8 * i)) & 0xff);
    return text;
}

std::string shared(const RawMember& member, std::uint32_t size, std::size_t nameSize) {
    const auto crc =
        ::crc32(0, reinterpret_cast<const Bytef*>(member.bytes.data()), // zlib wants unsigned bytes
                static_cast<uInt>(member.bytes.size()));
    return little(20, 2) + little(member.flags, 2) + little(member.method, 2) + little(0x00210000, 4)
           + little(crc, 4) + little(member.bytes.size(), 4) + little(size, 4) + little(nameSize, 2)
           + little(member.extra.size(), 2);
}

} // namespace

std::string RawZip::bytes() const {
    std::string zip = before;
    std::string directory;
    for (const auto& member : members) {
        zip += member.gapBefore;
        const std::size_t offset = zip.size();
        const std::string& localName = member.localName.empty() ? member.name : member.localName;
        const auto size = static_cast<std::uint32_t>(member.bytes.size());
        zip +=
            "PK\x03\x04" + shared(member, size, localName.size()) + localName + member.extra + member.bytes;
        directory += "PK\x01\x02" + little(0x0314, 2)
                     + shared(member, size + member.sizeLie, member.name.size())
                     + little(member.comment.size(), 2) + little(0, 4)
                     + little(static_cast<std::uint64_t>(member.unixMode) << 16U, 4) + little(offset, 4)
                     + member.name + member.extra + member.comment;
    }
    const std::size_t at = zip.size();
    return zip + directory + "PK\x05\x06" + little(0, 4) + little(members.size(), 2)
           + little(members.size(), 2) + little(directory.size(), 4) + little(at, 4)
           + little(endComment.size(), 2) + endComment + after;
}

} // namespace mangrove::test
