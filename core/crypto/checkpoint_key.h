// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "crypto/secret.h"

#include <array>
#include <memory>

struct evp_pkey_st; // OpenSSL's EVP_PKEY

namespace mangrove::crypto {

/// An Ed25519 public key, raw (RFC 8032).
using CheckpointPublicKey = std::array<std::uint8_t, 32>;

/// An Ed25519 private key (RFC 8032) for audit checkpoints. Move-only.
class CheckpointKey {
public:
    [[nodiscard]] static Result<CheckpointKey> generate();
    /// The 32-byte seed of RFC 8032: for known-answer tests.
    [[nodiscard]] static Result<CheckpointKey> fromSeed(const SecretBytes& seed);
    /// PKCS#8 (RFC 8410), unencrypted, DER. kKeyMalformed for anything else.
    [[nodiscard]] static Result<CheckpointKey> fromPkcs8Der(ByteView der);
    [[nodiscard]] Result<SecretBytes> toPkcs8Der() const;

    /// 64 bytes, the same for the same message.
    [[nodiscard]] Result<Bytes> sign(ByteView message) const;
    [[nodiscard]] const CheckpointPublicKey& publicKey() const { return m_public; }

private:
    CheckpointKey(std::shared_ptr<evp_pkey_st> key, const CheckpointPublicKey& publicKey)
        : m_key(std::move(key)), m_public(publicKey) {}
    [[nodiscard]] static Result<CheckpointKey> own(std::shared_ptr<evp_pkey_st> key);

    std::shared_ptr<evp_pkey_st> m_key;
    CheckpointPublicKey m_public;
};

/// false for a bad signature or an impossible key.
[[nodiscard]] bool verifyCheckpointSignature(const CheckpointPublicKey& key, ByteView message,
                                             ByteView signature);

/// The key as SubjectPublicKeyInfo in PEM, as `openssl pkeyutl -pubin` reads it.
[[nodiscard]] Result<std::string> checkpointKeyPem(const CheckpointPublicKey& key);

} // namespace mangrove::crypto
