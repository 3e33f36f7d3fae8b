// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "crypto/hmac.h"
#include "crypto/secret.h"
#include "deid/errors.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace mangrove::deid {

/// At least so many bytes must a key have.
inline constexpr std::size_t kMinKeyBytes = 16;

/// Keyed functions of a value for one recipient and one value domain. With K the organisation's key:
///   k = HMAC-SHA-256(K, purpose || 0 || recipient)        (purpose: "mangrove pseudonym 1", "mangrove date
///   shift 1") h = HMAC-SHA-256(k, domain || 0 || value)
/// So pseudonyms are equal in all tables that share key, recipient and domain, unrelated otherwise, and
/// nobody without K can compute or join them. Domains hold no NUL. Thread-safe.
class KeyedFunction {
public:
    enum class Purpose : std::uint8_t { Pseudonym, DateShift };
    /// kKeyMissing where `key` is shorter than kMinKeyBytes.
    [[nodiscard]] static Result<KeyedFunction> make(const crypto::SecretBytes& key, Purpose purpose,
                                                    std::string_view recipient, std::string domain);

    /// "P-" and the first 80 bits of h as 16 Crockford base-32 characters. Two of n values collide with a
    /// probability of about n^2 / 2^81: 4e-11 for ten million.
    [[nodiscard]] std::string pseudonym(std::string_view value) const;
    /// Uniform over -rangeDays…-1 and 1…rangeDays, rangeDays >= 1.
    [[nodiscard]] std::int32_t offset(std::string_view person, std::uint32_t rangeDays) const;

private:
    KeyedFunction(crypto::HmacSha256 hmac, std::string domain);
    [[nodiscard]] crypto::Digest digestOf(std::string_view value) const;

    crypto::HmacSha256 m_hmac;
    std::string m_prefix; ///< domain || 0
};

} // namespace mangrove::deid
