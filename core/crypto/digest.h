// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hex.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

struct evp_md_ctx_st; // OpenSSL's EVP_MD_CTX

namespace mangrove::crypto {

/// 32 bytes: what SHA-256 and SM3 both give. toHex(digest) prints it.
using Digest = std::array<std::uint8_t, 32>;

/// 64 lower- or upper-case hexadecimal digits; nullopt otherwise.
[[nodiscard]] std::optional<Digest> digestFromHex(std::string_view text);

/// Comparison whose time does not depend on where the two differ.
[[nodiscard]] bool equalConstantTime(ByteView a, ByteView b);

/// The streaming state shared by Sha256 and Sm3. Move-only; one thread at a time.
class StreamingDigest {
public:
    StreamingDigest(StreamingDigest&&) noexcept;
    StreamingDigest& operator=(StreamingDigest&&) noexcept;
    StreamingDigest(const StreamingDigest&) = delete;
    StreamingDigest& operator=(const StreamingDigest&) = delete;
    ~StreamingDigest();

    StreamingDigest& update(ByteView bytes);
    StreamingDigest& update(std::string_view text) { return update(asBytes(text)); }
    /// The digest of everything since construction or the last finish(); the object then starts anew.
    [[nodiscard]] Digest finish();

protected:
    enum class Algorithm : std::uint8_t { Sha256, Sm3 };
    explicit StreamingDigest(Algorithm algorithm);

private:
    struct Free {
        void operator()(evp_md_ctx_st* context) const noexcept;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

} // namespace mangrove::crypto
