// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "crypto/digest.h"
#include "crypto/secret.h"

#include <cstdint>
#include <memory>

namespace mangrove::crypto {

/// The hash under an Hmac. Both have blocks of 64 and digests of 32 bytes.
enum class HmacHash : std::uint8_t { Sha256, Sm3 };

/// HMAC (RFC 2104, FIPS 198-1; with SM3: GB/T 15852.2) prepared for one key and many messages: the key's two
/// blocks are hashed once. compute() may be called by several threads at once on one object.
class Hmac {
public:
    /// Any key length from 1 byte up; kKeyMalformed for an empty key.
    [[nodiscard]] static Result<Hmac> make(const SecretBytes& key, HmacHash hash = HmacHash::Sha256);

    Hmac(Hmac&&) noexcept;
    Hmac& operator=(Hmac&&) noexcept;
    Hmac(const Hmac&) = delete;
    Hmac& operator=(const Hmac&) = delete;
    ~Hmac();

    [[nodiscard]] Digest compute(ByteView message) const;
    [[nodiscard]] Digest compute(std::string_view message) const { return compute(asBytes(message)); }

private:
    struct State;
    explicit Hmac(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace mangrove::crypto
