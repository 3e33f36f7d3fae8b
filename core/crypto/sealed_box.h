// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "base/result.h"
#include "crypto/secret.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace mangrove::crypto {

/// Work factors of scrypt (RFC 7914 section 2). The default costs about 32 MiB and a tenth of a second.
struct ScryptCost {
    std::uint64_t n = 1U << 15U; ///< power of two
    std::uint32_t r = 8;
    std::uint32_t p = 1;

    /// kSealedBoxCost outside: n a power of two in 16…2^20, r 1…32, p 1…16, 128·n·r at most 1 GiB. The same
    /// bounds hold for boxes that are read, so a hostile file cannot exhaust the machine.
    [[nodiscard]] Status validate() const;
    /// For tests only: a millisecond.
    [[nodiscard]] static constexpr ScryptCost cheap() { return {16, 1, 1}; }
    friend bool operator==(const ScryptCost&, const ScryptCost&) = default;
};

/// A self-describing text box, version 1: one line of JSON with exactly these members, in this order,
///   {"sealed":1,"purpose":…,"kdf":"scrypt","n":…,"r":…,"p":…,"salt":…,"cipher":"aes-256-gcm","nonce":…,
///    "data":…,"tag":…,"check":…}
/// salt (16 bytes), nonce (12), data, tag (16) in base 64; `check` = the first 8 bytes (hexadecimal) of the
/// SHA-256 of everything before it. Key = scrypt(passphrase, salt, n, r, p, 32 bytes). Everything up to the
/// nonce is the additional authenticated data of GCM (NIST SP 800-38D), so neither cost nor purpose can be
/// changed.
///
/// `purpose` names what the box is for ("user key of wang"); it is stored readably and must be asked for
/// again, so that one record's box cannot be put in another's place. UTF-8, at most 200 bytes.
[[nodiscard]] Result<std::string> seal(ByteView plain, const SecretText& passphrase, const ScryptCost& cost,
                                       RandomSource& random, std::string_view purpose = {});

/// The plain bytes. `check` tells damage by accident (kSealedBoxDamaged) from a wrong passphrase
/// (kWrongPassphrase). GCM itself cannot tell a wrong passphrase from an alteration on purpose with a renewed
/// check; the sentence of kWrongPassphrase says so. Others: kSealedBoxMalformed, kSealedBoxVersion,
/// kSealedBoxCost, kSealedBoxPurpose. Accepts only the exact bytes seal() writes; at most 16 MiB.
[[nodiscard]] Result<SecretBytes> unseal(std::string_view box, const SecretText& passphrase,
                                         std::string_view purpose = {});

/// The same box under a random 32-byte key in place of a passphrase ("kdf":"none", no salt, n = r = p = 0).
[[nodiscard]] Result<std::string> sealWithKey(ByteView plain, const SecretBytes& key, RandomSource& random,
                                              std::string_view purpose = {});
/// kWrongPassphrase here means: not this key.
[[nodiscard]] Result<SecretBytes> unsealWithKey(std::string_view box, const SecretBytes& key,
                                                std::string_view purpose = {});

} // namespace mangrove::crypto
