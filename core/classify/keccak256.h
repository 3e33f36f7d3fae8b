// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace mangrove::classify {

/// Keccak-256 as Ethereum uses it: the sponge of FIPS 202 (rate 136 bytes, capacity 512 bits, 24 rounds) with
/// the padding of the submission, 0x01, instead of SHA-3's 0x06. OpenSSL 3.0 has no such digest. Only for
/// check digits of addresses (EIP-55), not for security. `text` is at most 135 bytes: one block; longer text
/// is cut there.
[[nodiscard]] std::array<std::uint8_t, 32> keccak256(std::string_view text);

} // namespace mangrove::classify
