// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "crypto/digest.h"
#include "crypto/secret.h"

#include <memory>

namespace mangrove::crypto {

/// HMAC-SHA-256 (RFC 2104, FIPS 198-1) prepared for one key and many messages: the key's two blocks are
/// hashed once. compute() may be called by several threads at once on one object.
class HmacSha256 {
public:
    /// Any key length from 1 byte up; kKeyMalformed for an empty key.
    [[nodiscard]] static Result<HmacSha256> make(const SecretBytes& key);

    HmacSha256(HmacSha256&&) noexcept;
    HmacSha256& operator=(HmacSha256&&) noexcept;
    HmacSha256(const HmacSha256&) = delete;
    HmacSha256& operator=(const HmacSha256&) = delete;
    ~HmacSha256();

    [[nodiscard]] Digest compute(ByteView message) const;
    [[nodiscard]] Digest compute(std::string_view message) const { return compute(asBytes(message)); }

private:
    struct State;
    explicit HmacSha256(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace mangrove::crypto
