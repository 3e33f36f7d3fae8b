// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "crypto/sealed_box.h"
#include "crypto/secret.h"

#include <array>
#include <optional>
#include <string_view>

/// The two primitives of sealed boxes, apart so that the self-test can try them with published answers.
/// Private to the room.
namespace mangrove::crypto {

inline constexpr std::size_t kGcmKeyBytes = 32;
inline constexpr std::size_t kGcmNonceBytes = 12;
inline constexpr std::size_t kGcmTagBytes = 16;

/// What AES-256-GCM gives (NIST SP 800-38D).
struct GcmOutput {
    Bytes data;
    std::array<std::uint8_t, kGcmTagBytes> tag{};
};

[[nodiscard]] Result<GcmOutput> gcmEncrypt(const SecretBytes& key, ByteView nonce, ByteView associated,
                                           ByteView plain);
/// nullopt where the tag does not fit.
[[nodiscard]] Result<std::optional<SecretBytes>> gcmDecrypt(const SecretBytes& key, ByteView nonce,
                                                            ByteView associated, ByteView data, ByteView tag);
/// scrypt (RFC 7914). Precondition: cost.validate() holds, or N >= 2 for the published answers.
[[nodiscard]] Result<SecretBytes> scrypt(std::string_view passphrase, ByteView salt, const ScryptCost& cost,
                                         std::size_t bytes);

} // namespace mangrove::crypto
