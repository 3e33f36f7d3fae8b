// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "crypto/secret.h"

#include <memory>

struct evp_pkey_st; // OpenSSL's EVP_PKEY

namespace mangrove::crypto {

/// An ECDSA P-256 private key (FIPS 186-5, SEC 2 secp256r1) for documents and certificates. Move-only;
/// signing may happen from one thread at a time.
class SigningKey {
public:
    [[nodiscard]] static Result<SigningKey> generate();
    /// PKCS#8 (RFC 5958), unencrypted, DER, nothing behind it. kKeyMalformed for anything but a P-256 key.
    [[nodiscard]] static Result<SigningKey> fromPkcs8Der(ByteView der);
    [[nodiscard]] Result<SecretBytes> toPkcs8Der() const;

    /// ECDSA with SHA-256 over `message`, DER r,s; differs each time (random nonce).
    [[nodiscard]] Result<Bytes> sign(ByteView message) const;
    /// SubjectPublicKeyInfo, DER.
    [[nodiscard]] Result<Bytes> publicKeyDer() const;

    /// For certificate.cpp and cms.cpp; owned by the key.
    [[nodiscard]] evp_pkey_st* handle() const { return m_key.get(); }

private:
    explicit SigningKey(std::shared_ptr<evp_pkey_st> key) : m_key(std::move(key)) {}
    std::shared_ptr<evp_pkey_st> m_key;
};

/// Whether `signature` (DER r,s) is a P-256/SHA-256 signature of `message` under the SubjectPublicKeyInfo.
/// kKeyMalformed where the key is not P-256; false for any bad signature.
[[nodiscard]] Result<bool> verifySignature(ByteView publicKeyDer, ByteView message, ByteView signature);

} // namespace mangrove::crypto
