// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace mangrove::test {

/// One member of a hand-made zip; everything an attacker may set is a field.
struct RawMember {
    std::string name;
    std::string bytes;
    std::string localName; ///< where not empty: another name in the local header
    std::uint16_t flags = 0;
    std::uint16_t method = 0; ///< stored
    std::uint32_t unixMode = 0100644;
    std::uint32_t sizeLie = 0; ///< added to the unpacked size in the central header only
    std::string extra;         ///< in both headers
    std::string comment;
    std::string gapBefore; ///< bytes before the local header
};

/// A zip of stored members. `before`, `after`: bytes around it; `endComment`: comment of the archive.
struct RawZip {
    std::vector<RawMember> members;
    std::string before;
    std::string after;
    std::string endComment;

    [[nodiscard]] std::string bytes() const;
};

} // namespace mangrove::test
